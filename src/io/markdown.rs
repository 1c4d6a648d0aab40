//! Markdown as text: the words without the marks. Tables keep their bars, lists their bullets.
//!
//! | written | read |
//! | --- | --- |
//! | `**$11.181 billion**` | `$11.181 billion` |
//! | `[turnover](https://...)` | `turnover` |
//! | `## Trade` | `Trade` |
//! | a head between two lines `---` with `title:`, `date:`, `source:` | headline, day, publisher |

use super::dates::day_of;
use super::meta::{Meta, squeezed};

/// The text behind the marks, and what its head says.
pub(super) fn read(text: &str) -> (String, Meta) {
    // A byte 0 is a mark to leave out; a text has none of its own.
    let mut out = text.replace('\0', " ").into_bytes();
    let (body, meta) = head(text);
    blank(&mut out, 0, body);
    let mut fenced = false;
    let mut at = body;
    for line in text[body..].split_inclusive('\n') {
        let trimmed = line.trim_start();
        let start = at + line.len() - trimmed.len();
        if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            fenced = !fenced;
            blank(&mut out, at, at + line.len());
        } else if !fenced {
            marks(trimmed, start, &mut out);
        }
        at += line.len();
    }
    out.retain(|b| *b != 0);
    // Marks are whole characters, so what is left is text.
    (String::from_utf8(out).unwrap_or_else(|_| text.to_owned()), meta)
}

/// Where the body begins, and what stands before it.
fn head(text: &str) -> (usize, Meta) {
    let mut meta = Meta::default();
    let mark = text.len() - text.trim_start_matches('\u{FEFF}').len();
    let mut at = mark;
    for (number, line) in text[mark..].split_inclusive('\n').enumerate() {
        at += line.len();
        match (number, line.trim_end()) {
            (0, "---") => {}
            (0, _) => break,
            (_, "---" | "...") => return (at, meta),
            (_, line) => {
                let Some((name, value)) = line.split_once(':') else { continue };
                let value = value.trim().trim_matches(['"', '\'']);
                match name.trim().to_ascii_lowercase().as_str() {
                    "title" => meta.title = squeezed(value),
                    "source" | "publisher" | "site" => meta.source = squeezed(value),
                    "date" | "published" => meta.published = day_of(value).map(|day| (day, "date")),
                    _ => {}
                }
            }
        }
    }
    (mark, Meta::default())
}

/// Takes out the marks of one line.
fn marks(line: &str, start: usize, out: &mut [u8]) {
    let lead = line.bytes().take_while(|b| matches!(b, b'#' | b'>' | b' ')).count();
    if line.starts_with(['#', '>']) {
        blank(out, start, start + lead);
    }
    let bytes = line.as_bytes();
    let mut at = if line.starts_with(['#', '>']) { lead } else { 0 };
    // A bullet stays: it tells where an item begins.
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => {
                blank(out, start + at, start + at + 1);
                at += 1;
            }
            b'*' | b'`' if !(at == 0 && bytes.get(1) == Some(&b' ')) => blank(out, start + at, start + at + 1),
            b'_' => {
                let letter = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_alphanumeric());
                let inside = at > 0 && letter(bytes.get(at - 1)) && letter(bytes.get(at + 1));
                if !inside {
                    blank(out, start + at, start + at + 1);
                }
            }
            b'[' => {
                if let Some((text_end, end)) = link(line, at) {
                    let picture = at > 0 && bytes[at - 1] == b'!';
                    let from = if picture { at - 1 } else { at };
                    blank(out, start + from, start + at + 1);
                    blank(out, start + if picture { at } else { text_end }, start + end);
                    let text = line.get(at + 1..text_end).filter(|_| !picture).unwrap_or_default();
                    marks_within(text, start + at + 1, out);
                    at = end;
                    continue;
                }
            }
            b'<' => {
                let end = line[at..].find('>').map(|end| at + end + 1);
                let tag = bytes.get(at + 1).is_some_and(|b| b.is_ascii_alphabetic() || matches!(b, b'/' | b'!'));
                if let Some(end) = end.filter(|_| tag) {
                    blank(out, start + at, start + end);
                    at = end;
                    continue;
                }
            }
            _ => {}
        }
        at += 1;
    }
}

/// Emphasis inside the text of a link.
fn marks_within(text: &str, start: usize, out: &mut [u8]) {
    for (at, _) in text.match_indices(['*', '`']) {
        blank(out, start + at, start + at + 1);
    }
}

/// Of a link that begins at `[`: where its text ends, and where it ends.
fn link(line: &str, at: usize) -> Option<(usize, usize)> {
    let close = at + line[at..].find(']')?;
    let rest = &line[close + 1..];
    let end = match rest.as_bytes().first()? {
        b'(' => rest.find(')')?,
        b'[' => rest.find(']')?,
        _ => return None,
    };
    Some((close, close + 1 + end + 1))
}

fn blank(out: &mut [u8], from: usize, to: usize) {
    if let Some(bytes) = out.get_mut(from..to) {
        bytes.iter_mut().for_each(|b| *b = 0);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::read;

    #[test]
    fn marks_go() {
        for (written, wanted) in [
            ("## Trade", "Trade"),
            ("up to **$11.181 billion**, a *record*", "up to $11.181 billion, a record"),
            ("[turnover](https://a.b/c) rose", "turnover rose"),
            ("![gas](p.png) flows", " flows"),
            ("* an item\n", "* an item\n"),
            ("> said _he_ of a_b", "said he of a_b"),
            ("a < b and <br> c", "a < b and  c"),
            ("```\nx\n```\ny", "x\ny"),
            ("5 \\* 3", "5 * 3"),
            ("| 2021 | **7.36** |", "| 2021 | 7.36 |"),
        ] {
            assert_eq!(read(written).0, wanted, "{written}");
        }
    }

    #[test]
    fn the_head_is_read_and_left_out() {
        let (text, meta) = read("---\ntitle: \"Gas, again\"\ndate: 2023-05-17\nsource: an agency\n---\nTrade rose.\n");
        assert_eq!(text.trim(), "Trade rose.");
        assert_eq!((meta.title.as_deref(), meta.source.as_deref()), (Some("Gas, again"), Some("an agency")));
        assert_eq!(meta.published.unwrap().0.to_string(), "2023-05-17");
        assert_eq!(read("---\nno end").0, "---\nno end");
    }

    proptest! {
        #[test]
        fn nothing_is_added(text in "(\\PC|[\\n#*_`\\[\\]()<>!\\\\-]){0,60}") {
            let (read, _) = read(&text);
            let mut letters = text.chars();
            prop_assert!(read.chars().all(|c| letters.any(|other| other == c)));
        }
    }
}
