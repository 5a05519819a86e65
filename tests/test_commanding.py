"""What colleagues tell the agent by mail: read strictly, done in their name, answered by one letter."""

import shutil
from collections.abc import Iterator
from datetime import date, datetime
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest

from agent.extract.speech.commands import read_commands
from agent.facts.commands import StaffCommand
from agent.facts.mail import Line
from tests.commanded import CommandedHome
from tests.desks import STAFF, WorkedHome, default_policy, readers, worked_home

LEDGER = ("LC-1,K1,2026-10-01,2026-11-06,USD,1000.00", "LC-2,K2,2026-10-01,2026-11-06,EUR,300.00")
CONFIG = {"autonomy": 'reminder = "auto"\ndunning = "auto"', "digest": 'at = "08:30"\nveto_until = "10:00"'}


def told(command: StaffCommand) -> str:
    parts = [command.order, *command.about, command.until, command.amount, command.why and f"({command.why})"]
    return " ".join(str(part) for part in parts if part)


def test_staff_commands(case: dict[str, Any]) -> None:
    rules = default_policy("DE")
    own = tuple(Line(text=text) for text in case["text"].split("\n"))
    orders = read_commands(own, rules.commands, rules.mail.quotes, rules.vocabulary, date(2026, 11, 20))
    assert [told(one) for one in orders.commands] == case.get("want", [])
    assert len(orders.doubts) == case.get("doubts", 0), orders.doubts


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    home = worked_home(tmp_path_factory.mktemp("commands") / "home", {"ledger": LEDGER, "config": CONFIG})
    home.now = datetime.fromisoformat("2026-11-09T08:30:00+01:00")
    home.deliver({"from": "caiwu@qinghe.example", "subject": "News", "body": "We have moved.\n"})
    home.round()
    yield home.path
    readers().close()
    readers.cache_clear()


@pytest.fixture
def home(made: Path, tmp_path: Path) -> WorkedHome:
    return WorkedHome(shutil.copytree(made, tmp_path / "home"), delivered=[b"the first one"])


def say(home: WorkedHome, body: str, *, minute: int = 0, **more: Any) -> str:
    """A colleague's mail at 9 o'clock; the text of the one letter that answers it, "" for none."""
    home.now = datetime.fromisoformat(f"2026-11-09T09:{minute:02}:00+01:00")
    known = {line["letter_id"] for line in home.lines()["letters"]}
    home.deliver({"from": STAFF, "subject": "Re: digest", "body": body} | more)
    home.round()
    new = [
        (place, line)
        for place, line in enumerate(home.lines()["letters"], 1)
        if line["letter_id"] not in known
    ]
    assert all(line["to"] == [STAFF] for _, line in new)
    messages = [message_from_bytes(home.letter_bytes(place), policy=policy.default) for place, _ in new]
    answers = [message for message in messages if message["In-Reply-To"]]
    assert len(answers) <= 1
    parts = [message.get_body(("plain",)) for message in answers]
    return " ".join(" ".join(part.get_content() for part in parts if part).split())


def dunning(home: WorkedHome) -> dict[str, str]:
    return {
        line["letter_id"]: line["status"] for line in home.lines()["letters"] if line["kind"] == "dunning"
    }


def last_message(home: WorkedHome) -> tuple[str, str]:
    line = home.lines()["messages"][-1]
    return line["kind"], line["status"]


def audit(home: WorkedHome, kind: str) -> list[dict[str, Any]]:
    lines = CommandedHome(home.path, home.now.isoformat()).lines("audit")
    return [line for line in lines if line["kind"] == kind]


def test_a_veto_by_mail_holds_the_letter_and_can_be_taken_back(home: WorkedHome) -> None:
    first, second = dunning(home)
    text = say(home, f"hold {first}\n\nInes\n\nAm 9.11.2026 schrieb Larkspur:\n> stop all\n> hold {second}\n")

    assert f"Done: hold {first}" in text
    (line,) = audit(home, "LetterHeldBack")
    assert (line["actor"], line["subject"]) == (f"staff {STAFF}", first)
    assert f"remitd undo {line['seq']} --why" in text
    assert last_message(home) == ("staff_command", "handled")
    home.now = datetime.fromisoformat("2026-11-09T10:00:00+01:00")
    home.round()
    assert dunning(home) == {first: "held", second: "sent"}
    assert f"Done: approve {first[:8]}" in say(home, f"approve {first[:8]}", minute=59)
    assert dunning(home) == {first: "sent", second: "sent"}


