//! One walk over the sentences of a document: a fact for each figure whose slots can be filled.

use std::ops::Range;

use super::frame::Frame;
use super::grammar::{Grammar, Opening, Role};
use super::ready::{Room, Written};
use super::season::{accounting_year, counts_from_spring, split_year, tells_fiscal_year};
use super::spoken::Spoken;
use super::story::Story;
use super::survey::Survey;
use super::table::{self, Table};
use super::talk_time::first_time;
use super::view::{Actor, View};
use super::wording;
use super::{Heard, PassedOver, Reading, digest, goods_of_line};
use crate::lexicon::{Lexicon, Marks};
use crate::mention::{Caption, Expression, Mention, Part, QuantityMention, What, YearRef};
use crate::model::{Commodity, Currency, Document, Party, Period, Unit};
use crate::resolve::{Clock, Context, Line};
use crate::token::{Sentence, Token};

/// Whether a figure stands in a bracket, which leaves the talk where it was.
pub(super) fn bracketed(view: &View<'_>, written: &QuantityMention) -> bool {
    if !view.marks.meets(Marks::BRACKET) {
        return false;
    }
    // A semicolon inside the bracket closes none.
    let mut depth = 0_i32;
    for at in view.range.start..written.tokens.start {
        match view.norm(at) {
            "(" => depth += 1,
            ")" => depth = (depth - 1).max(0),
            _ => {}
        }
    }
    let segment = view.segments.get(view.segment(written.tokens.start));
    depth > 0 || segment.is_some_and(|s| s.opening == Opening::Bracket)
}

/// *Read also: ...*: whether a line tells of another text.
fn points_elsewhere(view: &View<'_>) -> bool {
    let word = |offset: usize| view.norm(view.range.start + offset);
    match word(0) {
        "read" => matches!(word(1), "also" | "more" | "next"),
        "see" => word(1) == "also",
        "also" => matches!(word(1), "read" | "on"),
        "related" => matches!(word(1), ":" | "news" | "stories"),
        _ => false,
    }
}

/// *India – Canada*, *Chile and Egypt: trade*: whether a line of its own names two countries and nothing else but their ties.
fn heads_a_part(view: &View<'_>, sentence: &Sentence) -> bool {
    let (start, end) = (view.range.start, view.range.end);
    if !sentence.begins_line || end - start > 8 || !view.quantities.is_empty() {
        return false;
    }
    let ties = |word: &str| {
        matches!(
            word,
            "trade"
                | "relations"
                | "ties"
                | "bilateral"
                | "economic"
                | "cooperation"
                | "partnership"
                | "and"
                | "the"
                | ":"
                | "&"
        )
    };
    let named: Vec<&Mention> = view.mentions.iter().filter(|m| matches!(m.what, What::Party(..))).collect();
    let [first, second] = named[..] else { return false };
    let opens = first.tokens.start <= start + usize::from(view.norm(start) == "the");
    opens && (second.tokens.end..end).all(|at| ties(view.norm(at)))
}

