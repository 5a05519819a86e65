"""What a message led to becomes letters: at most one of a kind for each customer, and one to staff."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from agent.decide.addressee import for_answer, for_customer
from agent.facts.books import Books
from agent.facts.events import QueryRaised
from agent.facts.ledger import Item
from agent.facts.letters import AppliedRow, ClaimRow, Draft, LetterKind, OpenRow, PaymentRow
from agent.facts.mail import Mail
from agent.facts.payments import Code, Payment, Status
from agent.ids import mint
from agent.ledger.statement import statements
from agent.money import Money, total
from agent.pipeline.accounts import with_statements
from agent.pipeline.bookkeeping import Commit
from agent.pipeline.desk import Desk
from agent.pipeline.handling import Handling
from agent.pipeline.promising import keep_promises
from agent.pipeline.writing import new_draft, write

_TOLD = (Status.APPLIED, Status.PARTIALLY_APPLIED, Status.UNAPPLIED, Status.ADVISED)


def answer(handling: Handling) -> None:
    """Write every letter that the message leads to."""
    _about_payments(handling)
    _about_claims(handling)
    _statement(handling)
    if handling.review or handling.notices:
        ask_staff(
            handling.desk,
            handling.commit,
            mail=handling.mail,
            mail_id=handling.message.mail_id,
            reasons=(*handling.review, *handling.notices),
            codes=tuple(handling.codes),
        )


def _about_payments(handling: Handling) -> None:
    payments = [
        handling.commit.books.payments[payment_id] for payment_id in dict.fromkeys(handling.payment_ids)
    ]
    unwritten = tell_of_payments(
        handling.desk,
        handling.commit,
        payments,
        mail=handling.mail,
        mail_id=handling.message.mail_id,
    )
    handling.review += unwritten


def tell_of_payments(
    desk: Desk,
    commit: Commit,
    payments: Sequence[Payment],
    *,
    mail: Mail | None,
    mail_id: str,
) -> list[str]:
    """For each customer one confirmation, or one query that also says what was applied; what could not be written."""
    by_customer: dict[str, list[Payment]] = {}
    for payment in payments:
        if payment.customer_id and payment.status in _TOLD:
            by_customer.setdefault(payment.customer_id, []).append(payment)
    unwritten = []
    for customer_id, told in by_customer.items():
        kept = keep_promises(commit, told)
        codes = tuple(dict.fromkeys(code for payment in told for code in payment.codes))
        is_settled = all(payment.status in (Status.APPLIED, Status.PARTIALLY_APPLIED) for payment in told)
        if not codes and not (is_settled and _may_confirm(desk, commit.books, customer_id, mail)):
            continue
        kind = LetterKind.DISCREPANCY_QUERY if codes else LetterKind.CONFIRMATION
        draft = draft_for(desk, commit.books, kind, customer_id, mail=mail, mail_id=mail_id)
        if draft is None:
            unwritten.append(f"{customer_id} has no address on file for the {kind.value}")
            continue
        rows = tuple(payment_row(commit.books, payment) for payment in told)
        payment_ids = tuple(payment.payment_id for payment in told)
        letter = write(
            desk, commit, replace(draft, codes=codes, payments=rows, kept=kept), payment_ids=payment_ids
        )
        if codes:
            raised = QueryRaised(
                letter_id=letter.letter_id,
                payment_ids=payment_ids,
                invoices=_asked_about(commit.books, told),
                codes=codes,
                customer_id=customer_id,
            )
            commit.add(letter.letter_id, raised)
    return unwritten


def _may_confirm(desk: Desk, books: Books, customer_id: str, mail: Mail | None) -> bool:
    """A machine's mail is confirmed to a person of the customer, never to the machine (RFC 3834 section 2)."""
    if mail is None or mail.answerable:
        return True
    address = for_answer(mail, customer_id, books, desk.policy.public_domains)
    return address is not None and address not in (mail.author.address, mail.sender.address)


def _asked_about(books: Books, payments: Sequence[Payment]) -> tuple[str, ...]:
    """The items whose dunning waits for the answer: those in question, or all that an unapplied payment names."""
    found: dict[str, None] = {}
    for payment in payments:
        for difference in payment.differences:
            named = [difference.invoice, *(invoice for choice in difference.choices for invoice in choice)]
            found |= dict.fromkeys(invoice for invoice in named if invoice in books.items)
        if not payment.applications:
            found |= dict.fromkeys(
                line.invoice for line in payment.claim.lines if line.invoice in books.items
            )
    return tuple(invoice for invoice in found if books.items[invoice].open)


def payment_row(books: Books, payment: Payment) -> PaymentRow:
    """A payment as a letter tells of it."""
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
            if application.amount or application.discount  # an allowed deduction is no payment
        ),
        unapplied=payment.unapplied,
        cleared=payment.cleared,
        differences=payment.differences,
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
    made = statements(
        books,
        customer_id,
        first_on=as_of.replace(day=1),
        last_on=as_of,
        known_at=handling.desk.clock(),
        zone=handling.desk.zone,
    )
    write(handling.desk, handling.commit, with_statements(draft, made, as_of))


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
    draft = draft_for(
        handling.desk,
        handling.commit.books,
        kind,
        customer_id,
        mail=handling.mail,
        mail_id=handling.message.mail_id,
    )
    if draft is None:
        handling.review.append(f"{customer_id} has no address on file for the {kind.value}")
    return draft


def draft_for(
    desk: Desk, books: Books, kind: LetterKind, customer_id: str, *, mail: Mail | None, mail_id: str
) -> Draft | None:
    """The head of a letter because of a message; in its thread where its author gets it."""
    if mail:
        address = for_answer(mail, customer_id, books, desk.policy.public_domains)
    else:
        address = for_customer(customer_id, books)
    if address is None:
        return None
    is_answer = mail is not None and address in (mail.author.address, mail.sender.address)
    # A later letter of the same kind because of the same message (a payment that waited for its day) is another one.
    first = mint("L", mail_id, kind.value, customer_id)
    letter_id = (
        first if first not in books.letters else mint("L", mail_id, kind.value, customer_id, str(books.seq))
    )
    return new_draft(
        desk,
        books,
        kind,
        letter_id=letter_id,
        customer_id=customer_id,
        to=(address,),
        mail=mail if is_answer else None,
        mail_id=mail_id,
    )


def _letter_id(books: Books, *about: str) -> str:
    """One id for what a letter is about; a later letter about the same (a payment whose day came) is another one."""
    first = mint("L", *about)
    return first if first not in books.letters else mint("L", *about, str(books.seq))


def ask_staff(
    desk: Desk,
    commit: Commit,
    *,
    mail: Mail | None,
    mail_id: str | None,
    reasons: tuple[str, ...],
    codes: tuple[Code, ...],
    about: str = "",
) -> None:
    """A review request to staff; nothing where no staff is configured. `about`: its subject, where that is no mail."""
    company = desk.config.company
    if not company.staff:
        return
    draft = new_draft(
        desk,
        commit.books,
        LetterKind.REVIEW_REQUEST,
        letter_id=_letter_id(commit.books, mail_id or about, LetterKind.REVIEW_REQUEST.value),
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
