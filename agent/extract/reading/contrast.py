"""Tells which headings between the rows of a list say that what follows is not paid: "Paid:", then "On 4 December:"."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import Final

from agent.extract.speech.acts import Act
from agent.extract.speech.clauses import is_heading
from agent.extract.speech.sentence import Sentence
from agent.extract.speech.when import is_ahead
from agent.extract.tabular.items import ItemRow, ItemTable
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Cue, Label

LEAD: Final = 3  # rows between a sentence and the list that it introduces
_END: Final = attrgetter("end")
_LONGEST_JOINER: Final = 3  # letters between what was paid and its day: on, am


def contrasted(
    script: Script, sentences: Sequence[Sentence], tables: Sequence[ItemTable], one: Sentence, sent_on: date | None
) -> Sentence:  # fmt: skip
    """A sentence; one that heads the rows below what was paid intends where its day is ahead, and else refuses.

    It refuses where the list began below nothing but "Paid:", and it is in other words than of a payment or of a place of theirs.
    """
    if one.act not in (Act.NEUTRAL, Act.PAYS) or not _ends_in_colon(script, one):
        return one
    row = script.row_of(one.start + 1)
    table = next((table for table in tables if table.first_row < row <= table.last_row), None)
    lead = lead_of(script, sentences, table) if table else None
    if lead is None or lead.act is not Act.PAYS or is_ahead(script, lead.start, lead.end, sent_on):
        return one
    if is_ahead(script, one.start, one.end, sent_on):
        return replace(one, act=Act.INTENDS)
    known = (script.hits.labels(Label.INVOICE, Label.AMOUNT), script.hits.cues(Cue.SITE))
    is_other = one.act is Act.NEUTRAL and not any(within(hits, one.start, one.end) for hits in known)
    is_other |= _calls_credit_what_is_none(script, table, one)
    return replace(one, act=Act.REFUSES) if is_other and _says_only_paid(script, lead) else one


def _calls_credit_what_is_none(script: Script, table: ItemTable | None, one: Sentence) -> bool:
    """True for "Credit notes:" over documents that the ledger has as invoices."""
    if table is None or not within(script.hits.cues(Cue.CREDIT_NOTE), one.start, one.end):
        return False
    below = [row.reference for row in table.items if row.start > one.start and row.reference]
    return any(reference.item and not reference.item.is_credit for reference in below)


def rows_ahead(script: Script, table: ItemTable, sent_on: date | None) -> list[ItemRow]:
    """The rows of a list without headings whose own day is to come, where others' is not and no total counts them in."""
    if table.header is not None or sent_on is None or table.totals:
        return []
    days = [
        {day.value for day in script.days_in(*script.row_span(row.row)) if day.value} for row in table.items
    ]
    if not all(len(each) == 1 for each in days):
        return []
    ahead = [row for row, (day,) in zip(table.items, days, strict=True) if day > sent_on]
    return ahead if len(ahead) < len(table.items) else []


def lead_of(script: Script, sentences: Sequence[Sentence], table: ItemTable) -> Sentence | None:
    """The sentence before a list, where it is near."""
    start = script.row_span(table.first_row)[0]
    at = bisect_right(sentences, start, key=_END)
    before = (sentences[index] for index in range(at - 1, -1, -1))
    lead = next((one for one in before if not carries(script, one)), None)
    if lead is None or table.first_row - script.row_of(lead.end - 1) > LEAD:
        return None
    return lead


def carries(script: Script, one: Sentence) -> bool:
    """True for what a list that goes on has first on its page: Brought forward 2,218.80."""
    begins = any(
        hit.start <= one.start + 1 for hit in within(script.hits.labels(Label.SUBTOTAL), one.start, one.end)
    )
    return (
        begins
        and len(script.amounts_in(one.start, one.end)) == 1
        and not script.references_in(one.start, one.end)
    )


def _ends_in_colon(script: Script, one: Sentence) -> bool:
    text = script.text[one.start : one.end].rstrip()
    return text.endswith((":", "：")) and is_heading(script, one.start, one.end)


def _says_only_paid(script: Script, lead: Sentence) -> bool:
    """True for a heading that begins with a word of paying, and has only a day beside it; "We paid today:" has more."""
    paid = within(script.hits.cues(Cue.PAID), lead.start, lead.end)
    if not paid or not _ends_in_colon(script, lead) or script.text[lead.start : paid[0].start].strip():
        return False
    places = [(hit.start, hit.end) for hit in paid]
    places += [(day.start, day.end) for day in script.days_in(lead.start, lead.end)]
    letters = [at for at in range(lead.start, lead.end) if script.text[at].isalpha()]
    rest = [at for at in letters if not any(start <= at < end for start, end in places)]
    return len(rest) <= _LONGEST_JOINER
