"""(the journal, instants) to the open items as they stood at each: one pass, however many instants there are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from agent.facts import events as e
from agent.facts.events import Recorded
from agent.facts.ledger import Item
from agent.facts.payments import Application

_TAKEN = (e.CashApplied, e.DeductionAllowed)
_GIVEN_BACK = (e.CashReversed, e.CashUnapplied, e.DeductionReopened)
_Move = (
    e.InvoiceAdded
    | e.InvoiceCorrected
    | e.CashApplied
    | e.DeductionAllowed
    | e.CashReversed
    | e.CashUnapplied
    | e.DeductionReopened
)
KINDS = (e.RunStarted, e.InvoiceAdded, e.InvoiceCorrected, *_TAKEN, *_GIVEN_BACK)
"""The events that say what was open when; a journal of these alone gives the same."""


def open_at(journal: Iterable[Recorded], instants: Sequence[datetime]) -> Iterator[Mapping[str, Item]]:
    """The open items at each instant, by number; `instants` ascend. A mapping holds until the next one is asked for.

    The same as folding, for each instant, the lines that stood then: a beginning of the journal, up to the first line
    stamped later, where a run by then proves all that stands above it.
    """
    moves, ends = _moves(journal, instants)
    faces: dict[str, Item] = {}  # all items, with what is open of them
    opened: dict[str, Item] = {}
    place = 0
    for end in ends:
        while place < len(moves) and (end is None or moves[place][0] < end):
            for item in _moved(faces, moves[place][1]):
                faces[item.invoice_no] = item
                if item.open:
                    opened[item.invoice_no] = item
                else:
                    opened.pop(item.invoice_no, None)
            place += 1
        yield opened


def _moves(
    journal: Iterable[Recorded], instants: Sequence[datetime]
) -> tuple[list[tuple[int, _Move]], list[int | None]]:
    """What moved open amounts, and for each instant the number of the first line that was not there yet."""
    moves: list[tuple[int, _Move]] = []
    ends: list[int | None] = [None] * len(instants)
    first = 0  # of the instants that a run has not passed
    for recorded in journal:
        event, at, seq = recorded.event, recorded.at, recorded.seq
        is_run = isinstance(event, e.RunStarted)
        later = first
        while later < len(instants) and instants[later] < at:
            if ends[later] is None:
                ends[later] = seq
            later += 1
        if is_run:
            first = later
            ends[first:] = [None] * (len(instants) - first)
        elif isinstance(event, _Move):
            moves.append((seq, event))
    return moves, ends


def _moved(faces: Mapping[str, Item], event: _Move) -> Iterator[Item]:
    """The items as they are after the event."""
    match event:
        case e.InvoiceAdded(item=item):
            yield item
        case e.InvoiceCorrected(invoice=invoice, was=was, now=now):
            item = faces[invoice]
            left = item.open + (now.amount - was.amount)
            yield replace(
                item,
                billed=now.amount,
                open=left,
                issued_on=now.issued_on,
                due_on=now.due_on,
                po_no=now.po_no,
            )
        case e.CashApplied(applications=applications) | e.DeductionAllowed(applications=applications):
            yield from _changed(faces, applications, -1)
        case _:
            yield from _changed(faces, event.applications, 1)


def _changed(faces: Mapping[str, Item], applications: tuple[Application, ...], sign: int) -> Iterator[Item]:
    for application in applications:
        item = faces[application.invoice]
        taken = application.taken if sign > 0 else -application.taken
        yield replace(item, open=item.open + taken)
