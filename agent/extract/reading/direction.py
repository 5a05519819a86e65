"""Says of a document whose money it tells of: who it names as payee and as payer, and whether that is us."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from agent.extract.text.script import Script, within
from agent.extract.text.setting import Place
from agent.facts.documents import Source
from agent.ids import folded
from agent.rules.vocabulary import Cue, Hit, Label

LONGEST_NAME: Final = 90  # characters
_KNOWN_WORDS: Final = ("methods", "labels", "columns", "cues")
_LEGAL_FORM: Final = 2  # characters of the shortest ending that says of a name that it is a firm's: AG, 公司
GREETED: Final = 30  # rows of a letter in which its greeting stands
_BEFORE_FIRM: Final = 5  # characters between "to" and a firm's name: a space, an article
_BEFORE_NAME: Final = 4  # characters before the name in it: 致, To:
_LONGEST_FORM: Final = 4  # letters: GmbH, SARL
_LEAST_WORDS: Final = 2  # of a name and its legal form, whose order may differ
_SHORTEST: Final = 4  # characters of a name that another may contain
_ALIKE: Final = 0.7  # of two names that one firm's spellings differ by
_LABEL_GOES_ON: Final = re.compile(r" [^\W\d]{1,12}\.?\s*(?::\s*\S*\d|(?P<alone>:?\s*\Z))")
_NAME_END: Final = re.compile(r"\s{2,}|[;；，。\n]|, (?=[^A-Z])")
_FIRST_KANA: Final = "\u3041"
_FIRST_HAN: Final = "\u3400"
_KANA: Final = re.compile("[\u3041-\u30ff]{4,}")
_LARGE: Final = str.maketrans("ァィゥェォッャュョヮ", "アイウエオツヤユヨワ")


class Payee(NamedTuple):
    """A name that is said to get the money."""

    start: int  # of its label
    name: str
    is_ours: bool


def told_elsewhere(
    script: Script, taken_rows: set[int], own_names: Sequence[str], payees: Sequence[Payee]
) -> str | None:
    """Why the money of a document is not for us: it names another payee, or us as its payer; None where it is not said."""
    own = [name for name in own_names if name.strip()]
    if any(one.is_ours for one in payees):
        return None
    if payees and own:
        return f"pays {payees[0].name}, not us"
    if own and (addressee := _other_addressee(script, own)):
        return f"is addressed to {addressee}, not us"
    payers = [name for _, name in _names(script, taken_rows, Cue.PAYER_NAME)]
    if payers and all(is_ours(name, own, unknown=False) for name in payers):
        return f"is paid by us: {payers[0]}"
    return None


def is_received(script: Script, own_names: Sequence[str]) -> bool:
    """True for a document that names us as payee and somebody else as payer: a bank's notice of money in."""
    own = [name for name in own_names if name.strip()]
    payees, payers = (list(_names(script, set(), cue)) for cue in (Cue.PAYEE_NAME, Cue.PAYER_NAME))
    return any(is_ours(name, own, unknown=False) for _, name in payees) and any(
        not is_ours(name, own) for _, name in payers
    )


def payees_of(script: Script, taken_rows: set[int], own_names: Sequence[str]) -> list[Payee]:
    """Who is named as payee, from the top."""
    own = [name for name in own_names if name.strip()]
    names = _names(script, taken_rows, Cue.PAYEE_NAME)
    return [Payee(start, name, is_ours(name, own)) for start, name in names]


def pays_another(script: Script, start: int, end: int, own_names: Sequence[str]) -> bool:
    """True where a sentence says right behind its sum or its verb that another firm gets it: "wired 450.00 to Acme Ltd"."""
    own = [name for name in own_names if name.strip()]
    for hit in within(script.hits.labels(Label.PAYEE), start, end) if own else ():
        verbs = within(script.hits.cues(Cue.PAID, Cue.ORDER), start, hit.start)
        ends = [one.end for one in verbs] + [one.end for one in script.amounts_in(start, hit.start)]
        is_beside = any(not script.text[at : hit.start].strip() for at in ends if at <= hit.start)
        firm = script.firms.search(script.text, hit.end, end) if is_beside else None
        if firm and firm.start("name") - hit.end <= _BEFORE_FIRM and not is_ours(firm["name"], own):
            return True
    return False


