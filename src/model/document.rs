//! One text and what is known of it.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Party;

/// One text with its identity, publication and language.
///
/// A line of a documents file (JSON Lines) is one document:
/// `{"id": "a1", "published": "2023-09-25", "source": "a newspaper", "language": "en", "text": "..."}`.
/// Only `id` and `text` must be there.
///
/// ```
/// use bilateral::Document;
/// let document = Document::new("a1", "Trade rose.").with_published("2023-09-25").unwrap();
/// assert_eq!(document.published.unwrap().to_string(), "2023-09-25");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What facts cite the document by.
    pub id: Arc<str>,
    /// The day of publication: what *last year* and *this month* are measured from. `None` leaves them unknown.
    #[serde(default)]
    pub published: Option<NaiveDate>,
    /// The publisher.
    #[serde(default)]
    pub source: Option<String>,
    /// An ISO 639-1 code; `en` where none is given.
    #[serde(default = "english")]
    pub language: String,
    /// The headline, where it does not stand in the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Whose statistics it tells, where that is known; a dataset looks for it in the text where it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statistics: Option<Party>,
    /// The text that spans are measured in.
    pub text: String,
}

fn english() -> String {
    "en".into()
}

impl Document {
    /// A document in English of unknown date and publisher.
    #[must_use]
    pub fn new(id: impl Into<Arc<str>>, text: impl Into<String>) -> Self {
        Document {
            id: id.into(),
            published: None,
            source: None,
            language: english(),
            title: None,
            statistics: None,
            text: text.into(),
        }
    }

    /// The same document, published on `date` (`YYYY-MM-DD`).
    ///
    /// # Errors
    /// [`ErrorKind::Value`](crate::ErrorKind::Value) where `date` is no calendar day.
    pub fn with_published(mut self, date: &str) -> crate::Result<Self> {
        self.published = Some(parse_date(date)?);
        Ok(self)
    }

    /// The same document by this publisher.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<String>) -> Self {
        self.source = Some(source.into());
        self
    }
}

/// A day as ISO 8601 writes it.
pub(crate) fn parse_date(text: &str) -> crate::Result<NaiveDate> {
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").map_err(|cause| {
        crate::Error::new(crate::ErrorKind::Value, format!("wanted a day as YYYY-MM-DD, found {text:?}"))
            .caused_by(cause)
    })
}
