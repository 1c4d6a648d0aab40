//! Stories composed at random of statements whose facts are known: what a statement tells is the same whatever stood before it.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use bilateral::{Document, Extractor, Fact, Indicator};
use serde::Deserialize;

use crate::draw::Draw;

/// The least share of the facts that are read whole, and the largest share that nobody told.
const WHOLE: f64 = 0.985;
const MADE_UP: f64 = 0.005;
/// How many stories are composed.
const STORIES: usize = 400;

/// Countries as a name, an owner and an adjective.
const COUNTRIES: [[&str; 4]; 18] = [
    ["KEN", "Kenya", "Kenya's", "Kenyan"],
    ["EGY", "Egypt", "Egypt's", "Egyptian"],
    ["VNM", "Vietnam", "Vietnam's", "Vietnamese"],
    ["POL", "Poland", "Poland's", "Polish"],
    ["CHL", "Chile", "Chile's", "Chilean"],
    ["JPN", "Japan", "Japan's", "Japanese"],
    ["BRA", "Brazil", "Brazil's", "Brazilian"],
    ["TUR", "Turkey", "Turkey's", "Turkish"],
    ["IND", "India", "India's", "Indian"],
    ["CHN", "China", "China's", "Chinese"],
    ["DEU", "Germany", "Germany's", "German"],
    ["UGA", "Uganda", "Uganda's", "Ugandan"],
    ["ARG", "Argentina", "Argentina's", "Argentine"],
    ["ESP", "Spain", "Spain's", "Spanish"],
    ["KAZ", "Kazakhstan", "Kazakhstan's", "Kazakh"],
    ["THA", "Thailand", "Thailand's", "Thai"],
    ["ITA", "Italy", "Italy's", "Italian"],
    ["MAR", "Morocco", "Morocco's", "Moroccan"],
];
const GOODS: [&str; 12] =
    ["coffee", "wheat", "copper", "cotton", "rice", "sugar", "steel", "coal", "tea", "bananas", "cement", "timber"];
const UP: [&str; 4] = ["rose", "grew", "increased", "jumped"];
const DOWN: [&str; 4] = ["fell", "dropped", "declined", "slipped"];

#[derive(Deserialize)]
struct Statements {
    statement: Vec<Statement>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Statement {
    name: String,
    story: Vec<String>,
    #[serde(default)]
    opener: bool,
    #[serde(default)]
    next_to: Vec<String>,
    #[serde(default)]
    never_next_to: Vec<String>,
    #[serde(default)]
    never_behind: Vec<String>,
    #[serde(default)]
    last: bool,
    texts: Vec<String>,
    facts: Vec<String>,
}

/// A figure: as written, without its unit, its value, and whether it tells a growth.
#[derive(Clone)]
struct Figure {
    written: String,
    bare: String,
    value: String,
    unit: &'static str,
    grows: bool,
}

/// What a story tells.
struct Wanted {
    start: usize,
    /// Statement and the one before it.
    told: (String, String),
    quote: String,
    line: String,
}

/// A story as it grows.
struct Story<'d> {
    draw: &'d mut Draw,
    flow: &'static str,
    goods: &'static str,
    owner: usize,
    partner: usize,
    text: String,
    /// Names of the statements so far.
    told: Vec<String>,
    numbers: HashSet<String>,
    wanted: Vec<Wanted>,
}

impl<'d> Story<'d> {
    fn new(draw: &'d mut Draw, opener: &Statement) -> Self {
        let (owner, next) = (draw.below(COUNTRIES.len()), 1 + draw.below(COUNTRIES.len() - 1));
        let goods = draw.of(&GOODS);
        let mut story = Story {
            draw,
            flow: if opener.story[0] == "imports" { "imports" } else { "exports" },
            goods,
            owner,
            partner: (owner + next) % COUNTRIES.len(),
            text: String::new(),
            told: Vec::new(),
            numbers: HashSet::new(),
            wanted: Vec::new(),
        };
        story.tell(opener);
        story
    }

    /// Whether a statement can stand next.
    fn takes(&self, statement: &Statement, kind: &str) -> bool {
        let one_of = |names: &[String], name: &String| names.contains(name);
        let last = self.told.last().expect("a story has an opener");
        statement.story.iter().any(|story| story == kind)
            && !statement.opener
            && statement.name != *last
            && (statement.next_to.is_empty() || one_of(&statement.next_to, last))
            && !one_of(&statement.never_next_to, last)
            && !self.told.iter().any(|name| one_of(&statement.never_behind, name))
    }

