"""Words with boxes become rows of cells."""

import time

from agent.extract.paper.geometry import rows
from agent.facts.documents import Word


def word(text: str, left: float, top: float, *, height: float = 12, width: float | None = None) -> Word:
    width = 6.0 * len(text) if width is None else width
    return Word(text=text, box=(left, top, left + width, top + height))


def texts(*words: Word, walls: tuple[tuple[float, float, float], ...] = ()) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in rows(words, 1, walls)]


def test_baselines_a_little_apart_are_one_line() -> None:
    assert texts(word("INV-1", 0, 10), word("100.00", 100, 15.9)) == [["INV-1", "100.00"]]
    assert texts(word("INV-1", 0, 10), word("100.00", 100, 16.1)) == [["INV-1"], ["100.00"]]


def test_a_superscript_belongs_to_its_line() -> None:
    got = texts(
        word("Amount", 0, 10), word("1)", 36, 8, height=7, width=6), word("5.00", 100, 10), word("x", 0, 24)
    )
    assert got == [["Amount1)", "5.00"], ["x"]] or got == [["Amount 1)", "5.00"], ["x"]]


def test_a_tall_word_beside_two_small_lines_glues_neither() -> None:
    logo = word("ACME", 0, 0, height=26)
    got = texts(logo, word("Main Road 1", 200, 1, height=10), word("Springfield", 200, 13, height=10))
    assert got == [["Main Road 1"], ["ACME", "Springfield"]]


def test_columns_side_by_side_share_rows_and_stay_apart() -> None:
    got = texts(
        word("London", 0, 0),
        word("Date:", 300, 2),
        word("3", 350, 2),
        word("Paris", 0, 14),
        word("Ref", 300, 16),
    )
    assert got == [["London", "Date:", "3"], ["Paris", "Ref"]]


def test_a_gap_parts_cells_where_it_is_wider_than_spaces() -> None:
    # spaces of 3 points on lines of 12: the least gap between cells is 0.45 heights = 5.4 points
    left, near, far = word("Invoice", 0, 0), word("number", 47.3, 0), word("number", 47.5, 0)
    assert texts(left, near) == [["Invoice number"]]
    assert texts(left, far) == [["Invoice", "number"]]


def test_wide_spaces_of_a_typewriter_part_no_cells() -> None:
    line = [word("one", 0, 0), word("two", 24, 0), word("three", 48, 0), word("four", 84, 0)]  # spaces of 6
    assert texts(*line, word("next", 120, 0)) == [["one two three four", "next"]]


def test_a_wall_parts_words_however_near() -> None:
    line = (word("12", 0, 0), word("34", 14, 0))
    assert texts(*line) == [["12 34"]]
    assert texts(*line, walls=((13, 0, 12),)) == [["12", "34"]]
    assert texts(*line, walls=((13, 20, 40),)) == [["12 34"]]  # a wall of another line


def test_letters_set_apart_are_words() -> None:
    spaced = [word(letter, 10.0 * at, 0, width=6) for at, letter in enumerate("PAID")]
    then = [word(letter, 50 + 10.0 * at, 0, width=6) for at, letter in enumerate("9.50")]
    assert texts(*spaced, *then) == [["PAID", "9.50"]]
    assert texts(*spaced[:3]) == [["P A I"]]  # three may be initials


def test_letters_that_touch_are_a_word_where_many_do() -> None:
    # PDFium gives "1,5", "0", "0.0", "0" for the letters of a small page
    pieces = [("1,5", 0, 18), ("0", 18, 6), ("0.0", 24, 18), ("0", 42, 6), ("5", 60, 6)]
    line = [word(text, left, 0, width=width) for text, left, width in pieces]
    assert texts(*line, word("6", 66, 0, width=6)) == [["1,500.00", "56"]]
    assert texts(*line[:2]) == [["1,5 0"]]  # one seam may be a note
    assert texts(word("3", 0, 0, width=6), word("0", 6, 0, width=6)) == [
        ["30"]
    ]  # two letters that are a cell
    assert texts(word("3", 0, 0, width=6), word("0", 8, 0, width=6)) == [["3 0"]]


def test_a_line_stretched_to_the_margin_is_one_cell() -> None:
    words = [word("ab", 21.0 * at, 0, width=12) for at in range(8)]
    assert texts(*words) == [["ab ab ab ab ab ab ab ab"]]
    assert texts(*words[:6]) == [["ab"] * 6]  # too few gaps to know
    assert texts(*words[:7], word("ab", 151, 0, width=12)) == [["ab"] * 8]


def test_a_label_written_downwards_stands_on_each_of_its_rows() -> None:
    label = [word(hanzi, 0, 3 + 20 * at, width=12) for at, hanzi in enumerate("付款人")]
    values = [
        word("户名", 40, 0),
        word("甲公司", 100, 0),
        word("账号", 40, 40),
        word("123", 100, 40),
        word("Total", 0, 90),
    ]
    assert texts(*label, *values) == [["付款人", "户名", "甲公司"], ["付款人", "账号", "123"], ["Total"]]


def test_a_column_of_signs_is_no_label() -> None:
    signs = [word(hanzi, 0, 20 * at, width=12) for at, hanzi in enumerate("借贷借")]
    assert texts(*signs) == [["借"], ["贷"], ["借"]]


def test_text_drawn_twice_is_read_once() -> None:
    assert texts(word("Total", 0, 0), word("Total", 0.5, 0.3), word("Total", 80, 0)) == [["Total", "Total"]]


def test_a_full_page_is_read_in_no_time() -> None:
    page = [word("ab", 14.0 * (at % 100), 13.0 * (at // 100)) for at in range(2_000)]
    one_line = [word("ab", 14.0 * at, 0) for at in range(2_000)]
    started = time.process_time()
    assert len(rows(page, 1)) == 20
    assert len(rows(one_line, 1)) == 1
    assert time.process_time() - started < 0.5
