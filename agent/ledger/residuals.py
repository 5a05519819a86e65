"""(books, what staff decide on deductions and on cash left over) to the books after it; cents are conserved."""

from dataclasses import replace
from datetime import datetime
from typing import Final, assert_never

from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.payments import Code, Deduction, DeductionStatus, Difference, Payment, Refund, Status
from agent.ledger.cash import check_cash, give_back, take
from agent.ledger.index import add_payment, index_applications

_OF_ITEMS: Final = (Code.SHORT_PAYMENT, Code.DEDUCTION)  # all other codes ask about cash that is not applied


def note_deductions(books: Books, event: e.PaymentDecided, at: datetime) -> None:
    """What the decision on a payment says was withheld waits for staff from now on; an advised payment has none yet."""
    if event.status in (Status.ADVISED, Status.REVIEW, Status.DUPLICATE):
        return
    payment = books.payments[event.payment_id]
    found = [
        Deduction(
            invoice=one.invoice,
            amount=one.difference,
            reason=one.reason,
            code=one.deduction_code or "other",
            since=at,
            certificate_due=one.certificate_due,
        )
        for one in event.differences
        if one.code is Code.DEDUCTION and one.invoice and one.difference
    ]
    again = {one.invoice for one in found}
    kept = (
        one
        for one in payment.deductions
        if one.status is not DeductionStatus.WAITING or one.invoice not in again
    )
    add_payment(books, replace(payment, deductions=(*kept, *found)))


def residual_event(
    books: Books,
    event: e.ResidualEvent,
    at: datetime,
) -> None:
    """A person's decision; AssertionError where it is about more than waits."""
    payment = books.payments[event.payment_id]
    match event:
        case e.DeductionAllowed():
            for one in event.applications:
                (waiting,) = payment.waits_on(one.invoice)
                assert one.taken == one.write_off, f"{one.invoice}: an allowed deduction brings no cash"
                assert 0 < one.write_off.minor <= waiting.amount.minor, (
                    f"{one.invoice}: {one.write_off} allowed"
                )
                take(books, one)
                payment = _decided(payment, one.invoice, DeductionStatus.ALLOWED, event.why, at)
            payment = replace(payment, applications=payment.applications + event.applications)
            index_applications(books, payment)
        case e.DeductionRefused():
            assert payment.waits_on(event.invoice), f"{event.invoice}: no deduction waits"
            payment = _decided(payment, event.invoice, DeductionStatus.REFUSED, event.why, at)
        case e.CashRefunded():
            assert event.amount.minor > 0, event.amount
            refunded = payment.refunded + event.amount if payment.refunded else event.amount
            refunds = (*payment.refunds, Refund(amount=event.amount, at=at))
            payment = replace(payment, refunded=refunded, refunds=refunds)
            check_cash(payment)
            payment = payment if payment.unapplied else _settled(payment)
        case e.CashLeftOnAccount():
            assert payment.unapplied, f"{payment.payment_id}: nothing is left"
            payment = replace(payment, is_on_account=True, differences=_of_items(payment))
        case _:
            assert_never(event)
    add_payment(books, payment)


def residual_undone(books: Books, event: e.ResidualUndone, at: datetime) -> None:
    """A person's decision is taken back; AssertionError where it does not stand."""
    payment = books.payments[event.payment_id]
    match event:
        case e.DeductionReopened():
            left = list(payment.applications)
            for application in event.applications:
                left.remove(application)
                give_back(books, application)
            decided = DeductionStatus.ALLOWED if event.applications else DeductionStatus.REFUSED
            payment = replace(_reopened(payment, event.invoice, decided), applications=tuple(left))
            index_applications(books, payment, without=event.applications)
        case e.RefundUndone():
            assert payment.refunded, payment.payment_id
            assert payment.refunded >= event.amount, payment.payment_id
            status = Status.PARTIALLY_APPLIED if payment.applications else Status.UNAPPLIED
            payment = replace(
                payment,
                refunded=payment.refunded - event.amount,
                refunds=(*payment.refunds, Refund(amount=-event.amount, at=at)),
                status=status if payment.customer_id else Status.REVIEW,
            )
        case e.OnAccountUndone():
            assert payment.is_on_account, payment.payment_id
            payment = replace(payment, is_on_account=False)
        case _:
            assert_never(event)
    add_payment(books, payment)


def _reopened(payment: Payment, invoice: str, decided: DeductionStatus) -> Payment:
    (place,) = (
        place
        for place, one in enumerate(payment.deductions)
        if one.invoice == invoice and one.status is decided
    )
    was = payment.deductions[place]
    waiting = replace(was, status=DeductionStatus.WAITING, decided_at=None, why="")
    asked = Difference(
        code=Code.DEDUCTION, invoice=invoice, difference=was.amount, reason=was.reason,
        deduction_code=was.code, certificate_due=was.certificate_due,
    )  # fmt: skip
    others = tuple(
        one
        for one in payment.differences
        if (one.code, one.invoice, one.difference) != (Code.SHORT_PAYMENT, invoice, was.amount)
    )
    deductions = (*payment.deductions[:place], waiting, *payment.deductions[place + 1 :])
    return replace(payment, deductions=deductions, differences=(*others, asked))


def _decided(payment: Payment, invoice: str, status: DeductionStatus, why: str, at: datetime) -> Payment:
    """A deduction is decided: its question is answered, or turns into that of a short payment."""
    deductions = tuple(
        replace(one, status=status, decided_at=at, why=why) if one in payment.waits_on(invoice) else one
        for one in payment.deductions
    )
    differences: list[Difference] = []
    for one in payment.differences:
        if one.code is not Code.DEDUCTION or one.invoice != invoice:
            differences.append(one)
        elif status is DeductionStatus.REFUSED:
            differences.append(replace(one, code=Code.SHORT_PAYMENT, reason=None))
    return replace(payment, deductions=deductions, differences=tuple(differences))


def _settled(payment: Payment) -> Payment:
    """Nothing of the payment waits any more."""
    status = Status.APPLIED if payment.applications else Status.UNAPPLIED
    return replace(payment, status=status, differences=_of_items(payment))


def _of_items(payment: Payment) -> tuple[Difference, ...]:
    return tuple(one for one in payment.differences if one.code in _OF_ITEMS)
