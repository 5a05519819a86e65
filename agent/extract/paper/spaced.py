"""Words of a line as they are meant: letters set apart are joined, and what is printed twice counts once."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from msgspec.structs import replace

from agent.extract.paper.boxes import STRETCHED, Piece, is_hanzi, least, united
from agent.facts.documents import Word

SPACED_GAP = 1.2  # at most between letters of a spaced word
SPACED_HANZI_GAP = 2.0  # as in labels that are stretched to one width
SPACED_RUN = 4  # letters at least that make a spaced word
TOUCHING = 0.06  # between letters of one word that are drawn one by one
UNEVEN = 1.7  # times the median gap: where one spaced word ends


def join_spaced(pieces: Sequence[Piece], em: float) -> list[Piece]:
    """Pieces of a line of which stretched labels (户　名： for 户名：) are one piece again."""
    joined: list[Piece] = []
    open_label = False
    stretch = SPACED_HANZI_GAP * em
    for piece in pieces:
        if open_label and STRETCHED.match(piece.text) and _between(joined[-1], piece) <= stretch:
            last = joined[-1]
            joined[-1] = replace(
                last,
                text=last.text + piece.text,
                box=united((last.box, piece.box)),
                confidence=least((last.confidence, piece.confidence)),
            )
            open_label = is_hanzi(piece.text)
            continue
        joined.append(piece)
        open_label = is_hanzi(piece.text)
    return joined


def without_shadows(line: list[Word]) -> list[Word]:
    """A line without the second of two equal words at one place, as bold and shadows are drawn."""
    texts = [word.text for word in line]
    if len(set(texts)) == len(texts):
        return line
    again = [at for at, text in enumerate(texts) if text in texts[at + 1 : at + 3]]
    if not any(_shadows(line[at], other) for at in again for other in line[at + 1 : at + 3]):
        return line
    kept: list[Word] = []
    for word in line:
        if not any(_shadows(other, word) for other in kept[-2:]):
            kept.append(word)
    return kept


def _shadows(one: Word, other: Word) -> bool:
    near = 0.25 * _height(other)
    if one.text != other.text or abs(one.box[0] - other.box[0]) > near:
        return False
    return all(abs(a - b) <= near for a, b in zip(one.box, other.box, strict=True))


def _between(left: Piece, right: Piece) -> float:
    return right.box[0] - left.box[2]


def gap_between(left: Word, right: Word) -> float:
    """White space between two words, in heights of the smaller."""
    _, top, start, bottom = left.box
    end, other_top, _, other_bottom = right.box
    height = min(bottom - top, other_bottom - other_top)
    return (end - start) / (height if height > 0.01 else 0.01)


def join_letters(line: list[Word]) -> list[Word]:
    """A line in which letters that were drawn one by one, or spaced apart, are words again."""
    if len(line) < 2:
        return line
    line = join_spaced(_without_seams(line), em=median(map(_height, line)))
    joined: list[Word] = []
    start = 0
    while start < len(line):
        end = start + 1
        while end < len(line) and _are_letters(line[end - 1], line[end]):
            end += 1
        run = line[start:end]
        joined += _spaced_words(run) if len(run) >= SPACED_RUN else run
        start = end
    return joined


def _without_seams(line: list[Word]) -> list[Word]:
    """A line of which many words touch, or a cell of letters of which all do: PDFium took a small page's for upright ones."""
    seams = [_are_one(left, right) for left, right in pairwise(line)]
    if seams.count(True) < SPACED_RUN and not (all(seams) and all(len(word.text) == 1 for word in line)):
        return line
    runs = [[line[0]]]
    for is_one, word in zip(seams, line[1:], strict=True):
        if not is_one:
            runs.append([])
        runs[-1].append(word)
    return [_one_word(run) if len(run) > 1 else run[0] for run in runs]


def _are_one(left: Word, right: Word) -> bool:
    """True for a letter that touches what stands beside it, in the same font on the same line."""
    is_letter = len(left.text) == 1 or len(right.text) == 1
    return is_letter and left.box[1::2] == right.box[1::2] and abs(gap_between(left, right)) <= TOUCHING


def _are_letters(left: Word, right: Word) -> bool:
    return len(left.text) == len(right.text) == 1 and gap_between(left, right) <= SPACED_GAP


def _spaced_words(run: list[Word]) -> list[Word]:
    """The words of a run of single letters: a new one begins where a gap is wider than most."""
    gaps = [gap_between(left, right) for left, right in pairwise(run)]
    widest = UNEVEN * max(median(gaps), 0.1)
    words = [[run[0]]]
    for gap, letter in zip(gaps, run[1:], strict=True):
        if gap > widest:
            words.append([])
        words[-1].append(letter)
    return list(map(_one_word, words))


def _one_word(pieces: Sequence[Word]) -> Word:
    return Word(
        text="".join(piece.text for piece in pieces),
        box=united(piece.box for piece in pieces),
        confidence=least(piece.confidence for piece in pieces),
    )


def _height(word: Word) -> float:
    _, top, _, bottom = word.box
    return bottom - top
