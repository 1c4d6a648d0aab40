//! Going on where a run was interrupted: what is written stands in `FILE.part`, and `FILE.journal` beside it tells how
//! much of it is complete.
//!
//! The journal's first line says which run it is of: the program, the user's words, the arguments. Each line after it
//! stands for a piece of the input whose lines are written:
//!
//! | field | holds |
//! | --- | --- |
//! | `items`, `found` | how many documents and problems were found so far, and a hash of all of them |
//! | `documents`, `problems` | how many of them gave lines, how many were told |
//! | `written` | of each file the bytes and a hash of them |
//!
//! A run that goes on reads the input again up to there, without working on it, and fails where it is another. It keeps of
//! `FILE.part` what the journal vouches for, so that no moment of a kill matters, nor what was lost with the power.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::hash::{Hash as _, Hasher as _};
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use rustc_hash::FxHasher;
use serde::{Deserialize, Serialize};

use crate::output::{Failure, plain, real};

/// How far a run has come.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// Documents and problems together.
    pub items: u64,
    /// A hash of all that was found.
    pub found: u64,
    pub documents: usize,
    pub problems: usize,
}

/// What makes two runs the same.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    pub program: String,
    pub words: String,
    pub arguments: String,
}

/// A line of the journal after the first.
#[derive(Debug, Serialize, Deserialize)]
enum Entry {
    Piece {
        state: State,
        written: Vec<Written>,
    },
    /// All is written; the files are put in their places.
    Complete(State),
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Written {
    bytes: u64,
    hash: u64,
}

/// The files of a run that can be gone on with, and its journal.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: File,
    parts: Vec<Part>,
}

/// A file that is being written.
#[derive(Debug)]
struct Part {
    name: String,
    part: PathBuf,
    target: PathBuf,
    file: File,
    written: Written,
    /// What is not written yet of a piece.
    piece: Vec<u8>,
}

impl Run {
    /// This program, with words that have this hash, called with these arguments.
    pub fn new(words: u64, arguments: String) -> Self {
        let version = env!("CARGO_PKG_VERSION");
        // A build of the same version can read otherwise.
        let built = std::env::current_exe().and_then(fs::metadata).and_then(|meta| Ok((meta.len(), meta.modified()?)));
        let since = |(bytes, day): (u64, std::time::SystemTime)| {
            let day = day.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
            format!("{version} of {bytes} bytes, built at second {}.{}", day.as_secs(), day.subsec_nanos())
        };
        let program = built.map_or_else(|_| version.to_owned(), since);
        Run { program, words: format!("{words:016x}"), arguments }
    }
}

/// The hash of all found before and of one thing more.
pub fn chained(found: u64, add: impl FnOnce(&mut FxHasher)) -> u64 {
    let mut hasher = FxHasher::default();
    found.hash(&mut hasher);
    add(&mut hasher);
    hasher.finish()
}

/// A run that goes on, or is over.
#[derive(Debug)]
pub enum Opened {
    /// From this state, which is none at the beginning.
    From(Journal, State),
    /// All was written before; the files are in their places now.
    Complete(State),
}

