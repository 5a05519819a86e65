"""A message's contents to what its author says: of a forward that adds nothing, the original sender."""

import re
from dataclasses import dataclass
from typing import Final

from agent.facts.mail import Address, Block, Body, Line, Part
from agent.inbox.envelope import Envelope, read_envelope
from agent.inbox.part_bytes import UNREADABLE
from agent.inbox.parts import Attached, Contents, read_contents
from agent.inbox.quotes import Header, Split, split
from agent.rules.mail import Quotes

_MOST_FORWARDS: Final = 3  # forwards of forwards
_LEAST_OF_DOMAIN: Final = 6  # letters of a name that a domain begins with
_LONGEST: Final = 400  # characters above a signature
_ELIDED: Final = re.compile(r"\b(?:[dlnmst]|qu)['’](?=\w)", re.IGNORECASE)  # merci d'enregistrer
_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019.-][^\W\d_]+)*")
_RULE: Final = re.compile(r"\W{2,}\Z")
_INITIALS: Final = re.compile(r"(?<=[,.!;–-])\s*([A-Z]{2,3})\.?\Z")
_CALL: Final = re.compile(r"@\w")  # words to the agent, wherever they stand
_NAME_APART: Final = re.compile(r"\W*\w+\s*(?:[|,/·(-]|\Z)")
_CALLED: Final = re.compile(r"(?P<name>[^\W\d_]{2,4})[,，:：](?P<rest>.+)", re.DOTALL)
_GREETED: Final = re.compile(r"([^,，:：!！]*)([,，:：!！]?)(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Insiders:
    """We ourselves: what a customer forwards of ours is no mail of another customer."""

    own_address: str
    staff: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one author says."""

    author: Address
    is_forward: bool
    body: Body
    parts: tuple[Part, ...]
    own: tuple[Block, ...]  # the sender's own words; of a forward those above it
    findings: tuple[str, ...]


def read_said(
    contents: Contents, envelope: Envelope, insiders: Insiders, quotes: Quotes, level: int = 0
) -> Said:
    """Who says what. An attached message makes a forward, or a header block and a sign of forwarding.

    The sign is a rule line that only forwards have, the subject's prefix, or that it is no reply at all. An
    empty reply above the sender's own earlier mail tells that again. A customer who sends documents on top of
    our own letter speaks himself.
    """
    sender = envelope.sender.address
    taken = split(tuple(contents.blocks), quotes)
    names = (sender, taken.header.sender) if taken.header else (sender,)
    is_of_others = bool(taken.header or contents.attached)
    says_nothing = is_of_others and adds_nothing(taken.own, names, quotes)
    parts = tuple(contents.parts)
    if says_nothing and len(contents.attached) == 1 and level < _MOST_FORWARDS:
        return _said_within(contents.attached[0], parts, taken.own, insiders, quotes, level)
    findings = ("it holds messages of others that were not read",) if contents.attached else ()
    parts = (*parts, *(_as_part(one) for one in contents.attached))
    if says_nothing and taken.header and _is_forward_by(taken, envelope, quotes):
        header, inner = _innermost(taken.header, taken, quotes)
        ours = {insiders.own_address, *insiders.staff}
        sends = any(not part.may_be_logo for part in parts)
        if not (sends and header.sender.address in ours and sender.address not in ours):
            body = Body(own=inner.own, quoted=inner.quoted, asked=inner.asked)
            return Said(
                author=header.sender,
                is_forward=True,
                body=body,
                parts=parts,
                own=taken.own,
                findings=findings,
            )
    body = Body(own=taken.own, quoted=taken.quoted, asked=taken.asked)
    return Said(author=sender, is_forward=False, body=body, parts=parts, own=taken.own, findings=findings)


def _without_initials(text: str, names: tuple[Address, ...]) -> str:
    """A line without the sender's initials behind its last mark: "Bitte einbuchen, danke! OL"."""
    signed = _INITIALS.search(text)
    initials = {"".join(word[0] for word in _WORD.findall(one.name)) for one in names}
    return text[: signed.start()] if signed and signed[1] in initials else text


def adds_nothing(own: tuple[Block, ...], names: tuple[Address, ...], quotes: Quotes) -> bool:
    """True for no words, "FYI", "see below", a greeting, a signature; False where anything else is said.

    Every word must be one of `nothing` in the rules or of a name among `names`; a digit or a table says
    something.
    """
    known = _name_words(names)
    said = 0
    lines = [block for block in own if not (isinstance(block, Line) and not block.text.strip())]
    if any(not isinstance(line, Line) or _CALL.match(line.text.strip()) for line in lines):
        return False
    for text in [line.text.strip() for line in lines if isinstance(line, Line)]:
        if _begins_signature(text, known, quotes):
            return True
        said += len(text)
        plain = _without_greeting(_without_initials(text, names), quotes)
        if said > _LONGEST or not _is_nothing(plain, known, quotes):
            return False
    return True


def begins_command(own: tuple[Block, ...], quotes: Quotes) -> bool:
    """True where a line asks the agent to do something."""
    return any(isinstance(line, Line) and quotes.command.match(line.text.strip()) for line in own)


def _said_within(
    attached: Attached,
    parts: tuple[Part, ...],
    own: tuple[Block, ...],
    insiders: Insiders,
    quotes: Quotes,
    level: int,
) -> Said:
    """What an attached message says; who wrote it is only as sure as who attached it."""
    envelope = read_envelope(attached.message)
    contents = read_contents(attached.message)
    inner = read_said(contents, envelope, insiders, quotes, level + 1)
    return Said(
        author=inner.author,
        is_forward=True,
        body=inner.body,
        parts=(*inner.parts, *parts),
        own=own,
        findings=(*envelope.findings, *contents.findings, *inner.findings),
    )


def _is_forward_by(taken: Split, envelope: Envelope, quotes: Quotes) -> bool:
    """True where the message forwards, or repeats, what stands below its header block."""
    assert taken.header is not None
    if not taken.forwarded or taken.is_marked_forward or quotes.forward_prefix.match(envelope.subject):
        return bool(taken.forwarded)
    is_reply = bool(quotes.reply_prefix.match(envelope.subject) or envelope.references)
    is_own_mail = taken.header.sender.address == envelope.sender.address.address != ""
    return is_own_mail or not is_reply


def _innermost(header: Header, taken: Split, quotes: Quotes) -> tuple[Header, Split]:
    """The first mail within forwards of forwards that says something itself."""
    inner = split(taken.forwarded, quotes)
    for _ in range(_MOST_FORWARDS - 1):
        if inner.header is None or not inner.forwarded:
            break
        is_forward = inner.is_marked_forward or bool(quotes.forward_prefix.match(header.subject))
        if not is_forward or not adds_nothing(inner.own, (header.sender, inner.header.sender), quotes):
            break
        header, inner = inner.header, split(inner.forwarded, quotes)
    return header, inner


def _as_part(attached: Attached) -> Part:
    try:
        content = attached.message.as_bytes()
    except UNREADABLE:
        content = attached.message.as_string().encode("utf-8", "replace")
    return Part(name=attached.name, content_type="message/rfc822", content=content)


def _begins_signature(text: str, known: frozenset[str], quotes: Quotes) -> bool:
    if _RULE.match(text):
        return True
    if closing := quotes.closing.match(text):
        rest = text[closing.end() :].strip(" ,.!，。！")
        return len(_WORD.findall(rest)) <= 2 and not _says_number(rest) and not quotes.command.match(rest)
    if len(text) <= 80 and quotes.signature.match(text):
        return True
    if _says_number(text):
        return False
    words = [word.casefold() for word in _WORD.findall(text)]
    if not words or words[0] not in known:
        return False
    return (bool(_NAME_APART.match(text)) and len(words) <= 6) or all(word in known for word in words)


def _without_greeting(text: str, quotes: Quotes) -> str:
    """A line without "Dear Ms Li," at its beginning, or a name alone: "周可，请入账"."""
    greeting = quotes.greeting.match(text)
    called = None if greeting else _CALLED.match(text)
    if called and quotes.signature.match(called["name"]):
        return called["rest"]
    greeted = _GREETED.match(text[greeting.end() :]) if greeting else None
    if greeted is None:
        return text
    name, comma, rest = greeted.groups()
    if len(_WORD.findall(name)) > 3 or quotes.command.match(name.strip()):
        return greeted[0]
    return rest if comma else ""


def _is_nothing(text: str, known: frozenset[str], quotes: Quotes) -> bool:
    if _says_number(text):
        return False
    plain = _ELIDED.sub(" ", quotes.nothing_pieces.sub(" ", text))
    words = [word.casefold() for word in _WORD.findall(plain)]
    return all(
        word in quotes.nothing_words or word.strip(".") in known or _of_known(word, known) for word in words
    )


def _of_known(word: str, known: frozenset[str]) -> bool:
    """True for a part of a name in a language that puts no spaces between words, or of a domain: Lakeshore of lakeshoredental."""
    if word.isascii():
        return len(word) >= _LEAST_OF_DOMAIN and any(name.startswith(word) for name in known)
    return len(word) > 1 and any(word in name for name in known)


def _says_number(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _name_words(names: tuple[Address, ...]) -> frozenset[str]:
    texts = (f"{one.name} {one.address.partition('@')[0]} {one.domain.partition('.')[0]}" for one in names)
    words = [word.casefold() for text in texts for word in _WORD.findall(text)]
    return frozenset(part for word in words for part in (word, *word.split(".")) if part)