    fn figure(&mut self, kind: char) -> Figure {
        loop {
            let digits = (11 + self.draw.below(880)).to_string();
            let grows = self.draw.below(2) == 0;
            let (written, bare, value, unit) = match kind {
                'a'..='c' => {
                    let bare = format!("{digits},{}", 100 + self.draw.below(900));
                    (format!("{bare} tonnes"), bare.clone(), bare.replace(',', ""), "t")
                }
                'm' | 'k' if self.draw.below(2) == 0 => {
                    (format!("${digits} million"), digits.clone(), format!("{digits}000000"), "USD")
                }
                'm' | 'k' => {
                    let (whole, rest) = digits.split_at(digits.len() - 2);
                    let whole = if whole.is_empty() { "0" } else { whole };
                    (format!("${whole}.{rest} billion"), digits.clone(), format!("{digits}0000000"), "USD")
                }
                'g' | 'h' => {
                    let bare = format!("{}.{}", 2 + self.draw.below(58), 1 + self.draw.below(9));
                    (format!("{bare} billion cubic meters"), bare.clone(), bare.replace('.', "") + "00000000", "m3")
                }
                'e' | 'f' => {
                    (format!("{digits} million kilowatt-hours"), digits.clone(), format!("{digits}000000"), "kWh")
                }
                _ => {
                    let bare = format!("{}.{}", 2 + self.draw.below(58), 1 + self.draw.below(9));
                    (format!("{bare} percent"), bare.clone(), bare, "percent")
                }
            };
            if self.numbers.insert(bare.clone()) {
                return Figure { written, bare, value, unit, grows };
            }
        }
    }

    /// Adds a statement in one of its wordings.
    fn tell(&mut self, statement: &Statement) {
        let wording = self.draw.of(&statement.texts).clone();
        let first = self.draw.below(COUNTRIES.len());
        let mut others = (0..COUNTRIES.len()).map(|at| (first + 5 * at) % COUNTRIES.len());
        let mut other = || others.find(|at| ![self.owner, self.partner].contains(at)).expect("many countries");
        let named =
            BTreeMap::from([('O', self.owner), ('P', self.partner), ('X', other()), ('Y', other()), ('Z', other())]);
        let goods = self.goods;
        let other_goods = loop {
            let other = *self.draw.of(&GOODS);
            if other != goods {
                break other;
            }
        };
        let figures: BTreeMap<char, Figure> =
            ['a', 'b', 'c', 'm', 'k', 'p', 'r', 'g', 'h', 'e', 'f'].map(|k| (k, self.figure(k))).into();
        let begin = if self.text.is_empty() { 0 } else { self.text.len() + 1 };
        if begin > 0 {
            self.text.push(' ');
        }
        let mut places: Vec<(char, usize, usize)> = Vec::new();
        let mut rest = wording.as_str();
        while let Some(open) = rest.find('{') {
            self.text += &rest[..open];
            let close = open + rest[open..].find('}').expect("a closed brace");
            let slot = &rest[open + 1..close];
            let start = self.text.len();
            let word = self.word(slot, &named, &figures, (goods, other_goods));
            self.text += &word;
            let key = slot.chars().next().expect("a slot");
            if figures.contains_key(&key) && (slot.len() == 1 || slot.ends_with('-')) {
                places.push((key, start, self.text.len()));
            }
            rest = &rest[close + 1..];
        }
        self.text += rest;
        let before = self.told.last().cloned().unwrap_or_default();
        for fact in &statement.facts {
            let parts: Vec<&str> = fact.split(' ').collect();
            let key = parts[0].chars().next().expect("a figure");
            let Some(&(_, start, end)) = places.iter().find(|place| place.0 == key) else { continue };
            let figure = &figures[&key];
            let code =
                |side: &str| side.chars().next().and_then(|k| named.get(&k)).map_or("WORLD", |at| COUNTRIES[*at][0]);
            let indicator = if parts[2] == "flow" { self.flow } else { parts[2] };
            let told_of = match parts[3] {
                "goods" => goods,
                "other" => other_goods,
                "gas" => "natural_gas",
                "power" => "electricity",
                _ => "-",
            };
            let sign = if parts[1] == "change" && !figure.grows { "-" } else { "" };
            let sides = sides(indicator, code(parts[4]), code(parts[5]));
            let status = parts.get(7).unwrap_or(&"actual");
            let (period, value, unit) = (parts[6], &figure.value, figure.unit);
            let told = if indicator == "balance" { String::new() } else { format!("{sign}{value}") };
            self.wanted.push(Wanted {
                start,
                told: (statement.name.clone(), before.clone()),
                quote: self.text[start..end].into(),
                line: format!("{} {sides} {told_of} {period} {told} {unit} {status}", parts[1]),
            });
        }
        if statement.name == "other goods" {
            self.goods = other_goods;
        }
        self.told.push(statement.name.clone());
    }

