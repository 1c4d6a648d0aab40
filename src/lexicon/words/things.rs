//! Words that can be goods where no table has them, and those that never are.

/// ***gherkins***, ***sanitary ware***: whether a word can be the last of the name of goods, as a thing of which there are many or
/// a stuff.
pub fn is_plain_thing(word: &str) -> bool {
    let many = word.len() > 3 && word.ends_with('s') && !word.ends_with("is");
    let deed = || DEEDS.iter().any(|ending| word.ends_with(ending)) && !holds_word(&NO_DEEDS, word);
    many && !holds_word(&NO_THINGS, word) && !deed() || holds_word(&STUFFS, word)
}

/// ***of** toys*, *toys **worth***: words that belong to no name of goods.
pub fn stops_name(word: &str) -> bool {
    holds_word(&STOPS, word)
}

/// Whether a word is one of some in their order.
fn holds_word(words: &[&str], word: &str) -> bool {
    words.binary_search(&word).is_ok()
}

/// Endings of what is done, and of what somebody is.
const DEEDS: [&str; 12] =
    ["tions", "sions", "ists", "ships", "ances", "ences", "ities", "isms", "ments", "ians", "ss", "us"];

/// Things with such an ending.
#[rustfmt::skip]
static NO_DEEDS: [&str; 12] = [
    "appliances", "asparagus", "citrus", "condiments", "fragrances", "garments", "implements", "instruments",
    "lotions", "ornaments", "rations", "supplements",
];

/// Words for many that are none of goods: who trades, where, for how much, when.
#[rustfmt::skip]
static NO_THINGS: [&str; 312] = [
    "accidents", "accounts", "acres", "afterwards", "always", "ambassadors", "analysts", "areas", "arts",
    "athletes", "attacks", "averages", "banks", "bans", "barrels", "barriers", "becomes", "besides", "bids",
    "billions", "births", "bonds", "borders", "branches", "brands", "brings", "bushels", "businesses", "buyers",
    "buys", "cargoes", "carriers", "cases", "categories", "centers", "centres", "chains", "changes", "channels",
    "citizens", "clients", "clubs", "comes", "companies", "concerns", "conflicts", "consumers", "contacts",
    "contractors", "contracts", "contributes", "costs", "countries", "covers", "crimes", "crises", "currencies",
    "customers", "customs", "cuts", "days", "dealers", "deals", "deaths", "declines", "decreases", "deficits",
    "deliveries", "diplomats", "districts", "doctors", "dollars", "dominates", "downwards", "drops", "droughts",
    "duties", "earnings", "effects", "efforts", "employees", "engineers", "enterprises", "estimates", "euros",
    "events", "exchanges", "expects", "experts", "exporters", "exports", "factories", "fairs", "falls",
    "families", "farmers", "fears", "fees", "fields", "figures", "fires", "firms", "flights", "floods", "flows",
    "follows", "forecasts", "forums", "funds", "gains", "gives", "goals", "goes", "grades", "groups", "growers",
    "grows", "hectares", "highs", "hits", "hopes", "hours", "households", "hubs", "impacts", "importers",
    "imports", "incentives", "includes", "increases", "industries", "investors", "islands", "issues", "jobs",
    "keeps", "kilometers", "kilometres", "kinds", "laws", "leaders", "leads", "levels", "limits", "links",
    "liters", "litres", "loans", "losses", "lots", "lows", "makers", "makes", "manufacturers", "markets", "means",
    "measures", "meetings", "members", "migrants", "miles", "millions", "mills", "miners", "mines", "ministers",
    "minutes", "months", "moves", "needs", "neighbors", "neighbours", "networks", "nowadays", "nurses",
    "obstacles", "offers", "officials", "operators", "orders", "others", "overseas", "owners", "parks", "parties",
    "partners", "passengers", "patterns", "peaks", "percentages", "perhaps", "pieces", "pipelines", "planes",
    "plans", "platforms", "players", "points", "ports", "pounds", "presidents", "prices", "problems",
    "procedures", "producers", "profits", "projects", "prospects", "providers", "provinces", "purchases",
    "quarters", "quotas", "railways", "rains", "ranks", "rates", "reasons", "receipts", "receives", "records",
    "refineries", "refugees", "regions", "remains", "represents", "researchers", "reserves", "respects",
    "results", "retailers", "revenues", "rights", "rises", "roads", "routes", "rules", "sales", "says", "seasons",
    "sectors", "sees", "sellers", "sells", "sends", "services", "shares", "shows", "sides", "skills", "societies",
    "sometimes", "sources", "sports", "standards", "stands", "states", "steps", "stocks", "storms", "studies",
    "subsidies", "suppliers", "supplies", "surpluses", "systems", "takes", "talks", "targets", "tariffs", "taxes",
    "teachers", "teams", "technologies", "tenders", "terminals", "terms", "thousands", "ties", "times", "tonnes",
    "tons", "tops", "totals", "towards", "towns", "traders", "trains", "trends", "trips", "turnovers", "types",
    "units", "upwards", "users", "values", "vessels", "villages", "visitors", "visits", "volumes", "wagons",
    "wants", "wars", "ways", "weeks", "wells", "wholesalers", "words", "workers", "years", "zones",
];

