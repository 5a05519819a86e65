"""What a person decides on a dispute, or writes off, to events; each says what it did, in a line."""

from dataclasses import replace
from datetime import date

from agent.errors import AgentError
from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.holds import Hold, HoldEnd
from agent.facts.ledger import Item
from agent.facts.payments import Application
from agent.money import Money
from agent.pipeline.bookkeeping import Commit
from agent.pipeline.staff import amount_of, open_item, part_of


def resolve(
    commit: Commit,
    invoice: str,
    outcome: HoldEnd,
    *,
    credit: str | None,
    write_off: str | None,
    why: str,
    today: date,
) -> str:
    """End a dispute. AgentError where there is none, or what is to be credited or written off is more than it."""
    item = open_item(commit.books, invoice)
    dispute, disputed = item.dispute, item.disputed
    if dispute is None or disputed is None:
        raise AgentError(f"{invoice} is not disputed; see: remitd holds")
    if outcome is not HoldEnd.JUSTIFIED and (credit or write_off):
        raise AgentError(f"--credit and --write-off are for a justified dispute, not one that is {outcome}")
    done, amount = "", None
    if write_off:
        amount = amount_of(write_off, item)
        if not 0 < amount.minor <= disputed.minor:
            raise AgentError(f"{invoice} has {disputed} in dispute; {amount} can't be written off for it")
        _write_off(commit, item, amount, reason="dispute", why=why)
        done = f", {amount} written off"
    elif credit and credit in commit.books.items:
        amount = _take_credit(commit, item, disputed, credit, why)
        done = f", {amount} credited by {credit}"
    is_over = bool(done) or outcome is not HoldEnd.JUSTIFIED
    commit.add(
        invoice,
        e.DisputeResolved(
            invoice=invoice,
            dispute=dispute.seq,
            outcome=outcome,
            is_over=is_over,
            resolved_on=today,
            why=why,
            credit=credit,
            amount=amount,
        ),
    )
    if not is_over:
        waits = f"credit note {credit}" if credit else "credit note or write-off"
        return f"{invoice}: {disputed} justified, held until its {waits} is there"
    return f"{invoice}: dispute {outcome}{done}, {commit.books.items[invoice].open} open"


def settle_credits(commit: Commit, today: date) -> int:
    """Set credit notes that justified disputes wait for against their invoices, now that they are there; how many."""
    waiting = [
        (item.invoice_no, item.dispute)
        for item in commit.books.held_items()
        if item.dispute and item.dispute.credit in commit.books.items
    ]
    done = 0
    for invoice, dispute in waiting:
        item, credit = commit.books.items[invoice], dispute.credit
        disputed = item.disputed
        if credit is None or disputed is None or _why_not(commit.books, item, credit):
            continue
        why = f"the credit note that its justified dispute waited for (line {dispute.seq})"
        amount = _take_credit(commit, item, disputed, credit, why)
        commit.add(
            invoice,
            e.DisputeResolved(
                invoice=invoice,
                dispute=dispute.seq,
                outcome=HoldEnd.JUSTIFIED,
                is_over=True,
                resolved_on=today,
                why=why,
                credit=credit,
                amount=amount,
            ),
        )
        done += 1
    return done


def write_off(commit: Commit, invoice: str, amount: str, *, is_discount: bool, why: str) -> str:
    """What a person writes off an invoice, or grants as a discount though its days are over."""
    item = open_item(commit.books, invoice)
    part = part_of(item, amount)
    _write_off(commit, item, part, reason="late_discount" if is_discount else "write_off", why=why)
    word = "granted as a discount" if is_discount else "written off"
    return f"{invoice}: {part} {word}, {commit.books.items[invoice].open} open"


def _write_off(commit: Commit, item: Item, amount: Money, *, reason: str, why: str) -> None:
    nothing = Money(0, amount.currency)
    is_discount = reason == "late_discount"
    one = Application(
        invoice=item.invoice_no,
        amount=nothing,
        discount=amount if is_discount else nothing,
        write_off=nothing if is_discount else amount,
        reason=reason,
    )
    commit.add(item.invoice_no, e.SettledWithoutCash(applications=(one,), why=why))


def _take_credit(commit: Commit, item: Item, disputed: Money, credit: str, why: str) -> Money:
    if reason := _why_not(commit.books, item, credit):
        raise AgentError(reason)
    note, nothing = commit.books.items[credit], Money(0, disputed.currency)
    amount = min(disputed, -note.open)
    applications = tuple(
        Application(invoice=invoice, amount=cash, discount=nothing, write_off=nothing, reason="credit_note")
        for invoice, cash in ((item.invoice_no, amount), (credit, -amount))
    )
    commit.add(item.invoice_no, e.SettledWithoutCash(applications=applications, why=why))
    return amount


def _why_not(books: Books, item: Item, credit: str) -> str | None:
    """Why a credit note can't be set against an item; None where it can."""
    note = books.items[credit]
    if not note.is_credit:
        return f"{credit} is an invoice, no credit note"
    if note.customer_id != item.customer_id:
        return f"{credit} is {note.customer_id}'s and {item.invoice_no} is {item.customer_id}'s"
    if note.open.currency != item.open.currency:
        return f"{credit} is in {note.open.currency} and {item.invoice_no} in {item.open.currency}"
    return None if note.open else f"{credit} was used before; nothing of it is left"


def undo_settlement(commit: Commit, event: e.SettledWithoutCash) -> str:
    """What was written off is owed again, a credit note open again. AgentError where it does not stand any more."""
    for one in event.applications:
        known = [allowed.application for allowed in commit.books.items[one.invoice].allowed]
        if one not in known:
            raise AgentError(f"{one.invoice} was changed since; see: remitd explain {one.invoice}")
    commit.add(event.applications[0].invoice, e.SettledWithoutCashUndone(applications=event.applications))
    again = ", ".join(f"{one.invoice} {commit.books.items[one.invoice].open}" for one in event.applications)
    return f"open again: {again}"


def unresolve(commit: Commit, seq: int, event: e.DisputeResolved, before: Books) -> str:
    """The dispute stands as it did. AgentError where it does not stand as that line left it."""
    item = commit.books.items[event.invoice]
    was = _dispute(before.items[event.invoice], event.dispute)
    now = _dispute(item, event.dispute)
    stands = now and (now.ended_by == seq if event.is_over else now.is_justified and now.end is None)
    if was is None or not stands or item.dispute not in (None, now):
        raise AgentError(
            f"the dispute of {event.invoice} was changed since; see: remitd explain {event.invoice}"
        )
    was = replace(was, credit=None)  # else the same credit note would settle it again by itself
    holds = tuple(was if hold is now else hold for hold in item.holds)
    clock_from = before.items[event.invoice].clock_from
    commit.add(event.invoice, e.MarksRestored(invoice=event.invoice, holds=holds, clock_from=clock_from))
    return f"{event.invoice}: its dispute stands again"


def _dispute(item: Item, seq: int) -> Hold | None:
    return next((hold for hold in item.holds if hold.seq == seq), None)
