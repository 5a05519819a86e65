"""(the journal's commits, another policy) to the letters of the ladder that it would have caused, beside those that were written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from agent.decide.dunning import DueLetter, due_letters
from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.letters import SCHEDULED, Letter, LetterKind, LetterStatus
from agent.ids import mint
from agent.ledger import fold
from agent.money import Money
from agent.rules.calendar import Calendar
from agent.rules.dunning import DunningRules

_LATEST: Final = time(9)  # when days without any line are looked at


class Difference(StrEnum):
    """What the other policy does about an obligation."""

    SAME = "same"  # the same letter on the same day
    EARLIER = "earlier"
    LATER = "later"
    LEVEL = "level"  # on the same day, at another level
    ONLY_ACTUAL = "only_actual"
    ONLY_OTHER = "only_other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A letter of the ladder, written by either policy."""

    letter_id: str
    on: date
    customer_id: str
    currency: str
    kind: LetterKind
    level: int
    amount: Money
    invoices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One obligation side by side; one of the two may be missing."""

    actual: Sent | None
    actual_status: LetterStatus | None  # what became of it by the end of the journal
    other: Sent | None
    difference: Difference

    @property
    def sent(self) -> Sent:
        """The other policy's letter, else the actual one."""
        sent = self.other or self.actual
        assert sent
        return sent

    @property
    def on(self) -> date:
        """Its day."""
        return self.sent.on


@dataclass(slots=True, kw_only=True)
class Replay:
    """Books as the other policy would have left them, and the letters of both."""

    rules: DunningRules
    is_workday: Calendar
    zone: ZoneInfo
    first: date | None = None
    last: date | None = None
    books: Books = field(default_factory=fold.empty)
    actual: dict[str, Sent] = field(default_factory=dict)
    statuses: dict[str, LetterStatus] = field(default_factory=dict)
    other: list[Sent] = field(default_factory=list)

    def over(self, commits: Iterable[list[e.Recorded]]) -> list[Compared]:
        """One pass over the journal. A day's letters are asked for when the agent last worked on it, or first wrote some.

        Days without a line count as worked while the agent ran on, but not between two runs of a day each.
        """
        worked: date | None = None
        started: date | None = None
        pending: datetime | None = (
            None  # when the agent last worked, where its letters were not asked for yet
        )
        for commit in commits:
            at = commit[0].at
            is_agents, day = commit[0].actor == "agent", at.astimezone(self.zone).date()
            if worked and pending and (day > worked or not is_agents):
                self._ask(worked, pending)
                pending = None
            if is_agents:
                is_started = isinstance(commit[0].event, e.RunStarted)
                if worked and not (is_started and started == worked):
                    for quiet in _days(worked, day):
                        self._ask(quiet, datetime.combine(quiet, _LATEST, self.zone))
                started = day if is_started else started
                is_new = worked is None or day > worked
                worked, pending = day, at if is_new or pending else None
                if _writes(commit):
                    self._ask(day, at)
                    pending = None
            for line in commit:
                self._fold(line)
        if worked and pending:
            self._ask(worked, pending)
        return list(self._compared())

    def _fold(self, line: e.Recorded) -> None:
        """What happened, without the letters that the other policy writes itself."""
        event = line.event
        if isinstance(event, e.LetterQueued):
            letter = event.letter
            if letter.kind in SCHEDULED and self._counts(letter.created_at.astimezone(self.zone).date()):
                self.actual[letter.letter_id] = _sent(letter, self.zone)
                self.statuses[letter.letter_id] = letter.status
                return
        elif isinstance(event, e.LetterEvent) and event.letter_id in self.actual:
            if isinstance(event, e.LetterSent | e.LetterCancelled):
                was_sent = isinstance(event, e.LetterSent)
                self.statuses[event.letter_id] = LetterStatus.SENT if was_sent else LetterStatus.CANCELLED
            return
        fold.apply(self.books, line)

    def _counts(self, day: date) -> bool:
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)

    def _ask(self, day: date, at: datetime) -> None:
        """The other policy's letters of a day, as sent at once: nobody knows how long a person would have taken."""
        if not self._counts(day):
            return
        due = due_letters(
            self.books, self.rules, today=day, zone=self.zone, is_workday=self.is_workday, at=at
        )
        for one in due:
            letter = _letter(one, day, at)
            if letter.letter_id in self.books.letters:
                continue
            self.other.append(_sent(letter, self.zone))
            for event in (
                e.LetterQueued(letter=letter),
                e.LetterSent(letter_id=letter.letter_id, detail="replayed"),
            ):
                line = e.Recorded(
                    seq=self.books.seq, at=at, actor="agent", subject=letter.letter_id, event=event, prev="",
                    hash=self.books.head,
                )  # fmt: skip
                fold.apply(self.books, line)

    def _compared(self) -> Iterator[Compared]:
        """Each letter of the other policy with the actual one about the same, else with one of the same day."""
        left = dict(self.actual)
        rows, unmatched = [], []
        for other in self.other:
            actual = _match(other, left)
            if actual:
                rows.append(self._row(left.pop(actual.letter_id), other))
            else:
                unmatched.append(other)
        for other in unmatched:
            actual = _same_day(other, left)
            rows.append(self._row(left.pop(actual.letter_id) if actual else None, other))
        rows += [self._row(actual, None) for actual in left.values()]
        yield from sorted(rows, key=lambda row: (row.on, row.sent.customer_id, row.sent.currency))

    def _row(self, actual: Sent | None, other: Sent | None) -> Compared:
        status = self.statuses[actual.letter_id] if actual else None
        return Compared(
            actual=actual, actual_status=status, other=other, difference=_difference(actual, other)
        )


