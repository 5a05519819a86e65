"""The morning's digest: once a workday, of what happened since the last one, of what goes out and what waits."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.commanded import CommandedHome
from tests.desks import STAFF, WorkedHome, readers, worked_home
from tests.homes import RunningHome

LEDGER = (
    "LC-1,K1,2026-10-01,2026-11-06,USD,1000.00", "LC-2,K1,2026-10-01,2027-11-06,USD,250.00",
    "R2026/0740,K2,2026-10-01,2027-01-15,EUR,4200.00", "QP-7,K6,2026-10-01,2027-11-12,GBP,75.00",
    "OB-501,K5,2026-10-01,2026-11-06,EUR,12.00",
)  # fmt: skip
DIGEST = 'at = "08:30"\nveto_until = "10:00"'
PAID = {
    "from": "pagos@aurelio.example",
    "body": "We have paid USD 250.00 for invoice LC-2 by wire today, reference AUR-9.\n",
}
DISPUTE = {"from": "treasury@quillon.example", "body": "We dispute invoice QP-7: the goods were damaged.\n"}
PROMISE = {"from": "ottoline.bakes@gmx.net", "body": "We will pay invoice OB-501 on 2026-11-10.\n"}
OTHER = {
    "from": "caiwu@qinghe.example",
    "subject": "Our new office",
    "body": "We have moved to Harbour Lane.\n",
}
STRANGER = {
    "from": "someone@elsewhere.example",
    "subject": "An offer",
    "body": "Please look at our prices.\n",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    config = {"digest": DIGEST, "autonomy": 'reminder = "auto"\ndunning = "auto"'}
    yield worked_home(tmp_path_factory.mktemp("morning") / "home", {"ledger": LEDGER, "config": config}).path
    readers().close()
    readers.cache_clear()


@pytest.fixture
def home(made: Path, tmp_path: Path) -> WorkedHome:
    return WorkedHome(shutil.copytree(made, tmp_path / "home"))


def at(home: WorkedHome, when: str, *mails: dict[str, str]) -> list[str]:
    """A round at that hour of November; the digests written by then."""
    home.now = datetime.fromisoformat(f"2026-11-{when}:00+01:00")
    for mail in mails:
        home.deliver(mail)
    home.round()
    return digests(home)


def digests(home: WorkedHome) -> list[str]:
    """Their texts, the oldest first."""
    found = []
    for place, line in enumerate(home.lines()["letters"], start=1):
        if line["kind"] == "digest":
            assert (line["to"], line["status"], line["customer_id"]) == ([STAFF], "sent", None)
            message = message_from_bytes(home.letter_bytes(place), policy=policy.default)
            part = message.get_body(("plain",))
            assert part is not None
            found.append(" ".join(part.get_content().split()))
    return found


def test_it_is_written_once_by_the_first_round_from_its_hour_on(home: WorkedHome) -> None:
    assert at(home, "09T08:29") == []
    assert len(at(home, "09T08:30")) == 1
    assert len(at(home, "09T08:31", OTHER)) == 1
    assert len(at(home, "09T17:00")) == 1
    assert len(at(home, "10T08:29")) == 1
    assert len(at(home, "10T12:00")) == 2


def test_none_on_a_day_off_and_after_a_gap_one_for_all_of_it(home: WorkedHome) -> None:
    assert len(at(home, "09T08:30")) == 1
    at(home, "09T12:00", PAID)
    assert len(at(home, "14T09:00")) == 1, "a Saturday"
    (_, second) = at(home, "30T09:00")
    assert "SINCE 9 November 2026" in second
    assert "Applied: USD 250.00, from 1 payment" in second
    assert "Open in all: USD 1,000.00 (USD 250.00 less)" in second
    assert "Overdue: USD 1,000.00" in second
    assert "Overdue: USD 1,000.00 (" not in second, "it did not move"
    (*_, third) = at(home, "30T09:00", OTHER) and at(home, "30T11:00")
    assert third == second


def test_it_says_what_happened_what_goes_out_and_what_waits(home: WorkedHome) -> None:
    (text,) = at(home, "09T08:30", PAID, DISPUTE, PROMISE, OTHER, STRANGER)
    assert text.startswith(
        "Receivables today: 1 letter out, 2 for you OUT TODAY, AT 10:00 - Aurelio Refrigeration Ltd (K1): USD 1,000.00"
    )
    assert "dunning 1, 1 item, 3 days late" in text
    assert "Applied: USD 250.00, from 1 payment" in text
    assert "Disputed: Quillon Group plc (K6), GBP 75.00 of QP-7" in text
    assert "Promised: Ottoline Bakery (K5), EUR 12.00 of OB-501 by 10 November 2026" in text
    assert text.index("Our new office") < text.index("An offer"), "customers' mail first"
    assert "Mail read: 5" in text
    assert "R2026" not in text
    (_, next_day) = at(home, "10T08:30")
    assert "Disputed" not in next_day, "told once"
    assert "Applied" not in next_day


def test_a_letter_that_waits_for_approval_is_named_with_its_command(home: WorkedHome) -> None:
    config = home.path / "remitd.toml"
    config.write_text(config.read_text().replace('dunning = "auto"', 'dunning = "approve"'))
    (text,) = at(home, "09T08:30")
    held = [line["letter_id"] for line in home.lines()["letters"] if line["status"] == "held"]
    assert len(held) == 2
    assert "0 letters out, 2 for you" in text
    assert all(f"remitd letters approve {letter_id}" in text for letter_id in held)


def test_customers_mail_stays_in_it_until_it_is_closed(home: WorkedHome) -> None:
    (first,) = at(home, "09T08:30", OTHER)
    mail_id = home.lines()["messages"][0]["mail_id"]
    assert f"remitd close {mail_id}" in first
    (_, second) = at(home, "10T08:30")
    assert f"remitd close {mail_id}" in second
    CommandedHome(home.path, home.now.isoformat()).run("close", mail_id, "--why", "noted")
    at(home, "10T10:00")
    (*_, third) = at(home, "11T08:30")
    assert mail_id not in third


def test_none_where_nothing_happened_and_nothing_waits(home: WorkedHome) -> None:
    at(home, "09T08:30")
    at(home, "09T10:00")
    assert len(at(home, "10T08:30")) == 2, "two letters were sent"
    assert len(at(home, "11T08:30")) == 2


def test_a_stopped_schedule_is_the_first_thing_it_says(home: WorkedHome) -> None:
    CommandedHome(home.path, "2026-11-09T08:00:00+01:00").run("stop", "--why", "wrong rates")
    (text,) = at(home, "09T08:30")
    assert "STOPPED since 2026-11-09 08:00, staff: wrong rates" in text
    assert "0 letters out" in text


def test_none_without_the_section(home: WorkedHome) -> None:
    config = home.path / "remitd.toml"
    config.write_text(config.read_text().replace(f"[digest]\n{DIGEST}\n", ""))
    assert at(home, "09T08:30", OTHER) == []


@pytest.mark.parametrize("moment", ["before_commit", "after_commit"])
def test_a_kill_around_its_commit_leaves_one(home: WorkedHome, moment: str) -> None:
    (home.path / "mail" / "in" / "new" / "1").unlink(missing_ok=True)
    config = home.path / "remitd.toml"
    config.write_text(
        config.read_text().replace('"auto"\ndunning = "auto"', '"observe"\ndunning = "observe"')
    )
    at(home, "09T08:00", OTHER)
    remitd = RunningHome(home.path)
    words = remitd.command("run", "--once", "--now", "2026-11-09T08:30:00+01:00")
    words[1:3] = ["-m", "tests.stop_at"]
    process = subprocess.Popen(words, env={**os.environ, "STOP_AT": moment}, stderr=subprocess.DEVNULL)
    os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WNOWAIT)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert len(at(home, "09T08:31")) == 1
    assert len(at(home, "09T08:32")) == 1
