//! What a file says of its own publication.

use chrono::NaiveDate;

use super::dates::{Dating, day_in_name};
use crate::model::Document;

/// Headline, day and publisher as metadata give them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct Meta {
    pub title: Option<String>,
    pub published: Option<(NaiveDate, &'static str)>,
    pub source: Option<String>,
    pub language: Option<String>,
    /// A day in the address, which lends its year to a dateline.
    pub near: Option<NaiveDate>,
}

impl Meta {
    /// What an address says: its host, and a day in it.
    pub fn of_address(address: &str) -> Self {
        let near = day_in_name(address);
        Meta { published: near.map(|day| (day, "address")), source: host(address), near, ..Meta::default() }
    }

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

/// The host of an address, without `www.`.
pub(super) fn host(address: &str) -> Option<String> {
    let rest = address.split_once("://")?.1;
    let host = rest.split(['/', ':', '?', '#']).next()?;
    squeezed(host.strip_prefix("www.").unwrap_or(host))
}

/// The text with single blanks, or `None` where nothing is left.
pub(super) fn squeezed(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}
