"""The rows of a draft to tables of text: at most five columns, amounts with their currency said once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from agent.dates import AGING_BUCKETS, aging_bucket
from agent.facts.interest import FeeLine, InterestLine
from agent.facts.letterhead import PaymentGuide
from agent.facts.letters import AppliedRow, ClaimRow, EarlierLetter, LetterKind, OpenRow
from agent.facts.payments import Difference
from agent.facts.statements import BalanceLine
from agent.money import Money, total
from agent.outbox.clean import clean
from agent.outbox.wording import TIED, Wording, one_currency, sums

MOST_ROWS: Final = 200
_MOST_LISTED: Final = 3  # invoices in one cell
_MOST_QUOTED: Final = 5  # invoices to quote with a payment; of more, the customer's number

# The lines of a payment guide in their order; each has a word in [payment] of words.toml.
GUIDE_LINES: Final = (
    "beneficiary",
    "bank",
    "account",
    "iban",
    "bic",
    "cnaps",
    "routing",
    "reference",
    "note",
)

Cell = Money | date | int | str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A heading (a key of words.toml) and what stands below it."""

    heading: str
    cells: tuple[Cell, ...]
    is_summed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table ready to be set: as many cells in each row as there are headings."""

    caption: str
    headings: tuple[str, ...]
    is_right: tuple[bool, ...]  # amounts and counts stand right
    is_whole: tuple[bool, ...]  # amounts and days are not broken into lines
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...]  # empty: none
    more: str  # how many rows are left out, and their sum; "" where none


def applied_table(wording: Wording, rows: Sequence[AppliedRow]) -> Table | None:
    """What a payment settled."""
    done = [row.application for row in rows]
    waived = [a.discount + a.write_off for a in done]
    has_discount, has_write_off = any(a.discount for a in done), any(a.write_off for a in done)
    heading = ("discount_and_written_off" if has_discount else "written_off") if has_write_off else "discount"
    return _table(
        wording,
        wording.word("captions", "applied"),
        Column(heading="invoice", cells=tuple(wording.reference(a.invoice) for a in done)),
        Column(heading="billed", cells=tuple(row.billed for row in rows)),
        Column(heading="paid", cells=tuple(a.amount for a in done), is_summed=True),
        Column(heading=heading, cells=tuple(waived) if any(waived) else (), is_summed=True),
        Column(heading="open_after", cells=tuple(row.open_after for row in rows), is_summed=True),
    )


def items_table(wording: Wording, rows: Sequence[OpenRow], kind: LetterKind) -> Table | None:
    """Open items: dated in a reminder, with days overdue in dunning, with notes elsewhere."""
    is_dunning = kind in (LetterKind.DUNNING, LetterKind.FINAL_NOTICE)
    is_reminder = kind is LetterKind.REMINDER
    notes = tuple(_note(wording, row, is_asking=is_dunning or is_reminder) for row in rows)
    shows_billed = any(row.open != row.billed for row in rows) and not (is_dunning and any(notes))
    return _table(
        wording,
        wording.word("captions", "items"),
        Column(heading="invoice", cells=tuple(wording.reference(row.invoice) for row in rows)),
        Column(heading="issued", cells=tuple(row.issued_on for row in rows) if is_reminder else ()),
        Column(heading="due", cells=tuple(row.due_on for row in rows)),
        Column(heading="days", cells=tuple(row.days_overdue for row in rows) if is_dunning else ()),
        Column(heading="billed", cells=tuple(row.billed for row in rows) if shows_billed else ()),
        Column(heading="open", cells=tuple(row.open for row in rows), is_summed=True),
        Column(heading="note", cells=notes if any(notes) else ()),
    )


def question_table(wording: Wording, differences: Sequence[Difference]) -> Table | None:
    """What we have beside what the payment says, for differences of one code."""
    reasons = tuple(wording.reason(d.reason) if d.code == "deduction" else "" for d in differences)
    return _table(
        wording,
        wording.word("captions", "question"),
        Column(heading="invoice", cells=tuple(wording.reference(d.invoice) for d in differences)),
        Column(heading="expected", cells=tuple(d.expected for d in differences)),
        Column(heading="stated", cells=tuple(d.stated for d in differences)),
        Column(heading="difference", cells=tuple(d.difference for d in differences), is_summed=True),
        Column(heading="reason", cells=reasons),
    )


def balance_table(wording: Wording, lines: Sequence[BalanceLine]) -> Table | None:
    """Lines of a statement beside what the customer's books have."""
    missing = wording.word("notes", "not_listed")
    return _table(
        wording,
        wording.word("captions", "balance"),
        Column(heading="invoice", cells=tuple(wording.reference(one.invoice) for one in lines)),
        Column(
            heading="expected", cells=tuple(one.ours if one.ours is not None else missing for one in lines)
        ),
        Column(heading="theirs", cells=tuple(one.theirs for one in lines)),
        Column(
            heading="difference",
            cells=tuple(
                abs(one.ours - one.theirs) if one.ours is not None and one.theirs is not None else None
                for one in lines
            ),
            is_summed=True,
        ),
    )


