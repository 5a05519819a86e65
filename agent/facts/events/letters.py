"""Events of letters and questions, from the writing to the last answer."""

from dataclasses import dataclass
from datetime import datetime

from agent.facts.letters import Letter
from agent.facts.payments import Code


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryRaised:
    """A difference was asked about; dunning of these invoices waits for the answer."""

    letter_id: str
    payment_ids: tuple[str, ...]
    invoices: tuple[str, ...]
    codes: tuple[Code, ...]
    customer_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryAskedAgain:
    """An unanswered query was asked once more; there is no third time."""

    letter_id: str
    again_letter_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryPassedToStaff:
    """A query stayed unanswered twice: a person takes it up; what it holds stays held."""

    letter_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryClosed:
    """A query was answered, or needs no answer any more."""

    letter_id: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterQueued:
    """A letter was written: queued, held for approval, or observed; its bytes are fixed."""

    letter: Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterApproved:
    """A person released a held letter."""

    letter_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterCancelled:
    """A letter will not go out."""

    letter_id: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterHeldBack:
    """A letter that was released or dropped waits for approval again."""

    letter_id: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SendStarted:
    """The next thing that happens is DATA; without an outcome after it, the letter may have been sent."""

    letter_id: str
    attempt: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSent:
    """The server accepted the letter."""

    letter_id: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SendDeferred:
    """The server did not take the letter now; it is tried again."""

    letter_id: str
    attempt: int
    detail: str
    next_attempt_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRefused:
    """The server refused the letter for good."""

    letter_id: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SendOutcomeUnknown:
    """The letter may or may not have been accepted; it is never retried blindly (RFC 1047)."""

    letter_id: str
    detail: str


QueryEvent = QueryRaised | QueryAskedAgain | QueryPassedToStaff | QueryClosed
LetterEvent = (
    LetterQueued
    | LetterApproved
    | LetterCancelled
    | LetterHeldBack
    | SendStarted
    | LetterSent
    | SendDeferred
    | LetterRefused
    | SendOutcomeUnknown
)
