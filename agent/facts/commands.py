"""What a colleague tells the agent to do, by mail."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Order(StrEnum):
    """What is to be done; money is never moved by mail."""

    APPROVE = "approve"
    HOLD = "hold"
    CANCEL = "cancel"
    STOP = "stop"
    START = "start"
    PROMISE = "promise"
    DISPUTE = "dispute"
    CLOSE = "close"
    STATUS = "status"
    NOTE = "note"
    HELP = "help"


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCommand:
    """One line of a mail that asks for one thing."""

    order: Order
    text: str  # the line as it was written
    about: tuple[str, ...] = ()  # letters, messages, an invoice or a customer, as they were written
    until: date | None = None
    amount: str | None = None  # a plain decimal
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """What a mail tells the agent. Where something is doubtful, nothing of it is done."""

    commands: tuple[StaffCommand, ...]
    doubts: tuple[str, ...]  # why nothing may be done, in words


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What became of one command."""

    text: str  # the command as it was written
    said: tuple[str, ...]  # what was done, or why not
    is_done: bool
    lines: tuple[int, ...] = ()  # of the journal, that `undo` takes back
