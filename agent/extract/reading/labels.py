"""Turns labels and their values, to the right or below, into what a document says of its payment as a whole."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, Generic, TypeVar

from agent.extract.reading.halves import half_of, is_half
from agent.extract.speech.acts import Act
from agent.extract.speech.sentences import Sentence
from agent.extract.text.days import Day
from agent.extract.text.numbers import CURRENCIES
from agent.extract.text.script import Place, Script, within
from agent.facts.readings import Method
from agent.ids import folded
from agent.rules.vocabulary import Cue, Hit, Label, Vocabulary

Value = TypeVar("Value")
LONGEST_REFERENCE: Final = 40
_WEAKEST: Final = 4  # rank of a reference that no label names
_BRACKETED: Final = re.compile(
    r"[(（](?:[A-Za-z]{2,4}[.:]? ?){0,2}(?P<number>[A-Z0-9][A-Z0-9/_-]{4,29})[)）]"
)
LONGEST_JOINS: Final = 100  # characters of signs and words between a label and its value
AHEAD: Final = 10  # days that an order given may lie ahead of the mail
_TIERS: Final = (Label.REFERENCE_BANK, Label.REFERENCE, Label.REFERENCE_WEAK)
_FILLER: Final = re.compile(r"[\s:：#=(（\"'“”‘’.№】」』〕-]*")
_TOKEN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9/+._*\-]*")
_ACCOUNT: Final = re.compile(r"[\dA-Z*＊.-]+(?: [\dA-Z*＊.-]+)*")
_CODE: Final = re.compile(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
_PREFIX: Final = re.compile(r"[-_/]?\d")  # a label that is the beginning of the number itself: TRN-99812
_MORE: Final = re.compile(r" (?=[A-Z0-9/+.\-]*\d)[A-Z0-9][A-Z0-9/+.\-]*(?![A-Za-z])")
_NAME_END: Final = re.compile(r"\s{2,}|[,;:，；。|\n]|\s[-–(（]\s?|\.(?=\s|$)")
_BEST_METHODS: Final = (
    Method.DRAFT, Method.CHECK, Method.CARD, Method.WALLET, Method.ACH, Method.CASH, Method.WIRE, Method.OTHER
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Generic[Value]):
    """A value and where it is said; the lowest `rank` counts, then the first."""

    value: Value
    rank: int
    script: Script
    start: int
    end: int


@dataclass(slots=True)
class Fields:
    """What one document says of its payment as a whole."""

    dates: list[Told[date]] = field(default_factory=list)
    maturities: list[Told[date]] = field(default_factory=list)
    references: list[Told[str]] = field(default_factory=list)
    methods: list[Told[Method]] = field(default_factory=list)
    payers: list[Told[str]] = field(default_factory=list)
    accounts: list[Told[str]] = field(default_factory=list)
    currencies: list[Told[str]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


def read_fields(
    script: Script,
    sentences: Sequence[Sentence],
    taken_rows: set[int],
    own_names: Sequence[str],
    words: Vocabulary,
) -> Fields:
    """The fields of a document. `taken_rows` are tables: their headings are no labels."""
    labels = _Labels(script, taken_rows, sentences)
    fields = Fields(
        dates=sorted(_dates(script, labels, sentences), key=_order),
        maturities=[told for told in _days_at(script, labels, Label.MATURITY, 0)],
        references=sorted([*_references(script, labels), *_in_brackets(script, sentences)], key=_order),
        methods=sorted(_methods(script, labels), key=_order),
        currencies=list(_currencies(script, labels)),
    )
    own = {_plain(name) for name in own_names if name}
    payees = set(_payee_starts(labels))
    firms = [
        told for told in _firms(script, words) if not _is_own(told.value, own) and told.start not in payees
    ]
    labelled = [told for told in _labelled_payers(script, labels, words) if not _is_own(told.value, own)]
    fields.payers = sorted([*labelled, *firms], key=_order)
    fields.accounts = list(_accounts(script, labels, labelled[:1]))
    fields.names = list(dict.fromkeys(told.value for told in fields.payers))
    return fields


def _order(told: Told[Value]) -> tuple[int, int]:
    return told.rank, told.start


class _Labels:
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
            if start not in joins:
                break
            start = joins[start]
        return start

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
    return _has_digits(script.text[place.start : place.end])


def _days_at(script: Script, labels: _Labels, key: Label, rank: int) -> Iterator[Told[date]]:
    for hit in labels.of(key):
        if labels.is_excluded(hit):  # "INV-1 will be paid on 3 May"
            continue
        for start, end in labels.regions(hit):
            days = script.days_in(max(0, start - 12), min(end, start + 40))
            day = next((day for day in days if day.end > start and not _is_followed(script, day)), None)
            value = _value(script, day) if day else None
            if day and value and not within(_date_labels(script), hit.end, day.start):
                yield Told(value=value, rank=rank, script=script, start=day.start, end=day.end)
            if day:
                break


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


def _date_labels(script: Script) -> list[Hit]:
    return script.hits.labels(Label.DATE, Label.ANY_DATE, Label.OTHER_DATE, Label.MATURITY)


def _dates(script: Script, labels: _Labels, sentences: Sequence[Sentence]) -> Iterator[Told[date]]:
    yield from _days_at(script, labels, Label.DATE, 0)
    others = {told.start for told in _days_at(script, labels, Label.OTHER_DATE, 0)}
    others |= {told.start for told in _days_at(script, labels, Label.MATURITY, 0)}
    for sentence in sentences:
        if sentence.act in (Act.INTENDS, Act.REFUSES, Act.OBJECTS, Act.ASKS_MONEY, Act.STATEMENT):
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
            extra = 1 if day.is_relative else 0
            yield Told(value=value, rank=rank + extra, script=script, start=day.start, end=day.end)
    yield from _days_at(script, labels, Label.ANY_DATE, 3)


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


def _references(script: Script, labels: _Labels) -> Iterator[Told[str]]:
    for tier, key in enumerate(_TIERS):
        for hit in labels.of(key):
            if _PREFIX.match(script.text, hit.end) and script.text[hit.end - 1].isascii():
                found = _reference_in(script, hit.start, script.row_span(script.row_of(hit.start))[1])
            else:
                found = next(
                    (one for region in labels.regions(hit) if (one := _reference_in(script, *region))), None
                )
            if found is None:
                continue
            start, end = found
            beside = start > hit.start and script.row_of(start) == script.row_of(hit.start)
            is_word = key is Label.REFERENCE_WEAK or (
                script.text[hit.start : hit.end].isalpha() and hit.end - hit.start < 7
            )
            if (
                is_word
                and beside
                and (end - start < 4 or start - hit.end > 4)
                and script.text[hit.end : hit.end + 3].strip()[:1] not in ("#", ":", "(")
            ):
                continue
            yield Told(
                value=" ".join(script.text[start:end].split()), rank=tier, script=script, start=start, end=end
            )


def _in_brackets(script: Script, sentences: Sequence[Sentence]) -> Iterator[Told[str]]:
    """References that a sentence of payment adds in brackets: we wired $4,410.00 (W-20531)."""
    for sentence in sentences:
        if sentence.act is not Act.PAYS:
            continue
        for match in _BRACKETED.finditer(script.text, sentence.start, sentence.end):
            start, end = match.span("number")
            is_other = (
                script.references_in(start, end)
                or script.amounts_in(start, end)
                or script.days_in(start, end)
            )
            if _has_digits(match["number"]) and not is_other:
                yield Told(value=match["number"], rank=_WEAKEST, script=script, start=start, end=end)


def _reference_in(script: Script, start: int, end: int) -> tuple[int, int] | None:
    """The reference at the beginning of a region: a word with digits, with more such words in a cell of its own."""
    text = script.text
    end = min(end, start + 3 * LONGEST_REFERENCE)
    match = _TOKEN.match(text, start, end)
    if not match or not (_has_digits(match[0]) or match[0].isupper()):
        return None
    stop = match.end()
    end = min([end, *(day.start for day in script.days_in(stop, end) if day.is_said)])
    while more := _MORE.match(text, stop, end):
        rest = text[more.end() : end].strip()
        if rest and rest[0].isalpha() and rest[0].islower() and _has_digits(match[0]):
            break
        stop = more.end()
    value = text[start:stop].rstrip("./-*+_")
    stop = start + len(value)
    if not _has_digits(value) or not 3 <= len(value) <= LONGEST_REFERENCE:
        return None
    if any(day.start <= start < day.end and day.is_said for day in script.days_in(max(0, start - 30), stop)):
        return None
    if any(
        one.item and one.start < stop and start < one.end
        for one in script.references_in(max(0, start - 40), stop)
    ):
        return None
    if any(
        not one.is_plain and one.start < stop and start < one.end
        for one in script.amounts_in(max(0, start - 20), stop)
    ):
        return None
    return start, stop


def _has_digits(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _methods(script: Script, labels: _Labels) -> Iterator[Told[Method]]:
    discounts = {hit.start for hit in script.hits.cues(Cue.DISCOUNT)}  # a "cash discount" is no cash
    hits = [hit for hit in script.hits.section("methods") if hit.start not in discounts]
    for hit in labels.of(Label.METHOD):
        for method in [one for region in labels.regions(hit) for one in within(hits, *region)][:1]:
            yield Told(value=Method(method.key), rank=0, script=script, start=method.start, end=method.end)
    for hit in hits:
        if labels.is_excluded(hit):
            continue
        rank = 1 + _BEST_METHODS.index(Method(hit.key))
        yield Told(value=Method(hit.key), rank=rank, script=script, start=hit.start, end=hit.end)


def _currencies(script: Script, labels: _Labels) -> Iterator[Told[str]]:
    for hit in labels.of(Label.CURRENCY):
        region = next(labels.regions(hit), None)
        if region is None:
            continue
        word = script.text[region[0] : region[0] + 3]
        if word in CURRENCIES:
            code = "CNY" if word == "RMB" else word
            yield Told(value=code, rank=0, script=script, start=region[0], end=region[0] + 3)
        for named in within(script.hits.section("currencies"), region[0], min(region[1], region[0] + 12))[:1]:
            yield Told(value=named.key, rank=0, script=script, start=named.start, end=named.end)
    for match in _CODE.finditer(script.text):
        if match[0] in CURRENCIES:
            currency = "CNY" if match[0] == "RMB" else match[0]
            yield Told(value=currency, rank=2, script=script, start=match.start(), end=match.end())
    for named in script.hits.section("currencies"):
        yield Told(value=named.key, rank=2, script=script, start=named.start, end=named.end)


def _labelled_payers(script: Script, labels: _Labels, words: Vocabulary) -> Iterator[Told[str]]:
    for rank, key in ((0, Label.PAYER), (1, Label.NAME)):
        for hit in labels.of(key):
            region = next(labels.regions(hit), None)
            half = half_of(script, hit) if key is Label.NAME else None
            if region is None or half is Label.PAYEE or is_half(script, hit):
                continue
            start, end = region
            if (
                key is Label.PAYER
                and script.text[hit.end : hit.end + 2].strip()[:1] not in (":", "")
                and script.rows[script.row_of(hit.start)].table is None
            ):
                continue
            firm = words.firms.match(script.text, start, end)
            stop = _NAME_END.search(script.text, firm.end() if firm else start, end)
            end = min(stop.start() if stop and stop.start() > start else end, start + 90)
            name = script.text[start:end].strip(" .:-")
            letters = sum(character.isalpha() for character in name)
            if letters >= 2 and letters * 2 > len(name) and not (key is Label.NAME and letters < 4):
                if within(script.hits.section("labels"), start, start + len(name)) and letters < 5:
                    continue
                known = 0 if half is Label.PAYER else rank
                yield Told(value=name, rank=known, script=script, start=start, end=end)


def _payee_starts(labels: _Labels) -> Iterator[int]:
    """Where the names of payees begin."""
    for hit in labels.of(Label.PAYEE):
        yield from (start for start, _ in labels.regions(hit))


def _accounts(script: Script, labels: _Labels, payers: Sequence[Told[str]]) -> Iterator[Told[str]]:
    """The account that stands in the payer's half of a slip."""
    for payer in payers:
        home = script.place_of(payer.start)
        for hit in labels.of(Label.ACCOUNT, Label.PAYER_ACCOUNT):
            region = next(labels.regions(hit), None)
            place = script.place_of(region[0]) if region else None
            if region is None or place is None or home is None or abs(place.row - home.row) > 3:
                continue
            number = _ACCOUNT.match(script.text, *region)
            digits = number[0].strip() if number else ""
            is_payers = place.box[0] < home.box[2] and home.box[0] < place.box[2]
            is_payers |= hit.key == Label.PAYER_ACCOUNT
            if is_payers and sum(character.isdigit() for character in digits) >= 5 and len(digits) <= 42:
                end = region[0] + len(digits)
                yield Told(value=digits, rank=0, script=script, start=region[0], end=end)


def _firms(script: Script, words: Vocabulary) -> Iterator[Told[str]]:
    """Names that end in a legal form, each with the document's part it stands in."""
    for match in words.firms.finditer(script.text):
        name = " ".join(match["name"].split()).strip(" ,.-|·")
        if 4 <= len(name) <= 90:
            yield Told(value=name, rank=2, script=script, start=match.start("name"), end=match.end("name"))


def _plain(name: str) -> str:
    return folded(name).casefold()


def _is_own(name: str, own: Iterable[str]) -> bool:
    """True where a name is ours, also without its legal form."""
    plain = _plain(name)
    return any(plain and len(plain) > 3 and (plain in mine or mine in plain) for mine in own)
