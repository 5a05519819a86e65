"""Which scheduled letters are due: derived from what is owed and what was sent, on any day, after any gap."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from agent.decide.dunning import due_letters
from agent.facts import events as e
from agent.facts.holds import HoldKind
from agent.facts.letters import Letter, LetterKind, LetterStatus
from agent.facts.payments import Origin, Payment, Status
from agent.facts.readings import PaidLine, PaymentRead
from agent.money import Money
from agent.rules.calendar import load_calendar
from agent.rules.dunning import load_dunning
from tests.ledger_builders import customer, folded_books, held, item

RULES = Path(__file__).parent.parent / "rules"
SHANGHAI = ZoneInfo("Asia/Shanghai")


def payment(amount: str, status: Status, *lines: PaidLine) -> list[e.Event]:
    read = PaymentRead(amount=Decimal(amount.split()[0]), currency=amount[-3:], paid_on=None, lines=lines)
    record = Payment(
        payment_id="P1", mail_id="M1", message_id="", origin=Origin.ADVICE, customer_id="C1", claim=read,
        amount=Money.parse(amount),
    )  # fmt: skip
    return [
        e.PaymentRecorded(payment=record),
        e.PaymentDecided(payment_id="P1", status=status, because=()),
    ]


def letter(day: date, status: str, kind: str) -> e.LetterQueued:
    at = datetime(day.year, day.month, day.day, 3, tzinfo=UTC)
    return e.LetterQueued(
        letter=Letter(
            letter_id="L1", kind=LetterKind(kind), mail_id=None, customer_id="C1", to=("a@c1.example",), cc=(),
            subject="", language="en", invoices=("I1",), payment_ids=(), level=1, codes=(), created_at=at,
            status=LetterStatus(status), message_id="<l@x.example>", in_reply_to=None, sha256="",
        )
    )  # fmt: skip


def test_due_letters(case: dict[str, Any], tmp_path: Path) -> None:
    if "rules" in case:  # before the shipped ones, or behind them where they are of sections
        shipped = (RULES / "dunning.toml").read_text(encoding="utf-8")
        parts = [case["rules"], shipped] if case["rules"][0] != "[" else [shipped, case["rules"]]
        (tmp_path / "dunning.toml").write_text("\n".join(parts), encoding="utf-8")
    first = item(
        "I1",
        due_on=case.get("due_on", date(2026, 10, 30)),
        dunning_level=case.get("level", 0),
        reminded_on=case.get("reminded_on"),
    )
    if "disputed" in case:
        first = held(first, HoldKind.DISPUTE, case["disputed"])
    if "promised" in case:
        first = held(first, HoldKind.PROMISE, case["promised"], case["promised_on"])
    if "held_until" in case:
        first = held(first, HoldKind.STAFF, until=case["held_until"])
    records: list[Any] = [
        customer(currency=None),
        first,
        item("I9", due_on=date(2027, 12, 1)),
    ]
    if "other" in case:
        records.append(item("I2", case["other"]["amount"], due_on=case["other"]["due_on"]))
    if "query" in case:
        records.append(
            e.QueryRaised(
                letter_id="L9", payment_ids=(), invoices=tuple(case["query"]), codes=(), customer_id="C1"
            )
        )
    if "review" in case:
        records += payment(
            "500.00 USD", Status.REVIEW, PaidLine(invoice="I1", amount=Decimal(case["review"]))
        )
        records[-2] = e.PaymentRecorded(payment=_of_nobody(records[-2].payment))
    if "unapplied" in case:
        records += payment(case["unapplied"], Status.UNAPPLIED)
    if "last_letter" in case:
        records.append(
            letter(case["last_letter"], case.get("last_status", "sent"), case.get("last_kind", "dunning"))
        )
    found = due_letters(
        folded_books(*records),
        load_dunning(tmp_path if "rules" in case else RULES),
        today=case["today"],
        zone=SHANGHAI,
        is_workday=load_calendar(RULES, "CN"),
    )

    assert case["want"] == [
        f"{due.kind} {due.level} " + ", ".join(f"{d.item.invoice_no} {d.asked.amount}" for d in due.items)
        for due in found
    ]


def _of_nobody(record: Payment) -> Payment:
    from dataclasses import replace

    return replace(record, customer_id=None)
