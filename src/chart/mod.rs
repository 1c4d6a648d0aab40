//! Series as pictures, in SVG and PNG (feature `chart`).
//!
//! | a figure | is drawn as |
//! | --- | --- |
//! | stated | a filled mark in the colour and shape of its publisher, with a bar over what rounding leaves open |
//! | *more than*, *at least* | an arrow upwards from it |
//! | *up to*, *less than* | an arrow downwards |
//! | implied by a stated growth | a hollow mark |
//! | what all statements together come to, where none says it | a hollow triangle on its point |
//! | a target or forecast | a diamond on a dashed line |
//!
//! Shapes and dashes tell apart what colours do, so that a picture can be read in grey. The colours are those of Okabe and
//! Ito (2008), which people of any colour vision tell apart. Several series become small pictures side by side.
//!
//! ```
//! use bilateral::{Dataset, Document, Extractor, chart};
//! let text = "In 2022, trade between China and Turkmenistan amounted to $11.181 billion, up 52 percent.";
//! let document = Document::new("a1", text);
//! let dataset = Dataset::new(&Extractor::new().facts(&document), &[document]);
//! let picture = chart::svg(&chart::panels(&dataset, &|party| party.to_string()), &chart::Look::default())?;
//! assert!(picture.starts_with("<svg") && picture.contains("Turnover of CHN with TKM"));
//! # Ok::<(), bilateral::Error>(())
//! ```

mod draw;
mod file;
mod panel;
mod scale;

pub use panel::{Mark, Panel, Shape, panel_of, panels};

use plotters::prelude::{BitMapBackend, IntoDrawingArea as _, SVGBackend};

use crate::error::{Error, ErrorKind, Result};

/// How large a picture is, and how many small ones stand side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Look {
    /// The width of one series in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// How many stand side by side.
    pub columns: u32,
}

impl Default for Look {
    /// 640 by 360, two side by side.
    fn default() -> Self {
        Look { width: 640, height: 360, columns: 2 }
    }
}

impl Look {
    /// The same with this many columns (one to eight).
    #[must_use]
    pub fn in_columns(self, columns: u32) -> Self {
        Look { columns: columns.clamp(1, 8), ..self }
    }

    /// The same with series of this size in pixels (at least 240 by 160).
    #[must_use]
    pub fn sized(self, width: u32, height: u32) -> Self {
        Look { width: width.clamp(240, 4000), height: height.clamp(160, 4000), ..self }
    }

    /// The size of a picture of so many series.
    fn whole(self, panels: usize) -> (u32, u32) {
        let panels = u32::try_from(panels).unwrap_or(u32::MAX).max(1);
        let columns = self.columns.clamp(1, panels);
        (self.width.saturating_mul(columns), self.height.saturating_mul(panels.div_ceil(columns)))
    }
}

/// How many pixels of a PNG one pixel of the look is.
const FINE: u32 = 2;

/// The most pixels that a PNG has: 64 million.
const MOST: u64 = 64_000_000;

/// A picture in SVG. Its letters are the reader's own sans-serif.
///
/// # Errors
/// [`ErrorKind::Chart`] where there is no series to draw.
pub fn svg(panels: &[Panel], look: &Look) -> Result<String> {
    some(panels)?;
    let mut picture = String::new();
    {
        let area = SVGBackend::with_string(&mut picture, look.whole(panels.len())).into_drawing_area();
        draw::all(&area, panels, look, 1).map_err(|cause| failed(&cause))?;
        area.present().map_err(|cause| failed(&cause))?;
    }
    Ok(picture)
}

/// A picture in PNG, at twice the pixels of its look, with letters that the crate brings.
///
/// # Errors
/// [`ErrorKind::Chart`] where there is no series to draw, or more than a picture holds.
pub fn png(panels: &[Panel], look: &Look) -> Result<Vec<u8>> {
    some(panels)?;
    let (width, height) = look.whole(panels.len());
    let (width, height) = (width.saturating_mul(FINE), height.saturating_mul(FINE));
    if u64::from(width) * u64::from(height) > MOST {
        let message = format!("{} series are too many for one picture of {width} by {height} pixels", panels.len());
        return Err(Error::new(ErrorKind::Chart, message));
    }
    let mut pixels = vec![0; width as usize * height as usize * 3];
    {
        let area = BitMapBackend::with_buffer(&mut pixels, (width, height)).into_drawing_area();
        draw::all(&area, panels, look, FINE).map_err(|cause| failed(&cause))?;
        area.present().map_err(|cause| failed(&cause))?;
    }
    file::png(width, height, &pixels).map_err(|cause| failed(&cause))
}

fn some(panels: &[Panel]) -> Result<()> {
    if panels.is_empty() {
        return Err(Error::new(ErrorKind::Chart, "there is no series to draw"));
    }
    Ok(())
}

fn failed(cause: &dyn std::fmt::Display) -> Error {
    Error::new(ErrorKind::Chart, format!("cannot draw the picture: {cause}"))
}

#[cfg(test)]
mod tests;
