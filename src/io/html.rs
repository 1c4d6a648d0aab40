//! Saved pages: the main text, without navigation, with headline, day of publication and publisher from the metadata.
//!
//! The main text is found by [dom_smoothie](https://docs.rs/dom_smoothie), which follows Mozilla's Readability. A day of
//! publication is taken from the first of these that there is:
//!
//! | entry | example |
//! | --- | --- |
//! | JSON-LD `datePublished`, `article:published_time` | `<meta property="article:published_time" content="2021-05-07T10:00:00Z">` |
//! | a `meta` of another name | `<meta name="publishdate" content="2021-05-07">` |
//! | a `time` element | `<time datetime="2021-05-07">` |
//! | the address | `https://example.org/2021/05/07/gas.html` |

use std::borrow::Cow;

use dom_smoothie::{Config, Readability, TextMode};

use super::dates::{day_in_name, day_of};
use super::meta::{Meta, host, squeezed};

/// Names of `meta` elements that give a day of publication, beside those that dom_smoothie knows.
const DAYS: [&str; 12] = [
    "publishdate",
    "pubdate",
    "publish_date",
    "publish-date",
    "publication_date",
    "datepublished",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "date",
    "sailthru.date",
    "og:pubdate",
];

/// Names of `meta` elements that give a publisher.
const PUBLISHERS: [&str; 6] = ["og:site_name", "publisher", "dc.publisher", "application-name", "source", "copyright"];

/// The page of a file as text, in the encoding that its server or it names.
pub(super) fn decoded(bytes: &[u8], served: Option<&str>) -> String {
    let served = || served.and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
    let (encoding, _) =
        encoding_rs::Encoding::for_bom(bytes).unwrap_or_else(|| (served().unwrap_or_else(|| named(bytes)), 0));
    let (text, ..) = encoding.decode(bytes);
    text.into_owned()
}

/// The encoding of the first `charset=` of the head, else UTF-8 where the bytes are that, else Windows-1252 as browsers
/// take it.
fn named(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    if std::str::from_utf8(bytes).is_ok() {
        return encoding_rs::UTF_8;
    }
    let head = String::from_utf8_lossy(bytes.get(..2048).unwrap_or(bytes)).to_ascii_lowercase();
    let label = head.split("charset=").nth(1).map(|rest| rest.trim_start_matches(['"', '\'']));
    let label = label.and_then(|rest| rest.split(['"', '\'', '>', ' ', ';', '/']).next()).unwrap_or_default();
    encoding_rs::Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252)
}

/// How deep elements may stand in each other; browsers stop at 512. The time of taking a page apart grows with the square
/// of it.
const DEPTH: usize = 256;
/// Elements that can stand in themselves without end, where a page opens them and never closes them.
const NESTING: [&str; 24] = [
    "a",
    "article",
    "aside",
    "b",
    "blockquote",
    "center",
    "details",
    "div",
    "em",
    "font",
    "form",
    "i",
    "main",
    "ol",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "u",
    "ul",
    "big",
];

/// The page without the marks of elements that stand too deep; what stands in them is kept.
fn shallow(html: &str) -> Cow<'_, str> {
    let mut out: Option<String> = None;
    let (mut depth, mut kept) = (0usize, 0);
    for start in memchr::memchr_iter(b'<', html.as_bytes()) {
        let rest = &html[start + 1..];
        let (closes, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
        let length = rest.bytes().take(12).take_while(u8::is_ascii_alphanumeric).count();
        if !NESTING.iter().any(|name| rest[..length].eq_ignore_ascii_case(name)) {
            continue;
        }
        let deep = depth > DEPTH;
        depth = if closes { depth.saturating_sub(1) } else { depth + 1 };
        if start >= kept && deep | (depth > DEPTH) {
            let Some(end) = memchr::memchr(b'>', rest.as_bytes()) else { break };
            let out = out.get_or_insert_default();
            out.push_str(&html[kept..start]);
            kept = html.len() - rest.len() + end + 1;
        }
    }
    match out {
        None => Cow::Borrowed(html),
        Some(mut out) => {
            out.push_str(&html[kept..]);
            Cow::Owned(out)
        }
    }
}

