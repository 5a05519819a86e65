"""Messages and letters to contacts, oldest first: what went which way, what became of it, where its bytes are."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from agent.facts import events as e
from agent.facts.books import Message
from agent.facts.letters import Letter, LetterStatus
from agent.facts.mail import Mail
from agent.facts.readings import Kind
from agent.inbox.bounce import report_fields
from agent.inbox.envelope import read_tree
from agent.ledger.theirs import Theirs
from agent.store.blobs import Blobs

_ID: Final = re.compile(rb"<[^<>\s]{3,300}>")
_MAY_ANSWER: Final = (Kind.BOUNCE, Kind.AUTO_REPLY, Kind.OTHER)
_TRACE: Final = ("received", "authentication-results", "dkim-signature", "arc-authentication-results")
_WENT: Final = (LetterStatus.SENT, LetterStatus.FAILED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Where the bytes lie, and how a message is taken apart."""

    blobs: Blobs
    parse: Callable[[bytes], Mail]


class Delivery(StrEnum):
    """What is known of a letter's arrival."""

    DELIVERED = "delivered"  # the server of the recipient says so (RFC 3464, Action: delivered)
    ACCEPTED = "accepted"  # the mail server took it, and nothing came back
    BOUNCED = "bounced"  # it came back for every recipient
    PARTLY_BOUNCED = "partly_bounced"
    REFUSED = "refused"
    UNKNOWN = "unknown"  # it was cut off: it may have gone


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A message that tells what became of a letter."""

    mail_id: str
    letter_id: str
    groups: tuple[dict[str, str], ...]  # RFC 3464 and RFC 8098: fields as they stand there

    def actions(self) -> set[str]:
        """What it says was done: failed, delayed, delivered, relayed, expanded, displayed."""
        told = {str(fields.get("Action", "")).strip().lower() for fields in self.groups}
        return told - {""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One message or letter."""

    at: datetime
    is_out: bool
    contact_id: str  # mail_id or letter_id
    kind: str
    sender: str
    to: tuple[str, ...]
    subject: str
    invoices: tuple[str, ...]
    answers: tuple[str, ...]  # letters and messages in whose thread it stands
    delivery: Delivery | None  # of a letter
    told: str  # the server's last answer; of a message why it counts as from its sender, or does not
    authenticated: bool | None  # of a message; None: its bytes are not here
    trace: tuple[tuple[str, str], ...]  # of a message: its Received and Authentication-Results, as they stand
    sha256: str
    is_shared: bool = False  # its bytes also tell of other customers: an extract stands for them


