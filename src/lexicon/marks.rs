//! What a sentence holds at all, as bits: whole groups of rules that ask for something else are passed over unread.
//!
//! | sentence | marks among others |
//! | --- | --- |
//! | *Exports rose 4 percent and imports fell 2 percent.* | [`Marks::SEVERAL`], [`Marks::DIRECTION`] |
//! | *The 25% tariff is paid by those who buy.* | [`Marks::LEVIES`], [`Marks::PAYS`] |

/// Marks of a sentence or a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks(u64);

impl Marks {
    /// No mark.
    pub const NONE: Marks = Marks(0);
    /// Two figures or more.
    pub const SEVERAL: Marks = Marks(1);
    /// Goods that a table has.
    pub const GOODS: Marks = Marks(1 << 1);
    /// A stretch of time.
    pub const TIME: Marks = Marks(1 << 2);
    /// Two segments or more.
    pub const PARTED: Marks = Marks(1 << 3);
    /// A pipeline or corridor.
    pub const ROUTE: Marks = Marks(1 << 4);
    /// A word that something rose or fell.
    pub const DIRECTION: Marks = Marks(1 << 5);
    /// A word that something happened, is aimed at or expected.
    pub const STATUS: Marks = Marks(1 << 6);
    /// A word for a part of a whole.
    pub const SHARE: Marks = Marks(1 << 7);
    /// Words that compare.
    pub const COMPARES: Marks = Marks(1 << 8);
    /// Words that no partner in particular is meant.
    pub const ABROAD: Marks = Marks(1 << 9);
    /// A colon.
    pub const COLON: Marks = Marks(1 << 16);
    /// A dash or hyphen.
    pub const DASH: Marks = Marks(1 << 17);
    /// A bracket that opens.
    pub const BRACKET: Marks = Marks(1 << 18);
    /// *paid*, *spends*.
    pub const PAYS: Marks = Marks(1 << 19);
    /// *earned*, *fetched*.
    pub const EARNS: Marks = Marks(1 << 20);
    /// *used*, *needs*.
    pub const USES: Marks = Marks(1 << 21);
    /// *holds*, *contains*, *found*.
    pub const HOLDS: Marks = Marks(1 << 22);
    /// *gap*, *difference*.
    pub const GAP: Marks = Marks(1 << 23);
    /// *exceeded*, *topped*.
    pub const EXCEEDS: Marks = Marks(1 << 24);
    /// *quota*, *ceiling*.
    pub const QUOTA: Marks = Marks(1 << 25);
    /// *off*.
    pub const OFF: Marks = Marks(1 << 26);
    /// *raised*, *trimming*, *to grow*: verbs that move an estimate or quota, in the forms that they do it in.
    pub const RAISES: Marks = Marks(1 << 27);
    /// *forecast*, *expected*.
    pub const FORESEES: Marks = Marks(1 << 28);
    /// *deal*, *contract*.
    pub const DEAL: Marks = Marks(1 << 29);
    /// *worth*.
    pub const WORTH: Marks = Marks(1 << 30);
    /// *share*, *proportion*.
    pub const PART: Marks = Marks(1 << 31);
    /// *pipeline*.
    pub const PIPELINE: Marks = Marks(1 << 32);
    /// *tariff*, *duty*.
    pub const LEVIES: Marks = Marks(1 << 33);
    /// *emissions*.
    pub const EMISSIONS: Marks = Marks(1 << 34);
    /// *tax*, *account*.
    pub const ACCOUNT: Marks = Marks(1 << 35);
    /// Names of currencies.
    pub const COIN: Marks = Marks(1 << 36);
    /// *rebate*, *subsidy*, *fee*; beside [`Marks::LEVIES`] all that is paid on top of a price.
    pub const AID: Marks = Marks(1 << 37);
    /// *the other way*, *direction*.
    pub const WAY: Marks = Marks(1 << 38);
    /// *in return*.
    pub const RETURN: Marks = Marks(1 << 39);
    /// *awarded*, *placed*.
    pub const AWARDS: Marks = Marks(1 << 42);
    /// What coffee and sugar are packed in.
    pub const BAGS: Marks = Marks(1 << 41);
    /// *of which*, *of whom*.
    pub const WHICH: Marks = Marks(1 << 40);
    /// *asked*, *urged*.
    pub const ASKS: Marks = Marks(1 << 46);
    /// *saw*, *seen*.
    pub const SEES: Marks = Marks(1 << 47);
    /// *capital*, *budget*, *receive*, *growth*: what is told of money that goes for no goods.
    pub const FINANCE: Marks = Marks(1 << 48);
    /// *freight*.
    pub const FREIGHT: Marks = Marks(1 << 45);
    /// *exports*, *trade*, *customs*: what a text about the trade of countries says somewhere.
    pub const TRADE: Marks = Marks(1 << 43);

    /// *swapped*, *barter*.
    pub const SWAPS: Marks = Marks(1 << 10);
    /// *tender*.
    pub const TENDER: Marks = Marks(1 << 51);
    /// *Brent*, *crude*, *futures*: names of what is dealt in on markets of energy.
    pub const MARKET: Marks = Marks(1 << 50);
    /// *powder*, *gloves*: what is made of goods.
    pub const MADE_OF: Marks = Marks(1 << 49);