def claims_table(wording: Wording, claims: Sequence[ClaimRow]) -> Table | None:
    """Disputes or promises as we understood them."""
    heading = "promised" if any(claim.promised_on for claim in claims) else "disputed"
    amounts = tuple(wording.money(claim.amount) or wording.word("notes", "whole") for claim in claims)
    days = tuple(claim.promised_on for claim in claims)
    return _table(
        wording,
        wording.word("captions", "claims"),
        Column(heading="invoice", cells=tuple(wording.reference(claim.invoice) for claim in claims)),
        Column(heading=heading, cells=amounts),
        Column(heading="promised_on", cells=days),
        Column(heading="reason", cells=tuple(wording.reason(claim.reason) for claim in claims)),
    )


def plan_table(wording: Wording, claims: Sequence[ClaimRow]) -> Table | None:
    """The parts of a payment plan, day by day."""
    return _table(
        wording,
        wording.word("captions", "plan"),
        Column(heading="promised_on", cells=tuple(claim.promised_on for claim in claims)),
        Column(heading="invoice", cells=tuple(wording.reference(claim.invoice) for claim in claims)),
        Column(heading="promised", cells=tuple(claim.amount for claim in claims), is_summed=True),
    )


def aging_table(wording: Wording, rows: Sequence[OpenRow], today: date) -> Table | None:
    """Open amounts by days past the due date, a column for each currency (the first four)."""
    currencies = [amount.currency for amount in sums([row.open for row in rows])][:4]
    by_bucket = {
        (bucket, code): total((r.open for r in rows if _is_in(r, bucket, code, today)), code)
        for bucket in AGING_BUCKETS
        for code in currencies
    }
    columns = [
        Column(
            heading=code if len(currencies) > 1 else "open",
            cells=tuple(by_bucket[bucket, code] for bucket in AGING_BUCKETS),
            is_summed=True,
        )
        for code in currencies
    ]
    buckets = tuple(wording.word("buckets", bucket) for bucket in AGING_BUCKETS)
    return _table(
        wording, wording.word("captions", "aging"), Column(heading="bucket", cells=buckets), *columns
    )


def interest_tables(wording: Wording, lines: Sequence[InterestLine]) -> Iterator[Table]:
    """Interest line by line, a table for each rate, which its caption names with the source."""
    by_rate: dict[tuple[Fraction, str, str], list[InterestLine]] = {}
    for line in lines:
        by_rate.setdefault((line.percent, line.per, line.source), []).append(line)
    for (percent, per, source), same in by_rate.items():
        caption = wording.word("interest", "caption").format(
            percent=wording.percent(percent, per, same[0].year_days), source=_source(wording, source)
        )
        table = _table(
            wording,
            caption,
            Column(heading="invoice", cells=tuple(wording.reference(line.invoice) for line in same)),
            Column(heading="from_to", cells=tuple(wording.span(line.from_on, line.to_on) for line in same)),
            Column(heading="interest_days", cells=tuple(line.days for line in same)),
            Column(heading="basis", cells=tuple(line.basis for line in same)),
            Column(heading="interest", cells=tuple(line.amount for line in same), is_summed=True),
        )
        if table:
            yield table


def fees_table(wording: Wording, fees: Sequence[FeeLine]) -> Table | None:
    """Lump sums, each with what it is by."""
    return _table(
        wording,
        wording.word("captions", "fees"),
        Column(heading="invoice", cells=tuple(wording.reference(fee.invoice) for fee in fees)),
        Column(heading="source", cells=tuple(_fee_source(wording, fee) for fee in fees)),
        Column(heading="fee", cells=tuple(fee.amount for fee in fees), is_summed=True),
    )


def _fee_source(wording: Wording, fee: FeeLine) -> str:
    of = f"{wording.percent(fee.percent)} × {wording.figures(fee.basis)}; " if fee.percent else ""
    return of + _source(wording, fee.source)


def _source(wording: Wording, source: str) -> str:
    """Law or contract; a contract whose words are not on file is called that."""
    return clean(source, 200) or wording.word("interest", "contract")


