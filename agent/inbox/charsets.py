"""Bytes of a mail to text, whatever the mail calls its charset; headers with encoded words to plain text."""

import base64
import binascii
import codecs
import quopri
import re
from email.message import Message
from typing import Final, NamedTuple

from charset_normalizer import from_bytes

from agent.undeclared import guessed

# Names met in mail, folded to letters and digits, to the codec that reads what the sender meant: the wider
# code page where programs write that under the narrower one's name. GB 18030-2022; WHATWG Encoding Standard
# section 4.2.
_NAMES: Final = {
    "gb18030": "gb2312 gb231280 gb2312charset gbk xgbk cp936 ms936 windows936 euccn gb18030 gb",
    "cp1252": "iso88591 latin1 l1 iso88591windows windows1252 cp1252 xansi ansi",
    "big5hkscs": "big5 chinesebig5 xbig5 cp950 big5hkscs",
    "cp932": "shiftjis sjis xsjis cp932 windows31j ms932",
    "cp949": "ksc5601 ksc56011987 euckr cp949 ms949 ksx1001",
    "utf-8": "utf8 unicode11utf8 utf8mb4 utf",
    "cp874": "iso885911 tis620 windows874 cp874",
    "cp1254": "iso88599 windows1254 cp1254",
    "iso8859-15": "iso885915 latin9",
    "koi8-r": "koi8r",
    "koi8-u": "koi8u",
    "euc-jp": "eucjp",
    "iso2022_jp": "iso2022jp",
    "mac-roman": "macintosh",
    "hz": "hzgb2312",
    **{f"iso8859-{n}": f"iso8859{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 16)},
    **{f"cp125{n}": f"windows125{n} cp125{n}" for n in (0, 1, 3, 5, 6, 7, 8)},
}
_CODECS: Final = {name: codec for codec, names in _NAMES.items() for name in names.split()}
_WORD: Final = re.compile(r"=\?([^?\s]{1,40})\?([bBqQ])\?([^?]{0,2000})\?=")
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")  # GB 18030 gives every pair of bytes a character
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_BREAK: Final = re.compile(r"\r?\n[ \t]*")
_MOST_HEADER: Final = 102_400  # Postfix's header_size_limit


class Text(NamedTuple):
    """Text and, where its charset was wrong or missing, what was done about it."""

    text: str
    finding: str


def decoded(data: bytes, declared: str | None) -> Text:
    """Text of bytes under the charset that a mail declares; never fails."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Text(data.decode("utf-16", "replace"), "")
    if data.isascii() and not any(sign in data for sign in (b"\x1b", b"~{", b"\0")):
        return Text(data.decode("ascii"), "")
    name = re.sub(r"[^a-z0-9]", "", (declared or "").split("*")[0].lower())
    codec = _CODECS.get(name)
    if codec is None:
        text, codec = _guessed(data)
        known = name in ("", "usascii", "ascii", "default", "unknown8bit", "7bit", "8bit")
        return Text(
            text, f"read as {codec}: " + ("no charset is declared" if known else "its charset is unknown")
        )
    text = data.decode(codec, "replace")
    lost = text.count("\ufffd")
    if better := _better(data, codec, text, lost):
        return better
    return Text(text, f"some characters are not {codec} and were lost" if lost else "")


def _better(data: bytes, codec: str, text: str, lost: int) -> Text | None:
    """What the bytes look like, where that is another charset than declared and loses less."""
    if codec == "cp1252":
        guess = guessed(data)
        return (
            Text(guess.text, f"read as {guess.codec} though declared as a Latin charset") if guess else None
        )
    is_odd = codec == "gb18030" and len(_PRIVATE.findall(text)) > 1
    guess = guessed(data) if lost or is_odd else None
    if guess and guess.codec != codec and guess.text.count("\ufffd") < max(lost, 1):
        return Text(guess.text, f"read as {guess.codec}: it is no {codec}")
    if codec == "utf-8" and lost > 2:
        found, other = _guessed(data)
        return Text(found, f"read as {other}: it is no utf-8")
    return None


def _guessed(data: bytes) -> tuple[str, str]:
    """Text of undeclared bytes: as they look, else what charset-normalizer says."""
    if guess := guessed(data):
        return guess.text, guess.codec
    if sum(byte > 0x7F for byte in data) < 8:  # too little for statistics
        return data.decode("cp1252", "replace"), "cp1252"
    best = from_bytes(data[:20_000], cp_isolation=["cp1252", "cp1251"]).best()
    codec = best.encoding if best and best.encoding not in ("utf_8", "ascii") else "cp1252"
    return data.decode(codec, "replace"), codec


def plain(value: str) -> str:
    """A raw header (folded, 8-bit bytes as surrogates) as one line, its encoded words read (RFC 2047).

    Adjacent words of one charset are joined before they are decoded: programs cut them in the middle of a
    character.
    """
    value = unfolded(value)
    result: list[str] = []
    run: list[tuple[str, bytes]] = []
    end = 0
    for match in _WORD.finditer(value):
        between = value[end : match.start()]
        if between.strip() or not run:
            result += [*_joined(run), between]
            run = []
        run.append((match[1].lower().split("*")[0], _word_bytes(match[2].lower(), match[3])))
        end = match.end()
    result += [*_joined(run), value[end:]]
    return one_line("".join(result))


def unfolded(value: str) -> str:
    """A raw header on one line, at most 100 KB of it, its 8-bit bytes read."""
    value = _BREAK.sub(" ", value[:_MOST_HEADER])
    if not value.isascii() and _SURROGATE.search(value):
        value = decoded(value.encode("utf-8", "surrogateescape"), None).text
    return value


def one_line(text: str) -> str:
    """Text without control, bidi and other invisible characters, spaces collapsed."""
    if text.isprintable():
        return " ".join(text.split())
    return " ".join("".join(c if c.isprintable() else " " * c.isspace() for c in text).split())


def _joined(run: list[tuple[str, bytes]]) -> list[str]:
    texts: list[str] = []
    while run:
        charset = run[0][0]
        count = next((n for n, (name, _) in enumerate(run) if name != charset), len(run))
        texts.append(decoded(b"".join(data for _, data in run[:count]), charset).text)
        run = run[count:]
    return texts


def _word_bytes(encoding: str, text: str) -> bytes:
    data = text.encode("utf-8", "surrogateescape")
    if encoding == "q":
        return quopri.decodestring(data.replace(b"_", b" "))
    try:
        return base64.b64decode(data + b"=" * (-len(data.rstrip(b"=")) % 4))
    except binascii.Error:
        return b""


def repair(message: Message) -> None:
    """Make every header of a tree readable: 8-bit bytes as text, odd charset names as the codec's."""
    stack = [message]
    while stack:
        part = stack.pop()
        found = list(part.raw_items())
        headers = [(name, _readable(value)) for name, value in found]
        if headers != found:
            for name in set(part.keys()):
                del part[name]
            for name, value in headers:
                part[name] = value
        if part.is_multipart():
            stack.extend(child for child in part.get_payload() if isinstance(child, Message))


def _readable(value: str) -> str:
    value = str(value)[:_MOST_HEADER]
    if value.isascii() and "=?" not in value:
        return value
    if _SURROGATE.search(value):
        value = decoded(value.encode("utf-8", "surrogateescape"), None).text

    def renamed(match: re.Match[str]) -> str:
        codec = _CODECS.get(re.sub(r"[^a-z0-9]", "", match[1].lower()))
        return f"=?{codec}?{match[2]}?{match[3]}?=" if codec else match[0]

    return _WORD.sub(renamed, value)


def visible(text: str) -> str:
    """Without invisible and control characters; no-break and wide spaces become plain ones, tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(" " if c.isspace() and c != "\t" else c for c in text if c.isprintable() or c.isspace())