    /// *adding*.
    pub const ADDS: Marks = Marks(1 << 63);

    /// *lends*, *loaned*.
    pub const LENDS: Marks = Marks(1 << 44);

    /// The words that have a mark. A rule that is passed over without one of them asks for no word beside these.
    pub const WORDS: [(Marks, &'static [&'static str]); 38] = [
        (Marks::COLON, &[":"]),
        (Marks::DASH, &["-"]),
        (Marks::BRACKET, &["(", "["]),
        (Marks::PAYS, &["pay", "pays", "paid", "paying", "spent", "spends", "spend", "spending"]),
        (
            Marks::EARNS,
            &[
                "earn", "earns", "earned", "brought", "brings", "bring", "bringing", "fetched", "fetches", "netted",
                "yielded", "cost", "costs",
            ],
        ),
        (Marks::USES, &["used", "uses", "need", "needs", "require", "requires"]),
        (Marks::HOLDS, &["holds", "hold", "held", "contains", "contain", "contained", "found", "discovered"]),
        (Marks::GAP, &["gap", "difference", "imbalance", "shortfall"]),
        (Marks::EXCEEDS, &["exceeded", "exceed", "exceeds", "exceeding", "surpassed", "outstripped", "topped"]),
        (Marks::QUOTA, &["quota", "quotas", "ceiling"]),
        (Marks::OFF, &["off"]),
        (Marks::ADDS, &["adding", "adds"]),
        (
            Marks::RAISES,
            &[
                "raised",
                "lifted",
                "upped",
                "hiked",
                "lowered",
                "trimmed",
                "reduced",
                "slashed",
                "raising",
                "lifting",
                "boosting",
                "raise",
                "raises",
                "lift",
                "lifts",
                "boost",
                "boosts",
                "lowering",
                "cutting",
                "trimming",
                "slashing",
                "lower",
                "lowers",
                "increase",
                "rise",
                "grow",
                "climb",
                "expand",
                "decrease",
                "fall",
                "drop",
                "decline",
                "shrink",
                "cut",
                "cuts",
                "increased",
                "increasing",
                "increases",
            ],
        ),
        (
            Marks::FORESEES,
            &[
                "forecast",
                "forecasts",
                "estimate",
                "estimates",
                "expectation",
                "expectations",
                "consensus",
                "projection",
                "projections",
                "prediction",
                "predictions",
                "expected",
                "predicted",
                "projected",
                "anticipated",
                "estimated",
                "envisaged",
            ],
        ),
        (Marks::DEAL, &["deal", "contract", "agreement", "order", "accord"]),
        (Marks::WORTH, &["worth", "valued"]),
        (Marks::PART, &["share", "proportion", "part"]),
        (Marks::PIPELINE, &["pipeline", "pipelines"]),
        (
            Marks::LEVIES,
            &[
                "tariff",
                "tariffs",
                "duty",
                "duties",
                "levy",
                "levies",
                "surcharge",
                "surtax",
                "penalty",
                "penalties",
                "tax",
                "taxes",
                "excise",
                "cess",
                "royalty",
                "royalties",
                "premium",
                "premiums",
                "discount",
                "discounts",
                "differential",
                "differentials",
                "spread",
                "spreads",
                "charges",
                "surcharges",
            ],
        ),
        (Marks::EMISSIONS, &["emissions"]),
        (Marks::ACCOUNT, &["tax", "account", "accounts"]),
        (
            Marks::COIN,
            &[
                "dollar", "euro", "pound", "yen", "yuan", "rouble", "ruble", "peso", "rupee", "franc", "mark", "lira",
                "rand", "real", "krona", "krone", "won", "tenge", "hryvnia", "zloty", "forint",
            ],
        ),
        (
            Marks::AID,
            &[
                "refund",
                "refunds",
                "rebate",
                "rebates",
                "restitution",
                "restitutions",
                "subsidy",
                "subsidies",
                "bonus",
                "bonuses",
                "fee",
                "fees",
                "deficiency",
                "royalty",
                "royalties",
                "taxes",
                "tax",
            ],
        ),
        (
            Marks::MARKET,
            &[
                "brent",
                "wti",
                "intermediate",
                "dubai",
                "crude",
                "oil",
                "hub",
                "ttf",
                "jkm",
                "futures",
                "contract",
                "contracts",
                "benchmark",
                "benchmarks",
                "marker",
                "prices",
                "ahead",
                "front",
                "spot",
                "delivery",
                "cbot",
                "comex",
                "lme",
                "exchange",
                "settled",
                "settle",
                "cents",
            ],
        ),
        (
            Marks::MADE_OF,
            &[
                "articles",
                "wares",
                "goods",
                "parts",
                "components",
                "component",
                "accessories",
                "gloves",
                "glove",
                "modules",
                "module",
                "panels",
                "panel",
                "cells",
                "cell",
                "seeds",
                "kernels",
                "powder",
                "paste",
                "liquor",
                "juice",
                "jam",
                "puree",
                "syrup",
                "extract",
                "meal",
                "cake",
                "lint",
                "linters",
                "husk",
                "shells",
                "leaves",
                "peel",
                "pulp",
                "bars",
                "bar",
                "sheets",
                "sheet",
                "plates",
                "tubes",
                "tube",
                "pipes",
                "cables",
                "cable",
                "wires",
                "rods",
                "rod",
                "coils",
                "coil",
                "slabs",
                "slab",
                "billets",
                "billet",
                "ingots",
                "ingot",
                "cathodes",
                "cathode",
                "concentrates",
                "concentrate",
                "oxide",
                "oxides",
                "carbonate",
                "chloride",
                "sulphate",
                "sulfate",
                "hydroxide",
                "phosphate",
                "nitrate",
                "alloys",
                "alloy",
                "foil",
                "magnets",
                "magnet",
                "fibre",
                "fiber",
                "fibres",
                "fibers",
                "yarns",
                "thread",
                "cloth",
                "garments",
                "garment",
                "shirts",
                "trousers",
                "blankets",
                "mats",
                "boards",
                "footwear",
                "waste",
                "dust",
                "tar",
                "wax",
                "tallow",
                "resins",
                "resin",
                "films",
                "film",
                "additives",
                "additive",
                "castings",
                "forgings",
                "fittings",
                "fasteners",
                "tools",
                "motors",
                "motor",
                "fillets",
                "fillet",
                "skins",
                "skin",
                "bran",
                "matte",
                "bodies",
                "cores",
            ],
        ),
        (Marks::WAY, &["way", "direction"]),
        (Marks::RETURN, &["return"]),
        (Marks::TENDER, &["tender", "tenders"]),
        (Marks::SWAPS, &["swap", "swaps", "swapped", "swapping", "barter", "bartered", "bartering"]),
        (Marks::LENDS, &["lend", "lends", "lent", "lending", "loan", "loans", "loaned", "loaning"]),
        (Marks::AWARDS, &["awarded", "award", "gave", "placed", "granted"]),
        (Marks::FREIGHT, &["freight"]),
        (
            Marks::ASKS,
            &["asked", "asking", "asks", "urged", "urging", "urges", "requested", "ordered", "instructed", "pressed"],
        ),
        (Marks::SEES, &["saw", "see", "sees", "seen", "seeing", "foresaw", "foresees", "foresee"]),
        (
            Marks::FINANCE,
            &[
                "capital",
                "current",
                "external",
                "payments",
                "liquidity",
                "invisible",
                "invisibles",
                "financial",
                "transfer",
                "transfers",
                "errors",
                "services",
                "basic",
                "overall",
                "borrowing",
                "fiscal",
                "budget",
                "budgets",
                "psbr",
                "owed",
                "owes",
                "owing",
                "arrears",
                "debt",
                "debts",
                "liabilities",
                "securities",
                "service",
                "repay",
                "refinance",
                "retire",
                "redeem",
                "deficiency",
                "compensation",
                "subsidies",
                "subsidy",
                "aid",
                "relief",
                "assistance",
                "refunds",
                "guarantee",
                "guarantees",
                "coverage",
                "line",
                "lines",
                "receive",
                "receives",
                "received",
                "obtain",
                "obtains",
                "obtained",
                "obtaining",
                "paid",
                "get",
                "gets",
                "got",
                "growth",
            ],
        ),
        (Marks::BAGS, &["bags", "bag", "sacks", "cases", "bales", "boxes"]),
        (Marks::WHICH, &["which", "whom"]),
        (
            Marks::TRADE,
            &[
                "export",
                "exports",
                "exported",
                "exporter",
                "exporters",
                "exporting",
                "exportation",
                "import",
                "imports",
                "imported",
                "importer",
                "importers",
                "importing",
                "importation",
                "reexport",
                "reexports",
                "overseas",
                "abroad",
                "merchandise",
                "consignment",
                "consignments",
                "trade",
                "bilateral",
                "mutual",
                "customs",
                "goods",
                "shipment",
                "shipments",
                "shipped",
            ],
        ),
    ];

    /// Those of both.
    #[must_use]
    pub const fn or(self, other: Marks) -> Marks {
        Marks(self.0 | other.0)
    }

    /// How many there can be.
    pub const COUNT: usize = 64;

    /// Whether it is no mark.
    #[must_use]
    pub const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Whether the mark of this number, from 0, is among them.
    #[must_use]
    pub const fn holds(self, number: usize) -> bool {
        self.0 >> number & 1 != 0
    }

    /// The number of each.
    pub fn each(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let number = left.trailing_zeros() as usize;
            left &= left.wrapping_sub(1);
            (number < Marks::COUNT).then_some(number)
        })
    }

    /// Whether the two have one in common.
    #[must_use]
    pub const fn meets(self, other: Marks) -> bool {
        self.0 & other.0 != 0
    }

    /// These where something is so, else none.
    #[must_use]
    pub const fn where_so(self, so: bool) -> Marks {
        if so { self } else { Marks::NONE }
    }
}
