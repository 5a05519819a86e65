"""Which lines of the journal were there at an instant: a beginning of it, never a selection."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from agent.facts.events import Event, LedgerImported, QueryClosed, Recorded, RunStarted
from agent.ledger.past import until

START = datetime(2026, 10, 31, 9, tzinfo=UTC)
EVENTS: dict[str, Event] = {
    "run": RunStarted(version="1", rules=""),
    "import": LedgerImported(what="invoices", file="a.csv", sha256="", added=1, changed=0),
    "line": QueryClosed(letter_id="L-1", why=""),
}


def _journal(lines: list[str]) -> list[Recorded]:
    return [
        Recorded(
            seq=seq, at=START + timedelta(days=int(line.split()[1])), actor="agent", subject="",
            event=EVENTS[line.split()[0]], prev="", hash="",
        )
        for seq, line in enumerate(lines, start=1)
    ]  # fmt: skip


@pytest.mark.table("journal_until")
def test_the_lines_that_were_there_at_an_instant(case: dict[str, Any]) -> None:
    journal = _journal(case["lines"])
    for day, count in case["as_of"]:
        at = START + timedelta(days=day)
        assert journal[:count] == list(until(journal, at)), day
        if journal and not any(line.at == at for line in journal):
            assert list(until(journal, at)) == list(until(journal, at - timedelta(seconds=1)))


def test_both_sides_of_a_line_s_own_second() -> None:
    journal = _journal(["import 1"])
    assert journal == list(until(journal, journal[0].at))
    assert [] == list(until(journal, journal[0].at - timedelta(microseconds=1)))