impl Journal {
    /// Begins a run that writes to these files, or goes on with it.
    pub fn open(targets: &[&Path], run: &Run) -> Result<Opened, Failure> {
        let targets: Vec<PathBuf> = targets.iter().map(|path| real(path)).collect::<Result<_, _>>()?;
        let path = beside(targets.first().map_or(Path::new(""), PathBuf::as_path), "journal");
        let name = path.display().to_string();
        let failed = |cause: io::Error| Failure::Message(format!("{name}: cannot use it: {cause}"));
        let mut options = OpenOptions::new();
        let file = options.read(true).write(true).create(true).truncate(false).open(&path).map_err(failed)?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => {
                return Err(Failure::Message(format!("{name}: another run writes these files")));
            }
            // Where the system has no locks, nobody is kept out.
            Ok(()) | Err(TryLockError::Error(_)) => {}
        }
        let parts = targets.into_iter().map(Part::open).collect::<Result<Vec<_>, _>>()?;
        let journal = Journal { path, file, parts };
        journal.go_on(run, &name, &failed)
    }

    fn go_on(mut self, run: &Run, name: &str, failed: &dyn Fn(io::Error) -> Failure) -> Result<Opened, Failure> {
        let mut lines = BufReader::new(self.file.try_clone().map_err(failed)?);
        let mut line = Vec::new();
        let mut next = |line: &mut Vec<u8>| {
            line.clear();
            lines.read_until(b'\n', line).map(|_| line.ends_with(b"\n"))
        };
        let (mut good, mut state) = (0, State::default());
        if next(&mut line).map_err(failed)? {
            let before: Run = serde_json::from_slice(&line).map_err(|_| {
                Failure::Message(format!("{name}: wanted the journal of an interrupted run, found something else"))
            })?;
            run.same_as(&before, name)?;
            good += line.len() as u64;
            while next(&mut line).map_err(failed)? {
                match serde_json::from_slice(&line) {
                    Ok(Entry::Complete(state)) => {
                        self.finish_parts()?;
                        return Ok(Opened::Complete(state));
                    }
                    Ok(Entry::Piece { state: then, written }) if self.vouched(&written).map_err(failed)? => {
                        state = then
                    }
                    _ => break,
                }
                good += line.len() as u64;
            }
        }
        for part in &mut self.parts {
            part.cut().map_err(|cause| part.failure(&cause))?;
        }
        self.file.set_len(good).and_then(|()| self.file.seek(SeekFrom::End(0))).map_err(failed)?;
        if good == 0 {
            self.note(run).map_err(failed)?;
        }
        Ok(Opened::From(self, state))
    }

    /// Whether the files hold what a line says of them.
    fn vouched(&mut self, written: &[Written]) -> io::Result<bool> {
        if written.len() != self.parts.len() {
            return Ok(false);
        }
        let mut read = Vec::new();
        for (part, written) in self.parts.iter_mut().zip(written) {
            let Some(more) = written.bytes.checked_sub(part.written.bytes) else { return Ok(false) };
            read.clear();
            (&part.file).take(more).read_to_end(&mut read)?;
            if read.len() as u64 != more || chained(part.written.hash, |hasher| hasher.write(&read)) != written.hash {
                return Ok(false);
            }
        }
        for (part, written) in self.parts.iter_mut().zip(written) {
            part.written = written.clone();
        }
        Ok(true)
    }

    fn note(&mut self, line: &impl Serialize) -> io::Result<()> {
        let mut bytes = serde_json::to_vec(line)?;
        bytes.push(b'\n');
        self.file.write_all(&bytes)
    }

    /// Adds to the piece of one of the files, by its place among them.
    pub fn put(&mut self, part: usize, bytes: &[u8]) {
        if let Some(part) = self.parts.get_mut(part) {
            part.piece.extend_from_slice(bytes);
        }
    }

    /// Writes a piece, with which the run has come to this state.
    pub fn piece(&mut self, state: &State) -> Result<(), Failure> {
        self.parts.iter_mut().try_for_each(|part| part.write().map_err(|cause| part.failure(&cause)))?;
        let written = self.parts.iter().map(|part| part.written.clone()).collect();
        self.note(&Entry::Piece { state: state.clone(), written }).map_err(|cause| self.failure(&cause))
    }

    /// All is written: the files are put in their places, and the journal goes.
    pub fn finish(mut self, state: &State) -> Result<(), Failure> {
        for part in &self.parts {
            part.file.sync_data().map_err(|cause| part.failure(&cause))?;
        }
        self.note(&Entry::Complete(state.clone())).map_err(|cause| self.failure(&cause))?;
        self.finish_parts()
    }

    fn finish_parts(&mut self) -> Result<(), Failure> {
        for part in &self.parts {
            match fs::rename(&part.part, &part.target) {
                // It was in its place already.
                Err(cause) if cause.kind() == io::ErrorKind::NotFound => {}
                renamed => renamed.map_err(|cause| part.failure(&cause))?,
            }
        }
        fs::remove_file(&self.path).map_err(|cause| self.failure(&cause))
    }

    /// Takes everything away, as a run does that has nothing to write.
    pub fn discard(self) {
        for part in &self.parts {
            let _ = fs::remove_file(&part.part);
        }
        let _ = fs::remove_file(&self.path);
    }

    fn failure(&self, cause: &io::Error) -> Failure {
        Failure::Message(format!("{}: cannot write it: {cause}", self.path.display()))
    }
}

impl Part {
    fn open(target: PathBuf) -> Result<Self, Failure> {
        let part = beside(&target, "part");
        let name = target.display().to_string();
        let mut options = OpenOptions::new();
        let file = options
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&part)
            .map_err(|cause| Failure::Message(format!("{}: cannot write it: {}", part.display(), plain(&cause))))?;
        if let Ok(meta) = fs::metadata(&target) {
            // The new file keeps the old one's permissions where the system lets it.
            let _ = file.set_permissions(meta.permissions());
        }
        Ok(Part { name, part, target, file, written: Written::default(), piece: Vec::new() })
    }

    /// Leaves what is vouched for, and goes on behind it.
    fn cut(&mut self) -> io::Result<()> {
        self.file.set_len(self.written.bytes)?;
        self.file.seek(SeekFrom::End(0)).map(|_| ())
    }

    fn write(&mut self) -> io::Result<()> {
        self.file.write_all(&self.piece)?;
        self.written.bytes += self.piece.len() as u64;
        self.written.hash = chained(self.written.hash, |hasher| hasher.write(&self.piece));
        self.piece.clear();
        Ok(())
    }

    fn failure(&self, cause: &io::Error) -> Failure {
        Failure::Message(format!("{}: cannot write it: {}", self.name, plain(cause)))
    }
}

impl Run {
    /// Fails where another run wrote the journal.
    fn same_as(&self, before: &Run, journal: &str) -> Result<(), Failure> {
        let pairs = [
            ("program", &before.program, &self.program),
            ("words and preferences", &before.words, &self.words),
            ("arguments", &before.arguments, &self.arguments),
        ];
        match pairs.iter().find(|(_, before, now)| before != now) {
            None => Ok(()),
            Some((what, before, now)) => Err(Failure::Message(format!(
                "{journal}: the interrupted run had other {what}: then {before}, now {now}; remove this file to begin anew"
            ))),
        }
    }
}

/// `facts.jsonl.part` beside `facts.jsonl`.
fn beside(target: &Path, end: &str) -> PathBuf {
    let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    target.with_file_name(format!("{name}.{end}"))
}
