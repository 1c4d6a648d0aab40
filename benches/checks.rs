//! All checks over a million observations in a hundred thousand series, and over a tenth and a hundredth of them.
//! `cargo bench --no-default-features --bench checks -- [OBSERVATIONS...]`. With `EACH=1` each check is timed alone; with
//! `DIGEST=1` a number is printed for all that the findings say, in their order: it is the same before and after a change that
//! is to change nothing; with `PLOT=1` how both grow with the size is drawn instead, in `target/checks.svg`.
//!
//! Trade of pairs of countries over ten years, as made statistics that nearly fit: exports, imports, turnover and balance
//! in dollars, four goods in dollars and tonnes each way, every tenth figure with its growth, every twentieth told by a
//! second paper, every hundredth wrong. Twenty series of ten figures for each of 5,000 pairs make a million.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;
use std::time::Instant;

mod picture;

use bilateral::check::{self, Finding, Outcome};
use bilateral::series::growth;
use bilateral::{
    Bound, Commodity, Dataset, Decimal, Fact, Indicator, Kind, Party, Period, Quantity, Span, Status, Unit,
};

const YEARS: i32 = 10;
const SERIES: usize = 20;
const GOODS: [&str; 4] = ["natural_gas", "wheat", "coal", "cotton"];
/// Enough countries for 5,000 ordered pairs of different ones.
const COUNTRIES: &str = "AFG ALB DZA AGO ARG ARM AUS AUT AZE BHR BGD BLR BEL BOL BIH BRA BGR KHM CMR CAN CHL CHN COL HRV \
                         CUB CYP CZE DNK ECU EGY EST ETH FIN FRA GEO DEU GHA GRC HUN ISL IND IDN IRN IRQ IRL ISR ITA \
                         JPN JOR KAZ KEN KOR KWT KGZ LAO LVA LBN LBY LTU LUX MYS MEX MDA MNG MAR MMR NPL NLD NZL NGA \
                         NOR OMN PAK PER";

fn main() {
    if std::env::var_os("PLOT").is_some() {
        return plot();
    }
    let given: Vec<usize> = std::env::args().skip(1).filter_map(|n| n.parse().ok()).collect();
    let sizes = if given.is_empty() { vec![10_000, 100_000, 1_000_000] } else { given };
    println!("observations  series   facts     dataset s  checks s  checks, us an observation  fail  unknown  hold");
    for size in sizes {
        let facts = facts(size / (SERIES * YEARS as usize));
        let start = Instant::now();
        let dataset = Dataset::from_facts(&facts);
        let made = start.elapsed().as_secs_f64();
        let start = Instant::now();
        let findings = check::run(&dataset, check::ALL);
        let checked = start.elapsed().as_secs_f64();
        let count = |outcome| findings.iter().filter(|finding| finding.outcome == outcome).count();
        println!(
            "{:>12}  {:>6}  {:>7}  {made:>10.3}  {checked:>8.3}  {:>25.2}  {:>5}  {:>6}  {:>5}",
            dataset.series().iter().map(|series| series.observations().len()).sum::<usize>(),
            dataset.series().len(),
            facts.len(),
            checked * 1e6 / size as f64,
            count(Outcome::Fails),
            count(Outcome::Unknown),
            count(Outcome::Holds),
        );
        if std::env::var_os("DIGEST").is_some() {
            println!("  digest {:016x}", digest(&findings));
        }
        if std::env::var_os("EACH").is_some() {
            for check in check::ALL {
                let start = Instant::now();
                let found = check.run(&dataset).len();
                println!("  {:<14} {:>8.3} s  {found} findings", check.name(), start.elapsed().as_secs_f64());
            }
        }
    }
}

/// Times of the processor from ten thousand observations to a million, the statements in order and in none.
fn plot() {
    let names = [
        "all checks",
        "all checks, statements in no order",
        "series made, and their year-on-year growth",
        "series made, and their growth, statements in no order",
    ];
    let mut lines = names.map(|name| picture::Line { name, points: Vec::new() });
    for size in [10_000, 30_000, 100_000, 300_000, 1_000_000] {
        let mut facts = facts(size / (SERIES * YEARS as usize));
        for shuffled in [0, 1] {
            if shuffled == 1 {
                shuffle(&mut facts);
            }
            let dataset = Dataset::from_facts(&facts);
            let checked = picture::seconds(|| check::run(&dataset, check::ALL));
            drop(dataset);
            let grown =
                picture::seconds(|| Dataset::from_facts(&facts).series().iter().flat_map(growth::year_on_year).count());
            for (line, seconds) in [(shuffled, checked), (2 + shuffled, grown)] {
                println!("{size:>9}  {seconds:>8.3} s  {}", lines[line].name);
                lines[line].points.push((size, seconds));
            }
        }
    }
    let picture = picture::svg("Seconds of the processor from ten thousand observations to a million", &lines);
    std::fs::write("target/checks.svg", picture).expect("a folder of this name");
}

