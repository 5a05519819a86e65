"""Which reader reads what, and what hostile files cost."""

import io
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest

from agent.facts.documents import Fault, Unread
from agent.facts.readings import StructuredRead
from tests.structured_reads import check, read

CAMT = (
    '<Document><BkToCstmrStmt><Stmt><Ntry><Amt Ccy="EUR">&x;</Amt></Ntry></Stmt></BkToCstmrStmt></Document>'
)
CLOSED = "</NbOfNtries></TtlNtries></TxsSummry></Stmt></BkToCstmrStmt>"
ENTRY = '<Ntry><Amt Ccy="EUR">1</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts></Ntry>'

CORPUS = Path(__file__).parent / "corpus" / "structured"


def test_structured_corpus(case: dict[str, Any]) -> None:
    check(case, (CORPUS / case["file"]).read_bytes())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Dear all,\n:20: minutes late\nregards",
        b"Invoice;Amount\nINV-1;100,00\n",
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"\xff\xfe\x00\x00",
        b"<html><body><table><tr><td>INV-1</td></tr></table></body></html>",
        b'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x"><html></html>',
        b"a mail about <BkToCstmrStmt> in words",
        b"ISA*00*          *00*          *ZZ*A*ZZ*B*260302*1200*U*00401*7*0*P*>~ST*997*0001~",
        b"ISABELLA SMITH\nST 820 units\n",
        b"01,02,03\n1,2,3\n",
    ],
)
def test_what_is_none_of_the_formats_is_left_to_others(content: bytes) -> None:
    assert read(content) is None


@pytest.mark.parametrize(
    "prologue",
    [
        '<!DOCTYPE Document [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE Document SYSTEM "http://127.0.0.1:9/evil.dtd">',
        '<!DOCTYPE Document [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x">%p;]>',
        "<!DOCTYPE Document ["
        + "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 12))
        + '<!ENTITY x0 "lol"><!ENTITY x "&x11;">]>',
    ],
    ids=("file", "external dtd", "parameter entity", "billion laughs"),
)
def test_a_dtd_is_refused_at_once(prologue: str) -> None:
    start = time.perf_counter()
    found = read(f"<?xml version='1.0'?>{prologue}{CAMT}")
    assert time.perf_counter() - start < 0.1
    assert isinstance(found, Unread)
    assert (found.fault, "DTD" in found.detail) == (Fault.BROKEN, True)


def test_an_undefined_entity_is_damage() -> None:
    found = read(CAMT)
    assert isinstance(found, Unread)
    assert found.fault == Fault.BROKEN


@pytest.mark.parametrize(("size", "is_read"), [(20_000_000, True), (20_000_001, False)])
def test_files_are_read_up_to_their_limit(size: int, is_read: bool) -> None:
    text = CAMT.replace("&x;", "1")
    found = read(text + " " * (size - len(text)))
    assert isinstance(found, StructuredRead) is is_read
    assert is_read or (isinstance(found, Unread) and found.fault == Fault.TOO_LARGE)


@pytest.mark.parametrize(
    "content",
    [
        "<BkToCstmrStmt>" + "<a>" * 1_000_000,
        "<BkToCstmrStmt><Stmt>" + "<a/>" * 1_100_000,
        ":20:X\n:25:1\n:60F:C260101EUR0,\n:61:260102C1,00NTRF"
        + "/" * 1_000_000
        + "\n:86:"
        + "/NAME/" * 300_000,
        ":20:X\n:25:1\n:60F:C260101EUR0,\n:61:260102C1,00NTRFX\n:86:166" + "?20SVWZ+" * 200_000,
        "ISA*00*" + "*" * 13 + ">~ST*820*1~BPR*C*1*C*ACH~" + "RMR*IV*1**1~ADX*-1*01~" * 45_000 + "SE*9*1~",
        "<OFX><STMTRS>" + "<STMTTRN><TRNAMT>1</STMTTRN>" * 40_000 + "\n" * 1_000_000,
        "<OFX><STMTRS>" + "<A" * 2_000_000,
        "<BkToCstmrStmt><Stmt><TxsSummry><TtlNtries><NbOfNtries>" + "9" * 9_999 + CLOSED,
        "01,a\n02,b\n03,1\n16," + "9" * 9_999 + ",1\n49," + "9" * 9_999,
        "01,a\n02,b\n03,1,USD\n16,142,1,D,999999999999999,1\n" + "88,x\n" * 200_000,
        "UNB+UNOC:3+A+B'UNH+1+REMADV:D:96A:UN'" + "'" * 15_000_000,
        "UNB+UNOC:3+A+B'UNH+1+REMADV:D:96A:UN'BGM+" + "?+" * 7_000_000,
        "UNB+UNOC:3+A+B'UNH+1+REMADV:D:96A:UN'" + "DOC+380+1'AJT+1'MOA+5:1'FTX+A+++x'" * 49_000 + "UNT+9+1'",
        ":20:A\n:32A:261104EUR1,\n:59:B\n" + ":20:A\n" * 2_500_000,
        ":20:A\n:32A:261104EUR1,\n:59:B\n:70:" + "/ROC/" * 3_000_000,
    ],
    ids=[
        "depth",
        "elements",
        "slashes",
        "subfields",
        "adjustments",
        "entries",
        "tags",
        "count",
        "codes",
        "continuations",
        "segments",
        "releases",
        "documents",
        "messages",
        "words",
    ],
)
def test_hostile_files_end_soon(content: str) -> None:
    start = time.process_time()
    read(content)
    assert time.process_time() - start < 10


