"""(books, what a customer or staff say of an item) to the books after it: its holds."""

from dataclasses import replace
from datetime import datetime
from typing import Any, assert_never

from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.holds import Hold, HoldEnd, HoldKind, PromiseCount
from agent.facts.ledger import Item
from agent.ledger.index import change_item, count_promises
from agent.money import Money


def claim_event(books: Books, event: e.ClaimEvent, recorded: e.Recorded) -> None:
    """What was said of an item; what is only evidence changes nothing."""
    match event:
        case e.DisputeRecorded() | e.PromiseRecorded() | e.ItemHeld():
            item = books.items[event.invoice]
            hold = _hold(item, recorded, event)
            gone = {old.seq for old in item.holds if _gives_way(old, hold, event)}
            holds = tuple(_given_way(old, recorded, event) if old.seq in gone else old for old in item.holds)
            set_holds(books, item, (*holds, hold))
        case e.PromiseKept():
            item = books.items[event.invoice]
            _end(books, item, event.promise, recorded, end=HoldEnd.KEPT, amount=event.amount)
        case e.PromiseBroken():
            item = books.items[event.invoice]
            _end(books, item, event.promise, recorded, end=HoldEnd.BROKEN)
        case e.DisputeResolved():
            _resolve(books, recorded, event)
        case e.HoldsTold():
            for invoice, seq in event.holds:
                item = books.items[invoice]
                holds = tuple(_told(hold, event) if hold.seq == seq else hold for hold in item.holds)
                set_holds(books, item, holds)
        case e.StatementRequested() | e.BalanceConfirmed():
            pass
        case _:
            assert_never(event)


def set_holds(books: Books, item: Item, holds: tuple[Hold, ...]) -> None:
    """Give an item these holds, and count what became of its customer's promises."""
    change_item(books, replace(item, holds=holds))
    count_promises(books, item.customer_id, PromiseCount.of(holds) - PromiseCount.of(item.holds))


def followed_up(books: Books, invoice: str, letter_at: datetime) -> None:
    """A letter that was written at this instant asks for what broken promises of the item lack."""
    item = books.items[invoice]
    if any(hold.end is HoldEnd.BROKEN and not hold.is_followed_up for hold in item.holds):
        holds = (
            replace(hold, is_followed_up=True)
            if hold.end is HoldEnd.BROKEN and hold.ended_at and hold.ended_at <= letter_at
            else hold
            for hold in item.holds
        )
        change_item(books, replace(item, holds=tuple(holds)))


def _resolve(books: Books, recorded: e.Recorded, event: e.DisputeResolved) -> None:
    item = books.items[event.invoice]
    if not event.is_over:
        assert event.outcome is HoldEnd.JUSTIFIED, event.outcome
        set_holds(books, item, _changed(item, event.dispute, is_justified=True, credit=event.credit))
        return
    if event.outcome is not HoldEnd.JUSTIFIED:
        item = replace(item, clock_from=event.resolved_on)
    _end(books, item, event.dispute, recorded, end=event.outcome, amount=event.amount)


def _end(
    books: Books, item: Item, seq: int, recorded: e.Recorded, *, end: HoldEnd, amount: Money | None = None
) -> None:
    ended = {"amount": amount} if amount else {}
    holds = _changed(item, seq, end=end, ended_at=recorded.at, ended_by=recorded.seq, **ended)
    set_holds(books, item, holds)


def _changed(item: Item, seq: int, **changes: Any) -> tuple[Hold, ...]:
    """The holds with one of them changed; AssertionError where the item has none of that line."""
    assert any(hold.seq == seq for hold in item.holds), f"{item.invoice_no}: no hold of line {seq}"
    return tuple(replace(hold, **changes) if hold.seq == seq else hold for hold in item.holds)


def _told(hold: Hold, event: e.HoldsTold) -> Hold:
    if hold.end is None:
        return replace(hold, reminded_on=event.told_on)
    return replace(hold, is_followed_up=True)


def _given_way(old: Hold, recorded: e.Recorded, event: e.ClaimEvent) -> Hold:
    is_moved = isinstance(event, e.PromiseRecorded) and old.seq in event.moves
    end = HoldEnd.MOVED if is_moved else HoldEnd.REPLACED
    return replace(old, end=end, ended_at=recorded.at, ended_by=recorded.seq)


def _hold(
    item: Item, recorded: e.Recorded, event: e.DisputeRecorded | e.PromiseRecorded | e.ItemHeld
) -> Hold:
    said = Hold(
        seq=recorded.seq,
        kind=HoldKind.STAFF,
        amount=event.amount,
        since=recorded.at,
        by=recorded.actor,
        owners=event.owners,
        revisit_on=event.revisit_on,
    )
    match event:
        case e.DisputeRecorded():
            return replace(
                said,
                kind=HoldKind.DISPUTE,
                is_all=event.is_all,
                reason=event.reason,
                about=event.about,
                mail_id=event.mail_id,
            )
        case e.PromiseRecorded():
            return replace(
                said,
                kind=HoldKind.INSTALMENT if event.plan_id else HoldKind.PROMISE,
                plan_id=event.plan_id,
                until=event.promised_on,
                mail_id=event.mail_id,
                settled=item.settled,
                moves=max((old.moves + 1 for old in item.holds if old.seq in event.moves), default=0),
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
    if event.holds is not None:
        item = replace(item, clock_from=event.clock_from)
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
