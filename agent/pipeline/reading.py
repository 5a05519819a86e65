"""An opened mail and the books to what it says and whose it is: the one reader, the payer. Changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from agent.extract.read import read_mail
from agent.extract.reading.listed_answer import listed_answer
from agent.facts.books import Books
from agent.facts.mail import Mail
from agent.facts.mail import Sort as MailSort
from agent.facts.payments import Payer, Status
from agent.facts.readings import Kind, PaymentRead, Reading
from agent.match import names as firm
from agent.match.payer import identify
from agent.pipeline.desk import Desk
from agent.pipeline.opening import Opened
from agent.rules.matching import MatchingRules

_WAITING = (Status.UNAPPLIED, Status.PARTIALLY_APPLIED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A mail, what it says, and whose each payment of it is."""

    mail: Mail
    reading: Reading
    payers: tuple[Payer, ...]  # one for each payment of the reading
    returners: tuple[Payer, ...] = ()  # one for each entry that takes a payment back
    claimant: Payer  # whose mail it is as a whole: disputes, promises, requests

    @property
    def customer_id(self) -> str | None:
        """The one customer that the message is about; None where there are none or several."""
        found = {payer.customer_id for payer in self.payers} or {self.claimant.customer_id}
        return found.pop() if len(found) == 1 else None


def understand(desk: Desk, opened: Opened) -> Understood:
    """What an opened mail says, and whose it is, with the books as they are."""
    books, company, mail = desk.books, desk.config.company, opened.mail
    speakers = books.customers_for(_speaker(mail), desk.policy.public_domains)
    reading = read_mail(
        mail,
        opened.documents,
        opened.unread,
        opened.structured,
        ledger=books.anchors,
        senders=speakers,
        vocabulary=desk.policy.vocabulary,
        own_names=(company.name, *company.aliases),
        exports=desk.policy.exports,
    )
    if reading.kind is Kind.OTHER and not opened.documents and _asks_what_for(mail, books):
        answer = listed_answer(mail, books.anchors, speakers, desk.policy.vocabulary, desk.policy.mail.quotes)
        if answer:
            reading = replace(reading, kind=Kind.REMITTANCE, payments=(answer,))
    return _identified(desk, mail, reading, speakers)


def _asks_what_for(mail: Mail, books: Books) -> bool:
    """True for a reply to our open question about money that waits unapplied."""
    letters = (books.letter_by_message_id.get(known, "") for known in mail.in_reply_to)
    queries = (books.queries[letter_id] for letter_id in letters if letter_id in books.queries)
    asked = (books.payments[one] for query in queries for one in query.raised.payment_ids)
    return any(payment.unapplied and payment.status in _WAITING for payment in asked)


def _speaker(mail: Mail) -> str:
    """Whose address vouches for the mail. What a stranger claims to forward is the stranger's claim, not the author's."""
    vouched_for = mail.sort in (MailSort.STAFF_FORWARD, MailSort.STAFF_DOCUMENT)
    return mail.author.address if vouched_for or not mail.is_forward else mail.sender.address


def _identified(desk: Desk, mail: Mail, reading: Reading, speakers: tuple[str, ...]) -> Understood:
    books, company = desk.books, desk.config.company
    reading = _without_idle_answers(mail, reading, books)
    if reading.kind is Kind.BANK_STATEMENT:
        reading = _of_others(reading, (company.name, *company.aliases), books, desk.policy.matching)

    def payer_of(read: PaymentRead) -> Payer:
        return identify(
            read,
            reading.names,
            books,
            sender="" if reading.kind is Kind.BANK_STATEMENT else _speaker(mail),
            sender_customers=() if reading.kind is Kind.BANK_STATEMENT else speakers,
            is_staff_document=mail.sort is MailSort.STAFF_DOCUMENT,
            own_names=(company.name, *company.aliases),
            rules=desk.policy.matching,
        )

    payers = tuple(payer_of(read) for read in reading.payments)
    returners = tuple(payer_of(read) for read in reading.returned)
    payments = tuple(
        _with_customers_currency(read, payer, books)
        for read, payer in zip(reading.payments, payers, strict=True)
    )
    claimant = _claimant(books, reading, speakers)
    return Understood(
        mail=mail,
        reading=replace(reading, payments=payments),
        payers=payers,
        returners=returners,
        claimant=claimant,
    )


def _of_others(reading: Reading, own_names: Sequence[str], books: Books, rules: MatchingRules) -> Reading:
    """A bank's entries without our own money: those whose payer has our name, legal forms apart, and is no customer."""

    def is_ours(name: str | None) -> bool:
        if not name:
            return False
        return firm.called(own_names, name, rules) and not firm.known_as(name, books, rules)

    ours = [read for read in reading.payments if is_ours(read.payer)]
    told = (
        f"{read.amount} {read.currency or ''} from {read.payer} is our own money: not read" for read in ours
    )
    return replace(
        reading,
        payments=tuple(read for read in reading.payments if read not in ours),
        warnings=(*reading.warnings, *told),
    )


def _without_idle_answers(mail: Mail, reading: Reading, books: Books) -> Reading:
    """Words such as "it was for A" say what a payment was for only where we asked what it was for."""
    asked = any(books.letter_by_message_id.get(known, "") in books.queries for known in mail.in_reply_to)
    idle = [read for read in reading.payments if read.answers and read.amount is None]
    if asked or not idle:
        return reading
    payments = tuple(read for read in reading.payments if read not in idle)
    return replace(reading, payments=payments, kind=reading.kind if payments else Kind.OTHER)


def _with_customers_currency(read: PaymentRead, payer: Payer, books: Books) -> PaymentRead:
    """A bare sign ($, ¥) that no item settles is the customer's currency (contract section 3)."""
    customer = books.customers.get(payer.customer_id or "")
    if (
        read.currency is None
        and read.currency_sign
        and customer
        and customer.currency in _SIGNS.get(read.currency_sign, ())
    ):
        return replace(read, currency=customer.currency)
    return read


# Currencies that write themselves with a bare sign.
_SIGNS = {
    "$": ("USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD", "MXN"),
    "¥": ("CNY", "JPY"),
    "元": ("CNY", "HKD", "TWD", "MOP"),
    "￥": ("CNY", "JPY"),
    "£": ("GBP",),
    "Rs": ("INR", "PKR", "LKR"),
    "€": ("EUR",),
}


def _claimant(books: Books, reading: Reading, speakers: tuple[str, ...]) -> Payer:
    """Whose words these are: the customer the address is on file for, and the items named must be theirs."""
    named = [dispute.invoice for dispute in reading.disputes] + [p.invoice for p in reading.promises]
    owners = {books.items[number].customer_id for number in named if number in books.items}
    if len(owners) > 1:
        return Payer(
            customer_id=None,
            reasons=(f"the items named belong to several customers: {', '.join(sorted(owners))}",),
            is_sender_on_file=False,
            proposed=tuple(sorted(owners)),
        )
    if owners:
        (owner,) = owners
        is_on_file = any(owner in books.speaks_for(speaker) for speaker in speakers)
        return Payer(
            customer_id=owner,
            reasons=(f"names items of {owner}",),
            is_sender_on_file=is_on_file,
            proposed=(owner,),
        )
    if len(speakers) == 1:
        return Payer(customer_id=speakers[0], reasons=("the sender is on file",), is_sender_on_file=True)
    reason = "the sender is on file for several customers" if speakers else "the sender is not on file"
    return Payer(customer_id=None, reasons=(reason,), is_sender_on_file=False, proposed=speakers)
