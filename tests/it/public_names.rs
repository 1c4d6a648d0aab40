//! The names that the crate shows its users, kept in a list: a name that goes, or comes, shows in its history.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn public_names_are_those_of_the_list() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut names = BTreeSet::new();
    let library = fs::read_to_string(root.join("src/lib.rs")).unwrap();
    collect("bilateral", &library, &mut names);
    let modules: Vec<&str> =
        library.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    for module in modules {
        let source = fs::read_to_string(root.join(format!("src/{module}/mod.rs"))).unwrap();
        collect(&format!("bilateral::{module}"), &source, &mut names);
    }
    let found: String = names.iter().map(|name| format!("{name}\n")).collect();
    let list = root.join("tests/public_names.txt");
    if std::env::var_os("UPDATE_PUBLIC_NAMES").is_some() {
        fs::write(list, found).unwrap();
        return;
    }
    let kept = fs::read_to_string(list).unwrap();
    let kept: BTreeSet<&str> = kept.lines().collect();
    let found: BTreeSet<&str> = found.lines().collect();
    let gone: Vec<_> = kept.difference(&found).collect();
    let new: Vec<_> = found.difference(&kept).collect();
    let hint = "UPDATE_PUBLIC_NAMES=1 cargo test --test it public_names writes the list anew";
    assert!(gone.is_empty() && new.is_empty(), "gone: {gone:?}\nnew: {new:?}\n{hint}");
}

/// The public items of one source: those that it defines at its outermost level, and those that it shows.
fn collect(path: &str, source: &str, names: &mut BTreeSet<String>) {
    let code: Vec<&str> = source.lines().take_while(|line| line.trim() != "#[cfg(test)]").collect();
    for line in &code {
        for kind in
            ["pub mod ", "pub fn ", "pub struct ", "pub enum ", "pub trait ", "pub const ", "pub static ", "pub type "]
        {
            if let Some(rest) = line.strip_prefix(kind) {
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
                names.insert(format!("{path}::{}", &rest[..end]));
            }
        }
    }
    let code = code.join("\n");
    for shown in code.split("\npub use ").skip(1).filter_map(|rest| rest.split(';').next()) {
        let shown = shown.replace(char::is_whitespace, " ");
        let list = match shown.split_once('{') {
            Some((_, list)) => list.trim_end_matches('}').to_owned(),
            None => shown.rsplit("::").next().unwrap_or_default().to_owned(),
        };
        for name in list.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            let name = name.rsplit(" as ").next().unwrap_or(name).rsplit("::").next().unwrap_or(name);
            names.insert(format!("{path}::{}", name.trim()));
        }
    }
}
