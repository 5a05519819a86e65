"""Turns amounts in Chinese capitals (大写) and Japanese ones (大字) into decimals, and decimals into capitals; 支付结算办法 annex 1."""

import re
from decimal import Decimal
from typing import Final

SPACELESS_FROM: Final = "\u3040"  # kana and ideographs: scripts without spaces between words
_DIGITS: Final = {
    **{character: value for value, characters in enumerate(
        ("零〇○", "壹一弌壱", "贰二貳弍弐", "叁三參叄参", "肆四", "伍五", "陆六陸", "柒七漆", "捌八", "玖九")
    ) for character in characters},
    "两": 2, "兩": 2,
}  # fmt: skip
_UNITS: Final = {"拾": 10, "十": 10, "佰": 100, "百": 100, "仟": 1000, "千": 1000, "阡": 1000}
_HUNDREDS: Final = frozenset("佰百仟千阡")  # a digit stands before them
_MYRIADS: Final = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_YUAN: Final = "元圆圓円块塊"
_NUMERAL: Final = "".join((*_DIGITS, *_UNITS, *_MYRIADS))
_AMOUNT: Final = re.compile(
    rf"(?<![\d.,，{_NUMERAL}])(?P<minus>[负負])?(?:(?P<above>[{_NUMERAL}]{{2,29}}) ?\n {{0,2}}(?=[{_NUMERAL}]))?(?P<yuan>[{_NUMERAL}]{{1,30}})\s?[{_YUAN}]\s?(?P<rest>(?:[{''.join(_DIGITS)}]\s?[角分]?\s?){{0,3}})[整正也]?"
    rf"|(?P<small>[{''.join(_DIGITS)}]角(?:[{''.join(_DIGITS)}]分)?|[{''.join(_DIGITS)}]分)[整正]?"
)
_FORMAL: Final = re.compile("[壹贰叁肆伍陆柒捌玖拾佰仟萬貳參叄陸壱弐参整正也]")
_BELOW: Final = {
    "百": "十",
    "千": "百",
    "万": "千",
    "萬": "千",
}  # the unit that is not said: 三万五 is 35,000
_SPOKEN: Final = re.compile(rf"[{''.join(_BELOW)}][{''.join(_DIGITS)}](?<![零〇○])\Z")
_PART: Final = re.compile(rf"([{''.join(_DIGITS)}])\s?([角分])")
_BEHIND: Final = re.compile(
    r"(?P<gap>[零〇])?(?P<digits>(?<=[零〇])\d{1,3}|\d)(?P<unit>[千百])?(?=[块塊元圆圓了的\s,，。;；、)）!！]|\Z)"
)  # what may follow a ten thousand
_CAPITALS: Final = "零壹贰叁肆伍陆柒捌玖"


def find_capitals(text: str) -> list[tuple[int, int, Decimal]]:
    """Amounts in capitals: start, end, value. Everyday numerals (三千元) count as well when they end in 元."""
    if text.isascii():
        return []
    found = []
    for match in _AMOUNT.finditer(text):
        if match["yuan"] and not _FORMAL.search(match[0]) and len(match["yuan"]) < 2:
            continue
        value = _value(match)
        if value is not None:
            found.append((match.start(), match.end(), value))
    return found


def _value(match: re.Match[str]) -> Decimal | None:
    above = match["above"] or ""  # a narrow cell breaks the words over two lines
    numerals = (above if _FORMAL.search(above) else "") + (match["yuan"] or "")
    if _SPOKEN.search(numerals) and not _FORMAL.search(match[0]):
        numerals += _BELOW[numerals[-2]]
    yuan = _whole(numerals) if numerals else 0
    if yuan is None:
        return None
    fen = sum(
        _DIGITS[digit] * (10 if unit == "角" else 1)
        for digit, unit in _PART.findall(match["rest"] or match["small"] or "")
    )
    value = Decimal(yuan * 100 + fen).scaleb(-2)
    return -value if match["minus"] else value


def _whole(numerals: str) -> int | None:
    """The whole number; None where the order of units makes no sense."""
    total = section = digit = 0
    for before, character in zip("万" + numerals, numerals, strict=False):
        if character in _HUNDREDS and before not in _DIGITS:
            return None  # the names of boxes: 万仟佰拾元
        if character in _DIGITS:
            digit = (
                digit * 10 + _DIGITS[character]
                if digit and section == 0 and total == 0
                else _DIGITS[character]
            )
        elif character in _UNITS:
            section += (digit or (1 if section == 0 else 0)) * _UNITS[character]
            digit = 0
        elif _MYRIADS[character] == 10**8:
            total = (total + section + digit) * 10**8
            section = digit = 0
        else:
            total += (section + digit) * 10**4
            section = digit = 0
    result = total + section + digit
    return result if 0 <= result < 10**13 else None


def spoken(text: str, end: int, factor: int) -> tuple[int, int]:
    """What is said behind a ten thousand or a thousand, and where it ends: 3万5 (35,000), 1万2千, 1万零500."""
    found = _BEHIND.match(text, end)
    if found is None or text[end - 1].isascii():
        return 0, end
    unit = _UNITS.get(found["unit"], 1 if found["gap"] else factor // 10)
    more = int(found["digits"]) * unit
    return (more, found.end()) if more < factor else (0, end)


def capitals(value: Decimal) -> str:
    """An amount in yuan as capitals: 1234.50 is 壹仟贰佰叁拾肆元伍角整. ValueError beyond 10 ** 12 or below 0.01."""
    fen = value.scaleb(2)
    if fen != fen.to_integral_value() or not 0 <= fen < 10**14:
        raise ValueError(f"no amount in yuan and fen: {value}")
    yuan, rest = divmod(int(fen), 100)
    jiao, last = divmod(rest, 10)
    text = f"{_group(yuan)}元" if yuan else ""
    if not rest:
        return f"{text or '零元'}整"
    text += f"{_CAPITALS[jiao]}角" if jiao else ("零" if yuan else "")
    return f"{text}{_CAPITALS[last]}分" if last else f"{text}整"


def _group(number: int) -> str:
    """A whole number in capitals: sections of four digits, one 零 for any run of zeros between digits."""
    text = ""
    for unit, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section, number = divmod(number, unit)
        if unit == 10**8 and section >= 10**4:
            text += f"{_group(section)}{name}"
        elif section:
            text += f"{'零' if text and section < 1000 else ''}{_section(section)}{name}"
    return text


def _section(section: int) -> str:
    text, zero = "", False
    for unit, name in ((1000, "仟"), (100, "佰"), (10, "拾"), (1, "")):
        digit, section = divmod(section, unit)
        if digit:
            text += f"{'零' if zero else ''}{_CAPITALS[digit]}{name}"
            zero = False
        else:
            zero = bool(text)
    return text
