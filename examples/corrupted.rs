//! Are corrupted statements found? Random true trade of a country with five others, told by newspapers to a few digits,
//! with a known share of the figures corrupted: digits swapped, a thousand times off, another year's, a fall for a rise.
//! `cargo run --release --no-default-features --features reconcile --example corrupted -- [SEEDS [PERCENT...]]`, with the
//! words `single` (one paper a level) and `region` (the five together, too, which makes one large system of each seed).
//!
//! The design: exports, imports and turnover of China with each of five countries over five years. Each level is told by
//! two of four papers, to three to five digits, each year's growth by one, to a tenth of a percent. So a figure has, beside
//! its second witness, the growth from and to its neighbours, and exports + imports = turnover. With `single` the second
//! witness is missing: then figures at the rim, with one growth and one identity, often cannot be told apart. What is
//! counted as corrupted no longer holds the true value in its rounding.

use std::collections::BTreeSet;
use std::time::Instant;

use bilateral::reconcile::{Settings, reconcile};
use bilateral::{
    Bound, Dataset, Decimal, Document, Fact, Indicator, Kind, Party, Period, Quantity, Span, Status, Unit,
};

const PARTNERS: [&str; 6] = ["KAZ", "KGZ", "TJK", "TKM", "UZB", "CENTRAL_ASIA"];
const FLOWS: [Indicator; 3] = [Indicator::Exports, Indicator::Imports, Indicator::Turnover];
const YEARS: i32 = 5;
const PAPERS: usize = 4;

fn main() -> bilateral::Result<()> {
    let mut numbers = std::env::args().skip(1).filter_map(|n| n.parse::<u64>().ok());
    let seeds = numbers.next().unwrap_or(20);
    let given: Vec<u64> = numbers.collect();
    let word = |word: &str| std::env::args().any(|given| given == word);
    let design = Design { witnesses: if word("single") { 1 } else { 2 }, region: word("region") };
    let region = if design.region { ", with the region" } else { "" };
    println!("{seeds} seeds a row; each level told by {} of {PAPERS} papers{region}", design.witnesses);
    println!(
        "corrupted  statements  wrong  blamed  right  precision  recall  sure  precision  seconds a run  conflicts  incomplete"
    );
    for percent in if given.is_empty() { vec![1, 5, 10] } else { given } {
        let mut sum = Score::default();
        let start = Instant::now();
        for seed in 0..seeds {
            sum.add(&run(seed, percent, design)?);
        }
        let part = |a: usize, b: usize| if b == 0 { 1.0 } else { a as f64 / b as f64 };
        println!(
            "{percent:>7} %  {:>10}  {:>5}  {:>6}  {:>5}  {:>9.3}  {:>6.3}  {:>4}  {:>9.3}  {:>13.3}  {:>9}  {:>10}",
            sum.statements,
            sum.wrong,
            sum.blamed,
            sum.right,
            part(sum.right, sum.blamed),
            part(sum.right, sum.wrong),
            sum.sure,
            part(sum.sure_right, sum.sure),
            start.elapsed().as_secs_f64() / seeds.max(1) as f64,
            sum.conflicts,
            sum.incomplete,
        );
    }
    Ok(())
}

/// How much is told.
#[derive(Clone, Copy)]
struct Design {
    /// How many papers tell each level.
    witnesses: usize,
    /// Whether the trade with the five together is told too.
    region: bool,
}

/// What was found of what was there.
#[derive(Default)]
struct Score {
    statements: usize,
    wrong: usize,
    blamed: usize,
    right: usize,
    /// Blamed with nothing else that could be blamed as well.
    sure: usize,
    sure_right: usize,
    conflicts: usize,
    incomplete: usize,
}

impl Score {
    fn add(&mut self, other: &Score) {
        for (sum, more) in [
            (&mut self.statements, other.statements),
            (&mut self.wrong, other.wrong),
            (&mut self.blamed, other.blamed),
            (&mut self.right, other.right),
            (&mut self.sure, other.sure),
            (&mut self.sure_right, other.sure_right),
            (&mut self.conflicts, other.conflicts),
            (&mut self.incomplete, other.incomplete),
        ] {
            *sum += more;
        }
    }
}

/// One seed: true series, what papers tell of them, what is wrong with it, and what is found.
fn run(seed: u64, percent: u64, design: Design) -> bilateral::Result<Score> {
    let mut random = Random(seed * 1_000 + percent);
    let truth = Truth::new(&mut random);
    let mut facts = Vec::new();
    let mut wrong = BTreeSet::new();
    for partner in 0..PARTNERS.len() - usize::from(!design.region) {
        for flow in 0..FLOWS.len() {
            for year in 0..YEARS {
                let first = random.below(PAPERS as u64) as usize;
                let other = (first + 1 + random.below(PAPERS as u64 - 1) as usize) % PAPERS;
                for paper in [first, other].into_iter().take(design.witnesses) {
                    let digits = 3 + random.below(3) as u32;
                    let told = Told { partner, flow, year, digits, change: false };
                    tell(&mut random, &truth, told, paper, percent, &mut facts, &mut wrong)?;
                }
                if year > 0 {
                    let told = Told { partner, flow, year, digits: 1, change: true };
                    let paper = random.below(PAPERS as u64) as usize;
                    tell(&mut random, &truth, told, paper, percent, &mut facts, &mut wrong)?;
                }
            }
        }
    }
    let papers: Vec<Document> =
        (0..PAPERS).map(|paper| Document::new(document(paper), "").with_source(format!("paper {paper}"))).collect();
    // What is counted is who is blamed: not how many conflicts it is in, nor how narrow the estimates are.
    let settings = Settings { more_conflicts: 0, narrow: 0, ..Settings::default() };
    let found = reconcile(&Dataset::new(&facts, &papers), &settings);
    let mut score = Score { statements: facts.len(), wrong: wrong.len(), ..Score::default() };
    score.conflicts = found.conflicts.len();
    score.incomplete = usize::from(!found.complete);
    for blamed in &found.blamed {
        let right = usize::from(blamed.facts.iter().any(|fact| wrong.contains(fact)));
        let sure = usize::from(blamed.instead.is_empty());
        score.blamed += 1;
        score.right += right;
        score.sure += sure;
        score.sure_right += sure * right;
    }
    Ok(score)
}

