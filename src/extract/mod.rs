//! Documents to facts, slot by slot, each slot by an ordered list of named rules.
//!
//! | slot | file | example of a rule |
//! | --- | --- | --- |
//! | indicator | `indicator.rs` | `head_before`: *trade turnover reached **$11 billion*** |
//! | kind | `kind.rs` | `direction_before`: *up **14.1 percent*** |
//! | commodity | `commodity.rs` | `goods_of_figure`: *43 bcm of natural gas* |
//! | reporter, partner | `parties/` | `possessor`, `from`: *China's imports from Kazakhstan* |
//! | period, base | `period/` | `own_period`: *In 2022 ...* |
//! | status | `status.rs` | `nearest_word`: *agreed to bring ... to **$1 billion*** |
//!
//! What is no fact says so where it is found: figures of something else in `scope.rs` and `finance.rs`, those that only the whole text
//! tells apart in `whole.rs`.

mod abroad;
mod again;
mod agreed;
mod ahead;
mod aims;
mod alike;
mod anaphora;
mod announced;
mod as_much;
mod assemble;
mod base;
mod bearing;
mod behind;
mod below;
mod benchmark;
mod beside;
mod both_sides;
mod both_ways;
mod bracketed;
mod branch;
mod brought_up;
mod business;
mod by_day;
mod by_day_too;
mod by_how_much;
mod by_the_way;
mod carried;
mod carry;
mod columns;
mod commodity;
mod compared_pair;
mod compared_to;
mod compound;
mod countable;
mod counted_goods;
mod counted_in;
mod customary;
mod dealt;
mod deed;
mod digest;
mod direction;
mod divided;
mod division;
mod earned;
mod edition;
mod elsewhere;
mod entry;
mod epithets;
mod exchange;
mod figure;
mod figures;
mod finance;
mod fitted;
mod flows_compared;
mod frame;
mod fronted;
mod fuel;
mod goes_on;
mod goods;
mod goods_before;
mod goods_by_degree;
mod goods_by_unit;
mod goods_entry;
mod goods_in_turn;
mod goods_list;
mod goods_of_entry;
mod goods_of_figure;
mod goods_of_line;
mod goods_of_share;
mod goods_that_make_up;
mod grammar;
mod ground;
mod habitual;
mod handed;
mod head;
mod head_elsewhere;
mod head_read;
mod headline;
mod heard;
mod held;
mod held_back;
mod idle;
mod in_turn;
mod index;
mod indicator;
mod inverted;
mod invested;
mod its;
mod joined;
mod kind;
mod large;
mod levied;
mod line;
mod listed;
mod looked_back;
mod made;
mod made_by;
mod market;
mod market_words;
mod measured;
mod moved;
mod named_again;
mod named_by;
mod naming;
mod no_goods;
mod noun_of_change;
mod of_one_side;
mod of_route;
mod of_two_told;
mod one_over_other;
mod other;
mod outlook;
mod over_bracket;
mod own_subject;
mod paid_for;
mod paid_out;
mod part_again;
mod part_of;
mod participle;
mod parties;
mod parts_told;
mod period;
mod plant;
mod plausible;
mod provided;
mod quantities;
mod quota;
mod ranked;
mod reach;
mod ready;
mod respective;
mod rows;
mod rule;
mod scope;
mod season;
mod sentence_period;
mod set_beside;
mod share;
mod share_beside;
mod share_noun;
mod side;
mod spoken;
mod stand_ins;
mod standing;
mod status;
mod status_behind;
mod status_by_time;
mod status_by_verb;
mod status_cues;
mod status_laid_down;
mod status_nearest;
mod status_pairs;
mod story;
mod subject;
mod supplies;
mod survey;
mod survey_ends;
mod table;
mod talk;
mod talk_time;
mod tell;
mod tender;
mod through_pipe;
mod told;
mod two_trade;
mod undated;
mod under_way;
mod unit_below;
mod unknown;
mod verbs;
mod view;
mod weighed;
mod whole;
mod whose_goods;
mod wording;
mod yields;

use std::ops::Range;
use std::sync::Arc;

