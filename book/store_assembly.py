#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Stores the assembly that the book shows, made by the system's cross compilers.

    store_assembly.py ROOT

For each chapters/CHAPTER/assembly/NAME.cpp it writes NAME.json beside it: every
`extern "C"` function of the file, on every machine, and which instructions are
there for the sake of an order (with relaxed in its place they are not).
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
import shutil
import subprocess
import sys
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

OPTIONS = "-std=c++20 -O2"
# What only the compiler's other parts need.
PLAIN = "-S -o - -x c++ -fpreprocessed -fno-asynchronous-unwind-tables"
# Machine, compiler, its options, its package.
MACHINES = (
    ("x86-64", "x86_64-linux-gnu-g++", "-masm=intel -fcf-protection=none", "g++"),
    ("AArch64", "aarch64-linux-gnu-g++", "-march=armv8.1-a", "g++-aarch64-linux-gnu"),
    ("RISC-V", "riscv64-linux-gnu-g++", "-march=rv64gc", "g++-riscv64-linux-gnu"),
    ("POWER", "powerpc64le-linux-gnu-g++", "-mregnames", "g++-powerpc64le-linux-gnu"),
)
FUNCTION = re.compile(r'^extern "C" [^(;{]*?\b(\w+)\(', re.M)
ORDER = re.compile(r"\bstd\s*::\s*memory_order_(?:acquire|release|acq_rel|seq_cst)\b")
LABEL = re.compile(r"^\.L\w+:$")
# Labels of the unwinder and of the linker, and the register of the table of
# contents on POWER: not the function's own.
NOISE = re.compile(r"^(?:\.(?:LF|LCF)\w*:|(?:0:\s*)?(?:addis 2,12|addi 2,2),)")


class StoreError(Exception):
    """One sentence: what is wrong and what to do."""


def run(command: list[str], text: str = "") -> str:
    done = subprocess.run(command, input=text, capture_output=True, text=True)
    if done.returncode != 0:
        raise StoreError(f"{command[0]} failed:\n{done.stderr}")
    return done.stdout


def functions(assembly: str, names: list[str]) -> dict[str, list[str]]:
    """Each function's instructions and the labels that it jumps to."""
    found: dict[str, list[str]] = {}
    name = ""
    for raw in assembly.splitlines():
        line = " ".join(raw.split())
        if line.rstrip(":") in names and line.endswith(":"):
            name = line[:-1]
            found[name] = []
        elif line.startswith(".size"):
            name = ""
        elif name and not NOISE.match(line) and (LABEL.match(line) or is_code(line)):
            found[name] += [part.strip() for part in line.split(";")]
    missing = [each for each in names if not found.get(each)]
    if missing:
        raise StoreError(f"no code was found for {', '.join(missing)}")
    return {each: renamed(found[each]) for each in names}


def is_code(line: str) -> bool:
    return bool(line) and not line.startswith((".", "#", "//"))


def renamed(lines: list[str]) -> list[str]:
    """The labels counted from 1 in each function, so that two can be compared."""
    own = [line[:-1] for line in lines if LABEL.match(line)]
    for number, label in enumerate(own, start=1):
        there = re.compile(re.escape(label) + r"\b")
        # Not yet .L1, which may be another's name still to come.
        lines = [there.sub(f"\0{number}", line) for line in lines]
    return [line.replace("\0", ".L") for line in lines]


def marked(lines: list[str], relaxed: list[str]) -> list[int]:
    """The lines that are not there when all orders are relaxed."""
    matcher = SequenceMatcher(None, relaxed, lines, autojunk=False)
    changes = (op for op in matcher.get_opcodes() if op[0] in ("insert", "replace"))
    return [line for _, _, _, first, last in changes for line in range(first, last)]


def compiled(source: Path, root: Path, machine: tuple[str, ...]) -> dict[str, Any]:
    """What one compiler makes of the file."""
    name, compiler, own, package = machine
    if shutil.which(compiler) is None:
        raise StoreError(f"{compiler} is missing: apt install {package}")
    folders = [source.parents[1], root / "code", *root.glob("chapters/*/")]
    places = [part for folder in folders for part in ("-I", str(folder))]
    options = [*OPTIONS.split(), *own.split()]
    whole = run([compiler, *options, *places, "-E", str(source)])
    names = FUNCTION.findall(source.read_text("utf-8"))
    if not names:
        raise StoreError(f'{source.name}: no function begins with extern "C"')

    def made(text: str) -> dict[str, list[str]]:
        command = [compiler, *options, *PLAIN.split(), "-"]
        return functions(run(command, text), names)

    code, relaxed = made(whole), made(ORDER.sub("std::memory_order_relaxed", whole))
    version = run([compiler, "-dumpfullversion"]).strip()
    return {
        "machine": name,
        "compiler": f"g++ {version}",
        "options": own,
        "functions": {
            each: {"lines": lines, "ordered": marked(lines, relaxed[each])}
            for each, lines in code.items()
        },
    }


def stored(source: Path, root: Path) -> dict[str, Any]:
    """All machines, with today's date unless nothing has changed."""
    new: dict[str, Any] = {
        "source": source.relative_to(root).as_posix(),
        "options": OPTIONS,
        "date": datetime.date.today().isoformat(),
        "machines": [compiled(source, root, machine) for machine in MACHINES],
    }
    path = source.with_suffix(".json")
    if path.is_file():
        old = json.loads(path.read_text("utf-8"))
        if old | {"date": ""} == new | {"date": ""}:
            return dict(old)
    return new


def main() -> int:
    parser = argparse.ArgumentParser(description="Stores assembly for the book.")
    parser.add_argument("root", type=Path)
    root = parser.parse_args().root.resolve()
    try:
        for source in sorted(root.glob("chapters/*/assembly/*.cpp")):
            text = json.dumps(stored(source, root), indent=1, ensure_ascii=False)
            source.with_suffix(".json").write_text(text + "\n", "utf-8")
            print(source.with_suffix(".json").relative_to(root))
    except StoreError as problem:
        print(f"store_assembly: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
