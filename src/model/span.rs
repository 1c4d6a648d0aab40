//! A half-open range of bytes of a document.
//!
//! | text | span | covers |
//! | --- | --- | --- |
//! | `up 14.1 percent` | `3..15` | `14.1 percent` |
//! | `up 14.1 percent` | `3..3` | nothing |

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

/// Bytes `start..end` of a document's text, the end excluded; both ends stand on character boundaries.
///
/// ```
/// use bilateral::Span;
/// let span = Span::new(3, 15);
/// assert_eq!(span.of("up 14.1 percent"), Some("14.1 percent"));
/// assert!(span.contains(3) && !span.contains(15));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`; an `end` before `start` gives the empty span at `start`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Span { start, end: end.max(start) }
    }

    /// The text it covers, or `None` where it leaves `text` or cuts a character.
    #[must_use]
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.start..self.end)
    }

    /// Whether the byte at `offset` lies inside; the end does not.
    #[must_use]
    pub fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether the two have a byte in common.
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Its length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Span::new(range.start, range.end)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn the_end_is_excluded() {
        let span = Span::new(2, 4);
        assert!(!span.contains(1) && span.contains(2) && span.contains(3) && !span.contains(4));
        assert!(!span.overlaps(Span::new(4, 6)) && !span.overlaps(Span::new(0, 2)));
        assert!(span.overlaps(Span::new(3, 9)));
        assert_eq!(span.join(Span::new(6, 7)), Span::new(2, 7));
    }

    #[test]
    fn a_cut_character_is_no_text() {
        assert_eq!(Span::new(0, 1).of("é"), None);
        assert_eq!(Span::new(0, 2).of("é"), Some("é"));
        assert_eq!(Span::new(0, 9).of("é"), None);
    }
}
