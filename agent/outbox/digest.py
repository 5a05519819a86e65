"""A digest, and answers to commands, to the texts that their templates say: the first of each list, amounts and days in the letter's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from agent.facts.commands import Answered
from agent.facts.digest import Digest, Figure, Going, SalesDigest, Told, Unanswered, Waiting
from agent.money import Money
from agent.outbox.clean import clean
from agent.outbox.wording import Wording

MOST_LINES: Final = 20  # of each list: read on a phone; the rest is counted
_LONGEST: Final = 120  # characters of somebody's words


@dataclass(frozen=True, slots=True, kw_only=True)
class GoingValue:
    """A letter of today."""

    letter_id: str
    kind: str
    level: int
    customer: str
    amount: str
    items: int
    days: int  # overdue, of the oldest item
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingValue:
    """What waits for a person."""

    what: str
    about: str
    who: str
    amount: str
    said: str
    date: str
    command: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldValue:
    """A dispute or a promise."""

    invoice: str
    customer: str
    amount: str
    reason: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureValue:
    """What is owed; `moved` is "" where it did not, or was not told before."""

    name: str
    amount: str
    moved: str
    is_up: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestValue:
    """As rules/letters/README.md tells it."""

    since: str
    stopped: str
    veto_until: str
    counts: dict[str, int]  # of going, waiting, unanswered: all of them
    going: tuple[GoingValue, ...]
    going_more: int
    waiting: tuple[WaitingValue, ...]
    waiting_more: int
    unanswered: tuple[WaitingValue, ...]
    unanswered_more: int
    messages: int
    sent: tuple[tuple[str, int], ...]
    failed: tuple[str, ...]
    payments: int
    applied: str
    taken_back: str
    disputes: tuple[ToldValue, ...]
    promises: tuple[ToldValue, ...]
    kept: tuple[ToldValue, ...]
    broken: tuple[ToldValue, ...]
    bounced: tuple[str, ...]
    figures: tuple[FigureValue, ...]
    flags: tuple[str, ...]
    seq: int
    head: str  # of the journal, in groups that a narrow page can break


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerValue:
    """What became of a colleague's command; `lines` of the journal, "" where none was written."""

    text: str
    said: tuple[str, ...]
    is_done: bool
    lines: str


def answer_value(one: Answered) -> AnswerValue:
    """What a template may say of it."""
    return AnswerValue(
        text=clean(one.text, _LONGEST),
        said=tuple(clean(text, 240) for text in one.said[:MOST_LINES]),
        is_done=one.is_done,
        lines=", ".join(map(str, one.lines[:MOST_LINES])),
    )


