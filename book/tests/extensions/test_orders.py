# SPDX-License-Identifier: MIT
"""Order tables: each order, its partner, and what breaks without it."""

from __future__ import annotations

from typing import Any

import pytest
from found import FILE, audit, failure, load, store, weaker
from repository import STEP, Repository

from extensions.audit import comment, partners, sites_of
from extensions.execution import ABSENT
from extensions.long_executions import LONG
from extensions.trace import function_name

USE = ":::{orders} steps/word.hpp\n:::"
CODE = STEP.replace("count += 1;", "count.store(1, std::memory_order_release);")
FOUND = audit("release", 10, [weaker()])


def prepare(repository: Repository, data: object, code: str = CODE) -> None:
    repository.found("orders/word", data)
    repository.write(FILE, code)
    repository.chapter(USE)


def test_a_row_for_each_order(repository: Repository) -> None:
    prepare(repository, FOUND)
    built = repository.build()
    assert built.messages == "" and built.code == 0
    page = built.page("semaphore")
    assert '<tr id="order-word-L10">' in page
    assert "<code>give</code></a>, store" in page
    assert "deadlock: no thread can go on" in page
    assert "The execution, with relaxed there" in page
    assert ">weakened</span>" in page


def test_a_long_execution_has_a_page_of_its_own(repository: Repository) -> None:
    steps = [store(0, f"L{n}", n, 1) for n in range(LONG + 1)]
    broken = weaker() | {"failure": failure(steps)}
    prepare(repository, audit("release", 10, [broken]))
    built = repository.build()
    assert built.messages == "" and built.code == 0
    name = "executions/semaphore/order-word-L10"
    assert f'<a href="{name}.html">The execution, with relaxed there</a>' in (
        built.page("semaphore")
    )
    page = built.page(name)
    assert page.count('data-thread="') == LONG + 1
    assert '<a href="../../semaphore.html#order-word-L10">' in page
    assert 'href="../../code/chapters/semaphore/steps/word.hpp.html#L' in page


def test_the_order_in_the_listing_leads_to_its_row(repository: Repository) -> None:
    prepare(repository, FOUND)
    page = repository.build().page("semaphore")
    link = '<a class="order" href="#order-word-L10">std::memory_order_release</a>'
    assert page.count(link) == 2  # two listings show the line
    assert "[give]" not in page


def test_partners_come_from_the_execution() -> None:
    found = failure([store(0, "A", 1, 1), load(1, "A", 1, reads_from=0)])
    steps = found["execution"]["steps"]
    steps[1] |= {"order": "acquire"}
    steps[1]["stack"] = [{"file": FILE, "line": 4, "function": "word::take()"}]
    steps[1]["place"] = steps[1]["stack"][0]
    data = audit("release", 10, [weaker() | {"failure": found}])
    (site,) = sites_of(data, FILE, "test")
    assert [(p.function, p.order) for p in partners(site)] == [("take", "acquire")]


def test_partners_of_which_only_a_comment_tells() -> None:
    text = "// Release pairs with the acquire\n// of whoever comes.\nstore();\n"
    assert comment(text, 3) == "the acquire of whoever comes"


@pytest.mark.parametrize(
    ("signature", "name"),
    [
        ("a::lock<int, b<c>>::unlock(int) const", "unlock"),
        ("void f<g(int)>()", "f"),
        ("", ""),
    ],
)
def test_function_names(signature: str, name: str) -> None:
    assert function_name(signature) == name


def test_without_a_checker_the_page_says_so(repository: Repository) -> None:
    repository.chapter(USE)
    built = repository.build()
    assert built.messages == "" and ABSENT in built.page("semaphore")


def test_epub_has_the_execution_unfolded(repository: Repository) -> None:
    prepare(repository, FOUND)
    built = repository.build("epub")
    page = (built.folder / "semaphore.xhtml").read_text("utf-8")
    assert built.messages == "" and "<details" not in page
    assert "order-word-L10-steps-1" in page


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (FOUND, CODE.replace("release);", "seq_cst);"), "reaches this seq_cst"),
        (audit("release", 10, [weaker(False)]), CODE, "release is not needed"),
        (FOUND | {"ok": False}, CODE, "the header fails as it is written"),
        ({"ok": True}, CODE, "not what the checker writes"),
        ("nonsense", CODE, "not JSON"),
    ],
)
def test_bad_input(repository: Repository, data: Any, code: str, says: str) -> None:
    prepare(repository, data, code)
    built = repository.build("dummy")
    assert built.code != 0 and says in built.messages


def test_a_header_that_nobody_audited(repository: Repository) -> None:
    repository.found("orders/other", FOUND)
    repository.chapter(USE)
    assert "no execution 'orders/word'" in repository.build("dummy").messages


def test_outcomes(repository: Repository) -> None:
    repository.found("both", {"outcomes": {"0 and 1": 2, "1 and 1": 3}})
    repository.chapter(":::{outcomes} both\n:::")
    page = repository.build().page("semaphore")
    assert "<p>0 and 1</p>" in page and "<p>3</p>" in page


def test_no_outcomes(repository: Repository) -> None:
    repository.found("both", {"outcomes": {}})
    repository.chapter(":::{outcomes} both\n:::")
    assert "nothing was observed" in repository.build("dummy").messages
