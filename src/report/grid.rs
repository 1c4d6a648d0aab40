//! Columns of text: widths that fit a line, and words that wrap.

/// The columns that a line of text has where nothing else is asked for.
pub(super) const LINE: usize = 120;

/// Blanks between two columns.
const GAP: usize = 2;

/// The least width that a column is squeezed to.
const LEAST: usize = 8;

/// Rows under a heading as aligned lines of up to `width` characters; long cells wrap at words, and within one where a
/// word is longer than its column.
pub(super) fn lines(columns: &[&str], rows: &[Vec<String>], width: usize) -> Vec<String> {
    let widths = widths(columns, rows, width);
    let heading: Vec<String> = columns.iter().map(|name| (*name).to_owned()).collect();
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    let all = [&heading, &rule].into_iter().chain(rows);
    all.flat_map(|row| row_lines(row, &widths)).collect()
}

fn row_lines(row: &[String], widths: &[usize]) -> Vec<String> {
    let cells: Vec<Vec<String>> = row.iter().zip(widths).map(|(cell, width)| wrap(cell, *width)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let line = |n: usize| {
        let mut line = String::new();
        for (cell, width) in cells.iter().zip(widths) {
            let text = cell.get(n).map_or("", String::as_str);
            line.push_str(text);
            line.extend(std::iter::repeat_n(' ', width.saturating_sub(text.chars().count()) + GAP));
        }
        line.truncate(line.trim_end().len());
        line
    };
    (0..height).map(line).collect()
}

/// The natural widths, the widest columns cut down until a row fits.
fn widths(columns: &[&str], rows: &[Vec<String>], width: usize) -> Vec<usize> {
    let natural = |n: usize| rows.iter().filter_map(|row| row.get(n)).map(|cell| cell.chars().count()).max();
    let mut widths: Vec<usize> =
        columns.iter().enumerate().map(|(n, name)| natural(n).unwrap_or(0).max(name.chars().count())).collect();
    let room = width.saturating_sub(GAP * columns.len().saturating_sub(1));
    while widths.iter().sum::<usize>() > room {
        let Some(widest) = widths.iter_mut().max() else { break };
        if *widest <= LEAST {
            break;
        }
        *widest -= 1;
    }
    widths
}

/// A text in lines of up to `width` characters.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split(' ') {
        let long = word.chars().count();
        if used > 0 && used + 1 + long > width {
            lines.push(String::new());
            used = 0;
        }
        let Some(mut line) = lines.last_mut() else { break };
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        for letter in word.chars() {
            if used == width {
                lines.push(String::new());
                used = 0;
                let Some(next) = lines.last_mut() else { break };
                line = next;
            }
            line.push(letter);
            used += 1;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_wrap_and_long_ones_break() {
        assert_eq!(wrap("up 14.1 percent", 8), ["up 14.1", "percent"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("", 5), [""]);
        assert_eq!(wrap("é é é", 3), ["é é", "é"]);
    }

    #[test]
    fn a_row_fits_the_line() {
        let rows = [vec!["x ".repeat(200), "y".repeat(300), "z".into()]];
        for line in lines(&["One", "Other", "Third"], &rows, LINE) {
            assert!(line.chars().count() <= LINE, "{line}");
        }
    }
}
