//! Pixels as a PNG file (ISO/IEC 15948): a signature, then chunks with their checksums.

use std::io::{Result, Write as _};

use flate2::{Compression, Crc, write::ZlibEncoder};

const SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n'];

/// A picture of three bytes a pixel, red, green and blue, row by row from the top.
pub(super) fn png(width: u32, height: u32, pixels: &[u8]) -> Result<Vec<u8>> {
    let row = width as usize * 3;
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
    let mut above = vec![0; row];
    let mut filtered = Vec::with_capacity(row + 1);
    for line in pixels.chunks_exact(row.max(1)) {
        // Filter 2: each byte less the one above it; most lines of a chart repeat the one above.
        filtered.clear();
        filtered.push(2);
        filtered.extend(line.iter().zip(&above).map(|(here, above)| here.wrapping_sub(*above)));
        packed.write_all(&filtered)?;
        above.copy_from_slice(line);
    }
    let mut file = SIGNATURE.to_vec();
    let mut head = [width.to_be_bytes(), height.to_be_bytes()].concat();
    // Eight bits a sample, colours without a palette or transparency, the one way to pack and to filter, row by row.
    head.extend([8, 2, 0, 0, 0]);
    chunk(&mut file, *b"IHDR", &head);
    chunk(&mut file, *b"IDAT", &packed.finish()?);
    chunk(&mut file, *b"IEND", &[]);
    Ok(file)
}

fn chunk(file: &mut Vec<u8>, name: [u8; 4], content: &[u8]) {
    // A chart is far below the four gigabytes that a chunk can have.
    file.extend((content.len() as u32).to_be_bytes());
    let start = file.len();
    file.extend(name);
    file.extend(content);
    let mut sum = Crc::new();
    sum.update(file.get(start..).unwrap_or_default());
    file.extend(sum.sum().to_be_bytes());
}
