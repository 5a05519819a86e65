"""MT940 and MT942 in the dialects of German, Dutch, Chinese and American banks."""

from typing import Any

import pytest

from agent.facts.documents import Fault, Unread
from tests.structured_reads import check, must_read, read


def test_structured_mt940(case: dict[str, Any]) -> None:
    check({"kind": "bank_statement", **case}, case["content"])


@pytest.mark.table("structured_mt940")
def test_line_ends_and_swift_blocks_change_nothing(case: dict[str, Any]) -> None:
    plain = must_read(case["content"])
    crlf = must_read(case["content"].replace("\n", "\r\n"))
    block = must_read(
        "{1:F01EPCBDEFFAXXX0000000000}{2:O9400000N}{4:\n" + case["content"].lstrip() + "-}{5:}\n"
    )
    assert crlf == plain
    assert [payment.amount for payment in block.payments] == [payment.amount for payment in plain.payments]
    assert block.warnings == plain.warnings or len(block.warnings) == len(plain.warnings)


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("北岸五金有限公司", "utf-8"),
        ("北岸五金有限公司", "gb18030"),
        ("MÜLLER SÖHNE", "latin-1"),
        ("MÜLLER", "utf-8-sig"),
    ],
)
def test_the_charset_is_found(name: str, encoding: str) -> None:
    entry = f":61:260102C5,00NTRFNONREF\n:86:/NAME/{name}/REMI/x\n"
    text = f":20:X\n:25:1/2\n:60F:C260101CNY0,\n{entry}:62F:C260102CNY5,\n"
    assert must_read(text.encode(encoding)).payments[0].payer == name


def statement(entries: int) -> str:
    lines = ":61:260102D1,00NMSCNONREF\n" * entries
    return f":20:X\n:25:1/2\n:60F:C260101EUR{entries},\n{lines}:62F:C260102EUR0,\n"


@pytest.mark.parametrize(("entries", "is_read"), [(50_000, True), (50_001, False)])
def test_as_many_entries_as_the_limit_are_read(entries: int, is_read: bool) -> None:
    found = read(statement(entries))
    assert isinstance(found, Unread) is not is_read
    assert is_read or (isinstance(found, Unread) and found.fault == Fault.TOO_LARGE)


def test_a_file_without_one_entry_that_can_be_read_is_broken() -> None:
    found = read(":20:X\n:25:1/2\n:60F:C260101EUR0,\n:61:garbage\n:62F:C260102EUR0,\n")
    assert isinstance(found, Unread)
    assert (found.fault, "line 4" in found.detail) == (Fault.BROKEN, True)


def test_a_statement_without_entries_has_no_payments() -> None:
    found = must_read(":20:X\n:25:1/2\n:28C:1/1\n:60F:C260101EUR0,\n:62F:C260102EUR0,\n")
    assert (found.payments, found.warnings) == ((), ())
