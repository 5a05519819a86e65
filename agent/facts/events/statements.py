"""Events of statements of account: written, asked about once more, passed to a person."""

from dataclasses import dataclass

from agent.facts.statements import Stated


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceStated:
    """A letter tells a customer their balance; what they answer is held against it."""

    stated: Stated


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceAskedAgain:
    """A statement that nobody answered was asked about once more; there is no third time."""

    letter_id: str
    again_letter_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BalancePassedToStaff:
    """A statement stayed unanswered twice: a person takes it up."""

    letter_id: str


StatementEvent = BalanceStated | BalanceAskedAgain | BalancePassedToStaff
