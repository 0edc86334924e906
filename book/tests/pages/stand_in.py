# SPDX-License-Identifier: MIT
"""A Compiler Explorer that answers as it is told, and notes what it is asked."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "Origin, X-Requested-With, Content-Type, Accept",
}


@dataclass
class Answer:
    """What is answered; without `cors`, as by what stands before the server."""

    body: Any = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cors: bool = True
    seconds: float = 0.0

    def text(self) -> bytes:
        if isinstance(self.body, str):
            return self.body.encode()
        return json.dumps(self.body).encode()


@dataclass
class Asked:
    path: str
    headers: dict[str, str]
    body: Any


class StandIn(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.begin(Answer())

    def begin(self, answer: Answer) -> None:
        """What is to be answered from now on; what was asked is forgotten."""
        self.answer = answer
        self.asked: list[Asked] = []
        self.touched = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: StandIn

    def do_OPTIONS(self) -> None:
        self.server.touched += 1
        self.reply(Answer())

    def do_GET(self) -> None:
        self.server.touched += 1
        self.reply(Answer(status=404))

    def do_POST(self) -> None:
        self.server.touched += 1
        text = self.rfile.read(int(self.headers["Content-Length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.asked.append(Asked(self.path, headers, json.loads(text)))
        time.sleep(self.server.answer.seconds)
        self.reply(self.server.answer)

    def reply(self, answer: Answer) -> None:
        text = answer.text()
        try:
            self.send_response(answer.status)
            headers = (CORS if answer.cors else {}) | answer.headers
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)
        except (BrokenPipeError, ConnectionResetError):
            pass  # The page did not wait.

    def log_message(self, format: str, *args: object) -> None:
        pass
