use std::collections::HashMap;

use polars::prelude::{IntoColumn, NamedFrom, df};
use proptest::prelude::*;

use super::*;
use crate::model::Period;

fn growth(frame: &DataFrame, keys: &[&str]) -> Vec<Option<f64>> {
    let grown = year_on_year(frame, keys, "period", "value").unwrap();
    let all = grown.column(YEAR_ON_YEAR).unwrap().f64().unwrap().iter();
    all.map(|growth| growth.map(|growth| (growth * 1e6).round() / 1e6)).collect()
}

#[test]
fn gaps_and_order_do_not_matter() {
    let frame = df!(
        "party" => [Some("KAZ"), None, Some("KAZ"), Some("UZB"), None, Some("KAZ")],
        "period" => ["2022-Q1", "2022", "2021-Q1", "2022-Q1", "2021", "2023-Q1"],
        "value" => [Some(120.0), Some(3.0), Some(100.0), Some(7.0), Some(2.0), None],
    );
    assert_eq!(growth(&frame.unwrap(), &["party"]), [Some(20.0), Some(50.0), None, None, None, None]);
}

#[test]
fn years_and_days_are_periods_too() {
    let years = df!("period" => [2021i64, 2020, 2023], "value" => [3i32, 2, 9]).unwrap();
    assert_eq!(growth(&years, &[]), [Some(50.0), None, None]);
    let days = ["2023-02-28", "2024-02-29", "2025-02-28", "2024-01-31", "2023-01-31"];
    let day = |text: &str| (text.parse::<chrono::NaiveDate>().unwrap() - chrono::NaiveDate::default()).num_days();
    let column = Series::new("period".into(), days.map(|d| day(d) as i32)).cast(&DataType::Date).unwrap();
    let frame =
        DataFrame::new_infer_height(vec![column.into(), Series::new("value".into(), [1.0, 2.0, 3.0, 4.0, 5.0]).into()]);
    assert_eq!(growth(&frame.unwrap(), &[]), [None, Some(100.0), Some(50.0), Some(-20.0), None]);
}

#[test]
fn errors_tell_column_row_and_what_would_do() {
    let frame = df!("party" => ["KAZ", "KAZ"], "period" => ["2021", "2021-13"], "value" => ["1", "2"]).unwrap();
    let told =
        |keys: &[&str], period: &str, value: &str| year_on_year(&frame, keys, period, value).unwrap_err().to_string();
    assert_eq!(
        told(&["who"], "period", "party"),
        "column \"party\": wanted numbers, found str: cast it to Float64 first"
    );
    assert_eq!(told(&[], "when", "value"), "column \"value\": wanted numbers, found str: cast it to Float64 first");
    let frame = df!("party" => ["KAZ", "KAZ"], "period" => ["2021", "2021-13"], "value" => [1, 2]).unwrap();
    let told =
        |keys: &[&str], period: &str, value: &str| year_on_year(&frame, keys, period, value).unwrap_err().to_string();
    assert!(told(&["who"], "period", "value").contains("2021-13"));
    assert_eq!(told(&[], "when", "value"), "wanted a column \"when\", found the columns party, period, value");
    assert!(told(&[], "period", "value").starts_with("column \"period\", row 1: wanted a period such as"));
    assert!(told(&[], "party", "value").contains("found \"KAZ\""));
    let twice = df!("period" => ["2021-Q1", "2021-01/2021-03"], "value" => [1, 2]).unwrap();
    let error = year_on_year(&twice, &[], "period", "value").unwrap_err().to_string();
    assert!(error.contains("row 1") && error.contains("row 0"), "{error}");
}

/// A row as a test makes it: two keys, the period by number, the value.
type Row = (u8, u8, u16, Option<f64>);

/// How a test writes keys and periods.
#[derive(Debug, Clone, Copy)]
struct Kinds {
    keys: [u8; 2],
    periods: u8,
}

