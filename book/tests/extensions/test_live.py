# SPDX-License-Identifier: MIT
"""What pages are given to be worked in: programs, settings, scripts."""

from __future__ import annotations

import json
import re
from html import unescape

from repository import Built, Repository

FILE = "chapters/semaphore/steps/word.hpp"
SOURCE = 'int main() { return "</script>" == nullptr; }\n'
SETTINGS = {
    "server": "https://explorer.example",
    "compiler": "g1",
    "options": "-O2",
    "machines": [],
}


def programs(repository: Repository, runs: bool = True) -> None:
    repository.work.mkdir(parents=True, exist_ok=True)
    found = {FILE: {"source": SOURCE, "runs": runs}}
    (repository.work / "explorer_sources.json").write_text(json.dumps(found), "utf-8")
    repository.write("book/compiler_explorer.json", json.dumps(SETTINGS))


def meta(built: Built, page: str, name: str) -> str | None:
    found = re.search(
        f'<meta name="locksmith-{name}" content="([^"]*)">', built.page(page)
    )
    return unescape(found[1]) if found else None


def scripts(built: Built, page: str) -> set[str]:
    return set(re.findall(r'src="[^"]*/live_(\w+)\.js', built.page(page)))


def test_a_program_is_a_script_of_its_own(repository: Repository) -> None:
    programs(repository)
    built = repository.build()
    assert built.messages == ""
    text = (built.folder / "run" / f"{FILE}.js").read_text("utf-8")
    head = f'(globalThis.locksmithPrograms ||= {{}})["{FILE}"] = '
    assert text.startswith(head)
    assert json.loads(text.removeprefix(head).rstrip(";\n")) == SOURCE
    page = built.page("semaphore")
    assert page.count('data-program="runs"') == 2 and "int main" not in page
    told = json.loads(meta(built, "semaphore", "explorer") or "")
    assert told == {key: SETTINGS[key] for key in ("server", "compiler", "options")}


def test_a_file_without_a_main_does_not_run(repository: Repository) -> None:
    programs(repository, runs=False)
    assert repository.build().page("semaphore").count('data-program="compiles"') == 2


def test_without_programs_nothing_can_be_run(repository: Repository) -> None:
    built = repository.build()
    assert "data-program" not in built.page("semaphore")
    assert meta(built, "semaphore", "explorer") is None
    assert "listing" not in scripts(built, "semaphore")
    assert not (built.folder / "run").exists()


def test_code_of_exercises_is_worked_in_as_an_answer(repository: Repository) -> None:
    programs(repository)
    file = repository.work / "explorer_sources.json"
    text = file.read_text("utf-8")
    file.write_text(text.replace(FILE, "exercises/semaphore/timed/timed.hpp"), "utf-8")
    built = repository.build()
    assert "data-program" not in built.page("exercises/semaphore/timed")
    assert meta(built, "exercises/semaphore/timed", "exercise") == "semaphore/timed"
    assert not (built.folder / "run").exists()


def test_pages_load_what_they_use_before_a_click(repository: Repository) -> None:
    programs(repository)
    built = repository.build()
    assert scripts(built, "index") == {"server", "news"}
    assert scripts(built, "semaphore") == {"server", "news", "listing"}
    own = scripts(built, "exercises/semaphore/timed")
    assert own == {"server", "news", "exercise"}
    assert meta(built, "semaphore", "editor") is None


def test_the_editor_is_there_if_it_could_be_made(repository: Repository) -> None:
    folder = repository.work / "tools" / "live_pages" / "editor"
    folder.mkdir(parents=True)
    (folder / "live_codemirror.js").write_text("1;\n")
    built = repository.build()
    assert meta(built, "semaphore", "editor") == "live_codemirror.js"
    assert (built.folder / "_static" / "live_codemirror.js").is_file()
    assert "codemirror.js" not in re.sub("<meta[^>]*>", "", built.page("semaphore"))


def test_the_epub_has_none(repository: Repository) -> None:
    programs(repository)
    page = (repository.build("epub").folder / "semaphore.xhtml").read_text("utf-8")
    assert "data-program" not in page and "locksmith-" not in page
