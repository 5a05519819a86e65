"""A year of a hundred customers held against the laws of collecting: what the agent was told is the measure, not its books."""

from collections import defaultdict
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

import structlog

from agent.facts.letters import Letter, LetterKind
from agent.rules.quiet import Quiet
from tests.memory_desk import CONFIG
from tests.year import Day, Ways, Year

BERLIN = ZoneInfo("Europe/Berlin")
_PATIENCE = 25  # days after which who owes, and may be asked, has been asked
_SETTLED = timedelta(days=10)  # after which a told payment has been applied in either mode


@dataclass(slots=True)
class Laws:
    """What was sent so far, and what may follow."""

    year: Year
    last: dict[str, date] = field(default_factory=dict)
    levels: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    reminded: set[str] = field(default_factory=set)
    words: set[tuple[str, date]] = field(
        default_factory=set
    )  # invoice and day of promises that letters came after
    kinds: defaultdict[LetterKind, int] = field(default_factory=lambda: defaultdict(int))
    late: int = 0  # letters that waited for the end of the quiet hours
    bounced: set[str] = field(default_factory=set)

    def check(self, day: Day) -> None:
        """Every law on one day."""
        early, late = day.sent
        assert not (early and late), f"{day.day}: {late} in the second round, after {early}"
        first = early or late
        assert not first or self.year.is_workday(day.day), f"{day.day} is no workday"
        for letter in first:
            assert letter.sent_at
            assert not self.year.quiet.hour(letter.sent_at, BERLIN), f"{letter.sent_at}: they sleep"
        self.late += len(late)
        owners = [(letter.customer_id, letter.to) for letter in first]
        assert len(owners) == len(set(owners)), f"{day.day}: two letters to one customer"
        for letter in first:
            self._addressed(letter)
            self._true(letter, day.day)
            self._spaced(letter, day.day)
            self._in_order(letter, day.day)
            self.kinds[letter.kind] += 1
        self._nobody_forgotten(day.day)

    def _addressed(self, letter: Letter) -> None:
        assert letter.customer_id
        assert letter.to == (f"ap@{letter.customer_id.lower()}.example",)
        if self.year.ways[letter.customer_id] is Ways.BOUNCING:
            assert letter.customer_id not in self.bounced, "a letter to a mailbox that is gone"
            self.bounced.add(letter.customer_id)
        assert {self.year.owner[invoice] for invoice in letter.invoices} == {letter.customer_id}

    def _true(self, letter: Letter, day: date) -> None:
        """Nobody is asked for what is paid, told, disputed or promised."""
        assert letter.asked
        for invoice, amount in letter.asked:
            most = self.year.invoices[invoice].askable(day)
            assert 0 < amount.minor <= most, (
                f"{day}: {letter.letter_id} asks {amount} of {invoice}, {most} may be"
            )

    def _spaced(self, letter: Letter, day: date) -> None:
        assert letter.customer_id
        before = self.last.get(letter.customer_id)
        assert before is None or (day - before).days >= 5, f"{letter.customer_id}: {before}, and again {day}"
        self.last[letter.customer_id] = day

    def _in_order(self, letter: Letter, day: date) -> None:
        """Levels come one by one, each once, and only what is due is dunned."""
        rises = False
        for invoice, level in letter.item_levels:
            late = (day - self.year.invoices[invoice].due_on).days
            if letter.kind is LetterKind.REMINDER:
                assert late <= 0, f"{day}: reminded of {invoice}, {late} days late"
                assert invoice not in self.reminded, f"{invoice} is reminded twice"
                self.reminded.add(invoice)
                continue
            assert late >= (0, 3, 14, 30)[level] if level else late > 0, f"{day}: {invoice} at {level}"
            assert level in (self.levels[invoice], self.levels[invoice] + 1), (
                f"{invoice}: {level} is skipped to"
            )
            rises |= level > self.levels[invoice]
            self.levels[invoice] = level
            for _, by in self.year.invoices[
                invoice
            ].promised:  # a promise that was not kept is asked about once
                rises |= by < day and (invoice, by) not in self.words
                if by < day:
                    self.words.add((invoice, by))
        assert rises or letter.kind is LetterKind.REMINDER, f"{day}: {letter.letter_id} says nothing new"

    def _nobody_forgotten(self, day: date) -> None:
        since = day - timedelta(days=_PATIENCE)
        if (
            self.year.off[0] - timedelta(days=_PATIENCE)
            <= day
            <= self.year.off[1] + timedelta(days=_PATIENCE)
        ):
            return
        for invoice, claimed in self.year.invoices.items():
            if self.levels[invoice] or (day - claimed.due_on).days < _PATIENCE + 3:
                continue
            if self.year.ways[self.year.owner[invoice]] is Ways.BOUNCING:
                continue
            asked_for = min(claimed.askable(since + timedelta(days=n)) for n in range(_PATIENCE + 1))
            assert not asked_for, (
                f"{day}: {invoice} is {(day - claimed.due_on).days} days late, and nobody asked"
            )

    def ties(self, day: date) -> None:
        """What is open in the books is what the world has not paid."""
        for invoice, claimed in self.year.invoices.items():
            told = [when for when, _ in claimed.paid if when <= day]
            if told and day - max(told) < _SETTLED:
                continue
            left = claimed.billed - sum(cents for when, cents in claimed.paid if when <= day)
            assert self.year.desk.books.items[invoice].open.minor == left, f"{day}: {invoice}"


def live(apply_on: Literal["advice", "bank"], quiet: Quiet) -> None:
    """Live through the year; AssertionError on the first day on which a law does not hold."""
    structlog.configure(logger_factory=structlog.ReturnLoggerFactory())
    year = Year(2026, config=replace(CONFIG, apply_on=apply_on), quiet=quiet)
    laws = Laws(year)
    for day in year.days():
        laws.check(day)
        if day.day.day == 28:
            laws.ties(day.day)
    books = year.desk.books
    assert all(
        laws.kinds[kind] > 50 for kind in (LetterKind.REMINDER, LetterKind.DUNNING, LetterKind.FINAL_NOTICE)
    )
    assert len(laws.bounced) == 10
    assert bool(laws.late) is bool(quiet.begins), "in winter the first round comes before nine"
    again = year.journal.folded()
    for part in fields(books):
        if part.compare and part.name not in ("anchors", "head"):
            assert getattr(books, part.name) == getattr(again, part.name), part.name
