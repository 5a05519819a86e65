"""Tests of agent.rules.dunning and calendar: the shipped files say what the contract says, and bad policy is named."""

from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from agent.errors import AgentError
from agent.facts.letters import LetterKind
from agent.rules.calendar import load_calendar
from agent.rules.dunning import DunningRules, load_dunning
from tests.ledger_builders import customer

RULES = Path(__file__).parents[1] / "rules"
LEAST = """
[reminder]
days_before_due = 7
[[level]]
days_after_due = 3
[contact]
days_between = 5
[query]
workdays_to_answer = 5
"""
Case = dict[str, Any]


def rules_with(folder: Path, text: str, *, instead_of: str = "") -> DunningRules:
    """The least that a file says, with more; top-level keys come first."""
    assert instead_of in LEAST
    body = LEAST.replace(instead_of, text) if instead_of else f"{text}\n{LEAST}"
    (folder / "dunning.toml").write_text(body, encoding="utf-8")
    return load_dunning(folder)


def test_the_shipped_file_says_what_the_contract_says() -> None:
    rules = load_dunning(RULES)
    assert (7,) == rules.default.reminder_days_before
    assert [3, 14, 30] == [step.days_after_due for step in rules.default.levels]
    assert [LetterKind.DUNNING, LetterKind.DUNNING, LetterKind.FINAL_NOTICE] == [
        step.kind for step in rules.default.levels
    ]
    assert (5, 0, 0) == (rules.default.days_between, rules.default.grace_days, rules.default.most_letters)
    assert not rules.ladders
    assert rules.quiet.begins is None
    assert 0 == rules.bank_data_days


def test_rules_dunning(case: Case, tmp_path: Path) -> None:
    """A ladder read, in short; or the error that names file, key and mend."""
    if "error" in case:
        with pytest.raises(AgentError) as caught:
            rules_with(tmp_path, case["file"], instead_of=case.get("instead_of", ""))
        message = str(caught.value)
        assert message.startswith(str(tmp_path / "dunning.toml"))
        assert all(part in message for part in case["error"]), message
        assert "\n" not in message
        return
    rules = rules_with(tmp_path, case["file"], instead_of=case.get("instead_of", ""))
    assert case["want"] == [in_short(one) for one in (rules.default, *rules.ladders)]


def in_short(ladder: Any) -> str:
    """`name: -7 3 14 30!`; `+10` counts from the letter before, `!` is a final notice."""
    before = [f"-{days}" for days in ladder.reminder_days_before]
    after = [
        (f"{step.days_after_due}" if step.days_after_due else f"+{step.days_after_previous}")
        + "!" * (step.kind is LetterKind.FINAL_NOTICE)
        + "".join(f" {word}" for word in (step.letter, step.tone, step.sign, *step.cc, step.approval) if word)
        for step in ladder.levels
    ]
    more = [f"grace {ladder.grace_days}"] * bool(ladder.grace_days) + ["none"] * ladder.no_dunning
    return f"{ladder.name}: {' '.join([*before, *after, *more])}"


@pytest.mark.parametrize(
    ("customer_id", "currency", "grade", "chosen", "want"),
    [
        ("C1", "USD", None, None, "default"),
        ("C1", "EUR", None, None, "euro"),
        ("C1", "EUR", "A", None, "euro A"),
        ("C1", "USD", "A", None, "default"),
        ("C7", "USD", None, None, "one customer"),
        ("C7", "EUR", None, None, "euro"),
        ("C1", "USD", None, "by hand", "by hand"),
        ("C7", "EUR", "A", "by hand", "by hand"),
        ("C1", "EUR", None, "gone since", "euro"),
    ],
)
def test_a_ladder_is_the_one_a_person_chose_or_the_first_that_fits(
    customer_id: str, currency: str, grade: str | None, chosen: str | None, want: str, tmp_path: Path
) -> None:
    ladders = """
    [[ladder]]
    name = "euro A"
    for = { currency = "EUR", grade = ["A"] }
    [[ladder]]
    name = "euro"
    for = { currency = ["EUR"] }
    [[ladder]]
    name = "one customer"
    for = { customer = ["C7"] }
    [[ladder]]
    name = "by hand"
    """
    rules = rules_with(tmp_path, f"{LEAST}\n{ladders}", instead_of=LEAST)
    assert want == rules.ladder_for(customer(customer_id, ladder=chosen), currency, grade).name


