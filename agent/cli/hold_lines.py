"""What is held, how much, why, whose and until when, as JSON lines: every field always there, amounts as strings."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from agent.facts.books import Books
from agent.facts.holds import Hold
from agent.facts.ledger import Item
from agent.facts.payments import Status
from agent.ids import instant
from agent.money import Money

Line = dict[str, Any]


def hold_lines(books: Books, *, customer: str | None, with_ended: bool, today: date) -> Iterator[Line]:
    """Holds that stand, by item; with what ended where asked for. Questions, advices and deductions hold too."""
    for item in books.items.values():
        if customer is not None and item.customer_id != customer:
            continue
        amounts = {part.hold.seq: part.amount for part in item.held_on(today)} if item.holds else {}
        for hold in item.holds:
            if hold.seq in amounts or with_ended:
                yield _hold_line(item, hold, amounts.get(hold.seq))
    yield from (line for line in _of_agent(books) if customer in (None, line["customer_id"]))


def _hold_line(item: Item, hold: Hold, amount: Money | None) -> Line:
    return {
        "line": hold.seq,
        "invoice_no": item.invoice_no,
        "customer_id": item.customer_id,
        "kind": hold.kind.value,
        "about": hold.about,
        "currency": item.open.currency,
        "amount": (amount or Money(0, item.open.currency)).amount,
        "said_amount": hold.amount.amount if hold.amount else None,
        "reason": hold.reason,
        "status": _status(hold, amount),
        "owners": list(hold.owners),
        "since": _at(hold.since),
        "until": hold.until.isoformat() if hold.until else None,
        "revisit_on": hold.revisit_on.isoformat() if hold.revisit_on else None,
        "by": hold.by,
        "mail_id": hold.mail_id,
        "plan_id": hold.plan_id,
        "moves": hold.moves,
    }


def _status(hold: Hold, amount: Money | None) -> str:
    if hold.end:
        return hold.end.value
    if hold.is_justified:
        return "justified, waits for " + (hold.credit or "a credit note or write-off")
    return "holds" if amount else "over"


def _of_agent(books: Books) -> Iterator[Line]:
    """What the agent's own questions hold, and payments that were told of and not seen."""
    bare = dict.fromkeys(
        ("line", "about", "said_amount", "reason", "until", "revisit_on", "mail_id", "plan_id"), None
    )
    for query in books.queries.values():
        for invoice in query.raised.invoices:
            item = books.items[invoice]
            said = {
                "kind": "query",
                "reason": ", ".join(query.raised.codes) + f" ({query.raised.letter_id})",
                "status": "with staff" if query.is_with_staff else "holds",
                "since": _at(query.first_asked_at),
            }
            yield {**bare, **_common(item, item.open), **said}
    for payment in map(books.payments.__getitem__, books.unsettled):
        told = payment.status in (Status.ADVISED, Status.REVIEW)
        if told and not (payment.is_doubted or payment.missed_on):
            named = [line for line in payment.claim.lines if line.invoice in books.items]
            for line in named:
                item = books.items[line.invoice]
                said = {"kind": "advice", "reason": payment.payment_id, "mail_id": payment.mail_id}
                yield {**bare, **_common(item, item.open), **said}
        for one in payment.waiting_deductions:
            item = books.items[one.invoice]
            said = {
                "kind": "deduction",
                "reason": f"{one.code} ({payment.payment_id})",
                "since": _at(one.since),
            }
            yield {**bare, **_common(item, one.amount), **said}


def _common(item: Item, amount: Money) -> Line:
    return {
        "invoice_no": item.invoice_no,
        "customer_id": item.customer_id,
        "currency": amount.currency,
        "amount": min(amount, item.open).amount,
        "status": "holds",
        "owners": [],
        "since": None,
        "by": "agent",
        "moves": 0,
    }


def _at(at: datetime) -> str:
    return instant(at.astimezone(UTC))
