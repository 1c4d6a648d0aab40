//! Nouns that many rules ask for, and words that describe them: deals, limits, ports, receipts, loads.

/// *a **deal** for 2 million tonnes*: what two agree on.
pub fn is_deal(word: &str) -> bool {
    matches!(
        word,
        "deal"
            | "deals"
            | "contract"
            | "contracts"
            | "agreement"
            | "agreements"
            | "accord"
            | "accords"
            | "pact"
            | "pacts"
    )
}

/// *within its **quota***: what somebody is allowed.
pub fn is_allowance(word: &str) -> bool {
    matches!(word, "quota" | "quotas" | "ceiling" | "allocation" | "allotment" | "entitlement")
}

/// *above its **quota***, *its **goal***: what somebody is allowed, or aims at.
pub fn is_limit(word: &str) -> bool {
    is_allowance(word) || matches!(word, "limit" | "target" | "goal")
}

/// *raised its **forecast***: what somebody expects.
pub fn is_forecast(word: &str) -> bool {
    matches!(
        word,
        "forecast"
            | "forecasts"
            | "estimate"
            | "estimates"
            | "outlook"
            | "projection"
            | "projections"
            | "prediction"
            | "predictions"
    )
}

/// ***revenue** from gas*: money that comes in.
pub fn is_receipts(word: &str) -> bool {
    matches!(word, "earnings" | "proceeds" | "receipts" | "revenue" | "revenues")
}

/// *exports of **goods***: goods of any kind.
pub fn is_merchandise(word: &str) -> bool {
    matches!(word, "goods" | "products" | "merchandise" | "commodities")
}

/// *a **cargo** of wheat*: goods on their way at one time.
pub fn is_load(word: &str) -> bool {
    matches!(word, "shipment" | "shipments" | "cargo" | "cargoes" | "consignment" | "consignments")
}

/// *carried by **rail***: what goods are carried by.
pub fn is_carrier(word: &str) -> bool {
    matches!(
        word,
        "rail"
            | "railway"
            | "railways"
            | "railroad"
            | "train"
            | "road"
            | "roads"
            | "truck"
            | "trucks"
            | "lorry"
            | "automobile"
            | "motor"
            | "sea"
            | "ship"
            | "ships"
            | "water"
            | "river"
            | "air"
            | "plane"
            | "planes"
    )
}

/// *left the **port***: where ships load.
pub fn is_port(word: &str) -> bool {
    matches!(word, "port" | "ports" | "terminal" | "terminals" | "harbour" | "harbours" | "harbor")
}

/// *a **surplus** of $3 billion*: by how much exports and imports differ.
pub fn is_gap(word: &str) -> bool {
    matches!(word, "surplus" | "surpluses" | "deficit" | "deficits" | "gap" | "shortfall" | "balance")
}

/// ***exports***, ***imported***: a word for goods that go one way over a border.
pub fn tells_one_way(word: &str) -> bool {
    word.starts_with("export") || word.starts_with("import")
}

/// ***exports***, *a trade **surplus***: a word for the trade of countries, or for what they invest.
pub fn tells_trade(word: &str) -> bool {
    const STEMS: [&str; 12] = [
        "export", "import", "trade", "trading", "turnover", "shipment", "balance", "deficit", "surplus", "gap",
        "transit", "invest",
    ];
    STEMS.iter().any(|stem| word.starts_with(stem))
}

/// *the **barrier** of $1 billion*: a level that is crossed.
pub fn is_threshold(word: &str) -> bool {
    matches!(word, "mark" | "barrier" | "milestone" | "threshold" | "level")
}

/// *a **futures** contract*: months in which goods are to be delivered.
pub fn is_delivery_contract(word: &str) -> bool {
    matches!(word, "contract" | "contracts" | "futures")
}

/// *80 **cents***: a hundredth of a currency.
pub fn is_cent(word: &str) -> bool {
    matches!(word, "cent" | "cents" | "cts")
}

/// *the grain **season***: a year of another length or beginning.
pub fn is_season(word: &str) -> bool {
    matches!(word, "year" | "season" | "campaign")
}

