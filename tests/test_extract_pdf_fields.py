"""Forms that were filled in: values where they stand, however the file holds them; nothing that a person does not see."""

import pytest

from agent.extract.paper.pdf import read_pdf
from agent.facts.documents import Document
from tests.papers import raw_pdf, stream

WIDGET = b"<</Type/Annot/Subtype/Widget/Rect[160 695 360 712]/P 3 0 R/DA(/Helv 10 Tf 0 g)/T(f)"
TEXT = WIDGET + b"/FT/Tx/V(FT-991)"


def form(*annotations: bytes, page: bytes = b"", box: bytes = b"[0 0 600 800]") -> bytes:
    """A page of 600 by 800 points with the word Reference at 50, 700 and these annotations."""
    places = b" ".join(
        b"%d 0 R" % at for at, one in enumerate(annotations, start=6) if one.startswith(b"<</Type/Annot")
    )
    return raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[%s]/DR<</Font<</Helv 5 0 R>>>>/DA(/Helv 10 Tf 0 g)>>>>"
        % places,
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox%s/Contents 4 0 R/Resources<</Font<</Helv 5 0 R>>>>/Annots[%s]%s>>"
        % (box, places, page),
        stream(b"", b"BT /Helv 10 Tf 50 700 Td (Reference) Tj ET"),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        *annotations,
    )


def drawn(text: bytes) -> bytes:
    """An appearance stream."""
    dictionary = b"/Type/XObject/Subtype/Form/BBox[0 0 200 17]/Resources<</Font<</Helv 5 0 R>>>>"
    return stream(dictionary, b"BT /Helv 10 Tf 2 4 Td (%s) Tj ET" % text if text else b"")


def read(content: bytes) -> Document:
    document = read_pdf("form.pdf", content)
    assert isinstance(document, Document), document
    return document


def texts(content: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in read(content).rows]


NOTE = b"<</Type/Annot/Subtype/FreeText/Rect[160 695 360 712]/DA(/Helv 10 Tf 0 g)/Contents(paid FT-991)"


@pytest.mark.parametrize(
    ("content", "value"),
    [
        (form(TEXT + b">>"), "FT-991"),
        (form(TEXT + b"/F 4>>"), "FT-991"),
        (form(TEXT + b"/AP<</N 7 0 R>>>>", drawn(b"FT-991")), "FT-991"),
        (form(TEXT + b"/AP<</N 7 0 R>>>>", drawn(b"")), "FT-991"),
        (form(WIDGET + b"/FT/Tx/V(1234.5)/AP<</N 7 0 R>>>>", drawn(b"$ 1,234.50")), "$ 1,234.50"),
        (form(WIDGET + b"/FT/Tx/V<FEFF4ED86B3E>>>"), "付款"),
        (form(WIDGET + b"/FT/Tx/Ff 16777216/MaxLen 10/V(1234567890)>>"), "1234567890"),
        (form(WIDGET + b"/FT/Ch/Ff 131072/Opt[[(u)(US Dollar)][(e)(Euro)]]/V(e)>>"), "Euro"),
        (
            form(
                b"<</Type/Annot/Subtype/Widget/Rect[160 695 360 712]/P 3 0 R/Parent 7 0 R>>",
                b"<</FT/Tx/T(p)/V(FT-991)/DA(/Helv 10 Tf 0 g)/Kids[6 0 R]>>",
            ),
            "FT-991",
        ),
        (form(NOTE + b">>"), "paid FT-991"),
        (form(NOTE + b"/AP<</N 7 0 R>>>>", drawn(b"paid FT-991")), "paid FT-991"),
        (
            form(b"<</Type/Annot/Subtype/Stamp/Rect[160 695 360 712]/AP<</N 7 0 R>>>>", drawn(b"PAID 9 NOV")),
            "PAID 9 NOV",
        ),
    ],
    ids=[
        "value alone", "printed too", "appearance", "an empty appearance", "formatted", "utf-16", "comb", "choice",
        "inherited", "note", "note with appearance", "stamp",
    ],
)  # fmt: skip
def test_a_field_is_read_where_it_stands(content: bytes, value: str) -> None:
    document = read(content)
    assert [[cell.text for cell in row.cells] for row in document.rows] == [["Reference", value]]
    left, top, _, bottom = document.rows[0].cells[1].box
    assert 158 <= left <= 164
    assert 86 <= top < bottom <= 106
    assert document.warnings == ()