def rows_under_others(script: Script, own_names: Sequence[str]) -> set[int]:
    """Rows of a report with a section for each payee ("Vendor: 02214 Aspen Linen"), of those that are not ours."""
    own = [name for name in own_names if name.strip()]
    by_label: dict[str, dict[int, bool]] = {}
    for hit in script.hits.labels(Label.PAYEE) if own else ():
        place = script.place_of(hit.start)
        rest = script.text[hit.end : place.end].lstrip() if place else ""
        if place is not None and hit.start == place.start and place.column == 0 and rest.startswith(":"):
            heads = by_label.setdefault(script.text[hit.start : hit.end].casefold(), {})
            heads.setdefault(place.row, is_ours(rest.strip(" :"), own, unknown=False))
    found: set[int] = set()
    for heads in by_label.values():
        ends = [*sorted(heads)[1:], len(script.rows)]
        if len(set(heads.values())) > 1:
            spans = zip(sorted(heads), ends, strict=True)
            found |= {row for start, end in spans if not heads[start] for row in range(start, end)}
    return found


def _other_addressee(script: Script, own: Sequence[str]) -> str | None:
    """A firm that an attached document is "to", where it names neither us nor any document of ours."""
    if script.document.source is Source.BODY or any(one.item for one in script.references):
        return None
    addressed = next((name for name in (*_after_to(script), *_greeted(script)) if name), None)
    if addressed and not any(is_ours(one["name"], own) for one in script.firms.finditer(script.text)):
        return addressed
    return None


def _after_to(script: Script) -> Iterator[str]:
    """The firms after "To:" at the beginning of a cell."""
    for hit in script.hits.labels(Label.PAYEE):
        place = script.place_of(hit.start)
        rest = script.text[hit.end : place.end] if place else ""
        if place is not None and hit.start == place.start and rest.lstrip().startswith(":"):
            firm = script.firms.search(rest)
            yield firm["name"].strip() if firm else ""


def _greeted(script: Script) -> Iterator[str]:
    """The firms that a line of their own greets: 宁波液压有限公司:"""
    for number in range(min(len(script.rows), GREETED)):
        start, end = script.row_span(number)
        text = script.text[start:end].strip()
        firm = script.firms.search(text) if text.endswith(":") else None
        if firm and firm.end("name") == len(text) - 1 and firm.start("name") <= _BEFORE_NAME:
            yield firm["name"].strip()


def is_ours(name: str, own_names: Sequence[str], *, unknown: bool = True) -> bool:
    """True for a spelling of one of our names; `unknown` where we have no name in its script to compare with."""
    if any(_words(name) == _words(own) for own in own_names):
        return True
    plain = folded(name)
    known = [folded(own) for own in own_names if _script(own) == _script(name)]
    if not known:
        return unknown
    whole = [
        own for own in known if _are_firms(plain, own) and not any(own in other != own for other in known)
    ]
    return any(_is_same(plain, own) or _is_same_kana(plain, own) for own in whole or known)


def _words(name: str) -> tuple[str, ...] | str:
    """A name's words in any order, but for a short legal form at its end: Revêtements Brevanne inc., Brevanne Revêtements SARL."""
    words = [word for word in map(folded, name.split()) if word]
    if len(words) <= _LEAST_WORDS or len(words[-1]) > _LONGEST_FORM:
        return folded(name)
    return tuple(sorted(words[:-1]))


def _are_firms(name: str, own: str) -> bool:
    """True where both end alike, as with 有限公司: then our short names say nothing, which others may begin with."""
    return name[-_LEGAL_FORM:] == own[-_LEGAL_FORM:]


def _is_same_kana(name: str, own: str) -> bool:
    """True where both begin with the same kana: banks write the rest in kana too, and small kana large."""
    begun = _KANA.match(own.translate(_LARGE))
    return begun is not None and name.translate(_LARGE).startswith(begun[0])