/// *a **rise** of 4 percent*, *the **drop***: a move up or down.
pub fn is_move(word: &str) -> bool {
    matches!(
        word,
        "climb"
            | "collapse"
            | "contraction"
            | "cut"
            | "cutback"
            | "decline"
            | "decrease"
            | "dip"
            | "downturn"
            | "drop"
            | "expansion"
            | "fall"
            | "gain"
            | "growth"
            | "hike"
            | "improvement"
            | "increase"
            | "jump"
            | "leap"
            | "plunge"
            | "rebound"
            | "recovery"
            | "reduction"
            | "rise"
            | "slide"
            | "slump"
            | "spike"
            | "surge"
            | "uptick"
    )
}

/// *the **pipeline***: what runs from one place to another and carries goods or power.
pub fn is_line(word: &str) -> bool {
    matches!(
        word,
        "pipeline"
            | "pipelines"
            | "line"
            | "lines"
            | "pipe"
            | "tube"
            | "conduit"
            | "gasline"
            | "interconnector"
            | "interconnection"
            | "link"
            | "cable"
    )
}

/// *the **refinery***: works that take goods in and make others of them.
pub fn feeds_on_goods(word: &str) -> bool {
    matches!(
        word,
        "refinery"
            | "refineries"
            | "refiner"
            | "refiners"
            | "smelter"
            | "smelters"
            | "mill"
            | "mills"
            | "crusher"
            | "crushers"
            | "cracker"
            | "crackers"
            | "steelworks"
            | "kiln"
            | "kilns"
            | "regasify"
    )
}

/// *40 percent of the **shipments***: goods on their way, whichever were told of.
pub fn is_on_its_way(word: &str) -> bool {
    matches!(
        word,
        "shipments"
            | "cargoes"
            | "deliveries"
            | "supplies"
            | "volumes"
            | "loadings"
            | "arrivals"
            | "liftings"
            | "tonnage"
    )
}

/// *the **railway***: ways and works by which goods leave.
pub fn ships_goods(word: &str) -> bool {
    matches!(
        word,
        "port"
            | "ports"
            | "jetty"
            | "berth"
            | "berths"
            | "quay"
            | "railway"
            | "railways"
            | "railroad"
            | "mine"
            | "mines"
    )
}

/// *the **dam***: works that power or fuel comes from.
pub fn makes_power_or_fuel(word: &str) -> bool {
    matches!(
        word,
        "dam"
            | "dams"
            | "reactor"
            | "reactors"
            | "station"
            | "stations"
            | "plant"
            | "plants"
            | "field"
            | "fields"
            | "utility"
    )
}

/// *the **refinery***: works that stand at one place.
pub fn is_plant(word: &str) -> bool {
    matches!(word, "plant" | "plants" | "refinery" | "terminal" | "storage")
}

/// *the **price** of gas*: what goods cost.
pub fn is_price(word: &str) -> bool {
    matches!(word, "price" | "prices" | "tariff" | "tariffs")
}

/// *5 million **bags***: what goods are packed in.
pub fn is_package(word: &str) -> bool {
    matches!(word, "bag" | "bags" | "bale" | "bales" | "box" | "boxes" | "case" | "cases" | "sack" | "sacks")
}

/// ***exports**, **deliveries***: a noun for goods that change hands.
pub fn is_traded(word: &str) -> bool {
    matches!(word, "exports" | "imports" | "purchases" | "sales" | "supplies" | "shipments" | "deliveries")
}

/// *the **volume** reached 5 million tonnes*: a noun for how much.
pub fn is_amount_noun(word: &str) -> bool {
    matches!(word, "figure" | "level" | "pace" | "rate" | "volume" | "amount")
}

/// *by **value***: how goods are summed up.
pub fn is_value_or_volume(word: &str) -> bool {
    matches!(word, "value" | "volume" | "turnover" | "revenue")
}

