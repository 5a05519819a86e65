"""Mail bytes as clients write them: parts with any charset, label and encoding, multiparts, headers."""

import base64
import quopri
from dataclasses import dataclass, field
from datetime import datetime
from email.header import Header
from email.utils import format_datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One MIME part: its headers and its encoded body."""

    headers: tuple[str, ...]
    body: bytes

    def wire(self) -> bytes:
        return b"".join(raw(header) + b"\r\n" for header in self.headers) + b"\r\n" + self.body


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """What is in the head of a mail, and its one part."""

    sender: tuple[str, str]
    subject: str
    date: str
    part: Part
    to: str = "Tidewell Receivables <receivables@tidewell.example>"
    cc: str = ""
    reply_to: str = ""
    mailer: str = ""
    charset: str = "utf-8"
    more: tuple[str, ...] = field(default=())


def raw(header: str) -> bytes:
    return header.encode("utf-8", "surrogateescape")


def crlf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def encoded(data: bytes, encoding: str) -> bytes:
    if encoding == "base64":
        return base64.encodebytes(data).replace(b"\n", b"\r\n")
    if encoding == "quoted-printable":
        plain = quopri.encodestring(data.replace(b"\r\n", b"\n"))
        return plain.replace(b"\n", b"\r\n")
    return data


def text(
    content: str,
    charset: str = "utf-8",
    *,
    kind: str = "plain",
    label: str | None = None,
    encoding: str = "8bit",
    extra: str = "",
) -> Part:
    """A text part; `label` is the charset it claims ("" for none at all)."""
    data = crlf(content).encode(charset)
    claimed = charset if label is None else label
    content_type = f"Content-Type: text/{kind}" + (f"; charset={claimed}" if claimed else "") + extra
    body = encoded(data, encoding)
    return Part(headers=(content_type, f"Content-Transfer-Encoding: {encoding}"), body=body)


def html(content: str, charset: str = "utf-8", *, label: str | None = None, encoding: str = "8bit") -> Part:
    return text(content, charset, kind="html", label=label, encoding=encoding)


def attached(name: str, content_type: str, data: bytes, *, name_header: str = "") -> Part:
    """An attachment in base64; `name_header` replaces the usual file-name parameters."""
    if name.isascii():
        named = f'Content-Disposition: attachment; filename="{name}"'
        typed = f'Content-Type: {content_type}; name="{name}"'
    else:
        word = "=?UTF-8?B?" + base64.b64encode(name.encode()).decode() + "?="
        named = f'Content-Disposition: attachment; filename="{word}"'
        typed = f'Content-Type: {content_type}; name="{word}"'
    return Part(
        headers=(typed, "Content-Transfer-Encoding: base64", name_header or named),
        body=encoded(data, "base64"),
    )


def parts(kind: str, *members: Part, boundary: str = "") -> Part:
    line = boundary or f"----=_{kind}_{sum(len(m.body) for m in members):08X}"
    body = b""
    for member in members:
        body += b"--" + line.encode() + b"\r\n" + member.wire()
        body += b"" if body.endswith(b"\r\n") else b"\r\n"
    body += b"--" + line.encode() + b"--\r\n"
    return Part(headers=(f'Content-Type: multipart/{kind}; boundary="{line}"',), body=body)


def alternative(*members: Part) -> Part:
    return parts("alternative", *members)


def mixed(*members: Part) -> Part:
    return parts("mixed", *members)


def named(person: tuple[str, str], charset: str) -> str:
    name, address = person
    if not name:
        return address
    if name.isascii() and set(name) & set(",.()@:;"):
        return f'"{name}" <{address}>'
    return f"{word(name, charset)} <{address}>"


def word(value: str, charset: str) -> str:
    """Header text, in encoded words where it is not ASCII."""
    return value if value.isascii() else Header(value, charset, maxlinelen=70).encode(linesep="\r\n")


def moment(date: str) -> datetime:
    return datetime.fromisoformat(date)


def message(name: str, mail: Mail) -> bytes:
    """The whole message; its Message-ID comes from the file's name."""
    domain = mail.sender[1].rpartition("@")[2] or "mail.example"
    head = [
        f"From: {named(mail.sender, mail.charset)}",
        f"To: {mail.to}",
        f"Cc: {mail.cc}" if mail.cc else "",
        f"Reply-To: {mail.reply_to}" if mail.reply_to else "",
        f"Subject: {word(mail.subject, mail.charset)}",
        f"Date: {format_datetime(moment(mail.date))}",
        f"Message-ID: <{name}.{moment(mail.date):%Y%m%d%H%M}@{domain}>",
        *mail.more,
        f"X-Mailer: {mail.mailer}" if mail.mailer else "",
        "MIME-Version: 1.0",
    ]
    top = b"".join(raw(line) + b"\r\n" for line in head if line)
    return top + mail.part.wire()
