"""An SMTP server with a script: at a step of the dialogue it answers otherwise, hangs up or falls silent."""

import socket
import socketserver
import threading
from typing import Final, Self

HANG_UP: Final = "hang up"
LATE: Final = "late: "  # before an answer: it comes after a second
SILENCE: Final = "silence"

GOOD: Final = {
    "greeting": "220 mx.acme.example",
    "ehlo": "250-mx.acme.example\r\n250-SIZE 50000000\r\n250 8BITMIME",
    "mail": "250 2.1.0 OK",
    "rcpt": "250 2.1.5 OK",
    "data": "354 go on",
    "body": "",  # after the first bytes of the letter, before its dot
    "dot": "250 2.0.0 queued as 4711",
    "rset": "250 2.0.0 OK",
    "quit": "221 2.0.0 bye",
}


class FakeSmtp(socketserver.ThreadingTCPServer):
    """On a free port of 127.0.0.1, without TLS or AUTH."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, script: dict[str, str]) -> None:
        super().__init__(("127.0.0.1", 0), Dialogue)
        self.port = int(self.server_address[1])
        self.script = script
        self.letters: list[bytes] = []  # what was taken with 250
        self.steps: list[str] = []
        self.lines: list[str] = []
        self.connections: list[socket.socket] = []
        self.connection_count = 0
        self.over = threading.Event()

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.shutdown()
        self.server_close()

    def hang_up(self) -> None:
        """Ends every connection without a word."""
        while self.connections:
            self.connections.pop().shutdown(socket.SHUT_RDWR)


class Dialogue(socketserver.StreamRequestHandler):
    """One connection: each step is answered from the script, where it has the step, else well."""

    server: FakeSmtp
    disable_nagle_algorithm = True

    def handle(self) -> None:
        self.server.connections.append(self.request)
        self.server.connection_count += 1
        if not self.answered("greeting"):
            return
        while line := self.rfile.readline().decode():
            self.server.lines.append(line.rstrip("\r\n"))
            step = line[:4].strip().lower()
            if not self.answered(step) or step == "quit":
                return
            if step == "data" and self.reply("data").startswith("354") and not self.took_letter():
                return

    def took_letter(self) -> bool:
        line = self.rfile.readline()
        if not self.answered("body"):
            return False
        letter = bytearray()
        while line != b".\r\n":
            if not line:
                return False
            letter += line.removeprefix(b".")
            line = self.rfile.readline()
        if self.reply("dot").startswith("250"):
            self.server.letters.append(bytes(letter))
        return self.answered("dot")

    def reply(self, step: str) -> str:
        return self.server.script.get(step, GOOD[step])

    def answered(self, step: str) -> bool:
        self.server.steps.append(step)
        reply = self.reply(step)
        if reply == HANG_UP:
            return False
        if reply == SILENCE:
            self.server.over.wait()
            return False
        if reply.startswith(LATE):
            self.server.over.wait(1.0)
            reply = reply.removeprefix(LATE)
        if reply:
            self.wfile.write(reply.encode() + b"\r\n")
        return not reply.startswith("421")
