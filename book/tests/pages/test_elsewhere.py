# SPDX-License-Identifier: MIT
"""Programs that run at another site, which the reader has to agree to first.

The site is the built one, but that its Compiler Explorer is one of these tests.
"""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import Page, Reader, launch
from conftest import served
from repository import BOOK
from stand_in import Answer, StandIn

SETTINGS = json.loads((BOOK / "compiler_explorer.json").read_text("utf-8"))
RAN = {
    "code": 0,
    "didExecute": True,
    "timedOut": False,
    "stdout": [{"text": "\x1b[1mhello\x1b[0m"}],
    "stderr": [],
    "buildResult": {"code": 0, "stderr": []},
}
WARNED = [
    {
        "text": "\x1b[1m<source>:3:7: \x1b[35mwarning: \x1b[0munused variable 'x'",
        "tag": {
            "file": "example.cpp",
            "line": 3,
            "column": 7,
            "severity": 2,
            "text": "unused variable 'x'",
        },
    },
    {"text": "    3 |   int x;"},
    {"text": "<source>:4:1: warning: and one without a tag"},
    {"text": "other.hpp:5:1: warning: not of this program"},
]
HTML = "<!DOCTYPE html><title>Error 503</title><h1>Oh</h1><p>Whoops, try later.</p>"


@pytest.fixture(scope="module")
def standing_in() -> Iterator[StandIn]:
    with StandIn() as explorer:
        threading.Thread(target=explorer.serve_forever, daemon=True).start()
        yield explorer
        explorer.shutdown()


@pytest.fixture
def explorer(standing_in: StandIn) -> StandIn:
    standing_in.begin(Answer(RAN))
    return standing_in


@pytest.fixture(scope="module")
def copy(
    site: Path, standing_in: StandIn, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    if not (site / "run").is_dir():
        pytest.skip("the client for Compiler Explorer is not installed; the links")
    folder = tmp_path_factory.mktemp("copy") / "site"
    shutil.copytree(site, folder)
    file = folder / "semaphore.html"
    text = file.read_text("utf-8")
    old = f"{SETTINGS['server']}&quot;"
    assert text.count(old) == 1
    file.write_text(text.replace(old, f"{standing_in.address}&quot;"), "utf-8")
    return folder


@pytest.fixture(scope="module")
def reader(copy: Path) -> Iterator[Reader]:
    with served(copy) as address, launch(address) as reader:
        yield reader


@pytest.fixture
def page(reader: Reader, explorer: StandIn) -> Iterator[Page]:
    with reader.open("semaphore.html") as page:
        yield page


def listing(page: Page) -> Any:
    return page.locator("figure.listing[data-program=runs]").first


def run(page: Page) -> Any:
    figure = listing(page)
    figure.locator(".bar button", has_text="Run at 127.0.0.1").click()
    return figure


def answer(page: Page, label: str) -> None:
    page.locator("dialog").get_by_role("button", name=label).click()


def said(figure: Any, words: str) -> None:
    figure.locator(".live-said", has_text=words).wait_for(timeout=10_000)


def test_nothing_is_sent_without_consent(page: Page, explorer: StandIn) -> None:
    page.wait_for_load_state("networkidle")
    assert not any("/run/" in url for url in page.requests)
    for refuse in (
        lambda: answer(page, "No"),
        lambda: page.keyboard.press("Escape"),
        lambda: page.keyboard.press("Enter"),  # It begins at "No".
    ):
        figure = run(page)
        page.locator("dialog").wait_for()
        assert page.violations() == []
        refuse()
        said(figure, "Nothing was sent.")
    assert explorer.touched == 0
    assert all(url.startswith(page.url.rsplit("/", 1)[0]) for url in page.requests)


def test_the_whole_program_is_sent_once(
    page: Page, explorer: StandIn, site: Path
) -> None:
    figure = run(page)
    dialog = page.locator("dialog")
    assert explorer.address in dialog.inner_text()
    dialog.locator("summary").click()
    shown = dialog.locator("pre").inner_text()
    answer(page, "Send it once")
    said(figure, "It ran and returned 0.")
    assert figure.locator(".live-result pre").inner_text() == "hello"
    (asked,) = explorer.asked
    assert asked.path == f"/api/compiler/{SETTINGS['compiler']}/compile"
    assert asked.headers["accept"] == "application/json"
    assert asked.headers["content-type"] == "application/json"
    assert "cookie" not in asked.headers and "referer" not in asked.headers
    assert asked.body["source"] == shown and "int main" in shown
    assert asked.body["allowStoreCodeDebug"] is False
    assert asked.body["options"]["compilerOptions"]["executorRequest"] is True
    assert asked.body["options"]["userArguments"].startswith(SETTINGS["options"])
    # It asks again.
    run(page)
    page.locator("dialog").wait_for()
    assert len(explorer.asked) == 1


def test_always_lasts_until_it_is_taken_back(page: Page, explorer: StandIn) -> None:
    figure = run(page)
    assert not figure.locator(".live-withdrawal").is_visible()
    answer(page, "Always on this device")
    said(figure, "It ran")
    page.reload()
    figure = run(page)
    said(figure, "It ran")
    assert len(explorer.asked) == 2
    figure.get_by_role("button", name="Ask again from now on").click()
    assert not figure.locator(".live-withdrawal").is_visible()
    run(page)
    page.locator("dialog").wait_for()
    assert len(explorer.asked) == 2


def test_what_is_kept_is_for_that_site_alone(page: Page, explorer: StandIn) -> None:
    page.evaluate(
        "localStorage.setItem('locksmith-sends-programs-to', 'https://example.org')"
    )
    run(page)
    page.locator("dialog").wait_for()
    assert explorer.touched == 0


def test_warnings_lead_to_their_lines(page: Page, explorer: StandIn) -> None:
    explorer.answer = Answer(RAN | {"buildResult": {"code": 0, "stderr": WARNED}})
    figure = listing(page)
    figure.locator(".bar button", has_text="Edit").click()
    figure.locator(".cm-content, textarea").press("Control+a")
    page.keyboard.insert_text("#include <cstdio>\nint main() {\n  int x;\n}\n")
    page.keyboard.press("Control+Enter")
    answer(page, "Send it once")
    said(figure, "It ran")
    assert explorer.asked[0].body["source"].startswith("#include <cstdio>\nint main")
    places = figure.locator(".live-places li")
    assert places.all_inner_texts() == [
        "line 3: warning: unused variable 'x'",
        "line 4: warning: and one without a tag",
    ]
    places.first.get_by_role("button").click()
    page.keyboard.insert_text("!")
    text = figure.locator(".cm-content, textarea").evaluate(
        "e => e.value ?? e.innerText"
    )
    assert "!" in text.splitlines()[2]


FAILED = RAN | {"code": -1, "didExecute": False, "stdout": []}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (Answer(HTML, 503, {"Content-Type": "text/html"}), "503: Whoops, try later."),
        (Answer({"error": "broken <b>"}, 500), "answered 500: broken <b>."),
        (Answer({"error": True, "message": "Missing options"}, 400), "Missing options"),
        (Answer("Not Found", 404, {"Content-Type": "text/plain"}), "404: Not Found."),
        (Answer("", 431), "answered 431."),
        (Answer(HTML), "an answer that is not a result"),
        (Answer("[1]"), "an answer that is not a result"),
        (
            Answer(
                "slow",
                429,
                {"Retry-After": "300", "Access-Control-Expose-Headers": "*"},
            ),
            "too many requests; try again in 5 minutes.",
        ),
        (Answer("slow", 429), "too many requests; try again later."),
        (Answer("slow", 429, cors=False), "cannot be reached"),
        (
            Answer({"code": -1, "stderr": [{"text": "Compiler with ID x not found"}]}),
            "could not do it: Compiler with ID x not found.",
        ),
        (
            Answer(FAILED | {"buildResult": {"code": 1, "stderr": [{"text": "no"}]}}),
            "It does not compile.",
        ),
        (
            Answer(FAILED | {"stderr": [{"text": "No execution available"}]}),
            "It was not run: No execution available",
        ),
        (Answer(RAN | {"code": -1, "timedOut": True}), "It did not end"),
        (Answer(RAN | {"code": -1}), "It was ended by a signal"),
        (Answer(RAN | {"code": -1, "truncated": True}), "It wrote too much"),
        (Answer({"code": 0, "didExecute": True}), "It ran and returned 0"),
    ],
)
def test_what_goes_wrong_is_said(
    page: Page, explorer: StandIn, given: Answer, words: str
) -> None:
    explorer.answer = given
    figure = run(page)
    answer(page, "Send it once")
    said(figure, words)
    assert "<h1>" not in figure.inner_text() and figure.locator("b").count() == 0
    assert len(explorer.asked) == 1  # Nothing is tried again by itself.


