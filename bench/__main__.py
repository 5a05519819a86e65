"""`make bench`: messages a second end to end, beside the textbook pipeline, on the same mails in the same run; and where the time goes.

python -m bench [--messages 1000] [--out bench/last.json]
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
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from agent import app
from agent.cli.homes import make_home
from agent.cli.running import configure_log
from agent.config import load
from agent.pipeline.importing import import_file
from agent.pipeline.round import one_round
from bench import steps, textbook
from tests.servers import Certificates, Dovecot, SmtpServer, find_dovecot

SAMPLES = Path(__file__).parent.parent / "examples" / "harbour"
OPENED = datetime.fromisoformat("2026-01-01T09:00:00+08:00")
NOW = datetime.fromisoformat("2026-11-21T09:00:00+08:00")


def main() -> None:
    """Both pipelines over both ways, and the table."""
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("--messages", type=int, default=1000)
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    configure_log("quiet")
    samples = [path.read_bytes() for path in sorted((SAMPLES / "mail").glob("*.eml"))]
    # Each repetition is a month of its own, with its own ledger: the same mail told twice would be a duplicate.
    rounds = [samples] * (arguments.messages // len(samples)) + [samples[: arguments.messages % len(samples)]]
    rounds = [messages for messages in rounds if messages]
    print(
        f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores, {arguments.messages} messages"
    )
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
    if arguments.out:
        arguments.out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


Way = Callable[[list[list[bytes]], Path], float]


def _report(name: str, ours: Way, baseline: Way, rounds: list[list[bytes]], base: Path) -> dict[str, float]:
    count = sum(map(len, rounds))
    ours_seconds = ours(rounds, base / "ours")
    textbook_seconds = baseline(rounds, base / "textbook")
    shutil.rmtree(base / "ours", ignore_errors=True)
    shutil.rmtree(base / "textbook", ignore_errors=True)
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


def _run(folder: Path) -> float:
    """Seconds of one `run --once`, from the open home to the last letter sent."""
    config = load(folder)
    with app.open_home(folder) as home, app.open_desk(home, config, app.clock(NOW)) as desk:
        with closing(app.source_of(config)) as source, closing(app.transport_of(config)) as transport:
            started = time.perf_counter()
            one_round(desk, source, transport, should_stop=lambda: False)
            home.bookkeeper.checkpoint()
            return time.perf_counter() - started


def _maildir_ours(rounds: list[list[bytes]], base: Path) -> float:
    seconds = 0.0
    for number, messages in enumerate(rounds):
        home = _home(base / f"home{number}", _config())
        for index, raw in enumerate(messages):
            (home / "mail" / "in" / "new" / f"{index:04}").write_bytes(raw)
        seconds += _run(home)
    return seconds


def _maildir_textbook(rounds: list[list[bytes]], base: Path) -> float:
    seconds = 0.0
    for number, messages in enumerate(rounds):
        box = base / f"{number}" / "new"
        box.mkdir(parents=True)
        for index, raw in enumerate(messages):
            (box / f"{index:04}").write_bytes(raw)
        started = time.perf_counter()
        textbook.run(
            textbook.from_maildir(box.parent),
            base / f"{number}.json",
            textbook.to_maildir(base / f"out{number}"),
        )
        seconds += time.perf_counter() - started
    return seconds


def _over_the_wire(rounds: list[list[bytes]], base: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        certificates = Certificates.make(Path(folder))
        context = ssl.create_default_context(cafile=str(certificates.ca_file))
        with Dovecot(certificates) as dovecot, _smtp_process(Path(folder)) as (smtp_port, smtp_url):
            password_file = Path(folder) / "smtp"
            password_file.write_text("battery staple", encoding="utf-8")

            def ours(rounds: list[list[bytes]], base: Path) -> float:
                seconds = 0.0
                for number, messages in enumerate(rounds):
                    user = dovecot.add_user(f"ours{number}")
                    for raw in messages:
                        dovecot.deliver(user, raw)
                    secret = base.parent / f"imap{number}"
                    secret.write_text(user.password, encoding="utf-8")
                    inbox = f'url = "{user.imaps_url}"\npassword_file = "{secret}"\nca_file = "{certificates.ca_file}"'
                    outbox = f'url = "{smtp_url}"\npassword_file = "{password_file}"\nca_file = "{certificates.ca_file}"'
                    seconds += _run(_home(base / f"home{number}", _config(inbox, outbox)))
                return seconds

            def baseline(rounds: list[list[bytes]], base: Path) -> float:
                seconds = 0.0
                base.mkdir(parents=True)
                for number, messages in enumerate(rounds):
                    user = dovecot.add_user(f"textbook{number}")
                    for raw in messages:
                        dovecot.deliver(user, raw)
                    started = time.perf_counter()
                    mails = textbook.from_imap(
                        "localhost", dovecot.imaps_port, user.name, user.password, context
                    )
                    deliver = textbook.to_smtp(
                        "localhost", smtp_port, "ar@harbour.example", "battery staple", context
                    )
                    textbook.run(mails, base / f"{number}.json", deliver)
                    seconds += time.perf_counter() - started
                return seconds

            return _report("Dovecot to SMTP (TLS both ways)", ours, baseline, rounds, base)


@contextmanager
def _smtp_process(folder: Path) -> Iterator[tuple[int, str]]:
    """The SMTP server in a process of its own, so that it costs neither pipeline its interpreter."""
    here, there = get_context("spawn").Pipe()
    server = get_context("spawn").Process(target=_serve_smtp, args=(folder, there))
    server.start()
    yield here.recv()
    here.send(None)
    server.join()


def _serve_smtp(folder: Path, connection: Connection) -> None:
    certificates = Certificates.load(folder)
    with SmtpServer(certificates) as server:
        connection.send((server.port, server.url))
        connection.recv()


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
