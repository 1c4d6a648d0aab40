"""Year-on-year growth over 10 million observations with pandas and duckdb, as `cargo bench --bench growth` does it.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install pandas duckdb && /tmp/peers/bin/python benches/peers/growth.py
"""

import sys
import time

import duckdb
import numpy as np
import pandas as pd

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
            "value": 100 + rng.random(len(place)) * 100,
        }
    )
    return table.sample(frac=1, random_state=1, ignore_index=True) if shuffled else table


def best(run, times=3):
    least = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        run()
        least = min(least, time.perf_counter() - start)
    return least


def merge(table):
    base = table.assign(month=table.month + 12).rename(columns={"value": "base"})
    joined = table.merge(base, on=["key", "month"], how="left")
    return (joined.value / joined.base - 1) * 100


def shift(table):
    """Wrong where a month is missing; what people write."""
    return table.sort_values(["key", "month"]).groupby("key").value.pct_change(12)


for shuffled in (False, True):
    table = given = frame(shuffled)
    print(f"{ROWS} observations {'in no order' if shuffled else 'by key and month'}, seconds, best of 3:")
    print(f"  pandas {pd.__version__}, merge        {best(lambda: merge(table)):.3f}")
    print(f"  pandas, pct_change(12), wrong {best(lambda: shift(table), 1):.3f}")
    db = duckdb.connect()
    db.execute("create table t as select * from given")
    query = "create or replace table g as select a.*, (a.value / b.value - 1) * 100 as growth from t a left join t b on a.key = b.key and a.month = b.month + 12"
    print(f"  duckdb {duckdb.__version__}, join          {best(lambda: db.execute(query)):.3f}", flush=True)
