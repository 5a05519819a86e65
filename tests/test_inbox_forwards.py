"""A forward that adds nothing is the original sender's; any other words are their writer's."""

import base64
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

from agent.facts.mail import Address
from agent.inbox.forwards import adds_nothing
from tests.mails import RULES, letter, lines, mail, shown, trusted

CHEN = Address(name="Mei Chen", address="mei.chen@tidewater.example")
ORCHARD = Address(name="Bea Orchard", address="bea@orchard.example")


def test_adds_nothing(case: dict[str, Any]) -> None:
    """Words that say nothing of the matter, and words that do."""
    assert adds_nothing(lines(case["text"]), (CHEN, ORCHARD), RULES.quotes) == case["nothing"]


def test_forward(case: dict[str, Any]) -> None:
    """Who is taken to speak in a whole message, and what he says."""
    sender = case.get("sender", "Mei Chen <mei.chen@tidewater.example>")
    got = mail(letter(sender, case["body"].strip("\n"), f"Subject: {case['subject']}"))
    assert got.author.address == case["author"]
    assert shown(got.body.own) == case["own"]
    assert got.is_forward == case.get(
        "is_forward", got.author.address != got.sender.address or got.is_forward
    )
    assert got.sort == case["sort"]


def attached(outer: str, *inner: EmailMessage, name: str = "wire.eml", pdf: bytes | None = None) -> bytes:
    """A colleague's mail with messages attached, and perhaps a document."""
    message = EmailMessage(policy=SMTP)
    message["From"] = "Mei Chen <mei.chen@tidewater.example>"
    message["To"] = "ar@tidewater.example"
    message["Subject"] = "Fwd: wire"
    message.set_content(outer)
    for one in inner:
        message.add_attachment(one, filename=name)
    if pdf is not None:
        message.add_attachment(pdf, maintype="application", subtype="pdf", filename="slip.pdf")
    return trusted("tidewater.example").replace("\n", "\r\n").encode() + message.as_bytes()


def advice(sender: str = "Bea Orchard <bea@orchard.example>", text: str = "INV-7 50.00") -> EmailMessage:
    """A customer's mail with a document."""
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = "mei.chen@tidewater.example"
    message["Subject"] = "wire"
    message.set_content(text)
    message.add_attachment(b"%PDF-inner", maintype="application", subtype="pdf", filename="advice.pdf")
    return message


def test_an_attached_mail_speaks_where_nothing_stands_above_it() -> None:
    """Author, words and documents are the attached mail's; documents beside it stay."""
    got = mail(attached("FYI\n", advice(), pdf=b"%PDF-outer"))
    assert (got.sort, got.is_forward) == ("staff_forward", True)
    assert got.author == ORCHARD
    assert shown(got.body.own) == "INV-7 50.00"
    assert [(part.name, part.content) for part in got.parts] == [
        ("advice.pdf", b"%PDF-inner"),
        ("slip.pdf", b"%PDF-outer"),
    ]


def test_an_attached_mail_is_a_document_where_words_stand_above_it() -> None:
    """The words are the sender's; the mail is kept apart, never mixed with them."""
    got = mail(attached("Please ask them about the 50.00.\n", advice()))
    assert got.author == CHEN
    assert shown(got.body.own) == "Please ask them about the 50.00."
    assert [(part.name, part.content_type) for part in got.parts] == [("wire.eml", "message/rfc822")]
    assert b"INV-7 50.00" in got.parts[0].content


def test_several_attached_mails_are_documents_and_said_so() -> None:
    """They can't be one author's."""
    got = mail(attached("FYI\n", advice(), advice("cy@acme.example")))
    assert not got.is_forward
    assert len(got.parts) == 2
    assert "it holds messages of others that were not read" in got.findings


def test_an_attached_forward_of_a_forward_is_followed() -> None:
    """Three levels deep, and no deeper."""
    message = advice()
    for level in range(2):
        outer = EmailMessage(policy=SMTP)
        outer["From"] = f"o.brandt{level}@tidewater.example"
        outer["Subject"] = "Fwd: wire"
        outer.set_content("FYI\n")
        outer.add_attachment(message)
        message = outer
    assert mail(attached("FYI\n", message)).author == ORCHARD
    outer = EmailMessage(policy=SMTP)
    outer["From"] = "o.brandt@tidewater.example"
    outer.set_content("FYI\n")
    outer.add_attachment(message)
    got = mail(attached("FYI\n", outer))
    assert got.author.address == "o.brandt0@tidewater.example"
    assert [part.content_type for part in got.parts] == ["message/rfc822"]


def test_an_attached_mail_with_two_senders_has_no_author() -> None:
    """The inner header is read as strictly as the outer one."""
    got = mail(attached("FYI\n", advice()).replace(b"From: Bea", b"From: x@bog.example\r\nFrom: Bea"))
    assert got.author.address == ""
    assert "there are several From headers" in got.findings


def test_a_base64_attached_mail_is_read() -> None:
    """RFC 2046 forbids the encoding; Exchange and others use it."""
    raw = attached("FYI\n")
    inner = base64.encodebytes(b"From: bea@orchard.example\r\nSubject: wire\r\n\r\nINV-7 50.00\r\n")
    head = raw.partition(b"\r\n\r\n")[0]
    head = head.replace(b"Content-Type: text/plain;", b"X-Was:")
    head += b'\r\nContent-Type: multipart/mixed; boundary="b"'
    raw = head + b"\r\n\r\n--b\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    got = mail(raw + inner + b"--b--\r\n")
    assert got.author.address == "bea@orchard.example"
    assert shown(got.body.own) == "INV-7 50.00"


def test_a_customer_who_sends_a_document_on_our_letter_speaks_himself() -> None:
    """Our own letter below "see attached" is no reason to drop his advice."""
    message = EmailMessage(policy=SMTP)
    message["From"] = "bea@orchard.example"
    message["To"] = "ar@tidewater.example"
    message["Subject"] = "Fwd: reminder"
    message.set_content(
        "See attached.\n\nFrom: Tidewater <ar@tidewater.example>\nSent: Monday, November 2, 2026 9:00 AM\n"
        "To: bea@orchard.example\nSubject: reminder\n\nINV-7 50.00\n"
    )
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="advice.pdf")
    got = mail(trusted("orchard.example").replace("\n", "\r\n").encode() + message.as_bytes())
    assert (got.author.address, got.is_forward) == ("bea@orchard.example", False)
    assert shown(got.body.own) == "See attached."
    assert [part.name for part in got.parts] == ["advice.pdf"]
