"""A run that finds other rules or another remitd.toml than the one before it writes that down, with the hash."""

from hashlib import sha256
from pathlib import Path

import pytest

from tests.homes import RunningHome, make_home


@pytest.fixture
def home(tmp_path: Path) -> RunningHome:
    return make_home(tmp_path / "home")


def changes(home: RunningHome) -> list[tuple[str, str]]:
    lines = [line for line in home.lines("audit") if line["kind"] == "PolicyChanged"]
    return [(line["data"]["what"], line["data"]["sha256"]) for line in lines]


def test_a_changed_policy_is_an_event_once(home: RunningHome) -> None:
    home.run("run", "--once")
    home.run("run", "--once")
    first = changes(home)
    config = home.path / "remitd.toml"
    assert ["rules", "remitd.toml"] == [what for what, _ in first]
    assert sha256(config.read_bytes()).hexdigest() == first[1][1]

    rules = home.path / "rules" / "dunning.toml"
    rules.write_text(rules.read_text("utf-8").replace("days_between = 5", "days_between = 6"), "utf-8")
    home.run("run", "--once")
    home.run("run", "--once")
    assert ["rules"] == [what for what, _ in changes(home)[2:]]

    config.write_text(config.read_text("utf-8") + "# looked over\n", "utf-8")
    home.run("run", "--once")
    assert ("remitd.toml", sha256(config.read_bytes()).hexdigest()) == changes(home)[3]
    assert 4 == len(changes(home))


def test_policy_that_cannot_be_read_changes_nothing(home: RunningHome) -> None:
    home.run("run", "--once")
    rules = home.path / "rules" / "dunning.toml"
    rules.write_text(
        rules.read_text("utf-8").replace("days_after_due = 3", "days_after_previous = 3"), "utf-8"
    )
    said = home.fault("run", "--once")
    assert "level[1].days_after_previous: nothing comes before the first level" in said
    assert 2 == len(changes(home))
