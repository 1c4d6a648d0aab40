//! Verbs that many rules ask for, by what they say of their subject, in the forms that they are told in.

/// ***paid** $3 billion for gas*: who gives money for goods.
pub fn pays(word: &str) -> bool {
    matches!(word, "pay" | "pays" | "paid" | "paying")
}

/// ***spent** $3 billion on gas*: who lays money out.
pub fn spends(word: &str) -> bool {
    matches!(word, "spend" | "spends" | "spent" | "spending")
}

/// *gas **cost** $300*: what is asked for goods.
pub fn costs(word: &str) -> bool {
    matches!(word, "cost" | "costs" | "costing")
}

/// ***received** 5 tonnes*: who is given something.
pub fn gets(word: &str) -> bool {
    matches!(word, "get" | "gets" | "got" | "getting" | "receive" | "receives" | "received" | "receiving")
}

/// ***holds** a third*: who has something.
pub fn holds(word: &str) -> bool {
    matches!(word, "hold" | "holds" | "held" | "holding")
}

/// ***gave** 5 tonnes*: who lets another have something.
pub fn gives(word: &str) -> bool {
    matches!(word, "give" | "gives" | "gave" | "given" | "giving" | "grant" | "grants" | "granted")
}

/// ***relies** on gas from Norway*: who lives by what another gives.
pub fn relies(word: &str) -> bool {
    matches!(
        word,
        "relies" | "rely" | "relied" | "relying" | "depends" | "depend" | "depended" | "dependent" | "reliant"
    )
}

/// ***hope** to raise it*, *set a **target***: that something is meant to come.
pub fn aims(word: &str) -> bool {
    const STEMS: [&str; 20] = [
        "aim", "hope", "hoping", "want", "agree", "target", "goal", "task", "plan", "pledg", "instruct", "vow",
        "intend", "seek", "resolv", "decid", "wish", "commit", "propos", "undert",
    ];
    word == "set" || STEMS.iter().any(|stem| word.starts_with(stem))
}

/// *now **projects** 190 billion*: who tells what is to come.
pub fn foretells(word: &str) -> bool {
    matches!(word, "projects" | "foresees" | "forecasts" | "envisions" | "anticipates" | "predicts")
}

/// *since the season **began***: what has a first day.
pub fn begins(word: &str) -> bool {
    matches!(word, "began" | "begins" | "begin" | "beginning" | "started" | "starts" | "start" | "opens" | "opened")
}

/// ***agreed** to sell*: what two do who make a deal.
pub fn agrees(word: &str) -> bool {
    matches!(word, "agreed" | "concluded" | "reached" | "signed" | "sealed" | "initialled")
}

/// ***reported** by the ministry*: who makes a figure known.
pub fn publishes(word: &str) -> bool {
    matches!(word, "announced" | "issued" | "published" | "reported" | "released")
}

/// ***recorded** exports of $3 billion*: whose books hold a figure.
pub fn records(word: &str) -> bool {
    matches!(word, "posted" | "recorded" | "registered")
}

/// *Bolivia **told** Argentina*, *Norway has **overtaken** Russia*: verbs with another as their object, who does not act.
pub fn addresses(word: &str) -> bool {
    matches!(
        word,
        "told"
            | "asked"
            | "urged"
            | "warned"
            | "accused"
            | "visited"
            | "joined"
            | "invited"
            | "informed"
            | "thanked"
            | "overtook"
            | "overtaken"
            | "overtaking"
            | "replaced"
            | "replacing"
            | "displaced"
            | "displacing"
    )
}

/// *Ankara **speaks** of 2 billion*, *Oslo **puts** them at 3 billion*: whose figures are told.
pub fn counts_or_tells(word: &str) -> bool {
    matches!(
        word,
        "speaks"
            | "spoke"
            | "says"
            | "said"
            | "tells"
            | "told"
            | "puts"
            | "put"
            | "counts"
            | "counted"
            | "reports"
            | "reported"
            | "gives"
            | "gave"
            | "names"
            | "named"
            | "quotes"
            | "quoted"
            | "cites"
            | "cited"
            | "estimates"
            | "estimated"
            | "reckons"
            | "reckoned"
            | "shows"
            | "showed"
            | "calculates"
            | "calculated"
            | "believes"
    )
}

/// ***followed** with 23 percent*: who stands behind another in a list.
pub fn is_next_in_line(word: &str) -> bool {
    matches!(word, "came" | "come" | "comes" | "follow" | "followed" | "next" | "ranked" | "second" | "third")
}

/// ***headed** the list*: who stands first in a list.
pub fn leads_list(word: &str) -> bool {
    matches!(word, "headed" | "led" | "topped" | "dominated")
}

/// ***contributed** 5 percent*: what is a part of something.
pub fn contributes(word: &str) -> bool {
    matches!(word, "contribute" | "contributed" | "contributes" | "contributing")
}

