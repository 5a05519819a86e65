"""The labels of a document that stand outside of tables, and where their values may stand: right of them or below."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from agent.extract.speech.acts import Act
from agent.extract.speech.sentence import Sentence
from agent.extract.text.script import Script, within
from agent.extract.text.setting import Place
from agent.rules.vocabulary import Cue, Hit, Label

LONGEST_JOINS: Final = 100  # characters of signs and words between a label and its value
_FILLER: Final = re.compile(r"[\s:：#=(（\"'“”‘’.№】」』〕-]*")


class Labels:
    """The labels of a document that stand outside of tables, and their values."""

    def __init__(self, script: Script, taken_rows: set[int], sentences: Sequence[Sentence]) -> None:
        self.script = script
        self.taken = taken_rows
        self.excluded = [
            (one.start, one.end)
            for one in sentences
            if one.act in (Act.INTENDS, Act.REFUSES, Act.ASKS_MONEY, Act.OBJECTS)
        ]
        self.all = script.hits.section("labels")
        self.starts = {hit.start for hit in self.all}

    def of(self, *keys: Label) -> Iterator[Hit]:
        """Labels that may have a value."""
        for hit in self.script.hits.labels(*keys):
            if self.script.row_of(hit.start) not in self.taken:
                yield hit

    def is_excluded(self, hit: Hit) -> bool:
        """True for words of a sentence that tells no payment."""
        at = bisect_right(self.excluded, (hit.start, len(self.script.text))) - 1
        return at >= 0 and hit.start < self.excluded[at][1]

    def regions(self, hit: Hit) -> Iterator[tuple[int, int]]:
        """Where the value of a label may stand: the rest of its cell, the next cell, the cell below."""
        place = self.script.place_of(hit.start)
        if place is None:
            return
        end = max(place.end, hit.end)
        start = self._skip(hit.end, end)
        if start < end and self.script.text[start:end].strip(" ):：）"):
            yield start, end
            return
        if (right := self._right_of(place)) is not None:
            yield self._skip(right.start, right.end), right.end
        if (below := self._below(place)) is not None:
            yield below.start, below.end

    def _skip(self, start: int, end: int) -> int:
        """Past signs and words such as "is" between a label and its value."""
        near = within(self.script.hits.cues(Cue.JOINER), start, min(end, start + LONGEST_JOINS))
        joins = {hit.start: hit.end for hit in near}
        for _ in range(4):
            match = _FILLER.match(self.script.text, start, end)
            start = match.end() if match else start
            if start not in joins or self._is_number(start, joins[start]):
                break
            start = joins[start]
        return start

    def _is_number(self, start: int, end: int) -> bool:
        """True for letters that digits go on from: OF20261020A1 begins with no "of"."""
        return self.script.text[start:end].isascii() and self.script.text[end : end + 1].isdigit()

    def _right_of(self, place: Place) -> Place | None:
        for other in self.script.places_of_row(place.row):
            if other.column > place.column and other.end > other.start:
                return None if other.start in self.starts and not _has_digit(self.script, other) else other
        return None

    def _below(self, place: Place) -> Place | None:
        for row in range(place.row + 1, min(place.row + 2, len(self.script.row_starts))):
            for other in self.script.places_of_row(row):
                overlaps = other.box[0] < place.box[2] and place.box[0] < other.box[2]
                if overlaps and other.end > other.start:
                    return None if other.start in self.starts else other
        return None


def _has_digit(script: Script, place: Place) -> bool:
    return has_digits(script.text[place.start : place.end])


def has_digits(text: str) -> bool:
    """True where a digit stands in it."""
    return any(character.isdigit() for character in text)
