"""The From header to an address that may be believed, or to why it may not."""

import re
from dataclasses import dataclass
from typing import Final

from agent.facts.mail import Address
from agent.inbox.charsets import one_line, plain, unfolded

_LOCAL: Final = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
_DOMAIN: Final = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]"
_ADDRESS: Final = re.compile(rf"{_LOCAL}@{_DOMAIN}\Z")
_IN_TEXT: Final = re.compile(r"[^\s<>\"'(),;:\[\]]{1,64}[@\uff20][^\s<>\"'(),;:\[\]]{1,255}")
_QUOTED: Final = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ANGLE: Final = re.compile(r"<([^<>]*)>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who a message says that it is from; `fault` says why the header is no identity, "" where it is one."""

    address: Address
    fault: str


def read_sender(values: list[str]) -> Sender:
    """The sender by our own strict grammar: one From, one mailbox, `phrase <local@domain>` or bare address.

    Stricter than RFC 5322 section 3.4 on purpose: no groups, routes, comments, or encoded words in the
    address, and no other domain's address in the phrase, since programs disagree on what such a header says.
    """
    if len(values) != 1:
        return Sender(
            address=_nobody(), fault="there are several From headers" if values else "there is no From header"
        )
    value = unfolded(values[0]).strip()
    if len(value) > 1_000:
        return Sender(address=_nobody(), fault="the From header is too long")
    bare = _QUOTED.sub(" ", value)  # what quotation marks hold is a name, whatever it looks like
    found = _ANGLE.findall(bare)
    if not found and _ADDRESS.match(value):
        return Sender(address=Address(name="", address=value.lower()), fault="")
    address = found[-1].strip() if len(found) == 1 else ""
    name = plain(value.partition("<")[0] if len(found) == 1 else _ANGLE.sub("", value)).strip('" ')
    if len(found) != 1:
        return Sender(
            address=Address(name=name, address=_only_address(bare)),
            fault="the From header names no one mailbox",
        )
    if not _ADDRESS.match(address) or "=?" in address or len(address) > 254:
        return Sender(address=Address(name=name, address=""), fault="the From header holds no plain address")
    sender = Address(name=name, address=address.lower())
    return Sender(address=sender, fault=_fault(bare, found[0], value, sender))


def _fault(bare: str, inside: str, value: str, sender: Address) -> str:
    before, _, after = bare.partition(f"<{inside}>")
    if after.strip() or inside != inside.strip():
        return "something stands beside the address in the From header"
    if re.search(r"[,;:()\[\]\\@<>]", before) or '"' in before or any(ord(c) < 32 for c in value):
        return "the name in the From header is not plain"
    for address in _IN_TEXT.findall(sender.name):
        if not address.lower().rstrip(".").endswith(("@" + sender.domain, "\uff20" + sender.domain)):
            return "the name in the From header is another address"
    return ""


def _only_address(text: str) -> str:
    """The one address in a From header of another form, "" where there is none or several."""
    found = {word.strip("<>").lower() for word in re.findall(r"[^\s(),;:\[\]]{3,320}", text) if "@" in word}
    only = found.pop() if len(found) == 1 else ""
    return only if _ADDRESS.match(only) and ":" not in text else ""


def _nobody() -> Address:
    return Address(name="", address="")


def shown_address(text: str) -> Address:
    """Name and address as a body shows them: `Ann <a@b.example>`, `"Ann" [mailto:a@b.example]`."""
    text = one_line(text[:1_000]).replace("mailto:", " ")
    addresses = {word.strip(".'").lower() for word in _IN_TEXT.findall(text)}
    address = addresses.pop() if len(addresses) == 1 else ""
    name = re.split(r"[<\[]", text)[0].strip(" \"';,*")
    return Address(name="" if "@" in name else name, address=address if _ADDRESS.match(address) else "")
