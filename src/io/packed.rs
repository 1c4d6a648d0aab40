//! Files as bytes, unpacked where they are packed.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::time::SystemTime;

use super::place::Packing;
use super::{io_error, name_of};
use crate::error::Result;

/// The bytes of a stream.
pub(super) type Bytes = Box<dyn BufRead + Send>;

/// How much is read at a time.
const CHUNK: usize = 1 << 16;

/// The bytes of a file, unpacked.
pub(super) fn open(path: &Path, packing: Packing) -> Result<Bytes> {
    let file = name_of(path);
    let steady = Steady::open(path).map_err(|cause| io_error(&file, "read", cause))?;
    unpacked(Box::new(BufReader::with_capacity(CHUNK, steady)), packing, &file)
}

/// A file whose end is an error where others wrote to it meanwhile.
struct Steady {
    file: File,
    /// Its length and the time of the last change, as it was opened; nothing of pipes and devices.
    opened: Option<(u64, Option<SystemTime>)>,
}

impl Steady {
    fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let opened = state(&file)?;
        Ok(Steady { file, opened })
    }
}

fn state(file: &File) -> io::Result<Option<(u64, Option<SystemTime>)>> {
    let meta = file.metadata()?;
    Ok(meta.is_file().then(|| (meta.len(), meta.modified().ok())))
}

impl Read for Steady {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        if read == 0 && !buffer.is_empty() {
            // Told once; a reader that asks again finds the end.
            let opened = self.opened.take();
            if opened.is_some() && state(&self.file)? != opened {
                return Err(io::Error::other("it changed while it was read"));
            }
        }
        Ok(read)
    }
}

/// All bytes of a stream.
pub(super) fn read_all(mut bytes: Bytes, file: &str) -> Result<Vec<u8>> {
    let mut all = Vec::new();
    bytes.read_to_end(&mut all).map_err(|cause| io_error(file, "read", cause))?;
    Ok(all)
}

/// How a stream is packed, by its first bytes.
pub(super) fn packing_of(bytes: &mut Bytes, file: &str) -> Result<Packing> {
    let head = bytes.fill_buf().map_err(|cause| io_error(file, "read", cause))?;
    Ok(match head {
        [0x1F, 0x8B, ..] => Packing::Gzip,
        [0x28, 0xB5, 0x2F, 0xFD, ..] => Packing::Zstandard,
        _ => Packing::Plain,
    })
}

#[cfg(feature = "compressed")]
pub(super) fn unpacked(bytes: Bytes, packing: Packing, file: &str) -> Result<Bytes> {
    Ok(match packing {
        Packing::Plain => bytes,
        Packing::Gzip => Box::new(BufReader::with_capacity(CHUNK, flate2::bufread::MultiGzDecoder::new(bytes))),
        Packing::Zstandard => {
            let decoder = zstd::stream::read::Decoder::with_buffer(bytes);
            Box::new(BufReader::with_capacity(CHUNK, decoder.map_err(|cause| io_error(file, "read", cause))?))
        }
    })
}

#[cfg(not(feature = "compressed"))]
pub(super) fn unpacked(bytes: Bytes, packing: Packing, file: &str) -> Result<Bytes> {
    use crate::error::{Error, ErrorKind};
    match packing {
        Packing::Plain => Ok(bytes),
        _ => {
            let message = "this file is packed, and unpacking was left out: build with `--features compressed`";
            Err(Error::new(ErrorKind::Argument, message).in_file(file))
        }
    }
}
