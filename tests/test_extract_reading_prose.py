"""A payment counts only when a text affirms it as made or ordered, to us, of the documents that it names as paid."""

from typing import Any

import pytest

from agent.ledger.numbers import Numbers
from agent.rules.vocabulary import Vocabulary
from tests.test_extract_read import LOADED, _payment, _read


@pytest.fixture(scope="module")
def ledger() -> Numbers:
    return LOADED[0]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return LOADED[1]


@pytest.mark.table("reading_prose")
def test_only_what_is_affirmed_as_paid_is_read_as_paid(
    case: dict[str, Any], ledger: Numbers, vocabulary: Vocabulary
) -> None:
    case = {"subject": "Payment advice", **case}
    reading = _read(case, ledger, vocabulary)
    wanted = case.get("payments", [])
    got = [_payment(payment) for payment in reading.payments]
    shown = [{key: payment[key] for key in want} for payment, want in zip(got, wanted, strict=False)]
    assert (shown, len(got)) == (wanted, len(wanted))
    assert reading.kind.value == case.get("kind", "remittance" if wanted else "other")
    if "warns" in case:
        assert any(case["warns"] in warning for warning in reading.warnings)
    promises = [f"{one.invoice} {one.promised_on}" for one in reading.promises]
    assert promises == case.get("promises", [])
