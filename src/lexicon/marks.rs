//! What a sentence holds at all, as bits: whole groups of rules that ask for something else are passed over unread.
//!
//! | sentence | marks among others |
//! | --- | --- |
//! | *Exports rose 4 percent and imports fell 2 percent.* | [`Marks::SEVERAL`], [`Marks::DIRECTION`] |
//! | *The 25% tariff is paid by those who buy.* | [`Marks::LEVIES`], [`Marks::PAYS`] |

use super::Kinds;

/// Marks of a sentence or a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks(u128);

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

    /// *tops*, *led*, *first*: who stands first in a list.
    pub const TOPS: Marks = Marks(1 << 64);
    /// *were*, *remained*.
    pub const REMAINS: Marks = Marks(1 << 65);
    /// *needs*, *demand*.
    pub const NEEDS: Marks = Marks(1 << 66);
    /// *on stream*, *online*.
    pub const STREAM: Marks = Marks(1 << 67);
    /// *relies*, *dependent*.
    pub const RELIES: Marks = Marks(1 << 68);
    /// *sale*.
    pub const SALE: Marks = Marks(1 << 69);
    /// *offers*, *loading*.
    pub const OFFERS: Marks = Marks(1 << 70);
    /// *moved*, *pumps*, *handled*.
    pub const MOVES: Marks = Marks(1 << 71);
    /// *contracted*.
    pub const CONTRACTED: Marks = Marks(1 << 72);
    /// *buyers*, *customers*.
    pub const BUYERS: Marks = Marks(1 << 73);
    /// *exchange*.
    pub const EXCHANGE: Marks = Marks(1 << 74);
    /// *got*, *received*, *earned*.
    pub const GETS: Marks = Marks(1 << 75);
    /// *provides*, *supplying*.
    pub const PROVIDES: Marks = Marks(1 << 76);
    /// *sales*, *selling*.
    pub const SELLING: Marks = Marks(1 << 77);
    /// *left*, *leaving*.
    pub const LEAVES: Marks = Marks(1 << 78);
    /// *earnings*, *proceeds*.
    pub const RECEIPTS: Marks = Marks(1 << 79);
    /// *traded*, *between*.
    pub const TRADED: Marks = Marks(1 << 80);
    /// *imported*.
    pub const IMPORTED: Marks = Marks(1 << 81);
    /// *went*, *going*.
    pub const GOES: Marks = Marks(1 << 82);
    /// *refined*, *ground*, *crushes*.
    pub const WORKS_UP: Marks = Marks(1 << 83);
    /// *made*, *built*.
    pub const MAKES: Marks = Marks(1 << 84);
    /// *accounts* for, *supplied*, *gave*.
    pub const GIVES: Marks = Marks(1 << 85);
    /// *discovery*, *find*.
    pub const FINDS: Marks = Marks(1 << 86);
    /// *in stock*, *in the ground*.
    pub const STORE: Marks = Marks(1 << 87);
    /// *recovered*, *recoverable*.
    pub const RECOVERED: Marks = Marks(1 << 88);
    /// *shipment*, *cargo*.
    pub const LOADS: Marks = Marks(1 << 89);
    /// *drew*, *kept*, *lifted*: what came out of a country's own ground, and what stayed there.
    pub const OWN: Marks = Marks(1 << 90);
    /// *wind*, *coal*: what makes power.
    pub const SOURCES: Marks = Marks(1 << 91);
    /// *below*, *above*.
    pub const BELOW: Marks = Marks(1 << 92);
    /// *core*, *mainstay*, *basis*.
    pub const MAINSTAY: Marks = Marks(1 << 93);
    /// *followed*, *came*, *second*.
    pub const FOLLOWED: Marks = Marks(1 << 94);
    /// *unchanged*.
    pub const UNCHANGED: Marks = Marks(1 << 95);
    /// *having*, *after*, *following*.
    pub const HAVING: Marks = Marks(1 << 96);
    /// *put*, *estimated*.
    pub const ESTIMATED: Marks = Marks(1 << 97);
    /// *topped*, *dominated*.
    pub const TOPPED: Marks = Marks(1 << 98);
    /// *inflation*, *retail*, *dividend*, *deficit*, and marks of quotation: what tells of which kind a text is.
    pub const OF_A_TEXT: Marks = Marks(1 << 100);
    /// *dearer*, *cheaper*, *expensive*.
    pub const DEARER: Marks = Marks(1 << 103);
    /// *investment*, *put*, *poured*, *capital*: money that goes into a country.
    pub const INVESTS: Marks = Marks(1 << 104);
    /// A stroke.
    pub const STROKE: Marks = Marks(1 << 102);
    /// *daily*, *each day*.
    pub const DAILY: Marks = Marks(1 << 110);
    /// *abroad*, *overseas*, *foreign* buyers, beyond its *borders*.
    pub const ELSEWHERE: Marks = Marks(1 << 111);
    /// *crossed*.
    pub const CROSSES: Marks = Marks(1 << 101);
    /// *drawdown*, *stockbuild*.
    pub const DRAWN: Marks = Marks(1 << 112);
    /// *hectares*, *acreage*, *area*: land that is sown.
    pub const LAND: Marks = Marks(1 << 113);
    /// *carbon*, *allowances*: rights to emit.
    pub const CARBON: Marks = Marks(1 << 114);
    /// *compliance*, *adherence*.
    pub const COMPLIES: Marks = Marks(1 << 115);
    /// *intervention*, *buffer*, *growers*: stores and sellers at home.
    pub const AT_HOME: Marks = Marks(1 << 53);
    /// *since*.
    pub const SINCE: Marks = Marks(1 << 52);
    /// *normally*, *before*: words that put a figure at some time without saying which.
    pub const VAGUE: Marks = Marks(1 << 99);

    /// Those of both.
    #[must_use]
    pub const fn or(self, other: Marks) -> Marks {
        Marks(self.0 | other.0)
    }

    /// How many there can be.
    pub const COUNT: usize = 128;

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

/// What is told of a word itself, or of several together.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    /// What can begin with them.
    pub begins: Kinds,
    /// What rules ask of them.
    pub marks: Marks,
}

impl Told {
    /// That of no word.
    pub const NOTHING: Told = Told { begins: Kinds::NONE, marks: Marks::NONE };

    /// That of both.
    #[must_use]
    pub const fn or(self, other: Told) -> Told {
        Told { begins: self.begins.or(other.begins), marks: self.marks.or(other.marks) }
    }
}
