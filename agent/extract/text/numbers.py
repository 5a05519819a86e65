"""Turns text into the amounts that stand in it, in all common formats; one decision on the decimal mark a document."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from agent.extract.text.currencies import (
    BEFORE,
    CURRENCIES,
    LETTERS,
    currency_after,
    currency_before,
    is_code,
    may_have,
)
from agent.extract.text.hanzi import SPACELESS_FROM, spoken
from agent.extract.text.masks import Masks
from agent.rules.vocabulary import Hit

LARGEST: Final = Decimal(10) ** 12
THOUSANDTHS: Final = frozenset(["KWD", "BHD", "OMR", "JOD", "TND"])  # ISO 4217: three decimals
_GLUED: Final = re.compile(r"(?<![A-Za-z\d])[A-Z][A-Za-z]{0,3}\Z")  # letters of money that we do not know
_SURELY_MONEY: Final = re.compile(r"\d{1,3}(?:[.,'’]\d{3})+[.,]\d\d")
_CORE: Final = re.compile(r"\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d(?:[.,'’]?\d)*")
_MINUS: Final = re.compile(  # not the dash that ends a row; ▲ as Japanese books show it
    r"(?:(?<=[\s(:：])|^|(?<=[$€£¥]))[-−–][^\S\n]?\Z|[▲△][^\S\n]?\Z"
)
_RUPEES_END: Final = re.compile(r"/[-=–—](?![\w/])")  # Rs. 5,000/-
_PADDED: Final = re.compile(r"\d+[.,]\d\d0{2,4}")  # as databases print money: 4410.0000
_THREE: Final = re.compile(
    r"(?P<whole>[\d,.'’]*)(?P<mark>[.,])\d\d0"
)  # 2210.000, where nothing has two decimals
_UNGROUPED: Final = re.compile(r"\d{4,}|0|\d{1,3}(?:[.,'’]\d{3})+")
_BRACKETS: Final = {"(": ")", "<": ">"}  # around what is taken off
_SIDE: Final = re.compile(
    r"(?P<credit>CR|Cr)(?!\w)|(?:DR|Dr)(?!\w)"
)  # right behind an amount of a ledger: 440.00CR
_TORN_BEFORE: Final = re.compile(
    r"\d[\ufffd■□▯]\Z"
)  # a box drawn for a sign that the font lacks: nobody knows which
_TORN_AFTER: Final = re.compile(r"[\ufffd■□▯]\d")
_DASHES: Final = re.compile(r"[.,](?:-{1,2}|–|—)(?!\w)")
_POSTCODE: Final = 5  # digits of a ZIP code
# Missoula MT 59801: the states of the USA but for those whose letters are a word of trade (CO, DE, IN, LA, ME, OK, OR).
_STATE: Final = re.compile(
    r"[A-Za-z.],? (?:A[KLRZ]|C[AT]|DC|FL|GA|HI|I[ADL]|K[SY]|M[ADINOST]|N[CDEHJMVY]|OH|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]) \Z"
)
_THREE_AFTER_MARK: Final = re.compile(r"\d{1,3}[.,]\d{3}")
_GROUPS: Final = re.compile(r"\d{1,3}(?:[.,'’ ]\d{3})+\Z|\d{1,2}(?:,\d{2})+,\d{3}\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number in a text that may be money."""

    start: int
    end: int
    value: Decimal
    currency: str | None  # ISO 4217
    sign: str | None  # a bare $ or ¥, where no currency is said
    is_plain: bool  # digits alone, without decimals, groups or currency: money only where a column or a label says so
    places: int


def find_amounts(
    text: str, masks: Masks, currencies: Sequence[Hit] = (), multipliers: Sequence[Hit] = ()
) -> list[Amount]:
    """The amounts of a text from left to right; a number whose decimal mark nothing proves is read as grouped."""
    factors = {hit.start: (int(hit.key), hit.end) for hit in multipliers}
    cores = [
        core
        for core in _cores(text, masks)
        if _stands_alone(text, core.start(), core.end(), factors) and not _is_torn(text, *core.span())
    ]
    notation = _Notation(
        mark=_decimal_mark(core[0] for core in cores),
        is_padded=_are_padded([core[0] for core in cores]),
        has_thousandths=any(code in text for code in THOUSANDTHS),
        ending={hit.end: hit.key for hit in currencies},
        beginning={hit.start: hit.key for hit in currencies},
        factors=factors,
        factor_ends=frozenset(end for _, end in factors.values()),
    )
    found: list[Amount] = []
    for core in cores:
        amount = _amount(text, core, notation)
        is_inside = found and core.start() < found[-1].end  # the 500 of 1万零500
        if amount is not None and not is_inside and abs(amount.value) < LARGEST:
            found.append(amount)
    return found


def _cores(text: str, masks: Masks) -> Iterator[re.Match[str]]:
    """The numbers that are not masked; of "14 980.00" after a masked 14 the rest."""
    at = 0
    while match := _CORE.search(text, at):
        at = match.end()
        if not masks.covers(*match.span()):
            yield match
        elif " " in match[0]:
            at = match.start() + match[0].index(" ") + 1


