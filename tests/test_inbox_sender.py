"""A From header is an identity only where it can be read in one way."""

from typing import Any

from agent.inbox.sender import read_sender


def test_sender(case: dict[str, Any]) -> None:
    """The address and name that may be shown, and why the header is no identity."""
    sender = read_sender(case["from"])
    assert sender.address.address == case["address"]
    assert sender.address.name == case.get("display", sender.address.name)
    assert case.get("fault", "") in sender.fault
    assert bool(sender.fault) == ("fault" in case)


def test_a_from_header_of_any_length_is_answered_at_once() -> None:
    """A long header is refused; nothing in it is read twice."""
    sender = read_sender(["a" * 100_000 + "@x.example"])
    assert sender.address.address == ""
    assert "too long" in sender.fault
