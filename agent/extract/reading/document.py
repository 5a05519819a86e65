"""Turns one document into all that it says of payments: tables, sums, named documents, fields."""

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from agent.extract.reading.bills import bills, ways
from agent.extract.reading.contrast import contrasted
from agent.extract.reading.direction import (
    payees_of,
    pays_another,
    rows_under_others,
    told_elsewhere,
)
from agent.extract.reading.fields import Fields, read_fields
from agent.extract.reading.findings import Findings
from agent.extract.reading.form_status import is_done
from agent.extract.reading.payee_columns import rows_around, rows_of_others, rows_to_others
from agent.extract.reading.pending import corrects_itself, is_pending, rows_called_off
from agent.extract.reading.sections import sections_of
from agent.extract.reading.stamps import is_stamped
from agent.extract.speech.acts import Act
from agent.extract.speech.meaning import Meaning
from agent.extract.speech.named import exceptions, named
from agent.extract.speech.prose import stated_amounts
from agent.extract.speech.row_sums import by_rows
from agent.extract.speech.sentence import Sentence
from agent.extract.speech.sentences import acts
from agent.extract.speech.stated import Stated
from agent.extract.tabular.column_proofs import WITHHELD
from agent.extract.tabular.items import ItemTable
from agent.extract.tabular.money_columns import says_paid
from agent.extract.tabular.tables import find_tables
from agent.extract.tabular.turned import turned
from agent.extract.text.bare import proven_numbers
from agent.extract.text.boxed_digits import with_boxed_digits
from agent.extract.text.references import Finder
from agent.extract.text.script import Script, within
from agent.extract.text.units import in_units
from agent.facts.documents import Document, Source
from agent.rules.vocabulary import Column, Cue, Status, Vocabulary

_PAYMENTS: Final = {Column.REFERENCE, Column.PAYMENT_DATE}
_LEAST_NUMBER: Final = 6  # digits of what is more likely a number than a sum without cents
_NUMBERED: Final = re.compile(r"\s*(?:[(（]?\d{1,2}[)）、.．](?!\d)|[①-⑳]|第)")


def _ordered(script: Script, one: Sentence, *, is_notice: bool) -> Sentence:
    """A sentence; what a notice of payment says of a day ahead is an order given, no promise.

    A file is one by its own words, a mail by its subject, where the sentence heads a list: "we pay on 21 July:".
    """
    if one.act is not Act.INTENDS:
        return one
    if script.document.source is Source.BODY:
        heads = script.text[one.start : one.end].rstrip().endswith((":", "："))
        is_order = is_notice and heads and bool(within(script.hits.section("methods"), one.start, one.end))
    else:
        is_order = bool(script.hits.cues(Cue.ADVICE))
    return replace(one, act=Act.PAYS) if is_order else one


def _of_another(script: Script, one: Sentence, own_names: Sequence[str]) -> Sentence:
    """A sentence; what is paid to another firm is not paid to us."""
    is_other = one.act is Act.PAYS and pays_another(script, one.start, one.end, own_names)
    return replace(one, act=Act.REFUSES, denies=True) if is_other else one


def _script(document: Document, finder: Finder, words: Vocabulary, sent_on: date | None) -> Script:
    """A document with all that can be told of it sign by sign: a list that lies on its side is stood up first."""
    script = Script(document, finder, words, sent_on)
    if upright := turned(script):
        script = Script(upright, finder, words, sent_on)
    script.amounts = with_boxed_digits(script)
    script.amounts = in_units(script)
    script.name(proven_numbers(script, finder), finder)
    return script