def digest_value(digest: Digest, wording: Wording) -> DigestValue:
    """What a template may say of the digest."""
    happened = digest.happened

    def told(lines: Sequence[Told]) -> tuple[ToldValue, ...]:
        return tuple(_told(one, wording) for one in lines[:MOST_LINES])

    return DigestValue(
        since=wording.day(digest.since),
        stopped=clean(digest.stopped, _LONGEST),
        veto_until=digest.veto_until,
        counts={
            "going": len(digest.going),
            "waiting": len(digest.waiting),
            "unanswered": len(digest.unanswered),
        },
        going=tuple(_going(one, digest.today, wording) for one in digest.going[:MOST_LINES]),
        going_more=max(0, len(digest.going) - MOST_LINES),
        waiting=tuple(_waiting(one, wording) for one in digest.waiting[:MOST_LINES]),
        waiting_more=max(0, len(digest.waiting) - MOST_LINES),
        unanswered=tuple(_unanswered(one, wording) for one in digest.unanswered[:MOST_LINES]),
        unanswered_more=max(0, len(digest.unanswered) - MOST_LINES),
        messages=happened.messages,
        sent=tuple((kind.value, count) for kind, count in happened.sent),
        failed=tuple(wording.reference(one) for one in happened.failed[:MOST_LINES]),
        payments=happened.payments,
        applied=_joined(happened.applied, wording),
        taken_back=_joined(happened.taken_back, wording),
        disputes=told(happened.disputes),
        promises=told(happened.promises),
        kept=told(happened.kept),
        broken=told(happened.broken),
        bounced=tuple(clean(one, _LONGEST) for one in happened.bounced[:MOST_LINES]),
        figures=tuple(_figure(one, wording) for one in digest.figures[:MOST_LINES]),
        flags=tuple(clean(one, _LONGEST) for one in digest.flags[:MOST_LINES]),
        seq=digest.seq,
        head=" ".join(digest.head[place : place + 16] for place in range(0, len(digest.head), 16)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseValue:
    """What customers object to for one cause."""

    about: str
    amount: str
    items: tuple[ToldValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LateValue:
    """A customer who is late."""

    customer: str
    amount: str
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesValue:
    """As rules/letters/README.md tells it."""

    going: tuple[GoingValue, ...]
    disputes: tuple[CauseValue, ...]
    late: tuple[LateValue, ...]
    promises: tuple[ToldValue, ...]


def sales_value(sales: SalesDigest, today: date, wording: Wording) -> SalesValue:
    """What a template may say to one who sells."""
    return SalesValue(
        going=tuple(_going(one, today, wording) for one in sales.going[:MOST_LINES]),
        disputes=tuple(
            CauseValue(
                about=clean(one.about, _LONGEST),
                amount=_joined(one.amounts, wording),
                items=tuple(_told(told, wording) for told in one.items[:MOST_LINES]),
            )
            for one in sales.disputes[:MOST_LINES]
        ),
        late=tuple(
            LateValue(
                customer=clean(one.customer, _LONGEST), amount=_joined(one.amounts, wording), days=one.days
            )
            for one in sales.late[:MOST_LINES]
        ),
        promises=tuple(_told(one, wording) for one in sales.promises[:MOST_LINES]),
    )


def _going(one: Going, today: date, wording: Wording) -> GoingValue:
    days = (today - one.oldest_due_on).days if one.oldest_due_on else 0
    return GoingValue(
        letter_id=wording.reference(one.letter_id), kind=one.kind.value, level=one.level,
        customer=clean(one.customer, _LONGEST), amount=_joined(one.amounts, wording), items=one.items, days=days,
        status=one.status.value,
    )  # fmt: skip


def _figure(one: Figure, wording: Wording) -> FigureValue:
    moved = one.moved if one.moved else None
    return FigureValue(
        name=one.name,
        amount=wording.money(one.now),
        moved=wording.money(abs(moved)) if moved else "",
        is_up=bool(moved and moved.minor > 0),
    )


def _waiting(one: Waiting, wording: Wording) -> WaitingValue:
    return WaitingValue(
        what=one.what.value, about=wording.reference(one.about), who=clean(one.who, _LONGEST),
        amount=_joined(one.amounts, wording), said=clean(one.said, _LONGEST), date=wording.day_in_table(one.since.date()),
        command=clean(one.command, _LONGEST),
    )  # fmt: skip


def _unanswered(one: Unanswered, wording: Wording) -> WaitingValue:
    return WaitingValue(
        what="mail", about=wording.reference(one.mail_id), who=clean(one.who, _LONGEST), amount="",
        said=clean(one.subject, _LONGEST), date=wording.day_in_table(one.since.date()),
        command=f"remitd close {clean(one.mail_id, _LONGEST)} --why ...",
    )  # fmt: skip


def _told(one: Told, wording: Wording) -> ToldValue:
    return ToldValue(
        invoice=wording.reference(one.invoice), customer=clean(one.customer, _LONGEST), amount=wording.money(one.amount),
        reason=wording.reason(one.reason)[:_LONGEST], date=wording.day(one.promised_on),
    )  # fmt: skip


def _joined(amounts: Sequence[Money], wording: Wording) -> str:
    return " + ".join(wording.money(amount) for amount in amounts if amount)
