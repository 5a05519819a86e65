"""A day's look at credit: customers graded once a month, risks that began or are over, limits proposed; nothing is sent."""

from datetime import date

from agent.decide.credit import Assessment, assess
from agent.decide.exposure import Survey, survey
from agent.decide.limits import propose
from agent.decide.risks import (
    Found,
    changes,
    getting_worse,
    is_of_the_day,
    is_of_the_trend,
    risks_of,
    watched,
)
from agent.facts import events as e
from agent.facts.credit import NEW
from agent.pipeline.bookkeeping import Commit
from agent.pipeline.desk import Desk


def review_credit(desk: Desk) -> int:
    """What the day brings: all are graded on the first run of a month, risks are looked at on each; how many changes."""
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        return review(desk, commit)


def review(desk: Desk, commit: Commit, *, now: bool = False) -> int:
    """Within a commit; `now`: grade whatever the month says."""
    books, today, before = commit.books, desk.today(), commit.books.seq
    is_due = _is_month_new(books.credit_reviewed_on, today) and books.items
    # Without a new day only what came in can begin a risk or end it: bank statements at all count for everybody.
    seen = (today, desk.policy.digest, desk.config.company.currency, books.bank_seen_on is not None)
    is_seen = seen == books.risks_seen
    if is_seen and not (now or is_due or books.changed):
        return 0
    found = survey(books)
    if now or is_due:
        _grade_all(desk, commit, found)
    for customer_id in watched(books, found, books.changed if is_seen else None):
        risks = risks_of(
            books,
            customer_id,
            desk.policy.credit,
            found,
            today=today,
            home_currency=desk.config.company.currency,
        )
        _tell(commit, customer_id, risks, of_trend=False)
    books.changed.clear()
    books.risks_seen = seen
    return books.seq - before


def _is_month_new(reviewed_on: date | None, today: date) -> bool:
    return reviewed_on is None or (reviewed_on.year, reviewed_on.month) < (today.year, today.month)


def _grade_all(desk: Desk, commit: Commit, found: Survey) -> None:
    books, today, rules = commit.books, desk.today(), desk.policy.credit
    currency = desk.config.company.currency
    for customer_id in sorted(name for name in books.customers if books.invoices_by_customer.get(name)):
        assessed = assess(books, customer_id, rules, found, today=today, home_currency=currency)
        _record(commit, assessed, desk.policy.digest)
        _tell(commit, customer_id, getting_worse(assessed.worse_by, rules), of_trend=True)
        if proposal := propose(books, assessed, rules, today=today, home_currency=currency):
            proposed = e.LimitProposed(
                customer_id=customer_id, amount=proposal.amount, was=proposal.was, why=proposal.why
            )
            commit.add(customer_id, proposed)
    commit.add("credit", e.CreditReviewed(reviewed_on=today, policy=desk.policy.digest))


def _record(commit: Commit, assessed: Assessment, policy: str) -> None:
    """A line where the grade or the score is another one; `new` is what everybody begins with."""
    file = commit.books.credit.get(assessed.customer_id)
    last = file.grading if file else None
    if (assessed.grade, assessed.score) == ((last.grade, last.score) if last else (NEW, None)):
        return
    graded = e.CustomerGraded(
        customer_id=assessed.customer_id,
        grade=assessed.grade,
        was=last.grade if last else NEW,
        score=assessed.score,
        indicators=assessed.indicators,
        policy=policy,
    )
    commit.add(assessed.customer_id, graded)


def _tell(commit: Commit, customer_id: str, found: Found, *, of_trend: bool) -> None:
    kinds = is_of_the_trend if of_trend else is_of_the_day
    for change in list(changes(commit.books, customer_id, found, kinds)):
        event = (
            e.RiskCleared(customer_id=customer_id, kind=change.kind)
            if change.why is None
            else e.RiskFlagged(customer_id=customer_id, kind=change.kind, why=change.why)
        )
        commit.add(customer_id, event)
