//! Web archives: WARC, and the plain texts of one (WET), record by record.
//!
//! | record | read as |
//! | --- | --- |
//! | `response` with status 200 and a page (`text/html`) | a page: its main text |
//! | `response` with status 200 and `text/plain` | a text |
//! | `resource` of one of these types | the same |
//! | `conversion` | a text, as WET files hold it |
//! | any other | passed over |
//!
//! The id is the record's WARC-Target-URI. WARC-Date is the day on which the page was fetched, which can be years after
//! it was published: it is no day of publication, and is not used as one.
//!
//! The layout is that of [WARC 1.1](https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/).
//! The readers there are on crates.io take a record's word for its length, give up at the first broken record, or bring
//! twenty crates for packings that archives do not have; so this one is the crate's own. A record that is broken is
//! told, and reading goes on at the next line that begins one.

use std::io::{self, BufRead, Cursor, Read, Take};
use std::sync::Arc;

use super::packed::{self, Bytes};
use super::place::Packing;
use super::taken::{Part, Place};
use crate::error::{ErrorKind, Result};

/// The longest block of header lines that is read, of a record or of an answer in it.
const HEAD: u64 = 1 << 16;
/// The longest page or text that is read. Public crawls cut theirs at 1 or 5 MiB.
const LONGEST: u64 = 16 << 20;

/// What a record holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Content {
    /// A page, with the encoding that the server named.
    Page(Vec<u8>, Option<String>),
    Text(Vec<u8>),
}

/// A record that can be a document.
#[derive(Debug)]
pub(super) struct Record {
    pub uri: String,
    pub content: Content,
    pub place: Place,
}

/// An iterator over the records of an archive that can be documents.
pub(super) struct Records {
    reader: Counted,
    file: Arc<str>,
    /// How many records were begun, and where the last of them begins.
    record: u64,
    start: u64,
    ended: bool,
    /// The first line of a record was read already.
    ahead: bool,
}

/// A stream that knows how much of it was read.
struct Counted {
    bytes: Bytes,
    at: u64,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(buffer)?;
        self.at += read as u64;
        Ok(read)
    }
}

impl BufRead for Counted {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.bytes.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.at += amount as u64;
        self.bytes.consume(amount);
    }
}

/// The bytes of a record that are not read yet.
type Block<'r> = Take<&'r mut Counted>;

/// Why a record is not used.
enum Stop {
    /// The file cannot be read on.
    Io(io::Error),
    /// Where the next record begins is not known.
    Broken(String),
    /// The record alone.
    Unfit(String),
}

impl From<io::Error> for Stop {
    fn from(cause: io::Error) -> Self {
        Stop::Io(cause)
    }
}

type Answer<T> = std::result::Result<T, Stop>;

impl Records {
    /// The records of a stream, which messages call `file`.
    pub fn new(bytes: Bytes, file: &str) -> Self {
        let reader = Counted { bytes, at: 0 };
        Records { reader, file: file.into(), record: 0, start: 0, ended: false, ahead: false }
    }

    /// The file's name in messages.
    pub fn file(&self) -> Arc<str> {
        Arc::clone(&self.file)
    }

    /// Reads a line, whose length is bounded; `false` at the end of the file.
    fn line(&mut self, line: &mut Vec<u8>) -> io::Result<bool> {
        line.clear();
        self.start = self.reader.at;
        Ok(self.reader.by_ref().take(HEAD).read_until(b'\n', line)? > 0)
    }

    /// Reads the line that begins the next record; `false` at the end of the file.
    fn begin(&mut self) -> Answer<bool> {
        if std::mem::take(&mut self.ahead) {
            return Ok(true);
        }
        let mut line = Vec::new();
        while self.line(&mut line)? {
            if begins(&line) {
                return Ok(true);
            }
            if !line.trim_ascii().is_empty() {
                let found: String = String::from_utf8_lossy(&line).trim().chars().take(40).collect();
                return Err(Stop::Broken(format!("wanted a line such as `WARC/1.0`, found {found:?}")));
            }
        }
        Ok(false)
    }

    /// Passes over lines, the one that begins the next record included.
    fn recover(&mut self) -> io::Result<()> {
        let mut line = Vec::new();
        while self.line(&mut line)? {
            if begins(&line) {
                self.ahead = true;
                break;
            }
        }
        Ok(())
    }

