"""ISO 20022 RmtInf, any version, into lines, text and creditor references: for camt, pain.001, remt.001."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from typing import Final

from agent.extract.structured.elements import Element
from agent.extract.structured.values import ZERO, amount_of, footed, span
from agent.facts.documents import Span
from agent.facts.readings import Check, PaidLine

_CREDIT_NOTES: Final = frozenset({"CREN"})  # ExternalDocumentType1Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What a payment is for, once its amount is known."""

    lines: tuple[PaidLine, ...] = ()
    checks: tuple[Check, ...] = ()
    lines_total: Decimal | None = None
    text: str = ""
    references: tuple[str, ...] = ()  # CdtrRefInf: QRR, RF (ISO 11649) or the creditor's own
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A document as one Strd names it; `gross` is what is due before discount and deduction."""

    line: PaidLine
    gross: Decimal | None
    evidence: tuple[Span, ...]

    @property
    def net(self) -> Decimal | None:
        """Gross - discount - deduction."""
        return None if self.gross is None else self.gross - self.line.discount - self.line.deduction

    def holds(self, line: PaidLine) -> bool:
        """True where gross - discount - deduction is what is paid, by the line as it came to be."""
        return self.gross is not None and line.amount == self.gross - line.discount - line.deduction


def settled(
    amount: Decimal | None,
    information: Iterable[Element],
    part: str,
    charges: frozenset[Decimal] = frozenset(),
) -> Settled:
    """Read these RmtInf elements; `charges` are amounts that the bank may have kept from the payment."""
    information = list(information)
    named = [one for each in information for strd in each.all("Strd") for one in _documents(strd, part)]
    words = [element for each in information for element in _words(each)]
    references = [ref.text for each in information for ref in each.all("Strd/CdtrRefInf/Ref") if ref.text]
    lines, checks, lines_total = footed(amount, _lines(named, amount))
    if amount is not None and lines_total is not None and (kept := lines_total - amount) in charges:
        lines, checks, lines_total = footed(amount, _charged(lines, kept))
    if named and all(one.holds(line) for one, line in zip(named, lines, strict=True)):
        checks += (Check.NET,)
    return Settled(
        lines=lines,
        checks=checks,
        lines_total=lines_total,
        text=" ".join(element.text for element in words),
        references=tuple(references),
        evidence=(
            *(each for one in named for each in one.evidence),
            *(span("text", part, element.line, element.text) for element in words),
        ),
    )


def _words(information: Element) -> list[Element]:
    """Free text, and creditor references: those may hold one of our numbers too."""
    paths = ("Ustrd", "Strd/AddtlRmtInf", "Strd/CdtrRefInf/Ref")
    return [element for path in paths for element in information.all(path) if element.text]


def _documents(strd: Element, part: str) -> list[_Named]:
    """The documents of one Strd; its amounts are the one's that it names, by number or creditor reference."""
    infos = [info for info in strd.all("RfrdDocInf") if info.text_at("Nb")]
    amounts = strd.first("RfrdDocAmt")
    if not infos and amounts and (reference := strd.first("CdtrRefInf/Ref")):
        return [_named(reference, False, amounts, part)]
    found = []
    for info in infos:
        number = info.first("Nb")
        assert number
        is_credit = info.text_at("Tp/CdOrPrtry/Cd", "Tp/Cd") in _CREDIT_NOTES
        found.append(_named(number, is_credit, amounts if len(infos) == 1 else None, part))
    return found


def _named(number: Element, is_credit: bool, amounts: Element | None, part: str) -> _Named:
    evidence = [span("invoice", part, number.line, number.text)]
    if amounts is None:
        return _Named(line=PaidLine(invoice=number.text, amount=None), gross=None, evidence=tuple(evidence))

    def stated(field: str, *paths: str) -> Decimal | None:
        element = amounts.first(*paths)
        value = amount_of(element.text, element.attributes.get("Ccy")) if element else None
        if element and value is not None:
            evidence.append(span(field, part, element.line, element.text))
        return value

    paid = stated("line.amount", "RmtdAmt")
    credit = stated("line.amount", "CdtNoteAmt/Amt", "CdtNoteAmt")
    gross = stated("line.gross", "DuePyblAmt")
    discount = stated("line.discount", "DscntApldAmt/Amt", "DscntApldAmt") or ZERO
    deduction = stated("line.deduction", "AdjstmntAmtAndRsn/Amt") or ZERO
    if paid is None and credit is not None:
        paid, is_credit = credit, True
    if is_credit:
        paid, gross = (None if each is None else -abs(each) for each in (paid, gross))
    reason = amounts.text_at("AdjstmntAmtAndRsn/AddtlInf", "AdjstmntAmtAndRsn/Rsn") if deduction else ""
    line = PaidLine(
        invoice=number.text, amount=paid, discount=discount, deduction=deduction, reason=reason or None
    )
    return _Named(line=_signed(line, gross), gross=gross, evidence=tuple(evidence))


def _signed(line: PaidLine, gross: Decimal | None) -> PaidLine:
    """Discount and deduction with those signs, if any, with which gross less both is what is paid."""
    if gross is None or line.amount is None:
        return line
    for first, second in product((1, -1), repeat=2):
        if gross - first * line.discount - second * line.deduction == line.amount:
            return replace(line, discount=first * line.discount, deduction=second * line.deduction)
    return line


def _lines(named: list[_Named], amount: Decimal | None) -> list[PaidLine]:
    """What is stated as remitted; where it is not, what is due counts if that sums to the amount."""
    lines = [one.line for one in named]
    if any(line.amount is None for line in lines):
        due = [one.line if one.line.amount else replace(one.line, amount=one.net) for one in named]
        if footed(amount, due)[1]:
            return due
    return lines


def _charged(lines: tuple[PaidLine, ...], kept: Decimal) -> list[PaidLine]:
    """The lines with the bank's charges as a deduction from the first that bears them."""
    charged = list(lines)
    for index, line in enumerate(charged):
        if line.amount is not None and line.amount > kept and not line.deduction:
            charged[index] = replace(line, amount=line.amount - kept, deduction=kept, reason="bank_charges")
            break
    return charged
