"""A mail and what it says to the id of its telling: a copy wrapped anew, in another form or with a footer has the same."""

from agent.facts.mail import Mail
from agent.facts.readings import Kind, PaymentRead, Reading
from agent.ids import digest

_FEWEST_DIGITS = 3  # of a reference that tells payments apart


def told_id(mail: Mail, reading: Reading) -> str:
    """SHA-256 of who said what at which second, whatever the words around it; "" where that is too little to go by.

    Two true payments may be of one amount and one day, so a payment without documents and without a reference is
    the same telling only under the same Message-ID.
    """
    says_something = reading.payments or reading.disputes or reading.promises
    is_about_statement = reading.kind in (Kind.STATEMENT_REQUEST, Kind.STATEMENT_CONFIRMATION)
    if mail.sent_at is None or reading.unread or not (says_something or is_about_statement):
        return ""
    is_telling = all(map(_is_telling, reading.payments))
    if not (is_telling or mail.message_id):
        return ""
    said = (
        mail.sender.address,
        mail.author.address,
        mail.sent_at.timestamp(),
        "" if is_telling else mail.message_id,
        reading.kind.value,
        *map(_payment, reading.payments),
        *((one.invoice, one.amount, one.reason) for one in reading.disputes),
        *((one.invoice, one.amount, one.promised_on) for one in reading.promises),
        reading.statement_on,
        reading.statement_agreed,
    )
    return digest(repr(said).encode("utf-8", "surrogatepass"))


def _is_telling(read: PaymentRead) -> bool:
    digits = sum(map(str.isdigit, read.reference or ""))
    return bool(read.lines) or digits >= _FEWEST_DIGITS


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
