"""What was said of an item, taken back: its hold goes, and what had given way to it stands again."""

from dataclasses import replace

from agent.errors import AgentError
from agent.facts import events as e
from agent.facts.holds import Hold, HoldEnd, HoldKind
from agent.pipeline.bookkeeping import Commit

_WORDS = {
    HoldKind.DISPUTE: "dispute",
    HoldKind.PROMISE: "promise",
    HoldKind.INSTALMENT: "instalment",
    HoldKind.STAFF: "hold",
}


def lift(commit: Commit, seq: int, event: e.DisputeRecorded | e.PromiseRecorded | e.ItemHeld) -> str:
    """Take back the hold that line `seq` recorded; another one set since stays. AgentError where it stands no more."""
    item = commit.books.items[event.invoice]
    lifted = next((hold for hold in item.holds if hold.seq == seq), None)
    if lifted is None or lifted.end is not None:
        word = _WORDS[lifted.kind] if lifted else "hold"
        raise AgentError(
            f"the {word} of {event.invoice} was changed since; see: remitd explain {event.invoice}"
        )
    moved = (hold for hold in item.holds if hold.ended_by == seq and hold.plan_id == lifted.plan_id)
    if lifted.plan_id and next(moved, None) is None:
        raise AgentError(
            f"it is part of {lifted.plan_id}; give that up: remitd instalments --cancel {lifted.plan_id} --why ..."
        )
    holds = tuple(_again(hold, lifted) for hold in item.holds if hold is not lifted)
    commit.add(
        item.invoice_no, e.MarksRestored(invoice=item.invoice_no, holds=holds, clock_from=item.clock_from)
    )
    return f"{event.invoice}: its {_WORDS[lifted.kind]} is taken back"


def _again(hold: Hold, lifted: Hold) -> Hold:
    """What gave way to the hold stands again."""
    gave_way = hold.end in (HoldEnd.MOVED, HoldEnd.REPLACED) and hold.ended_by == lifted.seq
    return replace(hold, end=None, ended_at=None, ended_by=None) if gave_way else hold
