"""What a message led to becomes letters: at most one of a kind for each customer, and one to staff."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from agent.decide.addressee import for_answer
from agent.facts.events import QueryRaised
from agent.facts.ledger import Item
from agent.facts.letters import AppliedRow, ClaimRow, Draft, LetterKind, OpenRow, PaymentRow
from agent.facts.mail import Mail
from agent.facts.payments import Code, Payment, Status
from agent.ids import mint
from agent.ledger.statement import statement_items
from agent.money import Money, total
from agent.pipeline.bookkeeping import Commit
from agent.pipeline.desk import Desk
from agent.pipeline.handling import Handling
from agent.pipeline.writing import new_draft, write

_TOLD = (Status.APPLIED, Status.PARTIALLY_APPLIED, Status.UNAPPLIED, Status.ADVISED)


def answer(handling: Handling) -> None:
    """Write every letter that the message leads to."""
    _about_payments(handling)
    _about_claims(handling)
    _statement(handling)
    if handling.review:
        ask_staff(
            handling.desk,
            handling.commit,
            mail=handling.mail,
            mail_id=handling.message.mail_id,
            reasons=tuple(handling.review),
            codes=tuple(handling.codes),
        )


def _about_payments(handling: Handling) -> None:
    """For each customer one confirmation, or one query that also says what was applied."""
    by_customer: dict[str, list[Payment]] = {}
    for payment_id in handling.payment_ids:
        payment = handling.commit.books.payments[payment_id]
        if payment.customer_id and payment.status in _TOLD:
            by_customer.setdefault(payment.customer_id, []).append(payment)
    for customer_id, payments in by_customer.items():
        codes = tuple(dict.fromkeys(code for payment in payments for code in payment.codes))
        if codes:
            _query(handling, customer_id, payments, codes)
        elif all(payment.status in (Status.APPLIED, Status.PARTIALLY_APPLIED) for payment in payments):
            draft = _draft(handling, LetterKind.CONFIRMATION, customer_id)
            if draft and handling.mail.answerable:
                rows = tuple(_payment_row(handling, payment) for payment in payments)
                write(
                    handling.desk,
                    handling.commit,
                    replace(draft, payments=rows),
                    payment_ids=tuple(payment.payment_id for payment in payments),
                )


def _query(handling: Handling, customer_id: str, payments: list[Payment], codes: tuple[Code, ...]) -> None:
    draft = _draft(handling, LetterKind.DISCREPANCY_QUERY, customer_id)
    payment_ids = tuple(payment.payment_id for payment in payments)
    if draft is None:
        return
    letter = write(
        handling.desk,
        handling.commit,
        replace(draft, codes=codes, payments=tuple(_payment_row(handling, payment) for payment in payments)),
        payment_ids=payment_ids,
    )
    handling.commit.add(
        letter.letter_id,
        QueryRaised(
            letter_id=letter.letter_id,
            payment_ids=payment_ids,
            invoices=_asked_about(handling, payments),
            codes=codes,
            customer_id=customer_id,
        ),
    )


def _asked_about(handling: Handling, payments: list[Payment]) -> tuple[str, ...]:
    """The items whose dunning waits for the answer: those in question, or all that an unapplied payment names."""
    books = handling.commit.books
    found: dict[str, None] = {}
    for payment in payments:
        for difference in handling.matches[payment.payment_id].differences:
            named = [difference.invoice, *(invoice for choice in difference.choices for invoice in choice)]
            found |= dict.fromkeys(invoice for invoice in named if invoice in books.items)
        if not payment.applications:
            found |= dict.fromkeys(
                line.invoice for line in payment.claim.lines if line.invoice in books.items
            )
    return tuple(invoice for invoice in found if books.items[invoice].open)


def _payment_row(handling: Handling, payment: Payment) -> PaymentRow:
    books = handling.commit.books
    return PaymentRow(
        amount=payment.amount,
        paid_on=payment.claim.paid_on,
        reference=payment.claim.reference,
        method=payment.claim.method.value if payment.claim.method else None,
        applied=tuple(
            AppliedRow(
                application=application,
                billed=books.items[application.invoice].billed,
                open_after=books.items[application.invoice].open,
            )
            for application in payment.applications
        ),
        unapplied=payment.unapplied,
        cleared=payment.cleared,
        differences=handling.matches[payment.payment_id].differences,
    )


def _about_claims(handling: Handling) -> None:
    customer_id = handling.understood.claimant.customer_id
    if customer_id is None or not handling.mail.answerable:
        return
    if handling.disputed:
        claims = tuple(
            ClaimRow(invoice=dispute.invoice, amount=amount, reason=dispute.reason)
            for dispute, amount in handling.disputed
        )
        _claims_letter(handling, LetterKind.DISPUTE_ACKNOWLEDGEMENT, customer_id, claims)
    if handling.promised:
        claims = tuple(
            ClaimRow(invoice=promise.invoice, amount=amount, promised_on=promise.promised_on)
            for promise, amount in handling.promised
        )
        _claims_letter(handling, LetterKind.PROMISE_ACKNOWLEDGEMENT, customer_id, claims)


def _claims_letter(
    handling: Handling, kind: LetterKind, customer_id: str, claims: tuple[ClaimRow, ...]
) -> None:
    draft = _draft(handling, kind, customer_id)
    if draft:
        write(handling.desk, handling.commit, replace(draft, claims=claims))


def _statement(handling: Handling) -> None:
    customer_id = handling.understood.claimant.customer_id
    if handling.statement_as_of is None or customer_id is None or not handling.mail.answerable:
        return
    draft = _draft(handling, LetterKind.STATEMENT_REPLY, customer_id)
    if draft is None:
        return
    books, as_of = handling.commit.books, handling.statement_as_of
    items = statement_items(books, customer_id, as_of)
    unapplied = [
        payment.unapplied
        for payment in (books.payments[known] for known in books.payments_by_customer.get(customer_id, ()))
        if payment.unapplied and payment.status is not Status.ADVISED
    ]
    write(
        handling.desk,
        handling.commit,
        replace(
            draft,
            open_items=open_rows(items, as_of),
            totals=by_currency([item.open for item in items]),
            unapplied=by_currency(unapplied),
            as_of=as_of,
        ),
    )


def open_rows(items: Sequence[Item], as_of: date) -> tuple[OpenRow, ...]:
    """Items as a statement or a dunning letter lists them."""
    return tuple(
        OpenRow(
            invoice=item.invoice_no,
            issued_on=item.issued_on,
            due_on=item.due_on,
            billed=item.billed,
            open=item.open,
            days_overdue=max(0, (as_of - item.due_on).days),
            note="credit_note" if item.is_credit else _note(item, as_of),
            promised_on=item.promised_on,
        )
        for item in items
    )


def _note(item: Item, as_of: date) -> str | None:
    status = item.status_on(as_of)
    return status if status in ("disputed", "promised") else None


def by_currency(amounts: Sequence[Money]) -> tuple[Money, ...]:
    """One sum a currency, in the order of their codes."""
    codes = sorted({amount.currency for amount in amounts})
    return tuple(total((a for a in amounts if a.currency == code), code) for code in codes)


def _draft(handling: Handling, kind: LetterKind, customer_id: str) -> Draft | None:
    """The head of a letter that answers this message; None where the customer has no address to write to."""
    desk, books, mail = handling.desk, handling.commit.books, handling.mail
    address = for_answer(mail, customer_id, books, desk.policy.public_domains)
    if address is None:
        handling.review.append(f"{customer_id} has no address on file for the {kind.value}")
        return None
    is_answer = address == mail.author.address
    return new_draft(
        desk,
        books,
        kind,
        letter_id=mint("L", handling.message.mail_id, kind.value, customer_id),
        customer_id=customer_id,
        to=(address,),
        mail=mail if is_answer else None,
        mail_id=handling.message.mail_id,
    )


def ask_staff(
    desk: Desk,
    commit: Commit,
    *,
    mail: Mail | None,
    mail_id: str,
    reasons: tuple[str, ...],
    codes: tuple[Code, ...],
) -> None:
    """A review request to staff; nothing where no staff is configured."""
    company = desk.config.company
    if not company.staff:
        return
    draft = new_draft(
        desk,
        commit.books,
        LetterKind.REVIEW_REQUEST,
        letter_id=mint("L", mail_id, LetterKind.REVIEW_REQUEST.value),
        customer_id=None,
        to=company.staff,
        mail=None,
        mail_id=mail_id,
    )
    review_of = None
    if mail:
        day = f", {mail.sent_at:%Y-%m-%d %H:%M}" if mail.sent_at else ""
        review_of = f"{mail.sender.address or 'no readable sender'}: {mail.subject}{day}"
    write(desk, commit, replace(draft, review_reasons=reasons, review_of=review_of, codes=codes))
