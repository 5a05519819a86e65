"""What a person decides on deductions and on cash left over, to events; each says what it did, in a line."""

from collections.abc import Iterator
from datetime import date
from typing import assert_never

from agent.decide.queries import why_closed
from agent.errors import AgentError
from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.payments import Application, Deduction, DeductionStatus, Payment, Status
from agent.money import Money
from agent.pipeline.bookkeeping import Commit

_LEFT = (Status.UNAPPLIED, Status.PARTIALLY_APPLIED)


def allow_deductions(commit: Commit, invoice: str, why: str, today: date) -> Iterator[str]:
    """What payments withheld from an invoice is written off under its reason codes."""
    for payment_id, one in _waiting(commit.books, invoice):
        amount = min(one.amount, commit.books.items[invoice].open)
        if not amount:
            raise AgentError(f"{invoice} is settled; nothing is left that could be allowed")
        nothing = Money(0, amount.currency)
        application = Application(
            invoice=invoice, amount=nothing, discount=nothing, write_off=amount, reason=one.code
        )
        commit.add(
            payment_id, e.DeductionAllowed(payment_id=payment_id, applications=(application,), why=why)
        )
        _close_queries(commit, payment_id, today)
        yield f"{invoice}: {amount} allowed as {one.code}, {commit.books.items[invoice].open} left open"


def refuse_deductions(commit: Commit, invoice: str, why: str, today: date) -> Iterator[str]:
    """What payments withheld from an invoice stays owed: a short payment, which is dunned."""
    for payment_id, one in _waiting(commit.books, invoice):
        commit.add(payment_id, e.DeductionRefused(payment_id=payment_id, invoice=invoice, why=why))
        _close_queries(commit, payment_id, today)
        yield f"{invoice}: {one.amount} refused, {commit.books.items[invoice].open} stays open"


def _waiting(books: Books, invoice: str) -> list[tuple[str, Deduction]]:
    if invoice not in books.items:
        near = books.anchors.number(invoice)
        hint = f"; did you mean {near.invoice_no}?" if near else "; see: remitd deductions"
        raise AgentError(f"{invoice} is no invoice of this home{hint}")
    found = [
        (payment.payment_id, one) for payment in books.payments.values() for one in payment.waits_on(invoice)
    ]
    if not found:
        raise AgentError(f"{invoice} has no deduction that waits for a decision; see: remitd deductions")
    return found


def refund(commit: Commit, payment_id: str, amount: str, why: str, today: date) -> str:
    """Unapplied cash was sent back to the payer; this records it, and moves no money."""
    payment = _with_cash_left(commit.books, payment_id)
    left = payment.unapplied
    assert left is not None
    if not payment.cleared:
        raise AgentError(
            f"{payment_id} has not been seen at the bank; money that was only told of is not sent back: "
            "import the bank statement that shows it first"
        )
    try:
        sent = Money.of(amount, left.currency)
    except ValueError as error:
        raise AgentError(f"{payment_id}: {error}; write it like 1180.00") from error
    if not 0 < sent.minor <= left.minor:
        raise AgentError(f"{payment_id} has {left} unapplied; {sent} can't be refunded")
    commit.add(payment_id, e.CashRefunded(payment_id=payment_id, amount=sent, why=why))
    _close_queries(commit, payment_id, today)
    return f"{payment_id}: {sent} refunded, {left - sent} left unapplied"


def leave_on_account(commit: Commit, payment_id: str, why: str, today: date) -> str:
    """Unapplied cash stays with its customer until it is applied or refunded; nobody is asked about it any more."""
    payment = _with_cash_left(commit.books, payment_id)
    if payment.customer_id is None or payment.status not in _LEFT:
        raise AgentError(f"{payment_id} is in {payment.status.value}; decide whose it is first: remitd apply")
    if payment.is_on_account:
        raise AgentError(f"{payment_id} is on account already; nothing was changed")
    commit.add(payment_id, e.CashLeftOnAccount(payment_id=payment_id, why=why))
    _close_queries(commit, payment_id, today)
    return f"{payment_id}: {payment.unapplied} left on account of {payment.customer_id}"


def undo_residual(
    commit: Commit, event: e.DeductionAllowed | e.DeductionRefused | e.CashRefunded | e.CashLeftOnAccount
) -> str:
    """Take back what a person decided on a deduction or on cash left over. AgentError where it does not stand."""
    payment = commit.books.payments[event.payment_id]
    gone = AgentError(f"{payment.payment_id} was changed since; see: remitd explain {payment.payment_id}")
    if payment.status is Status.REVERSED:
        raise gone
    match event:
        case e.CashRefunded():
            if not payment.refunded or payment.refunded < event.amount:
                raise gone
            commit.add(payment.payment_id, e.RefundUndone(payment_id=payment.payment_id, amount=event.amount))
            return f"{payment.payment_id}: {event.amount} is unapplied again"
        case e.CashLeftOnAccount():
            if not payment.is_on_account:
                raise gone
            commit.add(payment.payment_id, e.OnAccountUndone(payment_id=payment.payment_id))
            return f"{payment.payment_id} is not on account any more"
        case e.DeductionAllowed():
            invoice, applications = event.applications[0].invoice, event.applications
        case e.DeductionRefused():
            invoice, applications = event.invoice, ()
        case _:
            assert_never(event)
    decided = DeductionStatus.ALLOWED if applications else DeductionStatus.REFUSED
    stands = sum(one.invoice == invoice and one.status is decided for one in payment.deductions)
    if stands != 1 or any(one not in payment.applications for one in applications):
        raise gone
    commit.add(
        payment.payment_id,
        e.DeductionReopened(payment_id=payment.payment_id, invoice=invoice, applications=applications),
    )
    return f"{invoice}: its deduction waits for a decision again, {commit.books.items[invoice].open} is open"


def _with_cash_left(books: Books, payment_id: str) -> Payment:
    payment = books.payments.get(payment_id)
    if payment is None:
        raise AgentError(f"{payment_id} is no payment of this home; see: remitd payments")
    if payment.status not in (*_LEFT, Status.REVIEW) or not payment.unapplied:
        raise AgentError(
            f"{payment_id} is {payment.status.value} and has no unapplied cash; see: remitd payments"
        )
    return payment


def _close_queries(commit: Commit, payment_id: str, today: date) -> None:
    """Questions about the payment that nobody needs to answer any more."""
    books = commit.books
    for letter_id, query in list(books.queries.items()):
        if payment_id in query.raised.payment_ids and (why := why_closed(query, books, today)):
            commit.add(letter_id, e.QueryClosed(letter_id=letter_id, why=why))
