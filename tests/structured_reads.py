"""What a structured read says in plain words, so that a table can say what it should."""

from html import unescape
from typing import Any

from agent.extract.structured import read_structured
from agent.facts.documents import Unread
from agent.facts.mail import Part
from agent.facts.readings import PaidLine, PaymentRead, StructuredRead


def read(content: str | bytes) -> StructuredRead | Unread | None:
    """Read this content as an attachment whose name and type tell nothing."""
    if isinstance(content, str):
        content = content.encode()
    return read_structured(Part(name="attachment", content_type="application/octet-stream", content=content))


def must_read(content: str | bytes) -> StructuredRead:
    """The same, where it is known to be readable."""
    found = read(content)
    assert isinstance(found, StructuredRead), found
    return found


def check(case: dict[str, Any], content: str | bytes) -> None:
    """The case's payments, field by field that it names, its kind and its warnings (each by a part of it)."""
    found = must_read(content)
    payments = [payment for payment in found.payments if not payment.is_returned]
    returned = [payment for payment in found.payments if payment.is_returned]
    for read, stated in ((payments, case["payments"]), (returned, case.get("returned", []))):
        got = [told(payment, wanted) for payment, wanted in zip(read, stated, strict=False)]
        assert got == stated, got
        assert len(read) == len(stated), read[-1]
    assert found.kind == case.get("kind", found.kind), found.kind
    wanted_warnings = case.get("warnings", [])
    assert len(found.warnings) == len(wanted_warnings), found.warnings
    assert all(part in warning for part, warning in zip(wanted_warnings, found.warnings, strict=True)), (
        found.warnings
    )
    prove(found, content)


def told(payment: PaymentRead, wanted: dict[str, Any]) -> dict[str, Any]:
    """The fields of a payment that the table names, as the table writes them."""
    plain: dict[str, Any] = {
        "amount": f"{payment.amount}",
        "currency": payment.currency or "",
        "date": f"{payment.paid_on or ''}",
        "method": payment.method or "",
        "reference": payment.reference or "",
        "others": list(payment.other_references),
        "payer": payment.payer or "",
        "account": payment.payer_account or "",
        "payee": payment.payee or "",
        "text": payment.text,
        "lines": [line(each) for each in payment.lines],
        "checks": [f"{each}" for each in payment.checks],
        "lines_total": f"{payment.lines_total}",
    }
    return {name: plain[name] for name in wanted}


def line(each: PaidLine) -> str:
    """ "INV-1 100.00", with its discount, deduction and reason where it has them."""
    words = [each.invoice, f"{each.amount}"]
    words += [f"discount {each.discount}"] if each.discount else []
    words += [f"deduction {each.deduction}"] if each.deduction else []
    words += [each.reason] if each.reason else []
    return " ".join(words)


def prove(found: StructuredRead, content: str | bytes) -> None:
    """Every payment shows its amount, and every span stands in the content, on the line that it names."""
    text = content if isinstance(content, str) else content.decode("utf-8", errors="replace")
    text = unescape(text)
    lines = text.splitlines()
    for payment in found.payments:
        assert payment.amount is None or "amount" in {span.field for span in payment.evidence}
        for span in payment.evidence:
            number = int(span.box[1])
            assert number >= 1
            if span.box[0] == 0:  # by line; else an X12 element
                rest = "".join(lines[number - 1 :])
                assert "".join(span.text.split()) in "".join(rest.split()), span
            else:
                assert span.text in text
