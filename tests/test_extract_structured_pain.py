"""pain.001 payment orders and remt.001 remittance advices."""

from typing import Any

from agent.facts.documents import Fault, Unread
from tests.structured_reads import check, must_read, read


def test_structured_pain(case: dict[str, Any]) -> None:
    check({"kind": "remittance", **case}, case["content"].strip())


ORDER = """<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"><CstmrCdtTrfInitn><PmtInf>
<CdtTrfTxInf><Amt><InstdAmt Ccy="EUR">1.00</InstdAmt></Amt></CdtTrfTxInf>
<CdtTrfTxInf><Amt><InstdAmt Ccy="EUR">2.00</InstdAmt></Amt></CdtTrfTxInf></PmtInf>
</CstmrCdtTrfInitn></Document>"""


def test_an_order_cut_off_keeps_its_whole_payments_and_says_so() -> None:
    found = must_read(ORDER[: ORDER.rindex("<Amt>")])
    assert [f"{payment.amount}" for payment in found.payments] == ["1.00"]
    assert "the 1 payments before it were read" in found.warnings[0]


def test_an_order_cut_off_in_its_first_payment_is_broken() -> None:
    found = read(ORDER[: ORDER.index("<Amt>")])
    assert isinstance(found, Unread)
    assert found.fault == Fault.BROKEN
