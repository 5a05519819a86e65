"""`remitd learn`, `learnt` and `forget`, from the payment that a person applies to the next one that is recognised."""

from datetime import datetime
from pathlib import Path

from tests.desks import readers, worked_home
from tests.homes import RunningHome

NOW = "2026-11-10T09:00:00+01:00"
LEDGER = ["R2026/0711,K2,2026-10-01,2027-03-31,EUR,100.00", "R2026/0715,K2,2026-10-05,2027-03-31,EUR,200.00"]
FIELDS = [
    "learnt_id", "customer_id", "kind", "value", "invoice", "payment_id", "actor", "at", "why", "status",
]  # fmt: skip


def _statement(entry: str, day: str) -> dict[str, object]:
    part = {"name": "auszug.sta", "mt940": [entry], "day": day}
    return {"from": "auszug@fordbank.example", "subject": day, "body": "Anbei.", "attach": [part]}


def test_a_payer_is_learnt_shown_listed_and_forgotten_in_the_name_of_who_did_it(tmp_path: Path) -> None:
    worked = worked_home(tmp_path / "home", {"ledger": LEDGER})
    worked.now = datetime.fromisoformat(NOW)
    worked.deliver(
        _statement("C 100.00 B1: SAMMELZAHLUNG: HANSE FACTORING AG?31DE02120300000000202051", "261110")
    )
    worked.round()
    readers().close()
    readers.cache_clear()
    home = RunningHome(worked.path)
    (payment,) = home.lines("payments")
    payment_id = payment["payment_id"]

    early = home.fault("learn", payment_id, "--why", "x", now=NOW)
    applied = home.run("apply", payment_id, "R2026/0711=100.00", now=NOW).stdout.splitlines()
    shown = home.run("learn", payment_id, "--name", "--dry-run", "--why", "asked", now=NOW).stdout
    none = home.lines("learnt")
    stranger = home.fault("learn", payment_id, "--why", "x", "--by", "me@else.example", now=NOW)
    kept = home.run(
        "learn", payment_id, "--why", "asked", "--by", "Ines.Roth@larkspur.example", now=NOW
    ).stdout
    home.run("learn", "R2026/0715", "--number", "ALT-4711", "--why", "old system", now=NOW)
    both = home.fault("learn", payment_id, "--number", "ALT-1", "--name", "--why", "x", now=NOW)
    listed = home.lines("learnt")
    taught = " ".join(home.run("explain", "K2", now=NOW).stdout.split())
    of_item = " ".join(home.run("explain", "R2026/0715", now=NOW).stdout.split())
    forgotten = home.run("forget", listed[0]["learnt_id"], "--why", "sold", now=NOW).stdout
    after = home.lines("learnt")
    since = " ".join(home.run("explain", "K2", now=NOW).stdout.split())

    assert "no person has said whose payment it is" in early
    assert [
        f"from now on payments from account …2051 are K2's; keep with: remitd learn {payment_id} --account --why TEXT",
        f"from now on payments of 'HANSE FACTORING AG' are K2's; keep with: remitd learn {payment_id} --name --why TEXT",
    ] == applied[1:]
    assert "from now on payments of 'HANSE FACTORING AG' are K2's\nnothing was kept\n" == shown
    assert [] == none
    assert "me@else.example is not in [company] staff" in stranger
    assert "from now on payments from account …2051 are K2's (R-" in kept
    assert "give one or the other" in both
    assert [FIELDS] * 3 == [list(line) for line in listed]
    assert [
        ("K2", "account", "DE02120300000000202051", None, payment_id, "staff ines.roth@larkspur.example", "live"),
        ("K2", "name", "HANSE FACTORING AG", None, payment_id, "staff ines.roth@larkspur.example", "live"),
        ("K2", "number", "ALT-4711", "R2026/0715", None, "staff", "live"),
    ] == [
        tuple(line[name] for name in ("customer_id", "kind", "value", "invoice", "payment_id", "actor", "status"))
        for line in listed
    ]  # fmt: skip
    assert {"2026-11-10T08:00:00+00:00"} == {line["at"] for line in listed}
    _assert_explained(taught, of_item, since, listed[0]["learnt_id"])
    assert "account …2051 counts no more for K2" in forgotten
    assert ["revoked", "live", "live"] == [line["status"] for line in after]
    home.run("audit", "verify")


def _assert_explained(taught: str, of_item: str, since: str, account_id: str) -> None:
    """On the customer's page and the item's before, and on the customer's page since the account was forgotten."""
    account = "payer's account “DE02120300000000202051”: confirmed by ines.roth@larkspur.example, 10 Nov 2026 09:00: “asked”"
    number = (
        "older number “ALT-4711” stands for R2026/0715: confirmed by staff, 10 Nov 2026 09:00: “old system”"
    )
    assert f"{account} take it back: remitd forget {account_id} --why TEXT" in taught
    assert "payer's name “HANSE FACTORING AG”: confirmed by" in taught
    assert number in taught
    assert number in of_item
    assert "payer's name" not in of_item
    assert "account “DE" not in since, "what was forgotten counts no more"
    assert "payer's name “HANSE FACTORING AG”" in since
