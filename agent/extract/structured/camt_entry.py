"""A camt entry (Ntry) into its payments: one, or one for each TxDtls of a batch; none of our own money."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from agent.extract.structured.elements import Element
from agent.extract.structured.remittance_information import settled
from agent.extract.structured.values import ZERO, amount_of, currency_of, day_of, is_reference, span
from agent.facts.readings import Method, PaymentRead
from agent.ids import folded

# ISO 20022 bank transaction codes, families and sub-families.
_SUB_FAMILIES: Final = {
    "ACDT": Method.ACH,
    "ATXN": Method.ACH,
    "CDPT": Method.CASH,
    "CHKD": Method.CHECK,
}
_FAMILIES: Final = {
    "RCDT": Method.WIRE,
    "RRCT": Method.WIRE,
    "RCHQ": Method.CHECK,
    "LBOX": Method.CHECK,
    "DRFT": Method.DRAFT,
    "CCRD": Method.CARD,
    "MCRD": Method.CARD,
}
# Reversals by return or cancellation, unpaid direct debits and cheques, dishonoured drafts.
_RETURNED: Final = frozenset({"RRTN", "RPCR", "UPDD", "PRDD", "UPCQ", "URCQ", "UDFT"})
_SWEPT: Final = frozenset({"SWEP", "ZABA", "TOPG", "CAPL", "ACCB"})


def is_booked(entry: Element) -> bool:
    """BOOK by its status; a camt.053 holds booked entries alone, so one without a status is booked too."""
    status = entry.text_at("Sts/Cd", "Sts")
    return status == "BOOK" or (not status and entry.parent is not None and entry.parent.name == "Stmt")


def payments_of(entry: Element, part: str, warnings: list[str]) -> Iterator[PaymentRead]:
    """The payments of one entry, with what is wrong or taken back in it added to the warnings."""
    amount, currency = _amount(entry, "Amt")
    details = entry.all("NtryDtls/TxDtls")
    is_reversal = entry.text_at("RvslInd").lower() in ("true", "1")
    if amount is None:
        warnings.append(f"{_where(entry)}: its amount {entry.text_at('Amt')!r} can't be read")
    elif entry.text_at("CdtDbtInd") != "CRDT":
        if is_booked(entry) and (is_reversal or any(_is_returned(each) for each in (entry, *details))):
            warnings.append(f"{_where(entry)}: {amount} {currency} that came before is taken back")
            yield from _returned(entry, details, part)
    elif not is_booked(entry) or is_reversal or _is_ours(entry, entry):
        pass
    elif len(details) > 1:
        yield from _batch(entry, details, part, warnings)
    elif details and entry.text_at("NtryDtls/Btch/NbOfTxs") in ("", "1"):
        if not _is_ours(details[0], entry):
            yield _payment(entry, details[0], amount, currency, part)
    else:
        yield _payment(entry, entry, amount, currency, part)


def _batch(entry: Element, details: list[Element], part: str, warnings: list[str]) -> Iterator[PaymentRead]:
    """Several payments booked as one sum; one payment where not all have an amount in its currency."""
    amount, currency = _amount(entry, "Amt")
    assert amount is not None
    signed: list[Decimal] = []
    for detail in details:
        each, its_currency = _amount(detail, "Amt", "AmtDtls/TxAmt/Amt")
        if each is None or its_currency != currency:
            warnings.append(f"{_where(entry)}: not all its payments have an amount; it was read as one")
            yield _payment(entry, entry, amount, currency, part)
            return
        signed.append(-each if detail.text_at("CdtDbtInd") == "DBIT" else each)
    for detail, each in zip(details, signed, strict=True):
        if each > 0 and not _is_ours(detail, entry):
            yield _payment(entry, detail, each, currency, part)
    if sum(signed) != amount:
        warnings.append(f"{_where(entry)}: its payments sum to {sum(signed)}, booked are {amount} {currency}")


def _returned(entry: Element, details: list[Element], part: str) -> Iterator[PaymentRead]:
    """What a debit takes back: each of its transactions, or where these have no amounts the whole."""
    amount, currency = _amount(entry, "Amt")
    assert amount is not None
    amounts = [_amount(detail, "Amt", "AmtDtls/TxAmt/Amt") for detail in details]
    told = [each for each, its_currency in amounts if each is not None and its_currency == currency]
    if len(told) == len(details) > 1 and sum(told) == amount:
        pairs = list(zip(details, told, strict=True))
    else:
        pairs = [(details[0] if len(details) == 1 else entry, amount)]
    for detail, each in pairs:
        # A return keeps the parties of the first transfer; a transfer back has us as its debtor.
        side = "Cdtr" if _is_own(*_payer(detail), entry) else "Dbtr"
        yield replace(_payment(entry, detail, each, currency, part, side), is_returned=True)


def _where(entry: Element) -> str:
    return f"entry on line {entry.line}"


def _amount(element: Element, *paths: str) -> tuple[Decimal | None, str | None]:
    found = element.first(*paths)
    if found is None:
        return None, None
    currency = currency_of(found.attributes.get("Ccy", ""))
    return amount_of(found.text, currency), currency


def _codes(element: Element) -> tuple[str, str, str]:
    """Domain, family and sub-family of a transaction's code."""
    code = element.first("BkTxCd/Domn")
    if code is None:
        return "", "", ""
    return code.text_at("Cd"), code.text_at("Fmly/Cd"), code.text_at("Fmly/SubFmlyCd")


