"""`remitd explain ID`: the chain from message to evidence to decision to letter, for a clerk."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from agent.errors import AgentError
from agent.facts.books import Books, Message
from agent.facts.events import Recorded
from agent.facts.ledger import Customer, Item
from agent.facts.letters import Letter
from agent.facts.payments import Payment
from agent.ids import instant
from agent.store.codec import to_plain


def explain_id(books: Books, what: str, journal: Iterable[Recorded]) -> Iterator[str]:
    """Lines for a mail, payment, invoice, letter or customer. AgentError where the id is none of them."""
    found: list[tuple[dict[str, object], Callable[..., Iterator[str]]]] = [
        (books.messages, _message),  # type: ignore[list-item]
        (books.payments, _payment_and_letters),  # type: ignore[list-item]
        (books.letters, _letter_and_why),  # type: ignore[list-item]
        (books.items, _item),  # type: ignore[list-item]
        (books.customers, _customer),  # type: ignore[list-item]
    ]
    by_message_id = {message.message_id: message.mail_id for message in books.messages.values()}
    what = by_message_id.get(what, what)
    if what in books.merged:
        yield f"Customer {what} was merged into {books.survivor(what)}."
        what = books.survivor(what)
    for records, explained in found:
        if what in records:
            yield from explained(books, records[what])
            yield ""
            yield "In the journal:"
            yield from _events(journal, what)
            return
    raise AgentError(
        f"{what}: no message, payment, invoice, letter or customer has this id; "
        "see: remitd messages, payments, invoices --all, letters, aging"
    )


def _message(books: Books, message: Message) -> Iterator[str]:
    yield f"Message {message.mail_id} {message.message_id}"
    yield f"  from {message.sender or '?'}{_author(message)}: {message.subject!r}"
    kind = message.kind.value if message.kind else "not handled yet"
    status = message.status.value if message.status else "received"
    yield f"  {kind}, {status}" + (
        f", customer {_name(books, message.customer_id)}" if message.customer_id else ""
    )
    yield from (f"  because {reason}" for reason in message.why)
    yield f"  raw bytes: state/blobs/{message.sha256[0]}/{message.sha256}"
    for payment_id in message.payment_ids:
        yield from _payment(books, books.payments[payment_id], with_message=False)
    for letter_id in message.letter_ids:
        yield from _letter(books, books.letters[letter_id])


def _author(message: Message) -> str:
    return f" (written by {message.author})" if message.author != message.sender else ""


def _payment(books: Books, payment: Payment, *, with_message: bool = True) -> Iterator[str]:
    yield f"Payment {payment.payment_id}: {payment.amount or payment.claim.amount or 'no amount said'}"
    if with_message:
        message = books.messages[payment.mail_id]
        yield f"  told by {message.mail_id}: {message.author}, {message.subject!r}"
    said = (
        ("dated", payment.claim.paid_on),
        ("reference", payment.claim.reference),
        ("by", payment.claim.method),
    )
    yield "  " + ", ".join(f"{name} {value}" for name, value in said if value)
    yield f"  payer: {_name(books, payment.customer_id)}"
    yield from (f"    because {reason}" for reason in payment.payer_reasons)
    yield f"  status: {payment.status.value}{', seen at the bank' if payment.cleared else ''}" + (
        f", codes {', '.join(payment.codes)}" if payment.codes else ""
    )
    yield from (f"    because {reason}" for reason in payment.because)
    yield from (f"    not {other.what}: {other.why}" for other in payment.rejected)
    for proposal in payment.proposals:
        yield f"    for a person to decide: {' + '.join(proposal)} would make it, and no other set is known to"
    if payment.same_as:
        yield f"  the same as {payment.same_as}"
    for application in payment.applications:
        extra = "".join(
            f", {name} {amount.amount}{reason}"
            for name, amount, reason in (
                ("discount", application.discount, ""),
                ("written off", application.write_off, f" ({application.reason})"),
            )
            if amount
        )
        left = books.items[application.invoice].open
        yield f"  applied {application.amount} to {application.invoice}{extra}; {left} is open there now"
    if payment.unapplied:
        yield f"  unapplied {payment.unapplied}"
    if payment.claim.checks:
        yield f"  checks that held: {', '.join(payment.claim.checks)}"
    yield "  evidence:"
    for span in payment.claim.evidence:
        place = f"{span.part}, page {span.page}, at {span.box[0]:.0f}/{span.box[1]:.0f}"
        yield f"    {span.field:14} {span.text!r}  ({place})"


def _payment_and_letters(books: Books, payment: Payment) -> Iterator[str]:
    yield from _payment(books, payment)
    for letter in books.letters.values():
        if payment.payment_id in letter.payment_ids:
            yield from _letter(books, letter)


def _letter_and_why(books: Books, letter: Letter) -> Iterator[str]:
    yield from _letter(books, letter)
    if letter.mail_id:
        yield from (f"    because {reason}" for reason in books.messages[letter.mail_id].why)
    levels = dict(letter.item_levels)
    for invoice, asked in letter.asked:
        level = f", level {levels[invoice]}" if levels.get(invoice) else ""
        yield f"  asks for {asked} of {invoice}, due {books.items[invoice].due_on}{level}"
    for payment_id in letter.payment_ids:
        yield from _payment(books, books.payments[payment_id])


def _letter(books: Books, letter: Letter) -> Iterator[str]:
    when = f" at {instant(letter.sent_at)}" if letter.sent_at else ""
    yield f"Letter {letter.letter_id}: {letter.kind.value}, {letter.status.value}{when}"
    yield f"  to {', '.join(letter.to)}: {letter.subject!r}"
    if letter.codes:
        yield f"  codes: {', '.join(letter.codes)}"
    if letter.level:
        yield f"  dunning level {letter.level}"
    if letter.mail_id:
        message = books.messages[letter.mail_id]
        yield f"  because of {letter.mail_id}: {message.subject!r}"
    if letter.invoices:
        yield f"  about {', '.join(letter.invoices)}"
    if letter.detail:
        yield f"  last word: {letter.detail}"
    yield f"  read it: remitd letters show {letter.letter_id}"


def _item(books: Books, item: Item) -> Iterator[str]:
    word = "Credit note" if item.is_credit else "Invoice"
    yield f"{word} {item.invoice_no} of {_name(books, item.customer_id)}: {item.billed}, {item.open} open"
    yield f"  issued {item.issued_on}, due {item.due_on}" + (f", terms {item.terms}" if item.terms else "")
    if item.disputed:
        yield f"  disputed: {item.disputed} ({item.dispute_reason or 'no reason said'})"
    if item.promised_on:
        yield f"  promised: {item.promised} by {item.promised_on}"
    if item.missing_at and item.open:
        yield f"  asked about: {item.missing_why}, {item.missing_at:%Y-%m-%d}; not dunned until an import has it again"
    if item.dunning_level:
        yield f"  dunning level {item.dunning_level}"
    for payment_id in books.payments_by_invoice.get(item.invoice_no, ()):
        yield from _payment(books, books.payments[payment_id])
    for letter in books.letters.values():
        if item.invoice_no in letter.invoices:
            yield from _letter(books, letter)


def _customer(books: Books, customer: Customer) -> Iterator[str]:
    yield f"Customer {customer.customer_id}: {customer.name}"
    yield f"  on file: {', '.join(customer.emails) or 'no mail address'}"
    for item in books.open_items(customer.customer_id):
        yield f"  open: {item.invoice_no}, {item.open} of {item.billed}, due {item.due_on}"
    for payment_id in books.payments_by_customer.get(customer.customer_id, ()):
        payment = books.payments[payment_id]
        yield (
            f"  payment {payment_id} of {payment.mail_id}: {payment.amount}, {payment.status.value}, "
            f"unapplied {payment.unapplied}"
        )
        yield from (f"    applied {one.amount} to {one.invoice}" for one in payment.applications)
    for letter in books.letters.values():
        if letter.customer_id == customer.customer_id:
            yield f"  letter {letter.letter_id}: {letter.kind.value}, {letter.status.value}, {letter.subject!r}"


def _name(books: Books, customer_id: str | None) -> str:
    if customer_id is None:
        return "nobody"
    customer = books.customers.get(customer_id)
    return f"{customer_id} {customer.name}" if customer else customer_id


def _events(journal: Iterable[Recorded], what: str) -> Iterator[str]:
    """The journal's lines about the id, or that name it."""
    quoted = msgspec.json.encode(what)
    for recorded in journal:
        if recorded.subject == what or quoted in msgspec.json.encode(recorded.event, enc_hook=to_plain):
            yield f"  {recorded.seq:6} {instant(recorded.at)} {type(recorded.event).__name__} ({recorded.actor})"
