# SPDX-License-Identifier: MIT
"""Links to Compiler Explorer and headers to download, as pages offer them."""

from __future__ import annotations

import base64
import hashlib
import json

import pytest
from repository import Repository

from extensions.manifest import BookError, Manifest
from extensions.single_headers import download_part

FILE = "chapters/semaphore/steps/word.hpp"
STATE = json.dumps({"sessions": [{"source": "int a;"}]})
CODE = base64.urlsafe_b64encode(STATE.encode()).decode().rstrip("=")
URL = f"https://godbolt.org/clientstate/{CODE}"


def links(repository: Repository, data: object) -> None:
    repository.work.mkdir(parents=True, exist_ok=True)
    text = data if isinstance(data, str) else json.dumps(data)
    (repository.work / "explorer_links.json").write_text(text, "utf-8")


def test_a_listing_leads_on_through_a_page(repository: Repository) -> None:
    links(repository, {FILE: URL})
    built = repository.build()
    assert built.messages == "" and built.code == 0
    page = built.page("semaphore")
    assert page.count(f'href="explorer/{FILE}.html"') == 2
    assert "(leaves this site)" in page and CODE not in page
    for name in (f"explorer/{FILE}", f"code/{FILE}"):
        assert f'href="{URL}"' in built.page(name)
    assert 'http-equiv="refresh"' in built.page(f"explorer/{FILE}")


def test_without_links_there_is_none(repository: Repository) -> None:
    built = repository.build()
    assert built.messages == "" and "Compiler Explorer" not in built.page("semaphore")
    links(repository, {})
    assert "Compiler Explorer" not in repository.build().page("semaphore")
    assert not (built.folder / "explorer").exists()


def test_the_epub_has_none(repository: Repository) -> None:
    links(repository, {FILE: URL})
    built = repository.build("epub")
    assert built.messages == ""
    page = (built.folder / "semaphore.xhtml").read_text("utf-8")
    assert "explorer" not in page and 'class="bar"' not in page


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("{", "explorer_links.json: not JSON"),
        ([], "not what book_links writes"),
        ({FILE: "javascript:alert(1)"}, "not what book_links writes"),
        ({FILE: 3}, "not what book_links writes"),
    ],
)
def test_bad_links(repository: Repository, data: object, says: str) -> None:
    links(repository, data)
    built = repository.build("dummy")
    assert built.code != 0 and says in built.messages


def headers(repository: Repository, text: str, number: str) -> Manifest:
    manifest = Manifest(repository.manifest())
    folder = repository.work / "single_headers"
    folder.mkdir()
    (folder / "lock.hpp").write_text(text, "utf-8")
    (folder / "SHA256SUMS").write_text(f"{number}  lock.hpp\n", "utf-8")
    return manifest


def test_a_header_to_download(repository: Repository) -> None:
    number = hashlib.sha256(b"int a;\n").hexdigest()
    manifest = headers(repository, "int a;\n", number)
    part = download_part(manifest, "lock.hpp", "../")
    assert 'href="../single_headers/lock.hpp" download' in part and number in part
    assert download_part(manifest, "other.hpp", "../") == ""
    built = repository.build()
    assert (built.folder / "single_headers/lock.hpp").read_text() == "int a;\n"


def test_none_was_made(repository: Repository) -> None:
    assert download_part(Manifest(repository.manifest()), "lock.hpp", "../") == ""


def test_another_checksum(repository: Repository) -> None:
    manifest = headers(repository, "int a;\n", "0" * 64)
    with pytest.raises(BookError, match="lock.hpp has another checksum"):
        download_part(manifest, "lock.hpp", "../")


def test_a_file_that_is_gone(repository: Repository) -> None:
    manifest = headers(repository, "int a;\n", "0" * 64)
    (repository.work / "single_headers" / "lock.hpp").unlink()
    with pytest.raises(BookError, match="no file 'lock.hpp' beside it"):
        download_part(manifest, "lock.hpp", "../")
