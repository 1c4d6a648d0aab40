//! Lines that stand for themselves, with or without a full stop: headings, rows of a list, entries of a label and a figure.
//!
//! | line | reading |
//! | --- | --- |
//! | `China 512` above `Japan 203` | rows |
//! | `Soybean meal: US$ 128 million` | an entry |
//! | *The price is likely to rise to* | goes on in the line below |
//! | `- Mexico has bought` above a line of prose | the first line of a story, which goes on |

use super::{Gap, Shape, Token};

/// How long a line must be for its break to be taken for wrapping, in bytes.
const WRAPPED: usize = 45;

/// Whether the line that begins at token `line` and ends before token `next` stands for itself. `stops` tells whether a full
/// stop at its end ends a sentence, `cells` whether the text has cells at all.
pub fn breaks_line(tokens: &[Token<'_>], line: usize, next: usize, cells: bool, stops: impl Fn() -> bool) -> bool {
    let (first, last, after) = (&tokens[line], &tokens[next - 1], &tokens[next]);
    let length = last.span.end - first.span.start;
    let bullet = matches!(after.shape, Shape::Mark('•' | '-' | '*' | '+' | '|' | '#'));
    let row = |at: usize| {
        tokens[at..]
            .iter()
            .enumerate()
            .take_while(|(k, t)| *k == 0 || t.gap < Gap::Line)
            .any(|(k, t)| k > 0 && t.may_part_cells())
    };
    let lower = || after.norm.chars().next().is_some_and(|c| c.is_lowercase() && after.text.starts_with(c));
    let ended = match last.shape {
        Shape::Mark('!' | '?' | ':' | ';') => true,
        // *51,000 tonnes of U.S.* above *soybeans*: a word cut short ends nothing where a small letter goes on below.
        Shape::Mark('.') => length < WRAPPED && !lower() || stops(),
        _ => false,
    };
    // `3.2 pct to 2.6 million gallons;` at the end of a full line of prose goes on below.
    let wraps = last.is_mark(';') && length >= WRAPPED && !is_entry(tokens, line) && !is_entry(tokens, next);
    // What is seen at once comes first.
    let short = || {
        let opens = || opens_story(tokens, line, next) || opens_indented(tokens, line, next);
        length < WRAPPED && !lower() && !goes_on(last) && !opens()
    };
    if bullet || after.column || ended && !wraps || short() {
        return true;
    }
    let shouted = tokens[line..next].iter().all(|t| !t.text.chars().any(char::is_lowercase));
    // `production: 1.3 million tons (2023)` below `reserves: 25 billion tons (2023)`
    shouted
        || cells && (row(line) || row(next))
        || is_year_entry(tokens, line) && is_year_entry(tokens, next)
        || is_entry(tokens, next) && (is_entry(tokens, line) || tells_a_figure(tokens, next, last))
        || begins_rows(tokens, next)
}

/// `China 512` above `Japan 203`: whether a line and the one below it are each a short name and a figure, with a dash or comma between
/// at the most.
fn begins_rows(tokens: &[Token<'_>], line: usize) -> bool {
    is_row(tokens, line).and_then(|next| is_row(tokens, next)).is_some()
}

/// The token behind a line that is a short name and a figure.
pub fn is_row(tokens: &[Token<'_>], line: usize) -> Option<usize> {
    let first = tokens.get(line).filter(|t| t.gap >= Gap::Line)?;
    let counted = first.shape == Shape::Digits
        && first.text.len() <= 2
        && tokens.get(line + 1).is_some_and(|t| t.is_joined() && (t.is_mark('.') || t.is_mark(')')));
    let name = line + if counted { 2 } else { 0 };
    let end = (line + 1..tokens.len()).take(10).find(|at| tokens[*at].gap >= Gap::Line);
    let end = end.or((tokens.len() <= line + 10).then_some(tokens.len()))?;
    let label = tokens.get(name..end)?.iter().take_while(|t| t.shape == Shape::Word || t.is_mark('\'')).count();
    let dash = |t: &Token<'_>| matches!(t.shape, Shape::Mark('-' | '–' | '—' | ',' | ':'));
    let figure = name + label + usize::from(tokens.get(name + label).is_some_and(dash));
    let digits =
        |t: &Token<'_>| t.shape == Shape::Digits || matches!(t.shape, Shape::Mark('.' | ',' | '%')) && t.is_joined();
    let row = (1..=5).contains(&label)
        && tokens[name].is_capitalised()
        && tokens
            .get(figure..end)
            .is_some_and(|cells| cells.first().is_some_and(|t| t.shape == Shape::Digits) && cells.iter().all(digits));
    row.then_some(end)
}

/// `Soybean meal: US$ 128 million` below a heading of any length: a short label before a colon and a figure right behind it.
fn tells_a_figure(tokens: &[Token<'_>], line: usize, last: &Token<'_>) -> bool {
    let Some(colon) = (line + 1..(line + 6).min(tokens.len())).find(|at| tokens[*at].is_mark(':')) else {
        return false;
    };
    let figure = tokens[colon + 1..].iter().take(3).take_while(|t| t.gap < Gap::Line).any(|t| t.shape == Shape::Digits);
    let label = tokens[line + 1..colon].iter().all(|t| t.shape == Shape::Word && t.gap < Gap::Line);
    figure && label && tokens[line].is_capitalised() && !goes_on(last) && !matches!(last.shape, Shape::Mark(',' | '-'))
}

/// *The price is likely to rise to* at the end of a line: a word that ends nothing.
fn goes_on(last: &Token<'_>) -> bool {
    matches!(
        last.text,
        "to" | "of"
            | "a"
            | "an"
            | "the"
            | "and"
            | "or"
            | "in"
            | "at"
            | "by"
            | "for"
            | "from"
            | "with"
            | "than"
            | "between"
            | "some"
            | "about"
            | "around"
            | "nearly"
            | "record"
            | "its"
            | "their"
    )
}

/// `- Mexico has bought` above a line of prose: the first line of a story behind the dash of its dateline, which ends in a
/// small word.
fn opens_story(tokens: &[Token<'_>], line: usize, next: usize) -> bool {
    let small = tokens[next - 1].shape == Shape::Word && tokens[next - 1].text.starts_with(char::is_lowercase);
    let below = tokens[next..].iter().enumerate().take_while(|(k, t)| *k == 0 || t.gap < Gap::Line).last();
    let long = || below.is_some_and(|(_, end)| end.span.end - tokens[next].span.start >= WRAPPED);
    tokens[line].is_mark('-') && next - line >= 4 && small && long()
}

/// How many lines the first paragraph of a story has at the most.
const FIRST_PARAGRAPH: usize = 14;

/// How wide the blanks before the first line of each further paragraph are at the least, in bytes.
const INDENTED: usize = 4;

/// `Hong Kong recorded a 3.51 billion` above a line of prose, where the paragraphs below are set in: the first line of a story,
/// short because its dateline is gone.
fn opens_indented(tokens: &[Token<'_>], line: usize, next: usize) -> bool {
    let set_in = |at: usize| tokens[at].span.start - tokens[at - 1].span.end > INDENTED;
    let mut starts = (next..tokens.len()).filter(|at| tokens[*at].gap >= Gap::Line).take(FIRST_PARAGRAPH);
    let wide = |at: usize| {
        let end = (at + 1..tokens.len()).find(|end| tokens[*end].gap >= Gap::Line).unwrap_or(tokens.len());
        tokens[end - 1].span.end - tokens[at].span.start >= WRAPPED
    };
    tokens[line].gap == Gap::Paragraph
        && next - line >= 2
        && starts.next().is_some_and(|at| at == next && !set_in(at) && wide(at))
        && starts.take_while(|at| tokens[*at].gap == Gap::Line).find(|at| set_in(*at)).is_some_and(&wide)
}

/// Whether the line at token `line` is an entry or heads some: a short label and a colon.
fn is_entry(tokens: &[Token<'_>], line: usize) -> bool {
    let words = tokens[line..].iter().enumerate().take_while(|(k, t)| *k == 0 || t.gap < Gap::Line);
    let mut words = words.map(|(_, t)| t).take(10).skip_while(|t| !t.is_mark(':') && !t.is_mark('.'));
    words.next().is_some_and(|t| t.is_mark(':'))
}

/// `2015 - USD 432.6 million (export - 214.0; import - 218.6)`: whether the line at token `line` is the entry of a year.
fn is_year_entry(tokens: &[Token<'_>], line: usize) -> bool {
    let year = tokens[line].shape == Shape::Digits && tokens[line].text.len() == 4;
    year && tokens
        .get(line + 1)
        .is_some_and(|t| matches!(t.shape, Shape::Mark('-' | '–' | '—' | ':')) && t.gap < Gap::Line)
}
