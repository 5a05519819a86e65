"""A message becomes a mail whatever its bytes are, and what can't be read of it is said."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.facts.mail import Correspondents, Mail, Sort
from agent.inbox.parse import parse
from tests.mails import COMPANY, RULES, letter, mail, shown, trusted

SAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*/mail/*.eml"))


def test_a_plain_mail_is_read_whole() -> None:
    """Every field of a mail that is as it should be."""
    got = mail(
        letter(
            "Ann Orchard <ap@orchard.example>",
            "INV-7 paid.\n\n> INV-7 is open\n",
            "Cc: =?utf-8?q?B=C3=A9a?= <bea@orchard.example>, x@orchard.example",
            "In-Reply-To: <L-2@tidewater.example>",
            "References: <L-1@tidewater.example>\n (a word) <L-2@\n tidewater.example>",
            "Date: Mon, 2 Nov 2026 21:30:00 -0500",
            to='"Tidewater AR" <AR@tidewater.example>',
        )
    )
    assert (got.sender.name, got.sender.address) == ("Ann Orchard", "ap@orchard.example")
    assert got.author == got.sender
    assert [(one.name, one.address) for one in got.to] == [("Tidewater AR", "ar@tidewater.example")]
    assert [(one.name, one.address) for one in got.cc] == [
        ("Béa", "bea@orchard.example"),
        ("", "x@orchard.example"),
    ]
    assert got.in_reply_to == ("<L-2@tidewater.example>", "<L-1@tidewater.example>")
    assert got.sent_at is not None
    assert got.sent_at.isoformat() == "2026-11-02T21:30:00-05:00"
    assert got.received_at is not None
    assert (got.received_at.astimezone(UTC), got.received_at.utcoffset()) == (
        datetime(2026, 11, 3, 2, tzinfo=UTC),
        timedelta(hours=8),
    )
    assert (got.message_id, got.subject) == ("<1@mail.example>", "Payment")
    assert (got.sort, got.answerable, got.authenticated) == (Sort.CORRESPONDENT, True, True)
    assert shown(got.body.own) == "INV-7 paid."
    assert shown(got.body.quoted) == "1> INV-7 is open"
    assert got.findings == ()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_example_is_read_without_a_finding(path: Path) -> None:
    """The mails that the project ships as an example."""
    company = Correspondents(
        own_address="ar@harbour.example",
        staff=frozenset({"li.na@harbour.example"}),
        bank_senders=frozenset({"noreply@eastport-bank.example"}),
        trusted_authserv="mx.harbour.example",
    )
    got = parse(path.read_bytes(), correspondents=company, rules=RULES)
    assert got.body.own or got.parts
    assert got.message_id
    assert got.sent_at
    assert not got.findings or got.sort is Sort.BOUNCE


def raw_header(*lines: str, body: str = "INV-7 paid.") -> Mail:
    """A mail with just these headers below our server's."""
    return mail(trusted("orchard.example") + "\n".join(lines) + "\n\n" + body)


@pytest.mark.parametrize(
    "lines",
    [
        ("From: ap@orchard.example", "From: evil@bog.example"),
        ("From: ap@orchard.example", "from : evil@bog.example"),
        ("From: ap@orchard.example", "no header at all", "From: evil@bog.example"),
        ("From: ap@orchard.example", "no header at all", "X-Any: thing"),
        ("From : ap@orchard.example",),
        ("To: ar@tidewater.example",),
    ],
)
def test_a_header_block_that_programs_read_differently_is_no_identity(lines: tuple[str, ...]) -> None:
    """Two From headers, one with a space, one behind a line that is none, none at all."""
    got = raw_header(*lines)
    assert not got.authenticated
    assert got.findings
    assert got.sender.address in ("", "ap@orchard.example")


@pytest.mark.parametrize(
    "line",
    [
        "To: Undisclosed recipients:;a",
        "To: friends: a@x.example, b@x.example;, c@x.example",
        "Reply-To: .Name-team <a@x.example>",
        "Message-ID: <a@[b>",
        "Message-ID: < [a]. [b]>",
        "Date: Thu, 32 Foo 2026 99:99:99 +9999",
        "Date: Mon, 2 Nov 99999999999 10:00:00 +0000",
        "Date: Mon, 2 Nov 2026 10:00:00 +9900",
        "Cc: =?utf-8?q?x=0D=0ABcc:_y@z.example?= <a@x.example>",
        "Content-Type: text/plain; charset=\xff",
        "Content-Type: text/plain; charset*=x''%ff",
        "Content-Type: multipart/mixed",
        "Content-Type: message/rfc822",
        "Content-Transfer-Encoding: base64",
        "Content-Transfer-Encoding: x-uuencode",
        "In-Reply-To: <<<>>><a@b",
        "Subject: =?utf-8?b?" + "A" * 20_000 + "?=",
        "Received: ;;;;",
        "Authentication-Results: mx.tidewater.example; dmarc=((((",
    ],
)
def test_a_header_that_libraries_stumble_on_leaves_the_mail_readable(line: str) -> None:
    """Each was seen to raise somewhere; the sender stays who he is."""
    got = raw_header("From: ap@orchard.example", line)
    assert got.sender.address == "ap@orchard.example"


