"""`make bench`: messages a second end to end, beside the textbook pipeline, on the same mails in the same run; and where the time goes.

python -m bench [mail|reading|lumps|ledger|dunning] [--messages 1000] [--customers 100000] [--runs 9] [--out bench/last.json]
"""

import argparse
import json
import os
import platform
import shutil
import ssl
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from agent import app
from agent.cli.homes import make_home
from agent.cli.running import configure_log
from agent.config import load
from agent.facts.events import CashReversed
from agent.facts.payments import Status
from agent.pipeline.desk import Desk
from agent.pipeline.importing import import_file
from agent.pipeline.round import one_round
from bench import day, dunning, ledger, lumps, reading, steps, textbook
from bench.mailserver import serve_smtp
from tests.servers import Certificates, Dovecot, find_dovecot

SAMPLES = Path(__file__).parent.parent / "examples" / "harbour"
LEDGER = SAMPLES / "invoices.csv"
OPENED = datetime.fromisoformat("2026-01-01T09:00:00+08:00")
NOW = datetime.fromisoformat("2026-11-21T09:00:00+08:00")


def main() -> None:
    """What was asked for, or all of it; the tables, and the figures where they shall be kept."""
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument(
        "what",
        nargs="?",
        choices=("mail", "reading", "lumps", "ledger", "dunning"),
        help="one of them; else all but ledger and dunning",
    )
    parser.add_argument("--messages", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument(
        "--customers", type=int, default=100_000, help="of the largest ledger, ten items each"
    )
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    configure_log("quiet")
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
    figures: dict[str, Any] = {}
    if arguments.what == "ledger":
        figures["ledger"] = ledger.measure(arguments.customers)
    if arguments.what == "dunning":
        customers = min(arguments.customers, 10_000)
        figures["dunning"] = dunning.measure(customers, arguments.runs)
        figures["day"] = day.measure(customers)
    if arguments.what in (None, "lumps"):
        figures["lumps"] = lumps.measure(arguments.runs)
    if arguments.what in (None, "reading"):
        figures["reading"] = reading.measure(arguments.runs)
    if arguments.what in (None, "mail"):
        figures |= _pipelines(arguments.messages)
    if arguments.out:
        arguments.out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _pipelines(messages: int) -> dict[str, dict[str, float]]:
    """Both pipelines over both ways."""
    samples = [path.read_bytes() for path in sorted((SAMPLES / "mail").glob("*.eml"))]
    rounds = [
        [_of_month(number, raw) for raw in samples[: messages - number * len(samples)]]
        for number in range(-(-messages // len(samples)))
    ]
    figures = {}
    with tempfile.TemporaryDirectory() as temporary:
        base = Path(temporary)
        figures["maildir"] = _report("Maildir to Maildir", _maildir_ours, _maildir_textbook, rounds, base)
        if find_dovecot():
            figures["wire"] = _over_the_wire(rounds, base)
        else:
            print(
                "Dovecot to SMTP: not run, there is no dovecot here (Debian: apt-get install dovecot-imapd)"
            )
        figures["steps_ms"] = _steps(rounds[:3], base)
    return figures


def _of_month(number: int, raw: bytes) -> bytes:
    """The same mail as another message: its own Message-ID and subject. The same bytes again would be no news."""
    for name in (b"message-id: <", b"subject: "):
        at = raw.lower().index(b"\n" + name) + 1 + len(name)
        raw = raw[:at] + f"{number}.".encode() + raw[at:]
    return raw


Way = Callable[[list[list[bytes]], Path], float]


def _report(name: str, ours: Way, baseline: Way, rounds: list[list[bytes]], base: Path) -> dict[str, float]:
    count = sum(map(len, rounds))
    ours_seconds = ours(rounds, base / "ours")
    textbook_seconds = baseline(rounds, base / "textbook")
    shutil.rmtree(base / "ours")
    shutil.rmtree(base / "textbook")
    print(f"\n{name}, {count} messages")
    for who, seconds in (("remitd", ours_seconds), ("textbook", textbook_seconds)):
        print(
            f"  {who:10} {seconds:8.1f} s  {count / seconds:8.1f} messages/s  {1000 * seconds / count:8.2f} ms a message"
        )
    print(f"  ratio      {textbook_seconds / ours_seconds:8.1f} x")
    return {
        "remitd_s": ours_seconds,
        "textbook_s": textbook_seconds,
        "ratio": textbook_seconds / ours_seconds,
    }


def _home(folder: Path, config: str) -> Path:
    list(make_home(folder))
    (folder / "remitd.toml").write_text(config, encoding="utf-8")
    with app.open_home(folder) as home:
        for what in ("customers", "invoices"):
            import_file(what, SAMPLES / f"{what}.csv", bookkeeper=home.bookkeeper, clock=app.clock(OPENED))
    return folder


def _config(inbox: str = 'url = "maildir:mail/in"', outbox: str = 'url = "maildir:mail/out"') -> str:
    return (
        '[company]\nname = "Harbour Supply Co."\naliases = ["海港供应有限公司"]\naddress = "ar@harbour.example"\n'
        'staff = ["li.na@harbour.example"]\ncountry = "CN"\ntime_zone = "Asia/Shanghai"\n'
        f'[inbox]\n{inbox}\ntrusted_authserv = "mx.harbour.example"\n[outbox]\n{outbox}\n'
        '[bank]\nsenders = ["noreply@eastport-bank.example"]\n'
    )


def _run(folder: Path, rounds: list[list[bytes]], deliver: Callable[[str, bytes], None]) -> float:
    """Seconds of a daemon's rounds over one home: from mail in the mailbox to its letters sent, checkpoints included.

    Between rounds, outside the clock, the payments are taken back, so that the next month's mail brings news.
    """
    config, seconds = load(folder), 0.0
    with (
        app.open_home(folder) as home,
        app.open_desk(home, config, app.clock(NOW)) as desk,
        closing(app.source_of(config)) as source,
        closing(app.transport_of(config)) as transport,
    ):
        for number, messages in enumerate(rounds):
            for index, raw in enumerate(messages):
                deliver(f"{number:03}-{index:03}", raw)
            started = time.perf_counter()
            one_round(desk, source, transport, should_stop=lambda: False)
            seconds += time.perf_counter() - started
            _take_back(desk)
        started = time.perf_counter()
        home.bookkeeper.checkpoint()
        return seconds + time.perf_counter() - started


def _take_back(desk: Desk) -> None:
    with desk.bookkeeper.commit(NOW, "bench") as commit:
        for payment in list(commit.books.payments.values()):
            if payment.status is not Status.REVERSED:
                event = CashReversed(
                    payment_id=payment.payment_id, applications=payment.applications, why="the next month"
                )
                commit.add(payment.payment_id, event)


def _maildir_ours(rounds: list[list[bytes]], base: Path) -> float:
    home = _home(base, _config())
    return _run(home, rounds, lambda name, raw: _write(home / "mail" / "in" / "new" / name, raw))


def _write(path: Path, raw: bytes) -> None:
    path.write_bytes(raw)


def _maildir_textbook(rounds: list[list[bytes]], base: Path) -> float:
    box = base / "in" / "new"
    box.mkdir(parents=True)
    for index, raw in enumerate(chain.from_iterable(rounds)):
        (box / f"{index:06}").write_bytes(raw)
    started = time.perf_counter()
    textbook.run(
        textbook.from_maildir(box.parent), base / "db.json", textbook.to_maildir(base / "out"), LEDGER
    )
    return time.perf_counter() - started


def _over_the_wire(rounds: list[list[bytes]], base: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        certificates = Certificates.make(folder)
        context = ssl.create_default_context(cafile=str(certificates.ca_file))
        with Dovecot(certificates) as dovecot, _smtp_process(folder) as (smtp_port, smtp_url):

            def ours(rounds: list[list[bytes]], base: Path) -> float:
                user = dovecot.add_user("ours")
                (folder / "smtp").write_text("battery staple", encoding="utf-8")
                (folder / "imap").write_text(user.password, encoding="utf-8")
                trust = f'ca_file = "{certificates.ca_file}"'
                inbox = f'url = "{user.imaps_url}"\npassword_file = "{folder / "imap"}"\n{trust}'
                outbox = f'url = "{smtp_url}"\npassword_file = "{folder / "smtp"}"\n{trust}'
                home = _home(base, _config(inbox, outbox))
                return _run(home, rounds, lambda _, raw: dovecot.deliver(user, raw) and None)

            def baseline(rounds: list[list[bytes]], base: Path) -> float:
                base.mkdir(parents=True)
                user = dovecot.add_user("textbook")
                for raw in chain.from_iterable(rounds):
                    dovecot.deliver(user, raw)
                started = time.perf_counter()
                mails = textbook.from_imap("localhost", dovecot.imaps_port, user.name, user.password, context)
                deliver = textbook.to_smtp(
                    "localhost", smtp_port, "ar@harbour.example", "battery staple", context
                )
                textbook.run(mails, base / "db.json", deliver, LEDGER)
                return time.perf_counter() - started

            return _report("Dovecot to SMTP (TLS both ways)", ours, baseline, rounds, base)


@contextmanager
def _smtp_process(folder: Path) -> Iterator[tuple[int, str]]:
    """The SMTP server in a process of its own, so that it costs neither pipeline its interpreter."""
    here, there = get_context("spawn").Pipe()
    server = get_context("spawn").Process(target=serve_smtp, args=(folder, there), daemon=True)
    server.start()
    try:
        yield here.recv()
    finally:
        here.send(None)
        server.join(10)


def _steps(rounds: list[list[bytes]], base: Path) -> dict[str, float]:
    """Where the milliseconds of one message go, by step, Maildir to Maildir."""
    clock = steps.Clock()
    with clock.watching():
        seconds = _maildir_ours(rounds, base / "steps")
    count = sum(map(len, rounds))
    print("\nWhere the milliseconds of one message go (Maildir to Maildir, with the clocks on)")
    found = {name: 1000 * spent / count for name, spent in clock.seconds.items()}
    for name, milliseconds in sorted(found.items(), key=lambda pair: -pair[1]):
        print(f"  {name:34} {milliseconds:6.2f} ms")
    print(f"  {'all':34} {1000 * seconds / count:6.2f} ms")
    return found


if __name__ == "__main__":
    sys.exit(main())