_DIGITS: Final = "0123456789零〇"  # a number that goes on in them is not known


@dataclass(frozen=True, slots=True, kw_only=True)
class _Notation:
    """How one document writes its amounts."""

    mark: str | None  # the decimal mark that is proven
    is_padded: bool  # all amounts have three decimals, the last of which is none: 75.250 beside 2210.000
    has_thousandths: bool  # it names a currency of three decimals
    ending: dict[int, str]  # where words for currencies end, and begin
    beginning: dict[int, str]
    factors: dict[int, tuple[int, int]]  # where words such as "thousand" begin: factor and end
    factor_ends: frozenset[int]


def _is_torn(text: str, start: int, end: int) -> bool:
    """True for digits with a box beside them, drawn for a sign that the font lacks, and more digits behind it."""
    return not text.isascii() and bool(
        _TORN_BEFORE.search(text, max(0, start - 2), start) or _TORN_AFTER.match(text, end)
    )


def _stands_alone(text: str, start: int, end: int, factors: Mapping[int, tuple[int, int]]) -> bool:
    """False for digits that are part of a word, a number with hyphens or slashes, a time, or a town's code."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if end - start == _POSTCODE and _STATE.search(text, max(0, start - 6), start):
        return False
    if before.isalpha() or before == ".":  # Rs.1,00,000 and R20 000
        sign = BEFORE.search(text, max(0, start - 8), start)
        is_sign = sign and sign["sign"] in LETTERS and may_have(sign["sign"], text[start:end])
        if is_sign or (
            _SURELY_MONEY.fullmatch(text, start, end) and _GLUED.search(text, max(0, start - 5), start)
        ):
            before = " "
    if before and ((before.isascii() and before.isalpha()) or before in "#/_@\\"):
        code = text[max(0, start - 3) : start]
        ahead = text[max(0, start - 4) : start - 3]
        if not (
            code.upper() in CURRENCIES and is_code(code) and not (ahead.isalpha() and ahead < SPACELESS_FROM)
        ):
            return False
    is_told = before == ":" and (  # RE-1:9,800.00
        _SURELY_MONEY.fullmatch(text, start, end) or after in ("元", "円")
    )
    if (
        before in ("-", ".", ",", ":")
        and not is_told
        and text[start - 2 : start - 1].isascii()
        and text[start - 2 : start - 1].isalnum()
    ):
        return False
    if after and after in "/_\\" and not _RUPEES_END.match(text, end):
        return False
    is_side = text[end : end + 3] in CURRENCIES or _SIDE.match(text, end)
    if after.isascii() and after.isalpha() and not is_side:
        stop = factors[end][1] if end in factors else end
        if stop == end or text[stop : stop + 1].isalnum():
            return False
    follow = text[end + 1 : end + 2]
    return not (after in ("-", ":") and follow.isascii() and follow.isalnum())


def _decimal_mark(cores: Iterable[str]) -> str | None:
    """The decimal mark that the document's unmistakable numbers prove, or None."""
    seen: set[str] = set()
    weak: set[str] = set()
    for core in cores:
        marks = [character for character in core if character in ".,"]
        if len(set(marks)) == 2:
            seen.add(marks[-1])
        elif len(marks) == 1 and len(core) - core.index(marks[0]) - 1 == 2:
            seen.add(marks[0])
        elif len(marks) > 1 and _GROUPS.match(core):  # no day: R8.9.7
            seen.add("," if marks[0] == "." else ".")
        elif len(marks) == 1 and len(core) - core.index(marks[0]) - 1 == 1:
            weak.add(marks[0])
    seen = seen or weak
    return seen.pop() if len(seen) == 1 else None


def _are_padded(cores: Sequence[str]) -> bool:
    """True for the amounts of a document that all have three decimals, the third of them 0; some are no groups of thousands."""
    marked = [core for core in cores if "." in core or "," in core]
    found = [match for core in marked if (match := _THREE.fullmatch(core))]
    marks = {match["mark"] for match in found}
    is_proven = any(
        _UNGROUPED.fullmatch(match["whole"]) and match["mark"] not in match["whole"] for match in found
    )
    return is_proven and len(marks) == 1 and len(found) == len(marked)


