"""Records of the books to the JSON lines of contract section 5: every field always there, amounts as strings."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import msgspec

from agent.dates import AGING_BUCKETS
from agent.facts.books import Books, Message
from agent.facts.events import Recorded
from agent.facts.ledger import Item
from agent.facts.letters import Letter
from agent.facts.payments import Deduction, DeductionStatus, Payment, Status
from agent.ids import instant
from agent.ledger.aging import aging
from agent.money import Money, total
from agent.store.codec import to_plain

Line = dict[str, Any]


def _amount(money: Money | None) -> str | None:
    return None if money is None else money.amount


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _at(at: datetime | None) -> str | None:
    return None if at is None else instant(at.astimezone(UTC))


def invoice_lines(books: Books, *, customer: str | None, with_paid: bool, today: date) -> Iterator[Line]:
    """Open items, or all of them."""
    for item in books.items.values():
        if (customer is None or item.customer_id == customer) and (with_paid or item.open):
            yield invoice_line(item, today)


def invoice_line(item: Item, today: date) -> Line:
    """One item."""
    status = item.status_on(today)
    promises = item.promises_on(today)
    promised = total((part.amount for part in promises), item.open.currency)
    return {
        "invoice_no": item.invoice_no,
        "customer_id": item.customer_id,
        "currency": item.billed.currency,
        "amount": item.billed.amount,
        "open_amount": item.open.amount,
        "due_date": item.due_on.isoformat(),
        "status": status,
        "dunning_level": item.dunning_level,
        "disputed_amount": _amount(item.disputed),
        "promised_amount": _amount(min(promised, item.open)) if promises else None,
        "promised_date": _day(max(part.hold.until for part in promises if part.hold.until))
        if promises
        else None,
        "allowed_amount": total((one.application.taken for one in item.allowed), item.open.currency).amount,
    }


def payment_line(payment: Payment) -> Line:
    """One payment."""
    claim = payment.claim
    return {
        "payment_id": payment.payment_id,
        "message_id": payment.message_id,
        "customer_id": payment.customer_id,
        "payer": claim.payer,
        "amount": _amount(payment.amount) if payment.amount else _plain(claim.amount),
        "currency": payment.amount.currency if payment.amount else claim.currency,
        "date": _day(claim.paid_on),
        "due_date": _day(claim.due_on),
        "reference": claim.reference,
        "method": claim.method,
        "status": payment.status,
        "cleared": payment.cleared,
        "unapplied": _amount(payment.unapplied),
        "applications": [
            {
                "invoice": application.invoice,
                "amount": application.amount.amount,
                "discount": application.discount.amount,
                "write_off": application.write_off.amount,
                "reason": application.reason,
            }
            for application in payment.applications
        ],
        "discrepancies": list(payment.codes),
        "proposals": [list(proposal) for proposal in payment.proposals],
        "refunded": _amount(payment.refunded or (payment.amount and Money(0, payment.amount.currency))),
        "on_account": payment.is_on_account,
    }


def deduction_lines(books: Books) -> Iterator[Line]:
    """What payments withheld, oldest payment first."""
    for payment in books.payments.values():
        for one in payment.deductions:
            yield {
                "invoice_no": one.invoice,
                "customer_id": books.items[one.invoice].customer_id,
                "payment_id": payment.payment_id,
                "currency": one.amount.currency,
                "amount": one.amount.amount,
                "reason": one.reason,
                "code": one.code,
                "certificate_due": _day(one.certificate_due),
                "status": _deduction_status(books, payment, one),
                "decided_at": _at(one.decided_at),
            }


def _deduction_status(books: Books, payment: Payment, one: Deduction) -> DeductionStatus:
    """One that waits is no more where the payment went back, or the item was settled otherwise."""
    is_settled = one.status is DeductionStatus.WAITING and not books.items[one.invoice].open
    return DeductionStatus.WITHDRAWN if payment.status is Status.REVERSED or is_settled else one.status


def _plain(amount: object) -> str | None:
    return None if amount is None else str(amount)


def letter_line(letter: Letter) -> Line:
    """One letter."""
    return {
        "letter_id": letter.letter_id,
        "kind": letter.kind,
        "customer_id": letter.customer_id,
        "to": list(letter.to),
        "cc": list(letter.cc),
        "subject": letter.subject,
        "language": letter.language,
        "invoices": list(letter.invoices),
        "level": letter.level,
        "codes": list(letter.codes),
        "status": letter.status,
        "created_at": _at(letter.created_at),
        "sent_at": _at(letter.sent_at),
        "message_id": letter.message_id,
        "in_reply_to": letter.in_reply_to,
    }


def message_line(message: Message) -> Line:
    """One message; one that is received and not handled yet has no kind."""
    return {
        "mail_id": message.mail_id,
        "message_id": message.message_id,
        "from": message.sender,
        "subject": message.subject,
        "received_at": _at(message.received_at),
        "kind": message.kind,
        "status": message.status,
        "closed_at": _at(message.closed_at),
        "payment_ids": list(message.payment_ids),
        "letter_ids": list(message.letter_ids),
    }


def aging_lines(books: Books, today: date) -> Iterator[Line]:
    """What each customer owes by days past due."""
    for row in aging(books, today):
        yield {
            "customer_id": row.customer_id,
            "currency": row.currency,
            **{name: amount.amount for name, amount in zip(AGING_BUCKETS, row.buckets, strict=True)},
            "total": row.total.amount,
        }


def audit_line(recorded: Recorded) -> Line:
    """One line of the journal."""
    return {
        "seq": recorded.seq,
        "at": _at(recorded.at),
        "kind": type(recorded.event).__name__,
        "actor": recorded.actor,
        "subject": recorded.subject,
        "data": msgspec.to_builtins(recorded.event, enc_hook=to_plain),
        "prev": recorded.prev,
        "hash": recorded.hash,
    }
