"""A bank's or an EDI partner's payment gets the documents that its lines or its text name, as the ledger spells them."""

from decimal import Decimal
from typing import Any

import pytest

from agent.extract.reading.formats import anchored
from agent.extract.text.references import Finder
from agent.facts.readings import PaidLine, PaymentRead
from agent.ledger.numbers import Numbers
from tests.match_builders import item_of
from tests.structured_reads import line
from tests.test_extract_read import LOADED


def test_formats(case: dict[str, Any]) -> None:
    """Lines are written "NUMBER AMOUNT"; without senders, as in a bank's statement, a shortened line stays as it is."""
    ledger, vocabulary = LOADED
    said = [one.rsplit(maxsplit=1) for one in case.get("said", [])]
    payment = PaymentRead(
        amount=Decimal(case["amount"]), currency=case.get("currency", "USD"), paid_on=None, text=case.get("text", ""),
        charges=Decimal(case["charges"]) if "charges" in case else None,
        lines=tuple(
            PaidLine(invoice=number, amount=None if amount == "None" else Decimal(amount)) for number, amount in said
        ),
    )  # fmt: skip
    read = anchored(payment, Finder(ledger, case.get("senders", []), vocabulary))
    assert [line(one) for one in read.lines] == case["lines"]
    assert [f"{check}" for check in read.checks] == case.get("checks", [])


@pytest.mark.parametrize(
    ("text", "is_named"),
    [("161126", False), ("16.11.26 161126", False), ("2026-11-16", False), ("161399", True)],
)
def test_a_day_is_no_number(text: str, is_named: bool) -> None:
    items = {
        number: item_of({"no": number, "amount": "5.00"}) for number in ("A161126", "B161399", "C20261116")
    }
    ledger = Numbers(items, {})
    for item in items.values():
        ledger.add(item)
    payment = PaymentRead(amount=Decimal("5.00"), currency=None, paid_on=None, text=text)
    read = anchored(payment, Finder(ledger, (), LOADED[1]))
    assert [one.invoice for one in read.lines] == (["B161399"] if is_named else [])
