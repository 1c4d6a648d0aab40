//! The unit that stands below a table: *(US$ million FOB; source: Customs)*, *Unit: thousand tonnes*.

use super::Heard;
use crate::mention::Caption;
use crate::token::{Sentence, Token};

/// How many rows a table has at the most above the line that tells its unit.
const ROWS: usize = 24;

/// Whether a line stands in cells, as the rows of a table do.
pub fn is_row(tokens: &[Token<'_>], sentence: &Sentence) -> bool {
    sentence.begins_line
        && tokens[sentence.tokens.clone()].iter().skip(1).filter(|t| t.column || t.is_mark('|')).count() > 1
}

/// Whether a line is a note to a table above it.
fn is_note(tokens: &[Token<'_>], sentence: &Sentence) -> bool {
    let words = &tokens[sentence.tokens.clone()];
    let word = |at: usize| words.get(at).map_or("", |t| t.norm.as_ref());
    let opens = usize::from(matches!(word(0), "(" | "*" | "[" | "all"));
    sentence.begins_line
        && (matches!(word(0), "(" | "[")
            || matches!(
                word(opens),
                "unit" | "units" | "source" | "note" | "notes" | "figures" | "values" | "amounts" | "data"
            ))
}

/// The unit that the first line below the rows from sentence `at` on tells, where that is a note to them.
pub fn of_rows(tokens: &[Token<'_>], sentences: &[Sentence], heard: &[Heard], at: usize) -> Option<Caption> {
    let opens = is_row(tokens, &sentences[at]) && (at == 0 || !is_row(tokens, &sentences[at - 1]));
    if !opens {
        return None;
    }
    let below = (at + 1..sentences.len().min(at + ROWS)).find(|next| !is_row(tokens, &sentences[*next]))?;
    let note = heard.get(below).filter(|_| is_note(tokens, &sentences[below]))?;
    note.captions.iter().find(|c| !c.unit.is_ratio()).cloned()
}
