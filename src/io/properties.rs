//! What holds for any bytes: nothing panics, and every error is placed.

use std::io::Cursor;

use proptest::prelude::*;

use super::lines::JsonLines;
use super::manifest::Manifest;
use super::text::into_text;
use crate::model::Fact;

/// Bytes that come close to being files.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop::sample::select(vec![
        &b"\xEF\xBB\xBF"[..],
        b"\r\n",
        b"\n",
        b"{",
        b"}",
        b"[",
        b"\"",
        b",",
        b"document",
        b"published",
        b"{\"document\": \"a\", \"start\": 3, \"end\": 1}",
        b"2023-13-01",
        b"\xE9",
        "\u{20AC}".as_bytes(),
        b"\0",
    ]);
    prop_oneof![prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat()), any::<Vec<u8>>()]
}

proptest! {
    #[test]
    fn no_line_of_facts_panics(bytes in bytes()) {
        for fact in JsonLines::<Fact>::new(Box::new(Cursor::new(bytes)), "f") {
            if let Err(error) = fact {
                prop_assert!(error.position().file.is_some() && error.position().line.is_some());
            }
        }
    }

    #[test]
    fn no_text_panics(bytes in bytes()) {
        let length = bytes.len() as u64;
        match into_text(bytes.clone(), "f") {
            Ok(text) => prop_assert_eq!(text.into_bytes(), bytes),
            Err(error) => prop_assert!(error.position().byte.is_some_and(|byte| byte < length)),
        }
    }

    #[test]
    fn no_manifest_panics(bytes in bytes()) {
        let text = String::from_utf8_lossy(&bytes);
        let problems = match Manifest::parse(&text, "f") {
            Ok((manifest, problems)) => problems.into_iter().chain(manifest.unknown()).collect(),
            Err(error) => vec![error],
        };
        for problem in problems {
            prop_assert!(problem.position().line.is_some(), "{}", problem);
        }
    }
}
