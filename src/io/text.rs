//! Bytes to text.

use crate::error::{Error, ErrorKind, Result};

/// U+FEFF as UTF-8 writes it.
pub(super) const BOM: &[u8] = b"\xEF\xBB\xBF";

/// First bytes of files that are no UTF-8 text, and what they are.
const SIGNATURES: [(&[u8], &str); 6] = [
    (b"\xFF\xFE", "a text in UTF-16"),
    (b"\xFE\xFF", "a text in UTF-16"),
    (b"\x1F\x8B", "a gzip file"),
    (b"\x28\xB5\x2F\xFD", "a Zstandard file"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"%PDF-", "a PDF file"),
];

/// The bytes of `file` as text, to the byte: a byte order mark and CRLF stay, so that offsets fit the file.
///
/// # Errors
/// [`ErrorKind::Encoding`] at the first byte that is not UTF-8.
pub(super) fn into_text(bytes: Vec<u8>, file: &str) -> Result<String> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let before = bytes.get(..at).unwrap_or_default();
        let line = 1 + memchr::memchr_iter(b'\n', before).count() as u64;
        let column = at - memchr::memrchr(b'\n', before).map_or(0, |newline| newline + 1) + 1;
        not_utf8(bytes, at).in_file(file).at_line(line, Some(column as u64)).at_byte(at as u64)
    })
}

/// The error for the byte at `at`, not yet placed.
pub(super) fn not_utf8(bytes: &[u8], at: usize) -> Error {
    let found = bytes.get(at).map_or_else(|| "the end".into(), |byte| format!("the byte 0x{byte:02X}"));
    let looks_like = SIGNATURES
        .iter()
        .find(|(first, _)| bytes.starts_with(first))
        .map_or_else(String::new, |(_, what)| format!("; it looks like {what}"));
    Error::new(ErrorKind::Encoding, format!("wanted text in UTF-8, found {found}{looks_like}"))
}

#[cfg(test)]
mod tests {
    use super::into_text;
    use crate::ErrorKind;

    #[test]
    fn the_first_wrong_byte_is_named() {
        let error = into_text(b"one\r\ncaf\xE9 two".to_vec(), "a.txt").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Encoding);
        let position = error.position();
        assert_eq!((position.line, position.column, position.byte), (Some(2), Some(4), Some(8)));
        assert!(into_text(b"\xFF\xFEa\0".to_vec(), "a.txt").unwrap_err().to_string().contains("UTF-16"));
        assert_eq!(into_text(b"\xEF\xBB\xBFa".to_vec(), "a.txt").unwrap(), "\u{FEFF}a");
    }
}
