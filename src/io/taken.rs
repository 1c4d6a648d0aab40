//! Which ids are taken, and by what: some thirty bytes a document, however long its id and its text.
//!
//! Of an id only 64 bits of a hash are kept, so that an archive of millions of documents fits beside them. Two ids among
//! a million clash with odds of one in 37 million; the second is then told as taken, which names the other document.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt;
use std::hash::{BuildHasherDefault, DefaultHasher, Hasher};
use std::sync::Arc;

use crate::error::{Error, ErrorKind};

/// Where a document stands: its file, and its line, row or record there.
///
/// It is shown as messages name it: `press.jsonl:7`, `crawl.warc.gz: record 7`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub(super) file: Arc<str>,
    pub(super) part: Part,
}

/// Which part of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    /// A line or row, from 1.
    Line(u64),
    /// A record of an archive, from 1, and its first byte.
    Record(u64, u64),
}

impl Place {
    /// An error at this place.
    pub(super) fn error(&self, kind: ErrorKind, message: &str) -> Error {
        let message = match self.part {
            Part::Record(record, _) => format!("record {record}: {message}"),
            _ => message.to_owned(),
        };
        let error = Error::new(kind, message).in_file(&*self.file);
        match self.part {
            Part::Whole => error,
            Part::Line(line) => error.at_line(line, None),
            Part::Record(_, byte) => error.at_byte(byte),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        match self.part {
            Part::Whole => Ok(()),
            Part::Line(line) => write!(f, ":{line}"),
            Part::Record(record, _) => write!(f, ": record {record}"),
        }
    }
}

/// The table is kept in parts, which grow one after the other: none of them is ever copied whole.
const PARTS: usize = 64;

/// How many bits of a packed place are the number of a line or record: a file has fewer than 68 billion.
const NUMBER: u32 = 36;

/// The ids that are taken.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// By hash of the id: which file, and which line or record of it.
    parts: Vec<HashMap<u64, u64, BuildHasherDefault<Kept>>>,
    /// The names of the files one behind the other, and where each ends.
    names: String,
    files: Vec<(usize, bool)>,
}

impl Taken {
    /// Takes an id for the document at a place, or tells which place has it already.
    pub fn take(&mut self, id: &str, place: &Place) -> Result<(), Place> {
        let mut hasher = DefaultHasher::new();
        hasher.write(id.as_bytes());
        let hash = hasher.finish();
        let packed = self.packed(place);
        if self.parts.is_empty() {
            self.parts.resize_with(PARTS, HashMap::default);
        }
        // Six bits of the hash choose the part; the table within uses others.
        match self.parts[(hash >> 32) as usize % PARTS].entry(hash) {
            Entry::Occupied(first) => {
                let packed = *first.get();
                Err(self.unpacked(packed))
            }
            Entry::Vacant(free) => {
                free.insert(packed);
                Ok(())
            }
        }
    }

    fn packed(&mut self, place: &Place) -> u64 {
        let record = matches!(place.part, Part::Record(..));
        let last = self.files.len().wrapping_sub(1);
        if self.name(last) != Some(&*place.file) {
            self.names.push_str(&place.file);
            self.files.push((self.names.len(), record));
        }
        let number = match place.part {
            Part::Whole => 0,
            Part::Line(number) | Part::Record(number, _) => number.min((1 << NUMBER) - 1),
        };
        ((self.files.len() - 1) as u64) << NUMBER | number
    }

    fn unpacked(&self, packed: u64) -> Place {
        let (file, number) = ((packed >> NUMBER) as usize, packed & ((1 << NUMBER) - 1));
        let part = match (number, self.files.get(file)) {
            (0, _) => Part::Whole,
            // Where the record begins is not kept.
            (_, Some((_, true))) => Part::Record(number, 0),
            _ => Part::Line(number),
        };
        Place { file: self.name(file).unwrap_or_default().into(), part }
    }

    fn name(&self, file: usize) -> Option<&str> {
        let end = self.files.get(file)?.0;
        let start = file.checked_sub(1).and_then(|before| self.files.get(before)).map_or(0, |(end, _)| *end);
        self.names.get(start..end)
    }
}

/// A hash that is one already.
#[derive(Debug, Default)]
struct Kept(u64);

impl Hasher for Kept {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| hash.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, Place, Taken};

    #[test]
    fn the_first_place_of_an_id_is_told() {
        let place = |file: &str, part| Place { file: file.into(), part };
        let mut taken = Taken::default();
        for number in 1..=1000 {
            taken.take(&format!("a{number}"), &place("a.jsonl", Part::Line(number))).unwrap();
        }
        taken.take("b", &place("b.txt", Part::Whole)).unwrap();
        taken.take("c", &place("c.warc", Part::Record(2, 77))).unwrap();
        taken.take("d", &place("a.jsonl", Part::Line(1 << 40))).unwrap();
        let first = |taken: &mut Taken, id: &str| taken.take(id, &place("e", Part::Line(1))).unwrap_err().to_string();
        assert_eq!(first(&mut taken, "a1"), "a.jsonl:1");
        assert_eq!(first(&mut taken, "a1000"), "a.jsonl:1000");
        assert_eq!(first(&mut taken, "b"), "b.txt");
        assert_eq!(first(&mut taken, "c"), "c.warc: record 2");
        assert_eq!(first(&mut taken, "d"), "a.jsonl:68719476735");
        assert!(taken.take("e", &place("e", Part::Line(2))).is_ok());
    }
}
