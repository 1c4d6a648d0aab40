//! Days of publication as records, metadata and datelines write them.
//!
//! | written | where |
//! | --- | --- |
//! | `2021-05-07`, `2021-05-07T10:00:00Z`, `20210507` | records, metadata |
//! | `May 7, 2021`, `7 May 2021`, `Friday, 7 May 2021 10:00` | metadata |
//! | `date 2021-05-07 source ...`, `18:00, June 17, 2025`, `Updated: 7 May 2021` | a line near the top or the end |
//! | `BEIJING, May 6 (Xinhua) --`, `TASHKENT, May 6, 2021 -` | the beginning of a text; a year that is missing comes from the file's name, the address, or a full date of that day elsewhere |

use std::fmt;

use chrono::{Datelike, NaiveDate};

use crate::model::{MONTHS, Span};

/// Where a day of publication comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Dating {
    /// The record of a documents file or the row of a table.
    Record,
    /// A manifest.
    Manifest,
    /// The metadata of a page or the head of a Markdown file, with the name of the entry: `article:published_time`.
    Metadata(&'static str),
    /// A line of the text that gives its date, with its bytes.
    Dateline(Span),
}

impl fmt::Display for Dating {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Dating::Record => f.write_str("the record"),
            Dating::Manifest => f.write_str("the manifest"),
            Dating::Metadata(name) => write!(f, "the metadata ({name})"),
            Dating::Dateline(span) => write!(f, "the dateline (bytes {span})"),
        }
    }
}

/// Words that a line with nothing but a date can hold beside it.
const BESIDE: [&str; 36] = [
    "date",
    "dated",
    "published",
    "publication",
    "posted",
    "updated",
    "update",
    "last",
    "modified",
    "issued",
    "release",
    "released",
    "source",
    "time",
    "on",
    "at",
    "by",
    "of",
    "the",
    "am",
    "pm",
    "gmt",
    "utc",
    "et",
    "est",
    "edt",
    "msk",
    "local",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "for",
];

/// How far from the top a dateline is looked for, in lines that hold something.
const TOP: usize = 6;
/// How far from the end.
const END: usize = 2;
/// The longest line that gives nothing but a date, in bytes.
const LINE: usize = 160;
/// The longest beginning of a text before its first sentence, in bytes.
const LEAD: usize = 90;

/// A day in any of the forms of metadata; what stands behind it (a time, a zone) is passed over.
pub(super) fn day_of(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let words: Vec<Word<'_>> = words(text, 0).collect();
    (0..words.len()).find_map(|at| full_date(&words, at)).map(|(date, _)| date).filter(plausible)
}

/// The day that a file's name or an address holds: `/2021/05/07/`, `20210507`, `2021-05-07`.
pub(super) fn day_in_name(name: &str) -> Option<NaiveDate> {
    let bytes = name.as_bytes();
    let number = |from: usize, length: usize| -> Option<u32> {
        let digits = name.get(from..from + length)?;
        digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())?
    };
    let edge = |at: usize| bytes.get(at).is_none_or(|b| !b.is_ascii_digit());
    (0..bytes.len()).filter(|at| *at == 0 || edge(at - 1)).find_map(|at| {
        let year = number(at, 4)?;
        let (month, day, end) = match bytes.get(at + 4)? {
            b'-' | b'/' | b'_' | b'.' if bytes.get(at + 7).is_some_and(|mark| b"-/_.".contains(mark)) => {
                (number(at + 5, 2)?, number(at + 8, 2)?, at + 10)
            }
            b'-' | b'/' if number(at + 5, 4).is_some() => (number(at + 5, 2)?, number(at + 7, 2)?, at + 9),
            _ => (number(at + 4, 2)?, number(at + 6, 2)?, at + 8),
        };
        let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
        (edge(end) && plausible(&date)).then_some(date)
    })
}

/// The day that a text gives itself in a dateline, with the bytes of it; `near` is a day that its file's name or address
/// holds, which lends its year.
pub(super) fn dateline(text: &str, near: Option<NaiveDate>) -> Option<(NaiveDate, Span)> {
    let place = |line: &str| line.as_ptr().addr() - text.as_ptr().addr();
    let holds = |line: &&str| !line.trim().trim_start_matches('\u{FEFF}').is_empty();
    let mut lines = text.split_inclusive('\n').filter(holds).map(|line| (place(line), line));
    let top: Vec<(usize, &str)> = lines.by_ref().take(TOP).collect();
    let mut end: Vec<(usize, &str)> = lines.rev().take(END).collect();
    end.reverse();
    let found = top.iter().chain(&end).find_map(|(at, line)| alone(line, *at));
    found.or_else(|| top.iter().find_map(|(at, line)| lead(line, *at, text, near)))
}

