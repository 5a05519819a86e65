"""What Chinese clerks write of payments, of objections and of what they will pay, and beside each what only looks like it."""

from typing import Any

import pytest

from tests.test_extract_read import LOADED, _payment, _read


@pytest.mark.table("reading_chinese")
def test_chinese_mail_reads_as_a_clerk_reads_it(case: dict[str, Any]) -> None:
    reading = _read(
        {"senders": ["HUAXIN"], "subject": "付款", "sent": "2026-11-09T10:00:00+08:00", **case}, *LOADED
    )
    wanted = case.get("payments", [])
    got = [_payment(payment) for payment in reading.payments]
    shown = [{key: payment[key] for key in want} for payment, want in zip(got, wanted, strict=False)]
    assert (shown, len(got)) == (wanted, len(wanted)), reading.warnings
    disputes = [f"{one.invoice} {one.amount or ''}".strip() for one in reading.disputes]
    promises = [f"{one.invoice} {one.promised_on} {one.amount or ''}".strip() for one in reading.promises]
    assert (disputes, promises) == (case.get("disputes", []), case.get("promises", []))
    if "kind" in case:
        assert reading.kind == case["kind"]
    if "language" in case:
        assert reading.language == case["language"]
