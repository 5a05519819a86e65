"""What people say of one payment in one sentence: that it was made, or anything else."""

from typing import Any

import pytest

from tests.test_extract_read import LEDGER, LOADED, _read


def _paid(sender: str, sentence: str) -> list[tuple[str, str]]:
    """The sums and documents that a mail of this sentence pays."""
    case = {
        "senders": [sender],
        "subject": "hello",
        "body": f"Hello Priya,\n\n{sentence}\n\nKind regards",
    }
    reading = _read(case, *LOADED)
    return [
        (str(one.amount), line.invoice) for one in reading.payments for line in one.lines or (None,) if line
    ]


@pytest.mark.table("affirmed")
def test_a_payment_is_read_where_a_sentence_says_that_it_was_made(case: dict[str, Any]) -> None:
    billed = {number: amount.split()[0].removesuffix(".00") for number, amount, _ in LEDGER[case["sender"]]}
    missed = [
        sentence
        for sentence in case["paid"]
        if [(sum_.removesuffix(".00"), number) for sum_, number in _paid(case["sender"], sentence)]
        != [(billed[number], number) for number in billed if number in sentence]
    ]
    assert missed == []


@pytest.mark.table("affirmed")
def test_no_payment_is_read_where_a_sentence_says_something_else(case: dict[str, Any]) -> None:
    assert [sentence for sentence in case["unpaid"] if _paid(case["sender"], sentence)] == []


@pytest.mark.table("followed")
def test_what_stands_behind_a_payment_mostly_leaves_it_as_it_is(case: dict[str, Any]) -> None:
    changed = [one for one in case["harmless"] if len(_paid(case["sender"], f"{case['told']} {one}")) != 1]
    assert changed == []


@pytest.mark.table("followed")
def test_what_stands_behind_a_payment_may_take_it_back(case: dict[str, Any]) -> None:
    assert [one for one in case["undone"] if _paid(case["sender"], f"{case['told']} {one}")] == []
