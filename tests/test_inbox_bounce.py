"""A bounce tells which addresses were not reached, and with which letter."""

from typing import Any

from agent.facts.mail import Sort
from tests.mails import mail


def test_bounce(case: dict[str, Any]) -> None:
    """Reports by RFC 3464, and those in words."""
    got = mail(f"From: MAILER-DAEMON@orchard.example\nTo: ar@tidewater.example\n{case['raw']}")
    assert got.sort is Sort.BOUNCE
    assert list(got.bounced) == case["bounced"]
    assert got.bounced_message_id == case["message_id"]
    assert got.parts == ()
    assert (got.author, got.is_forward) == (got.sender, False)
    assert not got.answerable
