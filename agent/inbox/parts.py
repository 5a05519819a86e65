"""A message's tree to the text that its author wrote, his attachments, and the messages attached to it."""

import re
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from typing import Final

from agent.facts.mail import Block, Grid, Line, Part
from agent.inbox.charsets import decoded, repair, visible
from agent.inbox.filenames import name_of, safe_name
from agent.inbox.part_bytes import MOST_PARTS, content_of, too_complex
from agent.inbox.winmail import Winmail, unwrapped
from agent.markup import MOST_HTML, MOST_TEXT, blocks, says_no_more
from agent.undeclared import declared_in_page

DEEPEST: Final = 20  # parts within parts
_LOGO_SHOWN: Final = 100_000  # bytes of a picture that the HTML shows: a larger one may be a pasted bank slip
_LOGO: Final = 20_000  # bytes of an inline picture that it does not show
_ORNAMENT: Final = 10_000  # bytes of a picture among the text that is no page for certain
_NO_DOCUMENT: Final = frozenset(
    {
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "text/vcard",
        "text/x-vcard",
        "text/directory",
        "text/calendar",
        "message/delivery-status",
        "text/rfc822-headers",
        "message/disposition-notification",
    }
)
_EXTENSIONS: Final = {
    "application/pdf": ".pdf",
    "application/xml": ".xml",
    "application/edi-x12": ".edi",
    "application/zip": ".zip",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "image/gif": ".gif",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/tiff": ".tif",
    "message/rfc822": ".eml",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/plain": ".txt",
    "text/xml": ".xml",
}
_CID: Final = re.compile(r"cid:([^\"'\s>)]{1,250})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A message attached to a message, as its sender's program named it."""

    name: str
    message: Message


@dataclass(slots=True)
class Contents:
    """What a message holds, in the order in which it is shown."""

    blocks: list[Block] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    attached: list[Attached] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)
    is_html: bool = False

    def add(self, other: "Contents", *, is_shown: bool = True) -> None:
        """Append what another part of the tree holds; its text only where it is shown."""
        if is_shown:
            self.blocks += other.blocks
            self.is_html = self.is_html or other.is_html
        self.parts += other.parts
        self.attached += other.attached
        self.findings += other.findings


@dataclass(slots=True)
class _Tree:
    """What is known of the whole while its parts are read."""

    root: Message
    shown: frozenset[str] | None = None  # Content-IDs that some HTML shows, once a picture asks for them
    count: int = 0
    beside: int = 0  # letters and digits of the plain text that stands beside what is read
    wrapped: Contents = field(default_factory=Contents)  # a winmail.dat's text, for where there is no other


def read_contents(message: Message) -> Contents:
    """Text, attachments and attached messages. Whatever can't be read is a finding."""
    tree = _Tree(root=message)
    contents = _part(message, tree, 0)
    if not any(isinstance(block, Grid) or block.text.strip() for block in contents.blocks):
        contents.add(tree.wrapped)
    contents.findings = list(dict.fromkeys(contents.findings))
    return contents


def _part(part: Message, tree: _Tree, depth: int) -> Contents:
    tree.count += 1
    if depth > DEEPEST or tree.count > MOST_PARTS:
        what = (
            f"parts are nested deeper than {DEEPEST}"
            if depth > DEEPEST
            else f"there are more than {MOST_PARTS} parts"
        )
        return Contents(findings=[f"{what}: the rest was not read"])
    content_type = part.get_content_type()
    if content_type in _NO_DOCUMENT:
        return Contents()
    name = name_of(part)
    if content_type.startswith("message/") or name.lower().endswith(".eml"):
        return _attached(part)
    if not part.is_multipart():
        return _leaf(part, content_type, name, tree, depth)
    children = [child for child in part.get_payload() if isinstance(child, Message)]
    if content_type == "multipart/alternative":
        return _alternative(children, tree, depth)
    contents = Contents()
    for child in children:
        contents.add(_part(child, tree, depth + 1))
    if content_type == "multipart/report":  # RFC 6522: what it returns is evidence of the report, not news
        contents.attached.clear()
    return contents


def _alternative(children: list[Message], tree: _Tree, depth: int) -> Contents:
    """One of the texts: HTML where it has a table or says more, else plain text, which keeps its columns."""
    read: list[Contents] = []
    beside = tree.beside
    for child in children:
        read.append(_part(child, tree, depth + 1))
        tree.beside = _size(read[-1].blocks) if read[-1].blocks and not read[-1].is_html else tree.beside
    tree.beside = beside
    texts = [one for one in read if one.blocks]
    html = next((one for one in reversed(texts) if one.is_html), None)
    plain_text = next((one for one in texts if not one.is_html), None)
    chosen = html or plain_text
    if html and plain_text:
        has_table = any(isinstance(block, Grid) for block in html.blocks)
        chosen = html if has_table or _size(plain_text.blocks) * 2 < _size(html.blocks) else plain_text
    contents = Contents()
    for one in read:
        contents.add(one, is_shown=one is chosen)
    return contents


def _size(shown: list[Block]) -> int:
    return sum(sum(map(str.isalnum, block.text)) for block in shown if isinstance(block, Line))


def _leaf(part: Message, content_type: str, name: str, tree: _Tree, depth: int) -> Contents:
    data = content_of(part)
    disposition = str(part.get("Content-Disposition", "")).split(";")[0].strip().lower()
    is_named = bool(name) and depth > 0  # a message that is one text alone is its body, whatever it is called
    if content_type in ("text/plain", "text/html") and disposition != "attachment" and not is_named:
        return _text(part, data, tree, is_html=content_type == "text/html")
    if (winmail := unwrapped(data, name)) is not None:
        return _wrapped(winmail, tree)
    identity = str(part.get("Content-ID", "")).strip(" <>\t\r\n")
    if content_type.startswith("multipart/") and not data.strip():
        return Contents(findings=["a part names no boundary, and was not read"])
    is_inline = disposition == "inline"
    may_be_logo = depth > 0 and _may_be_logo(content_type, data, identity, tree, is_inline=is_inline)
    return _file(name, content_type, data, tree, may_be_logo=may_be_logo)


