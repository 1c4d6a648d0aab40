//! Which mark parts whole from fraction, as a document's own numbers show.
//!
//! | the document writes | its mark |
//! | --- | --- |
//! | `8,44` and `58,7 million` | comma |
//! | `384.000 tons` and `18.240.500` | comma, since points part thousands |
//! | `8.44`, or nothing that tells | point |

use crate::token::{Shape, Token};

/// Which mark parts whole from fraction in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DecimalMark {
    /// `8.44`
    #[default]
    Point,
    /// `8,44`
    Comma,
}

impl DecimalMark {
    /// What a document's own numbers show: a comma before one or two last digits, and never such a point, is a decimal
    /// comma; where there are neither, points part thousands where some number ends in so many noughts.
    #[must_use]
    pub fn of(tokens: &[Token<'_>]) -> Self {
        let (mut comma, mut point) = (0, 0);
        let mut noughts = 0;
        for window in tokens.windows(4) {
            let [a, mark, b, after] = window else { continue };
            let fraction = a.shape == Shape::Digits
                && b.shape == Shape::Digits
                && mark.is_joined()
                && b.is_joined()
                && (1..=2).contains(&b.text.len())
                && a.text.len() <= 3
                && !(after.is_joined() && matches!(after.shape, Shape::Mark('.' | ',' | '-')));
            if fraction && mark.is_mark(',') {
                comma += 1;
            } else if fraction && mark.is_mark('.') {
                point += 1;
            } else if mark.is_mark('.') && mark.is_joined() && in_thousands(a, b, after) {
                noughts += usize::from(b.text.ends_with("00")) + usize::from(b.text == "000");
            }
        }
        let by_noughts = comma == 0 && point == 0 && noughts >= 2;
        if comma > point || by_noughts { DecimalMark::Comma } else { DecimalMark::Point }
    }
}

/// `384.000 tons`, `18.240.500`: whether tokens around a point are groups of a whole number, before no scale.
fn in_thousands(a: &Token<'_>, b: &Token<'_>, after: &Token<'_>) -> bool {
    let grouped = a.shape == Shape::Digits
        && b.shape == Shape::Digits
        && b.is_joined()
        && a.text.len() <= 3
        && !a.text.starts_with('0')
        && b.text.len() == 3;
    let scale = after.norm.ends_with("illion")
        || after.norm.ends_with("illions")
        || matches!(
            after.norm.as_ref(),
            "mln"
                | "bln"
                | "bn"
                | "mn"
                | "tn"
                | "trn"
                | "mio"
                | "mrd"
                | "mld"
                | "m"
                | "b"
                | "pct"
                | "percent"
                | "crore"
        );
    grouped && !scale && matches!(after.shape, Shape::Word | Shape::Mark('.' | ',' | ';' | ')'))
}