/// A line that holds a date and nothing else but words such as *updated*; or one that begins `date 2021-05-07`.
fn alone(line: &str, at: usize) -> Option<(NaiveDate, Span)> {
    // Every full date has a year in four digits.
    let year = |four: &[u8]| four.iter().all(u8::is_ascii_digit);
    if line.trim().len() > LINE || !line.as_bytes().windows(4).any(year) {
        return None;
    }
    let words: Vec<Word<'_>> = words(line, at).collect();
    let (place, (date, next)) = (0..words.len()).find_map(|place| Some((place, full_date(&words, place)?)))?;
    let span = Span::new(words[place].start, words[next - 1].end);
    let is = |word: &Word<'_>, other: &&str| word.text.eq_ignore_ascii_case(other);
    let quiet =
        |word: &Word<'_>| BESIDE.iter().any(|other| is(word, other)) || word.text.bytes().all(|b| b.is_ascii_digit());
    let before = &words[..place];
    let named = before
        .last()
        .is_some_and(|word| ["date", "published", "updated", "posted"].iter().any(|other| is(word, other)));
    let all = before.iter().chain(&words[next..]).all(quiet);
    ((all || named && before.iter().all(quiet)) && plausible(&date)).then_some((date, span))
}

/// `BEIJING, May 6 (Xinhua) --`: capitals, a date, an agency or a dash.
fn lead(line: &str, at: usize, text: &str, near: Option<NaiveDate>) -> Option<(NaiveDate, Span)> {
    let head = &line[..line.ceil_char_boundary(LEAD)];
    // Up to five words that are set as names are, and a date behind them.
    let dates = |word: &Word<'_>| word.month.is_some() || word.text.bytes().all(|b| b.is_ascii_digit());
    let town = |word: &Word<'_>| word.text.starts_with(char::is_uppercase);
    let mut opening = words(head, at).enumerate().take(6);
    let (place, _) =
        opening.find(|(_, word)| dates(word) || !town(word)).filter(|(at, word)| *at > 0 && dates(word))?;
    let words: Vec<Word<'_>> = words(head, at).collect();
    let capitals = words.first().is_some_and(|word| {
        word.text.chars().filter(|c| c.is_alphabetic()).count() > 2 && !word.text.chars().any(char::is_lowercase)
    });
    let (day, next, year) = match full_date(&words, place) {
        Some((date, next)) => ((date.month(), date.day()), next, Some(date)),
        None => {
            let (month, day) = (words.get(place)?, words.get(place + 1));
            match (month.month, day.and_then(|d| number(d, 1..=31))) {
                (Some(month), Some(day)) => ((month, day), place + 2, None),
                _ => {
                    let (day, month) = (number(words.get(place)?, 1..=31)?, words.get(place + 1)?.month?);
                    ((month, day), place + 2, None)
                }
            }
        }
    };
    let behind = head.get(words[next - 1].end - at..)?.trim_start_matches([',', '.']).trim_start();
    let agency = behind.starts_with('(') || behind.starts_with(['/', '—', '–']) || behind.starts_with("--");
    let dash = behind.starts_with("- ") || behind.starts_with(". ") && capitals;
    if !(agency || dash && capitals) {
        return None;
    }
    let date = year.or_else(|| {
        let (month, day) = day;
        let year = near.map(|near| near.year()).or_else(|| year_elsewhere(text, month, day))?;
        NaiveDate::from_ymd_opt(year, month, day)
    })?;
    plausible(&date).then(|| (date, Span::new(words[0].start, words[next - 1].end)))
}

/// The year of a full date of this day that the text has somewhere.
fn year_elsewhere(text: &str, month: u32, day: u32) -> Option<i32> {
    let words: Vec<Word<'_>> = words(text, 0).collect();
    let dates = (0..words.len()).filter_map(|at| full_date(&words, at)).map(|(date, _)| date);
    dates.into_iter().find(|date| (date.month(), date.day()) == (month, day)).map(|date| date.year())
}

fn plausible(date: &NaiveDate) -> bool {
    (1900..2100).contains(&date.year())
}

/// A run of letters and digits, or of digits with `-` between them.
struct Word<'t> {
    text: &'t str,
    start: usize,
    end: usize,
    month: Option<u32>,
}

/// What makes an ordinal of digits.
const ENDS: [&str; 4] = ["st", "nd", "rd", "th"];

fn words(text: &str, offset: usize) -> impl Iterator<Item = Word<'_>> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = chars.find(|(_, c)| c.is_alphanumeric())?;
        let mut end = start + first.len_utf8();
        let digits = first.is_ascii_digit();
        while let Some((at, c)) = chars.peek().copied() {
            let joins = c.is_alphanumeric() && (!digits || c.is_ascii_digit())
                || digits && c == '-' && text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
            if !joins {
                break;
            }
            end = at + c.len_utf8();
            chars.next();
        }
        if digits && ENDS.iter().any(|letters| text[end..].starts_with(letters)) {
            end += 2;
            chars.nth(1);
        }
        let word = &text[start..end];
        Some(Word { text: word, start: offset + start, end: offset + end, month: month(word) })
    })
}

