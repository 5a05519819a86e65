"""The documents that running text names as paid, and those that it leaves out."""

from collections.abc import Sequence
from typing import Final

from agent.extract.speech.acts import UNPAID
from agent.extract.speech.beside import paid_out_of
from agent.extract.speech.meaning import CLOSE
from agent.extract.speech.sentences import Sentence
from agent.extract.text.reference import Reference
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Cue, Hit

NEXT: Final = 6  # characters between "instead of" and an amount, a currency say


def named(
    script: Script, sentences: Sequence[Sentence], taken_rows: set[int]
) -> tuple[list[Reference], list[Reference]]:
    """The documents that running text names as paid, each once; and those that it leaves out: all but INV-1."""
    found: dict[str, Reference] = {}
    left_out: dict[str, Reference] = {}
    unpaid: set[str] = set()
    for sentence in sentences:
        if sentence.act in UNPAID:
            unpaid |= {one.number for one in script.references_in(sentence.start, sentence.end)}
            continue
        misquoted = within(script.hits.cues(Cue.MISQUOTED), sentence.start, sentence.end)
        wrong = [one for hit in misquoted for one in script.references_in(hit.end, hit.end + CLOSE)[:1]]
        excepted = exceptions(script, sentence)
        amounts = script.amounts_in(sentence.start, sentence.end)
        part = paid_out_of(script, sentence.start, sentence.end, amounts)
        start = sentence.start
        if (
            part
            and part.wholes[0].start < part.verb.start
            and script.references_in(part.verb.end, sentence.end)
        ):
            start = part.verb.start  # "of the 3,850.50 for INV-1 and INV-2 we paid 2,350.50 for INV-2"
        for reference in script.references_in(start, sentence.end):
            if (excepted and excepted[0].start < reference.start) or reference in wrong:
                left_out.setdefault(reference.number, reference)
            elif script.row_of(reference.start) not in taken_rows:
                found.setdefault(reference.number, reference)
    for number, reference in found.items():
        if number in unpaid and reference.is_between(script.text):  # "1001 to 1004, but 1002 is disputed"
            left_out.setdefault(number, reference)
    kept = [reference for number, reference in found.items() if number not in left_out]
    return kept, list(left_out.values())


def exceptions(script: Script, sentence: Sentence) -> list[Hit]:
    """The words of a sentence that leave documents out; "instead of 1,500.00" leaves out none."""
    hits = within(script.hits.cues(Cue.EXCEPT), sentence.start, sentence.end)
    return [hit for hit in hits if not script.amounts_in(hit.end, hit.end + NEXT)]
