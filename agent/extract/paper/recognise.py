"""Turns the picture of a page into its words, with boxes as on the upright page. Runs in the scan process alone."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any, Final

import cv2
import numpy as np
import rapidocr
from PIL import Image

from agent.facts.documents import Word

MOST_PIXELS: Final = 3_200_000  # of a page while it is read: A4 at 180 dpi. Memory grows with them
FEW_PIXELS: Final = 800_000  # a picture of fewer is read at twice its size
LEAST_SIDE: Final = 736  # pixels: RapidOCR enlarges what is narrower, so it is given a margin instead
LEAST_SCORE: Final = 0.5  # of a line; what scores less are specks and stamps
UPRIGHT_SCORE: Final = 0.8  # of a page: what scores less may stand on its head
TALL: Final = 1.5  # heights of a box to its width, of text that runs down the page
_FONT: Final = 0.8  # of a found box's height: about the line box of its font, as PDFium gives it
_SPACE: Final = 0.24  # heights between two words, as between words of a PDF
_WORD_GAP: Final = (
    0.9  # heights of white between letters: two words, though no space was read, or two columns
)
_STEEPEST: Final = 8.0  # degrees that a page may lie askew
_GLUED: Final = re.compile(r"(?<=\d{4}[-/.]\d\d[-/.]\d\d)(?=\d\d:\d\d)")  # a day and its time
# What the eye can't tell and the place can: 0ct for Oct, 9.449.42 for 9.449,42, November 18. 2026.
_ZERO: Final = re.compile(r"(?<!\S)0(?=[a-z]{2})")
_CENTS: Final = re.compile(r"(?<![\d.,])\d{1,3}(?:(?P<mark>[.,])\d{3}){1,3}(?P=mark)(?=\d\d(?![\d.,]))")
_DAY: Final = re.compile(r"(?<=[A-Za-z]{3} \d\d)\.(?= 20\d\d(?!\d))|(?<=[A-Za-z]{3} \d)\.(?= 20\d\d(?!\d))")
_MODELS: Final = {
    "Det.model_path": "PP-OCRv6_det_small.onnx",
    "Rec.model_path": "PP-OCRv6_rec_small.onnx",
    "Cls.model_path": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
}

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Letter:
    text: str
    left: float
    right: float
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A stretch of text on one line, as it was found."""

    text: str
    score: float
    corners: tuple[Point, Point, Point, Point]  # from its top left one, clockwise
    letters: tuple[tuple[str, float, Point], ...]  # each with its score and its middle; without spaces

    @property
    def width(self) -> float:
        return math.dist(self.corners[0], self.corners[1])

    @property
    def height(self) -> float:
        return math.dist(self.corners[0], self.corners[3])

    @property
    def is_tall(self) -> bool:
        return self.height >= TALL * self.width


