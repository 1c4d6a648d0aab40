//! Rows to facts, whatever the layout.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Official;
use super::layout::{Figure, Mapping, Row};
use crate::error::{Error, ErrorKind, Result};
use crate::lexicon::Lexicon;
use crate::model::{Bound, Decimal, Document, Fact, Kind, Quantity, Span};

/// Reads the heading, then row by row.
pub(super) fn parse(bytes: &[u8], file: &str, lexicon: &Lexicon, keep: &dyn Fn(&Fact) -> bool) -> Result<Official> {
    let delimiter = delimiter(bytes);
    let mut reader = csv::ReaderBuilder::new().flexible(true).delimiter(delimiter).from_reader(bytes);
    let heading = reader.byte_headers().map_err(|cause| broken(&cause, file))?.clone();
    let names: Vec<String> = heading.iter().map(text).collect();
    let names: Vec<String> = names.iter().map(|name| name.trim().trim_start_matches('\u{FEFF}').to_owned()).collect();
    let mapping = Mapping::of(&names).ok_or_else(|| {
        let message = format!(
            "wanted a table of UN Comtrade, JODI, Eurostat or other SDMX-CSV, BACI, Our World in Data, or one with the \
             columns reporter,partner,indicator,commodity,period,value,unit; found the columns {:?}",
            names.join(",")
        );
        Error::new(ErrorKind::Table, message).in_file(file).at_line(1, None)
    })?;
    let id: Arc<str> = std::path::Path::new(file).file_name().map_or(file.into(), |n| n.to_string_lossy().into());
    let mut document = Document::new(Arc::clone(&id), "");
    document.source = mapping.layout.publisher().map(str::to_owned);
    let mut official =
        Official { layout: mapping.layout, document, facts: Vec::new(), problems: Vec::new(), passed_over: 0 };
    let mut sums = Sums::default();
    let mut record = csv::ByteRecord::new();
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            Err(cause) => {
                official.problems.push(broken(&cause, file));
                continue;
            }
        }
        let (line, start) = record.position().map_or((0, 0), |p| (p.line(), p.byte() as usize));
        let end = (reader.position().byte() as usize).min(bytes.len());
        let wrong = |message: String| Error::new(ErrorKind::Table, message).in_file(file).at_line(line, None);
        // Files of one publisher have been seen whose rows have a field more than their heading, at the end.
        if record.len() < names.len() || record.len() > names.len() + 1 {
            let message =
                format!("wanted {} cells as in the heading, found {}; the row is not used", names.len(), record.len());
            official.problems.push(wrong(message));
            continue;
        }
        let cells: Vec<String> = record.iter().map(text).collect();
        let figures = match mapping.figures(&Row { names: &names, cells: &cells }, lexicon) {
            Ok(figures) => figures,
            Err(message) => {
                official.problems.push(wrong(message));
                continue;
            }
        };
        official.passed_over += usize::from(figures.is_empty());
        let raw = bytes.get(start..end).unwrap_or_default();
        for figure in figures {
            let span = cell_span(raw, figure.column, delimiter)
                .map_or(Span::new(start, start), |(from, to)| Span::new(start + from, start + to));
            let quote = cells.get(figure.column).map(|cell| cell.trim().to_owned()).unwrap_or_default();
            let fact = fact(&id, &figure, span, quote);
            if !keep(&fact) {
                continue;
            }
            if figure.summed { sums.add(fact) } else { official.facts.push(fact) }
        }
    }
    official.facts.extend(sums.0.into_values().map(|(fact, rows)| {
        let quote =
            if rows == 1 { fact.quote.clone() } else { format!("{} and {} further rows", fact.quote, rows - 1) };
        Fact { quote, ..fact }
    }));
    Ok(official)
}

/// Figures that are added up over rows, each with the number of its rows.
#[derive(Default)]
struct Sums(BTreeMap<String, (Fact, usize)>);

impl Sums {
    fn add(&mut self, fact: Fact) {
        let key = format!(
            "{:?} {:?} {:?} {:?} {:?} {}",
            fact.indicator, fact.commodity, fact.reporter, fact.partner, fact.period, fact.quantity.unit
        );
        match self.0.get_mut(&key) {
            None => {
                self.0.insert(key, (fact, 1));
            }
            Some((sum, rows)) => {
                *rows += 1;
                let quantity = &mut sum.quantity;
                quantity.value = quantity.value.checked_add(fact.quantity.value).unwrap_or(quantity.value);
                // Each row was rounded by itself.
                quantity.quantum = quantity.quantum.zip(fact.quantity.quantum).and_then(|(a, b)| a.checked_add(b));
            }
        }
    }
}

