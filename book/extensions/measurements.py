# SPDX-License-Identifier: MIT
"""Reads what Google Benchmark stored as JSON: medians, ratios, the machine."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from .manifest import BookError

NANOSECONDS = {"ns": 1.0, "us": 1e3, "ms": 1e6, "s": 1e9}


@dataclass(frozen=True)
class Row:
    """One benchmark: its median time and, if stored, how much it varies."""

    name: str
    nanoseconds: float
    variation: float | None


def read(path: Path, shown: str) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text("utf-8"))
        data["context"], data["benchmarks"]
    except (json.JSONDecodeError, KeyError, TypeError):
        raise BookError(
            f"{shown}: not Google Benchmark's JSON; run the benchmark with "
            "--benchmark_out_format=json"
        ) from None
    return data


def rows(data: dict[str, Any], measure: str, only: str, strip: str) -> list[Row]:
    """The rows whose names match `only`, in the order of the file."""
    runs: dict[str, dict[str, list[float]]] = {}
    for entry in data["benchmarks"]:
        name = entry.get("run_name", entry["name"])
        if entry.get("error_occurred") or not re.search(only, name):
            continue
        kind = entry.get("aggregate_name", "run")
        value = float(entry[measure])
        if entry.get("aggregate_unit", "time") == "time":
            value *= NANOSECONDS[entry.get("time_unit", "ns")]
        runs.setdefault(name, {}).setdefault(kind, []).append(value)
    found = []
    for name, kinds in runs.items():
        times = kinds.get("median") or kinds.get("run")
        if times:
            variation = kinds.get("cv", [None])[0]
            found.append(Row(re.sub(strip, "", name), median(times), variation))
    return found


def machine(context: dict[str, Any]) -> str:
    """The machine in one phrase; the JSON's own `cpu` and `compiler` first."""
    cores = context.get("num_cpus", "?")
    parts = [context.get("cpu") or f"{context.get('mhz_per_cpu', '?')} MHz"]
    parts.append(f"{cores} processors" if cores != 1 else "1 processor")
    parts += [str(context[key]) for key in ("os", "compiler") if key in context]
    parts += [context["distance"]] if "distance" in context else []
    day = str(context.get("date", ""))[:10]
    return ", ".join(parts) + (f"; {day}" if day else "")


def ratio(value: float) -> str:
    """Two decimals, or three of them where two would say nothing."""
    return f"{value:.3f}" if value < 0.1 else f"{value:.2f}"


def written(nanoseconds: float) -> str:
    """Three significant digits and the unit that suits them."""
    for unit, size in (("ns", 1.0), ("µs", 1e3), ("ms", 1e6), ("s", 1e9)):
        value = nanoseconds / size
        if value < 999.5 or unit == "s":
            break
    digits = 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:.{digits}f} {unit}"
