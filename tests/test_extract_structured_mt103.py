"""SWIFT MT103 as payers send it: with and without blocks, several in a file, and what pays nothing."""

from time import process_time
from typing import Any

import pytest

from agent.extract.structured.fin_print import is_printed
from tests.structured_reads import check, must_read, read


def test_structured_mt103(case: dict[str, Any]) -> None:
    check({"kind": "remittance", **case}, case["content"].strip())


ORDER = ":20:FT1\n:32A:261104EUR10,\n:50K:ANNA\n:59:HARBOUR SUPPLY CO\n:70:INV-1\n"


@pytest.mark.parametrize(
    "text",
    [
        ORDER.replace("\n", "\r\n"),
        ORDER.replace("\n", "\r"),
        "Copy of your order\n\n" + ORDER,
        ORDER + "-\n",
        ORDER.strip(),
    ],
    ids=("crlf", "cr", "words before it", "closed", "no last newline"),
)
def test_lines_end_as_they_may(text: str) -> None:
    assert [(f"{one.amount}", one.text) for one in must_read(text).payments] == [("10.00", "INV-1")]


@pytest.mark.parametrize("gone", [":20:FT1", ":32A:261104EUR10,", ":59:HARBOUR SUPPLY CO"])
def test_what_lacks_reference_amount_or_beneficiary_is_no_mt103(gone: str) -> None:
    assert read(ORDER.replace(gone, "")) is None


def test_a_statement_that_looks_alike_is_read_as_a_statement() -> None:
    statement = ":20:S\n:25:1\n:60F:C261101EUR0,\n:61:261104C10,NTRFX\n:62F:C261104EUR10,\n" + ORDER
    assert must_read(statement).kind == "bank_statement"


def test_every_cut_is_read_or_left_to_others_but_never_fails() -> None:
    whole = "{1:F01BANKDEFFAXXX4711123456}{2:I103HARBUS33XXXXN}{4:\n" + ORDER + "-}{5:{MAC:0}}"
    for size in range(len(whole)):
        read(whole[:size])


def test_empty_lines_below_an_order_take_no_time() -> None:
    begun = process_time()
    assert not is_printed(":20:A\n:32A:261109USD1,\n" + "\n" * 40_000)
    assert process_time() - begun < 2