/// The main text of a page and what its metadata say; `fetched` is the address that it was fetched from.
pub(super) fn read(html: &str, fetched: Option<&str>) -> (String, Meta) {
    let html = &*shallow(html);
    let config = || Config { text_mode: TextMode::Formatted, char_threshold: 200, ..Config::default() };
    let Ok(mut page) = Readability::new(html, None, Some(config())) else { return (String::new(), Meta::default()) };
    let known = page.get_article_metadata(page.parse_json_ld());
    let meta_of = |names: &[&str]| -> Option<(usize, String)> {
        let mut found: Vec<(usize, String)> = Vec::new();
        for element in page.doc.select("meta").nodes() {
            let name = ["name", "property", "itemprop"].into_iter().find_map(|key| element.attr(key));
            let Some(name) = name.map(|name| name.to_ascii_lowercase()) else { continue };
            let Some(rank) = names.iter().position(|known| *known == name) else { continue };
            if let Some(content) = element.attr("content").and_then(|content| squeezed(&content)) {
                found.push((rank, content));
            }
        }
        found.into_iter().min_by_key(|(rank, _)| *rank)
    };
    let attribute = |selector: &str, name: &str| {
        page.doc.select(selector).nodes().first().and_then(|element| element.attr(name)).map(|value| value.to_string())
    };
    let address = attribute("link[rel=canonical]", "href")
        .or_else(|| attribute("meta[property='og:url']", "content"))
        .or_else(|| known.url.clone())
        .or_else(|| saved_from(html))
        .or_else(|| fetched.map(str::to_owned));
    let published = known.published_time.as_deref().and_then(day_of).map(|day| (day, "article:published_time"));
    let published = published
        .or_else(|| {
            let (rank, content) = meta_of(&DAYS)?;
            Some((day_of(&content)?, DAYS[rank]))
        })
        .or_else(|| {
            let written = attribute("time[datetime]", "datetime")?;
            Some((day_of(&written)?, "time"))
        });
    let near = address.as_deref().and_then(day_in_name);
    let published = published.or_else(|| near.map(|day| (day, "address")));
    let source = known.site_name.as_deref().and_then(squeezed).or_else(|| meta_of(&PUBLISHERS).map(|(_, name)| name));
    let source = source.or_else(|| address.as_deref().and_then(host));
    let language = known.lang.as_deref().or(attribute("html", "lang").as_deref()).and_then(|lang| {
        let code: String = lang.chars().take_while(char::is_ascii_alphabetic).collect();
        (code.len() == 2).then(|| code.to_ascii_lowercase())
    });
    let title = squeezed(&known.title).map(|title| headline(&title, source.as_deref()));
    // The cells of a table stay apart.
    page.doc.select("td, th").append_html(" |");
    // A page without a main text that stands out is taken whole, scripts and styles aside.
    let text = match page.parse() {
        Ok(article) => article.text_content.to_string(),
        Err(_) => Readability::new(html, None, Some(config())).map_or_else(
            |_| String::new(),
            |page| {
                page.doc.select("script, style, noscript, nav, header, footer, template").remove();
                page.doc.select("body").formatted_text().to_string()
            },
        ),
    };
    (tidy(&text), Meta { title, published, source, language, near })
}

/// The headline without the publisher's name behind it.
fn headline(title: &str, source: Option<&str>) -> String {
    let parts = title.rsplit_once(['|', '—', '–', '-']);
    match (parts, source) {
        (Some((before, last)), Some(source))
            if before.ends_with(' ') && last.trim().eq_ignore_ascii_case(source) && !before.trim().is_empty() =>
        {
            before.trim().to_owned()
        }
        _ => title.to_owned(),
    }
}

/// The address that a browser writes into what it saves.
fn saved_from(html: &str) -> Option<String> {
    let head: String = html.chars().take(1000).collect();
    let rest = head.split_once("saved from url=(")?.1.split_once(')')?.1;
    Some(rest.split([' ', '-']).next()?.to_owned()).filter(|address| address.contains("://"))
}

/// Without blanks at the ends of lines and more than one empty line together.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.lines() {
        let line = line.trim_end().replace('\u{A0}', " ");
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty < 2 {
            out.push_str(&line);
            out.push('\n');
        }
    }
    out.trim_matches('\n').to_owned() + if out.trim().is_empty() { "" } else { "\n" }
}

#[cfg(test)]
mod tests {
    use super::{decoded, read};

    fn page(head: &str, body: &str) -> String {
        format!(
            "<!DOCTYPE html><html lang=\"en-GB\"><head><title>Trade grows | The Courier</title>{head}</head><body>\
                 <nav><a href=\"/\">Home</a> <a href=\"/sport\">Sport: 3 billion fans</a></nav>{body}\
                 <footer>Copyright 2020. Subscribe for $5 a month.</footer></body></html>"
        )
    }

    const ARTICLE: &str = "<article><h1>Trade grows</h1><p>In 2022, trade between China and Turkmenistan reached \
        $11.181&nbsp;billion, the ministry of trade told reporters in the capital on Friday, after a year of growth.</p>\
        <p>The two sides agreed to bring it to more, and a group of experts of both countries will meet in the autumn, \
        said the head of the department, who gave no further figures of the trade.</p>\
        <ul><li>Exports rose</li><li>Imports fell</li></ul>\
        <table><tr><th>Year</th><th>Turnover</th></tr><tr><td>2021</td><td>7.36</td></tr></table></article>";