/// Reads a document sentence by sentence.
pub struct Assembler<'a> {
    pub(super) document: &'a Document,
    pub(super) tokens: &'a [Token<'a>],
    pub(super) lexicon: &'a Lexicon,
    grammar: &'a dyn Grammar,
    pub(super) context: Context,
    pub(super) reading: Reading,
    /// The last statement, the sentence it stood in, and its paragraph.
    pub(super) topic: Option<(Frame, usize, usize)>,
    /// The last statement of trade, which statements of trade go on from behind those of one country's own.
    pub(super) trade: Option<Frame>,
    /// The last statement of trade in money, and the sentence that told it: sums go on from there behind goods told by weight.
    pub(super) in_money: Option<(Frame, usize)>,
    /// The last statement of trade between two.
    pub(super) between: Option<Frame>,
    /// The sentence that told last what went each way between two.
    pub(super) each_way: Option<usize>,
    /// The sentence that told the trade of two last as the sum of what it told of each way.
    pub(super) summed: Option<usize>,
    /// The first statement or heading, which later paragraphs return to.
    pub(super) lead: Option<Frame>,
    /// The goods that the first lines name alone, and whether a heading of their own does.
    pub(super) first_goods: Option<(Commodity, bool)>,
    /// The goods that the line opens with before a colon: *Barley: duties killed a trade of ...*.
    pub(super) label: Option<Commodity>,
    /// The money that was counted in last.
    pub(super) last_money: Option<Unit>,
    /// All the moneys that were counted in.
    pub(super) moneys: Vec<Currency>,
    /// Whether the text speaks of what shops ask.
    pub(super) shops: bool,
    /// Whether the text speaks of what shops sell.
    pub(super) retail: bool,
    /// Whether the text tells the results of a firm and of no trade.
    pub(super) firm: bool,
    /// Whether the headline names a firm with the letters that its shares trade under: *USX <X> PROVED OIL, GAS RESERVES FALL*.
    pub(super) listed_firm: bool,
    /// Whether the office whose figures are told counts from one month to the next.
    pub(super) seasonal: bool,
    /// Whether it does so for its trade with each country too.
    pub(super) seasonal_by_country: bool,
    /// The last amount of goods that was sold or bought.
    pub(super) moved: Option<Frame>,
    /// The period that the text speaks of.
    pub(super) clock: Clock,
    /// The line in which money was told last of something else than trade: what goes on there is of that.
    pub(super) other_money: Option<usize>,
    /// The line in which a percentage was told last of something else in a text that speaks of shops: *Inflation eased to 6.2 percent*.
    pub(super) shop_prices: Option<usize>,
    /// Whether the account of payments that was named last is one of no goods, and the sentence that named it.
    pub(super) account: Option<(bool, usize)>,
    /// Whether the last figure was told only for another to be compared with.
    pub(super) compared: bool,
    pub(super) sentences: usize,
    /// The byte where the text below its headline begins.
    pub(super) headline: Option<usize>,
    /// How many lines have begun: a paragraph or bullet each.
    pub(super) lines: usize,
    /// The year that a paragraph opened with last.
    pub(super) opened: Option<Period>,
    /// The stretch that the talk has left for the month of the text at the head of this paragraph.
    pub(super) left: Option<Period>,
    /// What a line above says of a table below it, and the sentence it stood in.
    pub(super) above: Option<(table::Above, usize)>,
    /// The unit that the sentence being read gives its numbers ahead of a colon: *Exports (US$ million): rice 187*.
    pub(super) caption_here: Option<Caption>,
    /// The unit that a note below the rows being read tells of them, and the sentence that they begin with.
    pub(super) caption_below: Option<(Caption, usize)>,
    /// The line that the entries of a list stand below.
    pub(super) over: Option<super::below::Over>,
    /// The last line that was the entry of a list.
    pub(super) entry: usize,
    /// The table being read.
    pub(super) table: Option<Table>,
    /// The dollar that a bare sign means, where it is another than the US dollar.
    pub(super) own_dollar: Option<Currency>,
    /// Whether that is known from the letters of the first sign alone, which tell no prices of markets abroad.
    pub(super) dollar_by_letters: bool,
    /// Who gives and takes in the text as a whole.
    pub(super) survey: Survey,
    /// What goods the text is about, and what its prices are for.
    pub(super) story: Story,
    /// The goods of the market whose prices were told last, and the sentence that told them.
    pub(super) quoted: Option<(Commodity, usize)>,
    /// The day that a sentence about a market told of, and that sentence.
    pub(super) market_day: Option<(chrono::NaiveDate, usize)>,
    /// What its sentences so far tell of goods.
    pub(super) spoken: Spoken,
    /// The lists of the sentence before, where it told things and figures side by side.
    respective: Option<super::respective::Respective>,
    /// The tokens of the sentence before.
    pub(super) last_sentence: Range<usize>,
    /// Whether the text has lines with cells.
    pub(super) tables: bool,
    /// What its lines each open with, where they tell nothing of those before.
    pub(super) digest: Option<digest::Opens>,
    /// Whether the text quotes anybody, which tells who *we* are.
    pub(super) quotes: bool,
    /// Whether the text speaks of a deficit or surplus, of which account it may be.
    pub(super) balances: bool,
    /// Room for the next sentence.
    room: Room,
}

