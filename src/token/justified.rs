//! Prose set with several blanks between its words, as pages of print are stored, or with two behind every sentence, as on a
//! typewriter: no columns of a table.

use super::{Gap, Shape, Token};

/// How many wide blanks a line of prose has at the least to be called set so.
const WIDE: usize = 4;

/// How many small words a line has at the least that two blanks here and there make no row of.
const LOOSE: usize = 5;

/// Takes wide blanks for plain ones in lines of prose.
pub fn level(tokens: &mut [Token<'_>]) {
    let mut start = 0;
    // The line before.
    let mut before = 0..0;
    while start < tokens.len() {
        let end = (start + 1..tokens.len()).find(|at| tokens[*at].gap >= Gap::Line).unwrap_or(tokens.len());
        let (above, line) = tokens[..end].split_at_mut(start);
        if has_columns(line) {
            if let Some(at) = behind_marker(line) {
                line[at].column = false;
            }
            let goes_on = || {
                let above = &above[before.clone()];
                let prose = !has_columns(above) && small_words(above) >= LOOSE;
                prose && line[0].gap == Gap::Line && is_wrapped(line)
            };
            if is_prose(line) || is_typed(line) || is_loose(line) || goes_on() {
                line.iter_mut().skip(1).for_each(|t| t.column = false);
            }
        }
        before = start..end;
        start = end;
    }
}

/// Whether wide blanks stand inside a line.
fn has_columns(line: &[Token<'_>]) -> bool {
    line.iter().skip(1).any(|t| t.column)
}

/// The token behind the bullet or number that a line opens with: *•  Imports were ...*, *2)  Imports were ...*.
fn behind_marker(line: &[Token<'_>]) -> Option<usize> {
    let bullet = |t: &Token<'_>| match t.shape {
        Shape::Mark(mark) => mark == '-' || mark == '*' || mark == '>' || !mark.is_ascii() && !mark.is_alphanumeric(),
        Shape::Word => t.text == "o",
        Shape::Digits => false,
    };
    let at = match line {
        [first, ..] if bullet(first) => 1,
        [open, number, close, ..] if open.is_mark('(') && close.is_mark(')') && number.is_joined() => 3,
        [number, close, ..] if number.text.len() <= 3 && close.is_joined() => {
            2 * usize::from(matches!(close.shape, Shape::Mark('.' | ')')))
        }
        _ => 0,
    };
    (at > 0 && line.get(at)?.column && line[at].shape == Shape::Word).then_some(at)
}

/// Whether most tokens of a line with wide blanks are small words.
fn is_prose(line: &[Token<'_>]) -> bool {
    let wide = line.iter().skip(1).filter(|t| t.column).count();
    wide >= WIDE
        && line.len() <= 4 * (wide + 1)
        && 5 * small_words(line) >= 3 * line.len()
        && !line.iter().any(|t| t.is_mark('|'))
}

/// Whether every wide blank of a line of small words stands between two sentences.
fn is_typed(line: &[Token<'_>]) -> bool {
    let mut wide = (1..line.len()).filter(|at| line[*at].column).peekable();
    let between = |at: usize| {
        let stop = |t: &Token<'_>| matches!(t.shape, Shape::Mark('.' | '!' | '?'));
        let quoted = at >= 2 && matches!(line[at - 1].shape, Shape::Mark('"' | ')')) && stop(&line[at - 2]);
        (stop(&line[at - 1]) || quoted)
            && (line[at].is_capitalised() || matches!(line[at].shape, Shape::Mark('"' | '(')))
    };
    wide.peek().is_some() && wide.all(between) && 5 * small_words(line) >= 2 * line.len()
}

/// Whether the wide blanks of a line of small words are two blanks each, none of them between the numbers of a row or before
/// one that ends it.
fn is_loose(line: &[Token<'_>]) -> bool {
    let number = |t: &Token<'_>| matches!(t.shape, Shape::Digits | Shape::Mark('%' | '-' | '+' | '(' | '.' | ','));
    let cell = |at: usize| number(&line[at]) && (number(&line[at - 1]) || line[at + 1..].iter().all(number));
    says_more_than_it_counts(line, 0) && !(1..line.len()).any(|at| line[at].column && cell(at))
}

/// Whether a line below prose goes on with it, whatever number it ends with.
fn is_wrapped(line: &[Token<'_>]) -> bool {
    says_more_than_it_counts(line, 1)
}

/// Whether a line is of small words, at least `more` of them beyond its numbers, and has no blanks wider than two.
fn says_more_than_it_counts(line: &[Token<'_>], more: usize) -> bool {
    let count = |shape: Shape| line.iter().filter(|t| t.shape == shape).count();
    let small = small_words(line);
    let wider = |at: usize| line[at].column && line[at].span.start.saturating_sub(line[at - 1].span.end) != 2;
    small >= LOOSE
        && 2 * small >= count(Shape::Word)
        && small >= count(Shape::Digits) + more
        && !(1..line.len()).any(wider)
        && !line.iter().any(|t| t.is_mark('|'))
}

fn small_words(line: &[Token<'_>]) -> usize {
    line.iter().filter(|t| t.shape == Shape::Word && t.text.starts_with(char::is_lowercase)).count()
}

#[cfg(test)]
mod tests {
    use super::super::columns_of as columns;

    #[test]
    fn only_prose_is_levelled() {
        assert_eq!(columns("•  Imports of coal were halved\n2)  Imports of gas were not\n*   none of them"), 0);
        assert_eq!(
            columns("goods exports rose to US$  441.5  billion in the nine months to December  2023, from a low"),
            0
        );
        assert_eq!(columns("exports of gas through the pipeline to the east  5.3  4.2"), 2);
        assert_eq!(columns("exports of gas through the pipeline to the east  5.3"), 1);
        assert_eq!(columns("the  value  of  petroleum  exports  fell  by  1.6  per  cent  in  the  year"), 0);
        assert_eq!(columns("the value of exports   rose   in the   year before"), 3);
        assert_eq!(columns("Exports   1,936   2,104   3,200   4,100   5,300"), 5);
        assert_eq!(
            columns("Exports rose to $5 billion in 2021.  Imports fell, \"he said.\"  The surplus was a record."),
            0
        );
        assert_eq!(columns("Ivory Coast and others  U.S. Corp.  Japan 5,300"), 2);
        assert_eq!(columns("Meat and offal   1,986.1   1,797.4   12.3   14.1"), 4);
    }
}
