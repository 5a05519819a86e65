"""(the journal, instants) to the open items as they stood at each: one pass, however many instants there are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final, get_args

from agent.facts import events as e
from agent.facts.events import Recorded, Stamped
from agent.facts.ledger import Item
from agent.facts.payments import Application

_TAKEN = (e.CashApplied, e.DeductionAllowed, e.SettledWithoutCash)
_GIVEN_BACK = (e.CashReversed, e.CashUnapplied, e.DeductionReopened, e.SettledWithoutCashUndone)
_Move = (
    e.InvoiceAdded
    | e.InvoiceCorrected
    | e.CashApplied
    | e.DeductionAllowed
    | e.CashReversed
    | e.CashUnapplied
    | e.DeductionReopened
    | e.SettledWithoutCash
    | e.SettledWithoutCashUndone
)
_MOVING: Final = frozenset(get_args(_Move))
KINDS: Final = (e.RunStarted, e.InvoiceAdded, e.InvoiceCorrected, *_TAKEN, *_GIVEN_BACK)
"""The events that say what was open when; all others are looked at for their stamps alone."""


def open_at(
    journal: Iterable[Recorded | Stamped], instants: Sequence[datetime]
) -> Iterator[Mapping[str, Item]]:
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
    journal: Iterable[Recorded | Stamped], instants: Sequence[datetime]
) -> tuple[list[tuple[int, _Move]], list[int | None]]:
    """What moved open amounts, and for each instant the number of the first line that was not there yet."""
    moves: list[tuple[int, _Move]] = []
    ends: list[int | None] = [None] * len(instants)
    first = 0  # of the instants that a run has not passed
    for line in journal:
        event = line.event
        later = first
        while later < len(instants) and instants[later] < line.at:
            if ends[later] is None:
                ends[later] = line.seq
            later += 1
        if type(event) is e.RunStarted:
            first = later
            ends[first:] = [None] * (len(instants) - first)
        elif type(event) in _MOVING:
            moves.append((line.seq, event))  # type: ignore[arg-type]
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
        case e.CashApplied() | e.DeductionAllowed() | e.SettledWithoutCash():
            yield from _changed(faces, event.applications, -1)
        case _:
            yield from _changed(faces, event.applications, 1)


def _changed(faces: Mapping[str, Item], applications: tuple[Application, ...], sign: int) -> Iterator[Item]:
    for application in applications:
        item = faces[application.invoice]
        taken = application.taken if sign > 0 else -application.taken
        yield replace(item, open=item.open + taken)