/// ***ranged** from 3 to 5*: what is not always the same.
pub fn ranges(word: &str) -> bool {
    matches!(word, "range" | "ranged" | "ranges" | "ranging" | "vary" | "varied" | "varies")
}

/// *the forecast was **raised***: verbs by which an aim or estimate is moved.
pub fn moves_estimate(word: &str) -> bool {
    matches!(word, "raised" | "lowered" | "cut" | "increased" | "reduced" | "revised" | "trimmed" | "hiked" | "upped")
}

/// ***destined** for Japan*: where goods are to go.
pub fn is_bound(word: &str) -> bool {
    matches!(word, "bound" | "destined" | "headed" | "heading" | "going")
}

/// ***went** to Japan*: where goods move.
pub fn goes(word: &str) -> bool {
    matches!(word, "go" | "goes" | "went" | "going" | "gone")
}

/// ***came** from Japan*: from where goods move.
pub fn comes(word: &str) -> bool {
    matches!(word, "come" | "comes" | "came" | "coming")
}

/// *70 percent of exports **stem** from oil*: what a whole is drawn from.
pub fn is_drawn(word: &str) -> bool {
    comes(word)
        || matches!(
            word,
            "derive" | "derives" | "derived" | "stem" | "stems" | "stemmed" | "earned" | "generated" | "drawn"
        )
}

/// Where goods move to or from.
pub fn goes_or_comes(word: &str) -> bool {
    goes(word) || comes(word)
}

/// ***piped** 5 bcm*: how goods are carried through or over.
pub fn pumps(word: &str) -> bool {
    matches!(
        word,
        "hauled" | "piped" | "pumped" | "pumps" | "pump" | "transported" | "moved" | "moves" | "move" | "carried"
    )
}

/// ***expected** at 5 tonnes*: what is told of a time to come.
pub fn foresees(word: &str) -> bool {
    matches!(word, "anticipated" | "estimated" | "expected" | "forecast" | "predicted" | "projected")
}

/// *5 tonnes were **sold***: what goods are when another takes them over.
pub fn is_sold(word: &str) -> bool {
    matches!(word, "sold" | "shipped" | "supplied" | "delivered" | "exported")
}

/// ***remained** the main buyer*: what is still what it was.
pub fn remains(word: &str) -> bool {
    matches!(word, "remain" | "remains" | "remained" | "became" | "becomes" | "stays" | "stayed")
}

/// ***fell**, **took***: what happened, by a verb whose past does not end in *ed*.
pub fn is_strong_past(word: &str) -> bool {
    matches!(
        word,
        "fell"
            | "rose"
            | "grew"
            | "shrank"
            | "slid"
            | "sank"
            | "sold"
            | "bought"
            | "took"
            | "sent"
            | "made"
            | "came"
            | "went"
            | "stood"
            | "hit"
            | "gave"
            | "brought"
            | "got"
            | "drew"
            | "lost"
            | "won"
            | "ran"
            | "paid"
            | "spent"
            | "kept"
            | "became"
            | "built"
            | "burnt"
            | "shot"
            | "crept"
            | "leapt"
            | "sprang"
            | "swung"
            | "swelled"
            | "struck"
            | "overtook"
            | "fed"
            | "flew"
            | "drove"
            | "withdrew"
    )
}

/// ***blocked**, **lost**, **stored***: deeds by which goods do not change hands, or not as told.
pub fn changes_no_hands(word: &str) -> bool {
    stops_goods(word)
        || matches!(
            word,
            "returned"
                | "based"
                | "needed"
                | "wanted"
                | "lacked"
                | "kept"
                | "handled"
                | "processed"
                | "added"
                | "averaged"
                | "compared"
                | "measured"
                | "counted"
                | "linked"
                | "connected"
                | "replaced"
                | "displaced"
                | "used"
                | "estimated"
                | "valued"
        )
}

/// ***blocked**, **lost**, **stored***: deeds by which goods are stopped on their way, or go another one.
pub fn stops_goods(word: &str) -> bool {
    matches!(
        word,
        "lost"
            | "owed"
            | "denied"
            | "refused"
            | "blocked"
            | "banned"
            | "barred"
            | "stole"
            | "seized"
            | "destroyed"
            | "detained"
            | "rejected"
            | "stored"
            | "held"
            | "burned"
            | "transshipped"
            | "transhipped"
            | "inspected"
            | "tested"
            | "insured"
            | "financed"
            | "limited"
            | "restricted"
            | "capped"
            | "curbed"
            | "discovered"
            | "saved"
            | "withheld"
            | "suspended"
            | "halted"
            | "stopped"
            | "interrupted"
            | "monitored"
            | "examined"
            | "produced"
            | "refined"
            | "reexported"
            | "intercepted"
            | "smuggled"
            | "stockpiled"
            | "tracked"
            | "priced"
    )
}

/// ***earned** $3 billion*: to whom money comes for goods.
pub fn earns(word: &str) -> bool {
    matches!(word, "earn" | "earns" | "earned")
}