use crate::lexicon::{Kinds, Lexicon, NameForm, Told};
use crate::mention::{self, DecimalMark, Mention, Scan, What};
use crate::model::{Document, Fact, Party, Span};
use crate::resolve::{Clock, Context, Line};
use crate::token::{Folded, Sentence, Shape, Token, sentences, tokenize, tokenize_part};
use grammar::{English, Remembering};
use idle::LineStart;

/// Reads documents into facts. Cheap to clone; reading never fails and never panics.
///
/// ```
/// use bilateral::{Document, Extractor};
/// let text = "In 2022, trade turnover between China and Turkmenistan reached a record high of $11.181 billion.";
/// let facts = Extractor::new().facts(&Document::new("a1", text));
/// assert_eq!(facts.len(), 1);
/// assert_eq!(facts[0].quantity.value.to_string(), "11181000000");
/// assert_eq!(facts[0].period.unwrap().to_string(), "2022");
/// ```
#[derive(Debug, Clone)]
pub struct Extractor {
    lexicon: Arc<Lexicon>,
}

/// What a document was read as: its facts, and the figures that are none.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// The facts, in the order of the text.
    pub facts: Vec<Fact>,
    /// The figures passed over, in the order of the text.
    pub passed_over: Vec<PassedOver>,
}

/// A figure that is no fact, and the rule that said so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedOver {
    /// Its bytes in the text.
    pub span: Span,
    /// Its text.
    pub quote: String,
    /// The rule's name.
    pub rule: &'static str,
}

impl Default for Extractor {
    fn default() -> Self {
        Extractor::new()
    }
}

impl Extractor {
    /// An extractor with the lexicon that ships with the crate.
    #[must_use]
    pub fn new() -> Self {
        Extractor { lexicon: Lexicon::embedded() }
    }

    /// An extractor with this lexicon: that of the crate with a user's words over it, as of
    /// [`Preferences::lexicon`](crate::Preferences::lexicon).
    #[must_use]
    pub fn with_lexicon(lexicon: Arc<Lexicon>) -> Self {
        Extractor { lexicon }
    }

    /// The facts of a document, in the order of its text.
    #[must_use]
    pub fn facts(&self, document: &Document) -> Vec<Fact> {
        self.read_but(document, idle::is_idle).facts
    }

    /// The facts of a document and the figures that were passed over.
    #[must_use]
    pub fn read(&self, document: &Document) -> Reading {
        let mut reading = self.read_but(document, idle::is_idle);
        for passed in &mut reading.passed_over {
            passed.quote = passed.span.of(&document.text).unwrap_or_default().into();
        }
        reading
    }

