"""Bytes of which nobody says the charset are read as what people write, and guessed only where they are sure."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.extract.files.charset import text_of
from agent.undeclared import guessed

BANK = "苏州铭远精密机械有限公司"


@pytest.mark.table("undeclared")
def test_a_text_is_read_in_the_charset_that_it_is_in(case: dict[str, Any]) -> None:
    for text in case["texts"]:
        got = guessed(text.encode(case["charset"]))
        if case.get("is_unsure", False):
            assert got is None, (text, got)
        else:
            assert got is not None, text
            assert got.text == text


def test_a_hanzi_that_a_bank_cut_in_two_costs_that_hanzi_alone() -> None:
    cut = BANK.encode("gb18030")[:-1] + b",88.00\r\n"
    rows = "户名,金额\r\n".encode("gb18030") + cut + f"{BANK},99.00\r\n".encode("gb18030") * 9
    text = text_of(rows)
    assert text.startswith(f"户名,金额\n{BANK[:-1]}")
    assert text.count("\ufffd") == 1
    assert ",88.00\n" in text
    assert text.endswith(f"{BANK},99.00\n")


@pytest.mark.parametrize(
    ("charset", "named", "text"),
    [
        ("big5", "big5", "金額"),
        ("shift_jis", "Shift_JIS", "田中"),
        ("gb18030", "gb2312", "喆"),
        ("cp1252", "iso-8859-1", "Grüße"),
        ("gb18030", "utf-8", "付款通知"),  # it says so and is not
        ("utf-8", "iso-8859-1", "Grüße"),
        ("utf-8", "x-unheard-of", "付款"),
    ],
)
def test_a_page_says_its_charset_itself(charset: str, named: str, text: str) -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={named}"></head><body>{text}'
    assert text_of(page.encode(charset), is_html=True) == page


@given(st.binary(max_size=300))
def test_no_bytes_make_it_raise(content: bytes) -> None:
    text_of(content)
    text_of(content, is_html=True)
