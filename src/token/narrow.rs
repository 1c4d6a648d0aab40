//! Tables whose cells one blank parts, as text taken from pages has them: a head row of single words and rows of as many cells.
//!
//! ```text
//! Year Exports Imports Total
//! 2014 2,718 644 3,362
//! 2015 1,960 680 2,640
//! ```

use std::ops::Range;

use super::{Gap, Shape, Token};

/// How many rows of figures make a table of such lines.
const ROWS: usize = 2;

/// Marks the cells of such tables as columns.
pub fn part(tokens: &mut [Token<'_>]) {
    for start in 0..tokens.len() {
        if !opens_head(&tokens[start]) {
            continue;
        }
        let end = end_of_line(tokens, start);
        let Some(head) = head_cells(&tokens[start..end]) else { continue };
        let rows = rows_below(tokens, end, head.len());
        if rows.len() >= ROWS {
            let in_rows = rows.iter().flat_map(|row| cells_of(tokens, row));
            let cells: Vec<usize> = head.iter().map(|at| start + at).chain(in_rows).collect();
            cells.into_iter().for_each(|at| tokens[at].column = tokens[at].gap == Gap::Blank);
        }
    }
}

/// Whether a token begins a line as the head of the column of years does.
fn opens_head(token: &Token<'_>) -> bool {
    token.gap >= Gap::Line && matches!(token.norm.as_ref(), "year" | "years" | "period")
}

fn end_of_line(tokens: &[Token<'_>], start: usize) -> usize {
    (start + 1..tokens.len()).find(|at| tokens[*at].gap >= Gap::Line).unwrap_or(tokens.len())
}

/// Where each cell of a head row begins: *Year Exports Imports Trade balance*.
fn head_cells(line: &[Token<'_>]) -> Option<Vec<usize>> {
    if !(3..=16).contains(&line.len()) || line.iter().any(|t| t.column || !may_head(t)) || !line.iter().any(is_of_trade)
    {
        return None;
    }
    // *Trade balance*, *Balance of trade*, *India's exports*
    let goes_on = |at: usize| {
        let (before, word) = (&line[at - 1], line[at].norm.as_ref());
        let flow = matches!(word, "export" | "exports" | "import" | "imports");
        match before.norm.as_ref() {
            "total" | "bilateral" | "trade" => {
                flow || matches!(word, "trade" | "balance" | "turnover" | "volume" | "deficit" | "surplus")
            }
            "of" => word == "trade",
            _ => word == "of" || line[at].gap == Gap::None || flow && !is_of_trade(before) && at > 1,
        }
    };
    let cells: Vec<usize> = (0..line.len()).filter(|at| *at == 0 || !goes_on(*at)).collect();
    (cells.len() >= 3).then_some(cells)
}

/// Whether a token may stand in a head row: a word, or a mark of *India's*.
fn may_head(token: &Token<'_>) -> bool {
    token.shape == Shape::Word || token.is_mark('\'')
}

/// Whether a word tells of trade.
fn is_of_trade(token: &Token<'_>) -> bool {
    matches!(token.norm.as_ref(), "export" | "exports" | "import" | "imports" | "trade" | "turnover")
}

/// The lines from token `from` on that are rows of a year and figures, as many cells each as the head has.
fn rows_below(tokens: &[Token<'_>], from: usize, cells: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut start = from;
    while start < tokens.len() {
        let end = end_of_line(tokens, start);
        let found = cells_of(tokens, &(start..end));
        let figures = || (found[0]..end).all(|at| is_of_figure(&tokens[at]));
        if found.len() != cells || tokens[start].text.len() != 4 || !figures() {
            break;
        }
        rows.push(start..end);
        start = end;
    }
    rows
}

/// Where the cells of a line begin.
fn cells_of(tokens: &[Token<'_>], line: &Range<usize>) -> Vec<usize> {
    line.clone().filter(|at| *at == line.start || tokens[*at].gap > Gap::None).collect()
}

/// Whether a token is digits or a mark of a figure.
fn is_of_figure(token: &Token<'_>) -> bool {
    matches!(token.shape, Shape::Digits | Shape::Mark(',' | '.' | '-' | '+' | '%' | '(' | ')' | '/'))
}

#[cfg(test)]
mod tests {
    use super::super::columns_of as columns;

    #[test]
    fn a_head_row_and_two_rows_of_as_many_cells_make_a_table() {
        assert_eq!(columns("Year Exports Imports Total\n2014 2,718 644 3,362\n2015 1,960 680 2,640"), 9);
        assert_eq!(columns("Year Exports Imports Trade balance\n2014 2.7 0.6 2.1\n2015 1.9 0.7 1.2\n2016 1 2 -1"), 12);
        assert_eq!(columns("Year exports total\nThe table is below."), 0);
        assert_eq!(columns("Year Exports Imports Total\n2014 2,718 644 3,362"), 0);
        assert_eq!(columns("Year Exports Imports\n2014 2 718 644\n2015 1 960 680"), 0);
    }
}
