"""Who pays, and from which account: by labels, and by names that end in a legal form."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from agent.extract.reading.halves import half_of, is_half
from agent.extract.reading.labels import Labels
from agent.extract.reading.told import Told
from agent.extract.text.script import Script, within
from agent.ids import folded
from agent.rules.vocabulary import Label, Vocabulary

_ACCOUNT: Final = re.compile(r"[\dA-Z*＊.-]+(?: [\dA-Z*＊.-]+)*")
_NAME_END: Final = re.compile(r"\s{2,}|[,;:，；。|\n]|\s[-–(（]\s?|\.(?=\s|$)")


def payers_in(
    script: Script, labels: Labels, own_names: Sequence[str], words: Vocabulary
) -> tuple[list[Told[str]], list[Told[str]]]:
    """Names of those who may pay: by a label, and by their legal form; without us, and without payees."""
    own = {_plain(name) for name in own_names if name}
    payees = set(_payee_starts(labels))
    labelled = [told for told in _labelled(script, labels, words) if not _is_own(told.value, own)]
    firms = [
        told for told in _firms(script, words) if not _is_own(told.value, own) and told.start not in payees
    ]
    return labelled, firms


def _labelled(script: Script, labels: Labels, words: Vocabulary) -> Iterator[Told[str]]:
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


def _payee_starts(labels: Labels) -> Iterator[int]:
    """Where the names of payees begin."""
    for hit in labels.of(Label.PAYEE):
        yield from (start for start, _ in labels.regions(hit))


def payer_accounts(script: Script, labels: Labels, payers: Sequence[Told[str]]) -> Iterator[Told[str]]:
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


def _is_own(name: str, own: Iterable[str]) -> bool:
    """True where a name is ours, also without its legal form."""
    plain = _plain(name)
    return any(plain and len(plain) > 3 and (plain in mine or mine in plain) for mine in own)


def _plain(name: str) -> str:
    return folded(name).casefold()
