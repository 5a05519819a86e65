"""`remitd replay`: another policy over the past journal, beside the letters that were written."""

import shutil
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from agent import app
from agent.facts.events import RunStarted
from tests.commanded import CommandedHome
from tests.desks import WorkedHome, readers, worked_home

LEDGER = (
    "LC-1,K1,2026-10-01,2026-11-20,USD,1000.00", "LC-2,K1,2026-10-01,2026-12-01,USD,300.00",
    "R2026/0740,K2,2026-10-01,2026-10-15,EUR,4200.00", "QG-1,K3,2026-10-01,2026-11-24,CNY,900.00",
    "OB-501,K5,2026-10-01,2026-11-12,EUR,12.00",
)  # fmt: skip
CONFIG = {"autonomy": 'reminder = "auto"\ndunning = "auto"'}
MAILS = {
    "2026-11-10": {"from": "ottoline.bakes@gmx.net", "body": "We will pay invoice OB-501 on 2026-11-18.\n"},
    "2026-11-25": {
        "from": "pagos@aurelio.example",
        "body": "We have paid USD 1,000.00 for LC-1 by wire today, reference A-1.\n",
    },
}
NOW = "2026-12-31T09:00:00+01:00"


def begin(home: WorkedHome) -> None:
    """The agent is started again."""
    with app.open_home(home.path) as opened, opened.bookkeeper.commit(home.now, "agent") as commit:
        commit.add("run", RunStarted(version="1", rules=""))


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Eight weeks, a run on each day but some, letters approved as they come."""
    home = worked_home(tmp_path_factory.mktemp("replay") / "home", {"ledger": LEDGER, "config": CONFIG})
    day = date(2026, 11, 2)
    while day <= date(2026, 12, 30):
        if not date(2026, 12, 5) <= day <= date(2026, 12, 9):  # nobody was there
            home.now = datetime.fromisoformat(f"{day}T09:00:00+01:00")
            begin(home)
            if f"{day}" in MAILS:
                home.deliver(MAILS[f"{day}"])
            home.round()
            for place, line in enumerate(home.lines()["letters"], start=1):
                if line["status"] == "held":
                    home.decide(f"approve {place}")
            home.round()
        day += timedelta(days=1)
    yield home.path
    readers().close()
    readers.cache_clear()


@pytest.fixture
def home(lived: Path, tmp_path: Path) -> WorkedHome:
    return WorkedHome(shutil.copytree(lived, tmp_path / "home"))


def other_rules(home: WorkedHome, old: str, new: str) -> Path:
    rules = home.path.parent / "other"
    shutil.copytree(home.path / "rules", rules)
    ladder = rules / "dunning.toml"
    text = ladder.read_text("utf-8")
    assert old in text
    ladder.write_text(text.replace(old, new), "utf-8")
    return rules


def test_the_same_rules_give_the_same_letters_and_nothing_changes(home: WorkedHome) -> None:
    state = {path: path.read_bytes() for path in sorted(home.path.rglob("*")) if path.is_file()}
    rows = CommandedHome(home.path, NOW).lines("replay", "--rules", str(home.path / "rules"))
    assert state == {path: path.read_bytes() for path in sorted(home.path.rglob("*")) if path.is_file()}

    written = [
        line for line in home.lines()["letters"] if line["kind"] in ("reminder", "dunning", "final_notice")
    ]
    assert len(written) > 8
    assert {line["kind"] for line in written} == {"reminder", "dunning", "final_notice"}
    assert [row["actual_letter_id"] for row in rows if row["difference"] == "same"] != []
    assert {row["difference"] for row in rows} == {"same"}, [
        row for row in rows if row["difference"] != "same"
    ]
    assert {row["actual_letter_id"] for row in rows} == {line["letter_id"] for line in written}


def test_a_later_first_level_moves_what_follows_it(home: WorkedHome) -> None:
    rules = other_rules(home, "days_after_due = 3", "days_after_due = 8")
    rows = CommandedHome(home.path, NOW).lines("replay", "--rules", str(rules))
    moved = {
        row["invoices"][0]: row for row in rows if row["other_kind"] == "dunning" and row["other_level"] == 1
    }
    assert moved["QG-1"]["difference"] == "later"
    assert (moved["QG-1"]["actual_date"], moved["QG-1"]["other_date"], moved["QG-1"]["days"]) == (
        "2026-11-27",
        "2026-12-02",
        5,
    )
    paid = next(row for row in rows if row["actual_kind"] == "dunning" and "LC-1" in row["invoices"])
    assert paid["difference"] == "only_actual", "LC-1 was paid before the other policy would have asked"


def test_from_a_day_on_what_was_sent_before_stands(home: WorkedHome) -> None:
    rules = other_rules(home, "days_before_due = 7", "days_before_due = 0")
    rows = CommandedHome(home.path, NOW).lines(
        "replay", "--rules", str(rules), "--from", "2026-11-15", "--to", "2026-12-15"
    )
    assert min(row["date"] for row in rows) >= "2026-11-15"
    assert max(row["date"] for row in rows) <= "2026-12-15"
    assert {row["difference"] for row in rows if row["actual_kind"] == "reminder"} == {"only_actual"}
    dunned = {row["difference"] for row in rows if row["actual_kind"] == "dunning"}
    assert dunned == {"same", "earlier"}, "no reminder a few days before keeps it back"


def test_the_table_counts_the_differences(home: WorkedHome) -> None:
    said = CommandedHome(home.path, NOW).run("replay", "--rules", str(home.path / "rules"))
    assert said.rstrip().splitlines()[-1].startswith("same: ")