fn fact(id: &Arc<str>, figure: &Figure, span: Span, quote: String) -> Fact {
    let Figure { indicator, commodity, reporter, partner, period, value, quantum, unit, status, .. } = figure.clone();
    let quantity = Quantity { value, high: None, unit, bound: Bound::Exact, quantum };
    Fact {
        document: Arc::clone(id),
        span,
        quote,
        kind: Kind::Level,
        indicator,
        commodity,
        reporter: Some(reporter),
        partner,
        period: Some(period),
        base: None,
        quantity,
        status,
        evidence: Vec::new(),
    }
}

/// A number as tables write it, with one step of its last digit; `None` for the signs that stand for none.
pub(super) fn number(cell: &str) -> std::result::Result<Option<(Decimal, Decimal)>, String> {
    let cell = cell.trim();
    if ["", "-", "x", "X", "N/A", "NA", "NaN", "nan", ":", "..", "...", "c", "NULL", "null"].contains(&cell) {
        return Ok(None);
    }
    let wrong = || format!("wanted a number, found {cell:?}");
    let plain = cell.replace([',', ' '], "");
    let (digits, power) = match plain.split_once(['e', 'E']) {
        Some((digits, power)) => (digits.to_owned(), power.parse::<i32>().map_err(|_| wrong())?),
        None => (plain, 0),
    };
    let value: Decimal = digits.parse().map_err(|_| wrong())?;
    let places = digits.split_once('.').map_or(0, |(_, places)| places.len());
    let step = i32::try_from(places).ok().and_then(|places| Decimal::power_of_ten(power - places));
    let value = Decimal::power_of_ten(power).and_then(|factor| value.checked_mul(factor));
    value.zip(step).map(Some).ok_or_else(wrong)
}

/// Text in UTF-8, else as ISO 8859-1 has it: files saved from web pages are in either.
fn text(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).map_or_else(|_| bytes.iter().map(|b| char::from(*b)).collect(), str::to_owned)
}

/// A semicolon or a tab where the heading has more of them than of commas.
fn delimiter(bytes: &[u8]) -> u8 {
    let heading = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
    let count = |mark: u8| heading.iter().filter(|b| **b == mark).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|mark| count(*mark)).unwrap_or(b',')
}

/// The bytes of a row's cell, without quotes and blanks around it.
fn cell_span(row: &[u8], column: usize, delimiter: u8) -> Option<(usize, usize)> {
    let (mut at, mut seen, mut quoted) = (0, 0, false);
    let mut from = 0;
    let end = row.iter().rposition(|b| !matches!(b, b'\n' | b'\r')).map_or(0, |at| at + 1);
    while at <= end {
        let mark = row.get(at).copied().filter(|_| at < end);
        if mark == Some(b'"') {
            quoted = !quoted;
        }
        if mark.is_none() || mark == Some(delimiter) && !quoted {
            if seen == column {
                let cell = row.get(from..at)?;
                let blank = |b: &u8| matches!(b, b' ' | b'"');
                let lead = cell.iter().take_while(|b| blank(b)).count();
                let tail = cell.iter().skip(lead).rev().take_while(|b| blank(b)).count();
                return Some((from + lead, at - tail));
            }
            (seen, from) = (seen + 1, at + 1);
        }
        at += 1;
    }
    None
}

fn broken(cause: &csv::Error, file: &str) -> Error {
    let line = cause.position().map(csv::Position::line);
    let error = Error::new(ErrorKind::Table, format!("broken table: {cause}")).in_file(file);
    match line {
        Some(line) => error.at_line(line, None),
        None => error,
    }
}

#[cfg(test)]
mod tests {
    use super::{cell_span, number};

    #[test]
    fn cells_have_their_bytes() {
        let row = b"a,\"b, c\", 12.5 ,\"7\"\r\n";
        for (column, wanted) in [(0, "a"), (1, "b, c"), (2, "12.5"), (3, "7")] {
            let (from, to) = cell_span(row, column, b',').unwrap();
            assert_eq!(std::str::from_utf8(&row[from..to]).unwrap(), wanted);
        }
        assert_eq!(cell_span(row, 4, b','), None);
    }

    #[test]
    fn numbers_as_tables_write_them() {
        let read = |cell: &str| number(cell).unwrap().map(|(value, step)| (value.to_string(), step.to_string()));
        assert_eq!(read("5929770.351"), Some(("5929770.351".into(), "0.001".into())));
        assert_eq!(read("1,234,567"), Some(("1234567".into(), "1".into())));
        assert_eq!(read("1.5E9"), Some(("1500000000".into(), "100000000".into())));
        assert_eq!(read("N/A"), None);
        assert!(number("12 apples").is_err());
    }
}
