"""The documents that running text names as paid, and those that it leaves out."""

from collections.abc import Sequence
from typing import Final

from agent.extract.speech.acts import UNPAID
from agent.extract.speech.around import CLOSE
from agent.extract.speech.beside import paid_out_of
from agent.extract.speech.sentence import Sentence
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
        references = script.references_in(sentence.start, sentence.end)
        if sentence.act in UNPAID or not references:
            unpaid |= {one.number for one in references}
            continue
        not_paid = _left_out_in(script, sentence)
        for reference in script.references_in(_paid_from(script, sentence), sentence.end):
            if reference.start in not_paid:
                left_out.setdefault(reference.number, reference)
            elif script.row_of(reference.start) not in taken_rows:
                found.setdefault(reference.number, reference)
    for number, reference in found.items():
        if number in unpaid and reference.is_between(script.text):  # "1001 to 1004, but 1002 is disputed"
            left_out.setdefault(number, reference)
    kept = [reference for number, reference in found.items() if number not in left_out]
    return kept, list(left_out.values())


def _left_out_in(script: Script, sentence: Sentence) -> set[int]:
    """Where the documents begin that a sentence names and does not pay: all but INV-1, not INV-1, INV-2 instead of INV-1."""
    start, end = sentence.start, sentence.end
    references = script.references_in(start, end)
    misquoted = within(script.hits.cues(Cue.MISQUOTED), start, end)
    wrong = {one.start for hit in misquoted for one in script.references_in(hit.end, hit.end + CLOSE)[:1]}
    denials = [hit.end for hit in within(script.hits.cues(Cue.NEGATION), start, end)]
    denied = {one.start for one in references if any(0 <= one.start - at < 2 for at in denials)}
    excepted = exceptions(script, sentence)
    return wrong | denied | {one.start for one in references if excepted and excepted[0].start < one.start}


def _paid_from(script: Script, sentence: Sentence) -> int:
    """Where what is paid begins: "of the 3,850.50 for INV-1 and INV-2 we paid 2,350.50 for INV-2"."""
    part = paid_out_of(script, sentence.start, sentence.end, script.amounts_in(sentence.start, sentence.end))
    is_after = part and part.wholes[0].start < part.verb.start
    if part and is_after and script.references_in(part.verb.end, sentence.end):
        return part.verb.start
    return sentence.start


def exceptions(script: Script, sentence: Sentence) -> list[Hit]:
    """The words of a sentence that leave documents out; "instead of 1,500.00" leaves out none."""
    hits = within(script.hits.cues(Cue.EXCEPT), sentence.start, sentence.end)
    return [hit for hit in hits if not script.amounts_in(hit.end, hit.end + NEXT)]
