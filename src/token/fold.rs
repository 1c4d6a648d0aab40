//! Texts in lower case.

use std::cell::OnceCell;
use std::fmt;
use std::ops::Deref;

/// A text in lower case, byte for byte in the same places: only ASCII letters are folded. Words whose lower case asks for
/// more are kept beside it.
#[derive(Debug, Default)]
pub struct Folded {
    lower: String,
    others: Link,
}

/// A word that is kept, or room for one.
type Link = OnceCell<Box<Other>>;

#[derive(Debug)]
struct Other {
    word: String,
    next: Link,
}

impl Folded {
    /// Folds a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Folded { lower: text.to_ascii_lowercase(), others: OnceCell::new() }
    }

    /// The text in lower case.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.lower
    }

    /// Room for words beside the text.
    pub(super) fn others(&self) -> Others<'_> {
        Others { end: &self.others }
    }
}

impl Drop for Folded {
    fn drop(&mut self) {
        // One after the other: a long chain must not be taken down from within.
        let mut next = self.others.take();
        while let Some(mut other) = next {
            next = other.next.take();
        }
    }
}

/// Keeps words beside a text.
pub(super) struct Others<'f> {
    end: &'f Link,
}

impl<'f> Others<'f> {
    /// Keeps a word.
    pub(super) fn keep(&mut self, word: String) -> &'f str {
        while let Some(other) = self.end.get() {
            self.end = &other.next;
        }
        let other = self.end.get_or_init(|| Box::new(Other { word, next: OnceCell::new() }));
        self.end = &other.next;
        &other.word
    }
}

/// A word or mark in lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Norm<'t>(&'t str);

impl<'t> Norm<'t> {
    pub(super) fn of(word: &'t str) -> Self {
        Norm(word)
    }
}

impl Deref for Norm<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.0
    }
}

impl AsRef<str> for Norm<'_> {
    fn as_ref(&self) -> &str {
        self.0
    }
}

impl PartialEq<str> for Norm<'_> {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Norm<'_> {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl PartialEq<Norm<'_>> for &str {
    fn eq(&self, other: &Norm<'_>) -> bool {
        *self == other.0
    }
}

impl fmt::Display for Norm<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_number_of_words_is_kept_beside_the_text() {
        let folded = Folded::new("Ä");
        let mut others = folded.others();
        let kept: Vec<&str> = (0..200_000).map(|at| others.keep(at.to_string())).collect();
        let more = folded.others().keep("ä".into());
        assert_eq!((folded.as_str(), kept[0], kept[199_999], more), ("Ä", "0", "199999", "ä"));
    }
}
