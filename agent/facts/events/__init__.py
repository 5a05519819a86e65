"""Every event in the past tense: one line of the journal each; a mistake gets a correcting event, never an edit."""

from dataclasses import dataclass
from datetime import datetime

from agent.facts.events.allowances import AllowanceEvent, SettledWithoutCash, SettledWithoutCashUndone
from agent.facts.events.cash import (
    CashApplied,
    CashEvent,
    CashReversed,
    MoneyMissed,
    PayerDecided,
    PaymentCleared,
    PaymentDecided,
    PaymentRecorded,
)
from agent.facts.events.claims import (
    BalanceConfirmed,
    ClaimEvent,
    DisputeRecorded,
    DisputeResolved,
    HoldsTold,
    ItemHeld,
    PromiseBroken,
    PromiseKept,
    PromiseRecorded,
    StatementRequested,
)
from agent.facts.events.corrections import (
    CashUnapplied,
    ClearingUndone,
    CorrectionEvent,
    DecisionUndone,
    MarksRestored,
    MergeUndone,
    PayerUndone,
    ReversalUndone,
)
from agent.facts.events.credit import (
    CreditEvent,
    CreditReviewed,
    CustomerGraded,
    LimitAgreed,
    LimitProposed,
    LimitRefused,
    LimitWithdrawn,
    RiskCleared,
    RiskFlagged,
    TermsAgreed,
    TermsWithdrawn,
)
from agent.facts.events.feed import (
    ApplicationsExported,
    CustomerAdded,
    CustomerChanged,
    CustomerMerged,
    FeedEvent,
    InvoiceAdded,
    InvoiceCorrected,
    InvoiceDiffered,
    ItemFound,
    ItemMissing,
    LedgerImported,
)
from agent.facts.events.learning import AliasForgotten, AliasLearnt, LearningEvent
from agent.facts.events.letters import (
    LetterApproved,
    LetterCancelled,
    LetterEvent,
    LetterHeldBack,
    LetterQueued,
    LetterRefused,
    LetterSent,
    QueryAskedAgain,
    QueryClosed,
    QueryEvent,
    QueryPassedToStaff,
    QueryRaised,
    SendDeferred,
    SendOutcomeUnknown,
    SendStarted,
)
from agent.facts.events.limitation import ExpiryWarned, LimitationEvent
from agent.facts.events.messages import (
    AddressBounced,
    AddressRestored,
    MessageClosed,
    MessageEvent,
    MessageReceived,
    MessageReopened,
    MessageRepeated,
    MessageSorted,
    MessageStatus,
)
from agent.facts.events.plans import PlanAgreed, PlanCancelled, PlanEvent, PlanOffered
from agent.facts.events.residuals import (
    CashLeftOnAccount,
    CashRefunded,
    DeductionAllowed,
    DeductionRefused,
    DeductionReopened,
    OnAccountUndone,
    RefundUndone,
    ResidualEvent,
    ResidualUndone,
)
from agent.facts.events.runs import PolicyChanged, RunEvent, RunStarted, ScheduleResumed, ScheduleStopped
from agent.facts.events.statements import (
    BalanceAskedAgain,
    BalancePassedToStaff,
    BalanceStated,
    CycleClosed,
    StatementEvent,
)

__all__ = [
    "AddressBounced",
    "AddressRestored",
    "AliasForgotten",
    "AliasLearnt",
    "AllowanceEvent",
    "ApplicationsExported",
    "BalanceAskedAgain",
    "BalanceConfirmed",
    "BalancePassedToStaff",
    "BalanceStated",
    "CashApplied",
    "CashEvent",
    "CashLeftOnAccount",
    "CashRefunded",
    "CashReversed",
    "CashUnapplied",
    "ClaimEvent",
    "ClearingUndone",
    "CorrectionEvent",
    "CreditEvent",
    "CreditReviewed",
    "CustomerAdded",
    "CustomerChanged",
    "CustomerGraded",
    "CustomerMerged",
    "CycleClosed",
    "DecisionUndone",
    "DeductionAllowed",
    "DeductionRefused",
    "DeductionReopened",
    "DisputeRecorded",
    "DisputeResolved",
    "Event",
    "ExpiryWarned",
    "FeedEvent",
    "HoldsTold",
    "InvoiceAdded",
    "InvoiceCorrected",
    "InvoiceDiffered",
    "ItemFound",
    "ItemHeld",
    "ItemMissing",
    "LearningEvent",
    "LedgerImported",
    "LetterApproved",
    "LetterCancelled",
    "LetterEvent",
    "LetterHeldBack",
    "LetterQueued",
    "LetterRefused",
    "LetterSent",
    "LimitAgreed",
    "LimitProposed",
    "LimitRefused",
    "LimitWithdrawn",
    "LimitationEvent",
    "MarksRestored",
    "MergeUndone",
    "MessageClosed",
    "MessageEvent",
    "MessageReceived",
    "MessageReopened",
    "MessageRepeated",
    "MessageSorted",
    "MessageStatus",
    "MoneyMissed",
    "OnAccountUndone",
    "PayerDecided",
    "PayerUndone",
    "PaymentCleared",
    "PaymentDecided",
    "PaymentRecorded",
    "PlanAgreed",
    "PlanCancelled",
    "PlanEvent",
    "PlanOffered",
    "PolicyChanged",
    "PromiseBroken",
    "PromiseKept",
    "PromiseRecorded",
    "QueryAskedAgain",
    "QueryClosed",
    "QueryEvent",
    "QueryPassedToStaff",
    "QueryRaised",
    "Recorded",
    "RefundUndone",
    "ResidualEvent",
    "ResidualUndone",
    "ReversalUndone",
    "RiskCleared",
    "RiskFlagged",
    "RunEvent",
    "RunStarted",
    "ScheduleResumed",
    "ScheduleStopped",
    "SendDeferred",
    "SendOutcomeUnknown",
    "SendStarted",
    "SettledWithoutCash",
    "SettledWithoutCashUndone",
    "Stamped",
    "StatementEvent",
    "StatementRequested",
    "TermsAgreed",
    "TermsWithdrawn",
]

Event = (
    RunEvent
    | FeedEvent
    | MessageEvent
    | CashEvent
    | ResidualEvent
    | ResidualUndone
    | CorrectionEvent
    | LearningEvent
    | ClaimEvent
    | StatementEvent
    | CreditEvent
    | AllowanceEvent
    | PlanEvent
    | LetterEvent
    | QueryEvent
    | LimitationEvent
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One line of the journal: an event and how it came to be there."""

    seq: int  # 1, 2, 3 ... without gaps
    at: datetime  # the injected clock
    actor: str  # "agent", or "staff" and who
    subject: str  # id of what it is about: mail, payment, invoice, letter, customer
    event: Event
    prev: str  # hash of the line before; 64 zeros for the first
    hash: str  # SHA-256 of this line up to its hash


@dataclass(frozen=True, slots=True)
class Stamped:
    """A line of the journal for who asks of some kinds alone: `event` is None where it is of another."""

    seq: int
    at: datetime
    event: Event | None
