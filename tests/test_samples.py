"""The sample mailbox, handled whole in one home: what becomes of each message, and what is open at the end."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.homes import EXAMPLES, RunningHome, make_home

TABLE = Path(__file__).parent / "tables" / "samples.toml"
MONDAY = "2026-11-23T09:00:00+08:00"
SCHEDULED = ("reminder", "dunning", "final_notice")
Line = dict[str, Any]


@dataclass(frozen=True)
class Morning:
    """The books after all messages, by the contract's JSON."""

    home: RunningHome
    before: dict[str, Line]
    invoices: dict[str, Line]
    payments: dict[str, Line]
    letters: dict[str, Line]
    messages: dict[str, Line]  # by file


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Morning:
    """All 66 messages, every letter kind but the final notice on auto."""
    home = make_home(tmp_path_factory.mktemp("harbour") / "home")
    home.configure(autonomy='reminder = "auto"\ndunning = "auto"\nstatement = "auto"')
    before = {line["invoice_no"]: line for line in home.lines("invoices", "--all")}
    files = sorted(path.name for path in (EXAMPLES / "mail").glob("*.eml"))
    home.deliver(*files)
    home.run("run", "--once")
    messages = home.lines("messages")
    assert len(files) == len(messages)
    return Morning(
        home=home,
        before=before,
        invoices={line["invoice_no"]: line for line in home.lines("invoices", "--all")},
        payments={line["payment_id"]: line for line in home.lines("payments")},
        letters={line["letter_id"]: line for line in home.lines("letters")},
        messages=dict(zip(files, messages, strict=True)),
    )


def test_samples(case: dict[str, Any], morning: Morning) -> None:
    message = morning.messages[case["name"]]
    payments = [morning.payments[payment_id] for payment_id in message["payment_ids"]]
    letters = [morning.letters[letter_id] for letter_id in message["letter_ids"]]
    cleared = _cleared(case, morning, payments)
    brought = [payment for payment in payments if payment["payment_id"] not in cleared]

    assert case.get("kind", message["kind"]) == message["kind"]
    assert case.get("payments", []) == [payment["status"] for payment in payments]
    assert sorted(case.get("applied", [])) == sorted(
        _applied(one) for payment in brought for one in payment["applications"]
    )
    codes = {code for payment in brought for code in payment["discrepancies"]}
    codes |= {code for letter in letters for code in letter["codes"]}
    assert set(case.get("codes", [])) == codes
    if "letters" in case:
        assert case["letters"] == [f"{letter['kind']} to {', '.join(letter['to'])}" for letter in letters]
    for never in case.get("never", []):
        assert never not in [letter["kind"] for letter in letters]
        assert never not in [address for letter in letters for address in letter["to"] + letter["cc"]]
    assert all(letter["status"] == "sent" for letter in letters)


def _cleared(case: dict[str, Any], morning: Morning, payments: list[Line]) -> set[str]:
    """The payments of earlier messages that a bank statement shows; each is marked so."""
    shown = [morning.messages[file]["payment_ids"] for file in case.get("clears", []) if file]
    assert all(payment_id in message_ids for payment_id, message_ids in _pairs(payments, shown))
    assert all(payment["cleared"] for payment in payments) or "clears" not in case
    return {payment_id for message_ids in shown for payment_id in message_ids}


def _pairs(payments: list[Line], shown: list[list[str]]) -> list[tuple[str, list[str]]]:
    return [
        (payment["payment_id"], message_ids) for payment, message_ids in zip(payments, shown, strict=False)
    ]


def _applied(one: Line) -> str:
    text = f"{one['invoice']} {one['amount']}"
    text += f" discount {one['discount']}" if Decimal(one["discount"]) else ""
    return text + (f" off {one['write_off']}" if Decimal(one["write_off"]) else "")


def test_every_invoice_is_open_by_what_the_table_leaves_of_it(morning: Morning) -> None:
    taken: dict[str, Decimal] = defaultdict(Decimal)
    for case in tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]:
        for text in case.get("applied", []):
            invoice, amount, *more = text.split()
            taken[invoice] += Decimal(amount) + sum(map(Decimal, more[1::2]))

    want = {
        number: str(Decimal(line["open_amount"]) - taken[number]) for number, line in morning.before.items()
    }

    assert want == {number: line["open_amount"] for number, line in morning.invoices.items()}


def test_a_second_run_adds_nothing_and_monday_reminds_of_what_is_open_alone(morning: Morning) -> None:
    home = morning.home
    home.run("run", "--once")

    assert list(morning.payments.values()) == home.lines("payments")
    assert list(morning.letters.values()) == home.lines("letters")
    assert list(morning.messages.values()) == home.lines("messages")
    assert list(morning.invoices.values()) == home.lines("invoices", "--all")

    home.run("run", "--once", now=MONDAY)

    letters = home.lines("letters")[len(morning.letters) :]
    scheduled = [letter for letter in letters if letter["kind"] in SCHEDULED]
    assert "dunning" in {letter["kind"] for letter in scheduled}
    asked = [number for letter in scheduled for number in letter["invoices"]]
    assert len(asked) == len(set(asked)), "an item is in one letter"
    for number in asked:
        assert "open" == morning.invoices[number]["status"], number
        assert Decimal(morning.invoices[number]["open_amount"]) > 0, number
    customers = [
        (letter["customer_id"], morning.invoices[letter["invoices"][0]]["currency"]) for letter in scheduled
    ]
    assert len(customers) == len(set(customers)), "one letter for each customer and currency"
    home.run("audit", "verify")
