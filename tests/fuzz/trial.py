"""A home that spoiled mails are tried on, and what must hold after each of its rounds."""

import shutil
import signal
import time
import traceback
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import Any, Final

import structlog

from agent import app
from agent.cli.homes import make_home
from agent.config import load
from agent.extract.pool import ReaderPool
from agent.inbox.maildir import MaildirSource
from agent.outbox.maildir import MaildirTransport
from agent.pipeline.desk import Desk
from agent.pipeline.importing import import_file
from agent.pipeline.opening import InlineOpener
from agent.pipeline.round import one_round
from tests.desks import WorkedHome, assert_conserved, default_policy
from tests.homes import EXAMPLES

OPENED: Final = datetime(2026, 1, 1, 1, tzinfo=UTC)
NOW: Final = datetime(2026, 11, 21, 1, tzinfo=UTC)
READER_SECONDS: Final = 4.0  # for one part
MAIL_SECONDS: Final = 10.0  # for one mail with all its parts
_FAULTS: Final = ("opening_failed", "batch_failed", "mail_failed")
_CONFIG: Final = """[company]
name = "Harbour Supply Co."
aliases = ["海港供应有限公司"]
address = "ar@harbour.example"
staff = ["li.na@harbour.example"]
country = "CN"
time_zone = "Asia/Shanghai"
[inbox]
url = "maildir:mail/in"
trusted_authserv = "mx.harbour.example"
[outbox]
url = "maildir:mail/out"
[bank]
senders = ["noreply@eastport-bank.example"]
"""


class Hang(BaseException):
    """A mail took too long in this process."""


@dataclass(frozen=True, slots=True)
class Find:
    """What did not hold."""

    kind: str
    detail: str


class Ground:
    """A folder with one home as it is before any mail; trials work on copies of it, with one reader pool."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        self.pool = ReaderPool(seconds=READER_SECONDS)
        self._first = folder / "first"
        list(make_home(self._first))
        (self._first / "remitd.toml").write_text(_CONFIG, encoding="utf-8")
        with app.open_home(self._first) as home:
            for what in ("customers", "invoices"):
                import_file(
                    what, EXAMPLES / f"{what}.csv", bookkeeper=home.bookkeeper, clock=app.clock(OPENED)
                )
        lines = WorkedHome(self._first, now=NOW).lines()["invoices"]
        self._start = {line["invoice_no"]: line["open_amount"] for line in lines}

    def try_all(self, mails: Sequence[bytes]) -> Find | None:
        """One round over these mails in a fresh home; what of it does not hold."""
        self._count += 1
        path = self._folder / f"trial{self._count}"
        shutil.copytree(self._first, path)
        home = WorkedHome(path, now=NOW, start=self._start)
        try:
            return _tried(home, mails, self.pool)
        finally:
            shutil.rmtree(path)

    def close(self) -> None:
        """End the reader."""
        self.pool.close()


def _tried(home: WorkedHome, mails: Sequence[bytes], pool: ReaderPool) -> Find | None:
    for number, raw in enumerate(mails):
        (home.path / "mail" / "in" / "new" / f"{1_790_000_000 + number}.M{number}.host").write_bytes(raw)
    faults: list[str] = []
    _listen(faults)
    started = time.monotonic()
    try:
        with _limited(MAIL_SECONDS * len(mails)):
            _round(home, pool)
    except Hang:
        return Find("hang", traceback.format_exc())
    except Exception:  # noqa: BLE001  that is what is looked for
        return Find("escaped", traceback.format_exc())
    if faults:
        return Find("fault", faults[0])
    if (spent := time.monotonic() - started) > MAIL_SECONDS * max(1.0, len(mails) / 4):
        return Find("slow", f"{spent:.1f} s for {len(mails)} mails")
    return _held(home, mails)


def _held(home: WorkedHome, mails: Sequence[bytes]) -> Find | None:
    """The journal verifies, every mail is recorded and handled, no cent is lost."""
    try:
        app.verify(home.path)
        with app.open_home(home.path) as opened:
            known, waiting = len(opened.books.message_by_key), len(opened.books.unhandled)
        if known != len(mails) or waiting:
            return Find(
                "lost", f"{len(mails)} mails came, {known} are on record, {waiting} of them not handled"
            )
        assert_conserved(home, home.lines())
    except Exception:  # noqa: BLE001  that is what is looked for
        return Find("broken", traceback.format_exc())
    return None


def _round(home: WorkedHome, pool: ReaderPool) -> None:
    config = load(home.path)
    policy = default_policy(config.company.country)
    with app.open_home(home.path) as opened:
        opener = InlineOpener(
            opened.blobs, correspondents=app.correspondents(config), rules=policy.mail, documents=pool
        )
        desk = Desk(
            config=config, policy=policy, bookkeeper=opened.bookkeeper, blobs=opened.blobs, opener=opener,
            clock=app.clock(NOW),
        )  # fmt: skip
        source = MaildirSource(
            home.path / "mail/in", name="maildir:mail/in", mode=config.mode, size_max=config.max_bytes
        )
        with closing(source), closing(MaildirTransport(home.path / "mail/out")) as transport:
            one_round(desk, source, transport, should_stop=lambda: False)


def _listen(faults: list[str]) -> None:
    """Take what the program logs of its own faults."""

    def take(_: Any, method: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
        if event.get("event") in _FAULTS or method in ("exception", "error"):
            faults.append(f"{event.get('event')}\n{traceback.format_exc()}")
        raise structlog.DropEvent

    structlog.configure(processors=[take], cache_logger_on_first_use=False)


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Hang where it takes longer; regular expressions and Python's own loops can be stopped so, once."""

    def stop(_: int, __: FrameType | None) -> None:
        raise Hang

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
