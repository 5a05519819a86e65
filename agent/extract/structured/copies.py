"""Invoices, orders and the like in data formats: recognised, so that nobody takes their amounts for paid ones."""

import re
from typing import Final

from agent.extract.structured.edifact import is_edifact
from agent.facts.mail import Part
from agent.facts.readings import Kind, StructuredRead

_HEAD: Final = 20_000
_ROOT: Final = re.compile(rb"<(?:[\w.-]{1,40}:)?([A-Za-z_][\w.-]{0,60})[\s/>]")
_ROOTS: Final = {
    "CrossIndustryInvoice": "an invoice (CII: Factur-X, ZUGFeRD, XRechnung)",
    "CrossIndustryDocument": "an invoice (ZUGFeRD 1)",
    "SCRDMCCBDACIOMessageStructure": "an order (Order-X)",
    "FatturaElettronica": "an invoice (FatturaPA)",
    "Comprobante": "an invoice (CFDI)",
    "EInvoice": "an e-invoice of the tax authority (数电票)",
}
# Whose root is one word of many uses: the namespace tells.
_SPACES: Final = (
    (
        re.compile(rb"urn:oasis:names:specification:ubl:schema:xsd:(Invoice|CreditNote|Order|DebitNote)-"),
        "UBL",
    ),
    (
        re.compile(rb"xbrl\.mof\.gov\.cn/taxonomy/[\d-]{1,12}/(einv|inv|rai|atr|ntrev|efi|ctp)\b"),
        "电子凭证会计数据标准",
    ),
)
_EDIFACT: Final = ("INVOIC", "ORDERS", "ORDRSP", "ORDCHG", "DESADV", "RECADV", "PRICAT", "COMDIS")
_X12: Final = {"810": "an invoice", "850": "an order", "855": "an order's answer", "856": "a ship notice"}


def copy_of(part: Part) -> StructuredRead | None:
    """What says that a part is a copy of an invoice or an order, and pays nothing; None for all else."""
    what = _named(part.content)
    if what is None:
        return None
    warning = f"{part.name} is {what}: it tells of no payment"
    return StructuredRead(part=part.name, kind=Kind.OTHER, payments=(), warnings=(warning,), is_copy=True)


def _named(content: bytes) -> str | None:
    head = content[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
    if head.startswith(b"<"):
        return _of_root(head)
    if is_edifact(content, *_EDIFACT):
        return "an EDIFACT document of trade"
    separator = head[3:4]
    if head.startswith(b"ISA") and not separator.isalnum() and separator.strip():
        mark = re.escape(separator)
        found = re.search(rb"ST" + mark + rb"(810|850|855|856)" + mark, head)
        return f"{_X12[found[1].decode()]} (X12 {found[1].decode()})" if found else None
    return None


def _of_root(head: bytes) -> str | None:
    """By the name of the root element, else by the namespaces that it declares."""
    root = _ROOT.search(head)
    if root is None:
        return None
    if root[1].decode() in _ROOTS:
        return _ROOTS[root[1].decode()]
    tag = head[root.start() : head.find(b">", root.start())]
    spaces = ((found[1].decode(), name) for mark, name in _SPACES if (found := mark.search(tag)))
    return next((f"a document of the kind {kind} ({name})" for kind, name in spaces), None)
