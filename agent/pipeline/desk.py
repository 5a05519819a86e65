"""All that a stage may need, wired once by app: config, policy, books, blobs, readers, clock."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from agent.config import Config
from agent.facts.books import Books
from agent.facts.letters import Attachment
from agent.outbox.paper import Fonts
from agent.pipeline.bookkeeping import Bookkeeper
from agent.pipeline.opening import Opener
from agent.rules.calendar import Calendar
from agent.rules.commands import CommandWords
from agent.rules.credit import CreditRules
from agent.rules.dunning import DunningRules
from agent.rules.explain import Words as Explaining
from agent.rules.exports import ExportRules
from agent.rules.holds import HoldRules
from agent.rules.interest import InterestRules
from agent.rules.letters import Templates
from agent.rules.limitation import LimitationRules
from agent.rules.mail import MailRules
from agent.rules.matching import MatchingRules
from agent.rules.statements import StatementRules, Words
from agent.rules.vocabulary import Vocabulary
from agent.store.blobs import Blobs


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Everything under rules/, read and checked."""

    matching: MatchingRules
    dunning: DunningRules
    credit: CreditRules
    interest: InterestRules
    holds: HoldRules
    limitation: LimitationRules
    vocabulary: Vocabulary
    exports: ExportRules
    commands: CommandWords
    mail: MailRules
    templates: Templates
    statements: StatementRules
    statement_words: Mapping[str, Words]  # by language
    public_domains: frozenset[str]
    is_workday: Calendar
    words: Callable[[str], Explaining]  # that decisions are explained in, by language
    digest: str  # SHA-256 over the files


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A clerk's desk: what is on it serves every message, letter and schedule."""

    config: Config
    policy: Policy
    bookkeeper: Bookkeeper
    blobs: Blobs
    opener: Opener
    clock: Callable[[], datetime]  # aware, UTC
    documents: Callable[[tuple[str, ...]], tuple[list[Attachment], list[str]]] | None = (
        None  # copies of invoices
    )
    is_rehearsed: bool = False  # of its letters only subjects are made: nobody reads them
    fonts: Callable[[], Fonts] | None = (
        None  # AgentError where none is installed; None: nothing is set on paper
    )

    @property
    def books(self) -> Books:
        """The books as this process has them."""
        return self.bookkeeper.books

    @property
    def zone(self) -> ZoneInfo:
        """The company's time zone."""
        return ZoneInfo(self.config.company.time_zone)

    def today(self) -> date:
        """The civil day at the company."""
        return self.clock().astimezone(self.zone).date()
