"""(books, an event) to what customers did: receipts by invoice, and since when each has bought; in the time of its own cash.

An invoice's cash is followed payment by payment: applied, cleared, taken back, reversed. So `Books.settlements` says at
any time which invoices a customer has settled, by which day, and how late, and undoing brings back what stood before.
"""

from dataclasses import replace
from datetime import date

from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.history import History, Receipt, Received
from agent.facts.ledger import Item
from agent.facts.payments import Application, Payment


def remember(books: Books, recorded: e.Recorded) -> None:
    """Follow an event that the books have taken already."""
    match recorded.event:
        case e.InvoiceAdded(item=item):
            _bought(books, item)
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
        case e.CustomerMerged(customer_id=old, into=into):
            _merged(books, old, into)
        case _:
            pass  # says nothing of what came when


def add_received(books: Books, received: Received) -> None:
    """Put an invoice's receipts into the books and their index; out of them where none is left."""
    owner = books.items[received.invoice_no].customer_id
    if received.receipts:
        books.received[received.invoice_no] = received
        books.received_by_customer.setdefault(owner, {})[received.invoice_no] = None
        return
    books.received.pop(received.invoice_no, None)
    known = books.received_by_customer.get(owner, {})
    known.pop(received.invoice_no, None)
    if not known:
        books.received_by_customer.pop(owner, None)


def _bought(books: Books, item: Item) -> None:
    if item.is_credit:
        return
    known = books.histories.get(item.customer_id)
    books.histories[item.customer_id] = History(
        customer_id=item.customer_id,
        since=min(known.since, item.issued_on) if known else item.issued_on,
        invoices=known.invoices + 1 if known else 1,
    )


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
    add_received(books, Received(invoice_no=invoice, receipts=left))


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


def _merged(books: Books, old: str, into: str) -> None:
    """What the old id did, the survivor did."""
    if moved := books.received_by_customer.pop(old, {}):
        books.received_by_customer.setdefault(into, {}).update(moved)
    was, known = books.histories.pop(old, None), books.histories.get(into)
    if was:
        books.histories[into] = History(
            customer_id=into,
            since=min(was.since, known.since) if known else was.since,
            invoices=was.invoices + (known.invoices if known else 0),
        )