def _value(core: str, notation: _Notation) -> tuple[Decimal, int] | None:
    """Value and decimal places of a number; None where it is no amount in any notation."""
    if notation.is_padded and _THREE.fullmatch(core):
        core = core[:-1]
    marks = [character for character in core if character in ".,"]
    decimal = None
    if len(set(marks)) == 2:
        decimal = marks[-1] if marks.count(marks[-1]) == 1 else None
        if decimal is None:
            return None
    elif len(marks) == 1:
        tail = len(core) - core.index(marks[0]) - 1
        is_unsure = tail == 3 and notation.mark is None and notation.has_thousandths
        is_decimal = tail in (1, 2) or (
            tail == 3 and (core[0] == "0" or notation.mark == marks[0] or is_unsure)
        )
        if tail > 3 and _PADDED.fullmatch(core):
            core, is_decimal = core[: len(core) - tail + 2], True
        elif tail > 3 or (is_unsure and marks[0] == "," and core[0] != "0"):
            return None
        decimal = marks[0] if is_decimal else None
    whole, _, part = core.rpartition(decimal) if decimal else (core, "", "")
    grouped = any(character in ".,'’ " for character in whole)
    is_number = not part and whole.startswith("0") and bool(whole.strip("0.,'’ "))  # of a document: 0.418.226
    if grouped and (not _GROUPS.match(whole) or is_number):
        return None
    digits = re.sub(r"[.,'’ ]", "", whole)
    return Decimal(f"{digits}.{part}" if part else digits), len(part)


def _amount(text: str, core: re.Match[str], notation: _Notation) -> Amount | None:
    read = _value(core[0], notation)
    if read is None or core.start() in notation.factor_ends:  # the end of 1万2千
        return None
    value, places = read
    start, end = core.span()
    if dashes := _DASHES.match(text, end):
        end, places = dashes.end(), 2
    factor, end = _factor(text, end, notation.factors)
    is_short = (
        factor > 1 and text[end - 1].isascii() and end - core.end() == 1
    )  # 1.2k: money with a currency only
    if factor > 1:
        more, end = spoken(text, end, factor) if core[0].isdigit() else (0, end)
        if (text[end : end + 1] or " ") in _DIGITS or (
            is_three_after_mark(core[0]) and notation.mark is None
        ):
            return None
        value, places = value * factor + more, max(places, 2)
    start, end, negative, code, sign = _surroundings(text, start, end, notation)
    if is_short and not (code or sign):
        return None
    is_plain = not (places == 2 or code or sign or any(character in ".,'’ " for character in core[0]))
    if " " in core[0] and places != 2 and not (code or sign):
        return None
    may_be_thousandths = code in THOUSANDTHS or (notation.has_thousandths and code is None)
    if places == 3 and factor == 1 and not may_be_thousandths:
        return None
    value = -value if negative else value
    return Amount(
        start=start, end=end, value=value, currency=code, sign=sign, is_plain=is_plain, places=places
    )


def is_three_after_mark(core: str) -> bool:
    """True for 1.234: a thousand and more, or three decimals."""
    return bool(_THREE_AFTER_MARK.fullmatch(core))


def _factor(text: str, end: int, factors: Mapping[int, tuple[int, int]]) -> tuple[int, int]:
    """What the words after a number multiply it by, and where they end: 5千万, 1.2k, 3 thousand."""
    product = 1
    for gap in (0, 1):
        while found := factors.get(end + gap):
            is_letter = found[1] - end - gap == 1 and text[end + gap].isascii()
            if gap and (is_letter or text[end] != " "):
                break
            product, end = product * found[0], found[1]
            gap = 0
        if product > 1:
            break
    return product, end + (product > 1 and text[end : end + 2] == ". ")


def _surroundings(
    text: str, start: int, end: int, notation: _Notation
) -> tuple[int, int, bool, str | None, str | None]:
    """Signs, brackets and currency around a number: start, end, negative, ISO code, bare sign."""
    start, negative = _minus(text, start)
    start, code, sign = currency_before(text, start, end, notation.ending)
    if not negative:
        start, negative = _minus(text, start)
    if text[end : end + 1] in ("-", "−") and not text[end + 1 : end + 2].isalnum() and not negative:
        end, negative = end + 1, text[start : start + 1] != "¥"  # ¥5,000- ends an amount: no decimals
    if code is None:
        end, code, sign = currency_after(text, end, notation.beginning, sign)
    if side := _SIDE.match(text, end):
        end, negative = side.end(), negative or side["credit"] is not None
    closing = _BRACKETS.get(text[max(0, start - 1) : start])
    if closing and text[end : end + 1] == closing and text[max(0, start - 2) : start - 1] in ("", " ", "\n"):
        alone = _is_bracketed_alone(text, start - 1, end + 1)
        start, end, negative = (start - 1, end + 1, True) if alone else (start, end, negative)
    return start, end, negative, code, sign


def _is_bracketed_alone(text: str, start: int, end: int) -> bool:
    """True where a bracket means minus: it is a cell by itself, not a remark in a sentence."""
    left = text[max(0, start - 2) : start]
    right = text[end : end + 2]
    return (not left or left.endswith(("  ", "\n"))) and (not right or right.startswith(("  ", "\n")))


def _minus(text: str, start: int) -> tuple[int, bool]:
    found = _MINUS.search(text, max(0, start - 3), start)
    if not found:
        return start, False
    is_list_mark = found[0].endswith(" ") and text[max(0, found.start() - 1) : found.start()] in (
        "",
        "\n",
        " ",
    )
    return (start, False) if is_list_mark else (found.start(), True)
