//! `bilateral report` in a browser, and `bilateral chart`.

use std::path::PathBuf;
use std::process::Command;

use super::{GOOD, Scratch};

/// A browser without a window, where one is installed.
fn browser() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    std::env::split_paths(&path).flat_map(|folder| names.map(|name| folder.join(name))).find(|file| file.is_file())
}

/// Two articles that contradict each other, one with marks of HTML in its text, one of another country.
fn articles(scratch: &Scratch) {
    let row = |id: &str, text: &str| {
        serde_json::json!({"id": id, "published": "2023-05-01", "source": format!("<i>{id}</i>"), "text": text})
            .to_string()
            + "\n"
    };
    let first =
        format!("<script>document.title = 'hacked'</script><img src=x onerror=\"document.title = 'hacked'\"> {GOOD}");
    let lines = [
        row("a", &first),
        row("b", &GOOD.replace("11.181", "11.8")),
        row("c", "In 2022, trade between Kazakhstan and Uzbekistan amounted to $5 billion."),
    ];
    scratch.file("press.jsonl", lines.concat());
}

/// What an editor does, in the page itself; the answers go into the page's end.
const VISIT: &str = r##"<script>
const told = {};
const seen = (selector) => Array.from(document.querySelectorAll(selector)).filter((e) => e.offsetParent !== null).length;
const type = (id, value) => {
  const field = document.getElementById(id);
  field.value = value;
  field.dispatchEvent(new Event(id === "search" ? "input" : "change"));
};
const key = (name) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true }));
told.title = document.title;
told.scripts = document.scripts.length;
told.pictures = document.images.length;
told.fails = seen(".finding.fails");
told.all = seen(".document");
type("country", "UZB");
told.uzbek = [seen(".document"), seen(".series"), seen(".finding")];
type("country", "");
type("search", "11.8 billion");
told.searched = seen(".document");
type("search", "");
key("/");
told.focus = document.activeElement.id;
document.activeElement.blur();
key("n");
told.next = document.activeElement.className;
const figure = document.querySelector(".text a.figure");
figure.click();
const row = document.querySelector(figure.getAttribute("href"));
told.row = row.tagName + " " + (row.querySelector("a").getAttribute("href") === "#" + figure.id);
const table = Array.from(document.querySelectorAll(".series table")).find((t) => t.tBodies[0].rows.length > 1);
const first = () => table.tBodies[0].rows[0].cells[2].textContent;
table.querySelectorAll("th button")[2].click();
const up = first();
table.querySelectorAll("th button")[2].click();
told.sorted = [up, first()];
told.wide = document.documentElement.scrollWidth <= innerWidth;
const answer = document.createElement("pre");
answer.id = "told";
answer.textContent = JSON.stringify(told);
document.body.append(answer);
</script>"##;

#[test]
fn a_page_in_a_browser() {
    let scratch = Scratch::new("page");
    articles(&scratch);
    scratch.run(&["report", "press.jsonl", "-o", "report.html"]).ends(0).tells(&[]);
    let page = scratch.read("report.html");
    assert!(!page.contains("<script>document.title"), "what a text says is no script");
    let Some(browser) = browser() else {
        eprintln!("skipped: no chromium is installed");
        return;
    };
    scratch.file("visit.html", page.replace("</body>", &format!("{VISIT}</body>")));
    for width in ["1280", "380"] {
        let output = Command::new(&browser)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=5000", "--dump-dom"])
            .arg(format!("--window-size={width},900"))
            .arg(format!("--user-data-dir={}", scratch.0.join(format!("profile{width}")).display()))
            .arg(format!("file://{}", scratch.0.join("visit.html").display()))
            .output()
            .unwrap();
        let dom = String::from_utf8_lossy(&output.stdout);
        let told = dom.rsplit_once("<pre id=\"told\">").and_then(|(_, rest)| rest.split_once("</pre>"));
        let (told, _) = told.unwrap_or_else(|| panic!("no answer: {}", String::from_utf8_lossy(&output.stderr)));
        let told: serde_json::Value = serde_json::from_str(&told.replace("&amp;", "&")).unwrap();
        assert!(told["title"].as_str().unwrap().contains("figures in 3 documents"), "{told}");
        assert_eq!((told["scripts"].as_u64(), told["pictures"].as_u64()), (Some(2), Some(0)), "{told}");
        assert!(told["fails"].as_u64().unwrap() >= 1, "{told}");
        assert_eq!((&told["all"], &told["searched"]), (&3.into(), &1.into()), "{told}");
        assert_eq!(told["uzbek"], serde_json::json!([1, 1, 0]), "{told}");
        assert_eq!((&told["focus"], &told["row"]), (&"search".into(), &"TR true".into()), "{told}");
        assert!(told["next"].as_str().unwrap().starts_with("finding"), "{told}");
        assert_ne!(told["sorted"][0], told["sorted"][1], "{told}");
        assert_eq!(told["wide"], true, "nothing is wider than the window: {told}");
    }
}

#[test]
fn a_page_beside_official_figures() {
    let scratch = Scratch::new("page_against");
    articles(&scratch);
    scratch.file(
        "o.csv",
        "reporter,partner,indicator,commodity,period,value,unit\nCHN,TKM,turnover,,2022,11.18,billion USD\n",
    );
    let page = scratch.run(&["report", "press.jsonl", "--against", "o.csv"]).ends(0).tells(&[]).out;
    assert!(page.contains("<b>Contradicted</b>") && page.contains("<b>Borne out</b>"));
    scratch.run(&["report", "none.jsonl", "-o", "r.html"]).ends(2);
    assert!(!scratch.names().contains(&"r.html".into()));
}

#[test]
#[cfg(feature = "chart")]
fn pictures() {
    let scratch = Scratch::new("pictures");
    articles(&scratch);
    scratch.run(&["chart", "press.jsonl", "-o", "a.svg"]).ends(0).tells(&[]);
    assert!(scratch.read("a.svg").contains("Turnover of China with Turkmenistan"));
    scratch.run(&["chart", "press.jsonl", "-o", "a.png", "--size", "320x200"]).ends(0).tells(&[]);
    assert!(std::fs::read(scratch.0.join("a.png")).unwrap().starts_with(b"\x89PNG"));
    let run: super::Run = scratch.run(&["chart", "press.jsonl", "-o", "a.pdf"]).ends(2);
    run.tells(&[&["a.pdf: ", "`.svg`"]]);
    let run = scratch.run(&["chart", "press.jsonl", "-o", "b.svg", "--match", "no such words"]).ends(2);
    run.tells(&[&["no series"]]);
    scratch.run(&["chart", "press.jsonl", "-o", "b.svg", "--size", "wide"]).ends(2);
    assert!(!scratch.names().contains(&"b.svg".into()));
}
