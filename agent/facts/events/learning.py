"""Events of names, accounts and numbers that people confirm."""

from dataclasses import dataclass

from agent.facts.learnt import LearntKind


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasLearnt:
    """A person confirmed that a payer's name or account is a customer's, or an older number an invoice's."""

    learnt_id: str
    customer_id: str
    kind: LearntKind
    value: str
    payment_id: str | None  # the payment that a person decided; None for a number
    invoice: str | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasForgotten:
    """What was learnt counts no more; payments that were recognised by it stay as they are."""

    learnt_id: str
    why: str


LearningEvent = AliasLearnt | AliasForgotten