/// Days around the ends of February and of other months.
const DAYS: [(u32, u32); 6] = [(1, 31), (2, 27), (2, 28), (2, 29), (3, 1), (12, 31)];

fn key_column(name: &str, kind: u8, cells: &[u8]) -> Column {
    let of = |cells: Series| cells.into_column();
    let text = |prefix: &'static str| cells.iter().map(move |cell| format!("{prefix}{cell}"));
    match kind {
        0 => of(Series::new(name.into(), cells.iter().map(|cell| i32::from(*cell) - 2).collect::<Vec<_>>())),
        1 => of(Series::new(name.into(), cells.iter().map(|cell| (i64::from(*cell) - 2) << 40).collect::<Vec<_>>())),
        2 => of(Series::new(name.into(), cells.iter().map(|cell| u64::MAX / 4 * u64::from(*cell)).collect::<Vec<_>>())),
        3 => of(Series::new(name.into(), cells.iter().map(|cell| u32::MAX - u32::from(*cell)).collect::<Vec<_>>())),
        4 => of(Series::new(name.into(), text("K").collect::<Vec<_>>())),
        5 => of(Series::new(name.into(), text("a name longer than a view ").collect::<Vec<_>>())),
        6 => of(Series::new(
            name.into(),
            text("part").zip(cells).map(|(t, c)| (c % 3 > 0).then_some(t)).collect::<Vec<_>>(),
        )),
        7 => of(Series::new(name.into(), cells.iter().map(|c| (*c > 0).then_some(i64::from(*c))).collect::<Vec<_>>())),
        8 => of(Series::new(name.into(), cells.iter().map(|cell| i32::from(*cell) * 900).collect::<Vec<_>>()))
            .cast(&DataType::Date)
            .unwrap(),
        _ => of(Series::new(name.into(), cells.iter().map(|cell| *cell > 1).collect::<Vec<_>>())),
    }
}

/// What a cell of that kind of column is told apart by.
fn key_of(kind: u8, cell: u8) -> u8 {
    match kind {
        6 if cell.is_multiple_of(3) => 0,
        9 => u8::from(cell > 1),
        _ => cell,
    }
}

/// The period of a number; with how it is written, and the periods that can be its base.
fn period_of(kind: u8, number: u16) -> (i32, String, Vec<i32>) {
    let number = i32::from(number);
    let days = |period: Period| (period.first_day() - chrono::NaiveDate::default()).num_days() as i32;
    match kind {
        0 => (number, format!("{:04}", number + 1990), vec![number - 1]),
        1 => (number, format!("{:04}-{:02}", 1990 + number / 12, number % 12 + 1), vec![number - 12]),
        _ => {
            let (month, day) = DAYS[number as usize % DAYS.len()];
            let year = 2000 + number / DAYS.len() as i32;
            let date = chrono::NaiveDate::from_ymd_opt(year, month, day)
                .unwrap_or_else(|| chrono::NaiveDate::from_ymd_opt(year, 2, 28).unwrap());
            let period = Period::day(date);
            let base = days(period.year_before().unwrap());
            // A last of February whose 28th is missing meets the 29th.
            let more = (chrono::NaiveDate::from_ymd_opt(year - 1, 2, 29))
                .filter(|_| (month, date.format("%d").to_string().as_str()) == (2, "28"));
            (days(period), date.to_string(), [Some(base), more.map(|_| base + 1)].into_iter().flatten().collect())
        }
    }
}

