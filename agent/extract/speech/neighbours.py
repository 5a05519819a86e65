"""Judges a sentence by the one after it: a payment that it takes back, answers, counts, or leaves open."""

from dataclasses import replace
from typing import Final

from agent.extract.speech.acts import Act
from agent.extract.speech.clauses import has_verb, is_question
from agent.extract.speech.later import is_put_off
from agent.extract.speech.sentence import Sentence
from agent.extract.text.hanzi import SPACELESS_FROM
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Cue, Label

_MOST_WORDS: Final = 6  # of a sentence about nothing but the one before it
_SAYS_OTHERWISE: Final = (Act.NEUTRAL, Act.OBJECTS, Act.REFUSES, Act.STATEMENT)
_KNOWN_OF_IT: Final = (
    Cue.MADE, Cue.PAID, Cue.ORDER, Cue.ADVICE, Cue.REQUEST, Cue.CLOSING, Cue.CREDITED, Cue.INTENT, Cue.WELL,
    Cue.ALL_DUE, Cue.NET,
)  # fmt: skip
_KNOWN_OF_PLANS: Final = (Cue.WELL, Cue.NET, Cue.CREDITED)  # "It will be in your account tomorrow"
_MOST_WORDS_OF_IT: Final = 9  # of a sentence that goes on about a payment wherever it names it
_MOST_SIGNS: Final = 60
SENTENCE_CELLS: Final = 3  # a line of text in so many pieces is a row


def is_answered(script: Script, one: Sentence, after: Sentence | None) -> bool:
    """True for a question after a sum of which the next sentence says when it was paid: did you get our 500.00? It left on 3 May."""
    if (
        after is None
        or not one.denies
        or after.act is not Act.PAYS
        or not script.amounts_in(one.start, one.end)
    ):
        return False
    hits = script.hits
    is_asked = is_question(script, one.start, one.end) and not within(
        hits.cues(Cue.ELSEWHERE, Cue.PENDING, Cue.NEGATION, Cue.CONDITION), one.start, one.end
    )
    return (
        is_asked
        and bool(script.days_in(after.start, after.end))
        and not script.amounts_in(after.start, after.end)
    )


def is_undone(script: Script, one: Sentence, after: Sentence | None) -> bool:
    """True for a payment of which the next sentence says in few words that it came to nothing, or was not for us: "It bounced."."""
    if after is None or one.act is not Act.PAYS or is_tabular(script, after.start):
        return False
    start, end = after.start, after.end
    words = script.text[start:end]
    if any(map(str.isdigit, words)) or len(words.strip()) > _MOST_SIGNS:
        return False
    if len(words.split()) > _MOST_WORDS_OF_IT:
        return False
    hits = script.hits
    fails = within(hits.cues(Cue.PENDING), start, end)
    is_known = fails and (
        within(hits.cues(Cue.PAID, Cue.NEGATION), start, end)
        or within(hits.cues(Cue.CONDITION), start, fails[0].start)  # "let me know if you can't find it"
    )
    return bool((fails and not is_known) or within(hits.cues(Cue.ELSEWHERE), start, end))


def is_left_open(script: Script, one: Sentence, after: Sentence | None) -> bool:
    """True for a payment of which the next sentence says something that nobody knows: "The bank says it may be wrong"."""
    if (
        after is None
        or one.act is not Act.PAYS
        or after.act not in (*_SAYS_OTHERWISE, Act.INTENDS)
        or is_tabular(script, after.start)
        or _is_labelled(script, after.start)
    ):
        return False
    start, end = after.start, after.end
    hits = script.hits
    is_plan = after.act is Act.INTENDS
    buts = {hit.start for hit in within(hits.cues(Cue.BUT), start, end)} if is_plan else ()
    words = script.text[start:end]
    is_short = (
        len(words.split()) <= _MOST_WORDS_OF_IT
        and max(words) < SPACELESS_FROM
        and not is_question(script, start, end)
    )
    is_about_it = any(
        hit.start not in buts and (is_short or not script.text[start : hit.start].strip(" -*•\n"))
        for hit in within(hits.cues(Cue.OF_IT), start, end)
    ) or (is_short and bool(within(hits.cues(Cue.ELSEWHERE), start, end)))
    is_denied = (after.act is Act.REFUSES and after.denies) or within(hits.cues(Cue.PENDING), start, end)
    known = (
        (not is_denied and within(hits.cues(*(_KNOWN_OF_PLANS if is_plan else _KNOWN_OF_IT)), start, end))
        or (
            within(hits.labels(Label.REFERENCE_BANK, Label.REFERENCE), start, end)
            and _has_number(script, start, end)
        )
        or script.amounts_in(start, end)
        or script.references_in(start, end)
    )
    return is_about_it and not known and not script.text[start:end].rstrip().endswith((":", "："))


