"""The journal, once, to the hash of every line and the lines that concern a customer, as they stand."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

import msgspec

from agent.facts.events import AddressBounced, Event, MessageSorted, Recorded
from agent.ledger.theirs import Theirs
from agent.store.codec import Line, decode, verbatim

# About an address, and so about nobody's record: looked into, each of them.
_BOUNCED: Final = AddressBounced.__name__


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The lines that concern a customer, oldest first; `withheld` ones name others too, and are there by hash alone."""

    lines: tuple[Recorded, ...]
    raw: tuple[bytes, ...]  # of each line
    withheld: tuple[Recorded, ...]
    count: int  # lines of the journal
    head: str  # hash of the last one

    def all(self) -> list[Recorded]:
        """Shown or not, oldest first."""
        return sorted((*self.lines, *self.withheld), key=lambda one: one.seq)

    def without(self, subjects: frozenset[str]) -> "Gathered":
        """Without the lines about these."""
        kept = [
            (line, raw)
            for line, raw in zip(self.lines, self.raw, strict=True)
            if line.subject not in subjects
        ]
        return replace(
            self,
            lines=tuple(line for line, _ in kept),
            raw=tuple(raw for _, raw in kept),
            withheld=tuple(line for line in self.withheld if line.subject not in subjects),
        )


def gather(
    journal: Iterable[Line], their: Theirs, *, last_seq: int, keep_hash: Callable[[str], object]
) -> Gathered:
    """One pass; `keep_hash` is given the hash of every line in turn, so that a long chain is never held."""
    subjects, letters = their.subjects, set(their.letters)
    lines, raw, withheld, count, head = [], [], [], 0, "0" * 64
    for line in journal:
        if line.seq > last_seq:
            break
        keep_hash(line.hash)
        count, head = line.seq, line.hash
        if line.subject not in subjects and line.kind != _BOUNCED:
            continue
        recorded = decode(line, where=f"line {line.seq}")
        if isinstance(recorded.event, AddressBounced) and recorded.event.letter_id not in letters:
            continue
        if _is_shared(recorded.event, their) or their.names_others(_plain(line)):
            withheld.append(recorded)
        else:
            lines.append(recorded)
            raw.append(verbatim(line))
    return Gathered(lines=tuple(lines), raw=tuple(raw), withheld=tuple(withheld), count=count, head=head)


def _plain(line: Line) -> Any:
    return [line.subject, msgspec.json.decode(line.data)]


def _is_shared(event: Event, their: Theirs) -> bool:
    """What a mail of several customers says tells of all of them; that it came does not."""
    return isinstance(event, MessageSorted) and event.mail_id in their.shared
