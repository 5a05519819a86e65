"""Spoils a mail: its bytes, its headers, its parts, and what is in them, each in the terms of its own format."""

import base64
import io
import re
import warnings
import zipfile
import zlib
from random import Random
from typing import Final

LARGEST: Final = 2_000_000  # bytes of a spoiled mail
_NUMBER: Final = re.compile(rb"\d+(?:[.,]\d+)*")
_BASE64: Final = re.compile(rb"(?:[A-Za-z0-9+/]{60,78}\r?\n)+[A-Za-z0-9+/=]{1,78}\r?\n")
_STREAM: Final = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_HEADER_END: Final = re.compile(rb"\r?\n\r?\n")
ODD_NUMBERS: Final = (
    b"0", b"-0.00", b"1e999999", b"NaN", b"Infinity", b"99999999999999999999999999", b"0.001", b"1.234.567,89", b"1,2,3", b"-1",
    "１２３".encode(), "²".encode(), "٣".encode(), b"00000000", b"20269999", b"1_000", b"4294967296", b"-2147483649", b"1" * 400,
)  # fmt: skip
ODD_WORDS: Final = (
    b"\x00", b"\xff\xfe", b"\r", b"\x0b", b"\x1b[31m", "\u202e".encode(), "\ud7ff\u200b".encode(), b"=?utf-8?B?////?=", b"=?x-none?Q?=41?=",
    b"=?gb18030?B?gTCBMA==?=", b"<" * 50, b"{" * 50, b"&lt;&#x0;&#1114112;", b"%00", b"~~~***'''", b"?31", b":86:", b"'" * 5, b"\t" * 60, b";" * 300,
    "合计".encode(), "大写".encode(), "壹佰万亿元整".encode("gb18030"), "Total".encode("utf-16"), b"\xe4\xb8", b"A" * 3000,
)  # fmt: skip
ODD_VALUES: Final = (
    b"", b"\x00", b"text/plain; charset=utf-16", b"text/html; charset=utf-7", b"multipart/mixed; boundary=\"\"", b"multipart/mixed",
    b"message/rfc822", b"multipart/report; report-type=delivery-status; boundary=x", b"text/plain; charset=\"=?utf-8?Q?x?=\"", b"base64", b"quoted-printable",
    b"x-uuencode", b"7bit", b"binary", b"Thu, 99 Foo 99999 99:99:99 +9999", b"Mon, 1 Jan 0001 00:00:00 -2359", b"<<<>>>@", b"a@b, c@d, \"e", b"@",
    b"attachment; filename*=utf-8''%ff%fe", b"attachment; filename*0=a; filename*1=b; filename*9=c", b"x" * 9000, b"auto-replied", b"<>", b"list",
    b"Acme <ap@acme-industrial.example>\r\n\tx", "Ünïcode <ü@ö.example>".encode(),
)  # fmt: skip


def spoiled(raw: bytes, random: Random) -> bytes:
    """The mail with one to four things wrong."""
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 4))):
        spoil = random.choice((_header, _header, _structure, _part, _part, _part, _part, _text, _bytes))
        raw = spoil(raw, random)[:LARGEST]
    return raw


def _place(raw: bytes, random: Random) -> int:
    return random.randrange(len(raw) + 1)


def _bytes(raw: bytes, random: Random) -> bytes:
    """Bytes flipped, cut out, repeated, moved, put in."""
    first, last = sorted((_place(raw, random), _place(raw, random)))
    last = min(last, first + random.choice((1, 4, 30, 400, 10_000)))
    piece = raw[first:last]
    match random.randrange(6):
        case 0:
            flipped = bytes(byte ^ 1 << random.randrange(8) for byte in piece[:4])
            return raw[:first] + flipped + raw[first + len(flipped) :]
        case 1:
            return raw[:first] + raw[last:]
        case 2:
            return raw[:first] + piece * random.choice((2, 3, 20)) + raw[last:]
        case 3:
            at = _place(raw, random)
            return raw[:at] + piece + raw[at:]
        case 4:
            return raw[:first] + random.choice(ODD_WORDS) + raw[first:]
        case _:
            return raw[:first]


def _text(raw: bytes, random: Random) -> bytes:
    """Numbers, lines and fields of a text changed."""
    match random.randrange(5):
        case 0 | 1 if numbers := list(_NUMBER.finditer(raw)):
            found = random.choice(numbers)
            return raw[: found.start()] + _odd_number(found[0], random) + raw[found.end() :]
        case 2:
            return _shuffled(
                raw, random, random.choice((b"\n", b"\n", b";", b"~", b"'", b",", b"*", b"+", b">"))
            )
        case 3:
            word, other = random.choice(ODD_WORDS), random.choice((b" ", b"\n", b".", b",", b"-", b"/"))
            return raw.replace(other, word[:40], random.randrange(1, 5))
        case _:
            return _bytes(raw, random)


def _odd_number(number: bytes, random: Random) -> bytes:
    if random.randrange(2):
        return random.choice(ODD_NUMBERS)
    place = random.randrange(len(number))
    return number[:place] + str(random.randrange(10)).encode() + number[place + 1 :]


