# SPDX-License-Identifier: MIT
"""Serves the built website on this machine alone: serve.py FOLDER [--port N]."""

import argparse
import errno
import functools
import http.server
import signal
import sys
from http import HTTPStatus
from pathlib import Path

USUAL = 8000


class Pages(http.server.SimpleHTTPRequestHandler):
    """The files of the site, its own page for those that are not there."""

    protocol_version = "HTTP/1.1"

    def end_headers(self):
        # A page that was built again is to be seen at once.
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code, message=None, explain=None):
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        return None

    def log_message(self, *_):
        pass


def listen(folder, port):
    pages = functools.partial(Pages, directory=folder)
    return http.server.ThreadingHTTPServer(("127.0.0.1", port), pages)


def server(folder, port):
    if port:
        return listen(folder, port)
    for port in range(USUAL, USUAL + 100):
        try:
            return listen(folder, port)
        except OSError as problem:
            if problem.errno != errno.EADDRINUSE:
                raise
            print(f"Port {port} is taken.")
    return listen(folder, 0)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--port", type=int)
    arguments = parser.parse_args()
    try:
        pages = server(arguments.folder, arguments.port)
    except OSError as problem:
        sys.exit(f"Cannot serve on port {arguments.port or USUAL}: {problem.strerror}.")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    address = f"http://127.0.0.1:{pages.server_port}"
    print(f"The book is at {address} (Ctrl-C stops serving it).", flush=True)
    try:
        pages.serve_forever()
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    main()
