"""The whole way: a ledger, mails and days in; payments, invoices, letters and messages as the contract's section 4 says."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.desks import assert_addressed, assert_conserved, derived_again, readers, told, worked_home

NOW = "2026-11-10T09:00:00+01:00"
WHAT = ("payments", "invoices", "letters", "messages")


@pytest.fixture(scope="module", autouse=True)
def _readers() -> Iterator[None]:
    yield
    readers().close()
    readers.cache_clear()


def test_way(case: dict[str, Any], tmp_path: Path) -> None:
    _walk(case, tmp_path)


@pytest.mark.table("way_files")
def test_the_way_of_files(case: dict[str, Any], tmp_path: Path) -> None:
    _walk(case, tmp_path)


@pytest.mark.table("way_residuals")
def test_the_way_of_what_is_left(case: dict[str, Any], tmp_path: Path) -> None:
    _walk(case, tmp_path)


@pytest.mark.table("way_bank")
def test_the_way_of_money_at_the_bank(case: dict[str, Any], tmp_path: Path) -> None:
    _walk(case, tmp_path)


@pytest.mark.table("way_undo")
def test_the_way_back(case: dict[str, Any], tmp_path: Path) -> None:
    _walk(case, tmp_path)


@pytest.mark.table("way_holds")
def test_the_way_of_what_is_held(case: dict[str, Any], tmp_path: Path) -> None:
    _walk(case, tmp_path)


def _walk(case: dict[str, Any], tmp_path: Path) -> None:
    home = worked_home(tmp_path / "home", case)
    steps = case.get("step") or [case]
    for number, step in enumerate(steps, start=1):
        home.now = datetime.fromisoformat(step.get("now", NOW))
        for mail in step.get("mail", ()):
            home.deliver(mail)
        for decision in step.get("do", ()):
            home.decide(decision)
        home.round()

        lines = home.lines()
        got = told(home, lines)
        names = WHAT if number == len(steps) else [name for name in WHAT if name in step]
        assert {name: step.get(name, []) for name in names} == {name: got[name] for name in names}, step
        for place, text in step.get("says", ()):
            assert text in _text(home.letter_bytes(place))
        for place, text in step.get("never_says", ()):
            assert text not in _text(home.letter_bytes(place))
        assert_conserved(home, lines)
        assert_addressed(home, lines)
        events = home.seq()
        home.round()
        assert (events, lines) == (home.seq(), home.lines()), "a second run changes nothing"
    assert [] == [one for one in derived_again(home) if not one.holds], "decided again, it is the same"


def _text(raw: bytes) -> str:
    from email import message_from_bytes, policy

    body = message_from_bytes(raw, policy=policy.default).get_body(("plain",))
    assert body is not None
    return " ".join(str(body.get_content()).split())
