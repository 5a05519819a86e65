"""Books of one customer by few words: invoices with the days on which they were due and paid, holds, questions."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from agent.facts import events as e
from agent.facts.books import Books, Query
from agent.facts.holds import Hold, HoldEnd, HoldKind
from agent.facts.ledger import Item
from agent.facts.payments import Application, Origin, Payment, Status
from agent.facts.readings import PaymentRead
from agent.ledger import fold
from agent.money import Money
from tests.ledger_builders import NOON, customer, folded_books, item

TODAY = NOON.date()  # 2026-11-20


def owed(number: str, said: dict[str, Any]) -> Item:
    """An invoice of a case."""
    due_on = said["due"]
    holds = tuple(_hold(number, one) for one in said.get("holds", ()))
    return item(
        number,
        said.get("amount", "100.00 USD"),
        issued_on=said.get("issued", due_on - timedelta(days=30)),
        due_on=due_on,
        holds=holds,
        missing_at=NOON if said.get("missing") else None,
    )


def _hold(number: str, said: dict[str, Any]) -> Hold:
    return Hold(
        seq=int(number[1:]),
        kind=HoldKind(said["kind"]),
        amount=Money.parse(said["amount"]) if "amount" in said else None,
        since=NOON,
        until=said.get("until"),
        settled=Money(0, "USD") if said["kind"] in ("promise", "instalment") else None,
        end=HoldEnd(said["end"]) if "end" in said else None,
        ended_at=NOON if "end" in said else None,
    )


def paying(number: str, said: dict[str, Any]) -> Iterator[e.Event]:
    """The cash of an invoice: all of it on `paid`, or as much as `cash` says."""
    if "paid" not in said:
        return
    billed = Money.parse(said.get("amount", "100.00 USD"))
    cash = Money.parse(said["cash"]) if "cash" in said else billed
    nothing = Money(0, cash.currency)
    payment_id = f"P-{number}"
    read = PaymentRead(
        amount=cash.decimal, currency=cash.currency, paid_on=said["paid"], reference=payment_id
    )
    payment = Payment(
        payment_id=payment_id, mail_id="M", message_id="<m@x>", origin=Origin.ADVICE, customer_id="C1", amount=cash, claim=read,
        status=Status.UNAPPLIED,
    )  # fmt: skip
    yield e.PaymentRecorded(payment=payment)
    applied = Application(invoice=number, amount=cash, discount=nothing, write_off=nothing, reason=None)
    yield e.CashApplied(payment_id=payment_id, applications=(applied,))
    yield e.PaymentDecided(payment_id=payment_id, status=Status.APPLIED, because=())
    if "cleared" in said:
        yield e.PaymentCleared(payment_id=payment_id, mail_id="M", cleared_on=said["cleared"], because=())
    if "returned" in said:
        yield e.CashReversed(
            payment_id=payment_id, applications=(applied,), why="returned", returned_on=said["returned"]
        )


def books_of(case: dict[str, Any]) -> Books:
    """A case's books: `invoices`, `credit_limit`, `currency`, `on_account`, `questions` asked twice, `bank` seen."""
    record = customer(credit_limit=case.get("credit_limit"), currency=case.get("currency", "USD"))
    rows = case.get("invoices", [])
    numbered = [(f"I{number:02}", row) for number, row in enumerate(rows, start=1)]
    events: list[Any] = [record, *(owed(number, row) for number, row in numbered)]
    for number, row in numbered:
        events += paying(number, row)
    books = folded_books(*events)
    if "on_account" in case:
        recorded, *_ = paying("X", {"amount": case["on_account"], "paid": TODAY})
        more(books, recorded)
    for place in range(case.get("questions", 0)):
        raised = e.QueryRaised(letter_id=f"L{place}", payment_ids=(), invoices=(), codes=(), customer_id="C1")
        asked = Query(raised=raised, asked_at=NOON, first_asked_at=NOON, is_repeated=True)
        books.queries[raised.letter_id] = asked
    books.bank_seen_on = case.get("bank", books.bank_seen_on)
    return books


def more(books: Books, *events: e.Event) -> Books:
    """The same books after these."""
    for event in events:
        recorded = e.Recorded(
            seq=books.seq + 1,
            at=NOON,
            actor="staff",
            subject="",
            event=event,
            prev="",
            hash=str(books.seq + 1),
        )
        fold.apply(books, recorded)
    return books


def prompt(count: int, *, last_due: date, every: int = 30, late: int = 0) -> list[dict[str, Any]]:
    """Invoices due every so many days up to a day, each paid so many days late."""
    dues = [last_due - timedelta(days=every * number) for number in range(count)]
    return [{"due": due, "paid": due + timedelta(days=late)} for due in dues]
