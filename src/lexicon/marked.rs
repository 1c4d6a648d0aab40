//! The words that have a mark. A rule that is passed over without one of its marks asks for no word beside these.

use super::Marks;

/// Those that groups of rules ask for.
#[rustfmt::skip]
pub const OF_GROUPS: [(Marks, &[&str]); 38] = [
    (Marks::COLON, &[":"]),
    (Marks::DASH, &["-"]),
    (Marks::BRACKET, &["(", "["]),
    (Marks::PAYS, &["pay", "pays", "paid", "paying", "spent", "spends", "spend", "spending"]),
    (Marks::EARNS, &[
        "earn", "earns", "earned", "brought", "brings", "bring", "bringing", "fetched", "fetches", "netted", "yielded",
        "cost", "costs",
    ]),
    (Marks::USES, &["used", "uses", "need", "needs", "needed", "require", "requires", "required"]),
    (Marks::HOLDS, &["lie", "lies", "lay", "slumber", "rest", "holds", "hold", "held", "contains", "contain", "contained", "found", "discovered"]),
    (Marks::GAP, &["gap", "difference", "imbalance", "shortfall"]),
    (Marks::EXCEEDS, &[
        "exceeded", "exceed", "exceeds", "exceeding", "surpassed", "outstripped", "topped", "outpaced", "outweighed",
        "outran", "short", "lagged", "trailed", "lagging", "trailing", "than",
    ]),
    (Marks::QUOTA, &["quota", "quotas", "ceiling", "allocation", "entitlement", "allotment"]),
    (Marks::OFF, &["off"]),
    (Marks::ADDS, &["adding", "adds"]),
    (Marks::RAISES, &[
        "raised", "lifted", "upped", "hiked", "lowered", "trimmed", "reduced", "slashed", "raising", "lifting",
        "boosting", "raise", "raises", "lift", "lifts", "boost", "boosts", "lowering", "cutting", "trimming",
        "slashing", "lower", "lowers", "increase", "rise", "grow", "climb", "expand", "decrease", "fall", "drop",
        "decline", "shrink", "cut", "cuts", "increased", "increasing", "increases",
    ]),
    (Marks::FORESEES, &[
        "forecast", "forecasts", "estimate", "estimates", "expectation", "expectations", "consensus", "projection",
        "projections", "prediction", "predictions", "expected", "predicted", "projected", "anticipated", "estimated",
        "envisaged",
    ]),
    (Marks::DEAL, &["deal", "contract", "agreement", "order", "accord", "pact", "spa", "memorandum", "protocol", "heads"]),
    (Marks::WORTH, &["worth", "valued"]),
    (Marks::PART, &[
        "share", "proportion", "portion", "part", "slice", "weight", "percentage", "contribution", "fraction",
    ]),
    (Marks::PIPELINE, &["pipeline", "pipelines"]),
    (Marks::LEVIES, &[
        "tariff", "tariffs", "duty", "duties", "levy", "levies", "surcharge", "surtax", "penalty", "penalties", "tax",
        "taxes", "excise", "cess", "royalty", "royalties", "premium", "premiums", "discount", "discounts",
        "differential", "differentials", "spread", "spreads", "charges", "surcharges", "rebate",
    ]),
    (Marks::EMISSIONS, &["emissions"]),
    (Marks::ACCOUNT, &["tax", "account", "accounts"]),
    (Marks::COIN, &[
        "dollar", "euro", "pound", "yen", "yuan", "rouble", "ruble", "peso", "rupee", "franc", "mark", "lira", "rand",
        "real", "krona", "krone", "won", "tenge", "hryvnia", "zloty", "forint",
    ]),
    (Marks::AID, &[
        "refund", "refunds", "rebate", "rebates", "restitution", "restitutions", "subsidy", "subsidies", "bonus",
        "bonuses", "fee", "fees", "deficiency", "royalty", "royalties", "taxes", "tax",
    ]),
    (Marks::MARKET, &[
        "brent", "wti", "intermediate", "dubai", "crude", "oil", "hub", "ttf", "jkm", "futures", "contract", "contracts",
        "benchmark", "benchmarks", "marker", "prices", "ahead", "front", "spot", "delivery", "cbot", "comex", "lme",
        "exchange", "settled", "settle", "cents",
    ]),
    (Marks::MADE_OF, &[
        "articles", "wares", "goods", "parts", "components", "component", "accessories", "gloves", "glove", "modules",
        "module", "panels", "panel", "cells", "cell", "seeds", "kernels", "powder", "paste", "liquor", "juice", "jam",
        "puree", "syrup", "extract", "meal", "cake", "lint", "linters", "husk", "shells", "leaves", "peel", "pulp",
        "bars", "bar", "sheets", "sheet", "plates", "tubes", "tube", "pipes", "cables", "cable", "wires", "rods", "rod",
        "coils", "coil", "slabs", "slab", "billets", "billet", "ingots", "ingot", "cathodes", "cathode", "concentrates",
        "concentrate", "oxide", "oxides", "carbonate", "chloride", "sulphate", "sulfate", "hydroxide", "phosphate",
        "nitrate", "alloys", "alloy", "foil", "magnets", "magnet", "fibre", "fiber", "fibres", "fibers", "yarns",
        "thread", "cloth", "garments", "garment", "shirts", "trousers", "blankets", "mats", "boards", "footwear",
        "waste", "dust", "tar", "wax", "tallow", "resins", "resin", "films", "film", "additives", "additive",
        "castings", "forgings", "fittings", "fasteners", "tools", "motors", "motor", "fillets", "fillet", "skins",
        "skin", "bran", "matte", "bodies", "cores",
    ]),
    (Marks::WAY, &["way", "direction", "reverse", "back"]),
    (Marks::RETURN, &["return"]),
    (Marks::TENDER, &["tender", "tenders"]),
    (Marks::SWAPS, &["swap", "swaps", "swapped", "swapping", "barter", "bartered", "bartering"]),
    (Marks::LENDS, &["lend", "lends", "lent", "lending", "loan", "loans", "loaned", "loaning"]),
    (Marks::AWARDS, &["awarded", "award", "gave", "placed", "granted"]),
    (Marks::FREIGHT, &["freight"]),
    (Marks::ASKS, &[
        "asked", "asking", "asks", "urged", "urging", "urges", "requested", "ordered", "instructed", "pressed",
    ]),
    (Marks::SEES, &["saw", "see", "sees", "seen", "seeing", "foresaw", "foresees", "foresee"]),
    (Marks::FINANCE, &[
        "capital", "current", "external", "payments", "liquidity", "invisible", "invisibles", "financial", "transfer",
        "transfers", "errors", "services", "basic", "overall", "borrowing", "fiscal", "budget", "budgets", "psbr",
        "owed", "owes", "owing", "arrears", "debt", "debts", "liabilities", "securities", "service", "repay",
        "refinance", "retire", "redeem", "deficiency", "compensation", "subsidies", "subsidy", "aid", "relief",
        "assistance", "refunds", "guarantee", "guarantees", "coverage", "line", "lines", "receive", "receives",
        "received", "obtain", "obtains", "obtained", "obtaining", "paid", "get", "gets", "got", "growth", "funds", "shares",
        "bonds", "promissory", "direct",
    ]),
    (Marks::BAGS, &["bags", "bag", "sacks", "cases", "bales", "boxes"]),
    (Marks::WHICH, &["which", "whom"]),
    (Marks::TRADE, &[
        "export", "exports", "exported", "exporter", "exporters", "exporting", "exportation", "import", "imports",
        "imported", "importer", "importers", "importing", "importation", "reexport", "reexports", "overseas", "abroad",
        "merchandise", "consignment", "consignments", "trade", "bilateral", "mutual", "customs", "goods", "shipment",
        "shipments", "shipped",
    ]),
];

