"""What a message holds is told apart: its text, its documents, pictures of a signature, and other people's mails."""

from typing import Any

import pytest

from agent.inbox.filenames import safe_name
from tests.mails import letter, mail, shown

LOGO = "iVBORw0KGgo="


def mixed(*parts: str, kind: str = "mixed") -> str:
    """A mail of several parts, each with its header."""
    body = "".join(f"--b\n{part}\n" for part in parts)
    return letter("ap@orchard.example", f"{body}--b--\n", f"Content-Type: multipart/{kind}; boundary=b")


TEXT = "Content-Type: text/plain\n\nINV-7 paid."
HTML = 'Content-Type: text/html\n\n<p>INV-7 paid.</p><img src="cid:logo@x">'


def test_attachment_name(case: dict[str, Any]) -> None:
    """Names as programs write them, and as they are safe to show."""
    content_type = "" if "Content-Type" in case["raw"] else "Content-Type: application/pdf\n"
    raw = mixed(TEXT, f"{content_type}{case['raw']}\n\n%PDF").replace("\n", "\r\n")
    (part,) = mail(raw.encode(case.get("charset", "utf-8"))).parts
    assert part.name == case["shown"]
    assert part.content.startswith(b"%PDF")


@pytest.mark.parametrize(("length", "shown_length"), [(116, 120), (117, 120), (5_000, 120)])
def test_a_name_is_at_most_120_characters_and_keeps_its_ending(length: int, shown_length: int) -> None:
    """Both sides of the limit."""
    name = safe_name("a" * length + ".pdf")
    assert len(name) == shown_length
    assert name.endswith("a.pdf")


def test_a_picture_that_the_html_shows_is_no_attachment() -> None:
    """A logo in a signature, however it is disposed."""
    picture = f"Content-Type: image/png; name=logo.png\nContent-ID: <logo@x>\nContent-Transfer-Encoding: base64\n\n{LOGO}"
    assert mail(mixed(HTML, picture, kind="related")).parts == ()


def test_a_large_picture_that_the_html_shows_may_be_a_bank_slip() -> None:
    """Slips are pasted into mails; logos are smaller than 100 KB, and what is smaller than 10 KB is no page."""
    for size, logos in ((9_999, []), (10_000, [True]), (99_999, [True]), (100_000, [False])):
        picture = f"Content-Type: image/png\nContent-ID: <logo@x>\n\n{'x' * size}"
        parts = mail(mixed(HTML, picture, kind="related")).parts
        assert [part.may_be_logo for part in parts] == logos


def test_an_inline_picture_is_an_attachment_from_20_kb_on() -> None:
    """A photo of a cheque, sent inline by a phone."""
    for size, logos in ((9_999, []), (10_000, [True]), (19_999, [True]), (20_000, [False])):
        picture = f"Content-Type: image/jpeg; name=p.jpg\nContent-Disposition: inline; filename=p.jpg\n\n{'x' * size}"
        assert [part.may_be_logo for part in mail(mixed(TEXT, picture)).parts] == logos


def test_an_attached_picture_is_an_attachment_of_any_size() -> None:
    """Its sender said so."""
    picture = "Content-Type: image/png\nContent-Disposition: attachment; filename=a.png\n\nx"
    assert [part.name for part in mail(mixed(TEXT, picture)).parts] == ["a.png"]


def test_an_inline_pdf_is_an_attachment() -> None:
    """Apple Mail sends documents inline, between two texts."""
    pdf = "Content-Type: application/pdf; name=a.pdf\nContent-Disposition: inline; filename=a.pdf\n\n%PDF"
    got = mail(mixed(TEXT, pdf, "Content-Type: text/plain\n\nAnn"))
    assert [part.name for part in got.parts] == ["a.pdf"]
    assert shown(got.body.own) == "INV-7 paid.\nAnn"


def test_a_pdf_within_an_alternative_is_an_attachment() -> None:
    """Apple Mail nests the document in the HTML alternative."""
    nested = (
        "Content-Type: multipart/mixed; boundary=c\n\n--c\nContent-Type: text/html\n\n<p>INV-7 paid.</p>\n"
        "--c\nContent-Type: application/pdf; name=a.pdf\n\n%PDF\n--c--"
    )
    got = mail(mixed(TEXT, nested, kind="alternative"))
    assert [part.name for part in got.parts] == ["a.pdf"]
    assert shown(got.body.own) == "INV-7 paid."


def test_signatures_and_cards_are_no_documents() -> None:
    """S/MIME and PGP signatures, vCards, calendar entries."""
    others = [
        f"Content-Type: {kind}; name=x\nContent-Disposition: attachment; filename=x\n\nx"
        for kind in (
            "application/pkcs7-signature",
            "application/pgp-signature",
            "text/vcard",
            "text/calendar",
        )
    ]
    got = mail(mixed(TEXT, *others))
    assert got.parts == ()
    assert shown(got.body.own) == "INV-7 paid."


def test_a_text_attachment_is_no_body() -> None:
    """A named text is a document, with or without a disposition."""
    named = "Content-Type: text/plain; name=run.txt\n\nINV-8 60.00"
    got = mail(mixed(TEXT, named))
    assert [(part.name, part.content) for part in got.parts] == [("run.txt", b"INV-8 60.00")]
    assert shown(got.body.own) == "INV-7 paid."


@pytest.mark.parametrize(
    ("plain", "html", "want"),
    [
        ("INV-7   50.00", "<p>INV-7   50.00</p>", "INV-7   50.00"),
        (
            "INV-7\n\n50.00",
            "<table><tr><td>INV-7<td>50<tr><td>INV-8<td>60</table>",
            "| INV-7 | 50 |\n| INV-8 | 60 |",
        ),
        (
            "See the HTML.",
            "<p>INV-7 was paid with 50.00 on 3 November.</p>",
            "INV-7 was paid with 50.00 on 3 November.",
        ),
        ("", "<p>INV-7</p>", "INV-7"),
        ("INV-7", "<p style='display:none'>x</p>", "INV-7"),
    ],
)
def test_the_better_text_of_two_is_read(plain: str, html: str, want: str) -> None:
    """HTML where it has a table or says more; else plain text, which keeps its columns."""
    got = mail(
        mixed(
            f"Content-Type: text/plain\n\n{plain}", f"Content-Type: text/html\n\n{html}", kind="alternative"
        )
    )
    assert shown(got.body.own) == want


def test_flowed_text_is_joined_where_it_was_broken_and_nowhere_else() -> None:
    """RFC 3676: a paragraph is whole again; columns that end in spaces stay."""
    text = (
        "We have today transferred to your account at Northbank the amount of \n50.00 for INV-7.\n\n"
        "Invoice  Paid \nINV-7    50.00 \n> quoted \n-- \nAnn"
    )
    raw = letter("ap@orchard.example", text, "Content-Type: text/plain; format=flowed")
    assert shown(mail(raw).body.own).split("\n")[:4] == [
        "We have today transferred to your account at Northbank the amount of 50.00 for INV-7.",
        "",
        "Invoice  Paid",
        "INV-7    50.00",
    ]


def test_two_hundred_parts_are_read_and_more_are_told() -> None:
    """Limits end the reading, not the mail."""
    pdf = "Content-Type: application/pdf; name=a.pdf\n\n%PDF"
    few, many = mail(mixed(*[pdf] * 190)), mail(mixed(*[pdf] * 250))
    assert (len(few.parts), few.findings) == (190, ())
    assert len(many.parts) == 199
    assert any("more than 200 parts" in finding for finding in many.findings)
