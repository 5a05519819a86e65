"""(a desk whose clock can be set, days) to the letters that would go out, day by day, if no one paid or wrote."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

from agent.facts.events import LetterApproved
from agent.facts.letters import Letter, LetterStatus
from agent.outbox.transport import MailTransport
from agent.pipeline.desk import Desk
from agent.pipeline.round import day_work

OPENS_AT = time(9)  # at the company: the one run of each day


def simulated(
    desk: Desk, transport: MailTransport, first: date, last: date, *, set_clock: Callable[[datetime], None]
) -> Iterator[tuple[date, Letter]]:
    """Letters sent, with their day; what waits for approval counts as released on the first one."""
    day = first
    while day <= last:
        set_clock(datetime.combine(day, OPENS_AT, desk.zone))
        if day == first:
            _release(desk)
        waiting = {
            letter_id for letter_id, one in desk.books.letters.items() if one.status is LetterStatus.SENT
        }
        day_work(desk, transport)
        for letter in desk.books.letters.values():
            if letter.status is LetterStatus.SENT and letter.letter_id not in waiting:
                yield day, letter
        day += timedelta(days=1)


def _release(desk: Desk) -> None:
    with desk.bookkeeper.commit(desk.clock(), "staff") as commit:
        for letter in list(commit.books.letters.values()):
            if letter.status is LetterStatus.HELD:
                commit.add(letter.letter_id, LetterApproved(letter_id=letter.letter_id))