    /// Reads a document but for the sentences that are idle; the figures passed over are without their text.
    fn read_but(&self, document: &Document, is_idle: idle::Test) -> Reading {
        let text = &document.text;
        if !reach::holds_figures(text) {
            return Reading::default();
        }
        let folded = Folded::new(text);
        let Some(part) = reach::read_part(text, &folded, &self.lexicon.phrases) else { return Reading::default() };
        let cut = if text.len() > large::LARGE {
            self.cut_large(text, part, &folded, is_idle)
        } else {
            self.cut(text, part, &folded, is_idle)
        };
        let Cut { tokens, sentences, mut heard, decimal_mark, tables } = cut;
        let Some(last) = heard.iter().rposition(|h| h.candidate) else { return Reading::default() };
        let mut context = Context::default();
        if let Some(title) = &document.title {
            let folded = Folded::new(title);
            let title_tokens = tokenize(title, &folded, self.lexicon.phrases.words());
            let whole = Sentence { tokens: 0..title_tokens.len(), paragraph: 0, begins_line: true };
            let found = mention::find(&Scan::new(&title_tokens, &whole, &self.lexicon, decimal_mark));
            context.hear(&found, &title_tokens, &self.lexicon, Line::Prose);
        }
        (context.source, context.office) =
            document.source.as_deref().map_or((None, None), |source| self.publisher(source));
        // The note below a table's last row holds no figure.
        let note = heard.get(last + 1).is_some_and(|h| !h.captions.is_empty());
        heard.truncate(last + 1 + usize::from(note));
        let present = match document.published {
            Some(_) => undated::Present::default(),
            None => {
                let inside = |s: &Sentence| tokens[s.tokens.clone()].iter().skip(1).any(|t| t.column);
                let column = |s: &Sentence| tables && s.begins_line && inside(s);
                let headed = sentences.first().is_some_and(|s| {
                    s.tokens.len() <= HEADING && !tokens[s.tokens.clone()].last().is_some_and(|t| t.is_mark('.'))
                });
                undated::present(&heard, |at| !column(&sentences[at]), &tokens, headed)
            }
        };
        let published = document.published.or(present.day);
        stand_ins::in_their_time(&mut heard, published);
        stand_ins::of_a_desk(&mut heard, &tokens);
        stand_ins::of_named(&mut heard, &tokens);
        let heard = &heard[..];
        let grammar = Remembering::new(English);
        let clock = Clock { published, year: present.year, month: present.month, ..Clock::default() };
        let mut assembler = assemble::Assembler::new(document, clock, &tokens, &self.lexicon, &grammar, context);
        assembler.tables = tables;
        // The rows of a table say nothing of whose it is.
        let row = |sentence: &Sentence| tables && unit_below::is_row(&tokens, sentence);
        let prose = sentences.iter().zip(heard).filter(|(sentence, _)| !row(sentence));
        assembler.settle(prose.clone().flat_map(|(_, h)| &h.mentions));
        assembler.digest = digest::is_one(&tokens, prose.clone());
        for (sentence, heard) in prose {
            assembler.survey.hear(&tokens, sentence, &heard.mentions, &grammar);
            assembler.story.hear(&heard.mentions, &tokens);
        }
        assembler.settle_home();
        // What stands behind the last figure tells nothing of one.
        let is_figure = |m: &Mention| matches!(m.what, What::Quantity(_));
        let read = heard.iter().rposition(|h| h.mentions.iter().any(is_figure)).map_or(0, |last| last + 1);
        for (at, (sentence, here)) in sentences.iter().zip(&heard[..read]).enumerate() {
            if here.idle {
                assembler.pass(sentence);
            } else {
                if let Some(caption) = unit_below::of_rows(&tokens, &sentences, heard, at) {
                    assembler.caption_below = Some((caption, at));
                }
                assembler.sentence(sentence, here);
            }
        }
        assembler.finish()
    }

    /// The one country that a publisher's name holds, and the country whose statistical office it is.
    fn publisher(&self, source: &str) -> (Option<Party>, Option<Party>) {
        let folded = Folded::new(source);
        let tokens = tokenize(source, &folded, self.lexicon.phrases.words());
        let whole = Sentence { tokens: 0..tokens.len(), paragraph: 0, begins_line: true };
        let found = mention::find_names(&Scan::new(&tokens, &whole, &self.lexicon, DecimalMark::of(&tokens)));
        let named = found.iter().filter_map(|m| match m.what {
            What::Party(party, form) => Some((party, form)),
            _ => None,
        });
        let office = named.clone().find(|(_, form)| *form == NameForm::Office).map(|(party, _)| party);
        let mut countries = named
            .filter(|(party, form)| party.is_country() && !matches!(form, NameForm::Place | NameForm::Office))
            .map(|(party, _)| party);
        let first = countries.next();
        // *Federal Statistical Office, Switzerland*: of the country that it is named with.
        let office = office.map(|office| first.unwrap_or(office));
        let first = first.or(office);
        (first.filter(|first| countries.all(|other| other == *first)), office)
    }