/// Words for stuffs, of which there are not many.
#[rustfmt::skip]
static STUFFS: [&str; 165] = [
    "ammonia", "antimony", "apparel", "asphalt", "bacon", "barley", "bedding", "beer", "bitumen", "brandy",
    "bread", "butter", "cardamom", "cardboard", "cashmere", "cattle", "caviar", "charcoal", "cheese", "chocolate",
    "chromium", "cinnamon", "clay", "clothing", "cobalt", "cocoa", "coffee", "confectionery", "cream", "crockery",
    "cumin", "cutlery", "denim", "detergent", "earthenware", "equipment", "ethanol", "felt", "ferrochrome",
    "firewood", "flax", "flour", "fodder", "footwear", "fruit", "furniture", "garlic", "gelatin", "gelatine",
    "ginger", "glassware", "glue", "granite", "graphite", "gravel", "gypsum", "ham", "hardwood", "hay", "helium",
    "hemp", "honey", "hydrogen", "ink", "iodine", "ironware", "jam", "jewellery", "jewelry", "juice", "jute",
    "kitchenware", "knitwear", "lace", "lamb", "latex", "limestone", "linen", "lingerie", "linseed", "lithium",
    "livestock", "lumber", "machinery", "maize", "malt", "manganese", "marble", "meat", "methanol", "milk",
    "millet", "mohair", "mutton", "newsprint", "nickel", "nylon", "octopus", "oil", "paint", "paperboard",
    "paprika", "pasta", "pepper", "perfume", "phosphate", "plastic", "plywood", "polyester", "polyethylene",
    "polypropylene", "porcelain", "pork", "potash", "pottery", "poultry", "powder", "pulp", "quinoa", "rapeseed",
    "rubber", "rye", "saffron", "salmon", "salt", "sand", "sawnwood", "seafood", "sesame", "shampoo", "shrimp",
    "silk", "soap", "softwood", "sorghum", "soy", "squid", "starch", "straw", "sugar", "sulfur", "sulphur",
    "syrup", "tableware", "tea", "titanium", "tobacco", "trout", "tuna", "tungsten", "turmeric", "underwear",
    "upholstery", "urea", "vanilla", "veal", "velvet", "vodka", "ware", "watermelon", "whisky", "wood", "yeast",
    "yoghurt", "yogurt",
];

/// Words between names, and words that tell how much.
#[rustfmt::skip]
static STOPS: [&str; 218] = [
    "a", "about", "above", "according", "across", "after", "against", "all", "almost", "alone", "along", "already",
    "also", "amid", "among", "amounted", "an", "and", "another", "any", "approximately", "are", "around", "as",
    "at", "be", "because", "been", "before", "being", "below", "between", "billion", "both", "bought", "but", "by",
    "came", "can", "climbed", "could", "decline", "decrease", "despite", "did", "do", "does", "down", "drop",
    "dropped", "due", "during", "each", "eight", "especially", "even", "every", "except", "fall", "fell", "few",
    "fewer", "five", "followed", "for", "four", "from", "further", "gain", "gave", "got", "grew", "growth", "had",
    "half", "has", "have", "he", "her", "here", "his", "how", "however", "hundred", "i", "if", "in", "including",
    "increase", "into", "is", "it", "its", "jumped", "just", "last", "led", "less", "like", "made", "mainly",
    "many", "may", "might", "million", "minus", "more", "most", "mostly", "much", "must", "namely", "nearly",
    "new", "nine", "no", "nor", "not", "notably", "of", "off", "on", "one", "only", "or", "other", "others", "our",
    "out", "over", "overall", "own", "particularly", "per", "percent", "plunged", "plus", "quarter", "reached",
    "respectively", "rise", "rose", "roughly", "same", "sent", "seven", "several", "share", "shares", "she",
    "shipped", "should", "since", "six", "slid", "slipped", "so", "soared", "sold", "some", "still", "stood",
    "such", "surged", "ten", "than", "thanks", "that", "the", "their", "them", "then", "there", "these", "they",
    "third", "this", "those", "thousand", "three", "through", "to", "together", "too", "took", "total", "two",
    "under", "until", "up", "valued", "versus", "very", "via", "vs", "was", "we", "well", "went", "were", "what",
    "when", "where", "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "worth",
    "would", "yet", "you", "your",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_their_order() {
        for words in [&NO_DEEDS[..], &NO_THINGS, &STUFFS, &STOPS] {
            assert!(words.is_sorted());
        }
    }

    #[test]
    fn things_are_told_from_deeds() {
        assert!(["gherkins", "knitwear", "garments"].into_iter().all(is_plain_thing));
        assert!(!["prices", "agreements", "growth"].into_iter().any(is_plain_thing));
    }
}
