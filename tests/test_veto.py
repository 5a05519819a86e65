"""Letters of the schedule wait for staff: until an hour where one is set, and for as long as they are stopped."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from agent.config import load
from agent.errors import AgentError
from tests.commanded import CommandedHome
from tests.desks import CONFIG, WorkedHome, readers, worked_home

LEDGER = ("LC-1,K1,2026-10-01,2026-11-06,USD,1000.00", "LC-2,K2,2026-10-01,2026-11-06,EUR,300.00")
AUTONOMY = 'reminder = "auto"\ndunning = "auto"'


@pytest.fixture
def home(tmp_path: Path) -> Iterator[WorkedHome]:
    config = {"autonomy": AUTONOMY, "digest": 'at = "08:30"\nveto_until = "10:00"'}
    yield worked_home(tmp_path / "home", {"ledger": LEDGER, "config": config})
    readers().close()
    readers.cache_clear()


def statuses(home: WorkedHome, at: str) -> list[str]:
    home.now = datetime.fromisoformat(f"2026-11-{at}:00+01:00")
    home.round()
    return [line["status"] for line in home.lines()["letters"] if line["kind"] == "dunning"]


def test_a_letter_of_the_schedule_waits_for_the_hour_and_is_held_back_till_then(home: WorkedHome) -> None:
    assert statuses(home, "09T08:00") == ["queued", "queued"]
    assert statuses(home, "09T09:59") == ["queued", "queued"]
    first = next(line["letter_id"] for line in home.lines()["letters"] if line["kind"] == "dunning")
    CommandedHome(home.path, "2026-11-09T09:59:30+01:00").run(
        "letters", "cancel", first, "--why", "they called"
    )
    assert statuses(home, "09T10:00") == ["cancelled", "sent"]


def test_a_letter_that_a_person_approved_does_not_wait(home: WorkedHome) -> None:
    config = home.path / "remitd.toml"
    config.write_text(config.read_text().replace('dunning = "auto"', 'dunning = "approve"'))
    assert statuses(home, "09T08:00") == ["held", "held"]
    home.decide("approve 1")
    assert statuses(home, "09T08:01") == ["sent", "held"]


def test_while_stopped_nothing_of_the_schedule_is_written_or_sent(home: WorkedHome) -> None:
    remitd = CommandedHome(home.path, "2026-11-09T09:00:00+01:00")
    assert statuses(home, "09T08:00") == ["queued", "queued"]
    assert remitd.run("stop", "--why", "wrong rates").startswith("stopped: ")
    assert "stopped already, since 2026-11-09 08:00 UTC: wrong rates" in remitd.fault(
        "stop", "--why", "again"
    )
    assert statuses(home, "09T11:00") == ["queued", "queued"]
    assert statuses(home, "30T11:00") == ["queued", "queued"], "level 2 is not written"
    remitd.now = "2026-11-30T11:15:00+01:00"
    assert remitd.run("start", "--why", "mended").startswith("started: ")
    assert "not stopped" in remitd.fault("start", "--why", "again")
    assert statuses(home, "30T11:30") == ["cancelled", "cancelled", "sent", "sent"], (
        "the old ones told of the 9th"
    )


def test_what_was_stopped_for_an_hour_goes_as_it_was_written(home: WorkedHome) -> None:
    remitd = CommandedHome(home.path, "2026-11-09T09:00:00+01:00")
    assert statuses(home, "09T08:00") == ["queued", "queued"]
    remitd.run("stop", "--why", "a question")
    assert statuses(home, "09T10:00") == ["queued", "queued"]
    remitd.run("start", "--why", "answered")
    assert statuses(home, "09T10:30") == ["sent", "sent"]


def test_stopping_is_taken_back_like_any_decision(home: WorkedHome) -> None:
    remitd = CommandedHome(home.path, "2026-11-09T09:00:00+01:00")
    remitd.run("stop", "--why", "wrong rates")
    seq = next(line["seq"] for line in remitd.lines("audit") if line["kind"] == "ScheduleStopped")
    remitd.run("undo", str(seq), "--why", "they were right")
    assert statuses(home, "09T10:00") == ["sent", "sent"]


@pytest.mark.parametrize(
    ("digest", "said"),
    [
        ('at = "8:30"', '[digest] at: "8:30" is no hour like 08:30'),
        ('at = "24:30"', '[digest] at: "24:30" is no hour like 08:30'),
        ('at = "10:00"\nveto_until = "10:00"', "[digest] veto_until: 10:00 is not after at = 10:00"),
        ('sales = "monthly"', '[digest] sales: "monthly" is none of off, daily, weekly'),
        ('to = ["nobody"]', "[digest] to: 'nobody' is no mail address"),
        ('veto_til = "10:00"', "[digest] veto_til is unknown; did you mean veto_until?"),
    ],
)
def test_a_wrong_digest_is_refused_and_named(tmp_path: Path, digest: str, said: str) -> None:
    text = "\n\n".join(f"[{name}]\n{body}" for name, body in (CONFIG | {"digest": digest}).items())
    (tmp_path / "remitd.toml").write_text(text, encoding="utf-8")
    with pytest.raises(AgentError) as caught:
        load(tmp_path)
    assert said in str(caught.value)
