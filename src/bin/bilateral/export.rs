//! `bilateral export`: figures in the forms that others exchange.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use bilateral::{check, report};

use crate::input::{Given, Problems};
use crate::output::{Ending, Failure, Output};
use crate::settings::Settings;

/// Write figures as SDMX-CSV 2.0 or as a Frictionless Data Package, or what describes them
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  bilateral export sdmx press/ -o trade.csv
  bilateral export structure -o structure.xml
  bilateral export package press/ -o trade/
  bilateral export schema

In Python, sdmx1 reads the first with the second:
  dsd = sdmx.read_sdmx('structure.xml').structure['BILATERAL']
  data = sdmx.read_sdmx('trade.csv', structure=dsd)

Exit status: 0 all well, 1 some input not used, 2 nothing could be done.")]
pub struct Args {
    /// Which form
    #[arg(value_enum)]
    form: Form,

    #[command(flatten)]
    given: Given,

    /// Write to this file (of a package: into this folder), which is replaced whole or not at all
    #[arg(short, long, value_name = "FILE", required_if_eq("form", "package"))]
    output: Option<PathBuf>,
}

/// The forms that there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    /// Observations as SDMX-CSV 2.0
    Sdmx,
    /// The structure that they follow, as SDMX-ML 2.1 (reads nothing)
    Structure,
    /// A folder with facts, series and findings as CSV, and datapackage.json
    Package,
    /// The JSON Schema of the fact record (reads nothing)
    Schema,
}

pub fn run(args: &Args, settings: &Settings) -> Result<Ending, Failure> {
    let path = args.output.as_deref();
    match args.form {
        Form::Structure => return put(path, report::sdmx_structure().as_bytes(), Ending::Whole),
        Form::Schema => return put(path, format!("{:#}\n", bilateral::io::fact_schema()).as_bytes(), Ending::Whole),
        Form::Sdmx | Form::Package => {}
    }
    let mut problems = Problems::default();
    let dataset = args.given.dataset(settings, &mut problems)?;
    if args.form == Form::Sdmx {
        let mut output = Output::open(path)?;
        report::write_sdmx(&dataset, &mut output)?;
        output.finish()?;
        return Ok(problems.ending());
    }
    let folder = path.unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)
        .map_err(|cause| Failure::Message(format!("{}: cannot make this folder: {cause}", folder.display())))?;
    for file in report::package(&dataset, &check::run(&dataset, check::ALL))? {
        put(Some(&folder.join(file.name)), file.content.as_bytes(), Ending::Whole)?;
    }
    Ok(problems.ending())
}

fn put(path: Option<&Path>, bytes: &[u8], ending: Ending) -> Result<Ending, Failure> {
    let mut output = Output::open(path)?;
    output.write_all(bytes).map_err(|cause| output.failure(cause))?;
    output.finish()?;
    Ok(ending)
}
