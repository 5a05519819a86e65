"""ISO 20022 camt.052, 053 and 054, any version, into a payment for each booked credit of others' money."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from agent.extract.structured.camt_entry import is_booked, payments_of
from agent.extract.structured.elements import Damage, Element, elements
from agent.extract.structured.values import MOST_ENTRIES, ZERO, amount_of, count_of
from agent.facts.documents import Fault, Unread
from agent.facts.mail import Part
from agent.facts.readings import Kind, PaymentRead, StructuredRead

ROOTS: Final = ("BkToCstmrStmt", "BkToCstmrAcctRpt", "BkToCstmrDbtCdtNtfctn")
_STATEMENTS: Final = frozenset({"Stmt", "Rpt", "Ntfctn"})
_OPENING: Final = ("OPBD", "PRCD")  # ExternalBalanceType1Code: opening booked, previously closed booked


@dataclass(slots=True, kw_only=True)
class _Movements:
    """What one statement moved so far, to check its totals with: all entries, and the booked ones' net."""

    credits: Decimal = ZERO
    debits: Decimal = ZERO
    credit_count: int = 0
    debit_count: int = 0
    booked: Decimal = ZERO

    def add(self, entry: Element) -> None:
        amount = amount_of(entry.text_at("Amt")) or ZERO
        is_credit = entry.text_at("CdtDbtInd") == "CRDT"
        self.credits += amount if is_credit else ZERO
        self.debits += ZERO if is_credit else amount
        self.credit_count += is_credit
        self.debit_count += not is_credit
        if is_booked(entry):
            self.booked += amount if is_credit else -amount


def read_camt(part: Part) -> StructuredRead | Unread:
    """Read one message; what is damaged or does not foot is told in warnings."""
    payments: list[PaymentRead] = []
    warnings: list[str] = []
    movements = _Movements()
    entries = 0
    for piece in elements(part.content, _STATEMENTS | {"Ntry"}):
        if isinstance(piece, Damage):
            if piece.refused or not entries:
                return Unread(part=part.name, fault=piece.fault, detail=piece.detail)
            warnings.append(f"{piece.detail}; the {entries} entries before it were read")
        elif piece.name == "Ntry":
            entries += 1
            if entries > MOST_ENTRIES:
                return Unread(
                    part=part.name, fault=Fault.TOO_LARGE, detail=f"more than {MOST_ENTRIES} entries"
                )
            movements.add(piece)
            payments.extend(payments_of(piece, part.name, warnings))
        else:
            warnings.extend(_unfooted(movements, piece))
            movements = _Movements()
    return StructuredRead(
        part=part.name, kind=Kind.BANK_STATEMENT, payments=tuple(payments), warnings=tuple(warnings)
    )


def _unfooted(movements: _Movements, statement: Element) -> Iterator[str]:
    """What in the statement's totals and balances is not what its entries come to."""
    where = f"statement {statement.text_at('Id') or 'without id'}"
    count = movements.credit_count + movements.debit_count
    turnover = movements.credits + movements.debits
    for path, counted, summed in (
        ("TtlNtries", count, turnover),
        ("TtlCdtNtries", movements.credit_count, movements.credits),
        ("TtlDbtNtries", movements.debit_count, movements.debits),
    ):
        number = count_of(statement.text_at(f"TxsSummry/{path}/NbOfNtries"))
        if number is not None and number != counted:
            yield f"{where}: {path} tells of {number} entries, there are {counted}"
        total = amount_of(statement.text_at(f"TxsSummry/{path}/Sum"))
        if total is not None and total != summed:
            yield f"{where}: {path} tells of {total} in all, the entries sum to {summed}"
    opening = next((balance for code in _OPENING if (balance := _balance(statement, code)) is not None), None)
    closing = _balance(statement, "CLBD")
    if opening is not None and closing is not None and opening + movements.booked != closing:
        came_to = opening + movements.booked
        yield f"{where}: {opening} and the entries come to {came_to}, but the closing balance is {closing}"


def _balance(statement: Element, code: str) -> Decimal | None:
    for balance in statement.all("Bal"):
        if balance.text_at("Tp/CdOrPrtry/Cd", "Tp/Cd") == code:
            amount = amount_of(balance.text_at("Amt"))
            is_debit = balance.text_at("CdtDbtInd") == "DBIT"
            return -amount if amount is not None and is_debit else amount
    return None
