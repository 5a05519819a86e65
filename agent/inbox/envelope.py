"""The header of a message to who wrote it, to whom, when, and in which thread."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email import message_from_bytes
from email.message import Message
from email.parser import BytesHeaderParser
from typing import Final

from mailparser.dates import parse_mail_date
from mailparser.utils import get_addresses

from agent.facts.mail import Address
from agent.inbox.charsets import plain, repair, unfolded
from agent.inbox.part_bytes import UNREADABLE, too_complex
from agent.inbox.sender import Sender, read_sender

MOST_BYTES: Final = 40_000_000
MOST_HEADER: Final = 102_400  # bytes; Postfix's header_size_limit
_MOST_ADDRESSES: Final = 200
_MOST_REFERENCES: Final = 100
_ID: Final = re.compile(r"<[^<>]{1,990}>")
_FIELD: Final = re.compile(rb"[!-9;-~]{1,200}[ \t]*:")
_FROM: Final = re.compile(rb"from[ \t]*:", re.IGNORECASE)

RawHeaders = tuple[tuple[str, str], ...]
"""Names and values from the top, as they stand in the message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What the header of a message says; addresses are lower case."""

    headers: RawHeaders
    first: dict[str, str]  # the topmost value of each header, by its name in lower case
    sender: Sender
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str
    message_id: str
    sent_at: datetime | None
    received_at: datetime | None
    references: tuple[str, ...]  # In-Reply-To, then References, newest first
    findings: tuple[str, ...]


def read_tree(raw: bytes) -> tuple[Message, str]:
    """The MIME tree with its headers repaired, and why it is the header alone, where it is."""
    block = header_block(raw)
    fault = too_complex(raw) if len(raw) <= MOST_BYTES else f"it is larger than {MOST_BYTES // 1_000_000} MB"
    if len(block) > MOST_HEADER:
        fault = f"its header is larger than {MOST_HEADER // 1024} KB"
    try:
        message = message_from_bytes(raw) if not fault else _header_alone(block)
    except UNREADABLE as error:
        fault = f"its structure is broken ({type(error).__name__})"
        message = _header_alone(block)
    repair(message)
    return message, f"only the header was read: {fault}" if fault else ""


def header_block(raw: bytes) -> bytes:
    """The bytes before the first blank line."""
    ends = [at for mark in (b"\n\n", b"\n\r\n", b"\r\r") if (at := raw.find(mark)) >= 0]
    return raw[: min(ends)].removesuffix(b"\r") if ends else raw


def read_envelope(message: Message, block: bytes | None = None) -> Envelope:
    """The header of a message; `block` is its bytes, where at hand, for faults that no tree shows."""
    headers = tuple((name, str(value)) for name, value in message.raw_items())
    first: dict[str, str] = {}
    for name, value in headers:
        first.setdefault(name.lower(), value)
    sender = read_sender([value for name, value in headers if name.lower() == "from"])
    if block is not None and (fault := _block_fault(block)):
        nobody = Address(name="", address="")
        sender = Sender(address=nobody if "From" in fault else sender.address, fault=fault)
    findings = [sender.fault] if sender.fault else []
    return Envelope(
        headers=headers,
        first=first,
        sender=sender,
        to=_addresses(headers, "to", findings),
        cc=_addresses(headers, "cc", findings),
        subject=plain(first.get("subject", "")),
        message_id=_message_id(first),
        sent_at=_date(first.get("date", "")),
        received_at=_date(first.get("received", "").rpartition(";")[2]),
        references=_references(first),
        findings=tuple(findings),
    )


def _header_alone(block: bytes) -> Message:
    message = BytesHeaderParser().parsebytes(block[:MOST_HEADER])
    message.set_payload("")
    return message


def _block_fault(block: bytes) -> str:
    """What is wrong with a header block as a whole.

    Python drops `From :` silently, and ends the header at the first line that is none: what follows is text
    to one program and a From header to another.
    """
    lines = block[:MOST_HEADER].splitlines()
    if sum(map(bool, map(_FROM.match, lines))) > 1:
        return "there are several From headers"
    for number, line in enumerate(lines):
        is_mbox = number == 0 and line.startswith(b"From ")
        if line.strip() and line[:1] not in b" \t" and not _FIELD.match(line) and not is_mbox:
            return "a line of the header is no header"
    return ""


def _addresses(headers: RawHeaders, name: str, findings: list[str]) -> tuple[Address, ...]:
    """The mailboxes of To or Cc by mail-parser: for people, and for whether it was sent to us."""
    pairs: list[tuple[str, str]] = []
    for value in [value for one, value in headers if one.lower() == name][:20]:
        try:
            pairs += get_addresses(value[:20_000], decode_names=True)
        except UNREADABLE as error:
            findings.append(f"the {name.capitalize()} header can't be read ({type(error).__name__})")
    found = (Address(name=plain(shown), address=address.lower()) for shown, address in pairs if address)
    return tuple(found)[:_MOST_ADDRESSES]


def _date(value: str) -> datetime | None:
    """An RFC 5322 date-time in its own zone; None where it is none."""
    if not value:
        return None
    read = parse_mail_date(unfolded(value[:500]).strip())
    if read.value is None:
        return None
    try:
        zone = timezone(timedelta(hours=float(read.timezone)))
        sent_at: datetime = read.value.astimezone(zone)
    except (ValueError, OverflowError):
        return None
    return sent_at


def _message_id(first: dict[str, str]) -> str:
    match = _ID.search(unfolded(first.get("message-id", ""))[:1_000])
    return re.sub(r"\s", "", match[0]) if match else ""


def _references(first: dict[str, str]) -> tuple[str, ...]:
    """Every id that parses, whatever stands between; the last of References is the parent (RFC 5322)."""
    found = _ID.findall(unfolded(first.get("in-reply-to", "")))
    found += reversed(_ID.findall(unfolded(first.get("references", ""))))
    return tuple(dict.fromkeys(re.sub(r"\s", "", one) for one in found))[:_MOST_REFERENCES]
