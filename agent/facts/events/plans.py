"""Events of plans of instalments; their promises are events of their own (agent.facts.events.claims)."""

from dataclasses import dataclass

from agent.facts.plans import Instalment


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOffered:
    """A plan was offered to a customer; nothing is held until they agree."""

    plan_id: str
    customer_id: str
    instalments: tuple[Instalment, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAgreed:
    """A customer and we agreed on a plan, offered before or not; the promise of each instalment follows."""

    plan_id: str
    customer_id: str
    instalments: tuple[Instalment, ...]
    why: str
    mail_id: str | None = None  # of the customer's word


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCancelled:
    """A plan was given up: what of it is not paid yet is due as its invoices say."""

    plan_id: str
    why: str


PlanEvent = PlanOffered | PlanAgreed | PlanCancelled
