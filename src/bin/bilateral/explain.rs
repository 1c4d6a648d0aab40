//! `bilateral explain`: which rule read what from which words.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;

use bilateral::io::DocumentReader;
use bilateral::{Document, Fact, PassedOver, Slot, Span};

use crate::input::{Day, Problems, day};
use crate::output::{Ending, Failure, Output};
use crate::settings::Settings;

/// Show which rule read each part of each fact, from which words, and which figures were passed over
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  bilateral explain 'In 2022, trade between China and Turkmenistan reached $11.181 billion.'
  bilateral explain --published 2023-09-25 'Exports to Kazakhstan grew 14.1 percent this year.'
  bilateral explain --file press.jsonl --id a1

Exit status: 0 all well, 1 some input not used, 2 nothing could be done.")]
pub struct Args {
    /// The text to explain
    #[arg(value_name = "TEXT", required_unless_present = "file", conflicts_with = "file")]
    text: Option<String>,

    /// A text, a documents file, a folder, or `-` for standard input
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,

    /// The day of publication (YYYY-MM-DD), in place of the document's own: what `last year` is measured from
    #[arg(long, value_name = "DATE", value_parser = day)]
    published: Option<Day>,

    /// The headline, in place of the document's own
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,

    /// Of a file with several documents, only the one with this id; the name that TEXT goes by
    #[arg(long, value_name = "ID")]
    id: Option<String>,
}

/// The width of the page.
const WIDTH: usize = 100;
/// How much of a long sentence is shown on either side of a figure, in bytes.
const REACH: usize = 400;

pub fn run(args: &Args, settings: &Settings) -> Result<Ending, Failure> {
    let mut problems = Problems::default();
    let mut documents = Vec::new();
    if let Some(text) = &args.text {
        documents.push(Document::new(args.id.as_deref().unwrap_or("text"), text.as_str()));
    }
    if let Some(file) = &args.file {
        for document in DocumentReader::new(&[file]) {
            match document {
                Ok(document) if args.id.as_ref().is_none_or(|id| **id == *document.id) => documents.push(document),
                Ok(_) => {}
                Err(problem) => problems.add(&problem),
            }
        }
        if documents.is_empty() {
            return Err(match &args.id {
                Some(id) => Failure::Message(format!("{}: there is no document {id:?}", file.display())),
                None => Failure::Told,
            });
        }
    }
    let extractor = settings.extractor().extractor;
    let mut output = Output::open(None)?;
    for mut document in documents {
        document.published = args.published.or(document.published);
        document.title = args.title.clone().or(document.title);
        let reading = extractor.read(&document);
        let page = page(&document, &reading.facts, &reading.passed_over);
        output.write_all(page.as_bytes()).map_err(|cause| output.failure(cause))?;
    }
    output.finish()?;
    Ok(problems.ending())
}

/// Everything about one document. Writing to a `String` cannot fail.
fn page(document: &Document, facts: &[Fact], passed_over: &[PassedOver]) -> String {
    let mut page = String::new();
    let published = document.published.map_or("at an unknown date".into(), |date| format!("on {date}"));
    let _ = writeln!(page, "Document {}, published {published}: {}", document.id, count(facts.len(), "fact"));
    for (number, fact) in facts.iter().enumerate() {
        let _ = writeln!(page, "\n{}. {}", number + 1, summary(fact));
        page.push_str(&wrapped(&marked(&document.text, fact.span), "   "));
        for (slot, value) in slots(fact) {
            let evidence = fact.evidence.iter().filter(|evidence| evidence.slot == slot);
            let mut rows = evidence.map(|e| (e.rule.as_ref(), e.span)).collect::<Vec<_>>();
            if rows.is_empty() && value == NONE {
                continue;
            }
            if rows.is_empty() {
                rows.push(("", None));
            }
            for (row, (rule, span)) in rows.into_iter().enumerate() {
                let (slot, value) = if row == 0 { (slot.as_str(), value.as_str()) } else { ("", "") };
                let line = format!("   {slot:<10} {value:<24} {rule:<26} {}", read(&document.text, span));
                let _ = writeln!(page, "{}", cut(line.trim_end(), WIDTH));
            }
        }
    }
    if !passed_over.is_empty() {
        let _ = writeln!(page, "\nPassed over: {}", count(passed_over.len(), "figure"));
        for figure in passed_over {
            let line = format!("   {:<26} {}", figure.rule, read(&document.text, Some(figure.span)));
            let _ = writeln!(page, "{}", cut(line.trim_end(), WIDTH));
        }
    }
    page.push('\n');
    page
}

const NONE: &str = "-";

