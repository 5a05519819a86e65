"""Risks and proposed limits: both sides of each bound, told once for each onset, and never a sudden jump."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest

from agent.app import default_rules
from agent.decide.credit import Assessment
from agent.decide.exposure import limit_of, survey
from agent.decide.limits import propose
from agent.decide.risks import changes, getting_worse, is_of_the_day, is_of_the_trend, risks_of, watched
from agent.facts import events as e
from agent.facts.credit import RiskKind
from agent.money import Money
from agent.rules.credit import load_credit
from tests.credit_books import TODAY, books_of, more
from tests.ledger_builders import NOON, customer

Case = dict[str, Any]
RULES = load_credit(default_rules())


def test_credit_risks(case: Case) -> None:
    """What staff should know of."""
    books = books_of(case)
    got = risks_of(books, "C1", RULES, survey(books), today=TODAY, home_currency="USD")

    assert [tuple(one) for one in case["risks"]] == [(kind.value, why) for kind, why in got.items()]
    assert not got or "C1" in watched(books, survey(books))


@pytest.mark.parametrize(
    ("days", "is_told"), [(None, False), (Fraction(149, 10), False), (Fraction(15), True)]
)
def test_it_gets_worse_by_fifteen_days(days: Fraction | None, is_told: bool) -> None:
    assert is_told is bool(getting_worse(days, RULES))


def test_a_risk_is_told_once_for_each_onset() -> None:
    books = books_of({})
    found = {RiskKind.OVER_LIMIT: "too much"}

    def told(now: dict[RiskKind, str], kinds: Any = is_of_the_day) -> list[tuple[str, str | None]]:
        said = list(changes(books, "C1", now, kinds))
        for one in said:
            event: e.Event = e.RiskCleared(customer_id="C1", kind=one.kind)
            if one.why is not None:
                event = e.RiskFlagged(customer_id="C1", kind=one.kind, why=one.why)
            more(books, event)
        return [(one.kind.value, one.why) for one in said]

    assert [("over_limit", "too much")] == told(found)
    assert [] == told(found), "told before"
    assert [("getting_worse", "slow")] == told({RiskKind.GETTING_WORSE: "slow"}, is_of_the_trend)
    assert [] == told(found), "what is not looked at today stays as it was"
    assert [("over_limit", None)] == told({}), "over"
    assert [("over_limit", "too much")] == told(found), "a new onset"


def test_credit_limits(case: Case) -> None:
    """What is proposed, and why."""
    bought = case.get("bought", {"count": 0})
    rows = [
        {
            "issued": TODAY - timedelta(days=bought["every"] * number),
            "due": TODAY + timedelta(days=30),
            "amount": f"100.00 {bought.get('currency', 'USD')}",
        }
        for number in range(bought["count"])
    ]
    books = books_of({**case, "invoices": rows})
    if "agreed" in case:
        agreed = e.LimitAgreed(
            customer_id="C1", amount=Money.parse(case["agreed"]["amount"]), why="in writing"
        )
        more(books, agreed)
        decided_on = TODAY - timedelta(days=case["agreed"]["days_ago"])
        books.credit["C1"] = replace(books.credit["C1"], limit_decided_on=decided_on)
    rules = replace(RULES, limit=replace(RULES.limit, propose_for=case.get("for", "limited")))
    assessed = Assessment(
        customer_id="C1", grade=case["grade"], score=None, indicators=(), worse_by=None, why=""
    )

    got = propose(books, assessed, rules, today=TODAY, home_currency="USD")

    assert case.get("propose") == (str(got.amount) if got else None)
    assert case.get("why") == (got.why if got else None)


def test_an_agreed_limit_wins_over_the_list_s_and_another_one_there_is_reported_once_it_is_said() -> None:
    books = books_of({"credit_limit": "100.00"})

    def differs() -> str | None:
        return risks_of(books, "C1", RULES, survey(books), today=TODAY, home_currency="USD").get(
            RiskKind.LIMIT_DIFFERS
        )

    more(books, e.LimitAgreed(customer_id="C1", amount=Money.parse("250.00 USD"), why="in writing"))
    assert ("250.00 USD", None) == (str(limit_of(books, "C1", "USD")), differs())
    more(books, e.CustomerChanged(customer=customer(credit_limit="300.00")))
    assert "250.00 USD" == str(limit_of(books, "C1", "USD"))
    assert "the customer list says 300.00 USD; the agreed limit of 250.00 USD counts" == differs()
    more(books, e.CustomerChanged(customer=customer(credit_limit="250.00")))
    assert differs() is None, "both say the same"
    more(books, e.CustomerChanged(customer=customer(credit_limit=None)))
    assert "the customer list says no limit; the agreed limit of 250.00 USD counts" == differs()
    more(books, e.LimitWithdrawn(customer_id="C1", amount=Money.parse("250.00 USD"), why="not signed"))
    assert limit_of(books, "C1", "USD") is None
    assert NOON.date() == books.credit["C1"].limit_decided_on