    /// Cuts a part of a text into sentences and hears each, to the last that can hold a figure.
    fn cut<'t>(&self, text: &'t str, part: Range<usize>, folded: &'t Folded, is_idle: idle::Test) -> Cut<'t> {
        let mut tokens = tokenize_part(text, part, folded, self.lexicon.phrases.words());
        mention::unbracket(&mut tokens, &self.lexicon);
        let decimal_mark = DecimalMark::of(&tokens);
        let mut sentences = sentences(&tokens, &self.lexicon.abbreviations);
        sentences.truncate(reach::read_sentences(&tokens, &sentences, &self.lexicon, decimal_mark));
        let mut heard: Vec<Heard> = Vec::with_capacity(sentences.len());
        let mut tables = false;
        let mut room = mention::Room::default();
        for (at, sentence) in sentences.iter().enumerate() {
            tables |= sentence.begins_line && tokens[sentence.tokens.clone()].iter().skip(1).any(Token::may_part_cells);
            let line = LineStart::of(sentence);
            let idle = |kinds, words: &[Token<'_>]| at > 0 && is_idle(kinds, words, line, tables);
            heard.push(self.hear(&mut room, &tokens, sentence, decimal_mark, idle));
        }
        drop(room);
        Cut { tokens, sentences, heard, decimal_mark, tables }
    }

    /// What is written in a sentence: everything where it can hold a figure or is a heading, nothing where it is idle, else
    /// names alone.
    fn hear<'a>(
        &'a self,
        room: &mut mention::Room<'a>,
        tokens: &'a [Token<'a>],
        sentence: &Sentence,
        decimal_mark: DecimalMark,
        is_idle: impl Fn(Kinds, &[Token<'_>]) -> bool,
    ) -> Heard {
        let words = &tokens[sentence.tokens.clone()];
        // First by the words alone, then by the phrases that they make.
        let kinds = idle::kinds(&self.lexicon, words);
        if kinds.is_some_and(|kinds| is_idle(kinds, words)) {
            return Heard::idle();
        }
        let scan = Scan::again(std::mem::take(room), tokens, sentence, &self.lexicon, decimal_mark);
        let candidate = scan.holds_figures();
        if !candidate && kinds.is_some_and(|kinds| is_idle(scan.kinds().or(kinds.only(Kinds::NATION)), words)) {
            *room = scan.leave();
            return Heard::idle();
        }
        let heading = sentence.begins_line && sentence.tokens.len() <= HEADING;
        // *Details, in mln dlrs:*, *Exports (thousand dollars)* behind another sentence or a table's number.
        let last = tokens[sentence.tokens.clone()].last();
        let leads = sentence.tokens.len() <= HEADING
            && last.is_some_and(|t| !matches!(t.shape, Shape::Mark('.' | '!' | '?' | '"')));
        // *The report showed that output rose in July*: a time that the next sentences go on from.
        let year = || words.len() <= YEAR_TOLD && words.iter().any(|t| t.text.len() == 4 && t.shape == Shape::Digits);
        // *in the six months to June*: words that could have made a figure made none.
        let said = kinds.unwrap_or_else(|| scan.kinds());
        let timed = said.meets(Kinds::CALENDAR) && said.meets(Kinds::HEAD) || year();
        let mentions =
            if candidate || heading || leads || timed { mention::find(&scan) } else { mention::find_names(&scan) };
        // *Buyers, in billion dollars: China 9.1, Japan 2.4.*
        let lists = || candidate && tokens[sentence.tokens.clone()].iter().any(|t| t.is_mark(':'));
        let captions = if heading || leads || lists() { mention::captions(&scan) } else { Vec::new() };
        let told = scan.told();
        *room = scan.leave();
        Heard { idle: false, candidate, mentions, captions, told }
    }
}

/// How many tokens a sentence has at the most that tells which year a text is of.
const YEAR_TOLD: usize = 16;

/// How many tokens a heading or row has at the most.
const HEADING: usize = 60;

/// A text cut into sentences.
struct Cut<'t> {
    tokens: Vec<Token<'t>>,
    sentences: Vec<Sentence>,
    /// What is written in each sentence.
    heard: Vec<Heard>,
    decimal_mark: DecimalMark,
    /// Whether a line of it has cells, as the rows of a table.
    tables: bool,
}

/// A sentence with what is written in it.
struct Heard {
    /// Whether it says nothing that a figure elsewhere could go on from.
    idle: bool,
    /// Whether it can hold a figure.
    candidate: bool,
    mentions: Vec<Mention>,
    captions: Vec<mention::Caption>,
    /// What is told of its words.
    told: Told,
}

impl Heard {
    fn idle() -> Self {
        Heard { idle: true, candidate: false, mentions: Vec::new(), captions: Vec::new(), told: Told::NOTHING }
    }
}
