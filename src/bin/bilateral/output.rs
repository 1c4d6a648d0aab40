//! What is written, where, and how a run ends.

use std::error::Error as StdError;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use bilateral::report::{self, Format, Report};
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::paint;

/// How a run ended that wrote its result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// All input was used.
    Whole,
    /// Some input could not be used.
    Partial,
    /// Figures conflict, and the user wants to know it from the status.
    Conflict,
}

/// Why a run ended without its result.
#[derive(Debug)]
pub enum Failure {
    /// For a reason not told yet.
    Message(String),
    /// For reasons told already.
    Told,
    /// Whoever read the output went away: no reason to complain.
    ReaderLeft,
}

impl From<bilateral::Error> for Failure {
    fn from(error: bilateral::Error) -> Self {
        let mut cause: Option<&(dyn StdError + 'static)> = Some(&error);
        while let Some(error) = cause {
            if error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe) {
                return Failure::ReaderLeft;
            }
            cause = error.source();
        }
        Failure::Message(error.to_string())
    }
}

/// How and where a report is written.
#[derive(Debug, clap::Args)]
pub struct Written {
    /// How the report is written
    #[arg(long, default_value_t, value_parser = formats())]
    format: Format,

    /// Write to this file, which is replaced whole or not at all
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Written {
    /// Writes the report: in the width and the colours of the terminal where it goes to one.
    pub fn write(&self, report: Report<'_>) -> Result<(), Failure> {
        let mut output = Output::open(self.output.as_deref())?;
        let shown = self.output.is_none() && self.format == Format::Text;
        let report = match paint::columns().filter(|_| shown) {
            Some(columns) => report.wide(columns),
            None => report,
        };
        if shown && paint::wanted() {
            let mut page = Vec::new();
            report::write(&report, self.format, &mut page)?;
            let page = paint::painted(&String::from_utf8_lossy(&page));
            output.write_all(page.as_bytes()).map_err(|cause| output.failure(cause))?;
        } else {
            report::write(&report, self.format, &mut output)?;
        }
        output.finish()
    }
}

/// The names of report formats.
fn formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::as_str)).try_map(|name| name.parse::<Format>())
}

/// One line on standard error.
pub fn tell(message: &str) {
    let line = message.split(['\n', '\r']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    // A closed standard error leaves nobody to tell.
    let _ = writeln!(io::stderr(), "bilateral: {line}");
}

/// The temporary files that are being written.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// A file that must go where the run is stopped before it is in its place.
pub fn unfinished(path: &Path) {
    if let Ok(mut all) = UNFINISHED.lock() {
        all.push(path.to_path_buf());
    }
}

fn finished(path: &Path) {
    if let Ok(mut all) = UNFINISHED.lock() {
        all.retain(|other| other != path);
    }
}

/// From now on Ctrl-C, and a request to end, take temporary files away first.
pub fn clean_when_stopped() {
    // Where the system has no such handler, stopping is as it always is.
    let _ = ctrlc::set_handler(|| {
        if let Ok(all) = UNFINISHED.lock() {
            for path in all.iter() {
                let _ = fs::remove_file(path);
            }
        }
        // What the bar drew, and the cursor that it hid.
        if io::IsTerminal::is_terminal(&io::stderr()) {
            let _ = write!(io::stderr(), "\r\u{1B}[K\u{1B}[?25h");
        }
        std::process::exit(130);
    });
}

/// The plain file that is written to through any link, where a run can be gone on with; it need not be there yet.
pub fn real(path: &Path) -> Result<PathBuf, Failure> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    match fs::metadata(&target) {
        Ok(meta) if !meta.is_file() => {
            Err(Failure::Message(format!("{}: `--resume` wants a plain file to write to", path.display())))
        }
        _ if path.as_os_str() == "-" => Err(Failure::Message("`--resume` wants a plain file to write to".into())),
        _ => Ok(target),
    }
}

