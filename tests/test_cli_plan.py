"""`remitd plan` says what the daemon then does, what waits for a person, and what is held back by which gate."""

import shutil
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.commanded import CommandedHome
from tests.desks import WorkedHome, readers, worked_home

NOW = "2026-11-09T09:00:00+01:00"
LEDGER = (
    "LC-1,K1,2026-10-01,2026-11-20,USD,1000.00", "LC-2,K1,2026-10-01,2026-12-01,USD,300.00",
    "R2026/0740,K2,2026-10-01,2026-10-15,EUR,4200.00", "R2026/0741,K2,2026-10-01,2027-10-15,EUR,10.00",
    "QG-1,K3,2026-10-01,2026-11-24,CNY,900.00", "OB-501,K5,2026-10-01,2026-11-12,EUR,12.00",
    "QP-7,K6,2026-10-01,2026-11-12,GBP,75.00",
)  # fmt: skip
PROMISE = {
    "from": "ottoline.bakes@gmx.net",
    "body": "We will pay invoice OB-501 on 2026-11-18.\n",
}
DISPUTE = {
    "from": "treasury@quillon.example",
    "body": "We dispute invoice QP-7: 20.00 GBP too much was charged for freight.\n",
}
SHORT = {
    "from": "pagos@aurelio.example",
    "body": "Remittance advice\n\nPayment reference: FT-9\n\nInvoice    Amount USD\nLC-1    600.00\nTotal    600.00\n",
}
OTHER = {
    "from": "pagos@aurelio.example",
    "subject": "Our new office",
    "body": "We have moved to Harbour Lane.\n",
}


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorkedHome]:
    home = worked_home(tmp_path_factory.mktemp("plan") / "home", {"ledger": LEDGER})
    home.now = datetime.fromisoformat("2026-11-06T09:00:00+01:00")
    for mail in (PROMISE, DISPUTE, OTHER):
        home.deliver(mail)
    home.round()
    home.now = datetime.fromisoformat(NOW)
    yield home
    readers().close()
    readers.cache_clear()


@pytest.fixture
def own(worked: WorkedHome, tmp_path: Path) -> WorkedHome:
    copy = shutil.copytree(worked.path, tmp_path / "home")
    return WorkedHome(copy, worked.now, delivered=list(worked.delivered))


def told(lines: list[dict[str, Any]], what: str) -> list[tuple[object, ...]]:
    return [
        (
            line["date"],
            line["kind"],
            line["customer_id"],
            line["level"],
            line["status"],
            tuple(line["invoices"]),
        )
        for line in lines
        if line["what"] == what
    ]


def lived(home: WorkedHome, days: int) -> list[tuple[object, ...]]:
    """The scheduled letters that are really written, nobody approving any: those that wait already, then day by day."""
    first = home.now.date()
    lines = {
        line["letter_id"]: (f"{first}", line) for line in home.lines()["letters"] if line["status"] == "held"
    }
    for day in (first + timedelta(days=n) for n in range(days + 1)):
        home.now = datetime.fromisoformat(f"{day}T09:00:00+01:00")
        known = {line["letter_id"] for line in home.lines()["letters"]}
        home.round()
        new = [
            line for line in home.lines()["letters"] if line["letter_id"] not in known and line["customer_id"]
        ]
        lines |= {line["letter_id"]: (f"{day}", line) for line in new}
    return [
        (day, line["kind"], line["customer_id"], line["level"], line["status"], tuple(line["invoices"]))
        for day, line in lines.values()
    ]


@pytest.mark.parametrize("autonomy", ["approve", "auto"])
def test_what_is_planned_is_what_happens_and_planning_changes_nothing(own: WorkedHome, autonomy: str) -> None:
    with (own.path / "remitd.toml").open("a", encoding="utf-8") as config:
        config.write(f'[autonomy]\nreminder = "{autonomy}"\ndunning = "{autonomy}"\n')
    state = {path: path.read_bytes() for path in sorted((own.path / "state").rglob("*")) if path.is_file()}
    lines = CommandedHome(own.path, NOW).lines("plan", "--days", "28")
    after = {path: path.read_bytes() for path in sorted((own.path / "state").rglob("*")) if path.is_file()}

    assert state == after
    letters = told(lines, "letter")
    assert {"reminder", "dunning"} <= {kind for _, kind, *_ in letters}
    if autonomy == "auto":
        assert {status for *_, status, _ in letters} == {"sent", "held"}
    assert sorted(letters) == sorted(lived(own, 28))


