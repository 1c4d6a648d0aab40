//! `bilateral.toml`, and the conventions of every subcommand.

use super::{GOOD, Scratch};

const OWN: &str = "[parties.KAZ]\nnames = [\"Jibek\"]\n[commodities]\nnatural_gas = [\"sky fuel\"]\n\
                   [sources.\"State Customs\"]\naliases = [\"Customs\"]\nweight = 3\n[units]\nprefer = [\"kWh\"]\n";

#[test]
fn own_words_lie_over_those_of_the_crate() {
    let scratch = Scratch::new("own_words");
    scratch.file("a.txt", "In 2022, Jibek exported 35 bcm of sky fuel to China.\n");
    let before = scratch.run(&["extract", "a.txt"]).ends(0).facts();
    assert!(before.iter().all(|fact| fact["reporter"] != "KAZ"), "{before:?}");
    // Found by itself in the folder, or named.
    scratch.file("bilateral.toml", OWN).file("other/own.toml", OWN);
    for arguments in [&["extract", "a.txt"][..], &["extract", "a.txt", "--config", "other/own.toml"]] {
        let facts = scratch.run(arguments).ends(0).tells(&[]).facts();
        assert_eq!((&facts[0]["reporter"], &facts[0]["commodity"]), (&"KAZ".into(), &"natural_gas".into()));
    }
}

#[test]
fn publishers_go_by_one_name_and_weigh() {
    let scratch = Scratch::new("own_publishers");
    let row = |id: &str, by: &str, figure: &str| {
        let text = GOOD.replace("11.181", figure);
        serde_json::json!({"id": id, "source": by, "published": "2023-01-01", "text": text}).to_string() + "\n"
    };
    scratch.file("d.jsonl", row("a", "Customs", "11.2") + &row("b", "a newspaper", "11.181"));
    let first = |scratch: &Scratch| {
        let page = scratch.run(&["trends", "d.jsonl", "--format", "json"]).ends(0).tells(&[]).out;
        let page: serde_json::Value = serde_json::from_str(&page).unwrap();
        let shown = &page["series"].as_array().unwrap()[0]["observations"].as_array().unwrap();
        let of = shown.iter().find(|o| o["period"] == "2022").unwrap();
        of["fact"]["source"].as_str().unwrap().to_owned()
    };
    assert_eq!(first(&scratch), "a newspaper", "the narrower figure");
    scratch.file("bilateral.toml", OWN);
    assert_eq!(first(&scratch), "State Customs");
}

#[test]
fn a_wrong_file_of_words_is_placed() {
    let scratch = Scratch::new("wrong_words");
    scratch.file("a.txt", GOOD).file("bilateral.toml", "[commodities]\nnatural_gas = 3\n");
    scratch.run(&["extract", "a.txt"]).ends(2).tells(&[&["bilateral.toml:2: "]]).writes_of(&[]);
    scratch.run(&["extract", "a.txt", "--config", "none.toml"]).ends(2).tells(&[&["none.toml: cannot read it"]]);
}

#[test]
fn quiet_tells_only_what_could_not_be_used() {
    let scratch = Scratch::new("quiet");
    scratch.run(&["extract", "-q"]).ends(0).tells(&[]);
    scratch.run(&["extract", "-q", "none.txt"]).ends(2).tells(&[&["none.txt"]]);
    scratch.run(&["extract", "-q", "-v"]).ends(2);
}

#[test]
fn completions_and_manual() {
    let scratch = Scratch::new("shell");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(scratch.run(&["completions", shell]).ends(0).tells(&[]).out.contains("quantities"), "{shell}");
    }
    let page = scratch.run(&["man"]).ends(0).tells(&[]).out;
    assert!(page.contains(".TH bilateral 1") && page.contains("NO_COLOR"), "{page}");
    std::fs::create_dir(scratch.0.join("man1")).unwrap();
    scratch.run(&["man", "--folder", "man1"]).ends(0).tells(&[]);
    assert!(scratch.read("man1/bilateral-extract.1").contains("manifest"));
}

#[test]
#[cfg(unix)]
fn a_stopped_run_leaves_no_half_file() {
    use std::io::Write as _;
    use std::process::{Command, Stdio};
    use std::time::{Duration, Instant};
    let scratch = Scratch::new("stopped");
    scratch.file("facts.jsonl", "before");
    let mut child = scratch.command(&["extract", "-", "-o", "facts.jsonl"]).stdin(Stdio::piped()).spawn().unwrap();
    // It reads on until its input ends, which it never does.
    let mut input = child.stdin.take().unwrap();
    input.write_all(super::line("a", None).as_bytes()).unwrap();
    let begun = Instant::now();
    while scratch.names().len() < 2 {
        assert!(begun.elapsed() < Duration::from_secs(60), "no temporary file came");
        std::thread::sleep(Duration::from_millis(20));
    }
    let stopped = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(stopped.success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert_eq!(scratch.names(), ["facts.jsonl"]);
    assert_eq!(scratch.read("facts.jsonl"), "before");
}

#[test]
fn no_colours_where_nobody_looks() {
    let scratch = Scratch::new("colours");
    for arguments in [&["trends"][..], &["check"], &["--help"]] {
        assert!(!scratch.run(arguments).ends(0).out.contains('\u{1B}'), "{arguments:?}");
    }
}
