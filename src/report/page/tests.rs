use super::Page;
use crate::check;
use crate::model::{Document, Party};
use crate::series::Dataset;
use crate::series::test_facts::fact;

/// Two documents that contradict each other, with texts that would be marks of HTML.
fn page() -> String {
    let first = "<script>alert(1)</script> Trade was $11.181 billion in 2022. \"Good\" & more.";
    let second =
        "</div><img src=x onerror=alert(2)>\nIn 2022 it was $11.8 billion, he said. More came in 2021: $7.3 billion.";
    let documents = [
        Document::new("a<b>", first).with_source("A & <i>B</i>").with_published("2023-05-01").unwrap(),
        Document::new("c", second),
    ];
    let level = |document: &str, text: &str, quote: &str, period: &str, value: &str| {
        let start = text.find(quote).unwrap();
        fact(
            document,
            &serde_json::json!({"start": start, "end": start + quote.len(), "quote": quote, "kind": "level",
            "indicator": "turnover", "reporter": "CHN", "partner": "TKM", "period": period, "value": value, "unit": "USD",
            "quantum": "1000000"}),
        )
    };
    let facts = [
        level("a<b>", first, "$11.181 billion", "2022", "11181000000"),
        level("c", second, "$11.8 billion", "2022", "11800000000"),
        level("c", second, "$7.3 billion", "2021", "7300000000"),
    ];
    let dataset = Dataset::new(&facts, &documents);
    let findings = check::run(&dataset, check::ALL);
    let names = |party: &Party| (party.as_str() == "CHN").then(|| "<China>".to_owned());
    let mut out = Vec::new();
    Page::new(&dataset, &documents, findings).named(&names).write(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn texts_are_escaped() {
    let page = page();
    assert_eq!(page.matches("<script").count(), 1, "only the page's own");
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    for mark in ["<img", "onerror=alert(2)>", "<i>B", "<b>\"", "<China>"] {
        assert!(!page.contains(mark), "{mark}");
    }
    assert!(page.contains("A &amp; &lt;i&gt;B&lt;/i&gt;, 2023-05-01, a&lt;b&gt;"));
}

#[test]
fn the_conflict_stands_first_with_both_sentences() {
    let page = page();
    let finding = page.find("<article class=\"finding fails\"").unwrap();
    let card = &page[finding..page[finding..].find("</article>").unwrap() + finding];
    assert!(card.contains("Trade was <mark>$11.181 billion</mark> in 2022."), "{card}");
    assert!(card.contains("In 2022 it was <mark>$11.8 billion</mark>, he said."), "{card}");
    assert!(finding < page.find("<section id=\"series\"").unwrap());
    #[cfg(feature = "chart")]
    assert!(page.contains("<svg role=\"img\" aria-label=\"Chart of Turnover of &lt;China&gt;"), "{page}");
}

#[test]
fn every_link_leads_somewhere() {
    let page = page();
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    for link in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(ids.contains(&link), "{link}");
    }
    for place in 0..3 {
        assert!(ids.contains(&format!("f{place}").as_str()) && ids.contains(&format!("o{place}").as_str()), "{place}");
    }
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "an id is given once");
    assert!(!page.contains("http://") || page.contains("http://www.w3.org/2000/svg"), "nothing from a network");
}