fn shuffle(facts: &mut [Fact]) {
    let mut state = 1u64;
    for place in (1..facts.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        facts.swap(place, (state >> 33) as usize % (place + 1));
    }
}

/// A number for all fields of all findings, in their order.
fn digest(findings: &[Finding]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for Finding { check, outcome, message, gap, statements } in findings {
        (check, outcome, message.as_str(), statements.len()).hash(&mut hasher);
        for cited in statements {
            (cited.fact, cited.role).hash(&mut hasher);
        }
        // Printed, since equal decimals can be stored in two ways.
        let Some(gap) = gap else { continue };
        let percent = gap.percent.map(|percent| percent.to_string());
        (gap.difference.to_string(), gap.unit.to_string(), percent).hash(&mut hasher);
    }
    hasher.finish()
}

/// The statements of so many pairs.
fn facts(pairs: usize) -> Vec<Fact> {
    let countries: Vec<Party> = COUNTRIES.split_whitespace().map(|code| code.parse().expect("a code")).collect();
    // Both ways one behind the other, so that each size has as many flows that two sides tell.
    let pairs_of = |(place, one): (usize, &Party)| {
        let (one, others) = (*one, countries[..place].to_vec());
        others.into_iter().flat_map(move |other| [(one, other), (other, one)])
    };
    let papers = ["paper", "herald"].map(Arc::from);
    let mut told = Told { facts: Vec::new(), random: 7, papers, period: None, growth: 0 };
    for (reporter, partner) in countries.iter().enumerate().flat_map(pairs_of).take(pairs) {
        for year in 0..YEARS {
            let base = 1000 + 100 * i128::from(year);
            told.period = Period::year(2010 + year);
            // In tenths of a percent; the first year's has no base.
            told.growth = (100_000 + (base - 100) / 2) / (base - 100);
            let mut add = |indicator, goods: Option<&str>, unit: &str, amount: i128| {
                told.add(reporter, partner, indicator, goods, unit, amount);
            };
            let (exports, imports) = (base * 11, base * 12);
            add(Indicator::Exports, None, "USD", exports);
            add(Indicator::Imports, None, "USD", imports);
            add(Indicator::Turnover, None, "USD", exports + imports);
            add(Indicator::Balance, None, "USD", exports - imports);
            for (nth, goods) in (1..).zip(GOODS) {
                for indicator in [Indicator::Exports, Indicator::Imports] {
                    add(indicator, Some(goods), "USD", base * nth);
                    add(indicator, Some(goods), "t", base * nth);
                }
            }
        }
    }
    told.facts
}

struct Told {
    facts: Vec<Fact>,
    random: u64,
    papers: [Arc<str>; 2],
    period: Option<Period>,
    growth: i128,
}

impl Told {
    fn one_in(&mut self, many: u64) -> bool {
        self.random = self.random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.random >> 33).is_multiple_of(many)
    }

    fn add(
        &mut self,
        reporter: Party,
        partner: Party,
        indicator: Indicator,
        goods: Option<&str>,
        unit: &str,
        amount: i128,
    ) {
        let amount = if self.one_in(100) { amount * 1000 } else { amount };
        let decimal = |mantissa, scale| Decimal::new(mantissa, scale).expect("few digits");
        let quantity =
            |value, unit, quantum| Quantity { value, high: None, unit, bound: Bound::Exact, quantum: Some(quantum) };
        // Three hundred dollars a tonne, in steps of that.
        let step = if unit == "t" { 1000 } else { 300_000 };
        let level = quantity(decimal(amount * step, 0), unit.parse().expect("a unit"), decimal(step, 0));
        let mut fact = Fact {
            document: Arc::clone(&self.papers[0]),
            span: Span::new(self.facts.len(), self.facts.len() + 1),
            quote: String::new(),
            kind: Kind::Level,
            indicator,
            commodity: goods.map(Commodity::new),
            reporter: Some(reporter),
            partner: Some(partner),
            period: self.period,
            base: None,
            quantity: level,
            status: Status::Actual,
            evidence: Vec::new(),
        };
        self.facts.push(fact.clone());
        if self.one_in(20) {
            fact.document = Arc::clone(&self.papers[1]);
            self.facts.push(fact.clone());
        }
        if self.one_in(10) {
            fact.kind = Kind::Change;
            fact.quantity = quantity(decimal(self.growth, 1), Unit::PERCENT, decimal(1, 1));
            self.facts.push(fact);
        }
    }
}
