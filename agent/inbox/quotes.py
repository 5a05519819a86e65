"""A body to the sender's own words, what he quotes, and the mail that he forwards."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, NamedTuple

from agent.facts.mail import Address, Block, Grid, Line
from agent.inbox.sender import shown_address
from agent.rules.mail import Quotes

_MARKS: Final = re.compile(r"[ ]?((?:>[ ]?)+)")
_RULE: Final = re.compile(r"[-_=*\u2500\u2014\s]{3,}\Z")
_CLOCK: Final = re.compile(r"\d{1,2}\s?[:.\uff1ah时点時]\s?\d{2}")
_LONGEST: Final = 600  # characters of a line that may be an attribution
_MOST_BLANK: Final = 8  # lines between two fields of Notes
_MOST_FIELDS: Final = 24  # lines of a header block


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The header block above an earlier mail, as a body shows it."""

    sender: Address
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A body taken apart; `forwarded` stands below the first header block, its depths counted from there."""

    own: tuple[Block, ...]
    quoted: tuple[Block, ...]
    header: Header | None
    forwarded: tuple[Block, ...]
    is_marked_forward: bool  # the rule line above the header block is one that only forwards have
    asked: tuple[
        tuple[int, str], ...
    ]  # where among `own` an answer begins, and the quoted words right above it


class _Mark(NamedTuple):
    """Where an earlier mail begins."""

    start: int
    end: int  # first block of the earlier mail's body
    header: Header | None
    is_forward: bool


def split(blocks: tuple[Block, ...], quotes: Quotes) -> Split:
    """Own words, quoted words, and the first earlier mail with a header block; texts and HTML alike.

    Quoted are `>` lines and block quotations, lines such as "On … wrote:", and everything below a header
    block or a rule line, or below "On … wrote:" where nothing deeper follows. Words between quoted lines are
    own.
    """
    levelled = tuple(_levelled(blocks, quotes))
    mark = _first_mark(levelled, quotes)
    attributions = _attributions(levelled, quotes)
    cut = mark.start if mark and levelled[mark.start].depth == 0 else len(levelled)
    for first, last in attributions:
        if first < cut and levelled[first].depth == 0 and not any(b.depth for b in levelled[last + 1 : cut]):
            cut = first
    quoted_lines = {index for first, last in attributions for index in range(first, last + 1)}
    own = [i for i, block in enumerate(levelled[:cut]) if block.depth == 0 and i not in quoted_lines]
    if cut < len(levelled):
        while own and _is_rule(levelled[own[-1]]):
            own.pop()
    kept = frozenset(own)
    return Split(
        own=_trimmed(levelled[i] for i in own),
        asked=tuple(_asked(levelled, own)),
        quoted=_trimmed(block for i, block in enumerate(levelled) if i not in kept),
        header=mark.header if mark else None,
        forwarded=_raised(levelled, mark) if mark else (),
        is_marked_forward=mark is not None and mark.is_forward,
    )


def _asked(levelled: Sequence[Block], own: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Each answer that stands below quoted lines: its place among the own blocks, trimmed, and those lines."""
    said = [(place, at) for place, at in enumerate(own) if not _is_blank(levelled[at])]
    for (_, before), (place, at) in pairwise([(0, -1), *said]):
        between = [block for block in levelled[before + 1 : at] if isinstance(block, Line) and block.depth]
        if between:
            yield place - said[0][0], "\n".join(block.text for block in between)


def _levelled(blocks: tuple[Block, ...], quotes: Quotes) -> Iterator[Block]:
    """The blocks with `>` marks counted into their depth, and header blocks set as tables as lines."""
    for block in blocks:
        if isinstance(block, Grid):
            yield from _header_lines(block, quotes) or (block,)
        elif marks := _MARKS.match(block.text):
            yield Line(text=block.text[marks.end() :], depth=block.depth + marks[1].count(">"))
        else:
            yield block


