"""A bank's e-receipt (银行电子回单, 电子凭证会计数据标准, XBRL `bker`) into the payment that it proves.

Element names as programs that read such files use them, not from the taxonomy itself: so a receipt counts only
where amount, both parties and day are all found, and each once.
"""

import re
from decimal import Decimal
from typing import Final

from agent.extract.structured.elements import Damage, Element, elements
from agent.extract.structured.values import amount_of, currency_of, day_of, is_reference, span
from agent.extract.text.hanzi import find_capitals
from agent.facts.documents import Fault, Unread
from agent.facts.mail import Part
from agent.facts.readings import Check, Kind, Method, PaymentRead, StructuredRead

_SPACE: Final = re.compile(rb"xbrl\.mof\.gov\.cn/taxonomy/[\d-]{1,12}/bker\b")
_HEAD: Final = 20_000
_FIELDS: Final = {
    "amount": ("TransactionAmountInFigures", "TransactionAmount"),
    "date": ("DateOfBookkeeping", "TransactionDate", "DateOfTransaction", "IssueDate", "DateOfIssue"),
    "payer": ("AccountNameOfPayer", "NameOfPayer"),
    "payer_account": ("AccountNumberOfPayer",),
    "payee": ("AccountNameOfPayee", "NameOfPayee"),
    "reference": ("BusinessSerialNumber", "TransactionSerialNumber", "NumberOfBankElectronicReceipt"),
}
_NEEDED: Final = ("amount", "date", "payer", "payee")
_WORDS: Final = ("TransactionAmountInWords",)
_YUAN: Final = "人民币"  # before the amount in words
_OTHERS: Final = ("NumberOfBankElectronicReceipt", "IdentifyingCode", "TransactionCode")
_TEXTS: Final = ("Usage", "Summary", "Postscript", "Notes", "Remarks")


def is_e_receipt(head: bytes) -> bool:
    """True for an XBRL instance of the e-receipt taxonomy."""
    return head.startswith(b"<") and bool(_SPACE.search(head[:_HEAD]))


def read_e_receipt(part: Part) -> StructuredRead | Unread:
    """Read one receipt; what it lacks, or says twice, is told and nothing of it counts."""
    read = next(iter(elements(part.content, frozenset({"xbrl"}))), None)
    if not isinstance(read, Element):
        detail = read.detail if isinstance(read, Damage) else "it is no XBRL instance"
        return Unread(part=part.name, fault=read.fault if read else Fault.BROKEN, detail=detail)
    told = {field: found for field, names in _FIELDS.items() if (found := _all(read, names))}
    lacking = [field for field in _NEEDED if field not in told]
    doubled = [field for field in _NEEDED if len({one.text for one in told.get(field, ())}) > 1]
    currency = _currency(read, told["amount"][0]) if "amount" in told else None
    amount = amount_of(told["amount"][0].text.replace(",", ""), currency) if "amount" in told else None
    paid_on = day_of(told["date"][0].text) if "date" in told else None
    if lacking or doubled or amount is None or amount <= 0 or paid_on is None:
        what = ", ".join(lacking or doubled or ["amount or date"])
        return Unread(part=part.name, fault=Fault.BROKEN, detail=f"the e-receipt does not say once: {what}")
    words = _in_words(read)
    if currency is None and any(_YUAN in one.text for one in _all(read, _WORDS)):
        currency = "CNY"
    texts = [one for name in _TEXTS for one in _all(read, (name,))]
    others = [one.text for name in _OTHERS for one in _all(read, (name,)) if is_reference(one.text)]
    reference = next((one.text for one in told.get("reference", ()) if is_reference(one.text)), None)
    payment = PaymentRead(
        amount=amount,
        currency=currency,
        paid_on=paid_on,
        method=Method.WIRE,
        reference=reference,
        payer=told["payer"][0].text,
        payer_account=told["payer_account"][0].text if "payer_account" in told else None,
        payee=told["payee"][0].text,
        checks=(Check.WORDS,) if words == amount else (),
        words_amount=words if words is not None and words != amount else None,
        other_references=tuple(dict.fromkeys(one for one in others if one != reference)),
        text=" ".join(one.text for one in texts),
        evidence=(
            *(span(field, part.name, found[0].line, found[0].text) for field, found in told.items()),
            *(span("text", part.name, one.line, one.text) for one in texts),
        ),
    )
    return StructuredRead(part=part.name, kind=Kind.REMITTANCE, payments=(payment,))


def _all(root: Element, names: tuple[str, ...]) -> list[Element]:
    """The elements of the first of these names that has one with a text, at any depth."""
    for name in names:
        if found := [one for one in _below(root) if one.name == name and one.text]:
            return found
    return []


def _below(root: Element) -> list[Element]:
    found, stack = [], [root]
    while stack:
        at = stack.pop()
        found.append(at)
        stack.extend(reversed(at.children))
    return found


def _currency(root: Element, amount: Element) -> str | None:
    """The currency of a fact: the measure of its unit, as iso4217:CNY (XBRL 2.1, 4.8.2)."""
    unit = next(
        (one for one in root.all("unit") if one.attributes.get("id") == amount.attributes.get("unitRef")),
        None,
    )
    return currency_of(unit.text_at("measure").rpartition(":")[2]) if unit else None


def _in_words(root: Element) -> Decimal | None:
    found = [value for one in _all(root, _WORDS) for _, _, value in find_capitals(one.text)]
    return found[0] if len(found) == 1 else None