def test_a_gate_says_what_it_holds_back_and_a_promise_comes_due(own: WorkedHome) -> None:
    lines = CommandedHome(own.path, NOW).lines("plan")

    held = {
        (line["invoices"][0], line["kind"], line["amounts"][0]["amount"], line["until"])
        for line in lines
        if line["what"] == "held_back"
    }
    assert held == {("OB-501", "promise", "12.00", "2026-11-18"), ("QP-7", "dispute", "75.00", None)}
    assert told(lines, "promise") == [("2026-11-18", "promise", "K5", 0, "", ("OB-501",))]
    assert all(line["why"] for line in lines)


def test_only_one_customers_lines_and_only_so_many_days(own: WorkedHome) -> None:
    home = CommandedHome(own.path, NOW)
    assert {line["customer_id"] for line in home.lines("plan", "--customer", "K2")} == {"K2"}
    last = max(line["date"] for line in home.lines("plan", "--days", "3"))
    assert last <= f"{date(2026, 11, 12)}"
    assert "no customer of this home" in home.fault("plan", "--customer", "K99")


def test_a_message_for_a_person_is_closed_once_and_taken_back(own: WorkedHome) -> None:
    home = CommandedHome(own.path, NOW)
    (waiting,) = [line for line in home.lines("messages") if line["kind"] == "other"]
    assert (waiting["status"], waiting["closed_at"]) == ("review", None)

    assert home.run("close", waiting["mail_id"], "--why", "noted") == f"{waiting['mail_id']}: closed\n"
    closed = next(line for line in home.lines("messages") if line["mail_id"] == waiting["mail_id"])
    assert (closed["status"], closed["closed_at"]) == ("review", "2026-11-09T08:00:00+00:00")
    assert "is closed already" in home.fault("close", waiting["mail_id"], "--why", "again")

    seq = next(line["seq"] for line in home.lines("audit") if line["kind"] == "MessageClosed")
    home.run("undo", str(seq), "--why", "a mistake")
    again = next(line for line in home.lines("messages") if line["mail_id"] == waiting["mail_id"])
    assert again["closed_at"] is None
    assert "taken back before" in home.fault("undo", str(seq), "--why", "twice")


def test_only_what_waits_for_a_person_is_closed(own: WorkedHome) -> None:
    home = CommandedHome(own.path, NOW)
    handled = next(line for line in home.lines("messages") if line["status"] == "handled")
    assert "is handled" in home.fault("close", handled["mail_id"], "--why", "no")
    assert "is no message and no open question" in home.fault("close", "M-0", "--why", "no")


def test_an_open_question_is_closed_and_what_it_held_back_is_owed(own: WorkedHome) -> None:
    own.deliver(SHORT)
    own.round()
    home = CommandedHome(own.path, NOW)
    (query,) = [line for line in home.lines("letters") if line["kind"] == "discrepancy_query"]
    assert "query" in {line["kind"] for line in home.lines("plan") if line["what"] == "held_back"}

    said = home.run("close", query["letter_id"], "--why", "they owe it")

    assert said == (f"{query['letter_id']}: needs no answer any more; it holds LC-1 back no longer\n")
    assert "query" not in {line["kind"] for line in home.lines("plan") if line["what"] == "held_back"}
    assert "is no message and no open question" in home.fault("close", query["letter_id"], "--why", "twice")
    seq = next(line["seq"] for line in home.lines("audit") if line["kind"] == "QueryClosed")
    home.run("undo", str(seq), "--why", "they answered by phone")
    assert "query" in {line["kind"] for line in home.lines("plan") if line["what"] == "held_back"}