def test_what_is_doubtful_does_nothing_and_is_for_a_person(home: WorkedHome) -> None:
    first, second = dunning(home)
    before = home.seq()
    text = say(home, f"cancel {first}\ncancel {second} or maybe not")
    assert "Nothing was done" in text
    assert set(dunning(home).values()) == {"queued"}
    assert last_message(home) == ("staff_command", "review")
    assert {line["actor"] for line in audit(home, "LetterQueued") if line["seq"] > before} == {"agent"}


def test_a_command_beside_a_document_does_nothing(home: WorkedHome) -> None:
    text = say(home, "stop all", attach=[{"name": "advice.txt", "text": "paid"}])
    assert "a document is attached" in text
    assert not audit(home, "ScheduleStopped")


def test_stop_and_start_by_mail(home: WorkedHome) -> None:
    assert "Done: stop all" in say(home, "stop all")
    home.now = datetime.fromisoformat("2026-11-09T10:00:00+01:00")
    home.round()
    assert set(dunning(home).values()) == {"queued"}
    assert "Done: 恢复" in say(home, "恢复", minute=59)
    home.now = datetime.fromisoformat("2026-11-09T10:01:00+01:00")
    home.round()
    assert set(dunning(home).values()) == {"sent"}


def test_an_item_is_held_promised_disputed_and_a_message_closed(home: WorkedHome) -> None:
    mail_id = home.lines()["messages"][0]["mail_id"]
    text = say(
        home,
        f"promise LC-1 2026-11-20 400.00\ndispute lc-1 100.00: damaged\nhold K2 until 15 December\nclose {mail_id}\n"
        "note K1 pays on Fridays\nhold NO-1 until 15 December",
    )
    assert "NOT DONE: dispute lc-1" not in text
    invoices = {line["invoice_no"]: line for line in home.lines()["invoices"]}
    assert invoices["LC-1"]["promised_amount"] == "400.00"
    assert "NOT DONE: hold NO-1 until 15 December - NO-1 is no invoice of this home" in text
    assert len(audit(home, "MessageClosed")) == 1
    assert "noted on K1" in text
    assert last_message(home) == ("staff_command", "review"), "one of them could not be done"


def test_status_and_help_tell_and_change_nothing(home: WorkedHome) -> None:
    assert "LC-1: 1000.00 USD of 1000.00 USD, due 2026-11-06, open, level 0" in say(home, "status K1\nhelp")
    assert last_message(home) == ("staff_command", "handled")


@pytest.mark.parametrize(
    ("words", "is_done"),
    [
        ("approve {0}", False),
        ("start", False),
        ("close {mail}", False),
        ("hold {0}", True),
        ("cancel {0}", True),
        ("stop all", True),
    ],
)
def test_where_anybody_could_have_written_it_only_what_holds_back_is_done(
    home: WorkedHome, words: str, is_done: bool
) -> None:
    config = home.path / "remitd.toml"
    config.write_text(config.read_text().replace('trusted_authserv = "mx.larkspur.example"', ""))
    first, mail = next(iter(dunning(home))), home.lines()["messages"][0]["mail_id"]
    text = say(home, words.format(first, mail=mail))
    assert ("Done:" in text, "not accepted by mail" in text) == (is_done, not is_done)


@pytest.mark.parametrize(
    "mail",
    [
        {"auth": "dmarc=fail header.from=larkspur.example"},
        {"from": "pagos@aurelio.example"},
        {"to": "pagos@aurelio.example", "cc": "ar@larkspur.example"},
        {"headers": {"Auto-Submitted": "auto-generated"}},
    ],
    ids=["not authenticated", "a customer", "to a customer, us in copy", "by a machine"],
)
def test_nobody_else_commands_it(home: WorkedHome, mail: dict[str, Any]) -> None:
    home.now = datetime.fromisoformat("2026-11-09T09:00:00+01:00")
    home.deliver({"from": STAFF, "subject": "Re: digest", "body": "stop all"} | mail)
    home.round()
    assert not audit(home, "ScheduleStopped")


def test_the_same_mail_again_does_nothing_more(home: WorkedHome) -> None:
    say(home, "stop all")
    raw = home.delivered[-1]
    (home.path / "mail/in/new/again").write_bytes(raw)
    home.round()
    assert len(audit(home, "ScheduleStopped")) == 1