fn frame_of(rows: &[Row], kinds: Kinds) -> DataFrame {
    let periods: Vec<_> = rows.iter().map(|row| period_of(kinds.periods, row.2)).collect();
    let period = match kinds.periods {
        0 => Series::new("period".into(), periods.iter().map(|period| period.0 + 1990).collect::<Vec<_>>()),
        1 => Series::new("period".into(), periods.iter().map(|period| period.1.clone()).collect::<Vec<_>>()),
        _ => Series::new("period".into(), periods.iter().map(|period| period.0).collect::<Vec<_>>())
            .cast(&DataType::Date)
            .unwrap(),
    };
    DataFrame::new_infer_height(vec![
        key_column("one", kinds.keys[0], &rows.iter().map(|row| row.0).collect::<Vec<_>>()),
        key_column("two", kinds.keys[1], &rows.iter().map(|row| row.1).collect::<Vec<_>>()),
        period.into_column(),
        Series::new("value".into(), rows.iter().map(|row| row.3).collect::<Vec<_>>()).into_column(),
    ])
    .unwrap()
}

/// The slow way: the first row whose keys and period an earlier row has, or the growth of each row.
fn slowly(rows: &[Row], kinds: Kinds) -> std::result::Result<Vec<Option<f64>>, [usize; 2]> {
    let cell = |row: &Row| (key_of(kinds.keys[0], row.0), key_of(kinds.keys[1], row.1));
    let period = |row: &Row| period_of(kinds.periods, row.2);
    let mut met = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        if let Some(first) = met.insert((cell(row), period(row).0), at) {
            return Err([first, at]);
        }
    }
    let growth = |row: &Row| {
        let base = period(row).2.into_iter().find_map(|base| met.get(&(cell(row), base)))?;
        let (amount, base) = (row.3?, rows[*base].3.filter(|base| *base > 0.0)?);
        Some((amount / base - 1.0) * 100.0).filter(|growth| !growth.is_nan())
    };
    Ok(rows.iter().map(growth).collect())
}

fn compare(rows: &[Row], kinds: Kinds, frame: &DataFrame, sorted: bool) {
    let found = year_on_year(frame, &["one", "two"], "period", "value");
    let keys = [Key::of(frame.column("one").unwrap()).unwrap(), Key::of(frame.column("two").unwrap()).unwrap()];
    let periods = Periods::of(frame.column("period").unwrap()).unwrap();
    let amounts: Vec<f64> = rows.iter().map(|row| row.3.unwrap_or(f64::NAN)).collect();
    let key = Ids::of(&keys, rows.len()).unwrap();
    let unordered = Unordered { key: &key, periods: &periods, amounts: &amounts, column: "period" };
    let (table, group) = (unordered.by_table(key.count * periods.count()), unordered.by_group());
    let ordered = ordered::ordered(&keys, &periods, &amounts).unwrap();
    let bits =
        |all: &mut dyn Iterator<Item = Option<f64>>| all.map(|growth| growth.map(f64::to_bits)).collect::<Vec<_>>();
    match slowly(rows, kinds) {
        Ok(wanted) => {
            let wanted = bits(&mut wanted.into_iter());
            let of = |grown: Grown| bits(&mut grown.series().unwrap().f64().unwrap().iter());
            let found = found.unwrap();
            assert_eq!(bits(&mut found.column(YEAR_ON_YEAR).unwrap().f64().unwrap().iter()), wanted);
            assert_eq!(of(table.unwrap()), wanted);
            assert_eq!(of(group.unwrap()), wanted);
            assert!(ordered.is_some() || !sorted, "rows by key and period take the short way");
            if let Some(ordered) = ordered {
                assert_eq!(of(ordered), wanted);
            }
        }
        Err([first, row]) => {
            let wanted = format!(
                "column \"period\", row {row}: wanted each period once a key, found the same keys and period as in row {first}: keep one, or name the column that tells them apart"
            );
            let told = [found.err(), table.err(), group.err()].map(|error| error.map(|error| error.to_string()));
            assert_eq!(told, [const { None::<String> }; 3].map(|_| Some(wanted.clone())));
            assert!(ordered.is_none(), "rows that are twice there are in no order");
        }
    }
}