/// The slots in the record's order, with their values.
fn slots(fact: &Fact) -> [(Slot, String); 10] {
    let or_none = |value: Option<String>| value.unwrap_or_else(|| NONE.into());
    [
        (Slot::Quantity, amount(fact)),
        (Slot::Bound, fact.quantity.bound.as_str().into()),
        (Slot::Kind, fact.kind.as_str().into()),
        (Slot::Indicator, fact.indicator.as_str().into()),
        (Slot::Commodity, or_none(fact.commodity.as_ref().map(ToString::to_string))),
        (Slot::Reporter, or_none(fact.reporter.map(|party| party.to_string()))),
        (Slot::Partner, or_none(fact.partner.map(|party| party.to_string()))),
        (Slot::Period, or_none(fact.period.map(|period| period.to_string()))),
        (Slot::Base, or_none(fact.base.map(|period| period.to_string()))),
        (Slot::Status, fact.status.as_str().into()),
    ]
}

fn amount(fact: &Fact) -> String {
    let quantity = &fact.quantity;
    let high = quantity.high.map_or(String::new(), |high| format!(" to {high}"));
    format!("{}{high} {}", quantity.value, quantity.unit)
}

fn summary(fact: &Fact) -> String {
    let mut parts = vec![fact.kind.as_str().to_owned(), "of".into(), fact.indicator.as_str().into()];
    if let Some(commodity) = &fact.commodity {
        parts.push(format!("({commodity})"));
    }
    parts.extend(fact.reporter.map(|party| party.to_string()));
    parts.extend(fact.partner.map(|party| format!("with {party}")));
    parts.extend(fact.period.map(|period| format!("in {period}")));
    let step = fact.quantity.quantum.map_or(String::new(), |quantum| format!(", written in steps of {quantum}"));
    format!("{}: {}{}{step}", parts.join(" "), fact.quantity.bound.sign(), amount(fact))
}

/// The words of a span on one line, with its bytes.
fn read(text: &str, span: Option<Span>) -> String {
    span.map_or(String::new(), |span| {
        let words = span.of(text).unwrap_or("?").split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{span} {words:?}")
    })
}

/// The sentence around a figure, the figure between marks.
fn marked(text: &str, span: Span) -> String {
    let Some(figure) = span.of(text) else { return String::new() };
    let boundary = |at: &usize| text.is_char_boundary(*at);
    let first = (span.start.saturating_sub(REACH)..span.start).find(boundary).unwrap_or(span.start);
    let last = (span.end..=span.end.saturating_add(REACH).min(text.len())).rfind(boundary).unwrap_or(span.end);
    let (before, after) = (&text[first..span.start], &text[span.end..last]);
    let starts_here = |at: &usize| ends_sentence(&before[..*at], &text[first + at..]);
    let start = before.char_indices().map(|(at, _)| at).rfind(starts_here);
    let end =
        after.char_indices().map(|(at, _)| at).find(|at| ends_sentence(&text[first..span.end + at], &after[*at..]));
    let (before, lead) = match start {
        Some(at) => (&before[at..], ""),
        None => (before, if first > 0 { "... " } else { "" }),
    };
    let (after, tail) = match end {
        Some(at) => (&after[..at], ""),
        None => (after, if last < text.len() { " ..." } else { "" }),
    };
    format!("{lead}{}>>{figure}<<{}{tail}", before.trim_start(), after.trim_end())
}

/// Whether a sentence, or a paragraph, ends between the two: for display only.
fn ends_sentence(before: &str, after: &str) -> bool {
    if before.ends_with('\n') {
        return true;
    }
    let Some(words) = before.strip_suffix([' ', '\t']) else { return false };
    let word = words.rsplit(char::is_whitespace).next().unwrap_or_default();
    // *U.S. Steel*, *J. Smith*: a point after one letter ends nothing.
    let initial = word.strip_suffix('.').is_some_and(|word| {
        let letters = word.rsplit('.').next().unwrap_or_default();
        letters.chars().count() == 1 && letters.starts_with(char::is_alphabetic)
    });
    !initial
        && word.ends_with(['.', '!', '?', '。'])
        && after.starts_with(|c: char| c.is_uppercase() || c == '"' || c == '“')
}

/// Words on lines of the page, each indented.
fn wrapped(text: &str, indent: &str) -> String {
    let mut page = String::new();
    let mut width = WIDTH;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if width + 1 + length > WIDTH {
            let newline = if page.is_empty() { "" } else { "\n" };
            let _ = write!(page, "{newline}{indent}{word}");
            width = indent.len() + length;
        } else {
            let _ = write!(page, " {word}");
            width += 1 + length;
        }
    }
    page.push('\n');
    page
}

/// The line, cut to `width` characters.
fn cut(line: &str, width: usize) -> String {
    match line.char_indices().nth(width) {
        None => line.into(),
        Some(_) => line.chars().take(width.saturating_sub(3)).chain("...".chars()).collect(),
    }
}

fn count(number: usize, noun: &str) -> String {
    match number {
        0 => format!("no {noun}s"),
        1 => format!("1 {noun}"),
        _ => format!("{number} {noun}s"),
    }
}
