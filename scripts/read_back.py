"""Reads back what `bilateral export` writes, with the packages that others read it with: sdmx1, frictionless, jsonschema.

Usage: python scripts/read_back.py PROGRAM FOLDER
"""

import csv
import json
import subprocess
import sys
from pathlib import Path


def main(program: str, folder: Path) -> None:
    def run(*arguments: str) -> str:
        return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout

    structure, data = folder / "structure.xml", folder / "trade.csv"
    run("export", "structure", "-o", str(structure))
    run("export", "sdmx", "-o", str(data))
    run("export", "package", "-o", str(folder / "package"))
    sdmx(structure, data)
    package(folder / "package" / "datapackage.json")
    schema(json.loads(run("export", "schema")), run("extract", "--evidence"))


def sdmx(structure: Path, data: Path) -> None:
    import sdmx

    definition = sdmx.read_sdmx(structure).structure["BILATERAL"]
    message = sdmx.read_sdmx(data, structure=definition)
    read = [observation for dataset in message.data for observation in dataset.obs]
    with data.open(newline="") as file:
        written = list(csv.DictReader(file))
    assert len(read) == len(written) > 10, (len(read), len(written))
    for observation, row in zip(read, written):
        assert observation.value == row["OBS_VALUE"], (observation, row)
        for name in ("FREQ", "REF_AREA", "COUNTERPART_AREA", "INDICATOR", "UNIT_MEASURE", "TIME_PERIOD"):
            assert observation.dimension[name].value == row[name], (observation, row)
        for name in ("UNIT_MULT", "OBS_STATUS", "LOWER"):
            assert observation.attached_attribute[name].value == row[name], (observation, row)
    print(f"sdmx1 {sdmx.__version__} reads {len(read)} observations")


def package(description: Path) -> None:
    import frictionless

    report = frictionless.validate(str(description))
    assert report.valid, report.to_summary()
    rows = {task.name: task.stats["rows"] for task in report.tasks}
    assert rows["facts"] > 10 and rows["series"] > 10 and rows["findings"] > 0, rows
    print(f"frictionless {frictionless.__version__} finds the package valid: {rows}")


def schema(schema: dict, facts: str) -> None:
    import jsonschema

    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    lines = facts.splitlines()
    for line in lines:
        validator.validate(json.loads(line))
    wrong = json.loads(lines[0]) | {"kind": "guess"}
    assert not validator.is_valid(wrong)
    print(f"jsonschema finds {len(lines)} facts valid")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
