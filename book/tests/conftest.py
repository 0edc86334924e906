# SPDX-License-Identifier: MIT
"""What the tests are given: a small repository, and the built site."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from left_out import pytest_sessionfinish  # noqa: F401
from repository import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


@pytest.fixture(scope="session")
def build_folder() -> Path:
    """The folder with manifest.json and book/, from LOCKSMITH_BUILD."""
    folder = os.environ.get("LOCKSMITH_BUILD")
    if not folder:
        pytest.skip("set LOCKSMITH_BUILD to the folder that CMake builds in")
    return Path(folder)


@pytest.fixture(scope="session")
def site(build_folder: Path) -> Path:
    folder = build_folder / "book" / "html"
    assert (folder / "index.html").is_file(), f"{folder}: build the target book first"
    return folder