/// ***total** exports*: of all kinds together.
pub fn is_total(word: &str) -> bool {
    matches!(word, "total" | "overall" | "all" | "whole" | "entire")
}

/// ***local** growers*: of the country itself.
pub fn is_domestic(word: &str) -> bool {
    matches!(word, "domestic" | "home" | "local" | "national")
}

/// ***mainly** to Japan*: for the most part.
pub fn is_mainly(word: &str) -> bool {
    matches!(word, "chiefly" | "mainly" | "mostly" | "primarily")
}

/// ***early** 2009*: near the beginning, the middle or the end of a time.
pub fn is_edge_of_time(word: &str) -> bool {
    matches!(word, "early" | "mid" | "late" | "end" | "beginning")
}

/// *in **early** trade*: a time of a day of dealing.
pub fn is_market_hour(word: &str) -> bool {
    matches!(word, "early" | "late" | "morning" | "afternoon" | "midday" | "overnight" | "electronic")
}

/// *at the **summit***: where people of several countries meet.
pub fn is_gathering(word: &str) -> bool {
    matches!(word, "meeting" | "summit" | "conference" | "members" | "ministers")
}

/// *the Kuwait **Times***: the last word of the name of one who brings news.
pub fn is_paper(word: &str) -> bool {
    matches!(
        word,
        "news"
            | "times"
            | "daily"
            | "herald"
            | "tribune"
            | "observer"
            | "gazette"
            | "telegraph"
            | "chronicle"
            | "newspaper"
            | "broadcasting"
    )
}

/// ***Pak**-Iran trade*: a short name that stands for its country only where a dash joins it to another's.
pub fn stands_joined(word: &str) -> bool {
    matches!(word, "pak" | "indo" | "russo" | "franco")
}

/// *a **share** of*: a part of a whole.
pub fn is_part_noun(word: &str) -> bool {
    matches!(word, "share" | "part" | "portion" | "proportion" | "slice")
}

/// *its **current** contract*: of the time that it is told.
pub fn is_current(word: &str) -> bool {
    matches!(word, "present" | "existing" | "current")
}

/// *the **main** buyer*: the first of several.
pub fn is_main(word: &str) -> bool {
    matches!(word, "main" | "top" | "leading" | "biggest" | "chief" | "largest" | "key" | "major" | "principal")
}

/// ***global** output*: of all countries.
pub fn is_worldwide(word: &str) -> bool {
    matches!(word, "global" | "world" | "worldwide")
}

/// *a **record** of 5 tonnes*: a level that others are measured by.
pub fn is_extreme(word: &str) -> bool {
    matches!(word, "high" | "low" | "peak" | "record" | "level")
}

/// *its **purchases***: a noun for goods taken in.
pub fn is_buying(word: &str) -> bool {
    matches!(word, "intake" | "offtake" | "purchases" | "buying")
}

/// *at a **pace** of 5 percent*: how fast something moves.
pub fn is_pace(word: &str) -> bool {
    matches!(word, "rate" | "rates" | "pace" | "tempo" | "clip")
}

/// ***dependence** on Gulf oil*: living by what another gives.
pub fn is_reliance(word: &str) -> bool {
    matches!(word, "dependence" | "dependency" | "reliance")
}

/// *a **month** earlier*: a stretch of the calendar.
pub fn is_span(word: &str) -> bool {
    matches!(word, "day" | "week" | "month" | "quarter" | "year" | "season")
}

/// *the **volume** of exports*: how much in weight or number.
pub fn is_quantity(word: &str) -> bool {
    matches!(word, "volume" | "volumes" | "quantity" | "quantities")
}

/// *its **northern** port*: which part of a country.
pub fn is_side_of_land(word: &str) -> bool {
    matches!(word, "northern" | "southern" | "eastern" | "western" | "neighbouring")
}

/// *won the **tender***: what is asked to be delivered.
pub fn is_order(word: &str) -> bool {
    matches!(word, "contract" | "contracts" | "order" | "orders" | "tender" | "tenders")
}