def with_reports(their: Theirs, archive: Archive) -> tuple[Theirs, tuple[Report, ...]]:
    """Also what came back: bounces, reports and answers of strangers that name a letter of theirs.

    Mails that belong to no customer are read for the ids of letters, from the first letter on.
    """
    books = their.books
    letters = {books.letters[one].message_id.encode(): one for one in their.letters}
    first = min((books.letters[one].created_at for one in their.letters), default=None)
    found: list[Report] = []
    for message in books.messages.values() if first else ():
        is_open = message.customer_id is None and message.kind in _MAY_ANSWER and not message.payment_ids
        is_ours = message.message_id in books.letter_by_message_id  # a letter that came back as it was
        if (
            not is_open
            or is_ours
            or message.fault
            or not message.received_at
            or not archive.blobs.holds(message.sha256)
        ):
            continue
        raw = archive.blobs.get(message.sha256)
        named = [letters[one] for one in dict.fromkeys(_ID.findall(raw)) if one in letters]
        if named:
            groups = tuple(report_fields(read_tree(raw)[0]))
            found += [Report(mail_id=message.mail_id, letter_id=one, groups=groups) for one in named[:1]]
    known = {*their.messages, *(one.mail_id for one in found)}
    messages = tuple(one for one in books.messages if one in known)
    return replace(their, messages=messages), tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What the lines and reports say, by what they say it of."""

    their: Theirs
    items: frozenset[str]
    payments: frozenset[str]
    came_at: dict[str, datetime]  # by mail_id
    claimed: dict[str, list[str]]  # by mail_id: items that it disputes or promises, or whose payment it shows
    of_letter: dict[str, list[e.Event]]
    actions: dict[str, set[str]]  # by letter_id: what reports say was done


def contacts(
    their: Theirs, archive: Archive, lines: Sequence[e.Recorded], reports: Sequence[Report]
) -> list[Contact]:
    """Every message, and every letter that went out or may have, oldest first."""
    told = _told(their, lines, reports)
    books = their.books
    found = [
        *(_message(told, archive, books.messages[one]) for one in their.messages),
        *(_letter(told, books.letters[one]) for one in their.letters if books.letters[one].status in _WENT),
    ]
    return sorted(found, key=lambda one: one.at)  # of one second: as the journal has them, messages first


def _told(their: Theirs, lines: Iterable[e.Recorded], reports: Iterable[Report]) -> _Told:
    told = _Told(
        their=their, items=frozenset(their.items), payments=frozenset(their.payments),
        came_at={}, claimed=defaultdict(list), of_letter=defaultdict(list), actions=defaultdict(set),
    )  # fmt: skip
    for line in lines:
        if letter_id := getattr(line.event, "letter_id", None):
            told.of_letter[letter_id].append(line.event)
        match line.event:
            case e.MessageReceived(mail_id=mail_id):
                told.came_at[mail_id] = line.at
            case e.DisputeRecorded(mail_id=str(mail_id)) | e.PromiseRecorded(mail_id=str(mail_id)) as event:
                told.claimed[mail_id].append(event.invoice)
            case e.PaymentCleared(mail_id=mail_id, payment_id=payment_id):
                told.claimed[mail_id] += _items_of(told, payment_id)
            case _:
                pass
    for report in reports:
        told.actions[report.letter_id] |= report.actions()
    return told


def _items_of(told: _Told, payment_id: str) -> list[str]:
    """The items that a payment names or settles."""
    payment = told.their.books.payments[payment_id]
    named = [line.invoice for line in payment.claim.lines] + [one.invoice for one in payment.applications]
    return [one for one in named if one in told.items]


def _message(told: _Told, archive: Archive, message: Message) -> Contact:
    invoices = list(told.claimed.get(message.mail_id, ()))
    for payment_id in message.payment_ids:
        invoices += _items_of(told, payment_id) if payment_id in told.payments else ()
    is_shared = message.mail_id in told.their.shared
    raw = b"" if is_shared or message.fault else archive.blobs.get(message.sha256)
    mail = archive.parse(raw) if raw else None
    known = told.their.books.letter_by_message_id
    return Contact(
        at=message.received_at or told.came_at[message.mail_id],
        is_out=False,
        contact_id=message.mail_id,
        kind=message.kind.value if message.kind else "",
        sender=message.sender,
        to=tuple(one.address for one in mail.to) if mail else (),
        subject=message.subject if mail or message.kind is Kind.BANK_STATEMENT else "",
        invoices=tuple(dict.fromkeys(invoices)),
        answers=tuple(
            dict.fromkeys(known[one] for one in (mail.in_reply_to if mail else ()) if one in known)
        ),
        delivery=None,
        told=mail.trust_reason if mail else message.fault,
        authenticated=mail.authenticated if mail else None,
        trace=_trace(raw) if raw else (),
        sha256=message.sha256,
        is_shared=is_shared,
    )


def _trace(raw: bytes) -> tuple[tuple[str, str], ...]:
    tree, _ = read_tree(raw)
    return tuple((name, str(value)) for name, value in tree.raw_items() if name.lower() in _TRACE)


def _letter(told: _Told, letter: Letter) -> Contact:
    return Contact(
        at=letter.sent_at or letter.created_at,
        is_out=True,
        contact_id=letter.letter_id,
        kind=letter.kind.value,
        sender="",
        to=(*letter.to, *letter.cc),
        subject=letter.subject,
        invoices=tuple(one for one in letter.invoices if one in told.items),
        answers=(letter.mail_id,) if letter.mail_id in told.came_at else (),
        delivery=_delivery(letter, told),
        told=letter.detail or "",
        authenticated=None,
        trace=(),
        sha256=letter.sha256,
    )


def _delivery(letter: Letter, told: _Told) -> Delivery:
    own = told.of_letter[letter.letter_id]
    lost = {one.address for one in own if isinstance(one, e.AddressBounced)}
    if lost:
        return Delivery.BOUNCED if lost >= set(letter.to) else Delivery.PARTLY_BOUNCED
    if letter.status is LetterStatus.SENT:
        is_said = "delivered" in told.actions[letter.letter_id]
        return Delivery.DELIVERED if is_said else Delivery.ACCEPTED
    return Delivery.UNKNOWN if isinstance(own[-1], e.SendOutcomeUnknown) else Delivery.REFUSED