def _is_same(name: str, own: str) -> bool:
    """True where one contains the other, or both differ by little before the ending that they share."""
    if min(len(name), len(own)) >= _SHORTEST and (name in own or own in name):
        return True
    while name and own and name[-1] == own[-1]:
        name, own = name[:-1], own[:-1]
    if len(name) >= _SHORTEST and name in own:
        return True
    return SequenceMatcher(None, name, own, autojunk=False).ratio() >= _ALIKE


def _script(name: str) -> str:
    """Which names it can be compared with: kana, hanzi, or letters."""
    if any(_FIRST_KANA <= character < _FIRST_HAN for character in name):
        return "kana"
    return "han" if any(character >= _FIRST_HAN for character in name) else "letters"


def _names(script: Script, taken_rows: set[int], cue: Cue) -> Iterator[tuple[int, str]]:
    """What stands as a name after or right of such a label, and where the label stands."""
    for hit in script.hits.cues(cue):
        place = script.place_of(hit.start)
        if place is None or place.row in taken_rows or script.text[place.start : hit.start].strip(" -*•"):
            continue
        rest = script.text[hit.end : place.end]
        if rest.strip(" :)"):
            if _goes_on(script, place, rest) or _is_longer_label(script, hit):
                continue
            if rest.lstrip().startswith(":") or (rest.startswith(" ") and _is_title(rest)):
                yield from ((hit.start, name) for name in _name(script, hit.end, place.end))
            continue
        yield from ((hit.start, name) for name in _right(script, place))


def _is_longer_label(script: Script, hit: Hit) -> bool:
    """True where the word only begins a label of something else: Creditor Code."""
    return any(
        one.start == hit.start and one.end > hit.end and one.key not in (Label.PAYEE, Label.PAYER, Label.NAME)
        for one in script.hits.section("labels")
    )


def _goes_on(script: Script, place: Place, rest: str) -> bool:
    """True where one more word makes it the label of a number, beside it or in the next cell: Creditor No | 303291."""
    found = _LABEL_GOES_ON.match(rest)
    beside = (one for one in script.places_of_row(place.row) if one.column > place.column)
    texts = (script.text[one.start : one.end].strip(" :") for one in beside)
    number = next((text for text in texts if text), "")
    return found is not None and (found["alone"] is None or number[:1].isdigit())


def _is_title(words: str) -> bool:
    """True for words that all begin with capitals, or in another script: a name after a label without a colon."""
    letters = [word[0] for word in words.split() if word[0].isalpha()]
    return bool(letters) and not any(letter.islower() for letter in letters)


def _right(script: Script, place: Place) -> Iterator[str]:
    """The name in the next cell, or past one that only says "name"."""
    for other in script.places_of_row(place.row):
        if other.column <= place.column or not script.text[other.start : other.end].strip(" :"):
            continue
        titles = within(script.hits.labels(Label.NAME), other.start, other.end)
        if titles and titles[0].start == other.start:
            if script.text[titles[0].end : other.end].strip(" :"):
                yield from _name(script, titles[0].end, other.end)
                return
            continue
        if not within(script.hits.section("labels"), other.start, other.start + LONGEST_NAME) or not any(
            hit.start == other.start for hit in script.hits.section("labels")
        ):
            yield from _name(script, other.start, other.end)
        return


def _is_known_word(script: Script, start: int, name: str) -> bool:
    """True for what is a word of payments and nothing else: virement, in the second line of a label beside; From."""
    hits = (one for section in _KNOWN_WORDS for one in script.hits.section(section))
    return " " not in name and any((hit.start, hit.end) == (start, start + len(name)) for hit in hits)


def _name(script: Script, start: int, end: int) -> Iterator[str]:
    name = _NAME_END.split(script.text[start:end].strip(" :.,;-"))[0][:LONGEST_NAME].strip()
    letters = sum(character.isalpha() for character in name)
    at = script.text.find(name, start)
    if (
        letters >= 2
        and letters * 2 > len(name)
        and not name[0].isdigit()
        and not _is_known_word(script, at, name)
    ):
        yield name