/// *exports **fetched** $3 billion*: what money goods bring in.
pub fn fetches(word: &str) -> bool {
    earns(word) || brings(word) || matches!(word, "fetched" | "fetch" | "generated" | "netted" | "raked" | "yielded")
}

/// ***took** 5 tonnes*: who gets hold of something.
pub fn takes(word: &str) -> bool {
    matches!(word, "take" | "takes" | "took" | "taking")
}

/// ***brought** $3 billion*: what something gives.
pub fn brings(word: &str) -> bool {
    matches!(word, "bring" | "brings" | "brought" | "bringing")
}

/// ***kept** 5 tonnes*: who lets go of nothing.
pub fn keeps(word: &str) -> bool {
    matches!(word, "keep" | "keeps" | "kept")
}

/// ***crossed** the border*: what passes a place.
pub fn crosses(word: &str) -> bool {
    matches!(word, "crosses" | "crossed" | "crossing")
}

/// ***offered** 5 tonnes*: who would sell.
pub fn offers(word: &str) -> bool {
    matches!(word, "offer" | "offers" | "offered" | "offering")
}

/// ***awarded** the contract*: who lets another have an order or a right.
pub fn awards(word: &str) -> bool {
    matches!(word, "award" | "awarded" | "granted" | "gave" | "placed")
}

/// *the season **ended***: what has a last day.
pub fn ends(word: &str) -> bool {
    matches!(word, "ended" | "ends" | "ending")
}

/// *OPEC supply **will** rise*, *output **falls***: what an amount told as a noun does.
pub fn moves_or_stands(word: &str) -> bool {
    matches!(
        word,
        "will"
            | "would"
            | "could"
            | "should"
            | "may"
            | "might"
            | "is"
            | "has"
            | "had"
            | "falls"
            | "rises"
            | "grows"
            | "grew"
            | "shrinks"
            | "shrank"
            | "drops"
            | "dropped"
            | "declines"
            | "declined"
            | "increases"
            | "increased"
            | "averages"
            | "averaged"
            | "stood"
            | "stands"
            | "reached"
            | "remains"
            | "surged"
            | "plunged"
            | "slumped"
            | "jumped"
    )
}

/// *40 carts were **shipped** to Chad*: goods that go from one to another, whichever way it is told.
pub fn is_handed_over(word: &str) -> bool {
    matches!(
        word,
        "sent"
            | "shipped"
            | "delivered"
            | "supplied"
            | "dispatched"
            | "despatched"
            | "transported"
            | "sold"
            | "bought"
            | "purchased"
            | "acquired"
            | "imported"
            | "received"
            | "ordered"
            | "brought"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_holds_its_words_and_no_others() {
        type Class = fn(&str) -> bool;
        let classes: [(Class, &str, &str); 39] = [
            (addresses, "told overtook displacing", "sold of trade"),
            (counts_or_tells, "speaks puts reported", "sold of trade"),
            (foretells, "projects foresees forecasts", "of trade projected"),
            (aims, "hope hopes set target", "of sets"),
            (pays, "pay pays paid", "of trade"),
            (spends, "spend spends spent", "of trade"),
            (costs, "cost costs costing", "of trade"),
            (gets, "get gets got", "of trade"),
            (holds, "hold holds held", "of trade"),
            (gives, "give gives gave", "of trade"),
            (relies, "relies rely relied", "of trade"),
            (begins, "began begins begin", "of trade"),
            (agrees, "agreed concluded reached", "of trade"),
            (publishes, "announced issued published", "of trade"),
            (records, "posted recorded registered", "of trade"),
            (is_next_in_line, "came comes followed", "of trade"),
            (leads_list, "headed led topped", "of trade"),
            (contributes, "contribute contributed contributes", "of trade"),
            (ranges, "range ranged ranges", "of trade"),
            (moves_estimate, "raised lowered cut", "of trade"),
            (is_bound, "bound destined headed", "of trade"),
            (goes, "go goes went gone", "came of"),
            (comes, "come came coming", "went of"),
            (is_drawn, "came derived stems", "went of"),
            (goes_or_comes, "went came", "of trade"),
            (pumps, "hauled piped pumped", "of trade"),
            (foresees, "anticipated estimated expected", "of trade"),
            (is_sold, "sold shipped supplied", "of trade"),
            (remains, "remain remains remained", "of trade"),
            (is_strong_past, "fell took drew", "fallen exported"),
            (changes_no_hands, "blocked lost stored", "sold sent"),
            (earns, "earn earns earned", "of trade"),
            (takes, "take takes took", "of trade"),
            (brings, "bring brings brought", "of trade"),
            (keeps, "keep keeps kept", "of trade"),
            (crosses, "crosses crossed crossing", "of trade"),
            (offers, "offer offers offered", "of trade"),
            (awards, "award awarded granted", "of trade"),
            (ends, "ended ends ending", "of trade"),
        ];
        for (class, words, others) in classes {
            assert!(words.split(' ').all(class), "{words}");
            assert!(!others.split(' ').any(class), "{others}");
        }
    }
}
