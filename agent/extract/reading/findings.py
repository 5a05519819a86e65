"""All that one document says of payments, and what stands between two places of it."""

from dataclasses import dataclass, replace
from decimal import Decimal

from agent.extract.reading.bills import PaidPart
from agent.extract.reading.direction import Payee
from agent.extract.reading.fields import Fields
from agent.extract.reading.sections import table_part
from agent.extract.reading.told import Told, Value
from agent.extract.speech.acts import Act
from agent.extract.speech.meaning import UNSURE, Meaning
from agent.extract.speech.sentence import Sentence
from agent.extract.speech.stated import Stated
from agent.extract.tabular.items import ItemTable
from agent.extract.text.reference import Reference
from agent.extract.text.script import Script
from agent.facts.documents import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What one document, or a part of it, says of payments."""

    script: Script
    sentences: tuple[Sentence, ...]
    tables: tuple[ItemTable, ...]
    claims: tuple[tuple[ItemTable, Act], ...]  # lists that are introduced as promised or disputed
    fields: Fields
    stated: tuple[Stated, ...]
    named: tuple[Reference, ...]
    capitals: tuple[tuple[int, int, Decimal], ...]
    pays: bool  # it says in words that something was paid
    advises: bool  # it calls itself an advice, or has a column of what was paid
    is_pending: bool  # it says that the payment was not made
    elsewhere: str | None  # why the money is not for us: another payee, or we are the payer
    excepts: bool  # it says that it pays all but some
    left_out: tuple[Reference, ...]  # those that it does not pay
    payees: tuple[Payee, ...] = ()
    parted: tuple[PaidPart, ...] = ()  # the bills of a list, or what was paid in each of several ways

    @property
    def is_body(self) -> bool:
        """True for the mail's own text."""
        return self.script.document.source is Source.BODY

    @property
    def has_money(self) -> bool:
        """True where a payment could be read from it alone."""
        return bool(self.tables or self.capitals or self.parted or any(_is_sum(one) for one in self.stated))


def _is_sum(one: Stated) -> bool:
    """True for what words call the sum, and for money of which the sentence that pays says nothing else."""
    in_payment = one.meaning is Meaning.UNSAID and one.rank < UNSURE and not one.amount.is_plain
    return one.meaning is Meaning.TOTAL or in_payment


def part_of(whole: Findings, start: int, end: int) -> Findings:
    """What stands between two places of a document."""

    def told(values: list[Told[Value]]) -> list[Told[Value]]:
        return [one for one in values if start <= one.start < end]

    script, fields = whole.script, whole.fields
    payees = tuple(one for one in whole.payees if start <= one.start < end)
    others = [one.name for one in payees if not one.is_ours]
    lists = [table_part(script, table, start, end) for table in whole.tables if table.header is None]
    headed = [
        table for table in whole.tables if table.header and start <= script.row_span(table.first_row)[0] < end
    ]
    return replace(
        whole,
        tables=tuple(table for table in (*headed, *lists) if table.items),
        stated=tuple(one for one in whole.stated if start <= one.amount.start < end),
        named=tuple(reference for reference in whole.named if start <= reference.start < end),
        capitals=tuple(one for one in whole.capitals if start <= one[0] < end),
        payees=payees, elsewhere=f"pays {others[0]}, not us" if len(others) == len(payees) > 0 else whole.elsewhere,
        fields=Fields(
            dates=told(fields.dates) or fields.dates, maturities=told(fields.maturities), references=told(fields.references),
            methods=told(fields.methods) or fields.methods, payers=fields.payers, accounts=fields.accounts,
            currencies=told(fields.currencies) or fields.currencies, names=fields.names,
        ),
    )  # fmt: skip
