"""(books, an event about a payment or an item) to the books after it; money is conserved, or nothing is written."""

from dataclasses import replace
from typing import assert_never

from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.holds import HoldKind
from agent.facts.ledger import Item
from agent.facts.payments import Application, Payment, Status
from agent.ledger.index import (
    add_payment,
    change_item,
    index_applications,
    list_as_closed,
    list_as_open,
    name_payment,
)
from agent.money import Money


def payment_event(books: Books, event: e.CashEvent) -> None:
    """An event about a payment; AssertionError where cents would be lost or made."""
    if isinstance(event, e.PaymentRecorded):
        assert event.payment.payment_id not in books.payments, event.payment.payment_id
        add_payment(books, event.payment)
        name_payment(books, event.payment.mail_id, event.payment.payment_id)
        return
    payment = books.payments[event.payment_id]
    match event:
        case e.CashApplied():
            payment = _applied(books, payment, event)
        case e.PaymentDecided():
            payment = _decided(books, payment, event)
        case e.PaymentCleared():
            payment = _cleared(books, payment, event)
        case e.MoneyMissed():
            payment = replace(payment, missed_on=event.missed_on)
        case e.PayerDecided():
            payment = _of_payer(books, payment, event)
        case e.CashReversed():
            payment = _reversed(books, payment, event)
        case _:
            assert_never(event)
    add_payment(books, payment)


def _applied(books: Books, payment: Payment, event: e.CashApplied) -> Payment:
    for application in event.applications:
        take(books, application)
    payment = replace(payment, applications=payment.applications + event.applications)
    index_applications(books, payment)
    check_cash(payment)
    return payment


def _decided(books: Books, payment: Payment, event: e.PaymentDecided) -> Payment:
    if event.mail_id:
        name_payment(books, event.mail_id, payment.payment_id)
    return replace(
        payment,
        status=event.status,
        rule=event.rule,
        differences=event.differences,
        because=event.because,
        rejected=event.rejected,
        same_as=event.same_as,
        proposals=event.proposals,
        is_on_account=payment.is_on_account and not event.differences,
    )


def _cleared(books: Books, payment: Payment, event: e.PaymentCleared) -> Payment:
    assert event.amount is None or not payment.applications, payment.payment_id
    name_payment(books, event.mail_id, payment.payment_id)
    return replace(
        payment,
        cleared=True,
        cleared_on=event.cleared_on,
        missed_on=None,
        amount=event.amount or payment.amount,
    )


def _of_payer(books: Books, payment: Payment, event: e.PayerDecided) -> Payment:
    if payment.customer_id not in (None, event.customer_id):
        books.payments_by_customer[payment.customer_id].remove(payment.payment_id)
    known = books.payments_by_customer.setdefault(event.customer_id, [])
    if payment.payment_id not in known:
        known.append(payment.payment_id)
    return replace(payment, customer_id=event.customer_id, is_payer_decided=True)


def _reversed(books: Books, payment: Payment, event: e.CashReversed) -> Payment:
    assert event.applications == payment.applications, payment.payment_id
    for application in event.applications:
        give_back(books, application)
    payment = replace(
        payment,
        applications=(),
        status=Status.REVERSED,
        cleared=payment.cleared and event.returned_on is None,
        returned_on=event.returned_on,
        replaced_by=event.replaced_by,
    )
    index_applications(books, payment, without=event.applications)
    if event.mail_id:
        name_payment(books, event.mail_id, payment.payment_id)
    return payment


def check_cash(payment: Payment) -> None:
    """Received = applied + unapplied + refunded, and no more is applied or refunded than was received."""
    applied = payment.applied
    assert payment.amount is not None, f"{payment.payment_id}: applied without an amount"
    assert applied is not None
    nothing = Money(0, applied.currency)
    assert nothing <= applied <= payment.amount - (payment.refunded or nothing), (
        f"{payment.payment_id}: {applied} applied of {payment.amount}, {payment.refunded or nothing} refunded"
    )


def take(books: Books, application: Application) -> None:
    """Take an application off its item; open never changes sides."""
    item = books.items[application.invoice]
    left = item.open - application.taken
    low, high = sorted((Money(0, item.open.currency), item.open))
    assert low <= left <= high, f"{item.invoice_no}: {application.taken} off {item.open} open"
    change_item(books, replace(item, open=left))
    if not left:
        list_as_closed(books, item)


def give_back(books: Books, application: Application) -> None:
    """Open an item again by what an application had taken off."""
    item = books.items[application.invoice]
    if not item.open:
        list_as_open(books, item)
    change_item(books, reopened(item, item.open + application.taken))


def reopened(item: Item, left: Money) -> Item:
    """The item with so much open; who disputed all of it disputes what opened again too."""
    holds = (
        replace(hold, amount=max(hold.amount, left))
        if hold.kind is HoldKind.DISPUTE and hold.is_all and hold.end is None and hold.amount
        else hold
        for hold in item.holds
    )
    return replace(item, open=left, holds=tuple(holds))