/// *for **delivery** in May*: when goods or money pass on.
pub fn is_handing_over(word: &str) -> bool {
    matches!(word, "delivery" | "loading" | "settlement")
}

/// *from its **fields***: where something is dug or pumped.
pub fn is_pit(word: &str) -> bool {
    matches!(word, "mine" | "mines" | "field" | "fields" | "well" | "wells")
}

/// *the **cut** in output*: so much less.
pub fn is_cutback(word: &str) -> bool {
    matches!(word, "cut" | "cuts" | "curb" | "curbs" | "reduction" | "reductions")
}

/// *the largest **item***: one sort of goods.
pub fn is_item(word: &str) -> bool {
    matches!(word, "item" | "items" | "article" | "articles" | "commodity")
}

/// *covers its **needs***: what is used.
pub fn is_need(word: &str) -> bool {
    matches!(word, "needs" | "demand" | "requirements")
}

#[cfg(test)]
mod tests {
    use crate::lexicon::words::*;

    #[test]
    fn a_class_holds_its_words_and_no_others() {
        type Class = fn(&str) -> bool;
        let classes: [(Class, &str, &str); 51] = [
            (is_deal, "deal contracts pact", "trade"),
            (is_allowance, "quota ceiling allotment", "target"),
            (is_limit, "quota ceiling target", "level"),
            (is_forecast, "forecast outlook", "figure"),
            (is_receipts, "earnings revenue", "price"),
            (is_merchandise, "goods merchandise", "services"),
            (is_load, "cargo shipments", "goods"),
            (is_port, "port terminals", "plant"),
            (is_gap, "surplus deficits balance", "trade"),
            (are_states, "nations members", "nation"),
            (is_threshold, "mark milestone", "quota"),
            (is_delivery_contract, "contract futures", "deal"),
            (is_cent, "cents cts", "percent"),
            (is_season, "year campaign", "month"),
            (is_move, "rise drop growth", "level"),
            (is_line, "pipeline pipelines line", "of"),
            (is_plant, "plant plants refinery", "of"),
            (is_price, "price prices tariff", "of"),
            (is_package, "bag bags bale", "of"),
            (is_traded, "exports imports purchases", "of"),
            (is_amount_noun, "figure level pace", "of"),
            (is_value_or_volume, "value volume turnover", "of"),
            (is_total, "total overall all", "of"),
            (is_domestic, "domestic home local", "of"),
            (is_mainly, "chiefly mainly mostly", "of"),
            (is_edge_of_time, "early mid late", "of"),
            (is_market_hour, "early late morning", "of"),
            (is_gathering, "meeting summit conference", "of"),
            (is_paper, "news times herald", "paper"),
            (is_carrier, "rail road sea air", "port"),
            (stands_joined, "pak indo", "sino"),
            (is_part_noun, "share part portion", "of"),
            (is_current, "present existing current", "of trade"),
            (is_main, "main top leading", "of trade"),
            (is_worldwide, "global world worldwide", "of trade"),
            (is_extreme, "high low peak", "of trade"),
            (is_buying, "intake offtake purchases", "of trade"),
            (is_supplier, "supplier seller exporter", "of trade"),
            (are_buyers, "buyers customers takers", "of trade"),
            (is_pace, "rate rates pace", "of trade"),
            (is_reliance, "dependence dependency reliance", "of trade"),
            (is_span, "day week month", "of trade"),
            (is_quantity, "volume volumes quantity", "of trade"),
            (is_side_of_land, "northern southern eastern", "of trade"),
            (is_order, "contract contracts order", "of trade"),
            (is_handing_over, "delivery loading settlement", "of trade"),
            (is_pit, "mine mines field", "of trade"),
            (is_cutback, "cut cuts curb", "of trade"),
            (is_item, "item items article", "of trade"),
            (is_need, "needs demand requirements", "of trade"),
            (acts_for_a_country, "sides presidents ministers", "of trade"),
        ];
        for (class, words, others) in classes {
            assert!(words.split(' ').all(class), "{words}");
            assert!(!others.split(' ').any(class), "{others}");
        }
    }
}
