"""Statements that go out by themselves: on their workday, once for each customer and currency, the last period alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from agent import app
from agent.decide.cycle import last_period
from agent.errors import AgentError
from agent.facts import events as e
from agent.facts.letters import Autonomy, Letter, LetterKind
from agent.pipeline.cycling import ask_for_answers, write_statements
from agent.pipeline.desk import Desk
from agent.rules.statements import Every, StatementRules, load_statements
from tests.ledger_builders import customer, item
from tests.memory_desk import desk_with

Case = dict[str, Any]
RULES = load_statements(app.default_rules(), app.default_rules())


def on(desk: Desk, day: str) -> Desk:
    at = datetime.fromisoformat(f"{day}T09:00:00+01:00").astimezone(UTC)
    return replace(desk, clock=lambda: at)


def desk_of(**rules: Any) -> Desk:
    """C1 owes in two currencies, C2 nothing since August, C3 has no address, C4 nothing at all."""
    old = item(
        "INV-4",
        "10.00 USD",
        "C2",
        issued_on=date(2026, 8, 1),
        due_on=date(2026, 8, 31),
        open=item("x", "0.00 USD").open,
    )
    desk = desk_with(
        [customer("C1"), customer("C2"), customer("C3", emails=()), customer("C4")],
        [item("INV-1", "500.00 USD"), item("INV-2", "300.00 EUR"), item("INV-3", "70.00 USD", "C3"), old],
    )
    changed = replace(RULES, **({"every": Every.MONTHLY} | rules))
    config = replace(desk.config, autonomy=tuple((kind, Autonomy.AUTO) for kind in LetterKind))
    return replace(desk, config=config, policy=replace(desk.policy, statements=changed))


def written(desk: Desk, days: Sequence[str]) -> list[tuple[str, Letter]]:
    """Letters of these days, each with its day."""
    found = []
    for day in days:
        known = set(desk.books.letters)
        write_statements(on(desk, day))
        ask_for_answers(on(desk, day))
        found += [(day, one) for one in desk.books.letters.values() if one.letter_id not in known]
    return found


def kinds(found: list[tuple[str, Letter]]) -> list[tuple[str, str, str | None]]:
    return [(day, one.kind.value, one.customer_id) for day, one in found]


@pytest.mark.table("cycle_periods")
def test_a_period_is_stated_when_it_is_over(case: Case) -> None:
    period = last_period(Every(case["every"]), case["today"])
    assert ([str(period.first_on), str(period.last_on)] if period else []) == case["period"]


def test_off_as_it_comes_nothing_goes_out() -> None:
    assert not RULES.is_on
    assert not written(desk_of(every=Every.NEVER), ["2026-11-04", "2026-11-30", "2026-12-03"])


def test_on_the_third_workday_a_letter_for_each_currency_and_once() -> None:
    desk = desk_of()  # Sunday, 1 November: Monday is the first workday
    days = ["2026-11-02", "2026-11-03", "2026-11-04", "2026-11-04", "2026-11-05", "2026-11-30"]
    assert kinds(written(desk, days)) == [
        ("2026-11-04", "statement", "C1"),
        ("2026-11-04", "statement", "C1"),
        ("2026-11-04", "review_request", None),  # C3 has no address; C2 and C4 have nothing to state
    ]
    stated = list(desk.books.stated.values())
    assert sorted(one.balances[0].currency for one in stated) == ["EUR", "USD"]
    assert {one.cycle for one in stated} == {"monthly 2026-10-31"}


def test_after_a_gap_the_last_period_alone_on_the_first_workday() -> None:
    found = written(
        desk_of(), ["2026-11-04", "2027-02-06", "2027-02-08", "2027-02-09"]
    )  # the 6th is a Saturday
    assert [day for day, one in found if one.kind is LetterKind.STATEMENT] == ["2026-11-04"] * 2 + [
        "2027-02-08"
    ] * 2


def test_a_kill_before_the_period_was_closed_writes_nothing_twice() -> None:
    desk = desk_of()
    written(desk, ["2026-11-04"])
    desk.books.cycles_closed.clear()
    again = written(desk, ["2026-11-04"])
    assert [one.kind.value for _, one in again] == ["review_request"]


def test_a_customer_or_a_ladder_may_have_its_own_cycle() -> None:
    desk = desk_of(every=Every.NEVER, by_customer={"C1": Every.WEEKLY})
    assert {day for day, _ in written(desk, ["2026-11-10", "2026-11-11", "2026-11-12"])} == {"2026-11-11"}
    by_ladder = replace(RULES, by_ladder={"public": Every.QUARTERLY}, by_customer={"C1": Every.WEEKLY})
    assert by_ladder.cycle_of("C1", "public") is Every.WEEKLY
    assert by_ladder.cycle_of("C2", "public") is Every.QUARTERLY
    assert by_ladder.cycle_of("C2", None) is Every.NEVER


def _sent(desk: Desk, day: str) -> None:
    with on(desk, day).bookkeeper.commit(on(desk, day).clock(), "agent") as commit:
        for letter_id in list(commit.books.queued):
            commit.add(letter_id, e.LetterSent(letter_id=letter_id, detail="ok"))


def test_nobody_answered_asked_once_more_then_staff_are_told_once() -> None:
    desk = desk_of(by_customer={"C3": Every.NEVER})
    written(desk, ["2026-11-04"])
    _sent(desk, "2026-11-04")
    first = written(desk, ["2026-11-19", "2026-11-20", "2026-11-23"])  # the 12th workday is the 20th
    assert kinds(first) == [("2026-11-20", "statement", "C1")] * 2
    assert all(one.in_reply_to for _, one in first)
    _sent(desk, "2026-11-20")
    then = written(desk, ["2026-11-26", "2026-11-27", "2026-11-30", "2026-12-01"])  # five workdays later
    assert kinds(then) == [("2026-11-27", "review_request", None)]


def test_what_was_answered_or_not_sent_is_not_asked_about() -> None:
    desk = desk_of(by_customer={"C3": Every.NEVER})
    written(desk, ["2026-11-04"])
    assert not written(desk, ["2026-11-30"])  # queued, and never sent
    _sent(desk, "2026-11-04")
    with on(desk, "2026-11-05").bookkeeper.commit(on(desk, "2026-11-05").clock(), "agent") as commit:
        for stated in list(commit.books.stated.values()):
            event = e.BalanceConfirmed(
                customer_id="C1", as_of=None, mail_id="M", agreed=True, letter_id=stated.letter_id
            )
            commit.add("C1", event)
    assert not written(desk, ["2026-11-30"])


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('every = "yearly"', "cycle.every: expected one of never, weekly, monthly, quarterly"),
        ("on_workday = 0", "cycle.on_workday: expected a whole number of at least 1"),
        ("first = 1", "cycle.first: is unknown"),
        ('customers = {C1 = "daily"}', "cycle.customers.C1: expected one of"),
    ],
)
def test_a_bad_rule_names_file_key_and_mend(tmp_path: Path, line: str, problem: str) -> None:
    key = line.partition(" ")[0]
    text = (app.default_rules() / "statements.toml").read_text(encoding="utf-8")
    lines = [one for one in text.splitlines() if not one.startswith(f"{key} ")]
    lines.insert(lines.index("[cycle]") + 1, line)
    (tmp_path / "statements.toml").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(AgentError, match=problem) as raised:
        load_statements(tmp_path, app.default_rules())
    assert "statements.toml" in str(raised.value)


def test_a_home_without_the_file_has_the_program_s(tmp_path: Path) -> None:
    assert load_statements(tmp_path, app.default_rules()) == RULES
    assert isinstance(RULES, StatementRules)