    /// The rest of a record whose first line was read; `None` for what is passed over.
    fn rest(&mut self, place: &Place) -> Answer<Option<Record>> {
        let headers = Headers::read(&mut self.reader.by_ref().take(HEAD))?;
        let length = headers.value("content-length");
        let length = length.parse().map_err(|_| {
            Stop::Broken(format!("wanted a Content-Length in bytes, found {length:?}: the next record is looked for"))
        })?;
        let mut block = self.reader.by_ref().take(length);
        let content = match headers.value("warc-type").to_ascii_lowercase().as_str() {
            "response" if headers.value("content-type").starts_with("application/http") => response(&mut block),
            "conversion" | "resource" => match shape(headers.value("content-type")) {
                Some(shape) => whole(&mut block).map(|bytes| Some(shape.content(bytes))),
                None => Ok(None),
            },
            _ => Ok(None),
        };
        if let Err(Stop::Io(cause)) = content {
            return Err(Stop::Io(cause));
        }
        io::copy(&mut block, &mut io::sink())?;
        if block.limit() > 0 {
            let message = format!("the file ends {} bytes before the record does", block.limit());
            return Err(Stop::Io(io::Error::new(io::ErrorKind::UnexpectedEof, message)));
        }
        let Some(content) = content? else { return Ok(None) };
        let uri = headers.value("warc-target-uri").trim_matches(['<', '>']).trim();
        if uri.is_empty() {
            return Err(Stop::Unfit("wanted a WARC-Target-URI, found none".into()));
        }
        Ok(Some(Record { uri: uri.to_owned(), content, place: place.clone() }))
    }
}

impl Iterator for Records {
    type Item = Result<Record>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let begun = self.begin();
            if matches!(begun, Ok(false)) {
                break;
            }
            self.record += 1;
            let place = Place { file: self.file(), part: Part::Record(self.record, self.start) };
            let read = begun.and_then(|_| self.rest(&place));
            return Some(Err(match read {
                Ok(None) => continue,
                Ok(Some(record)) => return Some(Ok(record)),
                Err(Stop::Unfit(message)) => place.error(ErrorKind::Value, &message),
                Err(Stop::Broken(message)) => {
                    // What keeps the next record from being found is told when it is read.
                    let _ = self.recover();
                    place.error(ErrorKind::Value, &message)
                }
                Err(Stop::Io(cause)) => {
                    self.ended = true;
                    place.error(ErrorKind::Io, &format!("cannot read it: {cause}")).caused_by(cause)
                }
            }));
        }
        None
    }
}

/// Whether a line begins a record.
pub(super) fn begins(line: &[u8]) -> bool {
    line.strip_prefix(b"WARC/")
        .is_some_and(|rest| matches!(rest.trim_ascii_end(), [b'0'..=b'9', b'.', b'0'..=b'9', ..]))
}

/// Header lines: names in lower case, and values.
struct Headers(Vec<(String, String)>);

impl Headers {
    /// The lines up to an empty one; a line that begins with a blank goes on from the one before.
    fn read(lines: &mut impl BufRead) -> Answer<Self> {
        let mut headers: Vec<(String, String)> = Vec::new();
        let mut line = Vec::new();
        loop {
            line.clear();
            if lines.read_until(b'\n', &mut line)? == 0 {
                return Err(Stop::Broken("wanted an empty line behind the headers, found none".into()));
            }
            let text = String::from_utf8_lossy(&line);
            let text = text.trim_end();
            match (text.split_once(':'), headers.last_mut()) {
                _ if text.is_empty() => return Ok(Headers(headers)),
                (_, Some((_, value))) if text.starts_with([' ', '\t']) => {
                    value.push(' ');
                    value.push_str(text.trim());
                }
                (Some((name, value)), _) => headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned())),
                // A line that is no header says nothing.
                (None, _) => {}
            }
        }
    }

    fn value(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}

/// What a content type is read as.
#[derive(Debug, PartialEq, Eq)]
enum Shape {
    Page(Option<String>),
    Text,
}

impl Shape {
    fn content(self, bytes: Vec<u8>) -> Content {
        match self {
            Shape::Page(encoding) => Content::Page(bytes, encoding),
            Shape::Text => Content::Text(bytes),
        }
    }
}

/// `text/html; charset=utf-8` is a page in UTF-8.
fn shape(content_type: &str) -> Option<Shape> {
    let mut parts = content_type.split(';').map(str::trim);
    let kind = parts.next().unwrap_or_default().to_ascii_lowercase();
    let encoding = parts.find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches(['"', '\'']).to_owned())
    });
    match kind.as_str() {
        "text/html" | "application/xhtml+xml" => Some(Shape::Page(encoding)),
        "text/plain" | "" => Some(Shape::Text),
        _ => None,
    }
}

