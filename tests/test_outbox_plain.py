"""Text of 72 columns, and the small pieces it is made of."""

from typing import Any

import pytest

from agent.money import Money
from agent.outbox.blocks import Line, Paragraph, blocks
from agent.outbox.capitals import capitals
from agent.outbox.clean import clean, quotable
from agent.outbox.plain import plain, width, wrapped
from agent.outbox.tables import Table


@pytest.mark.table("letter_wrapped")
def test_lines_are_broken_where_they_may_be(case: dict[str, Any]) -> None:
    assert wrapped(case["text"], case["columns"]) == case["lines"]


def table(*rows: tuple[str, ...], headings: tuple[str, ...], right: tuple[int, ...] = ()) -> str:
    is_right = tuple(n in right for n in range(len(headings)))
    return plain(
        [
            Table(
                caption="T",
                headings=headings,
                is_right=is_right,
                is_whole=is_right,
                rows=rows,
                total=(),
                more="",
            )
        ]
    )


def test_columns_stand_below_each_other_in_any_script() -> None:
    lines = table(("INV-1", "1.00"), ("发票一", "20.00"), headings=("发票", "金额"), right=(1,)).split("\n")
    assert lines[2:6] == ["发票     金额", "------  -----", "INV-1    1.00", "发票一  20.00"]
    assert len({width(line) for line in lines[2:6]}) == 1


def test_words_give_way_before_invoice_numbers_do() -> None:
    text = table(("INV-0123456789", "long words " * 12, "1.00"), headings=("I", "Note", "A"), right=(2,))
    assert "INV-0123456789" in text
    assert max(map(width, text.split("\n"))) <= 72


def test_a_table_too_wide_for_columns_is_set_as_lines() -> None:
    row = tuple("1,234,567,890,123.45" for _ in range(4))
    text = table(row, headings=("A", "B", "C", "D"), right=(0, 1, 2, 3))
    assert "A: 1,234,567,890,123.45\nB: 1,234" in text
    assert max(map(width, text.split("\n"))) <= 72


def test_a_template_is_paragraphs_boxes_answers_and_tables() -> None:
    text = "\nOne\ntwo\n\n\n> Ask?\n> 1A. Yes\n> - Point\nAfter\n"
    assert blocks(text, ()) == (
        Paragraph(lines=(Line(label="", text="One"), Line(label="", text="two")), is_boxed=False),
        Paragraph(
            lines=(
                Line(label="", text="Ask?"),
                Line(label="1A.", text="Yes"),
                Line(label="-", text="Point"),
            ),
            is_boxed=True,
        ),
        Paragraph(lines=(Line(label="", text="After"),), is_boxed=False),
    )


@pytest.mark.table("letter_clean")
def test_a_value_is_one_visible_line(case: dict[str, Any]) -> None:
    assert clean(case["text"], case.get("limit", 80)) == case["clean"]


@pytest.mark.table("letter_quotable")
def test_a_strangers_words_carry_no_way_to_pay_or_click(case: dict[str, Any]) -> None:
    assert quotable(case["text"]) == case["quotable"]


@pytest.mark.table("letter_capitals")
def test_renminbi_in_capitals(case: dict[str, Any]) -> None:
    assert capitals(Money.parse(case["name"])) == case["capitals"]