class Recogniser:
    """RapidOCR with the models that lie in its package: nothing is fetched, and nothing runs beside it."""

    def __init__(self) -> None:
        cv2.setNumThreads(1)
        models = Path(rapidocr.__file__).parent / "models"
        self._engine: Any = rapidocr.RapidOCR(
            params={
                # A model that is named is never looked for on the network.
                **{key: str(models / name) for key, name in _MODELS.items()},
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                "Global.max_side_len": 10_000,  # pixels are bounded here, by area
                "Global.log_level": "critical",
            }
        )

    def words(self, picture: Image.Image, points: float) -> tuple[Word, ...]:
        """The words of a page, turned and set straight, in points: `points` is a pixel's side."""
        scale = _scale(picture.width, picture.height)
        size = (max(1, int(picture.width * scale)), max(1, int(picture.height * scale)))
        picture = _with_margin(picture.convert("L").resize(size, Image.Resampling.LANCZOS))
        lines = self._upright(picture)
        straight = _Straight.of(lines)
        found = (word for line in lines for word in _words(line, straight))
        return tuple(_scaled(word, points / scale) for word in found)

    def _upright(self, picture: Image.Image) -> list[_Line]:
        """The lines of a page in the position in which it reads best."""
        lines = self._lines(picture)
        tall = [line for line in lines if line.is_tall and len(line.text) > 1]
        turns = (
            (Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_90)
            if 2 * len(tall) > len(lines)
            else (Image.Transpose.ROTATE_180,)
        )
        best, best_score = lines, 0.0 if len(turns) > 1 else _score(lines)
        for turn in turns:
            if best_score >= UPRIGHT_SCORE:
                break
            turned = self._lines(picture.transpose(turn))
            if _score(turned) > best_score:
                best, best_score = turned, _score(turned)
        return [line for line in best if line.score >= LEAST_SCORE]

    def _lines(self, picture: Image.Image) -> list[_Line]:
        pixels = np.asarray(picture.convert("RGB"))[:, :, ::-1].copy()
        read = self._engine(
            pixels, use_det=True, use_cls=False, use_rec=True, return_word_box=True,
            return_single_char_box=True, text_score=0.0,
        )  # fmt: skip
        if read.txts is None or read.boxes is None:
            return []
        lines: list[_Line] = []
        letters = read.word_results if len(read.word_results) == len(read.txts) else [()] * len(read.txts)
        for text, score, box, row in zip(read.txts, read.scores, read.boxes, letters, strict=True):
            line = _line(text, float(score), box, row)
            lines += self._downwards(pixels, line) if line.is_tall and len(text) > 1 else [line]
        return lines

    def _downwards(self, pixels: Any, line: _Line) -> list[_Line]:
        """The hanzi of a label that is written downwards, one by one; the line itself where they are none."""
        count = round(line.height / line.width)
        xs, ys = zip(*line.corners, strict=True)
        left, right, top, bottom = int(min(xs)), int(max(xs)), min(ys), max(ys)
        step = (bottom - top) / count
        found = []
        for at in range(count):
            upper, lower = int(top + at * step), int(top + (at + 1) * step)
            read = self._engine(pixels[upper:lower, left:right], use_det=False, use_cls=False, use_rec=True)
            text, score = (read.txts[0].strip(), float(read.scores[0])) if read.txts else ("", 0.0)
            if len(text) != 1 or text < "\u3400" or score < LEAST_SCORE:
                return [line]
            corners = ((left, upper), (right, upper), (right, lower), (left, lower))
            middle = ((left + right) / 2, (upper + lower) / 2)
            found.append(_Line(text=text, score=score, corners=corners, letters=((text, score, middle),)))
        return found


def _scale(width: int, height: int) -> float:
    """What a picture's sides are multiplied by before it is read."""
    scale = 2.0 if width * height <= FEW_PIXELS else 1.0
    for _ in range(3):  # a side that is given a margin counts with it
        pixels = max(width * scale, LEAST_SIDE) * max(height * scale, LEAST_SIDE)
        if pixels <= MOST_PIXELS:
            break
        scale *= (
            MOST_PIXELS / pixels
            if min(width, height) * scale < LEAST_SIDE
            else math.sqrt(MOST_PIXELS / pixels)
        )
    return scale


def _with_margin(picture: Image.Image) -> Image.Image:
    size = (max(picture.width, LEAST_SIDE), max(picture.height, LEAST_SIDE))
    if size == picture.size:
        return picture
    whole = Image.new("L", size, 255)
    whole.paste(picture, (0, 0))
    return whole


def _line(text: str, score: float, box: Any, row: Sequence[Any]) -> _Line:
    corners = tuple((float(x), float(y)) for x, y in box)
    assert len(corners) == 4
    is_whole = "".join(letter for letter, _, _ in row) == text.replace(" ", "")
    text = _mended(text)
    spelled = text.replace(" ", "")
    letters = [
        (letter, float(sure), _middle(place)) for letter, (_, sure, place) in zip(spelled, row, strict=False)
    ]
    if not is_whole:  # spread evenly
        letters = [
            (letter, score, _along(corners, (at + 0.5) / len(text)))
            for at, letter in enumerate(text)
            if letter != " "
        ]
    return _Line(text=text, score=score, corners=corners, letters=tuple(letters))


def _mended(text: str) -> str:
    """A line with the letter that its place asks for, where two look the same; as long as before."""
    text = _DAY.sub(",", _ZERO.sub("O", text))
    return _CENTS.sub(lambda found: found[0][:-1] + ("," if found["mark"] == "." else "."), text)


def _middle(place: Sequence[Sequence[float]]) -> Point:
    xs, ys = zip(*place, strict=True)
    return sum(xs) / len(xs), sum(ys) / len(ys)


def _along(corners: Sequence[Point], share: float) -> Point:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    left, right = ((x0 + x3) / 2, (y0 + y3) / 2), ((x1 + x2) / 2, (y1 + y2) / 2)
    return left[0] + share * (right[0] - left[0]), left[1] + share * (right[1] - left[1])


def _score(lines: Sequence[_Line]) -> float:
    """How well a page reads in one position: the mean over its letters."""
    letters = sum(len(line.text) for line in lines)
    return sum(line.score * len(line.text) for line in lines) / letters if letters else 0.0