/// What a server answered: the page or text of it.
fn response(block: &mut Block<'_>) -> Answer<Option<Content>> {
    let mut head = block.by_ref().take(HEAD);
    let mut status = Vec::new();
    head.read_until(b'\n', &mut status)?;
    let status = String::from_utf8_lossy(&status);
    let mut words = status.split_whitespace();
    if !words.next().is_some_and(|word| word.starts_with("HTTP/")) {
        let found: String = status.trim().chars().take(40).collect();
        return Err(Stop::Unfit(format!("wanted an answer such as `HTTP/1.1 200 OK`, found {found:?}")));
    }
    if words.next() != Some("200") {
        return Ok(None);
    }
    let headers = match Headers::read(&mut head) {
        Err(Stop::Broken(message)) => return Err(Stop::Unfit(message)),
        headers => headers?,
    };
    let Some(shape) = Some(headers.value("content-type")).filter(|kind| !kind.is_empty()).and_then(shape) else {
        return Ok(None);
    };
    let mut bytes = whole(block)?;
    if headers.value("transfer-encoding").eq_ignore_ascii_case("chunked") {
        bytes = joined(&bytes).unwrap_or(bytes);
    }
    let packing = headers.value("content-encoding");
    if !matches!(packing, "" | "identity") {
        bytes = unpacked(bytes, packing)?;
    }
    Ok(Some(shape.content(bytes)))
}

