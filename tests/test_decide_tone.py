"""What is known of a customer to the tone of a letter, and the letters that went out before it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from agent.decide.contacts import earlier_letters
from agent.decide.tone import tone_of
from agent.facts import events as e
from agent.facts.holds import HoldEnd, HoldKind
from agent.facts.letters import Letter, LetterKind, LetterStatus
from agent.facts.payments import Application, Origin, Payment, Status
from agent.facts.readings import PaymentRead
from agent.money import Money
from tests.ledger_builders import customer, folded_books, held, item

TODAY = date(2026, 11, 20)
SHANGHAI = ZoneInfo("Asia/Shanghai")
HUNDRED = Money.parse("100.00 USD")
NOTHING = Money.parse("0.00 USD")


def paid(number: int, due_on: date, days: int) -> list[Any]:
    """An item of 100.00, and the payment that settled it so many days after its due date."""
    invoice, payment_id = f"I{number}", f"P{number}"
    read = PaymentRead(
        amount=Decimal("100.00"), currency="USD", paid_on=due_on + timedelta(days=days), lines=()
    )
    record = Payment(
        payment_id=payment_id, mail_id="M1", message_id="", origin=Origin.ADVICE, customer_id="C1", claim=read,
        amount=HUNDRED,
    )  # fmt: skip
    whole = Application(invoice=invoice, amount=HUNDRED, discount=NOTHING, write_off=NOTHING, reason=None)
    return [
        item(invoice, due_on=due_on),
        e.PaymentRecorded(payment=record),
        e.PaymentDecided(payment_id=payment_id, status=Status.APPLIED, because=()),
        e.CashApplied(payment_id=payment_id, applications=(whole,)),
    ]


def test_tone(case: dict[str, Any]) -> None:
    """`paid`: "due date, days late" of each item that was paid; `promised` days of the item that is open, `ended` how."""
    records: list[Any] = [customer()]
    for number, text in enumerate(case.get("paid", ()), 1):
        day, days = text.split(" +")
        records += paid(number, date.fromisoformat(day), int(days))
    open_item = item("OPEN", due_on=date(2026, 11, 1))
    for day, end in zip(case.get("promised", ()), case.get("ended", ["", ""]), strict=False):
        open_item = held(open_item, HoldKind.PROMISE, "100.00 USD", day, end=HoldEnd(end) if end else None)
    records.append(open_item)
    books = folded_books(*records)
    assert tone_of(books, "C1", [books.items["OPEN"]], TODAY).value == case["tone"]


def test_only_letters_that_went_out_about_these_items_are_recalled() -> None:
    def letter(letter_id: str, day: int, *invoices: str, status: str = "sent", **changes: Any) -> Any:
        of = Letter(
            letter_id=letter_id, kind=LetterKind.DUNNING, mail_id=None, customer_id="C1", to=("a@c1.example",), cc=(),
            subject="", language="en", invoices=invoices, payment_ids=(), level=1, codes=(),
            status=LetterStatus(status), created_at=datetime(2026, 11, day, 3, tzinfo=UTC),
            sent_at=datetime(2026, 11, day, 20, tzinfo=UTC) if status == "sent" else None,
            message_id=f"<{letter_id}@x.example>", in_reply_to=None, sha256="",
        )  # fmt: skip
        return e.LetterQueued(letter=replace(of, **changes))

    books = folded_books(
        customer(),
        item("I1"),
        item("I2"),
        letter("L1", 3, "I1", "I2", kind=LetterKind.REMINDER, level=0),
        letter("L2", 9, "I2"),
        letter("L3", 10, "I1", status="held"),
        letter("L4", 11, "I1", status="cancelled"),
        letter("L5", 12, "I1", kind=LetterKind.STATEMENT, level=0),
        letter("L6", 16, "I2", "I1"),
    )
    told = earlier_letters(books, "C1", ["I1"], SHANGHAI)
    assert [(one.kind.value, one.level, str(one.sent_on), one.invoices) for one in told] == [
        ("reminder", 0, "2026-11-04", ("I1",)),  # in Shanghai it is the day after
        ("dunning", 1, "2026-11-17", ("I1",)),
    ]