def test_every_cut_of_a_file_is_read_or_refused_but_never_fails() -> None:
    whole = CAMT.replace("&x;", "1").replace("</Stmt>", ENTRY * 3 + "</Stmt>")
    for size in range(len(whole)):
        assert not isinstance(read(whole[:size]), str)


def test_no_reader_opens_a_file_or_a_connection() -> None:
    folder = Path(__file__).parent.parent / "agent" / "extract" / "structured"
    for module in folder.glob("*.py"):
        assert "open(" not in module.read_text(encoding="utf-8")


def _zipped(*files: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return out.getvalue()


MT940 = (CORPUS / "mt940.sta").read_bytes()
X12 = (CORPUS / "x12_820.edi").read_bytes()


@pytest.mark.parametrize(
    ("files", "payments"),
    [
        ([("a.sta", MT940)], 3),
        ([("2026/", b""), ("2026/a.sta", MT940), ("b.sta", MT940 + b"\n")], 6),
        ([("2026/a.sta", MT940), ("a copy.sta", MT940)], 3),
        ([("a.sta", MT940), ("b.edi", X12)], None),
        ([("a.sta", MT940), ("readme.txt", b"hello")], None),
        ([("a.zip", _zipped(("a.sta", MT940)))], None),
        ([(f"{number}.sta", MT940 + b"\n" * number) for number in range(50)], 150),
        ([(f"{number}.sta", MT940 + b"\n" * number) for number in range(51)], None),
        ([("a.sta", MT940 + b"\n" * 20_000_000)], None),
    ],
    ids=(
        "one",
        "a folder",
        "the same twice",
        "two kinds",
        "something else",
        "a zip within",
        "most",
        "too many",
        "too large",
    ),
)
def test_a_zip_of_nothing_but_such_files_reads_as_they_do(
    files: list[tuple[str, bytes]], payments: int | None
) -> None:
    found = read(_zipped(*files))
    assert (len(found.payments) if isinstance(found, StructuredRead) else found) == payments


def test_a_damaged_zip_is_left_to_others() -> None:
    whole = _zipped(("a.sta", MT940))
    assert read(whole[:-30]) is None
    assert read(whole.replace(whole[60:70], bytes(10))) is None


def test_a_zip_with_an_entry_without_a_name_is_no_fault() -> None:
    packed = _zipped(("a", MT940))
    local, rest = packed[:30], packed[31:]
    at = rest.index(b"PK\x01\x02")
    central, end = rest[at : at + 46], bytearray(rest[at + 47 :])
    assert (local[26:28], central[28:30]) == (b"\x01\x00", b"\x01\x00")
    end[12:16] = (46).to_bytes(4, "little")  # the size and the place of the directory
    end[16:20] = (30 + at).to_bytes(4, "little")
    nameless = (
        local[:26] + bytes(2) + local[28:] + rest[:at] + central[:28] + bytes(2) + central[30:] + bytes(end)
    )
    assert isinstance(read(nameless), StructuredRead)


def test_a_zip_that_is_packed_wrongly_is_left_to_others() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.sta", MT940)
    spoiled = bytearray(out.getvalue())
    spoiled[36:42] = bytes(6)  # what LZMA's properties are
    assert not isinstance(read(bytes(spoiled)), StructuredRead)
