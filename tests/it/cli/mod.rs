//! The binary, run as a user runs it.

mod config;
mod explain;
mod extract;
mod faults;
mod inputs;
mod output;
mod page;
#[cfg(feature = "reconcile")]
mod reconcile;
mod report;
mod resume;
mod table;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::{fs, io};

/// A text with a fact in it.
const GOOD: &str = "In 2022, trade between China and Turkmenistan amounted to $11.181 billion, up 14.1 percent.\n";

/// A folder of its own for a test, empty at the start.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        if let Err(error) = fs::remove_dir_all(&folder) {
            assert_eq!(error.kind(), io::ErrorKind::NotFound, "{error}");
        }
        fs::create_dir_all(&folder).unwrap();
        Scratch(folder)
    }

    /// Writes a file, with the folders above it.
    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> &Self {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(&self.0).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Runs the binary in the folder.
    fn run(&self, arguments: &[&str]) -> Run {
        self.pipe(arguments, b"")
    }

    /// Runs the binary in the folder with this standard input.
    fn pipe(&self, arguments: &[&str], input: &[u8]) -> Run {
        let mut child = self.command(arguments).stdin(Stdio::piped()).spawn().unwrap();
        // A run that reads no input may be gone already.
        let _ = child.stdin.take().unwrap().write_all(input);
        Run::of(child.wait_with_output().unwrap())
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bilateral"));
        command.current_dir(&self.0).args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }
}

/// How a run ended.
#[derive(Debug)]
struct Run {
    status: Option<i32>,
    out: String,
    err: String,
}

impl Run {
    fn of(output: Output) -> Self {
        Run {
            status: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    #[track_caller]
    fn ends(self, status: i32) -> Self {
        assert_eq!(self.status, Some(status), "{self:#?}");
        assert!(!self.err.contains("panicked"), "{self:#?}");
        self
    }

    /// Each problem is one line, and these are all of them, each with these words.
    #[track_caller]
    fn tells(self, problems: &[&[&str]]) -> Self {
        let lines: Vec<&str> = self.err.lines().collect();
        assert_eq!(lines.len(), problems.len(), "{self:#?}");
        for (line, words) in lines.iter().zip(problems) {
            assert!(line.starts_with("bilateral: "), "{line}");
            for word in *words {
                assert!(line.contains(word), "wanted {word:?} in {line:?}");
            }
        }
        self
    }

    /// The documents that facts were written of, each once.
    #[track_caller]
    fn writes_of(self, documents: &[&str]) -> Self {
        let mut seen: Vec<String> = self.facts().iter().map(|fact| fact["document"].as_str().unwrap().into()).collect();
        seen.dedup();
        assert_eq!(seen, documents, "{self:#?}");
        self
    }

    fn facts(&self) -> Vec<serde_json::Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

/// A line of a documents file.
fn line(id: &str, published: Option<&str>) -> String {
    serde_json::json!({"id": id, "published": published, "text": GOOD}).to_string() + "\n"
}