def _may_be_logo(content_type: str, data: bytes, identity: str, tree: _Tree, *, is_inline: bool) -> bool:
    if not content_type.startswith("image/"):
        return False
    if tree.shown is None:
        tree.shown = _shown(tree.root)
    return len(data) < (_LOGO_SHOWN if identity in tree.shown else _LOGO if is_inline or identity else 0)


def _file(name: str, content_type: str, data: bytes, tree: _Tree, *, may_be_logo: bool = False) -> Contents:
    if may_be_logo and len(data) < _ORNAMENT:
        return Contents()
    name = name or f"attachment-{tree.count}{_EXTENSIONS.get(content_type, '')}"
    return Contents(parts=[Part(name=name, content_type=content_type, content=data, may_be_logo=may_be_logo)])


def _wrapped(winmail: Winmail, tree: _Tree) -> Contents:
    """The files that Outlook wrapped; their text is kept aside."""
    contents = Contents()
    for file in winmail.files:
        tree.count += 1
        if tree.count > MOST_PARTS:
            contents.findings.append(f"there are more than {MOST_PARTS} parts: the rest was not read")
            break
        may_be_logo = _may_be_logo(file.content_type, file.content, file.content_id, tree, is_inline=False)
        if file.content_type not in _NO_DOCUMENT:
            name = safe_name(file.name)
            contents.add(_file(name, file.content_type, file.content, tree, may_be_logo=may_be_logo))
    tree.wrapped = Contents(blocks=list(winmail.blocks), is_html=winmail.is_html)
    for file in winmail.instead:
        tree.wrapped.add(_file(file.name, file.content_type, file.content, tree))
    return contents


def _text(part: Message, data: bytes, tree: _Tree, *, is_html: bool) -> Contents:
    params: dict[str, object] = {
        name.lower(): told for name, told in reversed(part.get_params(failobj=[]))
    }  # the first counts
    charset = params.get("charset", "")
    declared = str(charset[2] if isinstance(charset, tuple) else charset)
    named = declared_in_page(data) if is_html and not declared else None
    text, finding = (named.text, "") if named else decoded(data, declared)
    findings = [f"the text: {finding}"] if finding else []
    limit = MOST_HTML if is_html else MOST_TEXT
    if len(text) > limit:
        findings.append("the text is too long: its end was not read")
    if is_html:
        if tree.beside and says_no_more(text, 2 * tree.beside):
            return Contents(findings=findings, is_html=True)
        found = list(blocks(text))
        if not found and len(text) > 2_000:
            findings.append("the HTML shows nothing, or is nested too deeply to be read")
        return Contents(blocks=found, findings=findings, is_html=True)
    lines = text[:limit].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if str(params.get("format")).lower() == "flowed":
        lines = _unwrapped(lines, str(params.get("delsp")).lower() == "yes")
    return Contents(blocks=[Line(text=visible(line.rstrip())) for line in lines], findings=findings)


def _unwrapped(lines: list[str], drops_space: bool) -> list[str]:
    """Lines of format=flowed as they were typed (RFC 3676 section 4).

    A soft break is taken as one only where the next word would have made the line long: columns end in spaces
    too.
    """
    result: list[str] = []
    for line in lines:
        above = result[-1] if result else ""
        first = line.split(" ", 1)[0]
        is_soft = (
            above.endswith(" ") and above != "-- " and not above.startswith(">") and not line.startswith(">")
        )
        if is_soft and len(above.rsplit("\n")[-1]) + len(first) >= 65:
            result[-1] = (above[:-1] if drops_space else above) + line.removeprefix(" ")
        else:
            result.append(line)
    return result


def _attached(part: Message) -> Contents:
    """A message within the message, kept apart: its words are another's."""
    name = name_of(part) or "message.eml"
    payload = part.get_payload()
    inner = payload[0] if isinstance(payload, list) and payload else None
    encoding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    if not isinstance(inner, Message) or encoding in ("base64", "quoted-printable"):
        inner = _reparsed(part, inner if isinstance(inner, Message) else None)
    if inner is None or not inner.keys():
        return Contents(findings=[f"the attached message {name} can't be read"])
    return Contents(attached=[Attached(name=name, message=inner)])


def _reparsed(part: Message, inner: Message | None) -> Message | None:
    """An attached message that is encoded, which RFC 2046 5.2.1 forbids and some programs do."""
    coded = Message()
    coded["Content-Transfer-Encoding"] = str(part.get("Content-Transfer-Encoding", ""))
    coded.set_payload(inner.as_string() if inner is not None else part.get_payload())
    data = content_of(coded).lstrip()
    if not re.match(rb"[A-Za-z][A-Za-z0-9-]{0,60}[ \t]*:", data) or too_complex(data):
        return None
    message = message_from_bytes(data)
    repair(message)
    return message


def _shown(message: Message) -> frozenset[str]:
    """Content-IDs of the pictures that HTML in this tree shows."""
    found: set[str] = set()
    stack: list[tuple[Message, int]] = [(message, 0)]
    while stack:
        part, depth = stack.pop()
        if part.is_multipart() and depth < DEEPEST and not part.get_content_type().startswith("message/"):
            stack.extend((child, depth + 1) for child in part.get_payload() if isinstance(child, Message))
        elif part.get_content_type() == "text/html":
            found.update(_CID.findall(content_of(part)[:MOST_HTML].decode("latin-1")))
    return frozenset(found)
