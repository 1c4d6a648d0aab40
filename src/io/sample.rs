//! The documents that ship with the crate.

use super::manifest::{FILE, Manifest};
use crate::model::Document;

const MANIFEST: &str = include_str!("../../data/sample/manifest.csv");

/// A text of `data/sample/` with its name.
macro_rules! text {
    ($name:literal) => {
        ($name, include_str!(concat!("../../data/sample/", $name, ".txt")))
    };
}

/// The texts of `data/sample/` by name; a test compares the list with the folder.
const TEXTS: &[(&str, &str)] = &[
    text!("aktau-ports"),
    text!("almaty-figures"),
    text!("ashgabat-customs"),
    text!("ashgabat-embassy"),
    text!("astana-visit"),
    text!("beijing-quarter"),
    text!("lanzhou-weekly"),
    text!("tashkent-gas"),
    text!("urumqi-fair"),
    text!("xian-summit"),
];

/// The documents of the folder `data/sample/`, which are built into the crate: something to try it on.
///
/// They were written for that: the publishers are invented, most figures follow public reports of 2021 to 2023, and two
/// contradict the others on purpose.
///
/// ```
/// let sample = bilateral::io::sample_documents();
/// assert!(sample.iter().all(|document| document.published.is_some()));
/// ```
#[must_use]
pub fn sample_documents() -> Vec<Document> {
    let (mut manifest, _) = Manifest::parse(MANIFEST, FILE).unwrap_or_default();
    let read = |&(id, text): &(&str, &str)| {
        let mut document = Document::new(id, text);
        manifest.fill(&mut document);
        document
    };
    TEXTS.iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::{FILE, MANIFEST, Manifest, sample_documents};

    #[test]
    fn the_list_is_the_folder() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/sample");
        let read = crate::io::read_documents(&[folder], None).unwrap();
        assert!(read.problems.is_empty(), "{:?}", read.problems);
        assert_eq!(read.documents, sample_documents());
        assert!(Manifest::parse(MANIFEST, FILE).unwrap().1.is_empty());
    }
}