fn document(paper: usize) -> String {
    format!("paper-{paper}")
}

/// What a paper means to tell.
#[derive(Clone, Copy)]
struct Told {
    partner: usize,
    flow: usize,
    year: i32,
    digits: u32,
    change: bool,
}

fn tell(
    random: &mut Random,
    truth: &Truth,
    told: Told,
    paper: usize,
    percent: u64,
    facts: &mut Vec<Fact>,
    wrong: &mut BTreeSet<usize>,
) -> bilateral::Result<()> {
    let exact = truth.of(told);
    // A change is told in tenths of a percent, a level in dollars to some digits.
    let quantum = if told.change { 1.0 } else { 10f64.powi(exact.log10().floor() as i32 + 1 - told.digits as i32) };
    let mut steps = (exact / quantum).round() as i64;
    let (mut quantum, mut year) = (quantum, told.year);
    if random.below(100) < percent {
        // Until it is wrong: swapped digits can be the same, and a neighbouring year nearly so.
        loop {
            (steps, year) = ((exact / quantum).round() as i64, told.year);
            let kept = quantum;
            match random.below(4) {
                0 => steps = swapped(random, steps),
                1 if told.change => steps = -steps,
                1 | 2 if !told.change => quantum *= if random.below(2) == 0 { 1000.0 } else { 0.001 },
                _ => year += if random.below(2) == 0 { 1 } else { -1 },
            }
            let inside = (i32::from(told.change)..YEARS).contains(&year);
            let there = inside.then(|| truth.of(Told { year, ..told }));
            if there.is_some_and(|there| (steps as f64 * quantum - there).abs() > 0.5 * quantum) {
                break;
            }
            quantum = kept;
        }
        wrong.insert(facts.len());
    }
    let scale = if told.change { 1 } else { 0 };
    let decimal = |value: f64| Decimal::new(value.round() as i128, scale).unwrap_or_default();
    facts.push(Fact {
        document: document(paper).into(),
        span: Span::new(facts.len(), facts.len() + 1),
        quote: format!("{} x {quantum}", steps),
        kind: if told.change { Kind::Change } else { Kind::Level },
        indicator: FLOWS[told.flow],
        commodity: None,
        reporter: Some("CHN".parse::<Party>()?),
        partner: Some(PARTNERS[told.partner].parse::<Party>()?),
        period: Period::year(2018 + year),
        base: None,
        quantity: Quantity {
            value: decimal(steps as f64 * quantum),
            high: None,
            unit: if told.change { Unit::PERCENT } else { "USD".parse()? },
            bound: Bound::Exact,
            quantum: Some(decimal(quantum)),
        },
        status: Status::Actual,
        evidence: Vec::new(),
    });
    Ok(())
}

/// A number with two neighbouring digits swapped.
fn swapped(random: &mut Random, number: i64) -> i64 {
    let mut digits = number.abs().to_string().into_bytes();
    if digits.len() > 1 {
        let at = random.below(digits.len() as u64 - 1) as usize;
        digits.swap(at, at + 1);
    }
    let number = number.signum();
    String::from_utf8(digits).ok().and_then(|text| text.parse::<i64>().ok()).map_or(0, |n| n * number)
}

/// True amounts in whole dollars, by partner, flow and year.
struct Truth(Vec<Vec<Vec<i64>>>);

impl Truth {
    /// Trade of 0.5 to 50 billion a country, that grows by −15 to 30 percent a year.
    fn new(random: &mut Random) -> Self {
        let mut amounts = vec![vec![vec![0i64; YEARS as usize]; FLOWS.len()]; PARTNERS.len()];
        let region = PARTNERS.len() - 1;
        for partner in 0..region {
            for flow in 0..2 {
                let mut amount = 10f64.powf(8.7 + 2.0 * random.unit());
                for year in 0..YEARS as usize {
                    let whole = amount.round() as i64;
                    amounts[partner][flow][year] = whole;
                    amounts[partner][2][year] += whole;
                    amounts[region][flow][year] += whole;
                    amounts[region][2][year] += whole;
                    amount *= 0.85 + 0.45 * random.unit();
                }
            }
        }
        Truth(amounts)
    }

    /// An amount in dollars, or its growth in tenths of a percent.
    fn of(&self, told: Told) -> f64 {
        let series = &self.0[told.partner][told.flow];
        let at = |year: i32| series[year as usize] as f64;
        if told.change { (at(told.year) / at(told.year - 1) - 1.0) * 1000.0 } else { at(told.year) }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit.max(1)
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }
}
