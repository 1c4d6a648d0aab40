//! A series in one line of text.

use crate::series::Series;

const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// The figures that tables show, one block a period from the least to the greatest; empty for fewer than two periods.
///
/// ```
/// use bilateral::{Dataset, Document, Extractor, report};
/// let text = "Trade between China and Kazakhstan was $20 billion in 2021, $31 billion in 2022 and $41 billion in 2023.";
/// let document = Document::new("a1", text);
/// let dataset = Dataset::new(&Extractor::new().facts(&document), &[document]);
/// assert_eq!(report::sparkline(&dataset.series()[0]), "▁▅█");
/// ```
#[must_use]
pub fn sparkline(series: &Series) -> String {
    let values: Vec<f64> = series.periods().filter_map(|of| of.first()).map(|o| o.quantity.value.to_f64()).collect();
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if values.len() < 2 || !(most - least).is_finite() {
        return String::new();
    }
    let bar = |value: &f64| {
        let part = if most > least { (value - least) / (most - least) } else { 0.5 };
        BARS[((part * 7.0).round() as usize).min(7)]
    };
    values.iter().map(bar).collect()
}
