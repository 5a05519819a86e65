"""(journal, stored messages, today's rules) to what a payment's decisions are when made again, beside what was booked."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from agent import __version__
from agent.errors import JournalBroken
from agent.facts import events as e
from agent.facts.books import Books, Message
from agent.facts.mail import Sort
from agent.facts.payments import Application, Deduction, Difference, Payment
from agent.ids import digest
from agent.ledger import fold
from agent.match.payment import settle_advised
from agent.pipeline.booking import book
from agent.pipeline.bookkeeping import Commit
from agent.pipeline.desk import Desk
from agent.pipeline.message import handle
from agent.pipeline.opening import FILE_MAILBOX, Fault, InlineOpener, Opened, file_mail
from agent.store.blobs import Blobs

_DECIDES: Final = (
    e.PaymentRecorded,
    e.CashApplied,
    e.PaymentDecided,
    e.PaymentCleared,
    e.CashReversed,
    e.PayerDecided,
    e.CashUnapplied,
    e.ClearingUndone,
    e.ReversalUndone,
    e.PayerUndone,
    e.DeductionAllowed,
    e.DeductionRefused,
    e.DeductionReopened,
    e.CashRefunded,
    e.RefundUndone,
    e.CashLeftOnAccount,
    e.OnAccountUndone,
)
# What of a payment is money, or leads to money or a letter; the sentences of its reasons are not compared.
_COMPARED: Final = (
    "customer_id", "amount", "status", "applications", "differences", "deductions", "same_as", "cleared", "cleared_on",
    "returned_on",
)  # fmt: skip


class Verdict(StrEnum):
    """What came of deriving a decision again."""

    SAME = "same"
    DIFFERS = "differs"
    STAFF = "staff"  # a person's decision: there is nothing to derive
    NO_BYTES = "no_bytes"  # the message's bytes are gone, or are not what they were
    FAULT = "fault"  # remitd fails at the message today


class Cause(StrEnum):
    """Why a decision may come out otherwise today."""

    RULES = "rules"  # rules/ is not what the run worked by
    VERSION = "version"  # nor the program
    UNKNOWN_RUN = "unknown_run"  # no run's version and rules are on record for it
    NEITHER = "neither"  # both are as they were: the entry, remitd.toml or remitd is at fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """One decision about a payment, made again."""

    payment_id: str
    seq: int  # its first line in the journal
    at: datetime
    mail_id: str | None  # of the message that led to it; None: a day came, or a person decided
    verdict: Verdict
    differing: tuple[tuple[str, str, str], ...] = ()  # what, as booked, as derived
    causes: tuple[Cause, ...] = ()
    detail: str = ""

    @property
    def holds(self) -> bool:
        """True where the decision stands as it was booked."""
        return self.verdict in (Verdict.SAME, Verdict.STAFF)


class UnwrittenBlobs:
    """Blobs that are read and never written."""

    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs

    def put(self, content: bytes) -> str:
        """Its SHA-256; the bytes are let go."""
        return digest(content)

    def get(self, sha256: str) -> bytes:
        """The bytes. JournalBroken where they are gone or not what they were."""
        return self._blobs.get(sha256)

    def holds(self, sha256: str) -> bool:
        """True where the bytes lie there."""
        return self._blobs.holds(sha256)

    def sync(self) -> None:
        """Nothing waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """Lines of one commit that belong together: a message's, or where there is no message, one payment's."""

    lines: Sequence[e.Recorded]
    mail_id: str | None
    run: e.RunStarted | None
    booked: dict[str, Payment]  # after it, of the payments asked for that it decides on


def derive(
    commits: Callable[[], Iterable[list[e.Recorded]]],
    payment_ids: frozenset[str],
    desk_of: Callable[[Books, datetime], Desk],
    *,
    last_seq: int,
) -> Iterator[Derived]:
    """Every decision about these payments up to line `last_seq`, in the order of the journal.

    Each is made on the books as they stood before it: those of its commit's messages that came before it are in them.
    """
    for step in _steps(commits(), payment_ids, last_seq):
        for payment_id, booked in step.booked.items():
            yield _derived(commits, payment_id, booked, step, desk_of)


def _steps(
    commits: Iterable[list[e.Recorded]], payment_ids: frozenset[str], last_seq: int
) -> Iterator[_Step]:
    books, run = fold.empty(), None
    for commit in commits:
        if commit[0].seq > last_seq:
            return
        for lines, mail_id in _parted(commit):
            decided: dict[str, None] = {}
            for recorded in lines:
                fold.apply(books, recorded)
                if isinstance(recorded.event, e.RunStarted):
                    run = recorded.event
                if recorded.subject in payment_ids and isinstance(recorded.event, _DECIDES):
                    decided[recorded.subject] = None
            if decided:
                booked = {payment_id: books.payments[payment_id] for payment_id in decided}
                yield _Step(lines=lines, mail_id=mail_id, run=run, booked=booked)


