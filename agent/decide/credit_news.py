"""(journal lines since the last digest) to what staff are told of credit: each onset once, grades that moved, proposals."""

from collections.abc import Iterable

from agent.decide.waiting import name_of
from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.credit import RiskKind


def credit_news(books: Books, lines: Iterable[e.Recorded]) -> tuple[str, ...]:
    """One line each, in order; a risk that is over by now is left out, and of each customer's grades the last is told."""
    risks: dict[tuple[str, RiskKind], str] = {}
    grades: dict[str, str] = {}
    proposals: dict[str, str] = {}
    for line in lines:
        match line.event:
            case e.RiskFlagged(customer_id=customer_id, kind=kind, why=why):
                risks[customer_id, kind] = f"{name_of(books, customer_id)}: {why}"
            case e.RiskCleared(customer_id=customer_id, kind=kind):
                risks.pop((customer_id, kind), None)
            case e.CustomerGraded(customer_id=customer_id, grade=grade, was=was) if grade != was:
                grades[customer_id] = f"{name_of(books, customer_id)}: grade {grade}, {was} before"
            case e.LimitProposed(customer_id=customer_id, amount=amount, was=was, why=why):
                instead = f" instead of {was}" if was is not None else ""
                proposals[customer_id] = (
                    f"{name_of(books, customer_id)}: limit {amount} proposed{instead} ({why}); "
                    f"remitd limit {customer_id} {amount.amount} --why ..., or --refuse"
                )
            case e.LimitAgreed(customer_id=customer_id) | e.LimitRefused(customer_id=customer_id):
                proposals.pop(customer_id, None)
            case _:
                pass
    return (*risks.values(), *proposals.values(), *grades.values())
