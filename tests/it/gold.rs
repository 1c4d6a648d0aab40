//! The five documents that the crate was begun with, where they lie beside it: each of their figures is found, and no
//! other number is taken for one.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use bilateral::{Extractor, io};
use serde_json::Value;

/// `../shared`, or the folder that the variable `BILATERAL_SHARED` names.
pub(crate) fn shared() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = env::var_os("BILATERAL_SHARED").map_or_else(beside, PathBuf::from);
    folder.join("seeds").is_dir().then_some(folder)
}

#[test]
fn the_seeds_hold_their_facts_and_no_more() {
    let Some(shared) = shared() else {
        println!("skipped: there is no folder ../shared/seeds");
        return;
    };
    let gold: Vec<Value> = fs::read_to_string(shared.join("corpus/seeds.facts.jsonl"))
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let read = io::read_documents(&[shared.join("seeds")], None).unwrap();
    assert!(read.problems.is_empty(), "{:?}", read.problems);

    let extractor = Extractor::new();
    for document in &read.documents {
        let is_here = |fact: &&Value| fact["document"] == *document.id;
        let (optional, mut wanted): (Vec<&Value>, Vec<&Value>) =
            gold.iter().filter(is_here).partition(|fact| fact["optional"] == true);
        for fact in extractor.facts(document) {
            let same = |gold: &&Value| {
                let quote = gold["quote"].as_str().unwrap();
                quote.contains(&fact.quote) || fact.quote.contains(quote)
            };
            match wanted.iter().position(same) {
                Some(place) => drop(wanted.remove(place)),
                None => assert!(optional.iter().any(same), "{}: {:?} is no fact", document.id, fact.quote),
            }
        }
        assert!(wanted.is_empty(), "{}: not found: {wanted:?}", document.id);
    }
}
