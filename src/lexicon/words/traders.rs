//! Who trades, acts for a state or looks after its trade; who buys and who hands over, and the words for both.

/// *both **sides** agreed*, *the two **presidents***: who acts for a country when two countries meet.
pub fn acts_for_a_country(word: &str) -> bool {
    matches!(
        word,
        "side"
            | "sides"
            | "parties"
            | "leader"
            | "leaders"
            | "president"
            | "presidents"
            | "premier"
            | "premiers"
            | "minister"
            | "ministers"
            | "chancellor"
            | "chancellors"
            | "king"
            | "sultan"
            | "emir"
            | "emirs"
            | "monarchs"
            | "statesmen"
            | "governments"
            | "capitals"
            | "chairmen"
    )
}

/// *the trade **ministry***: who looks after a branch of the state's business.
pub fn is_office(word: &str) -> bool {
    matches!(
        word,
        "ministry" | "minister" | "ministers" | "department" | "secretary" | "secretariat" | "chamber" | "committee"
    )
}

/// *the **countries** of the region*: several states.
pub fn are_states(word: &str) -> bool {
    matches!(word, "countries" | "nations" | "states" | "economies" | "republics" | "members")
}

/// *the largest **supplier***: who lets others have goods.
pub fn is_supplier(word: &str) -> bool {
    matches!(word, "supplier" | "seller" | "exporter" | "source" | "provider")
}

/// *found **buyers** for 5 tonnes*: who take goods.
pub fn are_buyers(word: &str) -> bool {
    matches!(word, "buyers" | "customers" | "takers" | "clients")
}

/// ***acquired** 5 tonnes*: who makes goods his own for money.
pub fn acquire(word: &str) -> bool {
    matches!(
        word,
        "bought"
            | "buy"
            | "buying"
            | "purchased"
            | "purchase"
            | "purchasing"
            | "acquired"
            | "acquire"
            | "acquiring"
            | "ordered"
            | "order"
            | "ordering"
            | "took"
            | "take"
            | "taking"
            | "secured"
            | "booked"
            | "procured"
    )
}

/// *Peru **sent** 5 tonnes*: who lets another have goods, where *exported* tells of all of them.
pub fn hands_over(word: &str) -> bool {
    matches!(
        word,
        "sold"
            | "sell"
            | "sells"
            | "sent"
            | "send"
            | "sends"
            | "supplied"
            | "supply"
            | "supplies"
            | "delivered"
            | "deliver"
            | "delivers"
            | "shipped"
            | "ship"
            | "ships"
            | "provided"
            | "provides"
            | "transmitted"
            | "pumped"
            | "piped"
    )
}

/// ***traders** from Spain bought 5 tonnes*: who trade on their own account.
pub fn are_firms(word: &str) -> bool {
    are_buyers(word)
        || matches!(
            word,
            "traders"
                | "firms"
                | "companies"
                | "purchasers"
                | "importers"
                | "dealers"
                | "merchants"
                | "businesses"
                | "enterprises"
                | "bidders"
                | "processors"
                | "wholesalers"
        )
}

/// ***Mills** from Peru bought 5 tonnes*: who trade, or make what is traded.
pub fn are_traders(word: &str) -> bool {
    are_firms(word)
        || matches!(
            word,
            "exporters"
                | "suppliers"
                | "sellers"
                | "mills"
                | "refiners"
                | "roasters"
                | "crushers"
                | "utilities"
                | "businessmen"
                | "producers"
                | "growers"
                | "packers"
                | "shippers"
        )
}

/// *to all **destinations***: those on the other side of a trade.
pub fn are_partners(word: &str) -> bool {
    are_buyers(word)
        || matches!(
            word,
            "partners"
                | "markets"
                | "destinations"
                | "origins"
                | "sources"
                | "suppliers"
                | "directions"
                | "sellers"
                | "importers"
                | "exporters"
        )
}

/// *Peru **asked** for 5 tonnes*: who wants to be given something.
pub fn asks(word: &str) -> bool {
    matches!(
        word,
        "asked"
            | "asks"
            | "asking"
            | "requested"
            | "requests"
            | "requesting"
            | "wants"
            | "wanted"
            | "seeks"
            | "sought"
            | "demands"
            | "demanded"
    )
}

/// *5 tonnes were **lifted***: what buyers come for.
pub fn is_carried_off(word: &str) -> bool {
    matches!(word, "lifted" | "taken" | "collected" | "snapped")
}