/// Amounts that growth can trip over among others.
fn amount() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        6 => (1u32..1000).prop_map(|cents| Some(f64::from(cents) / 100.0)),
        1 => Just(None), 1 => Just(Some(0.0)), 1 => Just(Some(-3.0)), 1 => Just(Some(f64::NAN)),
        1 => Just(Some(f64::INFINITY)),
    ]
}

proptest! {
    #[test]
    fn all_ways_agree_with_a_slow_one(
        keys in (0u8..10, 0u8..10), periods in 0u8..3, order in 0u8..4, twice in 0u8..4, cut in 0usize..60,
        rows in proptest::collection::vec((0u8..5, 0u8..3, 0u16..40, amount()), 0..60),
        mixed in proptest::collection::vec(any::<u32>(), 60),
    ) {
        let kinds = Kinds { keys: [keys.0, keys.1], periods };
        let keyed = |row: &Row| (key_of(keys.0, row.0), key_of(keys.1, row.1), period_of(periods, row.2).0);
        let mut rows = rows;
        if twice > 0 {
            rows.sort_by_key(keyed);
            rows.dedup_by_key(|row| keyed(row));
        }
        match order {
            0 => rows = rows.into_iter().zip(mixed).map(|(row, at)| (at, row)).collect::<std::collections::BTreeMap<_, _>>().into_values().collect(),
            // Keys together, in no order of theirs.
            1 => rows.sort_by_key(|row| (mixed[keyed(row).0 as usize], keyed(row))),
            2 => rows.sort_by_key(keyed),
            // Nearly in order.
            _ => {
                rows.sort_by_key(keyed);
                if rows.len() > 1 {
                    let at = mixed[0] as usize % (rows.len() - 1);
                    rows.swap(at, at + 1);
                }
            }
        }
        let frame = frame_of(&rows, kinds);
        let cut = cut.min(rows.len());
        let frame = frame.head(Some(cut)).vstack(&frame.slice(cut as i64, rows.len())).unwrap();
        compare(&rows, kinds, &frame, order == 2);
    }
}

/// So many rows that threads share them: keys with gaps, one row in twenty-nine missing.
#[test]
fn threads_agree_with_a_slow_way() {
    let all = (0..200u16).flat_map(|key| (0..1500u16).map(move |month| (key, month)));
    let rows: Vec<(u16, u16)> = all.filter(|(key, month)| (key * 7 + month * 3) % 29 > 0).collect();
    let count = rows.len();
    let value = |(key, month): (u16, u16)| f64::from(month + 1) * 1.5 + f64::from(key % 7);
    let there = |(key, month): (u16, u16)| (key * 7 + month * 3) % 29 > 0;
    // A step without a common divisor brings every row once.
    for step in [1, 7919] {
        let rows: Vec<_> = (0..count).map(|at| rows[at * step % count]).collect();
        let frame = df!(
            "name" => rows.iter().map(|row| format!("K{}", row.0)).collect::<Vec<_>>(),
            "long" => rows.iter().map(|row| format!("a name longer than a view {}", row.0)).collect::<Vec<_>>(),
            "number" => rows.iter().map(|row| i64::from(row.0) << 30).collect::<Vec<_>>(),
            "period" => rows.iter().map(|row| format!("{}-{:02}", 1900 + row.1 / 12, row.1 % 12 + 1)).collect::<Vec<_>>(),
            "value" => rows.iter().map(|row| value(*row)).collect::<Vec<_>>(),
        )
        .unwrap();
        for key in ["name", "long", "number"] {
            let grown = year_on_year(&frame, &[key], "period", "value").unwrap();
            let found = grown.column(YEAR_ON_YEAR).unwrap().f64().unwrap().iter();
            for (row, found) in rows.iter().zip(found) {
                let base = row.1.checked_sub(12).map(|month| (row.0, month)).filter(|base| there(*base));
                assert_eq!(found, base.map(|base| (value(*row) / value(base) - 1.0) * 100.0), "{key} {row:?}");
            }
        }
    }
}