def test_bare_bytes_are_a_mail_too() -> None:
    """Empty, without a header, without a body, binary."""
    for raw in (b"", b"\r\n\r\n", b"no header\r\nat all", b"From: a@b.example", bytes(range(256)) * 40):
        got = mail(raw)
        assert got.findings or got.sender.address
        assert not got.authenticated


BOMBS = {
    "nested multiparts": b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3_000)
    ),
    "nested messages": b"Content-Type: message/rfc822\r\n\r\n" * 3_000,
    "many parts": b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 100_000,
    "many boundaries": b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
    + b"--b\r\nX: boundary=c\r\n" * 5_000,
    "a long subject": b"Subject: " + b"=?utf-8?q?a?= " * 20_000 + b"\r\n\r\nx",
    "a long recipient list": b"To: " + b"a@b.example, " * 6_000 + b"\r\n\r\nx",
    "a long recipient": b"To: " + b'<("' * 30_000 + b"\r\n\r\nx",
    "many headers": b"X: y\r\n" * 16_000 + b"\r\nx",
    "many results": b"Authentication-Results: mx.tidewater.example; dkim=pass\r\n" * 1_500 + b"\r\nx",
    "a long line": b"\r\n" + b"x" * 3_000_000,
    "many quotation marks": b"\r\n" + b">" * 500_000 + b"\r\n" + b"> > > >\r\n" * 50_000,
}


@pytest.mark.parametrize("name", BOMBS)
@pytest.mark.timeout(20)
def test_a_mail_made_to_be_slow_is_not(name: str) -> None:
    """Limits are counted on the bytes, before any parser sees them."""
    got = mail(b"From: ap@orchard.example\r\n" + BOMBS[name])
    assert got.sender.address in ("ap@orchard.example", "")


def test_beyond_a_limit_the_header_alone_is_read_and_that_is_told() -> None:
    """Both sides: 20 levels are read, 150 containers are not; 100 KB of header are, more are not."""

    def nested(levels: int) -> bytes:
        head = b"".join(
            b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(levels)
        )
        return b"From: ap@orchard.example\r\n" + head + b"Content-Type: text/plain\r\n\r\nINV-7 paid."

    assert shown(mail(nested(20)).body.own) == "INV-7 paid."
    assert any("deeper than 20" in finding for finding in mail(nested(21)).findings)
    assert any("only the header was read" in finding for finding in mail(nested(150)).findings)
    for size, is_read in ((102_000, True), (103_000, False)):
        got = mail(b"From: ap@orchard.example\r\nX: " + b"y" * size + b"\r\n\r\nINV-7 paid.")
        assert bool(got.body.own) == is_read
        assert got.sender.address == "ap@orchard.example"


def test_a_header_can_not_write_into_another() -> None:
    """Whatever an encoded word holds, one line without controls comes out."""
    got = raw_header(
        "From: =?utf-8?q?x=0A=0Ay=00=E2=80=AE?= <ap@orchard.example>", "Subject: =?utf-8?q?a=0Ab?="
    )
    assert (got.sender.name, got.subject) == ("x y", "a b")


SEEDS = [
    letter("ap@orchard.example", "INV-7 paid.\n> old\n").encode(),
    trusted("orchard.example").encode()
    + b"From: =?gb2312?B?s8KGtA==?= <ap@orchard.example>\r\nTo: ar@tidewater.example\r\nSubject: FW: x\r\n"
    b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=gbk\r\n\r\n"
    b"<table><tr><td>a<td>b<tr><td>c<td>d</table>\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
    b"From: bea@orchard.example\r\nContent-Transfer-Encoding: base64\r\n\r\nSU5W\r\n--b\r\n"
    b"Content-Type: application/pdf; name*=utf-8''%E4.pdf\r\n\r\n%PDF\r\n--b--\r\n",
    b"Return-Path: <>\r\nFrom: MAILER-DAEMON@x.example\r\nContent-Type: multipart/report; report-type=delivery-status;"
    b" boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nA: b\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\n"
    b"Action: failed\r\n--b--\r\n",
]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A mail with bytes overwritten, cut out, doubled or put in."""
    raw = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(raw)))
        end = min(len(raw), start + draw(st.integers(0, 40)))
        fresh = draw(
            st.one_of(
                st.binary(max_size=12),
                st.sampled_from([b"\r\n", b"--b", b"=?", b"<", b'"', b"\xff\xfe", b": ", b";"]),
            )
        )
        raw = raw[:start] + fresh + raw[draw(st.sampled_from([start, end])) :]
    return raw


@settings(max_examples=600, deadline=None)
@given(mutated())
def test_no_bytes_make_it_raise(raw: bytes) -> None:
    """Whatever happens to a mail on its way, it is one, and shows no control characters in what people read."""
    got = mail(raw)
    for text in (got.subject, got.sender.name, *(part.name for part in got.parts)):
        assert text.isprintable()
    assert all(part.name for part in got.parts)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_no_random_bytes_make_it_raise(raw: bytes) -> None:
    """Bytes that never were a mail."""
    assert not parse(raw, correspondents=COMPANY, rules=RULES).authenticated
