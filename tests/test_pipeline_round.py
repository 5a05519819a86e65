"""A fault of our own in one message stops no other one, and a backlog opened by two processes comes in its order."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from agent.errors import JournalBroken
from agent.inbox.parse import parse
from agent.pipeline import opening, opening_process
from agent.pipeline import round as one_round
from agent.pipeline.message import handle
from agent.pipeline.opening import InlineOpener, Opened
from agent.pipeline.opening_process import AheadOpener
from tests.desks import worked_home

LEDGER = [
    "LC-1,K5,2026-06-01,2026-07-01,EUR,10.00,10.00,,",
    "LC-2,K5,2026-06-01,2026-07-01,EUR,20.00,20.00,,",
]


def _mail(number: int) -> dict[str, Any]:
    return {
        "from": "Ottoline Bakery <ottoline.bakes@gmx.net>",
        "subject": f"Payment {number}",
        "body": f"We have today paid invoice LC-{number}, EUR {number}0.00, by bank transfer.",
    }


def _breaks(step: Callable[..., Any], when: Callable[..., bool]) -> Callable[..., Any]:
    def broken(*arguments: Any, **words: Any) -> Any:
        if when(*arguments):
            raise RecursionError("a case that we did not think of")
        return step(*arguments, **words)

    return broken


@pytest.mark.parametrize("step", ["opening", "handling"])
def test_our_fault_in_one_message_sends_it_to_a_person_and_the_next_one_flows(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = worked_home(tmp_path / "home", {"ledger": LEDGER})
    home.deliver(_mail(1))
    home.deliver(_mail(2))
    if step == "opening":
        monkeypatch.setattr(opening, "parse", _breaks(parse, lambda raw: b"Payment 1" in raw))
    else:
        is_first = lambda _desk, _commit, _id, mail: isinstance(mail, Opened) and "1" in mail.mail.subject  # noqa: E731
        monkeypatch.setattr(one_round, "handle", _breaks(handle, is_first))

    home.round()

    lines = home.lines()
    assert [message["status"] for message in lines["messages"]] == ["review", "handled"]
    assert [payment["amount"] for payment in lines["payments"]] == ["20.00"]
    assert [letter["kind"] for letter in lines["letters"]] == ["review_request", "confirmation"]


class _Blobs:
    """Bytes that are their own name; `gone` has none."""

    def get(self, sha256: str) -> bytes:
        if sha256 == "gone":
            raise JournalBroken("the bytes of gone are gone")
        return sha256.encode()


class _Letters(InlineOpener):
    """Opens a name to itself, backwards; slow enough that each process has its share."""

    def __init__(self) -> None:
        self._blobs = _Blobs()  # type: ignore[assignment]

    def open_bytes(self, raw: bytes) -> Any:
        time.sleep(0.005)
        return raw.decode()[::-1]

    def close(self) -> None:
        pass


def _wait_for_the_second(opener: AheadOpener) -> None:
    assert opener._started().submit(opening_process._ready).result()


def _names(count: int) -> list[str]:
    return [f"{number:04}" for number in range(count)]


@pytest.mark.parametrize(
    "count", [0, 1, opening_process._WORTH_A_PROCESS - 1, opening_process._WORTH_A_PROCESS, 300]
)
def test_messages_come_opened_in_the_order_given(count: int) -> None:
    opener = AheadOpener(_Letters(), _Letters)
    try:
        found: list[Any] = [one for one in opener.open_all(_names(count)) if one]
        _wait_for_the_second(opener)
        again: list[Any] = [one for one in opener.open_all(_names(count)) if one]
    finally:
        opener.close()

    assert found == again == [name[::-1] for name in _names(count)]


def test_lost_bytes_are_told_in_their_turn_after_all_that_came_before() -> None:
    opener = AheadOpener(_Letters(), _Letters)
    found: list[Any] = []
    try:
        _wait_for_the_second(opener)
        with pytest.raises(JournalBroken):
            found.extend(opener.open_all([*_names(60), "gone"]))
    finally:
        opener.close()

    assert [one for one in found if one] == [name[::-1] for name in _names(60)]
