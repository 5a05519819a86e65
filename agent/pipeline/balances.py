"""An answer to a statement of account to evidence beside it; lines that differ become one query, and staff are told."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from agent.extract.files.body import body_document
from agent.extract.reading.balances import chosen
from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.letters import LetterKind, LetterStatus
from agent.facts.readings import BalanceLineRead, Kind
from agent.facts.statements import BalanceAnswer, BalanceLine, Stated
from agent.money import Money
from agent.pipeline.answering import draft_for
from agent.pipeline.handling import Handling
from agent.pipeline.writing import write

_TOKEN: Final = re.compile(r"\bL-[0-9a-f]{12}\b")
BALANCE_QUERY: Final = "balance_query"  # the template of a query about a statement's lines
_OUT: Final = (LetterStatus.SENT, LetterStatus.OBSERVED)


def is_balance_answer(handling: Handling) -> bool:
    """True where the mail says so, or takes one of the answers that the statement offers, in its thread."""
    reading = handling.understood.reading
    if reading.kind is Kind.STATEMENT_CONFIRMATION:
        return True
    if reading.kind is Kind.OTHER:
        return _in_thread(handling) is not None and chosen(_own_text(handling)) is not None
    return bool(reading.disputes) and _in_thread(handling) is not None


def record_balance(handling: Handling, customer_id: str) -> None:
    """Write down what was answered; nothing is booked."""
    reading, books = handling.understood.reading, handling.commit.books
    if reading.kind is Kind.OTHER:
        reading = replace(
            reading, kind=Kind.STATEMENT_CONFIRMATION, statement_agreed=chosen(_own_text(handling))
        )
        handling.understood = replace(handling.understood, reading=reading)
    stated = _stated(handling, customer_id)
    agreed = reading.statement_agreed
    if reading.disputes:
        agreed = False
    lines = tuple(_differing(_lines(handling), stated, books, customer_id)) if agreed is False else ()
    amount = _money(reading.balance_amount, stated) if agreed is False else None
    handling.commit.add(
        customer_id,
        e.BalanceConfirmed(
            customer_id=customer_id,
            as_of=reading.statement_on or (stated.last_on if stated else None),
            mail_id=handling.message.mail_id,
            agreed=agreed,
            letter_id=stated.letter_id if stated else None,
            lines=lines,
            amount=amount,
        ),
    )
    of = f" {stated.letter_id} as of {stated.last_on}" if stated else ""
    said = {True: "agrees with", False: "denies", None: "answers"}[agreed]
    handling.why.append(f"{said} our statement{of}: kept as evidence")
    if stated is None:
        return
    if agreed is not None and stated.answer:
        _close_queries(handling, stated.answer)
    if agreed is False:
        handling.denied = (stated, lines)
        handling.notices.append(_told_to_staff(stated, lines, amount))


def _own_text(handling: Handling) -> str:
    return "\n".join(row.text for row in body_document(handling.mail.body.own).rows)


def _in_thread(handling: Handling) -> Stated | None:
    """The statement that the mail answers; none where it answers a later letter of the thread, our query say."""
    books = handling.commit.books
    letters = (books.letter_by_message_id.get(known) for known in handling.mail.in_reply_to)
    answered = next((letter_id for letter_id in letters if letter_id), None)
    return _first(books, answered) if answered else None


def _first(books: Books, letter_id: str) -> Stated | None:
    """The statement of a letter, or of the letter that asked about it once more."""
    return books.stated.get(letter_id) or next(
        (one for one in books.stated.values() if one.again_letter_id == letter_id and letter_id), None
    )


def _stated(handling: Handling, customer_id: str) -> Stated | None:
    """Of this customer's statements: by thread, by token, by day, else the only one that waits for an answer."""
    books, reading = handling.commit.books, handling.understood.reading
    theirs = [one for one in books.stated.values() if one.customer_id == customer_id]
    threaded = _in_thread(handling)
    if threaded in theirs:
        return threaded
    tokens = set(_TOKEN.findall(f"{handling.mail.subject}\n{_own_text(handling)}"))
    named = [one for one in theirs if {one.letter_id, one.again_letter_id} & tokens]
    if named:
        return named[-1]
    out = [one for one in theirs if books.letters[one.letter_id].status in _OUT]
    dated = [one for one in out if one.last_on == reading.statement_on]
    if dated:
        return dated[-1]
    waiting = [one for one in out if one.answer is None]
    return waiting[0] if len(waiting) == 1 and reading.statement_on is None else None


