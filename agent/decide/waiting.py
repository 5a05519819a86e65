"""(books) to what waits for a person, the oldest first, each with the command that decides it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from agent.facts.books import Books, Message
from agent.facts.digest import Unanswered, Waiting, Waits
from agent.facts.letters import LetterStatus
from agent.facts.payments import Payment, Status
from agent.facts.readings import Kind
from agent.money import Money, total

_NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)


def waiting(books: Books) -> tuple[Waiting, ...]:
    """Letters to approve, payments and deductions to decide, questions nobody answered, items that went missing, mail."""
    found = [
        *_letters(books),
        *_queries(books),
        *_payments(books),
        *_missing(books),
        *(_message(books, message) for message in _open_messages(books) if not _is_other(message)),
    ]
    return tuple(sorted(found, key=lambda one: (one.since, one.about)))


def unanswered(books: Books) -> tuple[Unanswered, ...]:
    """Mail that led to nothing and that staff have not closed: customers' first, the oldest first."""
    found = [message for message in _open_messages(books) if _is_other(message)]
    found.sort(key=lambda one: (one.customer_id is None, one.received_at or _NEVER, one.mail_id))
    return tuple(
        Unanswered(
            mail_id=one.mail_id, since=one.received_at or _NEVER, who=_sender(books, one), subject=one.subject
        )
        for one in found
    )


def _open_messages(books: Books) -> Iterator[Message]:
    return (books.messages[mail_id] for mail_id in books.for_staff)


def _is_other(message: Message) -> bool:
    return message.kind is Kind.OTHER and bool(message.sender) and not message.payment_ids


def _letters(books: Books) -> Iterator[Waiting]:
    for letter in books.letters.values():
        if letter.status is LetterStatus.HELD:
            yield Waiting(
                what=Waits.LETTER, since=letter.created_at, about=letter.letter_id, who=name_of(books, letter.customer_id),
                amounts=sums([amount for _, amount in letter.asked]), said=letter.subject,
                command=f"remitd letters approve {letter.letter_id}",
            )  # fmt: skip


def _queries(books: Books) -> Iterator[Waiting]:
    for query in books.queries.values():
        raised = query.raised
        if query.is_with_staff:
            payments = [books.payments[payment_id] for payment_id in raised.payment_ids]
            yield Waiting(
                what=Waits.QUERY, since=query.first_asked_at, about=raised.letter_id, who=name_of(books, raised.customer_id),
                amounts=sums([payment.unapplied for payment in payments if payment.unapplied]),
                said=", ".join(raised.codes), command=f"remitd explain {raised.letter_id}",
            )  # fmt: skip


def _payments(books: Books) -> Iterator[Waiting]:
    """In review always; with cash that settles nothing where the customer was not asked what it is for."""
    asked = {payment_id for query in books.queries.values() for payment_id in query.raised.payment_ids}
    for payment in books.payments.values():
        is_review = payment.status is Status.REVIEW
        is_left = payment.status in (Status.UNAPPLIED, Status.PARTIALLY_APPLIED) and bool(payment.unapplied)
        if is_review or (is_left and not payment.is_on_account and payment.payment_id not in asked):
            yield _payment(books, payment, Waits.PAYMENT if is_review else Waits.UNAPPLIED)
        for one in payment.waiting_deductions:
            if books.items[one.invoice].open:
                yield Waiting(
                    what=Waits.DEDUCTION, since=one.since, about=one.invoice,
                    who=name_of(books, books.items[one.invoice].customer_id), amounts=(one.amount,),
                    said=one.reason or one.code, command=f"remitd deductions allow {one.invoice} --why ...",
                )  # fmt: skip


def _payment(books: Books, payment: Payment, what: Waits) -> Waiting:
    amount = payment.amount if what is Waits.PAYMENT else payment.unapplied
    message = books.messages.get(payment.mail_id)
    who = name_of(books, payment.customer_id) or payment.claim.payer or ""
    return Waiting(
        what=what, since=(message and message.received_at) or _NEVER, about=payment.payment_id, who=who,
        amounts=(amount,) if amount else (), said=payment.because[0] if payment.because else "",
        command=f"remitd apply {payment.payment_id} INVOICE=AMOUNT",
    )  # fmt: skip


def _missing(books: Books) -> Iterator[Waiting]:
    for numbers in books.items_by_customer.values():
        for item in map(books.items.__getitem__, numbers):
            if item.missing_at:
                yield Waiting(
                    what=Waits.MISSING, since=item.missing_at, about=item.invoice_no, who=name_of(books, item.customer_id),
                    amounts=(item.open,), said=item.missing_why or "", command=f"remitd explain {item.invoice_no}",
                )  # fmt: skip


def _message(books: Books, message: Message) -> Waiting:
    return Waiting(
        what=Waits.MESSAGE, since=message.received_at or _NEVER, about=message.mail_id, who=_sender(books, message),
        amounts=(), said=message.why[-1] if message.why else message.subject,
        command=f"remitd close {message.mail_id} --why ...",
    )  # fmt: skip


def _sender(books: Books, message: Message) -> str:
    return name_of(books, message.customer_id) or message.author or message.sender


def name_of(books: Books, customer_id: str | None) -> str:
    """A customer as staff know it; "" for nobody."""
    customer = books.customers.get(books.survivor(customer_id)) if customer_id else None
    return f"{customer.name} ({customer.customer_id})" if customer else ""


def sums(amounts: list[Money]) -> tuple[Money, ...]:
    """One sum a currency, in the order of their codes."""
    codes = sorted({amount.currency for amount in amounts})
    return tuple(total((one for one in amounts if one.currency == code), code) for code in codes)
