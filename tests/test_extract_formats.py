"""A bank's or an EDI partner's payment gets the documents that its lines or its text name, as the ledger spells them."""

from decimal import Decimal
from typing import Any

from agent.extract.reading.formats import anchored
from agent.extract.text.references import Finder
from agent.facts.readings import PaidLine, PaymentRead
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
