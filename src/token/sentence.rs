//! Tokens to sentences.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;

use super::line::{breaks_line, is_row};
use super::{Gap, Shape, Token};

/// A sentence, heading, bullet or row: a range of tokens with its paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Which paragraph it stands in, from 0.
    pub paragraph: usize,
    /// Whether it begins a line.
    pub begins_line: bool,
}

/// No sentence has more tokens: what runs on longer is cut, so that the time to read it grows with its length.
const LONGEST: usize = 400;

/// Cuts tokens into sentences. `abbreviations` are lower-case words after which a full stop ends nothing, and signs of money as
/// they are written, after which it ends nothing before a number: *Nu. 28.2 billion*.
#[must_use]
pub fn sentences(tokens: &[Token<'_>], abbreviations: &HashSet<String>) -> Vec<Sentence> {
    let mut found = Vec::new();
    let (mut start, mut paragraph, mut line, mut begins_line) = (0, 0, 0, true);
    let wire = OnceCell::new();
    let cells = tokens.iter().any(Token::may_part_cells);
    for (i, pair) in tokens.windows(2).enumerate() {
        let ([before, token], i) = (pair, i + 1) else { continue };
        let breaks = match token.gap {
            Gap::None if before.is_mark('"') => {
                // *through Kazakhstan."This year we plan*
                i - start >= 4 && tokens[i - 2].is_mark('.') && runs_together_quoted(&tokens[..=i], abbreviations)
            }
            Gap::None => before.is_mark('.') && runs_together(&tokens[..=i], abbreviations),
            // Most blanks stand behind a word.
            Gap::Narrow | Gap::Blank => match before.shape {
                Shape::Mark('.' | '!' | '?' | '"' | '\'' | ')' | ']') => ends(tokens, start, i, abbreviations, &wire),
                _ => false,
            },
            Gap::Line => breaks_line(tokens, line, i, cells, || {
                !is_shortened(tokens, i, abbreviations) || ends(tokens, start, i, abbreviations, &wire)
            }),
            Gap::Paragraph => true,
        };
        if token.gap >= Gap::Line {
            line = i;
        }
        if breaks || i - start >= LONGEST {
            found.push(Sentence { tokens: start..i, paragraph, begins_line });
            start = i;
            begins_line = token.gap >= Gap::Line;
            paragraph += usize::from(token.gap == Gap::Paragraph);
        }
    }
    if start < tokens.len() {
        found.push(Sentence { tokens: start..tokens.len(), paragraph, begins_line });
    }
    found
}

/// *rose sharply.Exports to China fell*, *in May 2018.The value*: whether the last token opens a sentence that no blank parts
/// from the one before.
fn runs_together(tokens: &[Token<'_>], abbreviations: &HashSet<String>) -> bool {
    let [.., word, stop, next] = tokens else { return false };
    let small = |text: &str| text.chars().all(char::is_lowercase);
    // *Japan 36%.Imports were*: a percentage is no part of a name either.
    let closes = match word.shape {
        // *via Kazakhstan.In addition, exports rose*
        Shape::Word => {
            word.text.len() > 3
                && (small(word.text) || is_name(word) && starts_sentence(next))
                && !abbreviations.contains(word.norm.as_ref())
        }
        Shape::Digits => word.text.len() == 4,
        Shape::Mark(mark) => mark == '%' && next.text.len() > 3,
    };
    stop.is_joined()
        && closes
        && next.is_capitalised()
        && next.text.len() > 1
        && next.text.chars().skip(1).all(char::is_lowercase)
        && !matches!(next.norm.as_ref(), "com" | "org" | "net" | "gov" | "ru" | "uk" | "eu" | "info")
}

/// A word that is written large and goes on small: *Kazakhstan*.
fn is_name(token: &Token<'_>) -> bool {
    token.is_capitalised() && token.text.chars().skip(1).all(char::is_lowercase)
}

/// *through Kazakhstan."This year we plan*: the same over the mark of a quotation.
fn runs_together_quoted(tokens: &[Token<'_>], abbreviations: &HashSet<String>) -> bool {
    let [.., word, stop, quote, next] = tokens else { return false };
    let word_ends = word.text.len() > 2 && word.shape == Shape::Word && !abbreviations.contains(word.norm.as_ref());
    word_ends && stop.is_joined() && quote.is_joined() && is_name(next) && starts_sentence(next)
}

/// Whether the full stop before token `next` stands behind a word cut short or a letter: *76 mln U.S.*, *on Oct.*
fn is_shortened(tokens: &[Token<'_>], next: usize, abbreviations: &HashSet<String>) -> bool {
    let Some([word, stop]) = next.checked_sub(2).map(|at| [&tokens[at], &tokens[at + 1]]) else { return false };
    let letter = word.is_capitalised() && word.text.chars().count() == 1;
    stop.is_mark('.') && stop.is_joined() && (letter || abbreviations.contains(word.norm.as_ref()))
}

/// Whether a sentence ends between tokens `next - 1` and `next`, which blanks part.
/// `wire` keeps whether the text writes large what follows an acronym.
fn ends(
    tokens: &[Token<'_>],
    start: usize,
    next: usize,
    abbreviations: &HashSet<String>,
    wire: &OnceCell<bool>,
) -> bool {
    // Closing quotes and brackets belong to the sentence that they close.
    let mut at = next - 1;
    while at > start && matches!(tokens[at].shape, Shape::Mark('"' | '\'' | ')' | ']')) && tokens[at].is_joined() {
        at -= 1;
    }
    let after = &tokens[next];
    // The cells of a row are one line: `Exports (f.o.b.)   1,936.9`.
    if after.column && after.gap < Gap::Line {
        return false;
    }
    let opens = match after.shape {
        Shape::Word => !after.text.chars().next().is_some_and(char::is_lowercase),
        Shape::Digits => true,
        Shape::Mark(mark) => matches!(mark, '"' | '\'' | '(' | '[' | '-' | '$' | '€' | '£' | '¥' | '•' | '#'),
    };
    match tokens[at].shape {
        Shape::Mark('!' | '?') => opens,
        Shape::Mark('.') if opens && at > start => {
            let before = &tokens[at - 1];
            // `1. China 512` is one row; `Table 4. Exports of tea` is one heading.
            let counted = before.shape == Shape::Digits && before.text.len() <= 2 && tokens[at].is_joined();
            if counted && at == next - 1 {
                let headed = at == start + 2 && matches!(tokens[start].norm.as_ref(), "table" | "figure" | "chart");
                let row = || at == start + 1 && is_row(tokens, start).is_some();
                if headed || row() {
                    return false;
                }
            }
            if is_parted_fraction(tokens, at) {
                return false;
            }
            if before.shape != Shape::Word || !tokens[at].is_joined() {
                return true;
            }
            let single = before.text.chars().count() == 1 && at == next - 1;
            // A letter with its stop: an initial (`J. Smith`), or the end of an acronym (`U.S.`).
            if single && before.is_capitalised() {
                let acronym = at >= start + 3 && tokens[at - 2].is_mark('.') && tokens[at - 1].is_joined();
                // `The U.S. Last year was`: nothing was said yet that could have ended.
                // `76 mln N.Z. Dlrs`: wires write the word after a stop large.
                return acronym
                    && at > start + 5
                    && !matches!(after.norm.as_ref(), "dlrs" | "dlr" | "dollars")
                    && after.shape == Shape::Word
                    && (starts_sentence(after) || begins_clause(tokens, next))
                    && !((joins(after) || describes_trade(tokens, next))
                        && *wire.get_or_init(|| writes_large_behind_acronyms(tokens)));
            }
            if !abbreviations.contains(before.norm.as_ref()) {
                let sign = after.shape == Shape::Digits && before.is_capitalised();
                return !(sign && abbreviations.contains(before.text));
            }
            // `Oct. 14` goes on; `... 44 bln. The` ends.
            let clause = matches!(before.norm.as_ref(), "bn" | "mn" | "mln" | "bln" | "tn")
                && (next + 1..next + 3).any(|at| {
                    tokens.get(at).is_some_and(|t| {
                        matches!(
                            t.text,
                            "exports"
                                | "imports"
                                | "trade"
                                | "sales"
                                | "shipments"
                                | "output"
                                | "production"
                                | "consumption"
                                | "stocks"
                                | "exported"
                                | "imported"
                                | "sold"
                                | "bought"
                        )
                    })
                });
            // `some 1.3 mln. Brazilian soyoil`: what stands behind the stop is no money and no measure.
            let joined = before.is_joined() && at >= start + 2 && tokens[at - 2].shape == Shape::Digits;
            let scaled = (matches!(before.norm.as_ref(), "mln" | "bln" | "bn" | "mn" | "tn" | "trn")
                || before.text == "m" && joined)
                && (is_name_or_opener(after) || opens_line(after) || joined && is_acronym(after))
                && !after.text.ends_with('s')
                && !matches!(after.text, "Yen" | "Stg" | "Crowns" | "Euro" | "Bpd")
                && tokens.get(next + 1).is_some_and(|t| {
                    let money =
                        ["dollar", "dlr", "franc", "mark", "pound", "peso", "rupee", "crown", "shilling", "dinar"];
                    let word = t.text.starts_with(char::is_lowercase) || matches!(t.shape, Shape::Mark('\'' | '’'));
                    word && !money.iter().any(|name| t.text.starts_with(name))
                });
            let unit = matches!(before.norm.as_ref(), "dlrs" | "pct" | "km" | "t" | "ft");
            // `Yangon, 28 Dec. In the first half`: a day before its month ends what stands before the report.
            let dated = before.is_capitalised() && at >= start + 2 && tokens[at - 2].shape == Shape::Digits;
            after.shape == Shape::Word
                && (!before.is_capitalised() || dated)
                && (starts_sentence(after)
                    || begins_clause(tokens, next)
                    || clause
                    || scaled
                    || unit && is_name_or_opener(after))
        }
        _ => false,
    }
}

/// Words that join what follows to what stands before them: behind an acronym they seldom open a sentence.
fn joins(token: &Token<'_>) -> bool {
    const JOINING: [&str; 14] =
        ["in", "and", "as", "at", "for", "from", "on", "about", "some", "of", "after", "by", "with", "more"];
    JOINING.contains(&token.norm.as_ref())
}

/// *all-destination U.K. Exports of*: whether the acronym before token `next` describes a noun of trade; behind *the* it is a name
/// that can end what was said.
fn describes_trade(tokens: &[Token<'_>], next: usize) -> bool {
    let noun = matches!(
        tokens[next].text,
        "Exports" | "Imports" | "Output" | "Production" | "Sales" | "Shipments" | "Deliveries" | "Trade" | "Prices"
    );
    noun && next >= 5 && tokens[next - 5].norm != "the"
}

/// `reached 1. 92 billion US dollars`: whether the stop at `at` parts a whole from its fraction over a blank that slipped in.
pub fn is_parted_fraction(tokens: &[Token<'_>], at: usize) -> bool {
    let digits = |at: usize, most: usize| {
        tokens.get(at).is_some_and(|t| t.shape == Shape::Digits && t.gap == Gap::Blank && t.text.len() <= most)
    };
    let scale = |t: &Token<'_>| {
        matches!(t.norm.as_ref(), "trillion" | "billion" | "million" | "bn" | "bln" | "mln" | "percent" | "pct")
    };
    let leads = |t: &Token<'_>| t.shape == Shape::Word && t.text.starts_with(|c: char| c.is_ascii_lowercase());
    at >= 2
        && tokens.get(at).is_some_and(|t| t.is_mark('.') && t.is_joined())
        && digits(at - 1, 3)
        && digits(at + 1, 2)
        && leads(&tokens[at - 2])
        && tokens.get(at + 2).is_some_and(scale)
}

/// Whether a text writes large what follows `U.S.`, as the wires of the 1980s did: *the U.S. Said*, *5 mln U.S. Dlrs*.
fn writes_large_behind_acronyms(tokens: &[Token<'_>]) -> bool {
    const NEVER_LARGE: [&str; 14] =
        ["said", "is", "has", "was", "were", "would", "will", "should", "of", "to", "dlrs", "had", "may", "could"];
    tokens.windows(3).any(|t| {
        matches!(t[2].text, "dlrs" | "dlr" | "pct" | "REUTER" | "Reuter")
            || t[2].is_capitalised()
                && t[1].is_mark('.')
                && t[1].is_joined()
                && t[0].text.len() == 1
                && t[0].is_capitalised()
                && t[0].gap == Gap::None
                && t[2].gap > Gap::None
                && NEVER_LARGE.contains(&t[2].norm.as_ref())
    })
}

/// Whether a subject and its verb or preposition begin at token `at`: *Earnings were*, *Exports of*.
fn begins_clause(tokens: &[Token<'_>], at: usize) -> bool {
    const FOLLOWERS: [&str; 32] = [
        "took",
        "bought",
        "sold",
        "supplied",
        "exported",
        "imported",
        "produced",
        "accounted",
        "remained",
        "received",
        "said",
        "will",
        "were",
        "was",
        "is",
        "are",
        "in",
        "rose",
        "fell",
        "grew",
        "has",
        "have",
        "had",
        "also",
        "reached",
        "amounted",
        "totalled",
        "totaled",
        "increased",
        "decreased",
        "with",
        "from",
    ];
    let plain =
        |t: &Token<'_>| t.is_capitalised() && t.text.chars().skip(1).all(char::is_lowercase) && t.text.len() > 3;
    // `1.85 mln. Exports of light trucks`, but *the U.S. Trade deficit*
    let compound = tokens[at].text == "Trade"
        && tokens.get(at + 1).is_some_and(|t| {
            matches!(
                t.text,
                "deficit"
                    | "surplus"
                    | "gap"
                    | "balance"
                    | "imbalance"
                    | "figures"
                    | "representative"
                    | "official"
                    | "officials"
                    | "negotiators"
                    | "law"
                    | "laws"
                    | "policy"
            )
        });
    let trade = !compound
        && matches!(
            tokens[at].text,
            "Exports" | "Imports" | "Output" | "Production" | "Sales" | "Shipments" | "Deliveries" | "Trade" | "Prices"
        );
    // `to the U.S. Copra exports were`: behind *to the* the letters are a name, and describe nothing.
    let named = at >= 6
        && tokens[at - 5].norm == "the"
        && matches!(tokens[at - 6].norm.as_ref(), "to" | "from" | "with")
        && tokens.get(at + 1).is_some_and(|t| {
            matches!(t.text, "exports" | "imports" | "shipments" | "output" | "production" | "sales" | "deliveries")
        });
    trade
        || named && plain(&tokens[at])
        || plain(&tokens[at]) && tokens.get(at + 1).is_some_and(|t| FOLLOWERS.contains(&t.text) && t.gap < Gap::Line)
}

/// Whether a word is written as the first of a sentence is: behind a full unit of measure nothing else begins so.
fn is_name_or_opener(token: &Token<'_>) -> bool {
    token.is_capitalised() && token.text.chars().skip(1).all(char::is_lowercase) && token.text.chars().count() > 2
}

/// `compared to $3.6bn.` over `CBE said`: an acronym that opens a line.
fn opens_line(token: &Token<'_>) -> bool {
    token.gap >= Gap::Line && token.text.len() > 2 && token.text.chars().all(|c| c.is_ascii_uppercase())
}

/// `reached 1.2m. EVN consumed`: an acronym that can be no code of money.
fn is_acronym(token: &Token<'_>) -> bool {
    let money =
        ["usd", "eur", "gbp", "jpy", "cny", "rub", "dlrs", "stg", "bpd", "kwh", "mwh", "boe", "tce", "toe", "btu"];
    token.text.len() > 2 && token.text.chars().all(|c| c.is_ascii_uppercase()) && !money.contains(&token.norm.as_ref())
}

/// Words that open a sentence rather than continue a name.
fn starts_sentence(token: &Token<'_>) -> bool {
    const OPENERS: [&str; 38] = [
        "the",
        "in",
        "it",
        "this",
        "that",
        "these",
        "those",
        "a",
        "an",
        "he",
        "she",
        "they",
        "we",
        "but",
        "and",
        "as",
        "at",
        "for",
        "from",
        "on",
        "its",
        "according",
        "about",
        "some",
        "of",
        "while",
        "last",
        "most",
        "more",
        "another",
        "other",
        "among",
        "after",
        "there",
        "their",
        "by",
        "with",
        "meanwhile",
    ];
    token.is_capitalised() && OPENERS.contains(&token.norm.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::{Folded, Vocabulary, tokenize};

    fn cut(text: &str) -> Vec<String> {
        let abbreviations = ["oct", "jan", "mr", "bln", "cu", "no"].map(String::from).into();
        let folded = Folded::new(text);
        let tokens = tokenize(text, &folded, &Vocabulary::default());
        sentences(&tokens, &abbreviations)
            .into_iter()
            .map(|s| text[tokens[s.tokens.start].span.start..tokens[s.tokens.end - 1].span.end].to_string())
            .collect()
    }

    #[test]
    fn stops_that_end_nothing() {
        for whole in [
            "He arrived on Oct. 14 to attend.",
            "BEIJING, Jan. 19 -- Trade rose.",
            "The U.S. Commerce Department said so.",
            "It sold 44 bln cu. m of gas.",
            "Trade made $2.648 billion, up 14.1 percent.",
            "It earned 44 bln. Canadian dollars from gas.",
        ] {
            assert_eq!(cut(whole), [whole]);
        }
    }

    #[test]
    fn stops_that_end() {
        assert_eq!(cut("Trade rose. Exports fell."), ["Trade rose.", "Exports fell."]);
        assert_eq!(cut("“Trade rose.” Exports fell."), ["“Trade rose.”", "Exports fell."]);
        assert_eq!(cut("It came to $5.4 billion. 61 firms came."), ["It came to $5.4 billion.", "61 firms came."]);
        assert_eq!(cut("It sold 44 bln. About half was gas."), ["It sold 44 bln.", "About half was gas."]);
        assert_eq!(cut("Yangon, 28 Oct. In May it fell."), ["Yangon, 28 Oct.", "In May it fell."]);
        assert_eq!(cut("It was made by the U.S. The rest stayed."), ["It was made by the U.S.", "The rest stayed."]);
    }

    #[test]
    fn wires_write_large_behind_acronyms() {
        let whole = "Other buyers were the U.S. At 86,383 tonnes and Japan, with sales worth five mln dlrs.";
        assert_eq!(cut(whole), [whole]);
        let said = "The U.S. Said so. It was the least sold to the U.S. In July 1984.";
        assert_eq!(cut(said), ["The U.S. Said so.", "It was the least sold to the U.S. In July 1984."]);
        let other = "It was the least sold to the U.S. In July 1984 it rose.";
        assert_eq!(cut(other), ["It was the least sold to the U.S.", "In July 1984 it rose."]);
        let new = "It cost five mln dlrs when it was made by the U.S. The rest stayed.";
        assert_eq!(cut(new), ["It cost five mln dlrs when it was made by the U.S.", "The rest stayed."]);
    }

    #[test]
    fn lines_that_wrap_and_lines_that_stand() {
        assert_eq!(cut("the trade of the two countries came last year to\n$5.4 billion").len(), 1);
        assert_eq!(cut("Year | Imports\n2016 | 13.7\n2017 | 18.3").len(), 3);
        assert_eq!(cut("A heading\n\nA text.").len(), 2);
        let story = "HEADING\n\nThe island recorded a 3.5 billion\nH.K. dlr deficit in February, after a surplus in the month before.";
        let below = "\n    Imports rose to 24 billion dlrs, and exports came to 20 billion.";
        assert_eq!(cut(&format!("{story}{below}")).len(), 3);
        assert_eq!(cut(story).len(), 3);
        assert_eq!(cut("Facts:\n· Trade $1.7 billion\n· Reserves").len(), 3);
    }
}