def _writes(commit: list[e.Recorded]) -> bool:
    return any(isinstance(one.event, e.LetterQueued) and one.event.letter.kind in SCHEDULED for one in commit)


def _match(other: Sent, actual: dict[str, Sent]) -> Sent | None:
    """The letter of that kind and level about one of the same invoices, of the nearest day."""
    near = [
        one
        for one in actual.values()
        if (one.customer_id, one.currency, one.kind, one.level)
        == (other.customer_id, other.currency, other.kind, other.level)
        and {*one.invoices} & {*other.invoices}
    ]
    return min(near, key=lambda one: (abs(one.on - other.on), one.letter_id), default=None)


def _same_day(other: Sent, actual: dict[str, Sent]) -> Sent | None:
    what = other.customer_id, other.currency, other.on
    same = [one for one in actual.values() if (one.customer_id, one.currency, one.on) == what]
    return same[0] if same else None


def _difference(actual: Sent | None, other: Sent | None) -> Difference:
    if actual is None:
        return Difference.ONLY_OTHER
    if other is None:
        return Difference.ONLY_ACTUAL
    if other.on != actual.on:
        return Difference.EARLIER if other.on < actual.on else Difference.LATER
    is_same = (actual.kind, actual.level) == (other.kind, other.level)
    return Difference.SAME if is_same else Difference.LEVEL


def _days(after: date, before: date) -> Iterator[date]:
    day = after + timedelta(days=1)
    while day < before:
        yield day
        day += timedelta(days=1)


def _sent(letter: Letter, zone: ZoneInfo) -> Sent:
    amounts = [amount for _, amount in letter.asked]
    return Sent(
        letter_id=letter.letter_id,
        on=letter.created_at.astimezone(zone).date(),
        customer_id=letter.customer_id or "",
        currency=amounts[0].currency,
        kind=letter.kind,
        level=letter.level,
        amount=sum(amounts[1:], amounts[0]),
        invoices=letter.invoices,
    )


def _letter(due: DueLetter, day: date, at: datetime) -> Letter:
    """What the books must know of a letter; nobody reads it."""
    letter_id = mint("L", due.kind.value, due.customer_id, due.currency, str(due.level), day.isoformat())
    return Letter(
        letter_id=letter_id, kind=due.kind, mail_id=None, customer_id=due.customer_id, to=(), cc=(), subject="",
        language="", invoices=tuple(one.item.invoice_no for one in due.items), payment_ids=(), level=due.level, codes=(),
        status=LetterStatus.QUEUED, created_at=at, message_id=f"<{letter_id}@replayed>", in_reply_to=None, sha256="",
        item_levels=tuple((one.item.invoice_no, one.level) for one in due.items),
        asked=tuple((one.item.invoice_no, one.asked) for one in due.items),
    )  # fmt: skip
