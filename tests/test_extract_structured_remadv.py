"""UN/EDIFACT REMADV: all service characters, signs, several messages, and what pays nothing."""

from typing import Any

import pytest

from agent.extract.structured.edifact import Marks, segments_of
from agent.facts.documents import Fault, Unread
from tests.structured_reads import check, must_read, read

STANDARD = ":+.? '"


def interchange(body: str, una: str = STANDARD, *, names_una: bool = True, after: str = "\n") -> str:
    """The table's segments (one a line, in the standard's characters) in these, with right counts around them."""
    messages: list[list[str]] = []
    for line in filter(None, map(str.strip, body.splitlines())):
        if line.startswith("BGM") or not messages:
            messages.append([f"UNH+{len(messages) + 1}+REMADV:D:96A:UN:EAN003"])
        messages[-1].append(line)
    for number, message in enumerate(messages, 1):
        message.append(f"UNT+{len(message) + 1}+{number}")
    head = "UNB+UNOC:3+4012345000009:14+5412345000013:14+261102:0930+4711"
    segments = [head, *(line for message in messages for line in message), f"UNZ+{len(messages)}+4711"]
    named = f"UNA{una}{after}" if names_una else ""
    return named + "".join(turned(segment, una) + una[5] + after for segment in segments)


def turned(segment: str, una: str) -> str:
    """A segment in other service characters."""
    told = {":": una[0], "+": una[1], "?": una[3]}
    out, at = "", 0
    while at < len(segment):
        if segment[at] == "?":
            meant = segment[at + 1]
            out += (una[3] if meant in una[:2] + una[3:4] + una[5] else "") + meant
            at += 2
        else:
            out += told.get(segment[at], segment[at])
            at += 1
    return out


def test_structured_remadv(case: dict[str, Any]) -> None:
    check({"kind": "remittance", **case}, interchange(case["body"]))


@pytest.mark.table("structured_remadv")
@pytest.mark.parametrize(
    ("una", "after"),
    [(STANDARD, ""), ("\x1f\x1d.\x1b \x1c", ""), (":+,? '", "\r\n"), ("|*.\\ ~", "\n"), (":+.? \n", "")],
    ids=("on one line", "control characters", "decimal comma", "others", "a line each"),
)
def test_the_service_characters_are_read_from_una(case: dict[str, Any], una: str, after: str) -> None:
    told = [payment.lines for payment in must_read(interchange(case["body"], una, after=after)).payments]
    assert told == [payment.lines for payment in must_read(interchange(case["body"])).payments]


BODY = "BGM+481+R-1+9\nNAD+PR+++Müller\nDOC+380+INV-1\nMOA+12:10.00\nUNS+S\nMOA+12:10.00:EUR"
WHOLE = interchange(BODY)


@pytest.mark.parametrize(
    "text",
    [
        interchange(BODY, names_una=False),
        "\ufeff" + WHOLE,
        "\r\n" + WHOLE,
        WHOLE[WHOLE.index("UNH") : WHOLE.index("UNZ")],
        WHOLE.replace("UNH+1", "UNG+REMADV+A+B+261102:0930+1+UN+D:96A'UNH+1").replace(
            "UNZ+1", "UNE+1+1'UNZ+1"
        ),
    ],
    ids=("without UNA", "byte order mark", "blank line", "a message alone", "a group"),
)
def test_whatever_stands_around_a_message_it_reads(text: str) -> None:
    found = must_read(text)
    assert [(f"{one.amount}", one.payer) for one in found.payments] == [("10.00", "Müller")]
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("level", "charset", "name"),
    [
        ("C", "utf-8", "Müller"),
        ("C", "latin-1", "Müller"),
        ("D", "iso8859-2", "Łódź"),
        ("E", "iso8859-5", "Заря"),
    ],
)
def test_the_character_set_is_utf_8_or_what_unb_names(level: str, charset: str, name: str) -> None:
    text = WHOLE.replace("UNOC", f"UNO{level}").replace("Müller", name)
    assert must_read(text.encode(charset)).payments[0].payer == name


@pytest.mark.parametrize(
    ("right", "wrong", "warning"),
    [
        ("UNT+8+1", "UNT+9+1", "message 1: UNT counts 9, there are 8"),
        ("UNZ+1+", "UNZ+2+", "interchange 4711: UNZ counts 2, there are 1"),
        ("UNT+8+1", "UNT+008+1", ""),
    ],
)
def test_counts_that_do_not_agree_are_told(right: str, wrong: str, warning: str) -> None:
    assert right in WHOLE
    found = must_read(WHOLE.replace(right, wrong))
    assert [f"{payment.amount}" for payment in found.payments] == ["10.00"]
    assert found.warnings == ((warning,) if warning else ())


def test_a_message_without_its_end_is_left_out() -> None:
    text = interchange(BODY + "\n" + BODY)
    found = must_read(text[: text.rindex("MOA")])
    assert len(found.payments) == 1
    assert "message 2 has no UNT segment" in found.warnings[0]


@pytest.mark.parametrize("end", ["MOA", "UNT"])
def test_an_interchange_cut_off_in_its_only_message_is_broken(end: str) -> None:
    found = read(WHOLE[: WHOLE.rindex(end)])
    assert isinstance(found, Unread)
    assert found.fault == Fault.BROKEN


@pytest.mark.parametrize(
    "text",
    ["UNA FACTURA PENDIENTE", "UNH AND REMADV", WHOLE.replace("REMADV", "CONTRL"), "see UNB+ UNH+1+REMADV:D"],
)
def test_what_is_no_remadv_is_left_to_others(text: str) -> None:
    assert read(text) is None


def test_every_cut_is_read_or_refused_but_never_fails() -> None:
    for size in range(len(WHOLE)):
        read(WHOLE[:size])


def test_a_release_character_takes_the_meaning_of_the_next_one_alone() -> None:
    marks = Marks()
    assert [marks.plain(piece) for piece in marks.apart("a?+b+c??+d?", "+")] == ["a+b", "c?", "d?"]
    assert [segment.id for segment in segments_of(b"BGM+1?''FTX+??'UNT+3'")] == ["BGM", "FTX", "UNT"]


@pytest.mark.parametrize(("indicator", "is_payment"), [("", True), ("0", True), ("1", False)])
def test_an_interchange_marked_as_a_test_pays_nothing(indicator: str, is_payment: bool) -> None:
    text = WHOLE.replace("+4711'", f"+4711++REMADV++++{indicator}'", 1)
    assert text != WHOLE
    found = must_read(text)
    assert bool(found.payments) is is_payment
    assert any("a test" in warning for warning in found.warnings) is not is_payment
