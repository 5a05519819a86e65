"""The days of a payment: by labels, and by the sentences that pay."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from agent.extract.reading.labels import Labels
from agent.extract.reading.told import Told
from agent.extract.speech.acts import UNPAID, Act
from agent.extract.speech.sentence import Sentence
from agent.extract.speech.when import is_deadline
from agent.extract.text.day import Day
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Cue, Hit, Label

LONGEST_VERB: Final = 20  # characters of a verb that goes over into a label
FARTHEST: Final = 60  # days ahead: no payment that was made or ordered is of a day after that
AHEAD: Final = 10  # days that an order given may lie ahead of the mail


def days_at(script: Script, labels: Labels, key: Label, rank: int) -> Iterator[Told[date]]:
    """The days beside a label, each with this rank."""
    for hit in labels.of(key):
        if labels.is_excluded(hit):  # "INV-1 will be paid on 3 May"
            continue
        for start, end in labels.regions(hit):
            days = script.days_in(max(0, start - 12), min(end, start + 40))
            day = next((day for day in days if day.end > start and not _is_followed(script, day)), None)
            is_past = day is not None and _is_verb(script, hit)  # "was paid on Monday"
            value = ((day.past if is_past else None) or _value(script, day)) if day else None
            if day and value and not within(_date_labels(script), hit.end, day.start):
                yield Told(value=value, rank=rank, script=script, start=day.start, end=day.end)
            if day:
                break


def _is_verb(script: Script, label: Hit) -> bool:
    """True for a label that shares a word with a verb: "paid on" in "was paid on"."""
    near = within(script.hits.cues(Cue.PAID), max(0, label.start - LONGEST_VERB), label.end + LONGEST_VERB)
    return any(hit.start < label.end and label.start < hit.end for hit in near)


def _value(script: Script, day: Day) -> date | None:
    """The day of a payment; of 5/6/2026 the reading that is not still far ahead, as a payment that was made is not."""
    if day.value or script.sent_on is None:
        return day.value
    latest = script.sent_on + timedelta(days=AHEAD)
    ahead = [one for one in day.alternatives if one > latest]
    near = [one for one in day.alternatives if one <= latest]
    return near[0] if len(near) == len(ahead) == 1 else None


def _is_followed(script: Script, day: Day) -> bool:
    """True for "today" when the day itself follows: today, 6 October 2026."""
    return day.is_relative and any(
        not other.is_relative and other.value for other in script.days_in(day.end, day.end + 14)
    )


def _date_labels(script: Script) -> Sequence[Hit]:
    return script.hits.labels(Label.DATE, Label.ANY_DATE, Label.OTHER_DATE, Label.MATURITY)


def paid_days(script: Script, labels: Labels, sentences: Sequence[Sentence]) -> Iterator[Told[date]]:
    """The days that may be the payment's, those of labels first."""
    yield from days_at(script, labels, Label.DATE, 0)
    others = {told.start for told in days_at(script, labels, Label.OTHER_DATE, 0)}
    others |= {told.start for told in days_at(script, labels, Label.MATURITY, 0)}
    for sentence in sentences:
        if sentence.act in UNPAID:
            continue
        rank = 1 if sentence.act in (Act.PAYS, Act.PAYS_OR_INTENDS) else 4
        for day in script.days_in(sentence.start, sentence.end):
            if day.is_relative and rank != 1:  # "call me if it has not come by tomorrow"
                continue
            value = (day.past or _value(script, day)) if rank == 1 else day.value
            if (
                value is None
                or day.start in others
                or not day.is_said
                or script.row_of(day.start) in labels.taken
            ):
                continue
            if _is_followed(script, day) or _dates_a_document(script, day):
                continue
            ahead = (value - script.sent_on).days if script.sent_on else 0
            if ahead > FARTHEST or (
                ahead > 0 and (is_deadline(script, day) or _is_of_the_rest(script, sentence.start, day))
            ):
                continue  # please confirm by 12 November
            extra = 1 if day.is_relative else 0
            yield Told(value=value, rank=rank + extra, script=script, start=day.start, end=day.end)
    yield from days_at(script, labels, Label.ANY_DATE, 3)


def _is_of_the_rest(script: Script, start: int, day: Day) -> bool:
    """True for a day behind one that has come, with a word for what is to come between: "half was wired today, the rest follows on 30 Nov"."""
    come = [
        one.end for one in script.days_in(start, day.start)
        if one.value and script.sent_on and one.value <= script.sent_on
    ]  # fmt: skip
    return bool(come) and bool(within(script.hits.cues(Cue.INTENT), come[-1], day.start))


def _dates_a_document(script: Script, day: Day) -> bool:
    """True where a day is an invoice's own: "INV-1 dated 3 May", "RE-1 vom 3.5."."""
    for reference in script.references_in(max(0, day.start - 40), day.start) if not day.is_relative else ():
        between = script.text[reference.end : day.start]
        words = between.strip(" ,(（\n")
        joined = any(
            script.text[hit.start : hit.end] == words
            for hit in within(script.hits.cues(Cue.DATED), reference.end, day.start)
        )
        if joined or (not words and between.strip() in ("(", "（", "")):
            return True
    return False
