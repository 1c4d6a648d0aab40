//! A document as it was found, and what is left to do before it can be read.

use std::hash::{Hash, Hasher};

use super::dates::{self, Dating};
use super::markdown;
use super::meta::Meta;
use super::place::Shape;
use super::taken::Place;
use super::text::into_text;
use super::warc::{Content, Record};
use crate::error::{ErrorKind, Result};
use crate::model::Document;

/// A document that was found, its page not taken apart yet: [`read`](Unread::read) does that, on any thread.
///
/// Its [`Hash`] is that of all that was found, so that two runs can tell whether they found the same.
#[derive(Debug)]
pub struct Unread {
    pub(super) document: Document,
    pub(super) place: Place,
    pub(super) dating: Option<Dating>,
    meta: Meta,
    page: Option<Page>,
}

/// A page as its bytes.
#[derive(Debug, Hash)]
struct Page {
    bytes: Vec<u8>,
    /// The encoding that the server named.
    encoding: Option<String>,
    /// Where it was fetched.
    address: Option<String>,
}

/// Where a document that was read stands, and where its day of publication comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Origin {
    /// The file, and the line, row or record in it.
    pub place: Place,
    /// `None` where no day of publication is known.
    pub dating: Option<Dating>,
}

impl Unread {
    /// A document that holds its text.
    pub(super) fn plain(document: Document, place: Place) -> Self {
        Unread { document, place, dating: None, meta: Meta::default(), page: None }
    }

    /// The document of a file.
    pub(super) fn of_file(bytes: Vec<u8>, shape: Shape, id: String, place: Place) -> Result<Self> {
        if shape == Shape::Html {
            let page = Page { bytes, encoding: None, address: None };
            return Unread::of_page(page, id, place);
        }
        let (text, meta) = match shape {
            Shape::Markdown => markdown::read(&into_text(bytes, &place.file)?),
            _ => (into_text(bytes, &place.file)?, Meta::default()),
        };
        Ok(Unread { meta, ..Unread::plain(Document::new(id, text), place) })
    }

    /// The document of a record of an archive, whose id is its address.
    pub(super) fn of_record(record: Record) -> Result<Self> {
        let Record { uri, content, place } = record;
        match content {
            Content::Page(bytes, encoding) => {
                Unread::of_page(Page { bytes, encoding, address: Some(uri.clone()) }, uri, place)
            }
            Content::Text(bytes) => {
                let text = String::from_utf8(bytes).map_err(|cause| {
                    let at = cause.utf8_error().valid_up_to();
                    let message = format!("wanted text in UTF-8, found another byte after {at} bytes of it");
                    place.error(ErrorKind::Encoding, &message)
                })?;
                let meta = Meta::of_address(&uri);
                Ok(Unread { meta, ..Unread::plain(Document::new(uri, text), place) })
            }
        }
    }

    #[cfg(feature = "html")]
    #[expect(clippy::unnecessary_wraps, reason = "without the feature it fails")]
    fn of_page(page: Page, id: String, place: Place) -> Result<Self> {
        Ok(Unread { page: Some(page), ..Unread::plain(Document::new(id, ""), place) })
    }

    #[cfg(not(feature = "html"))]
    fn of_page(_: Page, _: String, place: Place) -> Result<Self> {
        let message = "pages are not read by this build: build with `--features html`";
        Err(place.error(ErrorKind::Argument, message))
    }

    /// How many bytes it has as it was found.
    #[must_use]
    pub fn size(&self) -> usize {
        self.document.text.len() + self.page.as_ref().map_or(0, |page| page.bytes.len())
    }

    /// The document, with what its metadata and a dateline say of it, and where that stands.
    ///
    /// # Errors
    /// [`ErrorKind::NoDocuments`] where it holds no text.
    pub fn read(self) -> Result<(Document, Origin)> {
        let Unread { mut document, place, mut dating, mut meta, page } = self;
        #[cfg(feature = "html")]
        if let Some(page) = page {
            let html = super::html::decoded(&page.bytes, page.encoding.as_deref());
            (document.text, meta) = super::html::read(&html, page.address.as_deref());
        }
        #[cfg(not(feature = "html"))]
        drop(page);
        let near = meta.near.or_else(|| dates::day_in_name(&document.id));
        std::mem::take(&mut meta).fill(&mut document, &mut dating);
        if document.published.is_none()
            && let Some((day, span)) = dates::dateline(&document.text, near)
        {
            (document.published, dating) = (Some(day), Some(Dating::Dateline(span)));
        }
        if document.text.trim_start_matches('\u{FEFF}').trim().is_empty() {
            let message = format!("the document {:?} holds no text", document.id);
            return Err(place.error(ErrorKind::NoDocuments, &message));
        }
        Ok((document, Origin { place, dating }))
    }
}

impl Hash for Unread {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Document { id, published, source, language, title, statistics: _, text } = &self.document;
        (id, published, source, language, title, text, &self.meta, &self.page).hash(state);
    }
}