def _is_labelled(script: Script, start: int) -> bool:
    """True for a line of a label and its value: "Date of payment  2 Nov" says nothing of the line before it."""
    row = script.row_of(start + 1)
    cells = [one for one in script.places_of_row(row) if one.end > one.start]
    labels = within(script.hits.section("labels"), cells[0].start, cells[0].end) if cells else []
    begins = bool(labels) and labels[0].start == cells[0].start
    return len(cells) > 1 or (begins and script.text[slice(*script.row_span(row))].find(":") > 0)


def names_another(script: Script, one: Sentence, after: Sentence | None) -> bool:
    """True for a sum paid for a document, where the next few words only name another one: "Sorry, INV-2", "Half was for INV-2"."""
    if (
        after is None
        or one.act is not Act.PAYS
        or after.act is not Act.NEUTRAL
        or is_tabular(script, after.start)
    ):
        return False
    named = {other.number for other in script.references_in(after.start, after.end) if other.item}
    if not named or script.amounts_in(after.start, after.end):
        return False
    if within(script.hits.section("months"), after.start, after.end) or is_put_off(
        script, after.start, after.end
    ):
        return False
    own = {reference.number for reference in script.references_in(one.start, one.end)}
    is_short = len(script.text[after.start : after.end].split()) <= _MOST_WORDS
    is_told = bool(own) and any(not amount.is_plain for amount in script.amounts_in(one.start, one.end))
    return is_told and is_short and not named & own


def _has_number(script: Script, start: int, end: int) -> bool:
    """True where digits stand that are no day's."""
    days = script.days_in(start, end)
    return any(
        script.text[at].isdigit() and not any(day.start <= at < day.end for day in days)
        for at in range(start, end)
    )


def counted(script: Script, found: list[Sentence]) -> list[Sentence]:
    """Sentences that only name sums and documents pay, where another counts the payments."""
    pays = any(
        one.act is Act.PAYS and within(script.hits.cues(Cue.TWO_PAYMENTS), one.start, one.end)
        for one in found
    )
    return [
        replace(one, act=Act.PAYS)
        if pays
        and one.act is Act.NEUTRAL
        and script.amounts_in(one.start, one.end)
        and script.references_in(one.start, one.end)
        and not is_tabular(script, one.start)
        else one
        for one in found
    ]


def speaks_of_money(script: Script, one: Sentence) -> bool:
    """False for what denies something else: "if it reached you in error, please delete it"."""
    hits = script.hits
    cues = hits.cues(Cue.PAID, Cue.ORDER, Cue.PENDING, Cue.NOT_PAID)
    return bool(within(cues, one.start, one.end) or within(hits.section("methods"), one.start, one.end))


def taken_back(script: Script, one: Sentence) -> Sentence:
    """A sentence that only names a transfer pays nothing where the next says that it has not gone out."""
    is_ordered = has_verb(script, one.start, one.end) or within(
        script.hits.cues(Cue.ORDER), one.start, one.end
    )
    is_named = one.act is Act.PAYS and not is_ordered
    return replace(one, act=Act.REFUSES, denies=True) if is_named else one


def is_tabular(script: Script, start: int) -> bool:
    """True for a row of a table: its cells are no sentence."""
    row = script.row_of(start + 1)
    cells = sum(bool(cell.text) for cell in script.rows[row].cells) if row < len(script.rows) else 0
    return cells >= (SENTENCE_CELLS if script.rows[row].table is None else 2)
