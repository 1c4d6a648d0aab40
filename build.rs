//! The tables of `data/` as JSON, which the program reads several times as fast as TOML: it reads them at each start.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

const TABLES: [&str; 11] = [
    "countries",
    "places",
    "groups",
    "routes",
    "units",
    "currencies",
    "commodities",
    "en/language",
    "en/calendar",
    "en/measures",
    "en/cues",
];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = |name: &str| env::var(name).map(PathBuf::from);
    let (data, out) = (folder("CARGO_MANIFEST_DIR")?.join("data"), folder("OUT_DIR")?);
    fs::create_dir_all(out.join("en"))?;
    println!("cargo::rerun-if-changed=build.rs");
    for table in TABLES {
        println!("cargo::rerun-if-changed=data/{table}.toml");
        let text = fs::read_to_string(data.join(table).with_extension("toml"))?;
        let table_of: toml::Table = text.parse().map_err(|cause| format!("data/{table}.toml: {cause}"))?;
        fs::write(out.join(table).with_extension("json"), serde_json::to_string(&table_of)?)?;
    }
    Ok(())
}