def _lines(handling: Handling) -> Sequence[BalanceLineRead]:
    reading = handling.understood.reading
    if reading.balance_lines:
        return reading.balance_lines
    return [
        BalanceLineRead(invoice=one.invoice, amount=one.amount, reason=one.reason) for one in reading.disputes
    ]


def _differing(
    lines: Sequence[BalanceLineRead], stated: Stated | None, books: Books, customer_id: str
) -> list[BalanceLine]:
    """The lines with our figure beside theirs; another customer's documents are not told of, and equal figures no difference."""
    ours = (
        {number: amount for balance in stated.balances for number, amount in balance.items} if stated else {}
    )
    found = []
    for line in lines:
        item = books.items.get(line.invoice)
        if item and item.customer_id != customer_id:
            continue
        our = ours.get(line.invoice) if stated else item.open if item else None
        theirs = _of(line.amount, our.currency) if our else _money(line.amount, stated)
        if our is None or theirs != our:
            found.append(BalanceLine(invoice=line.invoice, ours=our, theirs=theirs, reason=line.reason))
    return found


def _of(amount: Decimal | None, currency: str) -> Money | None:
    try:
        return None if amount is None else Money.of(amount, currency)
    except ValueError:  # more places than the currency has
        return None


def _money(amount: Decimal | None, stated: Stated | None) -> Money | None:
    """In the statement's currency, where it has one."""
    if stated is None or len(stated.balances) != 1:
        return None
    return _of(amount, stated.balances[0].currency)


def _told_to_staff(stated: Stated, lines: Sequence[BalanceLine], amount: Money | None) -> str:
    ours = " + ".join(str(balance.closing) for balance in stated.balances)
    theirs = f", theirs {amount}" if amount else ""
    named = "; ".join(
        f"{one.invoice}: ours {one.ours or 'not listed'}, theirs {one.theirs if one.theirs is not None else 'not said'}"
        for one in lines[:20]
    )
    differs = f" ({named})" if named else ", and names no line"
    return (
        f"{stated.customer_id} denies the balance of {stated.letter_id} as of {stated.last_on}: "
        f"ours {ours}{theirs}{differs}"
    )


def _close_queries(handling: Handling, earlier: BalanceAnswer) -> None:
    """Another answer to the same statement answers what was asked about the lines of the one before."""
    books = handling.commit.books
    for letter_id in list(books.queries):
        query = books.queries[letter_id].raised
        if not query.payment_ids and books.letters[letter_id].mail_id == earlier.mail_id:
            why = f"the statement was answered again by {handling.message.mail_id}"
            handling.commit.add(letter_id, e.QueryClosed(letter_id=letter_id, why=why))


def ask_about_lines(handling: Handling) -> None:
    """One query for exactly the lines that differ; none where no line is named."""
    if handling.denied is None:
        return
    stated, named = handling.denied
    objected = {one.invoice for one, _ in handling.disputed}  # acknowledged in a letter of their own
    lines = [one for one in named if one.invoice not in objected]
    if not lines or not handling.mail.answerable:
        return
    draft = draft_for(
        handling.desk, handling.commit.books, LetterKind.DISCREPANCY_QUERY, stated.customer_id,
        mail=handling.mail, mail_id=handling.message.mail_id,
    )  # fmt: skip
    if draft is None:
        return
    letter = write(
        handling.desk,
        handling.commit,
        replace(draft, template=BALANCE_QUERY, balance_lines=tuple(lines), as_of=stated.last_on),
    )
    books = handling.commit.books
    invoices = tuple(
        one.invoice for one in lines if one.invoice in books.items and books.items[one.invoice].open
    )
    if invoices:
        raised = e.QueryRaised(
            letter_id=letter.letter_id,
            payment_ids=(),
            invoices=invoices,
            codes=(),
            customer_id=stated.customer_id,
        )
        handling.commit.add(letter.letter_id, raised)


def lines_asked(books: Books, mail_id: str | None) -> tuple[tuple[BalanceLine, ...], date | None]:
    """What a query about a statement asked, for asking once more: the lines of the answer that it came from."""
    for stated in books.stated.values():
        if stated.answer and stated.answer.mail_id == mail_id:
            return stated.answer.lines, stated.last_on
    return (), None
