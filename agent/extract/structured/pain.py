"""ISO 20022 payment orders (pain.001) and remittance advices (remt.001), any version, into payments."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from agent.extract.structured.elements import Damage, Element, elements
from agent.extract.structured.remittance_information import settled
from agent.extract.structured.values import (
    MOST_ENTRIES,
    ZERO,
    amount_of,
    count_of,
    currency_of,
    day_of,
    is_reference,
    span,
)
from agent.facts.documents import Fault, Unread
from agent.facts.mail import Part
from agent.facts.readings import Kind, Method, PaymentRead, StructuredRead

ROOTS: Final = ("CstmrCdtTrfInitn", "RmtAdvc")
_PIECES: Final = frozenset({"CdtTrfTxInf", "PmtInf", "RmtAdvc"})
_ACH: Final = frozenset({"CCD", "CTX", "PPD"})  # local instruments: Nacha's entry classes


def read_pain(part: Part) -> StructuredRead | Unread:
    """Read one message; a payment's payee is kept, since an order may pay others than us."""
    payments: list[PaymentRead] = []
    warnings: list[str] = []
    amounts: list[Decimal] = []
    for piece in elements(part.content, _PIECES):
        if isinstance(piece, Damage):
            if piece.refused or not payments:
                return Unread(part=part.name, fault=piece.fault, detail=piece.detail)
            warnings.append(f"{piece.detail}; the {len(payments)} payments before it were read")
        elif piece.name == "CdtTrfTxInf":
            payments.append(_payment(piece, piece.all("RmtInf"), part.name))
            amounts.append(payments[-1].amount or ZERO)
        elif piece.name == "RmtAdvc":
            payments.extend(_payment(each, [each], part.name) for each in piece.all("RmtInf"))
        else:
            warnings.extend(_unfooted(piece, amounts))
            amounts = []
        if len(payments) > MOST_ENTRIES:
            return Unread(part=part.name, fault=Fault.TOO_LARGE, detail=f"more than {MOST_ENTRIES} payments")
    kind = Kind.REMITTANCE if payments else Kind.OTHER
    return StructuredRead(part=part.name, kind=kind, payments=tuple(payments), warnings=tuple(warnings))


def _unfooted(batch: Element, amounts: list[Decimal]) -> Iterator[str]:
    where = f"batch {batch.text_at('PmtInfId') or 'without id'}"
    count, total = count_of(batch.text_at("NbOfTxs")), amount_of(batch.text_at("CtrlSum"))
    if count is not None and count != len(amounts):
        yield f"{where}: NbOfTxs tells of {count} payments, there are {len(amounts)}"
    if total is not None and total != sum(amounts):
        yield f"{where}: CtrlSum tells of {total} in all, the payments sum to {sum(amounts)}"


def _payment(piece: Element, information: list[Element], part: str) -> PaymentRead:
    """One CdtTrfTxInf with what its batch says of all, or one RmtInf with the payment that it is for."""
    scopes = [each for each in (piece, piece.first("OrgnlPmtInf"), piece.parent) if each]

    def find(*paths: str) -> Element | None:
        return next((found for scope in scopes if (found := scope.first(*paths))), None)

    stated = find("Amt/InstdAmt", "Amt/EqvtAmt/Amt", "InstdAmt", "IntrBkSttlmAmt")
    currency = currency_of(stated.attributes.get("Ccy", "")) if stated else None
    amount = amount_of(stated.text, currency) if stated else None
    dated = find("IntrBkSttlmDt", "ReqdExctnDt/Dt", "ReqdExctnDt/DtTm", "ReqdExctnDt")
    own = find("PmtId/EndToEndId", "Refs/EndToEndId", "ChqInstr/ChqNb")
    own = own if own and is_reference(own.text) else find("RmtInfId")
    payer = find("Dbtr/Pty/Nm", "Dbtr/Nm", "UltmtDbtr/Nm", "GrpHdr/InitgPty/Nm")
    account = find("DbtrAcct/Id/IBAN", "DbtrAcct/Id/Othr/Id")
    payee = find("Cdtr/Pty/Nm", "Cdtr/Nm")
    method = find("PmtMtd")
    others = [find(path) for path in ("PmtId/InstrId", "PmtId/UETR", "Refs/TxId", "Refs/InstrId", "PmtInfId")]
    what_for = settled(amount, information, part)
    spans = {
        "amount": stated,
        "date": dated,
        "reference": own,
        "payer": payer,
        "payer_account": account,
        "payee": payee,
        "method": method,
    }
    return PaymentRead(
        amount=amount,
        currency=currency,
        paid_on=day_of(dated.text) if dated else None,
        method=_method(method, find("PmtTpInf/LclInstrm/Prtry", "PmtTpInf/LclInstrm/Cd")),
        reference=own.text if own else None,
        payer=payer.text if payer else None,
        payer_account=account.text if account else None,
        payee=payee.text if payee else None,
        lines=what_for.lines,
        checks=what_for.checks,
        lines_total=what_for.lines_total,
        other_references=tuple(
            dict.fromkeys((*(each.text for each in others if each), *what_for.references))
        ),
        text=what_for.text,
        evidence=(
            *(span(name, part, element.line, element.text) for name, element in spans.items() if element),
            *([span("currency", part, stated.line, currency)] if stated and currency else []),
            *what_for.evidence,
        ),
    )


def _method(element: Element | None, instrument: Element | None) -> Method | None:
    if element is None:
        return None
    if instrument and instrument.text in _ACH:
        return Method.ACH
    return {"CHK": Method.CHECK, "TRF": Method.WIRE}.get(element.text)