/// Standard output, or a file that appears whole or not at all.
#[derive(Debug)]
pub struct Output {
    // In this order: the file is closed before a temporary one is removed.
    writer: Option<BufWriter<Target>>,
    temporary: Option<Temporary>,
    name: String,
}

#[derive(Debug)]
enum Target {
    Stdout(io::Stdout),
    File(File),
}

/// A neighbour of the file to be, removed unless it is renamed.
#[derive(Debug)]
struct Temporary {
    path: PathBuf,
    target: PathBuf,
}

impl Output {
    /// Opens a file for writing; none and `-` are standard output.
    pub fn open(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path.filter(|path| path.as_os_str() != "-") else {
            let writer = BufWriter::with_capacity(1 << 16, Target::Stdout(io::stdout()));
            return Ok(Output { writer: Some(writer), temporary: None, name: "standard output".into() });
        };
        let name = path.display().to_string();
        let failed = |cause: io::Error| Failure::Message(format!("{name}: cannot write it: {}", plain(&cause)));
        // A link is followed; a device or pipe is written to as it is.
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        let existing = fs::metadata(&target).ok();
        let (file, temporary) = match &existing {
            Some(meta) if meta.is_dir() => {
                return Err(Failure::Message(format!("{name}: wanted a file, found a folder")));
            }
            Some(meta) if !meta.is_file() => (OpenOptions::new().write(true).open(&target).map_err(failed)?, None),
            _ => {
                let (file, temporary) = Temporary::beside(target).map_err(failed)?;
                (file, Some(temporary))
            }
        };
        if let Some(meta) = existing
            && temporary.is_some()
        {
            // The new file keeps the old one's permissions where the system lets it.
            let _ = file.set_permissions(meta.permissions());
        }
        Ok(Output { writer: Some(BufWriter::with_capacity(1 << 16, Target::File(file))), temporary, name })
    }

    /// Writes all of these bytes.
    pub fn put(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.write_all(bytes).map_err(|cause| self.failure(cause))
    }

    /// Writes what is left and puts the file in its place.
    pub fn finish(mut self) -> Result<(), Failure> {
        if let Some(mut writer) = self.writer.take() {
            writer.flush().map_err(|cause| self.failure(cause))?;
        }
        match self.temporary.take() {
            Some(temporary) => temporary.rename().map_err(|cause| self.failure(cause)),
            None => Ok(()),
        }
    }

    /// The failure for what the system says of this output.
    pub fn failure(&self, cause: io::Error) -> Failure {
        match cause.kind() {
            io::ErrorKind::BrokenPipe => Failure::ReaderLeft,
            _ => Failure::Message(format!("{}: cannot write it: {}", self.name, plain(&cause))),
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.as_mut().map_or(Ok(0), |writer| writer.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.as_mut().map_or(Ok(()), Write::flush)
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Target::Stdout(stdout) => stdout.write(bytes),
            Target::File(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Target::Stdout(stdout) => stdout.flush(),
            Target::File(file) => file.flush(),
        }
    }
}

impl Temporary {
    fn beside(target: PathBuf) -> io::Result<(File, Self)> {
        let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let mut attempt = 0u32;
        loop {
            let path = target.with_file_name(format!(".{name}.{}.{attempt}.part", std::process::id()));
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(file) => {
                    unfinished(&path);
                    return Ok((file, Temporary { path, target }));
                }
                Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists && attempt < 100 => attempt += 1,
                Err(cause) => return Err(cause),
            }
        }
    }

    fn rename(self) -> io::Result<()> {
        fs::rename(&self.path, &self.target)
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // Once renamed it is no longer there.
        let _ = fs::remove_file(&self.path);
        finished(&self.path);
    }
}

/// The system's words for the common cases, shorter.
pub fn plain(cause: &io::Error) -> String {
    match cause.kind() {
        io::ErrorKind::NotFound => "there is no such folder".into(),
        io::ErrorKind::PermissionDenied => "permission denied".into(),
        _ => cause.to_string(),
    }
}
