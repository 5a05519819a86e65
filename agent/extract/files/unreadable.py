"""Names what is not read, so that a person knows at a look what to ask the sender for."""

import re

from agent.facts.mail import Part

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2
_ASK = "ask for it as PDF or XLSX"
# Streams of compound files, as their directory names them ([MS-CFB] 2.6.1).
_STREAMS = (
    (
        "__properties_version1.0",
        "an Outlook message (.msg), which is not read: save it as .eml, or forward its text",
    ),
    ("WordDocument", f"a Word 97 document (.doc), which is not read: {_ASK}, or as DOCX"),
    ("PowerPoint Document", f"a presentation, which is not read: {_ASK}"),
)
_ENTRIES = (
    (b"ppt/presentation", f"a presentation, which is not read: {_ASK}"),
    (b"", "a zip archive, which is not opened: ask for what is in it"),
)
_MARKS = (
    (
        re.compile(rb"\x78\x9f\x3e\x22"),
        "a winmail.dat or a message in one, which is not read: ask for it as plain mail",
    ),
    (re.compile(rb"\s*\{\\rtf"), f"an RTF document, which is not read: {_ASK}, or as DOCX"),
    (
        re.compile(rb"Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\x1f\x8b|BZh"),
        "an archive, which is not opened: ask for what is in it",
    ),
    (re.compile(rb"%!PS|\xc5\xd0\xd3\xc6"), f"a PostScript file, which is not read: {_ASK}"),
)


def named(part: Part) -> str:
    """What a part is, and what to do about it; its declared type where its bytes tell nothing."""
    content = part.content
    if content.startswith(b"PK\x03\x04"):
        return next(words for entry, words in _ENTRIES if entry in content)
    if content.startswith(_OLE):
        for stream, words in _STREAMS:
            if stream.encode("utf-16-le") in content:
                return words
    return next(
        (words for mark, words in _MARKS if mark.match(content)),
        f"of a format that is not read ({part.content_type})",
    )
