"""UBL RemittanceAdvice: either side's view of debit and credit, and what says no amount."""

import pytest

from agent.facts.documents import Unread
from tests.structured_reads import line, must_read, prove, read

HEAD = (
    '<RemittanceAdvice xmlns="urn:oasis:names:specification:ubl:schema:xsd:RemittanceAdvice-2"><ID>RA-1</ID>'
    "<DocumentCurrencyCode>EUR</DocumentCurrencyCode>{total}<AccountingCustomerParty><Party><PartyName><Name>Alder</Name></PartyName></Party>"
    "</AccountingCustomerParty><AccountingSupplierParty><Party><PartyName><Name>Harbour</Name></PartyName></Party></AccountingSupplierParty>"
    "<PaymentMeans><PaymentMeansCode>30</PaymentMeansCode><PaymentDueDate>2026-11-09</PaymentDueDate></PaymentMeans>{lines}</RemittanceAdvice>"
)


def advice(total: str, *rows: tuple[str, str, str]) -> str:
    """Rows: the kind of document, its number, and its amounts as elements."""
    lines = "".join(
        f"<RemittanceAdviceLine>{amounts}<BillingReference><{kind}DocumentReference><ID>{number}</ID>"
        f"</{kind}DocumentReference></BillingReference></RemittanceAdviceLine>"
        for kind, number, amounts in rows
    )
    stated = f'<TotalPaymentAmount currencyID="EUR">{total}</TotalPaymentAmount>' if total else ""
    return HEAD.format(total=stated, lines=lines)


def debit(amount: str) -> str:
    return f"<DebitLineAmount>{amount}</DebitLineAmount>"


def credit(amount: str) -> str:
    return f"<CreditLineAmount>{amount}</CreditLineAmount>"


INVOICE = ("Invoice", "INV-1", debit("100.00"))


@pytest.mark.parametrize(
    ("total", "rows", "lines", "checks"),
    [
        ("100.00", [INVOICE], ["INV-1 100.00"], ["sum"]),
        ("80.00", [INVOICE, ("CreditNote", "CN-1", credit("20.00"))], ["INV-1 100.00", "CN-1 -20.00"], ["sum"]),
        ("80.00", [("Invoice", "INV-1", credit("100.00")), ("Invoice", "INV-2", debit("20.00"))], ["INV-1 100.00", "INV-2 -20.00"], ["sum"]),
        ("90.00", [INVOICE], ["INV-1 100.00"], []),
        ("90.00", [("Invoice", "INV-1", "")], ["INV-1 90.00"], []),
        ("90.00", [], [], []),
    ],
    ids=("one", "a credit note", "from the other side", "does not sum", "no amount of the line", "no lines"),
)  # fmt: skip
def test_lines_are_read_from_the_side_that_makes_the_total(
    total: str, rows: list[tuple[str, str, str]], lines: list[str], checks: list[str]
) -> None:
    content = advice(total, *rows)
    found = must_read(content)
    [payment] = found.payments
    assert [line(one) for one in payment.lines] == lines
    assert [f"{check}" for check in payment.checks] == checks
    assert bool(found.warnings) is (lines == ["INV-1 100.00"] and not checks)
    said = (
        f"{payment.amount}",
        payment.currency,
        f"{payment.paid_on}",
        f"{payment.method}",
        payment.reference,
    )
    assert said == (f"{total}", "EUR", "2026-11-09", "wire", "RA-1")
    assert (payment.payer, payment.payee) == ("Alder", "Harbour")
    prove(found, content)


@pytest.mark.parametrize("total", ["", "0.00", "-5.00", "ten"])
def test_an_advice_without_an_amount_pays_nothing(total: str) -> None:
    found = must_read(advice(total, INVOICE))
    assert (found.payments, found.kind.value, len(found.warnings)) == ((), "other", 1)


def test_every_cut_is_read_or_refused_but_never_fails() -> None:
    whole = advice("100.00", INVOICE)
    for end in range(0, len(whole), 7):
        found = read(whole[:end])
        assert found is None or isinstance(found, Unread)
