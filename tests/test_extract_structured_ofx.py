"""OFX bank statements, SGML and XML."""

from typing import Any

from agent.facts.documents import Fault, Unread
from tests.structured_reads import check, must_read, read


def test_structured_ofx(case: dict[str, Any]) -> None:
    check({"kind": "bank_statement", **case}, case["content"].lstrip())


HEAD = "OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKTRANLIST>"
ENTRY = "<STMTTRN><TRNTYPE>DEP<TRNAMT>5<FITID>1</STMTTRN>"


def test_a_file_cut_off_keeps_its_whole_entries_and_says_so() -> None:
    found = must_read(HEAD + ENTRY + ENTRY[:30])
    assert len(found.payments) == 1
    assert "ends before </OFX>" in found.warnings[0]


def test_a_file_cut_off_before_its_first_entry_ends_is_broken() -> None:
    found = read(HEAD + ENTRY[:30])
    assert isinstance(found, Unread)
    assert found.fault == Fault.BROKEN