def read_document(
    document: Document, finder: Finder, words: Vocabulary, sent_on: date | None, own_names: Sequence[str],
    *, is_notice: bool = False,
) -> Findings:  # fmt: skip
    """Everything that a document says of payments; `is_notice`: the mail's subject calls it an advice."""
    script = _script(document, finder, words, sent_on)
    sentences = [
        _of_another(script, _ordered(script, one, is_notice=is_notice), own_names)
        for one in acts(script, sent_on)
    ]
    tables = find_tables(script, finder, words, _speaking(script, sentences))
    taken = {row for table in tables for row in table.rows()}
    sentences = [_of_table(script, one, taken) for one in sentences]
    sentences = [contrasted(script, sentences, tables, one, sent_on) for one in sentences]
    under_others = rows_under_others(script, own_names)
    beside_others = rows_to_others(script, own_names)
    beside_others |= {row for table in tables for row in rows_around(script, table, own_names)}
    of_others = under_others | beside_others
    tables, is_ours_alone = _our_rows(script, tables, under_others, beside_others, own_names)
    _name_discounts(script, sentences, tables)
    headings = {row for table in tables if table.header for row in table.header.rows()}
    headed = {row for table in tables if table.header for row in table.rows()}
    headed |= {row for table in tables for row in _unread_headings(script, table)}
    sorted_tables = [piece for table in tables for piece in sections_of(script, sentences, table, sent_on)]
    paying = tuple(
        table for table, act in sorted_tables if act not in (Act.INTENDS, Act.OBJECTS, Act.REFUSES)
    )
    payees = payees_of(script, headed, own_names)
    fields = read_fields(script, sentences, headed | under_others, own_names, words)
    taken |= of_others
    claims = tuple((table, act) for table, act in sorted_tables if act in (Act.INTENDS, Act.OBJECTS))
    stated = _stated(script, sentences, tables, taken, is_ours_alone=is_ours_alone)
    stated = _without_sums_of_plans(stated, paying, [table for table, act in claims if act is Act.INTENDS])
    paid, left_out = named(script, sentences, taken)
    return Findings(
        script=script, sentences=tuple(sentences), tables=paying,
        claims=claims,
        fields=fields, stated=stated,
        named=tuple(paid), capitals=tuple(script.capitals),
        pays=any(sentence.act in (Act.PAYS, Act.PAYS_OR_INTENDS) for sentence in sentences),
        advises=_advises(script, paying, fields, stated),
        is_pending=is_pending(script, taken, headings, of_others) or corrects_itself(script, sentences) or is_stamped(document),
        elsewhere=told_elsewhere(script, headed, own_names, payees),
        excepts=any(
            sentence.act is Act.PAYS and exceptions(script, sentence) for sentence in sentences
        ),
        left_out=tuple(left_out),
        parted=bills(script) or ways(script, sentences),
        payees=tuple(payees),
    )  # fmt: skip


def _stated(
    script: Script, sentences: Sequence[Sentence], tables: Sequence[ItemTable], taken: set[int], *, is_ours_alone: bool
) -> tuple[Stated, ...]:  # fmt: skip
    """The sums that words tell, without those called off, counts, and totals of a run that pays others too."""
    called_off = rows_called_off(script)
    stated = tuple(
        one
        for one in by_rows(script, sentences, stated_amounts(script, sentences, taken))
        if script.row_of(one.amount.start) not in called_off and not _is_count(script, one, tables)
    )
    return stated if is_ours_alone else _of_ours(stated, tables)


def _without_sums_of_plans(
    stated: Sequence[Stated], paying: Sequence[ItemTable], planned: Sequence[ItemTable]
) -> tuple[Stated, ...]:
    """Without the sum of what was paid and of what only will be, which is no payment."""
    paid, to_come = (_first_sum(paying), _first_sum(planned)) if planned else (Decimal(0), Decimal(0))
    whole = paid + to_come if paid and to_come else None
    return (
        tuple(stated)
        if whole is None
        else tuple(one for one in stated if one.meaning is not Meaning.TOTAL or one.amount.value != whole)
    )


def _first_sum(tables: Sequence[ItemTable]) -> Decimal:
    return sum((row.amounts[0].value for table in tables for row in table.items if row.amounts), Decimal(0))


def _of_ours(stated: Sequence[Stated], tables: Sequence[ItemTable]) -> tuple[Stated, ...]:
    """Without the sum of a run that pays others too: what is more than all that stands on our rows."""
    ours = [abs(amount.value) for table in tables for row in table.items for amount in row.amounts]
    most = sum(ours, Decimal(0))
    return tuple(one for one in stated if one.meaning is not Meaning.TOTAL or one.amount.value <= most)


def _our_rows(
    script: Script, tables: Sequence[ItemTable], under_others: Set[int], beside_others: Set[int],
    own_names: Sequence[str],
) -> tuple[list[ItemTable], bool]:  # fmt: skip
    """The tables without rows that pay others, and whether there were none such."""
    is_ours_alone = not under_others
    of_others = under_others | beside_others
    for table in tables:
        if others := rows_of_others(script, table, own_names):
            table.items = [row for row in table.items if row not in others]
        if others or any(
            table.first_row - 1 <= row <= table.last_row + 1 for row in beside_others - under_others
        ):
            table.totals = []  # they are of all firms
            is_ours_alone = False
        table.items = [row for row in table.items if row.row not in of_others]
        table.others = [row for row in table.others if row.row not in of_others]
        table.totals = [row for row in table.totals if row.row not in of_others]
    return [table for table in tables if table.items], is_ours_alone


def _of_table(script: Script, one: Sentence, taken: set[int]) -> Sentence:
    """A sentence; "Total to pay: 2,280.00" under a table that was read intends nothing."""
    is_row = one.act is Act.INTENDS and script.row_of(one.start + 1) in taken
    return replace(one, act=Act.NEUTRAL) if is_row else one