def _header_lines(grid: Grid, quotes: Quotes) -> tuple[Line, ...]:
    if len(grid.rows[0]) != 2 or len(grid.rows) > _MOST_FIELDS:
        return ()
    lines = tuple(
        Line(text=f"{label.rstrip(': ：')}: {value}", depth=grid.depth) for label, value in grid.rows
    )
    found = (quotes.header_line.match(line.text) for line in lines)
    kinds = {quotes.labels.get(match[1].casefold()) for match in found if match}
    return lines if "from" in kinds and len(kinds) > 2 else ()


def _first_mark(blocks: tuple[Block, ...], quotes: Quotes) -> _Mark | None:
    """The first header block or rule line; one within a quotation only where no own words come after it."""
    shallowest = [1 << 30] * (len(blocks) + 1)  # depth of what comes after
    for i in range(len(blocks) - 1, -1, -1):
        shallowest[i] = min(shallowest[i + 1], shallowest[-1] if _is_blank(blocks[i]) else blocks[i].depth)
    for i, block in enumerate(blocks):
        if not isinstance(block, Line) or block.depth > shallowest[i] or not (text := block.text.strip()):
            continue
        if len(text) > _LONGEST:
            continue
        is_forward = bool(quotes.forward_separator.match(text))
        if is_forward or quotes.separator.match(text):
            header, end = _header_after(blocks, i + 1, quotes)
            return _Mark(i, end, header, is_forward)
        if quotes.header_line.match(text) and (found := _header(blocks, i, quotes, is_announced=False)):
            return _Mark(i, found[1], found[0], False)
        if text.endswith(">") and (found := _notes_header(blocks, i, quotes)):
            return _Mark(i, found[1], found[0], False)
    return None


def _header_after(blocks: tuple[Block, ...], start: int, quotes: Quotes) -> tuple[Header | None, int]:
    """The header block below a rule line, blank lines apart."""
    first = start
    while first < len(blocks) and _is_blank(blocks[first]) and first < start + 3:
        first += 1
    return _header(blocks, first, quotes, is_announced=True) or (None, start)


def _header(
    blocks: tuple[Block, ...], start: int, quotes: Quotes, *, is_announced: bool
) -> tuple[Header, int] | None:
    """The header block that begins at `start`, and the block after it; None where it is none.

    Without a rule line above it, a block needs three kinds of lines and an address or a time of day: a memo
    or a statement's period has "From", "To" and "Date" too.
    """
    fields: dict[str, str] = {}
    last, end = "", start
    for i in range(start, min(start + _MOST_FIELDS, len(blocks))):
        block = blocks[i]
        if not isinstance(block, Line):
            break
        match = quotes.header_line.match(block.text)
        kind = quotes.labels.get(match[1].casefold()) if match else None
        if match and kind and (kind not in fields or kind == "other"):
            fields[kind], last, end = match[2].strip(" *\t"), kind, i + 1
        elif _is_blank(block) and last and _goes_on(blocks, i + 1, fields, quotes):
            continue
        elif last and not match and block.text.strip() and _is_open(fields[last], block.text):
            fields[last], end = f"{fields[last]} {block.text.strip()}", i + 1
        else:
            break
    if "from" not in fields or not _is_header(fields, is_announced=is_announced):
        return None
    return Header(sender=shown_address(fields["from"]), subject=fields.get("subject", "")), end


def _notes_header(blocks: tuple[Block, ...], start: int, quotes: Quotes) -> tuple[Header, int] | None:
    """The header block of Notes: an address, below it a day and a time, then labels without colons, their values below them."""
    first = blocks[start]
    assert isinstance(first, Line)
    lines = [
        (i, block.text.strip())
        for i, block in enumerate(blocks[start + 1 : start + _MOST_FIELDS], start + 1)
        if isinstance(block, Line) and block.text.strip()
    ]
    sender = shown_address(first.text)
    if not sender.address or not lines or not _CLOCK.search(lines[0][1]) or "@" in lines[0][1]:
        return None
    fields: dict[str, str] = {}
    end = lines[0][0] + 1
    for (i, label), (below, value) in pairwise(lines[1:]):
        kind = quotes.labels.get(label.rstrip(":：").casefold())
        if kind is None or kind in fields or i > end + _MOST_BLANK:
            continue
        is_empty = quotes.labels.get(value.rstrip(":：").casefold()) is not None
        fields[kind], end = "" if is_empty else value, i + 1 if is_empty else below + 1
    if not {"to", "subject"} <= fields.keys():
        return None
    return Header(sender=sender, subject=fields["subject"]), end


