"""(books, an event that takes back an earlier one) to the books after it; nothing is edited, all of it is added."""

from dataclasses import replace
from typing import assert_never

from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.payments import Application, DeductionStatus, Payment, Status
from agent.ledger.cash import give_back
from agent.ledger.claims import restore_marks
from agent.ledger.index import add_payment, index_applications
from agent.ledger.merge import part


def correction_event(books: Books, event: e.CorrectionEvent, recorded: e.Recorded) -> None:
    """An event that takes back what was decided on a payment or said of an item."""
    if isinstance(event, e.DecisionUndone):
        return
    if isinstance(event, e.MarksRestored):
        restore_marks(books, event, recorded)
        return
    if isinstance(event, e.MergeUndone):
        part(books, event)
        return
    payment = books.payments[event.payment_id]
    match event:
        case e.CashUnapplied():
            left = list(payment.applications)
            for application in event.applications:
                left.remove(application)  # ValueError where it is not there: it was taken back before
                give_back(books, application)
            payment = _withdrawn(replace(payment, applications=tuple(left)), event.applications)
            index_applications(books, payment, without=event.applications)
        case e.ClearingUndone():
            payment = replace(payment, cleared=False, cleared_on=None)
        case e.ReversalUndone():
            assert payment.status is Status.REVERSED, payment.payment_id
            was_cleared = payment.cleared_on is not None
            payment = replace(
                payment, status=Status.UNAPPLIED, returned_on=None, replaced_by=None, cleared=was_cleared
            )
        case e.PayerUndone():
            assert payment.customer_id, payment.payment_id
            assert not payment.applications, payment.payment_id
            books.payments_by_customer[payment.customer_id].remove(payment.payment_id)
            if event.customer_id:
                books.payments_by_customer.setdefault(event.customer_id, []).append(payment.payment_id)
            payment = replace(payment, customer_id=event.customer_id, is_payer_decided=False)
        case _:
            assert_never(event)
    add_payment(books, payment)


def _withdrawn(payment: Payment, applications: tuple[Application, ...]) -> Payment:
    """What the payment withheld from items that it no longer settles waits no more."""
    invoices = {application.invoice for application in applications}
    deductions = tuple(
        replace(one, status=DeductionStatus.WITHDRAWN)
        if one in payment.waiting_deductions and one.invoice in invoices
        else one
        for one in payment.deductions
    )
    return replace(payment, deductions=deductions)
