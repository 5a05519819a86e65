"""An IMAP server that behaves as some providers do; it speaks the RFC 3501 that a MailSource asks for."""

import re
import socket
import socketserver
import threading
from dataclasses import dataclass, field
from typing import Self


@dataclass(slots=True, kw_only=True)
class Quirks:
    """How a server differs from one that does everything well."""

    wants_id: bool = False  # 163.com: no SELECT before ID
    short_literals: int = 0  # so many bodies end early, and the answer is OK
    size_error: int = 0  # RFC822.SIZE is an estimate, off by so much (Exchange)
    keeps_keywords: bool = True
    is_read_only: bool = False
    is_out_of_service: bool = False  # can log in nobody now
    hangs_up_at: str = "nothing"
    refuses_what_is_gone: bool = False  # NO to FETCH until NOOP tells what was expunged (RFC 2180 4.1.2)
    capabilities: str = "MOVE UIDPLUS NAMESPACE ID"
    prefix: str = ""
    separator: str = "/"


@dataclass(slots=True)
class Stored:
    body: bytes
    flags: set[str] = field(default_factory=set)


class FakeImap(socketserver.ThreadingTCPServer):
    """One account `ar` on a free port of 127.0.0.1, without TLS."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, quirks: Quirks) -> None:
        super().__init__(("127.0.0.1", 0), Connection)
        self.quirks = quirks
        self.port = int(self.server_address[1])
        self.uidvalidity = 7
        self.uidnext = 1
        self.folders: dict[str, dict[int, Stored]] = {"INBOX": {}}
        self.subscribed: set[str] = set()
        self.commands: list[str] = []  # what clients have said
        self.connections: list[socket.socket] = []
        self.lock = threading.Lock()

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()

    def hang_up(self) -> None:
        """Ends every connection without a word."""
        while self.connections:
            self.connections.pop().shutdown(socket.SHUT_RDWR)

    def add(self, body: bytes, *, folder: str = "INBOX", flags: set[str] | None = None) -> int:
        with self.lock:
            uid, self.uidnext = self.uidnext, self.uidnext + 1
            self.folders[folder][uid] = Stored(body, set(flags or ()))
        return uid


class Connection(socketserver.StreamRequestHandler):
    server: FakeImap
    disable_nagle_algorithm = True

    def setup(self) -> None:
        super().setup()
        self.folder = ""
        self.has_id = False
        self.seen: set[int] = set()  # UIDs that this client believes to be there
        self.server.connections.append(self.request)

    def handle(self) -> None:
        self.say("* OK ready")
        while line := self.rfile.readline().decode().rstrip("\r\n"):
            tag, _, command = line.partition(" ")
            self.server.commands.append(command)
            if command.startswith(self.server.quirks.hangs_up_at):
                return
            verb, _, rest = command.partition(" ")
            if verb.upper() == "UID":
                verb, _, rest = rest.partition(" ")
            with self.server.lock:
                answer = getattr(self, f"do_{verb.lower()}", self.do_unknown)(rest)
            self.say(f"{tag} {answer}")
            if verb.upper() == "LOGOUT":
                return

    def say(self, line: str) -> None:
        self.wfile.write(line.encode() + b"\r\n")

    @property
    def messages(self) -> dict[int, Stored]:
        return self.server.folders[self.folder]

    def do_unknown(self, _rest: str) -> str:
        return "BAD unknown"

    def do_capability(self, _rest: str) -> str:
        self.say(f"* CAPABILITY IMAP4rev1 {self.server.quirks.capabilities}")
        return "OK done"

    def do_login(self, rest: str) -> str:
        if self.server.quirks.is_out_of_service:
            return "NO [UNAVAILABLE] Temporary authentication failure"
        return "OK in" if rest == 'ar "correct horse"' else "NO [AUTHENTICATIONFAILED] Login failed"

    def do_id(self, _rest: str) -> str:
        self.has_id = True
        self.say("* ID NIL")
        return "OK done"

    def do_noop(self, _rest: str) -> str:
        self.seen = set(self.messages)
        return "OK done"

    def do_logout(self, _rest: str) -> str:
        self.say("* BYE")
        return "OK done"

    def do_select(self, rest: str, *, access: str = "READ-WRITE") -> str:
        quirks = self.server.quirks
        if quirks.wants_id and not self.has_id:
            return "NO SELECT Unsafe Login. Please contact kefu@163.example for help"
        folder = rest.strip('"')
        if folder not in self.server.folders:
            return f"NO [NONEXISTENT] no {folder}"
        self.folder = folder
        self.seen = set(self.messages)
        self.say(f"* {len(self.messages)} EXISTS")
        self.say("* 0 RECENT")
        self.say("* FLAGS (\\Seen \\Deleted)")
        kept = "\\Seen \\Deleted \\*" if quirks.keeps_keywords else "\\Seen \\Deleted"
        self.say(f"* OK [PERMANENTFLAGS ({kept})] limits")
        self.say(f"* OK [UIDVALIDITY {self.server.uidvalidity}] valid")
        self.say(f"* OK [UIDNEXT {self.server.uidnext}] next")
        return f"OK [{'READ-ONLY' if quirks.is_read_only else access}] open"

    def do_examine(self, rest: str) -> str:
        return self.do_select(rest, access="READ-ONLY")

    def do_fetch(self, rest: str) -> str:
        uids, _, items = rest.partition(" ")
        for uid in self.named(uids):
            sequence = list(self.messages).index(uid) + 1
            body = self.messages[uid].body
            if "RFC822.SIZE" in items:
                size = len(body) + self.server.quirks.size_error
                self.say(f"* {sequence} FETCH (UID {uid} RFC822.SIZE {size})")
                continue
            key = "BODY[]"
            if part := re.search(r"<(\d+)\.(\d+)>", items):
                first, count = int(part[1]), int(part[2])
                key, body = f"BODY[]<{first}>", body[first : first + count]
            elif self.server.quirks.short_literals > 0:
                self.server.quirks.short_literals -= 1
                body = body[:2]
            self.wfile.write(f"* {sequence} FETCH (UID {uid} {key} {{{len(body)}}}\r\n".encode())
            self.wfile.write(body)
            self.say(")")
        gone = {uid for uid in self.seen - set(self.messages) if re.search(rf"\b{uid}\b", uids)}
        if gone and self.server.quirks.refuses_what_is_gone:
            return "NO [EXPUNGEISSUED] some are gone"
        return "OK done"

    def do_store(self, rest: str) -> str:
        uids, _, flags = rest.split(" ", 2)
        for uid in self.named(uids):
            self.messages[uid].flags |= set(flags.strip("()").split())
        return "OK done"

    def do_copy(self, rest: str) -> str:
        uids, _, folder = rest.partition(" ")
        target = self.server.folders.get(folder.strip('"'))
        if target is None:
            return "NO [TRYCREATE] no such folder"
        for uid in self.named(uids):
            stored = self.messages[uid]
            target[max(target, default=0) + 1] = Stored(stored.body, set(stored.flags))
        return "OK done"

    def do_move(self, rest: str) -> str:
        answer = self.do_copy(rest)
        if answer.startswith("OK"):
            for uid in self.named(rest.partition(" ")[0]):
                del self.messages[uid]
        return answer

    def do_expunge(self, rest: str) -> str:
        for uid in self.named(rest):
            if "\\Deleted" in self.messages[uid].flags:
                del self.messages[uid]
        return "OK done"

    def do_namespace(self, _rest: str) -> str:
        quirks = self.server.quirks
        self.say(f'* NAMESPACE (("{quirks.prefix}" "{quirks.separator}")) NIL NIL')
        return "OK done"

    def do_list(self, _rest: str) -> str:
        self.say(f'* LIST (\\Noselect) "{self.server.quirks.separator}" ""')
        return "OK done"

    def do_create(self, rest: str) -> str:
        self.server.folders[rest.strip('"')] = {}
        return "OK done"

    def do_subscribe(self, rest: str) -> str:
        self.server.subscribed.add(rest.strip('"'))
        return "OK done"

    def named(self, uids: str) -> list[int]:
        """The messages of the folder that a set like "3,5:9" names."""
        found: list[int] = []
        for part in uids.split(","):
            first, _, last = part.partition(":")
            newest = max(self.messages, default=0)
            ends = sorted(newest if end == "*" else int(end) for end in (first, last or first))
            found += [uid for uid in self.messages if ends[0] <= uid <= ends[1]]
        return found
