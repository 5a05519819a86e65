"""(books, an event) to what customers did: whose cash came for which invoice by which day; in the time of its own cash.

An invoice's cash is followed payment by payment: applied, cleared, taken back, reversed. So `Books.settlements` says at
any time which invoices a customer has settled, by which day, and how late, and undoing brings back what stood before.
"""

from dataclasses import replace
from datetime import date

from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.history import Receipt, Received
from agent.facts.payments import Application, Payment


def remember(books: Books, recorded: e.Recorded) -> None:
    """Follow an event that the books have taken already."""
    match recorded.event:
        case e.CashApplied(payment_id=payment_id, applications=applications):
            payment = books.payments[payment_id]
            for application in applications:
                _received(books, payment, application, recorded)
        case (
            e.CashReversed(payment_id=payment_id, applications=applications)
            | e.CashUnapplied(payment_id=payment_id, applications=applications)
        ):
            for application in applications:
                _taken_back(books, payment_id, application)
        case e.PaymentCleared(payment_id=payment_id) | e.ClearingUndone(payment_id=payment_id):
            _cleared(books, books.payments[payment_id])
        case _:
            pass  # says nothing of what came when


def _received(books: Books, payment: Payment, application: Application, recorded: e.Recorded) -> None:
    """More cash for an item. A credit note that is taken, and what is only written off, brings none."""
    if application.amount.minor <= 0:
        return
    told_on = payment.claim.paid_on or recorded.at.date()
    receipt = Receipt(
        payment_id=payment.payment_id,
        amount=application.amount,
        told_on=told_on,
        cleared_on=_bank_day(payment),
    )
    _put(books, application.invoice, receipt)


def _put(books: Books, invoice: str, receipt: Receipt) -> None:
    """A receipt beside the others of the item; more cash of the same payment counts with what it brought before."""
    known = books.received.get(invoice)
    earlier = {one.payment_id: one for one in known.receipts} if known else {}
    same = earlier.get(receipt.payment_id)
    earlier[receipt.payment_id] = replace(same, amount=same.amount + receipt.amount) if same else receipt
    left = tuple(one for one in earlier.values() if one.amount)
    if left:
        books.received[invoice] = Received(invoice_no=invoice, receipts=left)
    else:
        del books.received[invoice]


def _taken_back(books: Books, payment_id: str, application: Application) -> None:
    if application.amount.minor <= 0:
        return
    (was,) = (one for one in books.received[application.invoice].receipts if one.payment_id == payment_id)
    _put(books, application.invoice, replace(was, amount=-application.amount))


def _cleared(books: Books, payment: Payment) -> None:
    """The bank's day counts from now on, or no more."""
    for invoice in {one.invoice for one in payment.applications if one.amount.minor > 0}:
        receipts = tuple(
            replace(one, cleared_on=_bank_day(payment)) if one.payment_id == payment.payment_id else one
            for one in books.received[invoice].receipts
        )
        books.received[invoice] = Received(invoice_no=invoice, receipts=receipts)


def _bank_day(payment: Payment) -> date | None:
    return payment.cleared_on if payment.cleared else None
