"""(the journal, an instant) to the lines that were there then: the beginning that an earlier state was folded from."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TypeVar

from agent.facts.events import Recorded, RunStarted, Stamped

_Line = TypeVar("_Line", Recorded, Stamped)


def until(journal: Iterable[_Line], instant: datetime) -> Iterator[_Line]:
    """The beginning of the journal that stood at `instant`; only a beginning was ever the books.

    Lines are kept in the order in which they were written, up to the first one that is stamped later. Commands may be
    stamped out of order (an import by the real clock, then a run by an earlier `--now`); runs never are. So a run that
    began at `instant` or before proves that everything above it was there, however it is stamped; and nothing from a
    later run on was, also what is stamped earlier there.
    """
    waiting: list[
        _Line
    ] = []  # stamped later, or below such a line; a run may still prove that they were there
    for recorded in journal:
        is_run = isinstance(recorded.event, RunStarted)
        if recorded.at > instant and is_run:
            return
        if is_run:
            yield from waiting
            waiting = []
        if waiting or recorded.at > instant:
            waiting.append(recorded)
        else:
            yield recorded
