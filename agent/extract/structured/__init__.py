"""Attachments that need no guessing into payments: ISO 20022, SWIFT, X12, EDIFACT, OFX, BAI2, e-receipts; and copies."""

import re
from collections.abc import Callable
from typing import Final

from agent.extract.structured import (
    bai2,
    camt,
    e_receipt,
    mt103,
    mt940,
    ofx,
    pain,
    remadv,
    ubl_remittance,
    x12_820,
)
from agent.extract.structured.copies import copy_of
from agent.extract.structured.packed import read_packed
from agent.extract.structured.values import MOST_BYTES
from agent.facts.documents import Fault, Unread
from agent.facts.mail import Part
from agent.facts.readings import StructuredRead

_HEAD: Final = 100_000
_ROOT: Final = re.compile(
    rb"<(?:[\w.-]{1,40}:)?(" + "|".join((*camt.ROOTS, *pain.ROOTS)).encode() + rb")[\s/>]"
)

_Read = Callable[[Part], StructuredRead | Unread]


def read_structured(part: Part) -> StructuredRead | Unread | None:
    """Read an attachment by what it is, whatever its name; None where it is none of these formats.

    A zip of such files reads as they do. A damaged one is Unread where nothing in it can be read, else it has warnings. Entries are read up to
    50,000, files up to 20 MB.
    """
    return read_packed(part, _plain) or _plain(part)


def _plain(part: Part) -> StructuredRead | Unread | None:
    read = _format(part.content)
    if read is None:
        return copy_of(part)
    if len(part.content) > MOST_BYTES:
        return Unread(part=part.name, fault=Fault.TOO_LARGE, detail=f"more than {MOST_BYTES} bytes")
    return read(part)


def _format(content: bytes) -> _Read | None:
    """The reader for this content. UTF-16 is told by its letters, without the zero bytes between them."""
    head = content[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[2:].replace(b"\0", b"")
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"<") and (root := _ROOT.search(head)):
        return camt.read_camt if root[1].decode() in camt.ROOTS else pain.read_pain
    if e_receipt.is_e_receipt(head):
        return e_receipt.read_e_receipt
    if ubl_remittance.is_ubl_remittance(head):
        return ubl_remittance.read_ubl_remittance
    if ofx.is_ofx(head):
        return ofx.read_ofx
    if x12_820.is_x12_820(content):
        return x12_820.read_820
    if remadv.is_remadv(content):
        return remadv.read_remadv
    if bai2.is_bai2(head):
        return bai2.read_bai2
    if mt940.is_mt940(head):
        return mt940.read_mt940
    return mt103.read_mt103 if mt103.is_mt103(head) else None
