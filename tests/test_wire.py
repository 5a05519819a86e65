"""Over the wire: a PDF by mail in a real Dovecot, the letter at a real SMTP server; and killed at the worst moments."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.homes import EXAMPLES, RunningHome, make_home
from tests.servers import Certificates, Dovecot, Fault, ImapUser, SmtpServer

MAIL = "007-pdf-ruled.eml"
INVOICES = {"INV-10068", "INV-10070", "INV-10074", "INV-10079", "INV-10082", "INV-10087"}


@pytest.fixture
def home(
    tmp_path: Path, dovecot: Dovecot, imap_user: ImapUser, smtp_server: SmtpServer, certificates: Certificates
) -> RunningHome:
    """A home between the two servers, with one mail in its mailbox."""
    home = make_home(tmp_path / "home")
    (home.path / "secrets" / "imap").write_text(imap_user.password + "\n", encoding="utf-8")
    (home.path / "secrets" / "smtp").write_text(smtp_server.password + "\n", encoding="utf-8")
    (home.path / "secrets" / "ca.pem").write_bytes(certificates.ca_file.read_bytes())
    home.configure(
        inbox=f'url = "{imap_user.imaps_url}"\npassword_file = "secrets/imap"\nca_file = "secrets/ca.pem"\n'
        'trusted_authserv = "mx.harbour.example"',
        outbox=f'url = "{smtp_server.url}"\npassword_file = "secrets/smtp"\nca_file = "secrets/ca.pem"',
    )
    dovecot.deliver(imap_user, (EXAMPLES / "mail" / MAIL).read_bytes())
    return home


def applied(home: RunningHome) -> list[str]:
    """Every application on the books, as often as it is there."""
    return sorted(a["invoice"] for payment in home.lines("payments") for a in payment["applications"])


def test_a_pdf_by_imap_is_applied_and_answered_by_smtp_once(
    home: RunningHome, smtp_server: SmtpServer
) -> None:
    home.run("run", "--once")

    (payment,) = home.lines("payments")
    assert ("applied", "12500.00", "OHR2610-0442") == (
        payment["status"],
        payment["amount"],
        payment["reference"],
    )
    assert sorted(INVOICES) == applied(home)
    (received,) = smtp_server.received
    assert ("ar@harbour.example", ("finance@orchidhotels.example",)) == (received.sender, received.recipients)
    assert b"In-Reply-To: <" in received.content
    assert all(number.encode() in _text(received.content) for number in INVOICES)
    (letter,) = home.lines("letters")
    assert ("confirmation", "sent") == (letter["kind"], letter["status"])

    home.run("run", "--once")

    assert (1, 1, 1) == (len(smtp_server.received), len(home.lines("payments")), len(home.lines("messages")))
    home.run("audit", "verify")


def _text(content: bytes) -> bytes:
    from email import message_from_bytes, policy

    body = message_from_bytes(content, policy=policy.default).get_body(("plain",))
    assert body is not None
    return str(body.get_content()).encode()


@pytest.mark.parametrize("moment", ["before_commit", "after_commit", "before_data", "after_data"])
def test_killed_at_the_worst_moments_cash_is_applied_once_and_the_letter_sent_at_most_once(
    home: RunningHome, smtp_server: SmtpServer, moment: str
) -> None:
    if moment == "after_data":
        smtp_server.fault = Fault.HELD_AFTER_DOT
    for _ in killed(home, moment, smtp_server):
        pass
    smtp_server.release()

    home.run("run", "--once")
    home.run("run", "--once")

    assert sorted(INVOICES) == applied(home)
    assert len(smtp_server.received) <= 1
    (letter,) = home.lines("letters")
    if moment == "after_data":
        assert letter["status"] == "failed", "whether it arrived can't be known, so a person decides"
    else:
        assert (1, "sent") == (len(smtp_server.received), letter["status"])
    home.run("audit", "verify")


def killed(home: RunningHome, moment: str, smtp_server: SmtpServer) -> Iterator[None]:
    """Run until the moment, then kill -9. The program stops itself there: see tests/stop_at.py."""
    environment = {**os.environ, "STOP_AT": moment}
    words = [*home.command("run", "--once", "--now", "2026-11-21T09:00:00+08:00")]
    words[1:3] = ["-m", "tests.stop_at"]
    process = subprocess.Popen(
        words, env=environment, stderr=subprocess.PIPE, cwd=Path(__file__).parent.parent
    )
    yield
    if moment == "after_data":
        assert smtp_server.holding.wait(60), "the letter never came to its final dot"
    else:
        await_stopped(process)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()


def await_stopped(process: "subprocess.Popen[bytes]") -> None:
    """Until the process has stopped itself (state T), or the test is told what it said instead."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        state = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        if state == "T":
            return
        if state in "ZX":
            pytest.fail(f"ended before its moment: {process.communicate()[1].decode()}")
        time.sleep(0.02)
    pytest.fail("never came to its moment")


def test_two_letters_go_out_over_one_connection_after_the_server_was_away(
    home: RunningHome, smtp_server: SmtpServer
) -> None:
    smtp_server.stop()
    said = home.fault("run", "--once", exit_code=75)
    assert f"{smtp_server.port}" in said
    assert ["queued"] == [letter["status"] for letter in home.lines("letters")]

    smtp_server.start()
    home.run("run", "--once")

    assert 1 == len(smtp_server.received)
    assert ["sent"] == [letter["status"] for letter in home.lines("letters")]


def test_an_answer_of_451_after_the_dot_is_tried_again_later_with_the_same_bytes(
    home: RunningHome, smtp_server: SmtpServer
) -> None:
    smtp_server.fault = Fault.BUSY_AFTER_DOT
    home.run("run", "--once")
    smtp_server.fault = None

    home.run("run", "--once")
    assert [] == smtp_server.received, "it waits before it tries again"
    home.run("run", "--once", now="2026-11-21T09:30:00+08:00")

    assert 1 == len(smtp_server.received)


def test_a_lost_reply_to_the_dot_is_never_tried_again_by_itself(
    home: RunningHome, smtp_server: SmtpServer
) -> None:
    smtp_server.fault = Fault.LOST_THEN_DROPPED
    home.run("run", "--once")
    smtp_server.fault = None

    home.run("run", "--once", now="2026-11-22T09:30:00+08:00")

    assert [] == smtp_server.received
    assert ["failed"] == [letter["status"] for letter in home.lines("letters")]
    assert any(line["kind"] == "SendOutcomeUnknown" for line in home.lines("audit"))