impl<'a> Assembler<'a> {
    pub fn new(
        document: &'a Document,
        clock: Clock,
        tokens: &'a [Token<'a>],
        lexicon: &'a Lexicon,
        grammar: &'a dyn Grammar,
        context: Context,
    ) -> Self {
        Assembler {
            document,
            tokens,
            lexicon,
            grammar,
            context,
            reading: Reading::default(),
            topic: None,
            lead: None,
            first_goods: None,
            label: None,
            last_money: None,
            moneys: Vec::new(),
            seasonal: false,
            seasonal_by_country: false,
            quoted: None,
            market_day: None,
            shops: false,
            retail: false,
            firm: false,
            listed_firm: false,
            moved: None,
            trade: None,
            between: None,
            summed: None,
            each_way: None,
            in_money: None,
            clock,
            account: None,
            compared: false,
            other_money: None,
            shop_prices: None,
            sentences: 0,
            lines: 0,
            opened: None,
            left: None,
            headline: None,
            above: None,
            caption_here: None,
            caption_below: None,
            over: None,
            entry: 0,
            table: None,
            own_dollar: None,
            dollar_by_letters: false,
            survey: Survey::default(),
            story: Story::default(),
            spoken: Spoken::default(),
            respective: None,
            last_sentence: 0..0,
            tables: false,
            digest: None,
            quotes: false,
            balances: false,
            room: Room::default(),
        }
    }

    /// Takes up a sentence that says nothing which a figure elsewhere could go on from.
    pub fn pass(&mut self, sentence: &Sentence) {
        self.context.hear(&[], self.tokens, self.lexicon, Line::Prose);
        self.hear_speaker(sentence, &[]);
        self.sentences += 1;
        self.return_to_main(sentence, None);
        self.lines += usize::from(sentence.begins_line);
        self.clock.fiscal = self.fiscal_year(None).or(self.clock.fiscal);
    }

    /// Takes up one sentence.
    pub fn sentence(&mut self, sentence: &Sentence, heard: &Heard) {
        let Heard { mentions, captions, told, .. } = heard;
        let rows = self.tables && sentence.begins_line;
        let cells = if rows { table::cells(self.tokens, &sentence.tokens) } else { Vec::new() };
        let line = if cells.len() > 1 { Line::Row } else { Line::Prose };
        if let Some((first, second)) = self.digest.and_then(|d| d.piece(self.tokens, sentence, mentions)) {
            self.begin_piece(first, second);
        }
        self.context.hear(mentions, self.tokens, self.lexicon, line);
        self.hear_speaker(sentence, mentions);
        self.sentences += 1;
        if self.sentences == 1 && sentence.begins_line && !self.tokens[sentence.tokens.end - 1].is_mark('.') {
            self.headline = self.tokens.get(sentence.tokens.end).map(|t| t.span.start);
        }
        let room = std::mem::take(&mut self.room);
        let written = Written { tokens: self.tokens, range: sentence.tokens.clone(), mentions, told: *told };
        let mut view = room.view(written, self.grammar, &self.context, self.lexicon);
        if let (Some(list), Some(before)) = (&mut view.respective, &self.respective) {
            list.go_on(before);
        }
        self.tell(&view, sentence, &cells, captions);
        self.clock.named =
            view.given(Marks::TIME, || wording::time_named_last(&view, &self.clock)).or(self.clock.named);
        self.respective = view.respective.take();
        self.room = view.leave();
    }

    /// Takes up what a sentence tells: its figures as facts, and what later sentences go on from.
    fn tell(&mut self, view: &View<'_>, sentence: &Sentence, cells: &[Range<usize>], captions: &[Caption]) {
        self.hear_opening(view, sentence, captions);
        self.hear_years(view);
        if sentence.begins_line && self.row(view, cells, captions) {
            return;
        }
        // *Details, in mln dlrs, year to June:* behind another sentence.
        if !sentence.begins_line && (self.tokens[sentence.tokens.end - 1].is_mark(':') || !captions.is_empty()) {
            self.heading(view, captions);
        }
        if sentence.begins_line && points_elsewhere(view) {
            for quantity in view.figures() {
                self.pass_over(quantity, "another_text");
            }
            return;
        }
        self.return_to_main(sentence, first_time(view));
        self.hear_goods_of_line(view, sentence);
        let part = self.is_part(sentence);
        self.lines += usize::from(sentence.begins_line);
        self.tell_figures(view, sentence, part);
    }

    /// What the beginning of a text says of all of it, and a caption of the list that it heads.
    fn hear_opening(&mut self, view: &View<'_>, sentence: &Sentence, captions: &[Caption]) {
        // *Exports (US$ million): rice 187*, *Main markets, million litres: Poland 2.0*
        let heads_list = |c: &&Caption| {
            let bracket = (c.at + 1..c.at + 5).any(|at| view.norm(at) == ")" && view.norm(at + 1) == ":");
            let led = matches!(view.norm_before(c.at, 1), "," | "in" | "-");
            bracket || led && (c.at + 1..c.at + 5).any(|at| view.norm(at) == ":")
        };
        self.caption_here = captions.iter().find(heads_list).cloned();
        self.context.headed |= self.sentences == 1
            && sentence.begins_line
            && view.quantities.is_empty()
            && matches!(&view.actors[..], [a, b, ..] if a.role == Role::Between && b.role == Role::Between);
        if self.sentences == 1 && sentence.begins_line && view.quantities.is_empty() && self.headline.is_some() {
            self.context.hear_headline(view.mentions, self.tokens);
        }
        // *India – Canada* over a part of its own of a text that has many.
        if self.sentences > 1 && heads_a_part(view, sentence) {
            self.context.hear_headline(view.mentions, self.tokens);
            self.context.pair = self.context.heading.or(self.context.pair);
        }
        if self.sentences == 1
            && let [whole] = view.mentions
            && let What::Party(party, _) = whole.what
            && whole.tokens.len() == sentence.tokens.len()
        {
            self.context.sheet = Some(party).filter(Party::is_country);
        }
    }

    /// What a sentence says of the years that the text counts in.
    fn hear_years(&mut self, view: &View<'_>) {
        self.clock.split = view.given(Marks::TIME, || split_year(view)).or(self.clock.split);
        // Of two that a sentence names the earlier one is compared with, as one right behind a figure so told is.
        let against = |m: &Mention| {
            view.quantities
                .iter()
                .map(|q| &view.mentions[*q].tokens)
                .any(|q| (q.end..=q.end + 1).contains(&m.tokens.start) && view.comparing_before(q.start).is_some())
        };
        let named = view.mentions.iter().filter(|m| self.clock.season.is_none() || !against(m));
        let season = named.filter_map(|m| match m.what {
            What::Period(e @ (Expression::SplitYear(_) | Expression::In(Part::Year, YearRef::FiscalFrom(_)))) => {
                self.clock.resolve(e)
            }
            What::Period(e @ Expression::Span(Part::Months(..), ..)) => {
                self.clock.resolve(e).filter(|p| p.whole_months() == Some(12))
            }
            _ => None,
        });
        let season = view.given(Marks::TIME, || season.max_by_key(Period::first_day));
        self.clock.season = season.or(self.clock.season);
        self.clock.accounts = view.given(Marks::TIME, || accounting_year(view)).or(self.clock.accounts);
        let owns = |a: &&Actor| {
            matches!(a.role, Role::Subject | Role::Possessor | Role::Modifier | Role::Label | Role::Teller)
        };
        let owner = view.actors.iter().filter(|a| a.party.is_country()).find(owns).map(|a| a.party);
        self.clock.fiscal = self.fiscal_year(owner).or(self.clock.fiscal);
        // *in fiscal 1986/87, against three billion in 1985/86*: the years of a text that counts so.
        let fiscal = |m: &Mention| matches!(m.what, What::Period(Expression::In(Part::Year, YearRef::FiscalFrom(_))));
        if view.where_given(Marks::TIME, || view.mentions.iter().any(fiscal)) {
            self.clock.split = self.clock.split.or(self.clock.fiscal);
        }
        let spring = self.clock.fiscal.is_some_and(|f| (f.month, f.day) == (3, 21));
        let told = || spring && tells_fiscal_year(view) || counts_from_spring(view);
        self.clock.solar |= view.where_given(Marks::TIME, told);
    }

    /// Goods that the first lines name alone, or that a line opens with.
    fn hear_goods_of_line(&mut self, view: &View<'_>, sentence: &Sentence) {
        if self.sentences <= 3 {
            self.first_goods = self.first_goods.take().or_else(|| Some((goods_of_line::alone(view)?, false)));
        }
        // *Uranium*, a line of its own above what is told of it.
        if sentence.begins_line && sentence.tokens.len() <= 3 && view.quantities.is_empty() {
            let headed = goods_of_line::alone(view).filter(|_| view.actors.is_empty() && view.heads.is_empty());
            if headed.is_some() {
                self.spoken.begin();
            }
            self.first_goods = headed.map(|goods| (goods, true)).or(self.first_goods.take().filter(|(_, s)| !s));
        }
        if sentence.begins_line {
            self.label = goods_of_line::label_of_line(view);
            if self.label.is_some() {
                self.spoken.begin();
            }
        }
    }

    pub(super) fn pass_over(&mut self, written: &QuantityMention, rule: &'static str) {
        self.reading.passed_over.push(PassedOver { span: written.span, quote: String::new(), rule });
    }
}
