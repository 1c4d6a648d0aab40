//! Arrows between modules go one way.
//!
//! `error`, `model` ← `token` ← `lexicon`; on these stand two branches that know nothing of each other,
//! `mention` ← `resolve` ← `extract` and `io`, `series` ← `check` ← `reconcile` ← `report`. The binary sees all.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module of the crate, and what it may use.
const LAYERS: &[(&str, &[&str])] = &[
    ("error", &[]),
    ("model", &["error"]),
    ("token", &["error", "model"]),
    ("lexicon", &["error", "model", "token"]),
    ("mention", &["error", "model", "token", "lexicon"]),
    ("resolve", &["error", "model", "token", "lexicon", "mention"]),
    ("extract", &["error", "model", "token", "lexicon", "mention", "resolve"]),
    ("io", &["error", "model"]),
    ("series", &["error", "model", "lexicon"]),
    ("check", &["error", "model", "lexicon", "series"]),
    ("reconcile", &["error", "model", "lexicon", "series", "check"]),
    ("chart", &["error", "model", "series"]),
    ("official", &["error", "model", "lexicon", "series"]),
    ("report", &["error", "model", "lexicon", "series", "check", "reconcile", "official", "chart"]),
];

/// What the crate root re-exports for its users; inside, a name is taken from its module.
const ROOT: &[(&str, &str)] = &[("Error", "error"), ("ErrorKind", "error"), ("Result", "error"), ("Position", "error")];

#[test]
fn no_arrow_goes_upwards() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for file in rust_files(&src) {
        let inside = file.strip_prefix(&src).unwrap();
        let module = inside.components().next().unwrap().as_os_str().to_str().unwrap();
        let module = module.strip_suffix(".rs").unwrap_or(module);
        if ["lib", "bin"].contains(&module) {
            continue;
        }
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == module) else {
            wrong.push(format!("src/{} is in no layer: add it to tests/it/layers.rs", inside.display()));
            continue;
        };
        for used in used_modules(&fs::read_to_string(&file).unwrap()) {
            if used != module && !allowed.contains(&used.as_str()) {
                wrong.push(format!("src/{}: `{module}` must not use `{used}`", inside.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The modules behind each `crate::` of a source, comments and test modules aside.
fn used_modules(source: &str) -> BTreeSet<String> {
    let code: Vec<&str> = source
        .lines()
        .take_while(|line| line.trim() != "#[cfg(test)]")
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect();
    let code = code.join("\n");
    let mut used = BTreeSet::new();
    for (at, path) in code.match_indices("crate::") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$') {
            continue;
        }
        let rest = &code[at + path.len()..];
        let names: Vec<&str> = match rest.strip_prefix('{') {
            Some(list) => first_names(list),
            None => vec![name(rest)],
        };
        for found in names.into_iter().filter(|found| !found.is_empty()) {
            let module = ROOT.iter().find(|(item, _)| *item == found).map_or(found, |(_, module)| module);
            used.insert(module.to_owned());
        }
    }
    used
}

/// The first name of each path in the list after `crate::{`.
fn first_names(list: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                names.push(name(&list[start..at]));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(name(&list[start..at]));
                start = at + 1;
            }
            _ => {}
        }
    }
    names
}

fn name(path: &str) -> &str {
    let path = path.trim_start();
    let end = path.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(path.len());
    &path[..end]
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

#[test]
fn uses_are_read_however_they_are_written() {
    let source = "use crate::model::{Fact, Span};\nuse crate::{\n    check::Finding, // crate::no\n    series::{a, b},\n    \
                  Error,\n};\nfn f() { crate::token::tokenize() }\n#[cfg(test)]\nmod tests { use crate::extract; }";
    let used: Vec<String> = used_modules(source).into_iter().collect();
    assert_eq!(used, ["check", "error", "model", "series", "token"]);
}
