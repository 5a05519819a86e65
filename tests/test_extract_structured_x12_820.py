"""X12 820 with the delimiters, adjustments and envelopes of several senders."""

from typing import Any

import pytest

from agent.facts.documents import Fault, Unread
from tests.structured_reads import check, must_read, read


def isa(separator: str, terminator: str, component: str) -> str:
    elements = ("00", " " * 10, "00", " " * 10, "ZZ", "SENDER".ljust(15), "ZZ", "HARBOUR".ljust(15))
    tail = ("260302", "1200", "U", "00401", "000000007", "0", "P", component)
    return separator.join(("ISA", *elements, *tail)) + terminator


def interchange(
    body: str, separator: str = "*", terminator: str = "~", component: str = ">", after: str = ""
) -> str:
    """The table's segments (one a line, with *) in these delimiters and an envelope with right counts."""
    segments = [line.strip() for line in body.strip().splitlines()]
    sets: list[list[str]] = []
    for segment in segments:
        if segment == "ST":
            sets.append([f"ST*820*{len(sets) + 1:04}"])
        else:
            sets[-1].append(segment)
    for number, each in enumerate(sets, 1):
        each.append(f"SE*{len(each) + 1}*{number:04}")
    whole = ["GS*RA*A*B*20260302*1200*7*X*004010", *(s for each in sets for s in each)]
    whole += [f"GE*{len(sets)}*7", "IEA*1*000000007"]
    rest = "".join(segment.replace("*", separator) + terminator + after for segment in whole)
    return isa(separator, terminator, component) + after + rest


def test_structured_x12_820(case: dict[str, Any]) -> None:
    check({"kind": "remittance", **case}, interchange(case["body"]))


@pytest.mark.table("structured_x12_820")
@pytest.mark.parametrize(
    "delimiters",
    [
        ("|", "~", ">", "\r\n"),
        ("^", "\n", "<", ""),
        ("\x1d", "\x1c", "\x1f", ""),
        ("*", "\r\n", ":", ""),
        ("*", "'", ":", "\n"),
    ],
    ids=("pipes", "newlines", "control", "crlf", "quotes"),
)
def test_the_delimiters_are_read_from_isa(
    case: dict[str, Any], delimiters: tuple[str, str, str, str]
) -> None:
    assert (
        must_read(interchange(case["body"], *delimiters)).payments
        == must_read(interchange(case["body"])).payments
    )


BODY = "ST\nBPR*C*10.00*C*ACH************20260303\nTRN*1*T-1\nENT*1\nRMR*IV*A-1**10.00"


@pytest.mark.parametrize(
    ("right", "wrong", "warning"),
    [
        ("SE*6*0001", "SE*7*0001", "transaction 0001: SE counts 7, there are 6"),
        ("GE*1*7", "GE*2*7", "group 7: GE counts 2, there are 1"),
        ("SE*6*0001", "SE*6*0001", ""),
        ("SE*6*0001", "SE*06*0001", ""),
    ],
)
def test_counts_that_do_not_agree_are_told(right: str, wrong: str, warning: str) -> None:
    text = interchange(BODY)
    assert right in text
    found = must_read(text.replace(right, wrong))
    assert [f"{payment.amount}" for payment in found.payments] == ["10.00"]
    assert found.warnings == ((warning,) if warning else ())


def test_a_set_without_its_end_is_left_out() -> None:
    text = interchange(BODY + "\n" + BODY)
    found = must_read(text[: text.rindex("RMR")])
    assert len(found.payments) == 1
    assert "transaction 0002 has no SE segment" in found.warnings[0]


@pytest.mark.parametrize(
    "text",
    [
        interchange(BODY)[: interchange(BODY).index("RMR")],
        interchange(BODY).replace("BPR*C*10.00", "BPR*C*ten"),
        interchange(BODY).replace("BPR*", "BPX*"),
        "ISA*00~ST*820*0001~",
    ],
    ids=("cut off", "no amount", "no BPR", "no delimiters"),
)
def test_an_820_in_which_nothing_can_be_read_is_broken(text: str) -> None:
    found = read(text)
    assert isinstance(found, Unread)
    assert found.fault == Fault.BROKEN


@pytest.mark.parametrize(
    ("order", "is_payment"),
    [
        ("C*10.00*C", True),
        ("I*10.00*C", True),
        ("D*10.00*C", True),
        ("C*10.00*D", False),
        ("P*0*C", False),
        ("H*0*C", False),
    ],
)
def test_what_moves_no_money_to_us_is_no_payment(order: str, is_payment: bool) -> None:
    found = must_read(interchange(BODY.replace("C*10.00*C", order)))
    assert (len(found.payments), found.kind) == ((1, "remittance") if is_payment else (0, "other"))


@pytest.mark.parametrize(("usage", "is_payment"), [("P", True), ("I", True), ("T", False)])
def test_an_interchange_marked_as_test_data_pays_nothing(usage: str, is_payment: bool) -> None:
    text = interchange(BODY).replace("*0*P*>", f"*0*{usage}*>")
    assert f"*{usage}*>" in text
    found = must_read(text)
    assert bool(found.payments) is is_payment
    assert any("test data" in warning for warning in found.warnings) is not is_payment
