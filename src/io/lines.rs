//! JSON Lines: one object a line, read line by line.

use std::io::{BufRead, BufReader};
use std::marker::PhantomData;
use std::path::Path;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::error::Category;

use super::packed;
use super::place::Packing;
use super::text::{BOM, not_utf8};
use super::{STDIN, io_error, is_stdin, name_of};
use crate::error::{Error, ErrorKind, Result};

/// An iterator over the objects of a stream, each with its line.
///
/// Blank lines and a byte order mark are passed over. A line that is no object of the wanted shape is an error, and
/// the next one is read all the same; a file that is JSON, but not JSON Lines, is one error.
pub(super) struct JsonLines<T> {
    reader: Box<dyn BufRead + Send>,
    file: Arc<str>,
    line: u64,
    byte: u64,
    seen: bool,
    ended: bool,
    buffer: Vec<u8>,
    shape: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> JsonLines<T> {
    /// The lines of a file, or of standard input for `-`.
    pub(super) fn open(path: &Path) -> Result<Self> {
        if is_stdin(path) {
            return Ok(JsonLines::new(Box::new(BufReader::new(std::io::stdin())), STDIN));
        }
        let file = name_of(path);
        Ok(JsonLines::new(packed::open(path, Packing::Plain)?, &file))
    }

    /// The lines of `reader`, which messages call `file`.
    pub(super) fn new(reader: Box<dyn BufRead + Send>, file: &str) -> Self {
        JsonLines {
            reader,
            file: file.into(),
            line: 0,
            byte: 0,
            seen: false,
            ended: false,
            buffer: Vec::new(),
            shape: PhantomData,
        }
    }

    /// The file's name in messages.
    pub(super) fn file(&self) -> Arc<str> {
        Arc::clone(&self.file)
    }

    /// The object on the line in the buffer; `None` for a blank line.
    fn parse(&mut self, start: u64) -> Option<Result<T>> {
        let mark = if self.line == 1 && self.buffer.starts_with(BOM) { BOM.len() } else { 0 };
        let line = self.buffer.get(mark..).unwrap_or_default();
        let trimmed = line.trim_ascii();
        if trimmed.is_empty() {
            return None;
        }
        let first = !std::mem::replace(&mut self.seen, true);
        if first && let Some(found) = other_json(trimmed) {
            self.ended = true;
            let message = format!("wanted one JSON object a line (JSON Lines), found {found}");
            return Some(Err(Error::new(ErrorKind::Json, message)));
        }
        let text = match std::str::from_utf8(line) {
            Ok(text) => text.trim_end(),
            Err(error) => {
                let at = mark + error.valid_up_to();
                let error = not_utf8(&self.buffer, at).at_line(self.line, Some(at as u64 + 1));
                return Some(Err(error.at_byte(start + at as u64)));
            }
        };
        Some(serde_json::from_str(text).map_err(|cause| {
            let column = (mark + cause.column().max(1)) as u64;
            json_error(&cause).caused_by(cause).at_line(self.line, Some(column))
        }))
    }
}

/// What a first line shows the file to be, where that is JSON of another layout.
fn other_json(line: &[u8]) -> Option<&'static str> {
    match line {
        [b'[', ..] => Some("an array"),
        [b'{'] => Some("an object that goes on over several lines"),
        _ => None,
    }
}

/// The error in serde's words, without the place that serde adds.
fn json_error(cause: &serde_json::Error) -> Error {
    let said = cause.to_string();
    let what = said.rsplit_once(" at line ").map_or(said.as_str(), |(what, _)| what);
    let message = match cause.classify() {
        Category::Eof => "broken JSON: the line ends before its JSON does".into(),
        Category::Data => format!("wanted another record: {what}"),
        Category::Syntax | Category::Io => format!("broken JSON: {what}"),
    };
    Error::new(ErrorKind::Json, message)
}

impl<T: DeserializeOwned> Iterator for JsonLines<T> {
    type Item = Result<(u64, T)>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            self.buffer.clear();
            let start = self.byte;
            match self.reader.read_until(b'\n', &mut self.buffer) {
                Ok(0) => self.ended = true,
                Ok(read) => {
                    self.line += 1;
                    self.byte += read as u64;
                    if let Some(parsed) = self.parse(start) {
                        let line = self.line;
                        return Some(match parsed {
                            Ok(object) => Ok((line, object)),
                            Err(error) if error.position().line.is_some() => Err(error.in_file(&*self.file)),
                            Err(error) => Err(error.in_file(&*self.file).at_line(line, None)),
                        });
                    }
                }
                Err(cause) => {
                    self.ended = true;
                    return Some(Err(io_error(&self.file, "read", cause)));
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::io::Cursor;

    use super::JsonLines;
    use crate::Result;

    fn read(bytes: &'static [u8]) -> Vec<Result<(u64, BTreeMap<String, String>)>> {
        JsonLines::new(Box::new(Cursor::new(bytes)), "f").collect()
    }

    #[test]
    fn broken_lines_stand_between_good_ones() {
        let read = read(b"\xEF\xBB\xBF{\"a\":\"1\"}\r\n\n{\"a\":}\n{\"a\":\"\xE9\"}\n{\"a\":\"2\"}");
        assert_eq!(read.len(), 4);
        assert_eq!(read[0].as_ref().unwrap().0, 1);
        assert_eq!(read[3].as_ref().unwrap().1["a"], "2");
        let json = read[1].as_ref().unwrap_err().to_string();
        assert!(json.starts_with("f:3:6: broken JSON"), "{json}");
        let encoding = read[2].as_ref().unwrap_err();
        assert_eq!((encoding.position().line, encoding.position().column), (Some(4), Some(7)));
        assert_eq!(encoding.position().byte, Some(28));
    }

    #[test]
    fn json_of_another_layout_is_one_error() {
        for (bytes, found) in [(&b"[\n{},\n{}\n]"[..], "an array"), (b"\n{\n\"a\":\n1}", "several lines")] {
            let read = read(bytes);
            assert_eq!(read.len(), 1);
            assert!(read[0].as_ref().unwrap_err().to_string().contains(found));
        }
        assert!(read(b"").is_empty() && read(b"\n \n").is_empty());
        assert!(read(b"{\"a\":\"1\"").remove(0).unwrap_err().to_string().contains("ends before"));
    }
}
