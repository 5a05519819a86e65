"""Tests of agent.match.payment: every row of the contract's table that concerns matching, both sides of each boundary."""

from typing import Any

from tests.match_builders import expected, in_short, matched

Case = dict[str, Any]


def test_match_named(case: Case) -> None:
    """Items that the document names, their amounts, what is written off and what is asked."""
    assert in_short(matched(case), case["want"]) == expected(case["want"])


def test_match_discount(case: Case) -> None:
    """Early-payment discount, by the item's own terms and the payment's date."""
    assert in_short(matched(case), case["want"]) == expected(case["want"])


def test_match_fees(case: Case) -> None:
    """What banks keep on the way, and the limits of customer groups."""
    assert in_short(matched(case), case["want"]) == expected(case["want"])


def test_match_picture(case: Case) -> None:
    """A payment that was read from a picture is booked where documents and ledger prove it, else by a person alone."""
    assert in_short(matched(case), case["want"]) == expected(case["want"])


def test_match_lump(case: Case) -> None:
    """A sum that names no item."""
    assert in_short(matched(case), case["want"]) == expected(case["want"])


def test_match_repeat(case: Case) -> None:
    """The same payment told again, answers, and replacements."""
    assert in_short(matched(case), case["want"]) == expected(case["want"])


def test_match_link(case: Case) -> None:
    """Bank entries and advised payments."""
    assert in_short(matched(case), case["want"]) == expected(case["want"])