def test_lines_of_a_field_are_rows() -> None:
    tall = WIDGET.replace(b"[160 695 360 712]", b"[160 640 360 712]")
    for appearance in (b"", b"/AP<</N 7 0 R>>"):
        field = tall + b"/FT/Tx/Ff 4096/V(INV-1 100.00\\rINV-2 200.00)%s>>" % appearance
        assert texts(form(field, drawn(b""))) == [["Reference", "INV-1 100.00"], ["INV-2 200.00"]]


@pytest.mark.parametrize(
    "content",
    [
        form(TEXT + b"/F 2>>"),
        form(TEXT + b"/F 32>>"),
        form(TEXT + b"/F 36/AP<</N 7 0 R>>>>", drawn(b"FT-991")),
        form(NOTE + b"/F 2/AP<</N 7 0 R>>>>", drawn(b"paid FT-991")),
        form(TEXT.replace(b"[160 695 360 712]", b"[0 0 0 0]") + b">>"),
        form(TEXT.replace(b"[160 695 360 712]", b"[900 695 990 712]") + b"/AP<</N 7 0 R>>>>", drawn(b"")),
        form(WIDGET + b"/FT/Btn/V/Yes/AS/Yes>>"),
        form(b"<</Type/Annot/Subtype/Text/Rect[160 695 180 712]/Contents(FT-991)>>"),
        form(WIDGET + b"/FT/Tx/V()>>"),
        form(WIDGET + b"/FT/Tx/V(%s)/AP<</N 7 0 R>>>>" % (b"x" * 6_000), drawn(b"")),
    ],
    ids=["hidden", "not on the screen", "on paper alone", "hidden note", "no size", "beside the page", "box", "closed note", "empty", "too long"],
)  # fmt: skip
def test_what_a_person_does_not_see_is_not_read(content: bytes) -> None:
    assert texts(content) == [["Reference"]]


def test_a_password_is_stars() -> None:
    assert texts(form(WIDGET + b"/FT/Tx/Ff 8192/V(secret)>>")) == [["Reference", "******"]]


def test_a_field_that_shows_another_value_than_it_holds_is_told_and_neither_is_read() -> None:
    document = read(form(WIDGET + b"/FT/Tx/V(1,500.00)/AP<</N 7 0 R>>>>", drawn(b"900.00")))
    assert [row.text for row in document.rows] == ["Reference"]
    assert document.warnings == ("page 1: a field shows '900.00' and holds '1,500.00': neither was read",)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("origin", [(0, 0), (-100, -50), (1000, 2000)])
def test_fields_and_words_stand_together_on_turned_and_shifted_pages(
    rotate: int, origin: tuple[int, int]
) -> None:
    x, y = origin
    box = b"[%d %d %d %d]" % (x, y, x + 600, y + 800)
    rect = b"[%d %d %d %d]" % (x + 160, y + 695, x + 360, y + 712)
    content = form(TEXT.replace(b"[160 695 360 712]", rect) + b">>", page=b"/Rotate %d" % rotate, box=box)
    content = content.replace(b"50 700 Td", b"%d %d Td" % (x + 50, y + 700))
    [row] = read(content).rows
    assert [cell.text for cell in row.cells] == ["Reference", "FT-991"]
    assert row.cells[0].box == pytest.approx((50, 90.5, 96, 102), abs=0.5)
    assert row.cells[1].box[:2] == pytest.approx((161, 90.5), abs=0.5)


@pytest.mark.parametrize("unit", [b"0.5", b"2.0", b"10"])
def test_a_page_in_units_of_its_own_reads(unit: bytes) -> None:
    assert texts(form(TEXT + b">>", page=b"/UserUnit " + unit)) == [["Reference", "FT-991"]]


def test_what_a_crop_box_cuts_off_is_not_there() -> None:
    assert texts(form(TEXT + b">>", page=b"/CropBox[100 100 500 750]")) == [["FT-991"]]
