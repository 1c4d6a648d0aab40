//! Trend tables of a folder of texts as polars frames: `cargo run --example trends`, or with a folder as argument.

use bilateral::io::{read_documents, sample_documents};
use bilateral::series::table::{growth_frame, series_frame, wide_frame};
use bilateral::{Dataset, Extractor};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let documents = match std::env::args().nth(1) {
        Some(folder) => {
            let read = read_documents(&[folder], None)?;
            read.problems.iter().for_each(|problem| eprintln!("{problem}"));
            read.documents
        }
        None => sample_documents(),
    };
    let extractor = Extractor::new();
    let facts: Vec<_> = documents.iter().flat_map(|document| extractor.facts(document)).collect();
    let dataset = Dataset::new(&facts, &documents);

    let series = series_frame(&dataset)?;
    println!("{}", series.select(["series", "period", "value", "value_text", "origin", "document"])?);

    let growth = growth_frame(&dataset)?;
    println!("{}", growth.select(["series", "period", "percent_lower", "percent_upper", "stated"])?);

    // A column a series: ready to plot, or to compute with.
    let wide = wide_frame(&dataset)?;
    println!("{} periods, {} series", wide.height(), wide.width() - 3);
    Ok(())
}
