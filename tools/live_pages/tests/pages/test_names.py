# SPDX-License-Identifier: MIT
"""What the objects of an execution are called: as in the book's own pages."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from browser import Reader
from conftest import BUILD, SOURCE, Repository
from work import open_exercise, press, said

sys.path.insert(0, str(SOURCE / "book"))

from extensions.lines import text_of  # noqa: E402
from extensions.manifest import Manifest  # noqa: E402
from extensions.memory import named  # noqa: E402
from extensions.trace import failed  # noqa: E402


def test_live_executions_have_the_names_of_built_ones(
    reader: Reader, repository: Repository
) -> None:
    with open_exercise(reader) as page:
        page.locator(".live-view").wait_for()
        with page.expect_response("**/check") as answer:
            press(page, "Check")
        said(page, "It fails.")
        shown = page.locator(".live-result table").inner_text()
        memory = page.locator(".live-result .memory")
        page.locator(".live-result").get_by_label("What went wrong").click()
        held = memory.inner_text()
        result = answer.value.json()["result"]
    manifest = Manifest(Path(BUILD, "manifest.json"))
    manifest.root = repository.root
    built = named(failed(result, "here"), partial(text_of, manifest))
    assert built.names == result["failure"]["execution"]["names"] != {}
    letters = set(built.names)
    assert "token_came_" in shown and not letters & set(shown.split())
    assert not letters & set(held.split())
