"""Says of a sentence that a paper is not there, where it is asked for once more: that is no objection to what it bills."""

from agent.extract.speech.acts import Act
from agent.extract.speech.sentence import Sentence
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Cue


def is_missing_paper(script: Script, one: Sentence, after: Sentence | None) -> bool:
    """True for "INV-1 we never received, please send a copy"; not for goods that did not come, nor for the proof of a delivery."""
    if one.act is not Act.OBJECTS:
        return False
    hits = script.hits
    absent = within(hits.cues(Cue.NOT_HERE), one.start, one.end)
    objections = within(hits.cues(Cue.DISPUTE), one.start, one.end)
    is_only_absent = all(
        any(hit.start < other.end and other.start < hit.end for other in absent) for hit in objections
    )
    if not absent or not is_only_absent:
        return False
    told = [one] if after is None else [one, after]
    copies = [hit for part in told for hit in within(hits.cues(Cue.COPY), part.start, part.end)]
    wanted = [hit for hit in copies if hit.start >= absent[0].start or after is None]
    things = [
        hit
        for part in told
        for hit in within(hits.cues(Cue.THING, Cue.GOODS), part.start, part.end)
        if not any(hit.start < copy.end and copy.start < hit.end for copy in copies)
    ]
    return bool(wanted) and not things
