# SPDX-License-Identifier: MIT
"""Stored assembly: how it is cut and compared, shown, and complained of."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import store_assembly
from repository import BOOK, Repository

FOLDER = "chapters/semaphore/assembly"
USE = ":::{assembly} assembly/word.json\n:caption: Giving\n:::"

OUTPUT = """\t.file "word.cpp"
\t.globl\tgive
give:
.LFB12:
\tlock xadd\tDWORD PTR [rdi], eax
\tje\t.L7
\tmr 1,2; blr
.L7:
\tjmp\tsyscall@PLT
\t.size\tgive, .-give
other:
\tret
"""


def stored(**more: Any) -> dict[str, Any]:
    def machine(name: str, lines: list[str], ordered: list[int]) -> dict[str, Any]:
        code = {"lines": lines, "ordered": ordered}
        return {
            "machine": name,
            "compiler": "g++ 12.2.0",
            "options": "-mlittle",
            "functions": {"give": code, "take": code},
        }

    return {
        "source": f"{FOLDER}/word.cpp",
        "options": "-O2",
        "date": "2026-11-04",
        "machines": [
            machine("AArch64", ["ldaddl w3, w0, [x0]", "beq .L1", ".L1:"], [0]),
            machine("POWER", ["lwsync", "a < b"], []),
        ],
    } | more


def chapter(repository: Repository, data: object, use: str = USE) -> None:
    text = data if isinstance(data, str) else json.dumps(data)
    repository.write(f"{FOLDER}/word.json", text)
    repository.write(f"{FOLDER}/word.cpp", "int give();\n")
    repository.chapter(use)


def test_a_functions_instructions() -> None:
    found = store_assembly.functions(OUTPUT, ["give"])
    assert found["give"] == [
        "lock xadd DWORD PTR [rdi], eax",
        "je .L1",
        "mr 1,2",
        "blr",
        ".L1:",
        "jmp syscall@PLT",
    ]


def test_a_function_that_is_not_there() -> None:
    with pytest.raises(store_assembly.StoreError, match="no code was found for take"):
        store_assembly.functions(OUTPUT, ["take"])


def test_what_an_order_adds_is_marked() -> None:
    relaxed = ["mv a", "amoadd", "ret"]
    assert store_assembly.marked(["mv a", "fence", "amoadd", "ret"], relaxed) == [1]
    assert store_assembly.marked(["mv a", "amoaddl", "ret"], relaxed) == [1]
    assert store_assembly.marked(relaxed, relaxed) == []


def test_machines_side_by_side(repository: Repository) -> None:
    chapter(repository, stored())
    built = repository.build()
    assert built.messages == "" and built.code == 0
    page = built.page("semaphore")
    assert "<mark>  ldaddl w3, w0, [x0]</mark>\n  beq .L1\n.L1:</pre>" in page
    assert 'aria-label="give on POWER"' in page and "a &lt; b" in page
    assert "g++ 12.2.0" in page and "4 November 2026" in page and "-mlittle" in page
    assert page.count("<details open>") == 1
    assert f'href="code/{FOLDER}/word.cpp.html"' in page


def test_some_functions_alone(repository: Repository) -> None:
    use = USE.replace("\n:::", "\n:functions: take\n:::")
    chapter(repository, stored(), use)
    page = repository.build().page("semaphore")
    assert "take on POWER" in page and "give on POWER" not in page


def test_the_epub_has_no_folds(repository: Repository) -> None:
    chapter(repository, stored())
    built = repository.build("epub")
    assert built.messages == ""
    page = (built.folder / "semaphore.xhtml").read_text("utf-8")
    assert "<mark>  ldaddl" in page and "<details" not in page and "<br>" not in page


@pytest.mark.parametrize(
    ("data", "use", "says"),
    [
        ("{", USE, "word.json: not JSON"),
        ("[]", USE, "not what store_assembly.py writes"),
        (stored(machines=[]), USE, "build the target book_assembly"),
        (stored(date="today"), USE, "not what store_assembly.py writes"),
        (stored(options=1), USE, "not what store_assembly.py writes"),
        (stored(), USE.replace("word", "none"), "no file 'assembly/none.json'"),
        (
            stored(),
            USE.replace("\n:::", "\n:functions: lose\n:::"),
            "no function 'lose'; known are: give, take",
        ),
    ],
)
def test_bad_input(repository: Repository, data: object, use: str, says: str) -> None:
    chapter(repository, data, use)
    built = repository.build("dummy")
    assert built.code != 0
    assert built.messages.startswith("chapters/semaphore/chapter.md:")
    assert says in built.messages


def test_a_missing_compiler_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    source = tmp_path / "chapters/c/assembly/word.cpp"
    with pytest.raises(store_assembly.StoreError, match="apt install g"):
        store_assembly.compiled(source, tmp_path, store_assembly.MACHINES[1])


SOURCES = sorted(BOOK.parent.glob("chapters/*/assembly/*.cpp"))


@pytest.mark.parametrize("machine", store_assembly.MACHINES, ids=lambda m: m[0])
@pytest.mark.parametrize("source", SOURCES, ids=lambda s: s.stem)
def test_what_is_stored_is_what_the_compiler_makes(
    source: Path, machine: tuple[str, ...]
) -> None:
    if shutil.which(machine[1]) is None:
        pytest.skip(f"{machine[3]} is not installed; the stored assembly")
    data = json.loads(source.with_suffix(".json").read_text("utf-8"))
    old = next(m for m in data["machines"] if m["machine"] == machine[0])
    new = store_assembly.compiled(source, BOOK.parent, machine)
    if new["compiler"] != old["compiler"]:
        pytest.skip(f"{old['compiler']} for {machine[0]} is not installed; the code")
    assert new == old
