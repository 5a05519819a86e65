"""(books, an event of a plan of instalments) to the books after it."""

from dataclasses import replace
from typing import assert_never

from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.holds import HoldEnd
from agent.facts.plans import Plan, PlanStatus
from agent.ledger.claims import set_holds


def plan_event(books: Books, event: e.PlanEvent, recorded: e.Recorded) -> None:
    """AssertionError where the plan is not there, or has ended."""
    known = books.plans.get(event.plan_id)
    match event:
        case e.PlanOffered() | e.PlanAgreed():
            is_offer = isinstance(event, e.PlanOffered)
            assert known is None or (known.status is PlanStatus.OFFERED and not is_offer), event.plan_id
            books.plans[event.plan_id] = Plan(
                plan_id=event.plan_id,
                customer_id=event.customer_id,
                status=PlanStatus.OFFERED if is_offer else PlanStatus.AGREED,
                instalments=event.instalments,
                why=event.why,
                since=recorded.at,
                mail_id=None if isinstance(event, e.PlanOffered) else event.mail_id,
            )
        case e.PlanCancelled():
            assert known, event.plan_id
            books.plans[event.plan_id] = replace(known, status=PlanStatus.CANCELLED, ended_why=event.why)
            for invoice in known.invoices:
                item = books.items[invoice]
                holds = (
                    replace(hold, end=HoldEnd.CANCELLED, ended_at=recorded.at, ended_by=recorded.seq)
                    if hold.plan_id == event.plan_id and hold.end is None
                    else hold
                    for hold in item.holds
                )
                set_holds(books, item, tuple(holds))
        case _:
            assert_never(event)