/// All bytes of a block.
fn whole(block: &mut Block<'_>) -> Answer<Vec<u8>> {
    if block.limit() > LONGEST {
        return Err(Stop::Unfit(format!(
            "a page or text of {} bytes is not read: wanted at most {LONGEST}",
            block.limit()
        )));
    }
    let mut bytes = Vec::new();
    block.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The pieces in which a server sent a page, without their lengths; `None` where they are joined already.
fn joined(mut bytes: &[u8]) -> Option<Vec<u8>> {
    let mut all = Vec::with_capacity(bytes.len());
    loop {
        let end = memchr::memchr(b'\n', bytes)?;
        let length = std::str::from_utf8(bytes.get(..end)?).ok()?.split(';').next()?.trim();
        let length = usize::from_str_radix(length, 16).ok()?;
        let piece = bytes.get(end + 1..)?;
        if length == 0 {
            return Some(all);
        }
        all.extend_from_slice(piece.get(..length)?);
        bytes = piece.get(length..)?.trim_ascii_start();
    }
}

/// A page that the server packed; archives that keep the header beside an unpacked page are common.
fn unpacked(bytes: Vec<u8>, packing: &str) -> Answer<Vec<u8>> {
    if bytes.trim_ascii_start().starts_with(b"<") {
        return Ok(bytes);
    }
    let unfit = |cause: &dyn std::fmt::Display| Stop::Unfit(format!("cannot unpack it ({packing}): {cause}"));
    let mut bytes: Bytes = Box::new(Cursor::new(bytes));
    let reader = match packed::packing_of(&mut bytes, "") {
        Ok(Packing::Plain) => return Err(unfit(&"wanted gzip or zstd")),
        found => found.and_then(|found| packed::unpacked(bytes, found, "")).map_err(|error| unfit(&error))?,
    };
    let mut all = Vec::new();
    reader.take(LONGEST + 1).read_to_end(&mut all).map_err(|cause| unfit(&cause))?;
    if all.len() as u64 > LONGEST {
        return Err(Stop::Unfit(format!("a packed page of more than {LONGEST} bytes is not read")));
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::{Content, Records, joined};
    use crate::Result;

    fn records(archive: &[u8]) -> Vec<Result<(String, Content)>> {
        let records = Records::new(Box::new(Cursor::new(archive.to_vec())), "f.warc");
        records.map(|record| record.map(|record| (record.uri, record.content))).collect()
    }

    fn record(kind: &str, uri: &str, content_type: &str, block: &[u8]) -> Vec<u8> {
        let head = format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2024-05-06T07:08:09Z\r\n\
             Content-Type: {content_type}\r\nContent-Length: {}\r\n\r\n",
            block.len()
        );
        [head.as_bytes(), block, b"\r\n\r\n"].concat()
    }

    fn served(headers: &str, body: &[u8]) -> Vec<u8> {
        [headers.as_bytes(), b"\r\n\r\n", body].concat()
    }

    const ANSWER: &str = "application/http; msgtype=response";

    #[test]
    fn pages_and_texts_are_taken_and_the_rest_is_passed_over() {
        let page = served("HTTP/1.1 200 OK\r\ncontent-type: Text/HTML;\r\n charset=\"koi8-r\"", b"<p>x</p>");
        let archive = [
            record("warcinfo", "", "application/warc-fields", b"software: x\r\n"),
            record("request", "http://a/1", "application/http; msgtype=request", b"GET / HTTP/1.1\r\n\r\n"),
            record("response", "http://a/1", ANSWER, &page),
            record("response", "http://a/2", ANSWER, &served("HTTP/1.1 404 No\r\nContent-Type: text/html", b"<p>")),
            record("response", "http://a/3", ANSWER, &served("HTTP/1.1 200 OK\r\nContent-Type: image/png", b"\x89P")),
            record("response", "http://a/4", ANSWER, &served("HTTP/1.0 200 OK", b"no type")),
            record("resource", "<http://a/5>", "text/plain", b"WARC/1.0\r\n\r\n"),
            record("conversion", "http://a/6", "text/plain", "Caf\u{E9}".as_bytes()),
            record("response", "dns:a", "text/dns", b"1"),
        ];
        let read: Vec<_> = records(&archive.concat()).into_iter().map(Result::unwrap).collect();
        let text = |uri: &str, text: &str| (uri.to_owned(), Content::Text(text.into()));
        let page = ("http://a/1".to_owned(), Content::Page(b"<p>x</p>".to_vec(), Some("koi8-r".into())));
        assert_eq!(read, [page, text("http://a/5", "WARC/1.0\r\n\r\n"), text("http://a/6", "Caf\u{E9}")]);
    }

    #[test]
    fn pages_as_servers_send_them() {
        let body = |headers: &str, bytes: &[u8]| {
            let block = served(&format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{headers}"), bytes);
            match records(&record("response", "http://a/", ANSWER, &block)).remove(0) {
                Ok((_, Content::Page(bytes, None))) => Ok(String::from_utf8(bytes).unwrap()),
                other => Err(other.unwrap_err().to_string()),
            }
        };
        let chunked = b"3\r\n<p>\r\nA; n=v\r\n0123456789\r\n0\r\n\r\n";
        assert_eq!(body("Transfer-Encoding: chunked", chunked).unwrap(), "<p>0123456789");
        assert_eq!(body("Transfer-Encoding: chunked", b"<p>joined already").unwrap(), "<p>joined already");
        assert_eq!(body("Content-Encoding: br", b"<p>unpacked already").unwrap(), "<p>unpacked already");
        let error = body("Content-Encoding: br", b"\x0B\x02\x80").unwrap_err();
        assert!(error.starts_with("f.warc: byte 0: record 1: ") && error.contains("br"), "{error}");
        assert_eq!(joined(b"ffffffffffffffff\r\n1"), None);
    }

    #[test]
    #[cfg(feature = "compressed")]
    fn pages_that_servers_packed() {
        let packed = zstd::encode_all(&b"<p>packed"[..], 1).unwrap();
        let block = served("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: zstd", &packed);
        let read = records(&record("response", "http://a/", ANSWER, &block)).remove(0).unwrap();
        assert_eq!(read.1, Content::Page(b"<p>packed".to_vec(), None));
    }

    #[test]
    fn broken_records_stand_between_good_ones() {
        let good = |uri: &str| record("conversion", uri, "text/plain", b"Trade rose.");
        let late = String::from_utf8(good("http://a/5")).unwrap().replace("Content-Length: 11", "Content-Length: 1e9");
        let archive = [
            good("http://a/1"),
            b"junk\r\nmore junk\r\n".to_vec(),
            good("http://a/3"),
            good(""),
            late.into_bytes(),
            record("response", "http://a/6", ANSWER, b"no answer"),
            good("http://a/7"),
        ]
        .concat();
        let read = records(&archive);
        let said = |at: usize| read[at].as_ref().unwrap_err().to_string();
        assert_eq!(read.len(), 7, "{read:?}");
        for (at, uri) in [(0, "http://a/1"), (2, "http://a/3"), (6, "http://a/7")] {
            assert_eq!(read[at].as_ref().unwrap().0, uri);
        }
        let length = good("http://a/1").len();
        assert!(said(1).starts_with(&format!("f.warc: byte {length}: record 2: wanted a line such as")), "{}", said(1));
        assert!(said(3).contains("record 4: wanted a WARC-Target-URI"), "{}", said(3));
        assert!(said(4).contains("record 5: wanted a Content-Length in bytes, found \"1e9\""), "{}", said(4));
        assert!(said(5).contains("record 6: wanted an answer"), "{}", said(5));
    }

    #[test]
    fn an_archive_that_ends_early_is_told() {
        let whole = record("conversion", "http://a/1", "text/plain", b"Trade rose.");
        for cut in 1..whole.len() {
            for read in records(&[&whole[..], &whole[..cut]].concat()).iter().skip(1) {
                match read {
                    Ok((_, content)) => assert_eq!(*content, Content::Text(b"Trade rose.".to_vec())),
                    Err(error) => assert!(error.to_string().contains("record 2: "), "{error}"),
                }
            }
        }
        // A length that nothing stands behind takes no memory.
        let huge = b"WARC/1.0\r\nContent-Length: 18446744073709551615\r\nWARC-Type: conversion\r\n\r\nx";
        assert!(records(huge)[0].as_ref().unwrap_err().to_string().contains("ends 18446744073709551614 bytes before"));
        assert!(records(b"").is_empty() && records(b"\r\n\r\n").is_empty());
    }
}
