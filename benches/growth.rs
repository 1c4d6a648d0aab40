//! Year-on-year growth over 10 million observations, beside the same written by hand in polars.
//! `cargo bench --bench growth -- [MILLIONS]`, with `PLOT=1` only how it grows with the size, drawn in `target/growth.svg`; `benches/peers/growth.py` does the same with pandas and duckdb.
//!
//! Keys by months over ten years, two in a hundred rows missing; the rows by key and month, then in no order. The growth
//! is matched on the period: a shift by twelve rows would be wrong wherever one is missing.

mod picture;

use std::time::Instant;

use bilateral::series::table::growth::year_on_year;
use bilateral::series::table::polars::prelude::*;

const MONTHS: usize = 120;
const TIMES: usize = 3;

fn main() {
    if std::env::var_os("PLOT").is_some() {
        return plot();
    }
    let millions = std::env::args().skip(1).find_map(|n| n.parse::<f64>().ok()).unwrap_or(10.0);
    let rows = (millions * 1e6) as usize;
    for shuffled in [false, true] {
        let frame = frame(rows, shuffled);
        let order = if shuffled { "in no order" } else { "by key and month" };
        println!("{rows} observations {order}, seconds, best of {TIMES}:");
        let (ours, grown) = best(TIMES, || changed(&frame, "key"));
        let texts = named(&frame);
        let (texts, named) = best(TIMES, || changed(&texts, "name"));
        let (two, joined) = best(TIMES, || join_on_two(&frame));
        let (one, _) = best(TIMES, || join_on_one(&frame));
        let theirs = sum(joined.column("growth").expect("added"));
        for ours in [grown, named] {
            let ours = sum(ours.column("year_on_year").expect("added"));
            assert!((ours.0 - theirs.0).abs() < 1e-6 * theirs.0.abs() && ours.1 == theirs.1, "{ours:?} {theirs:?}");
        }
        println!("  year_on_year               {ours:.3}");
        println!("  year_on_year, keys as texts {texts:.3}");
        println!("  polars, join on two        {two:.3}");
        println!("  polars, join on one packed {one:.3}");
        println!("  ratio to the better        {:.2}", ours / two.min(one));
    }
    println!("nanoseconds for each observation, by key and month, in no order:");
    for rows in [10_000, 100_000, 1_000_000, rows] {
        let each = [false, true].map(|shuffled| {
            let frame = frame(rows, shuffled);
            best(10_000_000 / rows.max(100_000) + TIMES, || changed(&frame, "key")).0 * 1e9 / rows as f64
        });
        println!("  {rows:>8} observations {:.1}, {:.1}", each[0], each[1]);
    }
}

/// Times of the processor from ten thousand observations to ten million, rows by key and month and in no order.
fn plot() {
    let names = ["year-on-year, rows by key and month", "year-on-year, rows in no order"];
    let mut lines = names.map(|name| picture::Line { name, points: Vec::new() });
    for rows in [10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000] {
        for (line, shuffled) in lines.iter_mut().zip([false, true]) {
            let frame = frame(rows, shuffled);
            let seconds = picture::seconds(|| changed(&frame, "key"));
            println!(
                "{rows:>9}  {seconds:>9.5} s, {:>5.1} ns an observation  {}",
                seconds * 1e9 / rows as f64,
                line.name
            );
            line.points.push((rows, seconds));
        }
    }
    let picture = picture::svg("Seconds of the processor for year-on-year growth", &lines);
    std::fs::write("target/growth.svg", picture).expect("a folder of this name");
}

fn changed(frame: &DataFrame, key: &str) -> DataFrame {
    year_on_year(frame, &[key], "day", "value").expect("a frame of this shape")
}

/// The same frame, its keys as texts.
fn named(frame: &DataFrame) -> DataFrame {
    let keys = frame.column("key").expect("given").i32().expect("keys");
    let names: StringChunked = keys.iter().map(|key| key.map(|key| format!("K{key:06}"))).collect();
    let mut named = frame.clone();
    named.with_column(names.with_name("name".into()).into_column()).expect("equal heights");
    named
}