/// The month that a word names, in full or by its first letters.
fn month(word: &str) -> Option<u32> {
    let short = word.len() == 3 || word.eq_ignore_ascii_case("sept");
    let is = |name: &&str| {
        word.eq_ignore_ascii_case(name) || short && name.get(..word.len()).is_some_and(|n| n.eq_ignore_ascii_case(word))
    };
    MONTHS.iter().position(is).and_then(|at| u32::try_from(at + 1).ok())
}

fn number(word: &Word<'_>, range: std::ops::RangeInclusive<u32>) -> Option<u32> {
    let digits = ENDS.iter().find_map(|end| word.text.strip_suffix(end)).unwrap_or(word.text);
    digits.parse().ok().filter(|number| range.contains(number))
}

/// A full date that begins at a word, and the word after it.
fn full_date(words: &[Word<'_>], at: usize) -> Option<(NaiveDate, usize)> {
    let first = words.get(at)?;
    let date = |year: u32, month: u32, day: u32| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day);
    let mut parts = first.text.split('-');
    if let (Some(y), Some(m), Some(d), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        && y.len() == 4
    {
        return Some((date(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?)?, at + 1));
    }
    if first.text.len() == 8 && first.text.bytes().all(|b| b.is_ascii_digit()) {
        let part = |range: std::ops::Range<usize>| first.text.get(range)?.parse::<u32>().ok();
        return Some((date(part(0..4)?, part(4..6)?, part(6..8)?)?, at + 1));
    }
    let (second, third) = (words.get(at + 1)?, words.get(at + 2)?);
    let year = number(third, 1900..=2099)?;
    let (month, day) = match (first.month, second.month) {
        (Some(month), _) => (month, number(second, 1..=31)?),
        (None, Some(month)) => (month, number(first, 1..=31)?),
        _ => return None,
    };
    Some((date(year, month, day)?, at + 3))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{dateline, day_in_name, day_of};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn days_of_metadata() {
        for (text, wanted) in [
            ("2021-05-07", "2021-05-07"),
            ("2021-05-07T10:00:00+08:00", "2021-05-07"),
            ("20210507", "2021-05-07"),
            ("Fri, 7 May 2021 10:00:00 GMT", "2021-05-07"),
            ("Sept. 3rd, 2019", "2019-09-03"),
        ] {
            assert_eq!(day_of(text), Some(day(wanted)), "{text}");
        }
        for text in ["", "05/07/2021", "2021-13-07", "today", "7 May", "May 2021"] {
            assert_eq!(day_of(text), None, "{text}");
        }
    }

    #[test]
    fn days_in_names() {
        for name in ["news/2021/05/07/gas.html", "c_20210507.htm", "2021-05-07-gas", "/english/2021-05/07/c_13.htm"] {
            assert_eq!(day_in_name(name), Some(day("2021-05-07")), "{name}");
        }
        for name in ["a1", "120210507", "20211307", "99999999", "2021-05"] {
            assert_eq!(day_in_name(name), None, "{name}");
        }
    }

    #[test]
    fn datelines() {
        for (text, wanted, said) in [
            ("Trade grows\n\ndate 2021-05-07 source the ministry\n\nTrade grew.", "2021-05-07", "2021-05-07"),
            ("Trade grows\n18:00, June 17, 2025\nTrade grew.", "2025-06-17", "June 17, 2025"),
            ("ASHGABAT, May 6, 2021 (an agency) -- Trade grew.", "2021-05-06", "ASHGABAT, May 6, 2021"),
            ("Trade grew.\n\nUpdated: 7 May 2021", "2021-05-07", "7 May 2021"),
            ("BEIJING, May 6 (Xinhua) -- Trade grew. It is told on 6 May 2021.", "2021-05-06", "BEIJING, May 6"),
        ] {
            let (date, span) = dateline(text, None).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((date, span.of(text)), (day(wanted), Some(said)), "{text}");
        }
        let (date, _) = dateline("BEIJING, May 6 (Xinhua) -- Trade grew.", Some(day("2021-05-07"))).unwrap();
        assert_eq!(date, day("2021-05-06"));
    }

    #[test]
    fn what_is_no_dateline() {
        for text in [
            "On June 5, 2019, the two presidents signed a treaty.",
            "China, May 6 trade and all that",
            "BEIJING, May 6 (Xinhua) -- Trade grew.",
            "The contract of 3 March 2011 was for 30 bcm.",
            "Trade grew in 2021.",
            "",
        ] {
            assert_eq!(dateline(text, None), None, "{text}");
        }
    }
}