@pytest.mark.parametrize(
    ("moment", "zone", "is_quiet"),
    [
        ("2026-11-20T17:59:00+08:00", "Asia/Shanghai", False),
        ("2026-11-20T18:00:00+08:00", "Asia/Shanghai", True),
        ("2026-11-20T07:59:00+08:00", "Asia/Shanghai", True),
        ("2026-11-20T08:00:00+08:00", "Asia/Shanghai", False),
        ("2026-11-20T09:00:00+08:00", "Europe/Berlin", True),
        ("2026-11-20T15:00:00+08:00", "Europe/Berlin", False),
    ],
)
def test_quiet_hours_are_the_customers(moment: str, zone: str, is_quiet: bool, tmp_path: Path) -> None:
    quiet = rules_with(tmp_path, f'{LEAST}\n[quiet]\nfrom = "18:00"\nto = "08:00"', instead_of=LEAST).quiet
    assert is_quiet == bool(quiet.hour(datetime.fromisoformat(moment), ZoneInfo(zone)))


def calendar_of(folder: Path, text: str) -> Path:
    (folder / "calendar.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("day", "country", "want"),
    [
        ("2026-02-14", None, True),  # a Saturday that China works
        ("2026-02-14", "DE", False),
        ("2026-02-13", "DE", True),
        ("2026-10-03", "DE", False),
        ("2026-10-09", "DE", True),
        ("2026-10-06", None, False),  # China's National Day
        ("2026-12-24", "DE", False),  # the file says so
        ("2026-12-24", None, True),
        ("2026-12-26", "DE", False),  # a Saturday, Boxing Day
        ("2026-12-28", "XX", True),  # a country nobody knows has no holidays of its own
    ],
)
def test_letters_keep_the_workdays_of_both_countries(
    day: str, country: str | None, want: bool, tmp_path: Path
) -> None:
    folder = calendar_of(tmp_path, 'holidays = []\nworkdays = []\n[country.DE]\nholidays = ["2026-12-24"]\n')
    assert want == load_calendar(folder, "CN").shared_with(country)(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ('holidays = ["2026-13-01"]\nworkdays = []', ("holidays", "2026-13-01", "2026-12-31")),
        ('holidays = ["2026-12-31"]\nworkdays = ["2026-12-31"]', ("workdays", "is a holiday as well")),
        ("holidays = []\nworkdays = []\n[country.XX]", ("country.XX", "ISO 3166")),
        (
            'holidays = []\nworkdays = []\n[country.DE]\nhalf = ["2026-12-24"]',
            ("country.DE.half", "is unknown"),
        ),
        ("holidays = []", ("workdays", "expected a list")),
    ],
)
def test_a_bad_calendar_is_named(text: str, parts: tuple[str, ...], tmp_path: Path) -> None:
    with pytest.raises(AgentError) as caught:
        load_calendar(calendar_of(tmp_path, text), "CN")
    assert str(caught.value).startswith(str(tmp_path / "calendar.toml"))
    assert all(part in str(caught.value) for part in parts), caught.value


def test_a_year_whose_adjusted_workdays_nobody_announced_is_known(tmp_path: Path) -> None:
    calendar = load_calendar(calendar_of(tmp_path, "holidays = []\nworkdays = []"), "CN")
    assert () == calendar.unannounced(2026, frozenset({"DE"}))
    assert ("CN",) == calendar.unannounced(2027, frozenset({"DE"}))
    entered = load_calendar(calendar_of(tmp_path, 'holidays = ["2027-02-05"]\nworkdays = []'), "CN")
    assert () == entered.unannounced(2027, frozenset())