def _shuffled(raw: bytes, random: Random, mark: bytes) -> bytes:
    """Lines or segments left out, repeated, swapped, put one in the other."""
    pieces = raw.split(mark)
    if len(pieces) < 2:
        return _bytes(raw, random)
    one, other = random.randrange(len(pieces)), random.randrange(len(pieces))
    match random.randrange(4):
        case 0:
            del pieces[one]
        case 1:
            pieces[one:one] = [pieces[other]] * random.choice((1, 2, 500))
        case 2:
            pieces[one], pieces[other] = pieces[other], pieces[one]
        case _:
            pieces[one : one + 2] = [b"".join(pieces[one : one + 2])]
    return mark.join(pieces)


def _header(raw: bytes, random: Random) -> bytes:
    """A header, of the mail or of a part, left out, repeated, or with an odd value or parameter."""
    lines = raw.split(b"\n")
    headers = [at for at, line in enumerate(lines) if re.match(rb"[A-Za-z-]{2,40}:", line)]
    if not headers:
        return _bytes(raw, random)
    at = random.choice(headers)
    name, _, value = lines[at].partition(b":")
    match random.randrange(5):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2 | 3:
            lines[at] = name + b": " + random.choice(ODD_VALUES) + b"\r"
        case _:
            lines[at] = name + b":" + _text(value, random)
    return b"\n".join(lines)


def _structure(raw: bytes, random: Random) -> bytes:
    """The mail in another one, several times over; boundaries lost or mixed up."""
    boundaries = re.findall(rb'boundary="?([^"\r\n;]{1,70})', raw)
    match random.randrange(5):
        case 0:
            for _ in range(random.choice((1, 2, 30))):
                raw = _nested(raw)
            return raw
        case 1 if boundaries:
            return raw.replace(b"--" + random.choice(boundaries) + b"--", b"", 1)
        case 2 if boundaries:
            return raw.replace(random.choice(boundaries), random.choice(boundaries), random.randrange(1, 4))
        case 3 if boundaries:
            mark = b"--" + random.choice(boundaries)
            return _shuffled(raw, random, mark)
    head, _, body = raw.partition(b"\r\n\r\n")
    return head + b"\r\n\r\n" + _text(body, random)


def _nested(raw: bytes) -> bytes:
    top = b"\r\n".join(
        line for line in raw.split(b"\r\n")[:20] if line.startswith((b"From:", b"To:", b"Auth", b"Received:"))
    )
    kind = b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=nest%d\r\n" % (len(raw) % 997)
    mark = b"nest%d" % (len(raw) % 997)
    return (
        top
        + b"\r\n"
        + kind
        + b"\r\n--"
        + mark
        + b"\r\nContent-Type: message/rfc822\r\n\r\n"
        + raw
        + b"\r\n--"
        + mark
        + b"--\r\n"
    )


def _part(raw: bytes, random: Random) -> bytes:
    """What one base64 part holds, spoiled in the terms of its format; the mail's text where it has none."""
    parts = list(_BASE64.finditer(raw))
    if not parts:
        return _text(raw, random)
    found = random.choice(parts)
    try:
        content = base64.b64decode(found[0])
    except ValueError:
        return _bytes(raw, random)
    return raw[: found.start()] + base64.encodebytes(_content(content, random)[:LARGEST]) + raw[found.end() :]


def _content(content: bytes, random: Random) -> bytes:
    if content.startswith(b"PK"):
        return _zip(content, random)
    if b"%PDF-" in content[:1024]:
        return _pdf(content, random)
    return _text(content, random) if random.randrange(4) else _bytes(content, random)


def _zip(content: bytes, random: Random) -> bytes:
    """A member of an archive spoiled, left out, repeated, renamed; or the archive's own bytes."""
    if not random.randrange(4):
        return _bytes(content, random)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    except Exception:  # noqa: BLE001  spoiled before: whatever it says, the bytes go on
        return _bytes(content, random)
    if not members:
        return content
    at = random.randrange(len(members))
    name, inside = members[at]
    match random.randrange(6):
        case 0:
            del members[at]
        case 1:
            members[at] = (random.choice(("../x", "xl/workbook.xml", "", "a" * 300, name.upper())), inside)
        case 2:
            members[at] = (name, _entities(inside))
        case _:
            members[at] = (name, _text(inside, random))
    out = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inside in members:
            archive.writestr(zipfile.ZipInfo(name), inside)
    return out.getvalue()


def _entities(xml: bytes) -> bytes:
    declared = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    return re.sub(rb"(<\?xml[^>]*\?>)?", rb"\1" + declared, xml, count=1).replace(b"</", b"&b;&c;</", 3)


def _pdf(content: bytes, random: Random) -> bytes:
    """An object number, a stream's drawing or a name spoiled; or the bytes."""
    match random.randrange(5):
        case 0 if numbers := list(re.finditer(rb"\d+ 0 R", content)):
            found = random.choice(numbers)
            number = b"%d 0 R" % random.choice((0, 1, 2, 3, 4, 5, 6, 9, 99999999))
            return content[: found.start()] + number + content[found.end() :]
        case 1 | 2 if streams := list(_STREAM.finditer(content)):
            found = random.choice(streams)
            return content[: found.start(1)] + _drawing(found[1], random) + content[found.end(1) :]
        case 3 if names := list(re.finditer(rb"/[A-Za-z]+", content)):
            found, name = random.choice(names), random.choice(names)[0]
            return content[: found.start()] + name + content[found.end() :]
        case _:
            return _text(content, random) if random.randrange(2) else _bytes(content, random)


def _drawing(stream: bytes, random: Random) -> bytes:
    try:
        return zlib.compress(_text(zlib.decompress(stream), random))
    except zlib.error:
        return _bytes(stream, random)