    /// What a slot of a wording stands for.
    fn word(
        &mut self,
        slot: &str,
        named: &BTreeMap<char, usize>,
        figures: &BTreeMap<char, Figure>,
        (goods, other): (&str, &str),
    ) -> String {
        let raised = |word: &str| word[..1].to_uppercase() + &word[1..];
        let key = slot.chars().next().expect("a slot");
        if let Some((choice, figure)) = slot.split_once(':') {
            let grows = figures[&figure.chars().next().expect("a figure")].grows;
            return match (choice, grows) {
                ("rose", true) => self.draw.of(&UP),
                ("rose", false) => self.draw.of(&DOWN),
                ("more", true) => "more",
                ("more", false) => "less",
                (_, true) => "up",
                (_, false) => "down",
            }
            .into();
        }
        match slot {
            "goods" => goods.into(),
            "Goods" => raised(goods),
            "other" => other.into(),
            "Other" => raised(other),
            "exports" => self.flow.into(),
            "Exports" => raised(self.flow),
            "export" => self.flow[..self.flow.len() - 1].into(),
            "exported" => format!("{}ed", &self.flow[..self.flow.len() - 1]),
            _ => match (named.get(&key), figures.get(&key), &slot[1..]) {
                (Some(country), _, "") => COUNTRIES[*country][1].into(),
                (Some(country), _, "s") => COUNTRIES[*country][2].into(),
                (Some(country), _, "n") => COUNTRIES[*country][3].into(),
                (_, Some(figure), "-") => figure.bare.clone(),
                (_, Some(figure), "") => figure.written.clone(),
                _ => panic!("{{{slot}}} is no slot"),
            },
        }
    }
}

/// The sides of a figure so that the same is told the same from either side.
fn sides(indicator: &str, reporter: &str, partner: &str) -> String {
    match indicator {
        "imports" => format!("exports {partner} {reporter}"),
        "turnover" | "balance" if partner < reporter => format!("{indicator} {partner} {reporter}"),
        _ => format!("{indicator} {reporter} {partner}"),
    }
}

/// A fact as the stories tell theirs.
fn line(fact: &Fact) -> String {
    let code = |party: Option<bilateral::Party>| party.map_or("WORLD".into(), |party| party.to_string());
    let value = match fact.indicator {
        Indicator::Balance => String::new(),
        _ => fact.quantity.value.to_string(),
    };
    format!(
        "{} {} {} {} {value} {} {}",
        fact.kind.as_str(),
        sides(fact.indicator.as_str(), &code(fact.reporter), &code(fact.partner)),
        fact.commodity.as_ref().map_or("-", |goods| goods.as_str()),
        fact.period.map_or("-".into(), |period| period.to_string()),
        fact.quantity.unit,
        fact.status.as_str(),
    )
}

#[test]
fn a_statement_tells_the_same_whatever_stood_before_it() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories");
    let mut statements = Statements { statement: Vec::new() };
    let mut files: Vec<_> = std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        let more: Statements = toml::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        statements.statement.extend(more.statement);
    }
    let seed = std::env::var("STORIES_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1_u64);
    let mut draw = Draw::new(seed);
    let openers: Vec<&Statement> = statements.statement.iter().filter(|s| s.opener).collect();
    let extractor = Extractor::new();
    let (mut told, mut whole, mut made_up) = (0_usize, 0_usize, 0_usize);
    let mut wrong: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for _ in 0..STORIES {
        let opener = *draw.of(&openers);
        let more = 2 + draw.below(3);
        let mut story = Story::new(&mut draw, opener);
        for _ in 0..more {
            let next: Vec<&Statement> =
                statements.statement.iter().filter(|s| story.takes(s, &opener.story[0])).collect();
            let next = *story.draw.of(&next);
            story.tell(next);
            if next.last {
                break;
            }
        }
        let document = Document::new("story", story.text.as_str()).with_published("2023-08-20").unwrap();
        let facts = extractor.facts(&document);
        made_up += facts.len();
        for wanted in &story.wanted {
            told += 1;
            let end = wanted.start + wanted.quote.len();
            let found = facts.iter().find(|fact| fact.span.start < end && wanted.start < fact.span.end);
            made_up -= usize::from(found.is_some());
            let found = found.map_or("nothing".into(), line);
            if found == wanted.line {
                whole += 1;
            } else {
                let told = format!("{}\n    {}: wanted {}, found {found}", story.text, wanted.quote, wanted.line);
                wrong.entry(wanted.told.clone()).or_default().push(told);
            }
        }
    }
    let share = |part: usize| part as f64 / told as f64;
    for ((statement, before), stories) in &wrong {
        println!("{statement} behind {before}: {} wrong, such as\n  {}", stories.len(), stories[0]);
    }
    println!("{told} facts: {:.4} whole, {:.4} made up", share(whole), share(made_up));
    assert!(told > 3 * STORIES, "only {told} facts");
    assert!(share(whole) >= WHOLE, "{:.4} read whole", share(whole));
    assert!(share(made_up) <= MADE_UP, "{:.4} made up", share(made_up));
}
