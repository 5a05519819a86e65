"""What Outlook wraps in a winmail.dat: the files come out, and the text where the mail has no other."""

import random
import time
from email.message import EmailMessage

import pytest

from agent.extract.files.unreadable import named
from agent.facts.mail import Grid, Line
from agent.inbox.parts import Contents, read_contents
from agent.inbox.tnef import read_tnef
from tests.winmail import (
    BINARY,
    BODY,
    CODE_PAGE,
    CONTENT_ID,
    HTML,
    INTEGER,
    MIME,
    OBJECT,
    RTF,
    STRING,
    attribute,
    file,
    text,
    winmail,
)  # fmt: skip


def read(data: bytes, body: str = "see attached", name: str = "winmail.dat") -> Contents:
    message = EmailMessage()
    message.set_content(body)
    message.add_attachment(data, maintype="application", subtype="ms-tnef", filename=name)
    return read_contents(message)


def files(contents: Contents) -> list[tuple[str, bytes]]:
    return [(part.name, part.content) for part in contents.parts]


def words(contents: Contents) -> list[str]:
    return [block.text for block in contents.blocks if isinstance(block, Line) and block.text.strip()]


PDF = b"%PDF-1.4\n..."


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (winmail(file("Zahlungsavis Müller 付款.pdf", PDF)), [("Zahlungsavis Müller 付款.pdf", PDF)]),
        (winmail(file("", PDF, short="ADVICE~1.PDF")), [("ADVICE~1.PDF", PDF)]),
        (winmail(file("a.pdf", PDF, kind=BINARY)), [("a.pdf", PDF)]),
        (winmail(file("a.pdf", PDF), file("a.pdf", b"other")), [("a.pdf", PDF), ("a.pdf", b"other")]),
        (winmail(file("../../etc/advice.csv", b"x")), [("advice.csv", b"x")]),
        (winmail(file("logo.png", b"x" * 900, text(CONTENT_ID, "<1>"), text(MIME, "image/png"))), []),
        (winmail(file("scan.png", b"x" * 900, text(MIME, "image/png"))), [("scan.png", b"x" * 900)]),
        (winmail(file("card.vcf", b"x", text(MIME, "text/vcard"))), []),
        (winmail(message=[text(BODY, "see attached")]), []),
        (winmail(), []),
    ],
    ids=["long name", "short name", "a property", "two of a name", "path", "logo", "picture", "card", "text", "nothing"],
)  # fmt: skip
def test_the_files_come_out(data: bytes, found: list[tuple[str, bytes]]) -> None:
    contents = read(data)
    assert files(contents) == found
    assert (words(contents), contents.findings) == (["see attached"], [])


def test_it_is_known_by_its_bytes() -> None:
    assert files(read(winmail(file("a.pdf", PDF)), name="ATT0001.bin")) == [("a.pdf", PDF)]
    assert files(read(b"x\x9f>#" + bytes(40))) == [("winmail.dat", b"x\x9f>#" + bytes(40))]


TABLE = "<p>Wir haben bezahlt:</p><table><tr><td>A-1</td><td>5,00</td></tr><tr><td>Ä-2</td><td>6,00</td></tr></table>"


def test_its_text_counts_where_the_mail_has_none() -> None:
    plain = text(BODY, "We paid A-1.\r\n\r\nRegards")
    html = (BINARY, HTML, TABLE.encode("cp1252"))
    page = (INTEGER, CODE_PAGE, (1252).to_bytes(4, "little"))
    assert words(read(winmail(message=[plain]), body="see attached")) == ["see attached"]
    assert words(read(winmail(message=[plain]), body=" \n")) == ["We paid A-1.", "Regards"]
    shown = read(winmail(message=[plain, html, page]), body="\n")
    assert words(shown) == ["Wir haben bezahlt:"]
    assert [block.rows for block in shown.blocks if isinstance(block, Grid)] == [
        (("A-1", "5,00"), ("Ä-2", "6,00"))
    ]
    assert shown.is_html


@pytest.mark.parametrize(
    ("page", "charset"),
    [(1252, "cp1252"), (936, "gbk"), (65001, "utf-8"), (28591, "latin-1"), (99999, "utf-8")],
)
def test_a_text_is_in_the_code_page_that_it_names(page: int, charset: str) -> None:
    said = "金额 5" if charset in ("gbk", "utf-8") else "größer 5"
    old = attribute(1, 0x0002800C, said.encode(charset) + b"\0")
    assert words(read(winmail(old, page=page), body="")) == [said]
    data = winmail(message=[(STRING, BODY, said.encode(charset))], page=page)
    assert words(read(data, body="")) == [said]


def test_what_cannot_be_read_in_it_goes_to_a_person() -> None:
    inner = winmail(message=[text(BODY, "We paid A-1")])
    within = read(winmail(file("their mail", inner, kind=OBJECT))).parts
    assert [(part.name, named(part)[:40]) for part in within] == [
        ("their mail", "a winmail.dat or a message in one, which")
    ]
    only_rtf = winmail(message=[(BINARY, RTF, b"LZFu")])
    assert [part.name for part in read(only_rtf, body="").parts] == ["text of winmail.dat"]
    assert "RTF" in named(read(only_rtf, body="").parts[0])
    assert read(only_rtf).parts == []


def test_one_that_is_cut_off_keeps_what_is_whole_and_goes_to_a_person() -> None:
    data = winmail(file("a.pdf", PDF), file("b.pdf", PDF * 100))
    contents = read(data[:-400])
    assert [part.name for part in contents.parts] == ["a.pdf", "winmail.dat"]
    assert "which is not read" in named(contents.parts[1])


def test_no_bytes_make_it_fail_or_take_long() -> None:
    data = winmail(
        file("a.pdf", PDF, kind=BINARY), file("b.pdf", PDF), message=[text(BODY, "x"), (BINARY, HTML, b"<p>")]
    )
    chance = random.Random(1)
    started = time.perf_counter()
    for size in range(len(data)):
        read_tnef(data[:size])
    for _ in range(2_000):
        broken = bytearray(data)
        for _ in range(6):
            broken[chance.randrange(6, len(broken))] = chance.randrange(256)
        read_tnef(bytes(broken))
    read_tnef(data[:6] + attribute(1, 0x00069003, b"\xff\xff\xff\x7f" + bytes(400)) * 100)
    read_tnef(data[:6] + attribute(2, 0x00069002, b"") * 100_000)
    assert time.perf_counter() - started < 5


def test_a_mail_has_at_most_so_many_parts() -> None:
    contents = read(winmail(*(file(f"{at}.pdf", PDF) for at in range(199))))
    assert len(contents.parts) == 197
    assert contents.findings == ["there are more than 200 parts: the rest was not read"]
