"""Bytes of which nobody says the charset to text: what decodes, and to characters that people write."""

import codecs
import re
from typing import Final, NamedTuple

MOST_LOOKED_AT: Final = 60_000  # bytes that choose the charset
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it begins with the same two bytes
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ESCAPES: Final = re.compile(rb"\x1b(?:\$[@B]|\([BIJ])")  # ISO-2022-JP: RFC 1468
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_MOST_BROKEN: Final = 0.02  # of the characters: banks cut fields at a byte, in the middle of a hanzi
_SURE: Final = 0.55  # how likely the characters of a text must be on average
_LEAD: Final = 0.02  # by which the second best must be worse, else the order below counts
_EAST_ASIAN: Final = ("gb18030", "cp950", "cp932", "euc_jp")

# Characters that stand in almost every such text: the commonest ones and those of payments.
_SIMPLIFIED: Final = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事"
    "只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情"
    "部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处"
    "总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象"
    "记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领"
    "付款票额账户银号币额单备注摘要余贷借收支汇转货税项附贵司查敬您谢财购采销订编码凭证据承兑汇对方类型时间商品状态零钱微信宝宁州苏深圳港"
)
_TRADITIONAL: Final = frozenset(
    "的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她裡後小麼心多天而能好都然沒日於起還發成事"
    "只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長知民樣現分將外但身些與高意進把法此實回二理美點月明其種聲全工己話兒者向情"
    "部正名定女問力機給等幾很業最間新什打便位因重被走電四第門相次東政海口使教西再平真聽世氣信北少關並內加化由卻代軍產入先山五太水萬市眼體別處"
    "總才場師書比住員性通目華報立馬命張活難神數件安表原車白應路期叫死常提感金何更反合放做系計或司利受光王果親界及今京務制解各任至清物台象記邊"
    "付款票額帳賬戶銀號幣單備註摘要餘貸借收支匯轉貨稅項附貴查敬您謝財購採銷訂編碼憑證據承兌類型間商品狀態運費聯絡港灣臺"
)
_JAPANESE: Final = frozenset(
    "請求書支払金額振込合計年月日会社株式入御中番号消費税下記通明細様有限銀行支店口座普当座期日手数料差引残高繰越売上件名備考内訳納品先本社部課"
    "東京大阪市区町村田山川中小松井藤木島村野原高橋渡辺佐鈴伊加吉事業所担者電話品代単価数量円税込抜"
)


_IN_PAGE: Final = re.compile(
    rb"""<meta[^>]{1,200}?charset\s*=\s*["']?([A-Za-z0-9_:-]{2,40})""", re.IGNORECASE
)
# What pages call the charsets; the wider one where programs write that under the narrower one's name.
_PAGES: Final = {
    "gb18030": "gb2312 gbk gb18030 gb_2312-80 cp936",
    "cp950": "big5 big5-hkscs cp950",
    "cp932": "shift_jis shift-jis sjis x-sjis windows-31j cp932",
    "euc_jp": "euc-jp",
    "iso2022_jp": "iso-2022-jp",
    "cp1252": "windows-1252 iso-8859-1 latin1",
    "utf-8": "utf-8 utf8",
}
_CODECS: Final = {name: codec for codec, names in _PAGES.items() for name in names.split()}


class Guess(NamedTuple):
    """Text, and the codec that it was read by."""

    text: str
    codec: str