def _parted(commit: list[e.Recorded]) -> Iterator[tuple[list[e.Recorded], str | None]]:
    """A commit's lines, message by message: the last line about each is how it was sorted."""
    lines: list[e.Recorded] = []
    for recorded in commit:
        lines.append(recorded)
        if isinstance(recorded.event, e.MessageSorted):
            yield lines, recorded.event.mail_id
            lines = []
    if lines:
        yield lines, None


def _derived(
    commits: Callable[[], Iterable[list[e.Recorded]]],
    payment_id: str,
    booked: Payment,
    step: _Step,
    desk_of: Callable[[Books, datetime], Desk],
) -> Derived:
    first = next(one for one in step.lines if one.subject == payment_id and isinstance(one.event, _DECIDES))
    derived = Derived(
        payment_id=payment_id, seq=first.seq, at=first.at, mail_id=step.mail_id, verdict=Verdict.SAME
    )
    if step.mail_id is None and first.actor != "agent":
        return replace(derived, verdict=Verdict.STAFF, detail=first.actor)
    # A message is handled on the books before its first line; a payment whose day came, before its own.
    books = _before(_handled_from(step) if step.mail_id else first.seq, commits())
    desk, commit = desk_of(books, first.at), Commit(books, first.at, first.actor)
    if step.mail_id is None:
        _settle(desk, commit, payment_id)
    else:
        try:
            opened = _opened(desk, books.messages[step.mail_id])
        except JournalBroken as broken:
            return replace(derived, verdict=Verdict.NO_BYTES, detail=str(broken))
        if isinstance(opened, Fault):
            causes = _causes(step.run, desk)
            return replace(derived, verdict=Verdict.FAULT, detail=opened.why, causes=causes)
        handle(desk, commit, step.mail_id, opened)
    differing = tuple(_differing(booked, books.payments.get(payment_id)))
    if differing:
        causes = _causes(step.run, desk)
        return replace(derived, verdict=Verdict.DIFFERS, differing=differing, causes=causes)
    return derived


def _before(seq: int, commits: Iterable[list[e.Recorded]]) -> Books:
    """The books before a line."""
    books = fold.empty()
    for commit in commits:
        for recorded in commit:
            if recorded.seq >= seq:
                return books
            fold.apply(books, recorded)
    return books


def _settle(desk: Desk, commit: Commit, payment_id: str) -> None:
    """A payment told of ahead, whose day came (pipeline.schedule)."""
    payment = commit.books.payments[payment_id]
    matched = settle_advised(payment, commit.books, rules=desk.policy.matching, today=desk.today())
    book(commit, payment_id, matched, mail_id=None)


def _handled_from(step: _Step) -> int:
    """The first line that follows from a message; a statement's file is received in the same commit."""
    return next(one.seq for one in step.lines if not isinstance(one.event, e.MessageReceived))


def _opened(desk: Desk, message: Message) -> Opened | Fault:
    if message.mailbox.startswith(FILE_MAILBOX):
        assert isinstance(desk.opener, InlineOpener)  # as app.deriving_desk makes it
        name = message.mailbox.removeprefix(FILE_MAILBOX)
        return desk.opener.open_mail(file_mail(name, desk.blobs.get(message.sha256), Sort.BANK))
    return next(one for one in desk.opener.open_all([message.sha256]) if one is not None)


def _causes(run: e.RunStarted | None, desk: Desk) -> tuple[Cause, ...]:
    if run is None:
        return (Cause.UNKNOWN_RUN,)
    found = [Cause.RULES] if run.rules != desk.policy.digest else []
    found += [Cause.VERSION] if run.version != __version__ else []
    return tuple(found) or (Cause.NEITHER,)


def _differing(booked: Payment, derived: Payment | None) -> Iterator[tuple[str, str, str]]:
    if derived is None:
        yield "payment_id", booked.payment_id, ""
        return
    for name in _COMPARED:
        one, other = getattr(booked, name), getattr(derived, name)
        if one != other:
            yield name, _text(one), _text(other)


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(_text, value))
    if isinstance(value, Application):
        more = f" + {value.discount.amount} + {value.write_off.amount}" if value.taken != value.amount else ""
        return f"{value.invoice} {value.amount}{more}"
    match value:
        case Deduction():
            parts: tuple[object, ...] = (
                value.invoice,
                value.amount,
                value.code,
                value.status.value,
                value.certificate_due,
            )
        case Difference():
            parts = (value.code.value, value.invoice, value.difference, value.certificate_due)
        case _:
            parts = (value,)
    return " ".join(str(one) for one in parts if one is not None)
