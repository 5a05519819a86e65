"""Renminbi amounts to Chinese capital figures (大写), as on Chinese letters and vouchers."""

from typing import Final

from agent.money import Money

_DIGITS: Final = "零壹贰叁肆伍陆柒捌玖"
_PLACES: Final = ("", "拾", "佰", "仟")
_GROUPS: Final = ("", "万", "亿")
_LIMIT: Final = 10**14  # fen


def capitals(money: Money) -> str:
    """CNY 325.04 gives 人民币叁佰贰拾伍元零肆分. "" for other currencies, and from 10^12 yuan on.

    Rules: 支付结算办法 (People's Bank of China, 1997), annex 1: 整 after yuan or jiao, none after fen.
    """
    if money.currency != "CNY" or abs(money.minor) >= _LIMIT:
        return ""
    yuan, fen = divmod(abs(money.minor), 100)
    jiao, fen = divmod(fen, 10)
    words = _whole(yuan) + "元" if yuan or not (jiao or fen) else ""
    if jiao:
        words += _DIGITS[jiao] + "角"
    elif fen and yuan:
        words += "零"
    words += _DIGITS[fen] + "分" if fen else "整"
    return f"人民币{'负' if money.minor < 0 else ''}{words}"


def _whole(yuan: int) -> str:
    """Groups of four digits; a gap of zeros within or between groups is one 零."""
    if not yuan:
        return "零"
    words, gap = "", False
    for index in range(len(_GROUPS) - 1, -1, -1):
        group = yuan // 10 ** (4 * index) % 10000
        for place in range(3, -1, -1):
            digit = group // 10**place % 10
            if digit:
                words += ("零" if gap and words else "") + _DIGITS[digit] + _PLACES[place]
            gap = not digit
        if group:
            words += _GROUPS[index]
    return words