    #[test]
    fn the_main_text_without_navigation() {
        let (text, meta) = read(&page("", ARTICLE), None);
        assert!(text.contains("reached $11.181 billion, the ministry"), "{text}");
        assert!(!text.contains("Sport") && !text.contains("Subscribe"), "{text}");
        assert!(text.contains("Exports rose\n") && text.contains("2021 | 7.36 |\n"), "{text}");
        assert_eq!((meta.title.as_deref(), meta.published), (Some("Trade grows | The Courier"), None));
        assert_eq!(meta.language.as_deref(), Some("en"));
    }

    #[test]
    fn metadata_by_their_order() {
        let time = "<time datetime=\"2021-05-09\">May 9</time>";
        let site = "<meta property=\"og:site_name\" content=\"The Courier\">";
        let meta = "<meta name=\"publishdate\" content=\"2021-05-08\">";
        let og = "<meta property=\"article:published_time\" content=\"2021-05-07T23:10:00Z\">";
        let link = "<link rel=\"canonical\" href=\"https://www.courier.example/2021/05/10/trade.html\">";
        let ld = "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\
                  \"headline\":\"Trade grows\",\"datePublished\":\"2021-05-06\",\"publisher\":{\"name\":\"Courier\"}}</script>";
        let of = |head: &[&str], body: &str| read(&page(&head.concat(), body), None).1;
        let day = |meta: &super::Meta| meta.published.map(|(day, name)| (day.to_string(), name));
        let first = of(&[site, meta, og, link], ARTICLE);
        assert_eq!(day(&first), Some(("2021-05-07".into(), "article:published_time")));
        assert_eq!((first.source.as_deref(), first.title.as_deref()), (Some("The Courier"), Some("Trade grows")));
        assert_eq!(day(&of(&[ld], ARTICLE)).unwrap().0, "2021-05-06");
        assert_eq!(of(&[ld], ARTICLE).source.as_deref(), Some("Courier"));
        assert_eq!(day(&of(&[meta, link], ARTICLE)), Some(("2021-05-08".into(), "publishdate")));
        assert_eq!(day(&of(&[link], &format!("{time}{ARTICLE}"))), Some(("2021-05-09".into(), "time")));
        let last = of(&[link], ARTICLE);
        assert_eq!(
            (day(&last), last.source.as_deref()),
            (Some(("2021-05-10".into(), "address")), Some("courier.example"))
        );
        let fetched = read(&page("", ARTICLE), Some("https://www.herald.example/2021/05/11/trade.html")).1;
        assert_eq!(
            (day(&fetched), fetched.source.as_deref()),
            (Some(("2021-05-11".into(), "address")), Some("herald.example"))
        );
    }

    #[test]
    fn what_stands_too_deep_is_read_in_time_that_grows_with_the_page() {
        for (open, close) in [("<div>", "</div>"), ("<b>", ""), ("<SPAN class=x>", "</SPAN>"), ("<table><tr><td>", "")]
        {
            let body = format!("{}<p>Trade rose to $5 billion.</p>{}", open.repeat(5000), close.repeat(5000));
            assert!(read(&page("", &body), None).0.contains("Trade rose to $5 billion."), "{open}");
        }
        let flat = page("", &"<div><b>Trade</b></div>".repeat(1000));
        assert!(matches!(super::shallow(&flat), std::borrow::Cow::Borrowed(_)));
        let twice = "<div>".repeat(300) + "x" + &"</div>".repeat(300);
        assert_eq!(super::shallow(&twice), "<div>".repeat(256) + "x" + &"</div>".repeat(256));
    }

    #[test]
    fn pages_of_other_encodings_and_shapes() {
        let latin = b"<html><head><meta charset=\"iso-8859-1\"></head><body><p>Caf\xE9s bought 5 t.</p></body></html>";
        assert!(read(&decoded(latin, None), None).0.contains("Cafés bought 5 t."));
        let cyrillic = b"<html><body><p>\xD2\xEE\xF0\xE3\xEE\xE2\xEB\xFF rose.</p></body></html>";
        assert!(read(&decoded(cyrillic, Some("windows-1251")), None).0.contains("Торговля rose."));
        for html in ["", "<", "<html>", "<p>", "\u{0}", "<script>alert(1)</script>", "<table><tr><td>1"] {
            let _ = read(html, None);
        }
        assert!(!read("<body><script>var a = 1;</script><p>Trade rose.</p></body>", None).0.contains("var a"));
    }
}