fn best(times: usize, mut run: impl FnMut() -> DataFrame) -> (f64, DataFrame) {
    let mut least = f64::INFINITY;
    let mut last = DataFrame::default();
    for _ in 0..times {
        let start = Instant::now();
        let made = run();
        least = least.min(start.elapsed().as_secs_f64());
        last = made;
    }
    (least, last)
}

/// The sum and the count of what there is.
fn sum(column: &Column) -> (f64, usize) {
    column.f64().expect("numbers").iter().flatten().fold((0.0, 0), |(sum, count), growth| (sum + growth, count + 1))
}

/// The reference: a left join of each row with the row of the same key twelve months earlier, by month numbers that the
/// frame has already.
fn join_on_two(frame: &DataFrame) -> DataFrame {
    let later = frame.column("month").expect("given").i32().expect("months") + 12;
    let base = DataFrame::new_infer_height(vec![
        frame.column("key").expect("given").clone(),
        later.with_name("month".into()).into_column(),
        frame.column("value").expect("given").clone().with_name("base".into()),
    ]);
    let joined = frame.left_join(&base.expect("equal heights"), ["key", "month"], ["key", "month"]);
    grown(joined.expect("a join"))
}

/// The same on one column that holds key and month.
fn join_on_one(frame: &DataFrame) -> DataFrame {
    let (key, month) = (frame.column("key").expect("given"), frame.column("month").expect("given"));
    let packed = key.i32().expect("keys").iter().zip(month.i32().expect("months").iter());
    let packed: Vec<i64> = packed.map(|(k, m)| i64::from(k.unwrap_or(0)) << 16 | i64::from(m.unwrap_or(0))).collect();
    let later: Vec<i64> = packed.iter().map(|place| place + 12).collect();
    let mut level = frame.clone();
    level.with_column(Column::new("place".into(), packed)).expect("equal heights");
    let base = frame.column("value").expect("given").clone().with_name("base".into());
    let base = DataFrame::new_infer_height(vec![Column::new("place".into(), later), base]).expect("equal heights");
    grown(level.left_join(&base, ["place"], ["place"]).expect("a join"))
}

fn grown(mut joined: DataFrame) -> DataFrame {
    let of = |name: &str| joined.column(name).expect("joined").f64().expect("numbers").clone();
    let growth = (&(&of("value") / &of("base")) - 1.0) * 100.0;
    joined.with_column(growth.with_name("growth".into()).into_column()).expect("equal heights");
    joined
}

/// Keys by months, less two in a hundred.
fn frame(rows: usize, shuffled: bool) -> DataFrame {
    let mut state = 1u64;
    let mut random = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state >> 33
    };
    let mut all: Vec<(i32, i32, f64)> = Vec::with_capacity(rows);
    let mut at = 0usize;
    while all.len() < rows {
        if random() % 100 >= 2 {
            let value = 100.0 + (random() % 100_000) as f64 / 1000.0;
            all.push(((at / MONTHS) as i32, (at % MONTHS) as i32, value));
        }
        at += 1;
    }
    if shuffled {
        for place in (1..all.len()).rev() {
            all.swap(place, (random() as usize) % (place + 1));
        }
    }
    let day = |month: i32| {
        let date = chrono::NaiveDate::from_ymd_opt(2010 + month / 12, month as u32 % 12 + 1, 1).expect("a day");
        (date - chrono::NaiveDate::default()).num_days() as i32
    };
    let days = Series::new("day".into(), all.iter().map(|row| day(row.1)).collect::<Vec<_>>());
    DataFrame::new_infer_height(vec![
        Column::new("key".into(), all.iter().map(|row| row.0).collect::<Vec<_>>()),
        days.cast(&DataType::Date).expect("days").into_column(),
        Column::new("month".into(), all.iter().map(|row| row.1).collect::<Vec<_>>()),
        Column::new("value".into(), all.iter().map(|row| row.2).collect::<Vec<_>>()),
    ])
    .expect("equal heights")
}
