# SPDX-License-Identifier: MIT
"""A server with one exercise, and a reader with a browser.

The repository is a small one: its exercise is the book's, and its build takes the
checks that are built already, of the starting file and of the solution.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SOURCE = Path(os.environ["LOCKSMITH_SOURCE"])
BUILD = Path(os.environ["LOCKSMITH_BUILD"])
sys.path.insert(0, str(SOURCE / "book" / "tests"))

from browser import Reader, launch  # noqa: E402
from left_out import pytest_sessionfinish  # noqa: E402, F401

EXERCISE = "semaphore/wake_enough"
CMAKE = """#!/bin/sh
# cmake --build FOLDER --target answer_semaphore_wake_enough
answer=$(dirname "$2")/answers/semaphore/wake_enough/wake_enough.hpp
if grep -q oops "$answer"; then
  echo "$answer:3:1: error: 'oops' does not name a type"
  echo "    3 | oops"
  echo "      | ^~~~"
  echo "$answer:5:2: warning: not an error"
  echo "$answer:8:7: error: expected ';' before '}'"
  echo "/usr/include/c++/12/atomic: In instantiation of 'class std::atomic<T>':"
  echo "$answer:11:3:   required from here"
  echo "/usr/include/c++/12/atomic:196:21: error: static assertion failed"
  exit 1
fi
which=start
if grep -q notify_all "$answer"; then which=solution; fi
cp "$(dirname "$0")/$which" "$2/$4"
"""


class Repository:
    """A repository with one exercise."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.build = root / "build"
        (root / "bin").mkdir()
        self.build.mkdir()
        # Copies: the repository may lie in a folder of temporary files, and in the
        # sandbox no other of those is to be seen.
        for kind in ("exercises", "solutions", "chapters"):
            shutil.copytree(SOURCE / kind / "semaphore", root / kind / "semaphore")
        real = json.loads((BUILD / "manifest.json").read_text("utf-8"))
        real["source_dir"] = str(root)
        real["exercises"] = [
            each | {"answer_program": each["answer_target"]}
            for each in real["exercises"]
            if f"{each['chapter']}/{each['name']}" == EXERCISE
        ]
        (self.build / "manifest.json").write_text(json.dumps(real), "utf-8")
        for which in ("start", "solution"):
            program = f"exercise_semaphore_wake_enough_{which}"
            shutil.copy(BUILD / "exercises" / program, root / "bin" / which)
        cmake = root / "bin" / "cmake"
        cmake.write_text(CMAKE, "utf-8")
        cmake.chmod(cmake.stat().st_mode | stat.S_IXUSR)

    @property
    def path(self) -> str:
        """Where its own cmake comes first."""
        return f"{self.root / 'bin'}:{os.environ['PATH']}"

    def locksmith(self, *words: str) -> str:
        """What the command line says here."""
        here = {
            "PATH": self.path,
            "LOCKSMITH_ROOT": str(self.root),
            "LOCKSMITH_BUILD": str(self.build),
        }
        done = subprocess.run(
            [os.environ["LOCKSMITH_PROGRAM"], *words],
            env=os.environ | here,
            capture_output=True,
            text=True,
            timeout=60,
        )
        return done.stdout + done.stderr

    @property
    def progress(self) -> str:
        return (self.root / "answers" / "progress.txt").read_text("utf-8")

    @property
    def answer(self) -> Path:
        return self.root / "answers" / EXERCISE / "wake_enough.hpp"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


@contextmanager
def serving(site: Path, repository: Repository) -> Iterator[Reader]:
    """The site, served, and a browser."""
    server = subprocess.Popen(
        [os.environ["LIVE_PAGES"], str(site), str(repository.build)],
        env=os.environ | {"PATH": repository.path},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout is not None
        for line in server.stdout:
            if found := re.search(r"http://127\.0\.0\.1:\d+", line):
                break
        else:
            raise AssertionError("the server has not started")
        with launch(found[0]) as reader:
            yield reader
    finally:
        server.terminate()
        assert server.wait(timeout=10) == 0


@pytest.fixture
def site() -> Path:
    return BUILD / "book" / "html"


@pytest.fixture
def reader(site: Path, repository: Repository) -> Iterator[Reader]:
    with serving(site, repository) as reader:
        yield reader
