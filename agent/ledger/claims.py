"""(books, what a customer or staff say of an item) to the books after it: its holds."""

from dataclasses import replace
from typing import assert_never

from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.holds import Hold, HoldEnd, HoldKind
from agent.facts.ledger import Item


def claim_event(books: Books, event: e.ClaimEvent, recorded: e.Recorded) -> None:
    """What was said of an item; what is only evidence changes nothing."""
    match event:
        case e.DisputeRecorded() | e.PromiseRecorded() | e.ItemHeld():
            item = books.items[event.invoice]
            hold = _hold(item, recorded, event)
            gone = {old.seq for old in item.holds if _gives_way(old, hold, event)}
            moved = event.moves if isinstance(event, e.PromiseRecorded) else ()
            holds = tuple(
                replace(
                    old,
                    end=HoldEnd.MOVED if old.seq in moved else HoldEnd.REPLACED,
                    ended_at=recorded.at,
                    ended_by=recorded.seq,
                )
                if old.seq in gone
                else old
                for old in item.holds
            )
            set_holds(books, item, (*holds, hold))
        case e.StatementRequested() | e.BalanceConfirmed():
            pass
        case _:
            assert_never(event)


def set_holds(books: Books, item: Item, holds: tuple[Hold, ...]) -> None:
    """Give an item these holds."""
    books.items[item.invoice_no] = replace(item, holds=holds)


def _hold(
    item: Item, recorded: e.Recorded, event: e.DisputeRecorded | e.PromiseRecorded | e.ItemHeld
) -> Hold:
    said = Hold(seq=recorded.seq, kind=HoldKind.STAFF, amount=None, since=recorded.at, by=recorded.actor)
    match event:
        case e.DisputeRecorded():
            return replace(
                said, kind=HoldKind.DISPUTE, amount=event.amount, reason=event.reason, mail_id=event.mail_id
            )
        case e.PromiseRecorded():
            return replace(
                said,
                kind=HoldKind.PROMISE,
                amount=event.amount,
                until=event.promised_on,
                mail_id=event.mail_id,
                settled=item.settled,
            )
        case e.ItemHeld():
            return replace(said, until=event.until, reason=event.why)
        case _:
            assert_never(event)


def _gives_way(old: Hold, new: Hold, event: e.ClaimEvent) -> bool:
    """One dispute and one person's hold stand at a time; promises stand beside each other unless the new one says."""
    if old.end is not None:
        return False
    if isinstance(event, e.PromiseRecorded):
        return old.is_promise and (event.replaces is None or old.seq in event.replaces)
    return old.kind is new.kind


def restore_marks(books: Books, event: e.MarksRestored, recorded: e.Recorded) -> None:
    """An item's holds as they were before a decision that was taken back."""
    item = books.items[event.invoice]
    holds = event.holds if event.holds is not None else _from_marks(item, recorded, event)
    set_holds(books, item, holds)


def _from_marks(item: Item, recorded: e.Recorded, event: e.MarksRestored) -> tuple[Hold, ...]:
    """The holds of a line that was written before there were any: one of a kind at most."""
    ended = tuple(hold for hold in item.holds if hold.end is not None)
    bare = Hold(seq=recorded.seq, kind=HoldKind.STAFF, amount=None, since=recorded.at, by=recorded.actor)
    found: list[Hold] = []
    if event.disputed:
        found.append(replace(bare, kind=HoldKind.DISPUTE, amount=event.disputed, reason=event.dispute_reason))
    if event.promised and event.promised_on:
        promise = replace(bare, kind=HoldKind.PROMISE, amount=event.promised, until=event.promised_on)
        found.append(replace(promise, settled=item.settled))
    if event.held_until:
        found.append(replace(bare, until=event.held_until))
    return (*ended, *found)
