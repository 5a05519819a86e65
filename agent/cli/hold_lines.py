"""What is held, how much, why, whose and until when, as JSON lines: every field always there, amounts as strings."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from agent.facts.books import Books
from agent.facts.holds import Hold, HoldEnd
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


def plan_lines(books: Books, today: date) -> Iterator[Line]:
    """Each instalment of each plan, and what became of it."""
    for plan in books.plans.values():
        for one in plan.instalments:
            item = books.items[one.invoice]
            place = [other for other in plan.instalments if other.invoice == one.invoice].index(one)
            hold = _hold_of(item, plan.plan_id, place)
            left = item.unpaid.get(hold.seq) if hold else None
            yield {
                "plan_id": plan.plan_id,
                "customer_id": plan.customer_id,
                "status": plan.status.value,
                "invoice_no": one.invoice,
                "due_date": (hold.until if hold and hold.until else one.due_on).isoformat(),
                "agreed_date": one.due_on.isoformat(),
                "currency": one.amount.currency,
                "amount": one.amount.amount,
                "missing": (one.amount if left is None else left).amount,
                "state": _state(hold, today),
                "since": _at(plan.since),
                "mail_id": plan.mail_id,
                "why": plan.why,
            }


def _hold_of(item: Item, plan_id: str, place: int) -> Hold | None:
    """The promise that an instalment is now: the customer may have moved it."""
    first = [hold for hold in item.holds if hold.plan_id == plan_id and not hold.moves]
    hold = first[place] if place < len(first) else None
    by_line = {hold.seq: hold for hold in item.holds}
    while hold and hold.end is HoldEnd.MOVED and hold.ended_by in by_line:
        hold = by_line[hold.ended_by]
    return hold


def _state(hold: Hold | None, today: date) -> str | None:
    """kept, broken, cancelled; waits, or due: its day is over, and it is not judged yet; None: only offered."""
    if hold is None:
        return None
    if hold.end:
        return hold.end.value
    return "due" if hold.until and hold.until < today else "waits"


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
    if hold.end and not amount:  # a promise that was kept holds again once its money went back
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
