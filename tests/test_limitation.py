"""How long a claim can be enforced: counted by each law's period, interrupted by what happened, staff told in time."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from agent.app import default_rules
from agent.decide.limitation import counted
from agent.errors import AgentError
from agent.facts.limitation import Ground, Interruption
from agent.rules.limitation import load_limitation
from tests.desks import WorkedHome, readers, worked_home
from tests.test_cli import Remitd
from tests.test_cli import remitd as remitd

CHINESE = {
    "company": 'name = "Larkspur"\naddress = "ar@larkspur.example"\nstaff = ["ines.roth@larkspur.example"]\n'
    'language = "en"\ncurrency = "EUR"\ncountry = "CN"\ntime_zone = "Asia/Shanghai"'
}
LEDGER = (
    "OLD-1,K1,2023-08-01,2023-09-01,EUR,100.00",
    "NEW-1,K4,2026-09-01,2026-10-30,USD,70.00",
    "FAR-1,K2,2026-09-01,2027-10-01,EUR,20.00",
)


@pytest.fixture(scope="module", autouse=True)
def _pool() -> Iterator[None]:
    yield
    readers().close()
    readers.cache_clear()


def _home(path: Path, *ledger: str, **case: Any) -> WorkedHome:
    return worked_home(path / "home", {"ledger": ledger or LEDGER, "config": CHINESE, **case})


def _asked(remitd: Remitd, home: WorkedHome, *words: str) -> list[dict[str, Any]]:
    said = remitd("limitation", *words, "--json", "--home", home.path, "--now", home.now.isoformat())
    assert said.code == 0, said.err
    assert said.err.count("ot legal advice") == 1
    return said.lines


def _at(home: WorkedHome, text: str) -> WorkedHome:
    home.now = datetime.fromisoformat(text)
    return home


def test_limitation(case: dict[str, Any]) -> None:
    law = load_limitation(default_rules()).laws[case["law"]]
    happened = [
        Interruption(on=date.fromisoformat(on), ground=Ground(by), record="R")
        for on, by in case.get("happened", ())
    ]
    found = counted("I1", case["law"], law, case["due_on"], happened)
    assert (found.started_on, found.expires_on) == (case["started"], case["expires"])
    assert [one.counts for one in found.interruptions] == case.get("counts", [True] * len(happened))


def test_limitation_faults(case: dict[str, Any], tmp_path: Path) -> None:
    text = (default_rules() / "limitation.toml").read_text("utf-8")
    assert case["old"] in text
    (tmp_path / "limitation.toml").write_text(text.replace(case["old"], case["new"], 1), "utf-8")
    with pytest.raises(AgentError) as refused:
        load_limitation(tmp_path)
    assert case["says"] in str(refused.value)


def test_a_demand_that_went_out_interrupts_in_china_and_not_in_germany_and_not_where_it_came_back(
    remitd: Remitd, tmp_path: Path
) -> None:
    home = _at(_home(tmp_path), "2026-11-04T09:00:00+08:00")
    home.round()
    letters = [one["invoices"] for one in home.lines()["letters"] if one["kind"] == "dunning"]
    place = 1 + next(n for n, one in enumerate(home.lines()["letters"]) if one["invoices"] == ["NEW-1"])
    (before,) = _asked(remitd, home, "NEW-1")
    home.decide(f"approve {place}")
    home.round()
    (after,) = _asked(remitd, home, "NEW-1")
    german = WorkedHome(shutil.copytree(home.path, tmp_path / "german"), now=home.now)
    rules = german.path / "rules/limitation.toml"
    rules.write_text(rules.read_text("utf-8").replace("[customers] ", '[customers]\nK4 = "DE" '), "utf-8")
    (under_german_law,) = _asked(remitd, german, "NEW-1")
    home.deliver({"bounce_of": place})
    _at(home, "2026-11-05T09:00:00+08:00").round()
    (bounced,) = _asked(remitd, home, "NEW-1")
    lines = {json.loads(line)["seq"]: json.loads(line) for line in _journal(home)}

    assert ["NEW-1"] in letters
    assert (before["interrupted"], before["expires"], before["started"]) == (None, "2029-10-30", "2026-10-31")
    assert (after["interrupted"], after["by"], after["expires"]) == ("2026-11-04", "demand", "2029-11-04")
    assert lines[after["journal_line"]]["kind"] == "LetterSent"
    assert after["days_left"] == 1096
    assert (under_german_law["law"], under_german_law["by"], under_german_law["expires"]) == (
        "DE", None, "2029-12-31",
    )  # fmt: skip
    assert (bounced["by"], bounced["expires"]) == (None, "2029-10-30")


def _journal(home: WorkedHome) -> list[bytes]:
    return [
        line for path in sorted(home.path.glob("state/journal/*")) for line in path.read_bytes().splitlines()
    ]


def test_a_promise_and_a_part_payment_interrupt_each_with_its_line(remitd: Remitd, tmp_path: Path) -> None:
    home = _at(_home(tmp_path), "2026-11-04T09:00:00+08:00")
    home.decide("promise NEW-1 2026-12-01")
    (promised,) = _asked(remitd, home, "NEW-1")
    _at(home, "2026-11-10T09:00:00+08:00").deliver(
        {"from": "payables@delmaryachts.example", "body": "We have paid USD 30.00 of invoice NEW-1 on 2026-11-09, reference D-1.\n"}
    )  # fmt: skip
    home.round()
    (paid,) = _asked(remitd, home, "K4")
    home.decide("undo PromiseRecorded 1")
    (undone,) = _asked(remitd, home, "NEW-1")
    lines = {json.loads(line)["seq"]: json.loads(line)["kind"] for line in _journal(home)}
    assert (promised["by"], promised["expires"]) == ("promise", "2029-11-04")
    assert lines[promised["journal_line"]] == "PromiseRecorded"
    assert (paid["by"], paid["expires"], paid["open_amount"]) == ("part_payment", "2029-11-09", "40.00")
    assert lines[paid["journal_line"]] == "CashApplied"
    assert [one["by"] for one in paid["interruptions"]] == ["promise", "part_payment"]
    assert [one["by"] for one in undone["interruptions"]] == ["part_payment"]


def test_where_the_law_has_no_period_nothing_is_counted(remitd: Remitd, tmp_path: Path) -> None:
    american = {"company": CHINESE["company"].replace('"CN"', '"US"')}
    home = _home(tmp_path, config=american)
    lines = _asked(remitd, home)
    assert {(one["law"], one["expires"], one["days_left"]) for one in lines} == {("US", None, None)}


def test_a_home_from_before_there_were_periods_has_those_of_the_program(
    remitd: Remitd, tmp_path: Path
) -> None:
    home = _home(tmp_path)
    (home.path / "rules/limitation.toml").unlink()
    assert [(one["invoice_no"], one["expires"]) for one in _asked(remitd, home)] == [
        ("OLD-1", "2026-09-01"), ("NEW-1", "2029-10-30"), ("FAR-1", "2030-10-01"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("now", "days", "letters"),
    [
        ("2026-06-02T09:00:00+08:00", 90, 0),  # 91 days before
        ("2026-06-03T09:00:00+08:00", 90, 1),
        ("2026-09-02T09:00:00+08:00", 90, 1),  # over
        ("2026-06-03T09:00:00+08:00", 0, 0),
    ],
)
def test_staff_are_told_so_many_days_before_and_once(
    tmp_path: Path, now: str, days: int, letters: int
) -> None:
    rules = {"limitation.toml": ("warn_days = 90", f"warn_days = {days}")}
    home = _at(_home(tmp_path, "OLD-1,K1,2023-08-01,2023-09-01,EUR,100.00", rules=rules), now)
    home.round()
    home.round()
    home.now += timedelta(hours=6)
    home.round()
    told = [n for n, one in enumerate(home.lines()["letters"], start=1) if one["kind"] == "review_request"]
    assert len(told) == letters
    if told:
        text = home.letter_bytes(told[0]).decode()
        assert "OLD-1 of K1, 100.00 EUR open" in " ".join(text.split())


def test_staff_are_told_again_where_the_day_moved(tmp_path: Path) -> None:
    home = _at(_home(tmp_path, "OLD-1,K1,2023-08-01,2023-09-01,EUR,100.00"), "2026-08-03T09:00:00+08:00")
    home.round()
    home.decide("promise OLD-1 2026-08-20")  # runs three years from now
    for now in ("2026-08-04", "2029-05-04", "2029-05-05", "2029-05-06"):
        _at(home, f"{now}T09:00:00+08:00").round()
    events = [json.loads(line) for line in _journal(home)]
    told = [
        (line["at"][:10], line["data"]["expires_on"]) for line in events if line["kind"] == "ExpiryWarned"
    ]
    assert told == [("2026-08-03", "2026-09-01"), ("2029-05-05", "2029-08-03")]


def test_a_warning_is_no_letter_of_a_simulation(remitd: Remitd, tmp_path: Path) -> None:
    home = _at(_home(tmp_path, "OLD-1,K1,2023-08-01,2023-09-01,EUR,100.00"), "2026-08-03T09:00:00+08:00")
    said = remitd("simulate", "--from", "2026-08-03", "--to", "2026-08-04", "--json", "--home", home.path)
    assert "review_request" not in {line["kind"] for line in said.lines}


def test_a_law_may_be_named_for_all_and_a_customers_own_wins() -> None:
    rules = replace(load_limitation(default_rules()), law="GB", by_customer={"C2": "FR"})
    assert [rules.law_of(one, "CN") for one in ("C1", "C2")] == ["GB", "FR"]
