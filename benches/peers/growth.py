"""Year-on-year growth over 10 million observations with pandas, duckdb and polars, as `cargo bench --bench growth` does it.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install pandas duckdb polars pyarrow
    /tmp/peers/bin/python benches/peers/growth.py [MILLIONS]

The bench gives days to `year_on_year`; here each way is tried on days and on the shortcut of whole months.
"""

import sys
import time

import duckdb
import numpy as np
import pandas as pd
import polars as pl

ROWS = int(float(sys.argv[1] if len(sys.argv) > 1 else 10) * 1e6)
MONTHS = 120


def frame(shuffled):
    rng = np.random.default_rng(1)
    place = np.arange(int(ROWS * 1.03))
    place = place[rng.random(len(place)) >= 0.02][:ROWS]
    table = pd.DataFrame(
        {
            "key": (place // MONTHS).astype("int32"),
            "month": (place % MONTHS).astype("int32"),
            "day": (np.datetime64("2010-01", "M") + place % MONTHS).astype("datetime64[s]"),
            "value": 100 + rng.random(len(place)) * 100,
        }
    )
    return table.sample(frac=1, random_state=1, ignore_index=True) if shuffled else table


def best(run, times=3):
    least = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        made = run()
        least = min(least, time.perf_counter() - start)
        del made
    return least


def merge_months(table):
    base = table[["key", "month", "value"]].assign(month=table.month + 12).rename(columns={"value": "base"})
    joined = table[["key", "month", "value"]].merge(base, on=["key", "month"], how="left")
    return (joined.value / joined.base - 1) * 100


def merge_days(table):
    base = table[["key", "day", "value"]].assign(day=table.day + pd.DateOffset(years=1))
    joined = table[["key", "day", "value"]].merge(base.rename(columns={"value": "base"}), on=["key", "day"], how="left")
    return (joined.value / joined.base - 1) * 100


def change(table):
    """Wrong where a month is missing; what people write on rows in order."""
    return table.groupby("key").value.pct_change(12)


def sort_and_change(table):
    """The same on rows in any order."""
    return table.sort_values(["key", "month"]).groupby("key").value.pct_change(12)


def join(frame, on, later):
    base = frame.lazy().select("key", later, base="value")
    joined = frame.lazy().join(base, on=["key", on], how="left", maintain_order="left")
    return joined.select((pl.col("value") / pl.col("base") - 1) * 100).collect()


def shift(frame, order):
    """Wrong where a month is missing."""
    rows = frame.lazy().sort("key", "month") if order else frame.lazy()
    return rows.select((pl.col("value") / pl.col("value").shift(12).over("key") - 1) * 100).collect()


for shuffled in (False, True):
    table = given = frame(shuffled)
    print(f"{ROWS} observations {'in no order' if shuffled else 'by key and month'}, seconds, best of 3:")
    print(f"  pandas {pd.__version__}, merge on months          {best(lambda: merge_months(table)):.3f}")
    print(f"  pandas, merge on days                {best(lambda: merge_days(table)):.3f}")
    if not shuffled:
        print(f"  pandas, pct_change(12), wrong        {best(lambda: change(table)):.3f}")
    print(f"  pandas, sort, pct_change(12), wrong  {best(lambda: sort_and_change(table)):.3f}", flush=True)
    db = duckdb.connect()
    db.execute("create table t as select key, month, day::date as day, value from given")
    grown = "(a.value / b.value - 1) * 100 as growth from t a left join t b on a.key = b.key and"
    for name, on in (
        ("months", "a.month = b.month + 12"),
        ("days  ", "a.day = (b.day + interval 1 year)::date"),
    ):
        query = f"create or replace table g as select a.*, {grown} {on}"
        print(f"  duckdb {duckdb.__version__}, join on {name}           {best(lambda: db.execute(query)):.3f}")
        query = f"select sum(growth) from (select {grown} {on})"
        print(f"  duckdb, join on {name}, its sum only {best(lambda: db.execute(query).fetchall()):.3f}", flush=True)
    db.close()
    frame_ = pl.from_pandas(table).with_columns(pl.col("day").cast(pl.Date))
    print(f"  polars {pl.__version__}, join on months           {best(lambda: join(frame_, 'month', pl.col('month') + 12)):.3f}")
    print(f"  polars, join on days                 {best(lambda: join(frame_, 'day', pl.col('day').dt.offset_by('1y'))):.3f}")
    print(f"  polars, shift(12), wrong             {best(lambda: shift(frame_, shuffled)):.3f}", flush=True)
