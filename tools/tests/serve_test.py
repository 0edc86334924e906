# SPDX-License-Identifier: MIT
"""Tests serve.py on a site of two pages, with ports that it finds free."""

import re
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

SERVE = Path(__file__).resolve().parents[1] / "setup" / "serve.py"


def start(site, *options):
    command = [sys.executable, str(SERVE), site, *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, text=True)


def address_of(server):
    said = ""
    for line in server.stdout:
        said += line
        if found := re.search(r"http://127\.0\.0\.1:\d+", line):
            return found[0], said
    raise AssertionError(said)


def fetch(address):
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.read().decode()


def stop(server):
    server.send_signal(signal.SIGINT)
    said, _ = server.communicate(timeout=10)
    assert server.returncode == 0, said
    assert "Traceback" not in said, said


def main():
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with tempfile.TemporaryDirectory() as site, socket.socket() as held:
        Path(site, "index.html").write_text("the first page")
        Path(site, "404.html").write_text("not here")

        # Two at once: the second finds another port and says that it had to.
        first = start(site)
        address, _ = address_of(first)
        second = start(site)
        other, said = address_of(second)
        assert other != address
        assert "is taken" in said, said
        for place in address, other:
            assert fetch(place) == (200, "the first page")
            assert fetch(f"{place}/no/such/page") == (404, "not here")
            assert fetch(f"{place}/../../etc/passwd")[0] == 404
        stop(first)
        stop(second)

        # A port that was asked for is the one, or none is.
        held.bind(("127.0.0.1", 0))
        held.listen()
        refused = start(site, "--port", str(held.getsockname()[1]))
        said, _ = refused.communicate(timeout=10)
        assert refused.returncode == 1, said
        assert said.count("\n") == 1 and "already in use" in said, said


if __name__ == "__main__":
    main()
