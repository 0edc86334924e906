# SPDX-License-Identifier: MIT
"""Figures: in the theme's colours, unique in their ids, and said in words."""

import pytest
from repository import Repository

from extensions import svg
from extensions.manifest import BookError

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">'
GOOD = (
    f'{HEAD}<marker id="tip"><path class="arrow" d="M0 0"/></marker>'
    '<path class="ink" d="M0 0" marker-end="url(#tip)"/></svg>'
)
USE = ":::{diagram} figures/a.svg\n:alt: An arrow\n\nIt points *right*.\n:::\n"


def test_inline_in_html(repository: Repository) -> None:
    repository.write("chapters/semaphore/figures/a.svg", GOOD)
    repository.chapter(USE + "\n" + USE)
    page = repository.build().page("semaphore")
    assert 'id="figure-1-tip"' in page and "url(#figure-1-tip)" in page
    assert 'id="figure-2-tip"' in page
    assert 'role="img" aria-label="An arrow"' in page
    assert "It points <em>right</em>." in page


def test_image_with_colours_in_epub(repository: Repository) -> None:
    repository.write("chapters/semaphore/figures/a.svg", GOOD)
    repository.chapter(USE)
    folder = repository.build("epub").folder
    page = (folder / "semaphore.xhtml").read_text("utf-8")
    assert "<svg" not in page and 'alt="An arrow"' in page
    image = next((folder / "_images").glob("a-*.svg")).read_text("utf-8")
    assert "#1f2428" in image and "var(" not in image


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ('<path d="M0 0" stroke="#f00"/>', "a fixed colour"),
        ('<path d="M0 0" style="fill:red"/>', "not allowed"),
        ('<path d="M0 0" onclick="x()"/>', "not allowed"),
        ("<script>x()</script>", "<script> is not allowed"),
        ("<style>path{}</style>", "<style> is not allowed"),
        ('<image href="a.png"/>', "<image> is not allowed"),
        ('<use href="other.svg#a"/>', "leads out of the file"),
        ('<path d="M0 0" marker-end="url(http://x/#a)"/>', "leads out of the file"),
        ('<path d="M0 0" class="inc"/>', "no class 'inc' in diagram.css"),
        ("<path", "not XML"),
    ],
)
def test_bad_figures(body: str, says: str) -> None:
    with pytest.raises(BookError) as caught:
        svg.load(f"{HEAD}{body}</svg>", "figures/a.svg")
    assert says in str(caught.value)
    assert str(caught.value).startswith("figures/a.svg:")


def test_paint_may_be_none_or_the_text_colour() -> None:
    svg.load(f'{HEAD}<path d="M0 0" fill="none" stroke="currentColor"/></svg>', "a")


@pytest.mark.parametrize(
    ("use", "says"),
    [
        (USE.replace(":alt: An arrow\n", ""), "needs :alt:"),
        (USE.replace("It points *right*.\n", ""), "has no text twin"),
        (USE.replace("a.svg", "b.svg"), "no file 'figures/b.svg'"),
    ],
)
def test_bad_uses(repository: Repository, use: str, says: str) -> None:
    repository.write("chapters/semaphore/figures/a.svg", GOOD)
    repository.chapter(use)
    built = repository.build("dummy")
    assert says in built.messages and built.code != 0
    assert "chapters/semaphore/chapter.md:15" in built.messages
