"""HTML reads as a person sees it, and no HTML takes long."""

import time
from typing import Any

import pytest

from agent.facts.mail import Grid
from agent.markup import MOST_ROWS, MOST_TEXT, blocks
from tests.mails import shown


def test_markup(case: dict[str, Any]) -> None:
    """Lines and tables of a piece of HTML."""
    assert shown(blocks(case["html"])) == case["text"].strip("\n")


def test_a_table_in_a_quotation_is_quoted() -> None:
    """Its depth is that of where it stands."""
    (table,) = blocks("<blockquote><table><tr><td>No<td>Paid<tr><td>7<td>50</table></blockquote>")
    assert isinstance(table, Grid)
    assert table.depth == 1


BOMBS = {
    "nested blocks": "<div>" * 200_000 + "x",
    "nested quotations": "<blockquote>" * 80_000 + "x",
    "nested tables": "<table><tr><td>" * 60_000 + "x",
    "unclosed fonts": "<p>" + "".join(f"<font a={n}>" for n in range(400)) + "</p>" + "<p>a</p>" * 20_000,
    "a wide span": "<table>" + "<tr><td colspan=99999 rowspan=99999>a<td>b" * 3_000 + "</table>",
    "many rows": "<table>" + "<tr><td>INV-7<td>50.00" * 40_000 + "</table>",
    "an open tag": "<" * 500_000,
    "attributes": "<p " + "style='a' " * 100_000 + ">x",
    "entities": "&nbsp;" * 300_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_html_made_to_be_slow_is_not(name: str) -> None:
    """Each is read, or refused, within seconds."""
    start = time.perf_counter()
    blocks(BOMBS[name])
    assert time.perf_counter() - start < 5


def test_nesting_beyond_what_mail_programs_write_is_refused() -> None:
    """A thread of sixty replies is read; ten thousand nested blocks are not."""
    assert shown(blocks("<blockquote><div><div>" * 60 + "deep")).endswith("> deep")
    assert blocks("<div>" * 10_000 + "x") == ()


def test_text_and_rows_end_at_their_limits() -> None:
    """What is beyond is not read; nothing fails."""
    text = "".join(line.text for line in blocks("<p>" + "x" * (MOST_TEXT + 10)) if not isinstance(line, Grid))
    assert len(text) == MOST_TEXT
    rows = blocks("<table>" + "<tr><td>7<td>50" * (MOST_ROWS + 10) + "</table>")
    assert sum(len(block.rows) for block in rows if isinstance(block, Grid)) == MOST_ROWS
