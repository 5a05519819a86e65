"""(a desk whose clock can be set, days) to the letters that would go out, day by day, if no one paid or wrote."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from agent.facts.events import LetterApproved, LetterSent
from agent.facts.letters import Letter, LetterStatus
from agent.outbox.transport import MailTransport
from agent.pipeline.desk import Desk
from agent.pipeline.round import day_work
from agent.store.journal import Entry

OPENS_AT = time(9)  # at the company: the one run of each day


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """What moves a desk at which nothing is written: letters to nowhere, its clock, and the commits it made."""

    transport: MailTransport
    set_clock: Callable[[datetime], None]
    heard: list[Entry]

    def days(self, desk: Desk, first: datetime, last: date) -> Iterator[tuple[date, list[Entry]]]:
        """The work of each day until the last one, the first at its own hour: the day and what was recorded on it."""
        at = first
        while at.date() <= last:
            self.set_clock(at)
            self.heard.clear()
            day_work(desk, self.transport)
            yield at.date(), list(self.heard)
            at = datetime.combine(at.date() + timedelta(days=1), OPENS_AT, desk.zone)


def simulated(desk: Desk, rehearsal: Rehearsal, first: date, last: date) -> Iterator[tuple[date, Letter]]:
    """Letters to customers sent, with their day; what waits for approval counts as released on the first one."""
    opening = datetime.combine(first, OPENS_AT, desk.zone)
    rehearsal.set_clock(opening)
    _release(desk)
    for day, entries in rehearsal.days(desk, opening, last):
        for entry in entries:
            if isinstance(entry.event, LetterSent):
                letter = desk.books.letters[entry.event.letter_id]
                if letter.customer_id:  # what staff get is no letter of this desk
                    yield day, letter


def _release(desk: Desk) -> None:
    with desk.bookkeeper.commit(desk.clock(), "staff") as commit:
        for letter in list(commit.books.letters.values()):
            if letter.status is LetterStatus.HELD:
                commit.add(letter.letter_id, LetterApproved(letter_id=letter.letter_id))