/// Those that single rules ask for: of deals, of what plants and fields give, of lists.
#[rustfmt::skip]
pub const OF_RULES: [(Marks, &[&str]); 42] = [
    (Marks::DAILY, &["daily", "day"]),
    (Marks::TOPS, &["tops", "topped", "heads", "headed", "leads", "led", "first"]),
    (Marks::REMAINS, &["were", "are", "remained", "remain"]),
    (Marks::NEEDS, &["needs", "requirements", "consumption", "demand"]),
    (Marks::STREAM, &["stream", "line", "onstream", "online"]),
    (Marks::RELIES, &[
        "relies", "rely", "relied", "relying", "depends", "depend", "depended", "depending", "dependent", "reliant",
        "counts", "count", "counted",
    ]),
    (Marks::SALE, &["sale"]),
    (Marks::OFFERS, &["offer", "offers", "offered", "offering", "loads", "loading", "carrying", "load"]),
    (Marks::MOVES, &[
        "moved", "moves", "pumped", "pumps", "transported", "carried", "carries", "piped", "pipes", "handled",
        "transports", "handles", "conveyed", "conveys", "forwarded", "relayed", "transited", "transmitted", "wheeled",
        "let", "lets", "passed", "shipped", "move", "pump", "transport", "carry", "pipe", "handle", "convey", "wheel",
    ]),
    (Marks::CONTRACTED, &["contracted"]),
    (Marks::BUYERS, &["buyers", "customers", "takers", "clients", "signed", "lined"]),
    (Marks::EXCHANGE, &["exchange", "exchanges"]),
    (Marks::GETS, &[
        "got", "gets", "received", "receives", "obtained", "won", "granted", "allocated", "awarded", "earned", "earns",
        "collected",
    ]),
    (Marks::PROVIDES, &["provide", "provides", "provided", "providing", "supply", "supplying"]),
    (Marks::SELLING, &["sale", "sales", "selling"]),
    (Marks::LEAVES, &["left", "leaving"]),
    (Marks::RECEIPTS, &["earnings", "receipts", "proceeds", "revenues", "revenue"]),
    (Marks::TRADED, &["traded", "between"]),
    (Marks::IMPORTED, &["imported"]),
    (Marks::GOES, &["went", "goes", "go", "going", "gone"]),
    (Marks::WORKS_UP, &[
        "ran", "run", "runs", "refined", "refines", "refine", "ground", "grinds", "crushed", "crushes", "crush",
        "milled", "mills", "treated", "treats",
    ]),
    (Marks::MAKES, &[
        "made", "makes", "make", "developed", "built", "assembled", "grew", "grow", "grows", "collected", "picked", "brought", "raised",
        "recovered", "managed", "manages", "gathered", "gave", "give", "gives", "cropped", "hauled", "obtained", "raises", "recovers",
    ]),
    (Marks::GIVES, &[
        "account", "accounts", "accounted", "accounting", "make", "makes", "made", "making", "generate", "generates",
        "generated", "supply", "supplies", "supplied", "supplying", "provide", "provides", "provided", "providing",
        "contribute", "contributes", "contributed", "contributing", "gave", "gives", "delivered",
    ]),
    (Marks::FINDS, &["discovery", "discoveries", "find", "finds", "reservoir"]),
    (Marks::STORE, &["stock", "store", "storage", "reserve", "stockpiles", "ground"]),
    (Marks::RECOVERED, &["recovered", "recoverable"]),
    (Marks::LOADS, &["shipment", "shipments", "cargo", "cargoes", "consignment", "consignments"]),
    (Marks::OWN, &[
        "drew", "draws", "took", "takes", "lifted", "got", "gets", "brought", "brings", "raised", "hoisted", "pumped",
        "get", "getting", "obtained", "obtains", "made", "makes", "kept", "keeps", "keep", "keeping", "retained",
        "retains",
    ]),
    (Marks::SOURCES, &[
        "wind", "solar", "hydro", "hydropower", "nuclear", "gas", "coal", "oil", "biomass", "geothermal", "renewables",
    ]),
    (Marks::BELOW, &["below", "under", "above"]),
    (Marks::MAINSTAY, &[
        "article", "articles", "item", "items", "commodity", "good", "goods", "core", "backbone", "mainstay", "basis",
        "base", "bulk", "foundation",
    ]),
    (Marks::FOLLOWED, &["followed", "came", "comes", "ranked", "next", "second", "third"]),
    (Marks::UNCHANGED, &["unchanged"]),
    (Marks::HAVING, &["having", "after", "following"]),
    (Marks::ESTIMATED, &["put", "estimated"]),
    (Marks::TOPPED, &["topped", "tops", "headed", "heads", "led", "leads", "dominated", "dominate"]),
    (Marks::VAGUE, &["normally", "usually", "traditionally", "typically", "formerly", "past", "before", "until"]),
    (Marks::STROKE, &["/"]),
    (Marks::INVESTS, &[
        "investment", "investments", "fdi", "investors", "put", "puts", "putting", "poured", "pours", "pour", "pouring", "sunk", "sank", "sink",
        "sinking", "pumped", "pump", "pumping", "ploughed", "plough", "plowed", "plow", "injected", "inject", "injecting", "placed",
        "place", "channelled", "channeled", "channel", "funnelled", "funneled", "committed", "commit", "commits", "directed", "money",
        "capital", "funds", "equity",
    ]),
    (Marks::DEARER, &["off", "dearer", "cheaper", "costlier", "pricier", "expensive", "cost", "costs"]),
    (Marks::CROSSES, &["crossed", "crosses"]),
    (Marks::OF_A_TEXT, &[
        "inflation", "cost", "consumer", "retail", "store", "supermarket", "\"", "deficit", "surplus", "shortfall",
        "gap", "dividend", "dividends", "ebitda", "net", "earnings",
    ]),
];
