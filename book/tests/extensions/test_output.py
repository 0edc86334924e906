# SPDX-License-Identifier: MIT
"""Output comes from a file beside the document or in the build's folder."""

from repository import Repository


def test_output_from_the_build(repository: Repository) -> None:
    repository.work.mkdir()
    (repository.work / "pairs.txt").write_text("9.6 ns\n")
    repository.chapter(":::{output} pairs.txt\n:command: ./pairs\n:::")
    built = repository.build()
    assert built.messages == ""
    assert "$ ./pairs\n9.6 ns" in built.page("semaphore")


def test_missing_output(repository: Repository) -> None:
    repository.chapter(":::{output} none.txt\n:::")
    built = repository.build("dummy")
    assert "chapter.md:15: ERROR: no file 'none.txt'" in built.messages
    assert built.code != 0


def test_empty_output(repository: Repository) -> None:
    repository.write("chapters/semaphore/empty.txt", "")
    repository.chapter(":::{output} empty.txt\n:::")
    assert "is empty; run the program again" in repository.build("dummy").messages
