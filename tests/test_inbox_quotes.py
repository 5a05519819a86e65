"""Own words, quoted words and forwarded mails are told apart as mail programs of all languages mark them."""

from typing import Any

import pytest

from agent.facts.mail import Line
from agent.inbox.quotes import split
from agent.markup import blocks
from tests.mails import RULES, lines, shown


def test_split(case: dict[str, Any]) -> None:
    """What is own, whom the header block names, and what stands below it."""
    body = blocks(case["html"]) if "html" in case else lines(case["text"].strip("\n"))
    taken = split(body, RULES.quotes)
    assert shown(taken.own) == case["own"].strip("\n")
    assert (taken.header is not None) == ("author" in case)
    if taken.header:
        assert taken.header.sender.address == case["author"]
    if "below" in case:
        assert shown(taken.forwarded) == case["below"].strip("\n")
    assert taken.is_marked_forward == case.get("marked", False)


def test_own_and_quoted_together_are_the_whole_body() -> None:
    """Nothing that was written is lost but blank lines."""
    body = lines("Hi\n\nPaid.\n> old\nmore\n\nOn 2 Nov 2026 A wrote:\n> older\n")
    taken = split(body, RULES.quotes)
    texts = [block.text for block in (*taken.own, *taken.quoted) if isinstance(block, Line) and block.text]
    assert sorted(texts) == sorted(["Hi", "Paid.", "more", "old", "older", "On 2 Nov 2026 A wrote:"])


@pytest.mark.timeout(10)
def test_lines_made_to_be_slow_are_not() -> None:
    """No pattern of the rules takes more than linear time on a line."""
    hostile = [
        "On " + "1 wrote " * 70 + ":",
        "在" + "1" * 590 + "写:",
        "From: " + "a@" * 290,
        "-" * 600,
        "-" * 300 + " forwarded " * 20,
        "Am " + "schrieb " * 70 + ":",
        "<" + "a" * 200 + "@" + "b" * 300 + "> wrote :x:",
    ]
    split(lines("\n".join(hostile * 300)), RULES.quotes)
