"""A delivery status notification to the addresses that were not reached, and the letter meant for them."""

import re
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser
from typing import Final

_ADDRESS: Final = re.compile(r"[^\s<>;,\"()]{1,64}@[A-Za-z0-9.-]{1,253}")
_IN_TEXT: Final = re.compile(r"^\s{0,4}<?([^\s<>@]{1,64}@[A-Za-z0-9.-]{1,253})>?\s*(?::|$)", re.MULTILINE)
_ID_IN_TEXT: Final = re.compile(r"^Message-ID:\s{1,4}(<[^<>\s]{3,300}>)", re.MULTILINE | re.IGNORECASE)
_ID: Final = re.compile(r"<[^<>]{3,300}>")
_MOST: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounce:
    """Who was not reached, lower case, and the Message-ID of the letter, "" where not told."""

    recipients: tuple[str, ...]
    message_id: str


def is_report(message: Message) -> bool:
    """True for multipart/report with a delivery status (RFC 3464 section 2)."""
    if message.get_content_type() != "multipart/report":
        return False
    declared = str(message.get_param("report-type") or "").lower()
    return declared == "delivery-status" or any(
        _type(part) == "delivery-status" for part in _children(message)
    )


def read_bounce(message: Message) -> Bounce:
    """Failed recipients by the delivery status, else by lines `<address>:` of the text; the letter's id.

    A recipient with another Action than failed (delayed, relayed, expanded) was not given up (RFC 3464
    2.3.3).
    """
    recipients: list[str] = []
    message_id = text = ""
    has_status = False
    for part in _children(message) or [message]:
        match _type(part):
            case "delivery-status" | "global-delivery-status":
                has_status = True
                recipients += [address for fields in _children(part) if (address := _failed(fields))]
            case "rfc822" | "global":
                original = _children(part)
                message_id = message_id or (_message_id(original[0]) if original else "")
            case "rfc822-headers" | "global-headers":
                message_id = message_id or _message_id(HeaderParser().parsestr(_text(part)))
            case "plain":
                text += _text(part)
            case _:
                pass
    if not has_status:
        recipients = [match[1] for match in _IN_TEXT.finditer(text)]
    if not message_id and (found := _ID_IN_TEXT.search(text)):
        message_id = found[1]
    return Bounce(
        recipients=tuple(dict.fromkeys(address.lower().rstrip(".") for address in recipients[:_MOST])),
        message_id=message_id,
    )


def report_fields(message: Message) -> list[dict[str, str]]:
    """What a report says of a delivery (RFC 3464) or of a reading (RFC 8098), group by group, as it stands there."""
    if message.get_content_type() != "multipart/report":
        return []
    return [
        {name: str(value)[:1_000] for name, value in fields.items()}
        for part in _children(message)
        if _type(part).removeprefix("global-") in ("delivery-status", "disposition-notification")
        for fields in _children(part)[:_MOST]
    ]


def _failed(fields: Message) -> str:
    """The recipient of one group of fields where it failed, as we wrote it."""
    if str(fields.get("Action", "")).strip().lower() != "failed":
        return ""
    for name in ("Original-Recipient", "Final-Recipient"):
        if address := _ADDRESS.search(str(fields.get(name, ""))[:1_000].rpartition(";")[2]):
            return address[0]
    return ""


def _message_id(message: Message) -> str:
    for name in ("X-Microsoft-Original-Message-ID", "Message-ID"):
        if match := _ID.search(str(message.get(name, ""))[:1_000]):
            return match[0]
    return ""


def _children(part: Message) -> list[Message]:
    payload = part.get_payload() if part.is_multipart() else []
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _type(part: Message) -> str:
    return part.get_content_subtype()


def _text(part: Message) -> str:
    data = part.get_payload(decode=True)
    return data[:200_000].decode("utf-8", "replace") if isinstance(data, bytes) else ""
