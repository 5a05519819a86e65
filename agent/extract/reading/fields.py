"""Turns labels and their values into what a document says of its payment as a whole: day, reference, method, payer, currency."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from agent.extract.reading.days_told import days_at, paid_days
from agent.extract.reading.labels import Labels, has_digits
from agent.extract.reading.payers import payer_accounts, payers_in
from agent.extract.reading.told import Told, Value
from agent.extract.speech.acts import Act
from agent.extract.speech.sentence import Sentence
from agent.extract.text.currencies import CURRENCIES, SIGNS
from agent.extract.text.masks import ibans
from agent.extract.text.script import Script, within
from agent.facts.readings import Method
from agent.rules.vocabulary import Cue, Label, Vocabulary

LONGEST_REFERENCE: Final = 40
_WEAKEST: Final = 4  # rank of a reference that no label names
_BRACKETED: Final = re.compile(
    r"[(（](?:[A-Za-z]{2,4}[.:]? ?){0,2}(?P<number>[A-Z0-9][A-Z0-9/_-]{4,29})[)）]"
)
_TIERS: Final = (Label.REFERENCE_BANK, Label.REFERENCE, Label.REFERENCE_WEAK)
_TOKEN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9/+._*\-]*")
_CODE: Final = re.compile(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
_SIGN: Final = re.compile(r"(?<![^\s(\[])[€£₹](?![^\s)\]])")  # alone, over a column: each of one currency
_PREFIX: Final = re.compile(r"[-_/]?\d")  # a label that is the beginning of the number itself: TRN-99812
_MORE: Final = re.compile(r" (?=[A-Z0-9/+.\-]*\d)[A-Z0-9][A-Z0-9/+.\-]*(?![A-Za-z])")
_BEST_METHODS: Final = (
    Method.DRAFT, Method.CHECK, Method.CARD, Method.WALLET, Method.ACH, Method.CASH, Method.WIRE, Method.OTHER
)  # fmt: skip


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
    labels = Labels(script, taken_rows, sentences)
    fields = Fields(
        dates=sorted(paid_days(script, labels, sentences), key=_order),
        maturities=[told for told in days_at(script, labels, Label.MATURITY, 0)],
        references=sorted([*_references(script, labels), *_in_brackets(script, sentences)], key=_order),
        methods=sorted(_methods(script, labels), key=_order),
        currencies=list(_currencies(script, labels)),
    )
    labelled, firms = payers_in(script, labels, own_names, words)
    fields.payers = sorted([*labelled, *firms], key=_order)
    fields.accounts = list(payer_accounts(script, labels, labelled[:1]))
    fields.names = list(dict.fromkeys(told.value for told in fields.payers))
    return fields


def _order(told: Told[Value]) -> tuple[int, int]:
    return told.rank, told.start


def _references(script: Script, labels: Labels) -> Iterator[Told[str]]:
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
            if has_digits(match["number"]) and not is_other:
                yield Told(value=match["number"], rank=_WEAKEST, script=script, start=start, end=end)


def _reference_in(script: Script, start: int, end: int) -> tuple[int, int] | None:
    """The reference at the beginning of a region: a word with digits, with more such words in a cell of its own."""
    text = script.text
    end = min(end, start + 3 * LONGEST_REFERENCE)
    match = _TOKEN.match(text, start, end)
    if not match or not (has_digits(match[0]) or match[0].isupper()):
        return None
    stop = match.end()
    end = min([end, *(day.start for day in script.days_in(stop, end) if day.is_said)])
    while more := _MORE.match(text, stop, end):
        rest = text[more.end() : end].strip()
        if rest and rest[0].isalpha() and rest[0].islower() and has_digits(match[0]):
            break
        stop = more.end()
    value = text[start:stop].rstrip("./-*+_")
    stop = start + len(value)
    if not has_digits(value) or not 3 <= len(value) <= LONGEST_REFERENCE or ibans(text, start, stop):
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


def _methods(script: Script, labels: Labels) -> Iterator[Told[Method]]:
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


def _currencies(script: Script, labels: Labels) -> Iterator[Told[str]]:
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
    for match in _SIGN.finditer(script.text):
        yield Told(value=str(SIGNS[match[0]]), rank=2, script=script, start=match.start(), end=match.end())
    for named in script.hits.section("currencies"):
        yield Told(value=named.key, rank=2, script=script, start=named.start, end=named.end)