def history_table(wording: Wording, letters: Sequence[EarlierLetter]) -> Table | None:
    """What we wrote about these items, and when."""
    named = [[wording.reference(invoice) for invoice in letter.invoices] for letter in letters]
    return _table(
        wording,
        wording.word("captions", "history"),
        Column(heading="sent_on", cells=tuple(letter.sent_on for letter in letters)),
        Column(heading="letter", cells=tuple(wording.letter(one.kind, one.level) for one in letters)),
        Column(
            heading="concerning",
            cells=tuple(
                ", ".join(names[:_MOST_LISTED])
                + (f" … (+{more})" if (more := len(names) - _MOST_LISTED) > 0 else "")
                for names in named
            ),
        ),
    )


def payment_guide(
    wording: Wording,
    guide: PaymentGuide,
    currencies: Sequence[str],
    invoices: Sequence[str],
    *,
    customer_no: str,
) -> Table:
    """Where to pay these invoices and what to quote, a line for each; without headings."""
    named = ", ".join(map(wording.reference, invoices)) if len(invoices) <= _MOST_QUOTED else ""
    places = {"invoices": named or customer_no, "customer_no": customer_no}
    said = {name: clean(getattr(guide, name), 160) for name in GUIDE_LINES}
    for number in ("account", "iban", "bic", "cnaps", "routing"):
        said[number] = said[number].replace(" ", TIED)
    said["reference"] = clean(guide.reference.format(**places) or places["invoices"], 160)
    return Table(
        caption=wording.word("payment", "how_to_pay").format(currency=", ".join(currencies)),
        headings=("", ""),
        is_right=(False, False),
        is_whole=(False, False),
        rows=tuple((wording.word("payment", name), said[name]) for name in GUIDE_LINES if said[name]),
        total=(),
        more="",
    )


def _is_in(row: OpenRow, bucket: str, currency: str, today: date) -> bool:
    return row.open.currency == currency and aging_bucket(row.due_on, today) == bucket


def _note(wording: Wording, row: OpenRow, *, is_asking: bool) -> str:
    """A letter that asks for money has days overdue apart, and a credit note shows by its sign."""
    if row.note in ("disputed", "promised") or (row.note == "credit_note" and not is_asking):
        day = wording.day_in_table(row.promised_on) if row.promised_on else ""
        return wording.word("notes", row.note).format(day=day).strip()
    if row.days_overdue > 0 and not is_asking:
        return wording.word("notes", "overdue").format(days=row.days_overdue)
    return ""


def _table(wording: Wording, caption: str, *columns: Column) -> Table | None:
    """A column without anything in it is left out; a table without rows is none."""
    kept = [column for column in columns if any(cell not in (None, "") for cell in column.cells)]
    if not kept:
        return None
    amounts = [cell for column in kept for cell in column.cells if isinstance(cell, Money)]
    currency = one_currency(amounts)
    count = len(kept[0].cells)
    title = caption
    if currency:
        title = wording.word("format", "amounts_in").format(caption=title, currency=currency)
    return Table(
        caption=title,
        headings=tuple(_heading(wording, column.heading) for column in kept),
        is_right=tuple(any(isinstance(cell, Money | int) for cell in column.cells) for column in kept),
        is_whole=tuple(any(isinstance(cell, Money | date) for cell in column.cells) for column in kept),
        rows=tuple(
            tuple(_text(wording, cell, currency) for cell in row)
            for row in zip(*(column.cells[:MOST_ROWS] for column in kept), strict=True)
        ),
        total=_total(wording, kept, currency) if currency and count > 1 else (),
        more=_more(wording, kept) if count > MOST_ROWS else "",
    )


def _heading(wording: Wording, key: str) -> str:
    return wording.language.words["headings"].get(key, key)


def _text(wording: Wording, cell: Cell, currency: str) -> str:
    match cell:
        case None:
            return ""
        case Money():
            return wording.figures(cell) if currency else wording.money(cell)
        case date():
            return wording.day_in_table(cell)
        case _:
            return str(cell)


def _total(wording: Wording, columns: Iterable[Column], currency: str) -> tuple[str, ...]:
    cells = [
        wording.figures(total((cell for cell in column.cells if isinstance(cell, Money)), currency))
        if column.is_summed
        else ""
        for column in columns
    ]
    if not any(cells):
        return ()
    return (wording.word("headings", "total"), *cells[1:])


def _more(wording: Wording, columns: Iterable[Column]) -> str:
    """Says how many rows are not listed, and what they come to in the last summed column."""
    columns = list(columns)
    left = len(columns[0].cells) - MOST_ROWS
    summed = [column for column in columns if column.is_summed][-1:]
    rest = [cell for column in summed for cell in column.cells[MOST_ROWS:] if isinstance(cell, Money)]
    together = " + ".join(wording.money(amount) for amount in sums(rest))
    return wording.word("format", "more").format(count=left, total=together)