def _goes_on(blocks: tuple[Block, ...], start: int, fields: dict[str, str], quotes: Quotes) -> bool:
    if start >= len(blocks) or not isinstance(line := blocks[start], Line):
        return False
    match = quotes.header_line.match(line.text)
    return match is not None and quotes.labels.get(match[1].casefold()) not in fields


def _is_open(value: str, text: str) -> bool:
    """True where a field goes on in the next line: it was cut after a comma, or is set in."""
    return not value or value.endswith((",", ";", "；", "，")) or text.startswith((" ", "\t"))


def _is_header(fields: dict[str, str], *, is_announced: bool) -> bool:
    others = sum(kind in fields for kind in ("sent", "to", "cc", "subject"))
    if is_announced:
        return others > 0
    has_address = any("@" in fields.get(kind, "") for kind in ("from", "to", "cc"))
    return others > 1 and (has_address or bool(_CLOCK.search(fields.get("sent", ""))))


def _attributions(blocks: tuple[Block, ...], quotes: Quotes) -> list[tuple[int, int]]:
    """First and last block of each "On … wrote:"; some programs break it over two or three lines."""
    found = []
    for last, block in enumerate(blocks):
        if not isinstance(block, Line) or not block.text.rstrip().endswith((":", "：")):
            continue
        text, first = block.text.strip(), last
        while last - first < 3 and len(text) <= _LONGEST:
            if _names_one(text) and quotes.attribution_wrapped.match(text):
                found.append((first, last))
                break
            first -= 1
            above = blocks[first] if first >= 0 else None
            if not isinstance(above, Line) or above.depth != block.depth or not _is_broken(above.text):
                break
            text = f"{above.text.strip()} {text}"
        text = block.text.strip()
        is_told = bool(found) and found[-1][1] == last
        is_one = _names_one(text) or _is_above_a_quote(blocks, last)
        if not is_told and len(text) <= _LONGEST and is_one and quotes.attribution.match(text):
            found.append((last, last))
    return found


def _is_above_a_quote(blocks: tuple[Block, ...], at: int) -> bool:
    """What follows, a blank line apart at most, is quoted more deeply."""
    below = [
        block for block in blocks[at + 1 : at + 3] if not (isinstance(block, Line) and not block.text.strip())
    ]
    return bool(below) and below[0].depth > blocks[at].depth


def _names_one(text: str) -> bool:
    return "@" in text or any(character.isdigit() for character in text)


def _is_broken(text: str) -> bool:
    """True for a line that does not end a sentence."""
    return bool(text.strip()) and not text.rstrip().endswith((".", "!", "?", "。", "！", "？", ":", "："))


def _raised(blocks: tuple[Block, ...], mark: _Mark) -> tuple[Block, ...]:
    """The earlier mail's body with its depths counted from its own text."""
    inner = blocks[mark.end :]
    base = blocks[mark.end - 1].depth
    if mark.header is None:
        base = next((block.depth for block in inner if not _is_blank(block)), 0)
    return _trimmed(replace(block, depth=max(0, block.depth - base)) for block in inner)


def _is_blank(block: Block) -> bool:
    return isinstance(block, Line) and not block.text.strip()


def _is_rule(block: Block) -> bool:
    return isinstance(block, Line) and (not block.text.strip() or bool(_RULE.match(block.text)))


def _trimmed(blocks: Iterator[Block]) -> tuple[Block, ...]:
    """Without blank lines before and after."""
    kept = list(blocks)
    while kept and _is_blank(kept[-1]):
        kept.pop()
    start = next((i for i, block in enumerate(kept) if not _is_blank(block)), len(kept))
    return tuple(kept[start:])
