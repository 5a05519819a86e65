"""What late payment costs in a letter: by law or contract, by day, on what may be asked for alone; off by default."""

import itertools
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from agent.decide.interest import Late, charges, quoted
from agent.errors import AgentError
from agent.facts.credit import ContractTerms
from agent.facts.history import Receipt
from agent.facts.interest import Charges
from agent.money import Money, total
from agent.rules.interest import InterestRules, load_interest
from tests.drafts import RULES
from tests.ledger_builders import item

TODAY = date(2026, 11, 20)
HUNDRED = Money.parse("100.00 EUR")


def rules_of(folder: Path, text: str) -> InterestRules:
    (folder / "interest.toml").write_text(text, encoding="utf-8")
    return load_interest(folder)


def late_items(case: dict[str, Any]) -> list[Late]:
    found = []
    for number, row in enumerate(case["items"], 1):
        of = item(
            f"I{number}",
            row["billed"],
            issued_on=row.get("issued", date(2026, 9, 1)),
            due_on=row["due"],
            open=Money.parse(row.get("open", row["billed"])),
        )
        receipts = tuple(
            Receipt(
                payment_id=f"P{n}",
                amount=Money.parse(amount),
                told_on=date.fromisoformat(day),
                cleared_on=None,
            )
            for n, (day, amount) in enumerate(one.split(" ", 1) for one in row.get("paid", ()))
        )
        agreed = None
        if "contract" in row:
            terms = row["contract"]
            agreed = ContractTerms(
                version=1,
                from_on=date(2020, 1, 1),
                interest_percent=terms.get("percent"),
                interest_per=terms.get("per"),
                interest_year_days=terms.get("year_days"),
                fee=Money.parse(terms["fee"]) if "fee" in terms else None,
                clause="contract",
            )
        asked = Money.parse(row.get("asked", row.get("open", row["billed"])))
        found.append(
            Late(
                item=of,
                asked=asked,
                level=row.get("level", case.get("level", 2)),
                receipts=receipts,
                agreed=agreed,
            )
        )
    return found


def worked(case: dict[str, Any], folder: Path) -> tuple[Charges, list[Late], InterestRules]:
    rules, late = rules_of(folder, case.get("rules", "")), late_items(case)
    found = charges(
        late,
        rules,
        country=case.get("country", "DE"),
        today=case.get("today", TODAY),
    )
    return found, late, rules


@pytest.mark.table("interest")
def test_interest_and_fees(case: dict[str, Any], tmp_path: Path) -> None:
    """`interest`: "item basis percent per from to days amount"; `fees`: "item amount source"; `total`: principal and all."""
    found, late, rules = worked(case, tmp_path)
    assert case.get("interest", []) == [
        f"{line.invoice} {line.basis.amount} {float(line.percent):g} {line.per} {line.from_on} {line.to_on}"
        f" {line.days} {line.amount.amount}"
        for line in found.interest
    ]
    assert case.get("fees", []) == [f"{fee.invoice} {fee.amount} {fee.source}" for fee in found.fees]
    currency = late[0].asked.currency
    owed = total([one.asked for one in late] + found.amounts, currency)
    if "total" in case:
        assert str(owed) == case["total"]
    if "quoted" in case:
        told = quoted(owed, rules, case.get("today", TODAY))
        assert (f"{told.amount} {float(told.rate):g}" if told else "") == case["quoted"]


@pytest.mark.table("interest_rules")
def test_a_fault_of_the_rules_of_interest_is_named(case: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(AgentError) as fault:
        rules_of(tmp_path, case["text"])
    for words in ("interest.toml", *case["says"]):
        assert words in str(fault.value)


def test_as_shipped_nothing_is_asked_for_and_no_row_counts() -> None:
    shipped = load_interest(RULES)
    assert shipped.use == "none"
    of = Late(item=item("I1", "100.00 EUR", due_on=date(2025, 9, 1)), asked=HUNDRED, level=3)
    for use in ("none", *(law.law_id for law in shipped.laws)):
        chosen = replace(shipped, use=use, minimum=shipped.minimum * 0)
        assert charges([of], chosen, country="DE", today=TODAY) == Charges()
        assert bool(chosen.doubts(TODAY)) is (use != "none")
    assert all(rate.checked_on is None for law in shipped.laws for rate in law.rates)
    assert all(fee.checked_on is None for law in shipped.laws for fee in law.fees)


def test_the_lines_of_one_item_share_out_its_days(tmp_path: Path) -> None:
    """Whatever is paid and however rates change: no day is counted twice, none is left out."""
    text = "\n".join(
        f'[[law.rate]]\nfrom = 2026-{month:02}-01\npercent = "{month}"\nsource = "s"\nchecked_on = 2026-01-01'
        for month in range(1, 12)
    )
    rules = rules_of(tmp_path, f'use = "x"\n[[law]]\nid = "x"\nname = "X"\n{text}')
    days = [date(2026, 3, 1), date(2026, 3, 31), date(2026, 5, 17), TODAY]
    receipts = tuple(
        Receipt(payment_id=f"P{n}", amount=Money(100_000, "USD"), told_on=day, cleared_on=None)
        for n, day in enumerate(days)
    )
    of = Late(
        item=item("I1", due_on=date(2026, 2, 10)),
        asked=Money.parse("6000.00 USD"),
        level=2,
        receipts=receipts,
    )
    lines = charges([of], rules, country="", today=TODAY).interest
    assert lines[0].from_on == date(2026, 2, 11)
    assert lines[-1].to_on == TODAY
    assert all(two.from_on.toordinal() == one.to_on.toordinal() + 1 for one, two in itertools.pairwise(lines))
    for line in lines:
        still = sum(receipt.paid_on >= line.from_on for receipt in receipts)
        assert line.basis.minor == 600_000 + 100_000 * still
        assert line.percent == line.from_on.month == line.to_on.month
