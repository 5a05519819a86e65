"""The mails that are spoiled: the samples, and a mail around each file of the corpus and each format that is read."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import cache
from pathlib import Path
from typing import Final

from tests.desks import compose
from tests.homes import EXAMPLES
from tests.papers import doubling_pdf, ods, pdf, ruled, words, xls, xlsx, zipped

CORPUS: Final = Path(__file__).parent.parent / "corpus"
LARGEST: Final = 300_000  # bytes of a seed: what is larger costs time and says no more
_ROWS: Final[list[list[str | float]]] = [
    ["Invoice", "Gross", "Discount", "Paid"],
    ["HSC-10001", 1200.5, 0, 1200.5],
    ["HSC-10002", 80, 1.6, 78.4],
]
_TEXTS: Final = [[str(cell) for cell in row] for row in _ROWS]


@cache
def seeds() -> tuple[bytes, ...]:
    """Raw mails, in the same order every time."""
    mails = [file.read_bytes() for file in sorted((EXAMPLES / "mail").glob("*.eml"))]
    mails += [file.read_bytes() for file in sorted(CORPUS.rglob("*.eml"))]
    files = [(file.name, file.read_bytes()) for file in sorted(CORPUS.rglob("*.*")) if _is_attachment(file)]
    mails += [around(name, content) for name, content in [*files, *_made()]]
    return tuple(mail for mail in mails if len(mail) <= LARGEST)


def _is_attachment(file: Path) -> bool:
    return file.suffix not in (".eml", ".py", ".pyc", ".md", ".toml")


def _made() -> list[tuple[str, bytes]]:
    table = ruled(_TEXTS, [90, 90, 90, 90])
    return [
        ("advice.pdf", pdf(words((50, 50, "Payment advice"), (50, 70, "Total paid 1,278.90")), table)),
        ("forms.pdf", doubling_pdf(4)),
        ("advice.xlsx", xlsx(("Advice", _ROWS), ("More", [["Total", 1278.9]]))),
        ("advice.xls", xls("Advice", _ROWS)),
        ("advice.ods", ods("Advice", [["Invoice", "Paid"], ["HSC-10001", 1200.5]])),
        ("advice.csv", "\n".join(";".join(row) for row in _TEXTS).encode()),
        ("advice.html", f"<table>{''.join(f'<tr><td>{row[0]}<td>{row[3]}</tr>' for row in _TEXTS)}</table>".encode()),
        ("archive.zip", zipped(("advice.csv", b"HSC-10001;1200.50\n"))),
        ("winmail.dat", b"\x78\x9f\x3e\x22\x01\x00\x01\x06\x90\x08\x00\x04\x00\x00\x00\x00\x00\x01\x00\x01\x00"),
        ("statement.bai", b"01,1,2,261103,0800,1,,,2/\n02,2,1,1,261103,,USD,2/\n03,55,USD,010,0,,/\n16,195,120050,V,,REF1,,HSC-10001/\n49,120050,3/\n98,120050,1,5/\n99,120050,1,7/\n"),
        ("statement.ofx", b"OFXHEADER:100\n\n<OFX><BANKTRANLIST><STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261103<TRNAMT>1200.50<FITID>1<NAME>Acme<MEMO>HSC-10001</STMTTRN></BANKTRANLIST></OFX>"),
    ]  # fmt: skip


def around(name: str, content: bytes) -> bytes:
    """A mail of a customer with one file in it, as our server took it."""
    words = {
        "from": "Acme <ap@acme-industrial.example>", "to": "ar@harbour.example", "subject": "Payment",
        "body": "Please find our payment advice attached.",
        "auth": "",
    }  # fmt: skip
    from tests.memory_desk import NOW

    message = message_from_bytes(compose(words, number=1, now=NOW, answered=None), policy=policy.default)
    assert isinstance(message, EmailMessage)
    message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    top = "Authentication-Results: mx.harbour.example; dmarc=pass header.from=acme-industrial.example\r\n"
    return top.encode() + message.as_bytes()