def _name_discounts(script: Script, sentences: Sequence[Sentence], tables: Sequence[ItemTable]) -> None:
    """What is taken off in a column is what a line beside the table says: 扣除为现金折扣, or Discounts: penalty for delay."""
    rows = {row for table in tables for row in table.rows()}
    columns = [column for table in tables for column in table.columns if column.role in WITHHELD]
    hits = script.hits
    reasons = (hits.section("reasons"), hits.of("columns", Column.DEDUCTION))
    for one in sentences if columns else ():
        place = (one.start, one.end)
        if (
            script.row_of(one.start + 1) in rows
            or any(not amount.is_plain for amount in script.amounts_in(*place))
            or any(named.item for named in script.references_in(*place))
        ):
            continue
        label, colon, _ = script.text[one.start : one.end].partition(":")
        is_note = within(hits.cues(Cue.DISCOUNT), *place) and within(hits.cues(Cue.DEDUCTION), *place)
        for column in columns:
            is_own = colon and label.strip().casefold() == column.text.casefold()
            if is_own and any(within(each, one.start + len(label), one.end) for each in reasons):
                column.role = Column.DEDUCTION
            elif column.role is Column.DEDUCTION and is_note:
                column.role = Column.DISCOUNT


def _unread_headings(script: Script, table: ItemTable) -> list[int]:
    """The row above a list, where it may be headings in words that we do not know: "Date" there labels no day."""
    above = table.first_row - 1
    is_row = table.header is None and above >= 0
    cells = [one for one in script.places_of_row(above) if one.end > one.start] if is_row else []
    return [above] if len(cells) > 2 and not script.amounts_in(*script.row_span(above)) else []


def _speaking(script: Script, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Rows of text that do something, or end as a sentence does: they are read as sentences."""
    speaking = (
        one
        for one in sentences
        if one.denies or one.act not in (Act.NEUTRAL, Act.REFUSES) or _is_sentence(script, one)
    )
    rows = (
        row for one in speaking for row in range(script.row_of(one.start + 1), script.row_of(one.end - 1) + 1)
    )
    return frozenset(row for row in rows if script.rows[row].table is None)


def _is_sentence(script: Script, one: Sentence) -> bool:
    """True for a line of one cell that a full stop ends; not for what says what a payment was for."""
    if within(script.hits.cues(Cue.ANSWERS), one.start, one.end):
        return False
    row = script.row_of(one.start + 1)
    if _NUMBERED.match(script.text, one.start):  # the last of a list: 2）发票88201430，5060.00元。
        return False
    return len(script.rows[row].cells) == 1 and script.text[one.start : one.end].rstrip().endswith(
        (".", "。", "!", "！")
    )


def _advises(script: Script, tables: Sequence[ItemTable], fields: Fields, stated: Sequence[Stated]) -> bool:
    """True for what calls itself an advice, has a column of what was paid, or labels sum, day and reference."""
    if script.hits.cues(Cue.ADVICE) or is_done(script) or any(_has_paid(script, table) for table in tables):
        return True
    if any(table.header and set(table.header.roles) >= _PAYMENTS for table in tables):
        return True  # each row has its payment's reference and day
    has_total = any(one.meaning is Meaning.TOTAL for one in stated) or any(table.totals for table in tables)
    labelled = (
        any(told.rank < 2 for told in fields.references),
        any(told.rank == 0 for told in fields.dates),
        bool(fields.methods),
        any(one.rank == 0 and one.meaning is Meaning.TOTAL for one in stated),
    )
    return has_total and (any(told.rank == 0 for told in fields.references) or sum(labelled) > 1)


def _is_count(script: Script, one: Stated, tables: Sequence[ItemTable]) -> bool:
    """True for digits that are no sum: a count beside the one that a list makes, the number of a payment above sums with cents."""
    if not one.amount.is_plain:
        return False
    row = script.row_of(one.amount.start)
    beside = {other.value for other in script.amounts_in(*script.row_span(row)) if other is not one.amount}
    columns = [
        [item.values.get(column.index) for item in table.items]
        for table in tables
        for column in table.columns
    ]
    sums = {sum((amount.value for amount in each if amount), Decimal(0)) for each in columns}
    is_beside = script.rows[row].table is not None and bool(beside & sums)
    have_cents = any(amount and amount.places for each in columns for amount in each)
    is_number = have_cents and one.amount.end - one.amount.start >= _LEAST_NUMBER
    return one.amount.value not in sums and (is_beside or is_number)


def _has_paid(script: Script, table: ItemTable) -> bool:
    """True for a table with a column of what was paid by its heading, or in a list that has none.

    "To pay", "Net", or what is only proved to be net among other headings, says of no money that it moved; a column of
    payments beside quantities, and nothing withheld, is an invoice's.
    """
    if table.header is None:
        return any(column.role is Column.PAID for column in table.columns)
    headed = {heading.start for heading in table.header.of(Column.PAID)}
    counts = bool(table.header.of(Column.QUANTITY))
    counts = counts and not any(column.role in WITHHELD for column in table.columns)
    due = script.hits.of("statuses", Status.DUE)
    return any(
        column.role is Column.PAID
        and column.start in headed
        and not any(
            hit.end - hit.start == len(column.text)
            for hit in within(due, column.start, column.start + len(column.text))
        )
        and (not counts or says_paid(script, column))
        for column in table.columns
    )
