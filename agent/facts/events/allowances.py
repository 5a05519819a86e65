"""Events of what comes off an item by a person's word alone: write-offs, late discounts, credit notes set against it."""

from dataclasses import dataclass

from agent.facts.payments import Application


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledWithoutCash:
    """By a person's word: an amount written off or a discount granted, or a credit note set against an invoice."""

    applications: tuple[Application, ...]  # their cash sums to nothing
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledWithoutCashUndone:
    """It is owed again, and the credit note open again."""

    applications: tuple[Application, ...]


AllowanceEvent = SettledWithoutCash | SettledWithoutCashUndone