def _is_returned(detail: Element) -> bool:
    return detail.first("RtrInf") is not None or _codes(detail)[2] in _RETURNED


def _is_ours(detail: Element, entry: Element) -> bool:
    """True for money not from others: our own payment returned, a sweep, a transfer between own accounts."""
    domain, family, sub_family = _codes(detail)
    if _is_returned(detail) or domain == "CAMT" or {family, sub_family} & _SWEPT:
        return True
    return _is_own(*_payer(detail), entry)


def _is_own(name: Element | None, account: Element | None, entry: Element) -> bool:
    """True for the statement's own account and its owner."""
    statement = entry.parent
    if statement is None:
        return False
    owner = folded(statement.text_at("Acct/Ownr/Nm", "Acct/Ownr/Pty/Nm"))
    own = folded(statement.text_at("Acct/Id/IBAN", "Acct/Id/Othr/Id"))
    return bool((name and owner == folded(name.text)) or (account and own == folded(account.text)))


def _payer(detail: Element, side: str = "Dbtr") -> tuple[Element | None, Element | None]:
    """Name and account of the debtor; the ultimate debtor's name where that is all there is."""
    names = [f"RltdPties/{party}{nested}/Nm" for party in (side, f"Ultmt{side}") for nested in ("/Pty", "")]
    accounts = (f"RltdPties/{side}Acct/Id/IBAN", f"RltdPties/{side}Acct/Id/Othr/Id")
    return detail.first(*names), detail.first(*accounts)


def _payment(
    entry: Element, detail: Element, amount: Decimal, currency: str | None, part: str, side: str = "Dbtr"
) -> PaymentRead:
    """One payment; `detail` is its TxDtls, or the entry itself where it has none of its own."""
    name, account = _payer(detail, side)
    valued = entry.first("ValDt/Dt", "ValDt/DtTm", "BookgDt/Dt", "BookgDt/DtTm")
    booked = entry.first("Amt")
    if len(entry.all("NtryDtls/TxDtls")) > 1 and detail is not entry:
        booked = detail.first("Amt", "AmtDtls/TxAmt/Amt")
    own = next((each for each in _own_references(detail) if is_reference(each.text)), None)
    kept = _charges(entry, detail, amount, currency)
    what_for = settled(amount, detail.all("RmtInf"), part, kept)
    note = None if what_for.text else detail.first("AddtlTxInf") or entry.first("AddtlNtryInf")
    others = [*_bank_references(entry, detail), *what_for.references]
    spans = (
        ("amount", booked),
        ("date", valued),
        ("reference", own),
        ("payer", name),
        ("payer_account", account),
        ("text", note),
        ("instructed", detail.first("AmtDtls/InstdAmt/Amt")),
    )
    currency_span = [span("currency", part, booked.line, currency)] if booked and currency else []
    return PaymentRead(
        amount=amount,
        currency=currency,
        paid_on=day_of(valued.text) if valued else None,
        method=_method(detail) or _method(entry),
        reference=own.text if own else None,
        payer=name.text if name else None,
        payer_account=account.text if account else None,
        lines=what_for.lines,
        checks=what_for.checks,
        lines_total=what_for.lines_total,
        other_references=tuple(dict.fromkeys(each for each in others if not own or each != own.text)),
        charges=next(iter(kept)) if len(kept) == 1 and not what_for.lines else None,
        text=note.text if note else what_for.text,
        evidence=(
            *(span(field, part, element.line, element.text) for field, element in spans if element),
            *currency_span,
            *what_for.evidence,
        ),
    )


def _own_references(detail: Element) -> list[Element]:
    """References that the payer gave."""
    return [each for path in ("EndToEndId", "ChqNb") for each in detail.all(f"Refs/{path}")]


def _bank_references(entry: Element, detail: Element) -> list[str]:
    """References that banks gave on the way."""
    paths = ("TxId", "UETR", "AcctSvcrRef", "ClrSysRef", "InstrId", "Prtry/Ref")
    texts = [each.text for path in paths for each in detail.all(f"Refs/{path}")]
    return [text for text in (*texts, entry.text_at("AcctSvcrRef")) if is_reference(text)]


def _charges(entry: Element, detail: Element, amount: Decimal, currency: str | None) -> frozenset[Decimal]:
    """What the bank may have kept: charges as stated for either, and what was instructed less what came."""
    kept = set()
    for bearer in (entry, detail):
        stated = ZERO
        for record in (*bearer.all("Chrgs/Rcrd"), *bearer.all("Chrgs")):
            each, its_currency = _amount(record, "Amt")
            if each is not None and its_currency == currency and record.text_at("CdtDbtInd") != "CRDT":
                stated += each
        kept.add(stated)
    instructed, its_currency = _amount(detail, "AmtDtls/InstdAmt/Amt")
    if instructed is not None and its_currency == currency:
        kept.add(instructed - amount)
    return frozenset(each for each in kept if each > 0)


def _method(element: Element) -> Method | None:
    _, family, sub_family = _codes(element)
    return _SUB_FAMILIES.get(sub_family) or _FAMILIES.get(family)
