# SPDX-License-Identifier: MIT
"""Real names in messages, and what every directive of the book shares.

The sources that Sphinx reads are links in the build tree. Paths in a directive
are relative to the file behind the link, and messages name that file.
"""

from __future__ import annotations

import logging as python_logging
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from .manifest import BookError, Manifest

logger = logging.getLogger(__name__)


def manifest_of(config: Config) -> Manifest:
    """The manifest, read again only when it has changed."""
    path = Path(config.locksmith_manifest)
    return read_manifest(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=1)
def read_manifest(path: Path, changed: int) -> Manifest:
    return Manifest(path)


def real_path(env: BuildEnvironment, docname: str) -> Path:
    """The file behind the link that Sphinx reads."""
    return Path(env.doc2path(docname)).resolve()


class BookDirective(SphinxDirective):
    """A directive whose failure is one sentence with place and mend."""

    def run(self) -> list[nodes.Node]:
        try:
            return self.make()
        except BookError as problem:
            logger.error(str(problem), location=self.get_location())
            return []

    def make(self) -> list[nodes.Node]:
        raise NotImplementedError

    @property
    def manifest(self) -> Manifest:
        return manifest_of(self.config)

    def find(self, name: str, *others: Path) -> Path:
        """A file beside the document, or else under one of `others`."""
        here = real_path(self.env, self.env.docname).parent
        for folder in (here, *others):
            path = (folder / name).resolve()
            if path.is_file():
                self.env.note_dependency(str(path))
                return path
        raise BookError(
            f"no file '{name}' in {self.manifest.shown(here)}; "
            "correct the name or add the file"
        )


class RealNames(python_logging.Filter):
    """Names the file behind the link wherever a message gives a place."""

    def __init__(self, app: Sphinx) -> None:
        super().__init__()
        self.app = app
        self.staged = re.compile(re.escape(str(app.srcdir)) + r"/([^:\s]+)")

    def filter(self, record: Any) -> bool:
        location = getattr(record, "location", None)
        if isinstance(location, str):
            record.location = self.staged.sub(self._real, location)
        return True

    def _real(self, match: re.Match[str]) -> str:
        return manifest_of(self.app.config).shown(Path(match[0]))


def know_real_paths(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Lets a Markdown link find the page of the file that it leads to."""
    known = env.project._path_to_docname
    known.update({real_path(env, name): name for name in env.found_docs})


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_config_value("locksmith_manifest", "", "env", [str])
    app.connect("env-before-read-docs", know_real_paths)
    for handler in python_logging.getLogger("sphinx").handlers:
        handler.addFilter(RealNames(app))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
