# SPDX-License-Identifier: MIT
"""Measurements: medians, ratios, the machine, and the plot of them."""

import json

import pytest
from repository import Repository

from extensions.measurements import machine, ratio, rows, written


def entry(name: str, kind: str, value: float, unit: str = "ns") -> dict[str, object]:
    share = "percentage" if kind == "cv" else "time"
    return {
        "name": f"{name}_{kind}",
        "run_name": name,
        "run_type": "aggregate",
        "aggregate_name": kind,
        "aggregate_unit": share,
        "real_time": value,
        "cpu_time": value,
        "time_unit": unit,
    }


DATA = {
    "context": {"num_cpus": 2, "cpu": "Test CPU", "date": "2026-01-02T03:04:05"},
    "benchmarks": [
        entry("pair/ours", "mean", 99),
        entry("pair/ours", "median", 10),
        entry("pair/ours", "cv", 0.02),
        entry("pair/theirs", "median", 0.25, "us"),
        entry("other/ours", "median", 1),
    ],
}
USE = """:::{benchmark} pair.json
:caption: A pair
:only: ^pair/
:strip: ^pair/
:ratio-to: ours
:::"""


def test_rows_are_medians_in_nanoseconds() -> None:
    found = rows(DATA, "real_time", "^pair/", "^pair/")
    assert [(r.name, r.nanoseconds, r.variation) for r in found] == [
        ("ours", 10, 0.02),
        ("theirs", 250, None),
    ]


def test_single_runs_give_their_median() -> None:
    runs = [
        {"name": "a", "run_name": "a", "real_time": t, "time_unit": "ns"}
        for t in (3, 1, 2)
    ]
    assert rows({"benchmarks": runs}, "real_time", "", "^$")[0].nanoseconds == 2


def test_machine() -> None:
    assert machine(DATA["context"]) == "Test CPU, 2 processors; 2026-01-02"


@pytest.mark.parametrize(
    ("value", "text"),
    [(9.612, "9.61 ns"), (24.33, "24.3 ns"), (243.2, "243 ns"), (1500, "1.50 µs")],
)
def test_written(value: float, text: str) -> None:
    assert written(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(25.0, "25.00"), (0.974, "0.97"), (0.00383, "0.004")]
)
def test_ratio(value: float, text: str) -> None:
    assert ratio(value) == text


def test_plot_and_table(repository: Repository) -> None:
    repository.write("chapters/semaphore/pair.json", json.dumps(DATA))
    repository.chapter(USE)
    built = repository.build()
    assert built.messages == ""
    page = built.page("semaphore")
    assert 'class="fill-accent"' in page and "250 ns" in page
    assert "25.00" in page and "Test CPU" in page


@pytest.mark.parametrize(
    ("text", "use", "says"),
    [
        ("{}", USE, "not Google Benchmark's JSON"),
        (json.dumps(DATA), USE.replace("^pair/\n", "^none\n", 1), "no row matches"),
        (json.dumps(DATA), USE.replace("ours", "mine"), "no row 'mine'; known are"),
        (json.dumps(DATA), USE.replace("^pair/", "("), "is no pattern"),
        (json.dumps(DATA), USE.replace("pair.json", "none.json"), "no file"),
    ],
)
def test_bad_input(repository: Repository, text: str, use: str, says: str) -> None:
    repository.write("chapters/semaphore/pair.json", text)
    repository.chapter(use)
    built = repository.build("dummy")
    assert says in built.messages and built.code != 0
