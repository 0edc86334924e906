# SPDX-License-Identifier: MIT
"""What CTest is told of a run in which a test was left out."""

from types import SimpleNamespace

import pytest
from left_out import LEFT_OUT, pytest_sessionfinish


@pytest.mark.parametrize(
    ("skipped", "before", "after"),
    # The bug: a run in which one test was left out and another failed counted as
    # left out.
    [([], 0, 0), (["one"], 0, LEFT_OUT), (["one"], 1, 1), ([], 1, 1)],
)
def test_a_failure_is_never_left_out(
    skipped: list[str], before: int, after: int
) -> None:
    reporter = SimpleNamespace(stats={"skipped": skipped})
    plugins = SimpleNamespace(get_plugin=lambda name: reporter)
    config = SimpleNamespace(pluginmanager=plugins)
    session = SimpleNamespace(config=config, exitstatus=before)
    pytest_sessionfinish(session, before)  # type: ignore[arg-type]
    assert session.exitstatus == after