@dataclass(frozen=True, slots=True)
class _Straight:
    """Turns a page that lies askew until its lines are level."""

    cosine: float
    sine: float

    @classmethod
    def of(cls, lines: Sequence[_Line]) -> "_Straight":
        angle = _angle(lines)
        return cls(math.cos(angle), math.sin(angle))

    def __call__(self, point: Point) -> Point:
        x, y = point
        return x * self.cosine + y * self.sine, y * self.cosine - x * self.sine


def _angle(lines: Sequence[_Line]) -> float:
    """By how much a page is turned clockwise, in radians.

    A box's own edges tell it to a pixel, which over a page's width is more than half a line. So of the angles near
    to theirs the one is taken at which most lines' ends fall on one level.
    """
    level = [line for line in lines if line.width > 2 * line.height]
    if not level:
        return 0.0
    ends = [(_along(line.corners, 0.0), _along(line.corners, 1.0)) for line in level]
    longest = sorted(ends, key=lambda pair: pair[0][0] - pair[1][0])[: max(3, len(ends) // 3)]
    about = median(math.atan2(right[1] - left[1], right[0] - left[0]) for left, right in longest)
    if abs(about) > math.radians(_STEEPEST):
        return 0.0
    points = [point for pair in ends for point in pair]
    cap = 0.5 * median(line.height for line in level)
    tries = [about + math.radians(step / 20) for step in range(-20, 21)]
    return min(tries, key=lambda angle: (_spread(points, angle, cap), abs(angle - about)))


def _spread(points: Sequence[Point], angle: float, cap: float) -> float:
    """White between the levels of the points at an angle, each gap counted up to a cap."""
    levels = sorted(y * math.cos(angle) - x * math.sin(angle) for x, y in points)
    return round(sum(min(below - above, cap) for above, below in pairwise(levels)), 3)


def _words(line: _Line, straight: _Straight) -> Iterator[Word]:
    """The words of a line: parted by spaces, and by gaps as wide as a column's."""
    height = _FONT * line.height
    start, end = straight(_along(line.corners, 0.0)), straight(_along(line.corners, 1.0))
    words = list(_parted(line, straight))
    for at, word in enumerate(words):
        left = _edge(words[at - 1][-1].right, word[0].left, height)[1] if at else word[0].left
        right = (
            _edge(word[-1].right, words[at + 1][0].left, height)[0] if at + 1 < len(words) else word[-1].right
        )
        share = ((left + right) / 2 - start[0]) / (end[0] - start[0]) if end[0] > start[0] else 0.5
        middle = start[1] + min(max(share, 0.0), 1.0) * (end[1] - start[1])
        yield Word(
            text="".join(letter.text for letter in word),
            box=(left, middle - height / 2, right, middle + height / 2),
            confidence=min(letter.score for letter in word),
        )


def _edge(right: float, left: float, height: float) -> tuple[float, float]:
    """Where a word ends and the next begins. Letters' edges are guesses: a gap that is a space's is made one."""
    if left - right > _WORD_GAP * height:
        return right, left
    middle = (left + right) / 2
    return middle - _SPACE * height / 2, middle + _SPACE * height / 2


def _parted(line: _Line, straight: _Straight) -> Iterator[list[_Letter]]:
    letters = iter(_letters(line, straight))
    parted = {match.start() for match in _GLUED.finditer(line.text)}
    gap = _WORD_GAP * _FONT * line.height
    word: list[_Letter] = []
    for at, character in enumerate(line.text):
        letter = None if character == " " else next(letters)
        if word and (letter is None or at in parted or letter.left - word[-1].right > gap):
            yield word
            word = []
        if letter is not None:
            word.append(letter)
    if word:
        yield word


def _letters(line: _Line, straight: _Straight) -> list[_Letter]:
    """The letters of a line with their edges: half of the way to the next one, and at most half a letter."""
    middles = [straight(middle)[0] for _, _, middle in line.letters]
    if not middles:
        return []
    steps = [right - left for left, right in pairwise(middles)]
    half = min(median(steps), line.height) / 2 if steps else min(line.width, line.height) / 2
    return [
        _Letter(text=text, left=middle - half, right=middle + half, score=score)
        for (text, score, _), middle in zip(line.letters, middles, strict=True)
    ]


def _scaled(word: Word, points: float) -> Word:
    left, top, right, bottom = (round(edge * points, 2) for edge in word.box)
    assert word.confidence is not None
    return Word(text=word.text, box=(left, top, right, bottom), confidence=round(word.confidence, 2))