def guessed(content: bytes) -> Guess | None:
    """Text of undeclared bytes; None where they are neither Unicode nor of East Asia, as far as they tell."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return Guess(content[len(mark) :].decode(name, errors="replace"), name)
    if _ESCAPES.search(content[:MOST_LOOKED_AT]) and content.isascii():
        return Guess(content.decode("iso2022_jp_2", errors="replace"), "iso2022_jp")
    if name := _wide(content):
        return Guess(content.decode(name, errors="replace"), name)
    if text := _utf8(content):
        return Guess(text, "utf-8")
    name = _east_asian(_whole_lines(content))
    return Guess(content.decode(name, errors="replace"), name) if name else None


def is_wide(head: bytes) -> bool:
    """True for the beginning of UTF-16 without a mark."""
    return bool(_wide(head))


def declared_in_page(content: bytes) -> Guess | None:
    """Text of a page of HTML in the charset that it names itself, where its bytes are that."""
    found = _IN_PAGE.search(content[:4096])
    codec = _CODECS.get(found[1].decode("ascii").lower()) if found else None
    if codec is None or (codec == "cp1252" and _utf8(content)):
        return None
    try:
        return Guess(content.decode(codec), codec)
    except UnicodeDecodeError:
        return None


def _whole_lines(content: bytes) -> bytes:
    """So much of it as is looked at, cut where no character is."""
    head = content[:MOST_LOOKED_AT]
    return head if len(head) == len(content) else head[: head.rfind(b"\n") + 1] or head


def _utf8(content: bytes) -> str:
    """Text of UTF-8, also where a few characters were cut; "" where it is none."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    wide = sum(one > "\x7f" for one in text) - broken
    return text if broken <= _MOST_BROKEN * wide else ""


def _wide(content: bytes) -> str:
    """UTF-16 without a mark: every second byte of its ASCII is zero, or all of it is likely characters."""
    head = content[: 4096 if len(content) >= 4096 else len(content) // 2 * 2]
    low, high = head[0::2].count(0), head[1::2].count(0)
    if b"\0" not in head:
        return ""
    if max(low, high) * 2 >= 0.3 * len(head) and min(low, high) * 10 < max(low, high):
        name = "utf-16-be" if low > high else "utf-16-le"
        return "" if _CONTROL.search(head.decode(name, errors="replace")) else name
    for name in ("utf-16-le", "utf-16-be") if len(content) % 2 == 0 else ():
        text = head.decode(name, errors="replace")
        if (
            "\ufffd" not in text
            and not _CONTROL.search(text)
            and _likely(text, _SIMPLIFIED | _TRADITIONAL | _JAPANESE) >= _SURE
        ):
            return name
    return ""


def _east_asian(head: bytes) -> str:
    """The charset of East Asia under which the bytes are the likeliest text; "" where they are none."""
    ranked = []
    for name, frequent in zip(_EAST_ASIAN, (_SIMPLIFIED, _TRADITIONAL, _JAPANESE, _JAPANESE), strict=True):
        text = head.decode(name, errors="replace")
        wide = sum(one > "\x7f" for one in text)
        if text.count("\ufffd") <= max(_MOST_BROKEN * wide, 1 if wide > 20 else 0):
            ranked.append((_likely(text, frequent, kana=name in ("cp932", "euc_jp")), name))
    best = max((score for score, _ in ranked), default=0.0)
    return next((name for score, name in ranked if score >= max(_SURE, best - _LEAD)), "")


def _likely(text: str, frequent: frozenset[str], *, kana: bool = True) -> float:
    """How likely these characters stand in one text, 0 to 1; ASCII tells nothing."""
    total = count = 0.0
    for one in text:
        if one > "\x7f":
            count += 1
            total += _weight(one, frequent, kana=kana)
        elif one < " " and one not in "\t\n\r\x1b\0":
            count += 1
    return total / count if count else 0.0


def _weight(one: str, frequent: frozenset[str], *, kana: bool) -> float:
    if one in frequent:
        return 1.0
    if "\u3040" <= one <= "\u30ff":
        return 1.0 if kana else 0.2
    if "\u3000" <= one <= "\u303f" or "\uff01" <= one <= "\uff5e" or one in "￥·—“”‘’…±×№℃→←■□●○★☆①②③④⑤":
        return 0.8
    if "\uff61" <= one <= "\uff9f":  # half-width kana: any byte of a Western capital is one too
        return 0.5 if kana else 0.0
    if "\u4e00" <= one <= "\u9fff":
        return _commonness(one)
    return 0.0


def _commonness(hanzi: str) -> float:
    """More for hanzi of the first levels of the national standards, which are the ones in use."""
    for name, first, last in (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6), ("shift_jis", 0x88, 0x97)):
        try:
            if first <= hanzi.encode(name)[0] <= last:
                return 0.55
        except UnicodeEncodeError:
            continue
    return 0.1
