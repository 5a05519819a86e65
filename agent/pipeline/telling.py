"""A mail and what it says to the ids that its copies have too, and to the message that it repeats."""

from typing import Final

from agent.facts.mail import Mail
from agent.facts.readings import Kind, PaymentRead, Reading
from agent.ids import digest
from agent.pipeline.handling import Handling

_UNPROVED: Final = "not authenticated "  # before the ids of such a mail


def told_id(mail: Mail, reading: Reading) -> str:
    """SHA-256 of who said what at which second under which Message-ID, whatever the words around it: for a copy that
    was wrapped anew, sent in another form, or given a footer.

    "" where a mail has no Message-ID or no date, says nothing that is business, or was not read whole.
    """
    says_something = reading.payments or reading.disputes or reading.promises
    is_about_statement = reading.kind in (Kind.STATEMENT_REQUEST, Kind.STATEMENT_CONFIRMATION)
    if not mail.message_id or mail.sent_at is None or reading.unread:
        return ""
    if not (says_something or is_about_statement):
        return ""
    said = (
        mail.message_id,
        mail.sent_at.timestamp(),
        mail.sender.address,
        mail.author.address,
        reading.kind.value,
        *map(_payment, reading.payments),
        *map(_payment, reading.returned),
        *((one.invoice, one.amount, one.reason) for one in reading.disputes),
        *((one.invoice, one.amount, one.promised_on) for one in reading.promises),
        reading.statement_on,
        reading.statement_agreed,
    )
    return digest(repr(said).encode("utf-8", "surrogatepass"))


def _payment(read: PaymentRead) -> tuple[object, ...]:
    """What is business of a payment, without the places where it was read."""
    lines = tuple((one.invoice, one.amount, one.discount, one.deduction) for one in read.lines)
    days = read.paid_on, read.due_on
    references = read.reference, read.other_references
    is_about_earlier = read.replaces, read.answers
    return (
        read.amount,
        read.currency,
        days,
        references,
        read.payer_account,
        lines,
        read.group,
        is_about_earlier,
    )


def repeated(handling: Handling) -> str | None:
    """The message that this one repeats: the same mail stamped or wrapped anew, or the same bank statement in another."""
    contents = _contents(handling)
    known = {
        content: mail_id
        for content in (*contents, *handling.statement_ids)
        if (mail_id := handling.commit.books.message_by_content.get(content, handling.message.mail_id))
        != handling.message.mail_id  # a file's own bytes are its statement's
    }
    for content in contents:
        if content in known:
            return known[content]
    told = [known.get(one) for one in handling.statement_ids]
    is_statement = handling.understood.reading.kind is Kind.BANK_STATEMENT
    return told[0] if is_statement and told and all(told) else None


def _contents(handling: Handling) -> tuple[str, ...]:
    """Ids of what this mail may repeat. A mail that nobody vouches for hides none that somebody does."""
    ids = tuple(one for one in (handling.content_id, handling.told_id) if one)
    return ids if handling.mail.authenticated else (*ids, *(of_its_own(handling.mail, one) for one in ids))


def of_its_own(mail: Mail, content: str) -> str:
    """The id under which this mail's content is known."""
    return content if mail.authenticated or not content else f"{_UNPROVED}{content}"
