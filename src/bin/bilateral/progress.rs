//! How far the work is, on standard error, only where that is a terminal.

use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::settings::Settings;

/// A bar that counts documents and bytes; nothing at all where nobody looks.
pub struct Progress(Option<ProgressBar>);

impl Progress {
    /// A bar over the bytes of these files, as far as they are known.
    pub fn start(settings: &Settings, paths: &[PathBuf]) -> Self {
        if settings.quiet || !std::io::stderr().is_terminal() {
            return Progress(None);
        }
        let size = paths.iter().map(size).sum::<Option<u64>>();
        let bar = match size {
            Some(size) => ProgressBar::new(size),
            None => ProgressBar::no_length(),
        };
        bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(8));
        let known = "{msg} {wide_bar} {bytes}/{total_bytes} {bytes_per_sec} {eta}";
        let template = if size.is_some() { known } else { "{spinner} {msg} {bytes} {bytes_per_sec} {elapsed}" };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(250));
        Progress(Some(bar))
    }

    /// So many documents are done, the last of so many bytes.
    pub fn done(&self, documents: usize, bytes: usize) {
        if let Some(bar) = &self.0 {
            bar.inc(bytes as u64);
            if documents == 1 || documents.is_multiple_of(64) {
                bar.set_message(if documents == 1 { "1 document".into() } else { format!("{documents} documents") });
            }
        }
    }

    /// Says something beside the bar.
    pub fn aside(&self, say: impl FnOnce()) {
        match &self.0 {
            Some(bar) => bar.suspend(say),
            None => say(),
        }
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.finish();
    }
}

/// The bytes of plain files; `None` for pages, packed files and streams, whose text is of another size.
fn size(path: &PathBuf) -> Option<u64> {
    let other = ["gz", "zst", "parquet", "html", "htm", "xhtml", "warc", "wet"];
    let packed = path.extension().is_some_and(|end| other.iter().any(|other| end.eq_ignore_ascii_case(other)));
    let meta = std::fs::metadata(path).ok()?;
    if meta.is_dir() {
        let inside = std::fs::read_dir(path).ok()?;
        return inside.map(|entry| size(&entry.ok()?.path())).sum();
    }
    (meta.is_file() && !packed).then_some(meta.len())
}
