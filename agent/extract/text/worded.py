"""Turns amounts in words (one thousand and 25/100 dollars) into decimals, in every language whose numerals rules/ lists."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from agent.rules.vocabulary import Hit

AFTER_LABEL: Final = 40  # characters from "in words" to the first numeral
_HUNDREDTHS: Final = re.compile(r"[^\d\n/]{0,40}?(?<!\d)(?P<cents>\d{1,2}|[Nn][Oo]|[Xx]{2})\s?/\s?100(?!\d)")
_BETWEEN: Final = r"[\s\-]*"

_PER_HUNDRED: Final = re.compile(r"/\s?100(?!\d)")
Found = tuple[int, int, Decimal]


def find_worded(
    text: str,
    numerals: Mapping[str, int],
    cents: frozenset[str],
    joiners: frozenset[str],
    labels: Sequence[Hit],
) -> list[Found]:
    """Amounts in words: start, end, value; where a label announces them, or hundredths follow: "and 25/100"."""
    if not numerals or not (labels or _PER_HUNDRED.search(text)):
        return []
    lowered = text.lower()
    if len(lowered) != len(text):
        return []
    run, word = _patterns(tuple(sorted(numerals)), tuple(sorted(joiners)))
    found: list[Found] = []
    for match in run.finditer(lowered):
        if found and match.start() < found[-1][1]:  # the cents of the last one
            continue
        announced = any(0 <= match.start() - label.end <= AFTER_LABEL for label in labels)
        hundredths = _HUNDREDTHS.match(text, match.end())
        if not (announced or hundredths):
            continue
        values = [numerals[piece[0]] for piece in word.finditer(match[0])]
        whole = _whole(values)
        end = hundredths.end() if hundredths else match.end()
        part, end = _part(lowered, end, hundredths, (run, word), numerals, cents)
        if whole is not None and part is not None:
            found.append((match.start(), end, Decimal(whole * 100 + part).scaleb(-2)))
    return found


@lru_cache(maxsize=8)
def _patterns(words: tuple[str, ...], joiners: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A run of numerals, also written as one word (eintausendfünfhundert), and one numeral."""
    one = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    joined = "|".join(re.escape(word) for word in sorted(joiners, key=len, reverse=True)) or "(?!)"
    run = rf"(?<![^\W\d_])(?:{one})(?:{_BETWEEN}(?:(?:{joined}){_BETWEEN})?(?:{one}))*(?![^\W\d_])"
    return re.compile(run), re.compile(one)


def _whole(values: Sequence[int]) -> int | None:
    """The whole number; None where its words are in no order that makes one."""
    total = current = 0
    seen: set[bool] = set()  # tens and ones of this group; German says the ones first
    for value in values:
        if value < 100:
            if (value >= 20) in seen:
                return None
            seen.add(value >= 20)
            current += value
        elif value == 100:
            current, seen = max(current, 1) * 100, set()
        else:
            total, current, seen = total + max(current, 1) * value, 0, set()
    return total + current


def _part(
    text: str,
    end: int,
    hundredths: re.Match[str] | None,
    patterns: tuple[re.Pattern[str], re.Pattern[str]],
    numerals: Mapping[str, int],
    cents: frozenset[str],
) -> tuple[int | None, int]:
    """The hundredths, in figures or in words before "cents", and where they end."""
    if hundredths:
        digits = hundredths["cents"]
        return (int(digits) if digits.isdigit() else 0), end
    run, word = patterns
    following = run.search(text, end, end + AFTER_LABEL)
    unit = re.compile(r"\s*([^\W\d_]+)").match(text, following.end()) if following else None
    if following is None or unit is None or unit[1] not in cents:
        return 0, end
    return _whole([numerals[piece[0]] for piece in word.finditer(following[0])]), unit.end()
