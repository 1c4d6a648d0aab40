//! What a file says of its own publication.

use chrono::NaiveDate;

use super::dates::Dating;
use crate::model::Document;

/// Headline, day and publisher as metadata give them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Meta {
    pub title: Option<String>,
    pub published: Option<(NaiveDate, &'static str)>,
    pub source: Option<String>,
    pub language: Option<String>,
    /// A day in the address, which lends its year to a dateline.
    pub near: Option<NaiveDate>,
}

impl Meta {
    /// Fills what `document` does not have yet.
    pub fn fill(self, document: &mut Document, dating: &mut Option<Dating>) {
        if let (None, Some((day, name))) = (document.published, self.published) {
            document.published = Some(day);
            *dating = Some(Dating::Metadata(name));
        }
        document.source = document.source.take().or(self.source);
        document.title = document.title.take().or(self.title);
        if let Some(language) = self.language {
            document.language = language;
        }
    }
}

/// The text with single blanks, or `None` where nothing is left.
pub(super) fn squeezed(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}