def test_no_network(page: Page, explorer: StandIn) -> None:
    page.route(f"{explorer.address}/**", lambda route: route.abort())
    figure = run(page)
    answer(page, "Send it once")
    said(figure, "cannot be reached. Either there is no network")


def test_it_is_given_up_after_a_while(page: Page, explorer: StandIn) -> None:
    explorer.answer.seconds = 20
    page.clock.install()
    figure = run(page)
    answer(page, "Send it once")
    said(figure, "Compiling and running …")
    page.clock.fast_forward(71_000)
    said(figure, "gave no answer for 70 seconds.")


def test_it_is_stopped(page: Page, explorer: StandIn) -> None:
    explorer.answer.seconds = 20
    figure = run(page)
    answer(page, "Send it once")
    figure.locator(".live-bar button", has_text="Stop").click()
    said(figure, "Stopped.")


def test_it_runs_from_a_file(reader: Reader, copy: Path, explorer: StandIn) -> None:
    with reader.open((copy / "semaphore.html").as_uri()) as page:
        figure = run(page)
        answer(page, "Send it once")
        said(figure, "It ran and returned 0.")
        figure.locator(".bar button", has_text="Edit").click()
        figure.locator(".cm-content, textarea").wait_for()


@pytest.mark.parametrize(("width", "theme"), [(360, "dark"), (1440, "light")])
def test_the_question_fits(
    reader: Reader, explorer: StandIn, width: int, theme: str
) -> None:
    with reader.open("semaphore.html", width, theme) as page:
        figure = run(page)
        box = page.locator("dialog").bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width
        assert page.violations() == []
        answer(page, "Always on this device")
        said(figure, "It ran")
        assert page.violations() == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_buttons_under_a_listing_are_not_broken_on_a_phone(reader: Reader) -> None:
    with reader.open("semaphore.html", 360) as page:
        for each in listing(page).locator(".bar button, .bar a").all():
            box = each.bounding_box()
            assert box["height"] < 40 and box["x"] + box["width"] <= 360
