"""One message on the desk: what was understood, the open commit, and what has been decided so far."""

from dataclasses import dataclass, field
from datetime import date

from agent.facts.books import Message
from agent.facts.mail import Mail
from agent.facts.payments import Code
from agent.facts.readings import DisputeRead, PromiseRead
from agent.facts.statements import BalanceLine, Stated
from agent.money import Money
from agent.pipeline.bookkeeping import Commit
from agent.pipeline.desk import Desk
from agent.pipeline.reading import Understood


@dataclass(slots=True)
class Handling:
    """Filled step by step while its commit is open; the letters are written from it."""

    desk: Desk
    message: Message
    understood: Understood
    content_id: str
    told_id: str
    statement_ids: tuple[str, ...]
    commit: Commit
    why: list[str] = field(default_factory=list)
    review: list[str] = field(default_factory=list)  # reasons why a person must look
    notices: list[str] = field(
        default_factory=list
    )  # what a person must know, though nothing is left to decide
    codes: list[Code] = field(default_factory=list)  # of a review request
    payment_ids: list[str] = field(default_factory=list)
    disputed: list[tuple[DisputeRead, Money]] = field(default_factory=list)
    promised: list[tuple[PromiseRead, Money]] = field(default_factory=list)
    statement_as_of: date | None = None
    denied: tuple[Stated, tuple[BalanceLine, ...]] | None = None  # a balance, and the lines that differ

    @property
    def mail(self) -> Mail:
        """The mail."""
        return self.understood.mail
