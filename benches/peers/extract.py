"""How fast texts are read: this program beside quantulum3, Recognizers-Text and the crate `duckling`, on the same texts.

    cargo build --release --no-default-features --features cli
    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install quantulum3 recognizers-text-suite 'emoji<2'
    /tmp/peers/bin/python benches/peers/extract.py [PROGRAM] [--duckling]

The texts are those of `data/sample`. Each tool reads all of them, best of three, in seconds of the processor; this
program reads them a thousand times over in one run, since one time is too short to be seen beside its start. With
`--duckling` a crate that calls `duckling` is built in a folder of its own, which takes minutes. What is counted as found
differs: values with units here and at quantulum3, whatever a model of numbers, percentages, currencies or dimensions
finds at Recognizers-Text, whatever of quantities, money and times duckling finds.
"""

import json
import pathlib
import resource
import subprocess
import sys
import tempfile
import time
import warnings

warnings.filterwarnings("ignore")
ROOT = pathlib.Path(__file__).resolve().parents[2]
TEXTS = [path.read_text() for path in sorted((ROOT / "data/sample").glob("*.txt"))]
BYTES = sum(len(text.encode()) for text in TEXTS)
TIMES = 1000
given = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
PROGRAM = given[0] if given else str(ROOT / "target/release/bilateral")

DUCKLING = """
use duckling::{parse, Context, DimensionKind, Lang, Locale, Options};

fn main() {
    let texts: Vec<String> = std::env::args().skip(1).map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let kinds = [
        DimensionKind::Numeral,
        DimensionKind::Quantity,
        DimensionKind::AmountOfMoney,
        DimensionKind::Volume,
        DimensionKind::Distance,
        DimensionKind::Time,
    ];
    let (locale, context, options) = (Locale::new(Lang::EN, None), Context::default(), Options::default());
    let found: usize = texts.iter().map(|text| parse(text, &locale, &kinds, &context, &options).len()).sum();
    println!("{found}");
}
"""


def spent(command, **options):
    """The seconds of the processor that a command takes, and what it prints."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, check=True, capture_output=True, text=True, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def tell(name, seconds, size, found):
    rate = size / 1e6 / seconds
    print(f"{name:<32} {size / 1e3:>9.1f} kB {seconds:>8.3f} s {rate:>9.4f} MB/s {found:>7} found", flush=True)


def ours():
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "texts.jsonl"
        with file.open("w") as lines:
            for time_, (place, text) in ((n, one) for n in range(TIMES) for one in enumerate(TEXTS)):
                lines.write(json.dumps({"id": f"{place}-{time_}", "published": "2023-09-25", "text": text}) + "\n")
        for command in ("extract", "quantities"):
            runs = [spent([PROGRAM, command, str(file), "--threads", "1", "--quiet"]) for _ in range(3)]
            seconds, out = min(runs, key=lambda run: run[0])
            tell(f"bilateral {command}", seconds, BYTES * TIMES, out.count("\n") // TIMES)


def best(read):
    """The least seconds of the processor of three readings of all texts, the first to warm up not counted."""
    read(TEXTS[0])
    least, found = float("inf"), 0
    for _ in range(3):
        start = time.process_time()
        found = sum(read(text) for text in TEXTS)
        least = min(least, time.process_time() - start)
    return least, found


def quantulum():
    from quantulum3 import parser

    tell("quantulum3", *with_size(best(lambda text: len(parser.parse(text)))))


def recognizers():
    import recognizers_suite as suite

    models = (suite.recognize_number, suite.recognize_percentage, suite.recognize_currency, suite.recognize_dimension)
    read = lambda text: sum(len(model(text, suite.Culture.English)) for model in models)
    tell("Recognizers-Text", *with_size(best(read)))


def duckling():
    with tempfile.TemporaryDirectory() as folder:
        crate = pathlib.Path(folder)
        (crate / "src").mkdir()
        (crate / "src/main.rs").write_text(DUCKLING)
        head = '[package]\nname = "peer"\nversion = "0.0.0"\nedition = "2021"\n\n[dependencies]\nduckling = "0.4"\n'
        (crate / "Cargo.toml").write_text(head)
        subprocess.run(["cargo", "build", "--release", "--quiet"], check=True, cwd=crate)
        files = [str(path) for path in sorted((ROOT / "data/sample").glob("*.txt"))]
        seconds, out = min((spent([str(crate / "target/release/peer"), *files]) for _ in range(3)), key=lambda run: run[0])
        tell("duckling (crate), with its start", seconds, BYTES, int(out))


def with_size(measured):
    seconds, found = measured
    return seconds, BYTES, found


print(f"{len(TEXTS)} texts, {BYTES} bytes; seconds of the processor, best of three")
ours()
peers = [quantulum, recognizers] + ([duckling] if "--duckling" in sys.argv else [])
for peer in peers:
    try:
        peer()
    except ImportError as missing:
        print(f"{peer.__name__}: not there ({missing})")
