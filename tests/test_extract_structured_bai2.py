"""BAI2 balance reports."""

from typing import Any

from tests.structured_reads import check


def test_structured_bai2(case: dict[str, Any]) -> None:
    check({"kind": "bank_statement", **case}, case["content"].lstrip())
