"""XML bytes into elements by local name, each with its line: no DTD, no entities, nothing fetched."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from agent.facts.documents import Fault

MOST_DEPTH: Final = 64
MOST_ELEMENTS: Final = 1_000_000
_CHUNK: Final = 1 << 16
_CHINESE: Final = re.compile(rb"""(?i)<\?xml[^>]{0,80}encoding=["'](?:gb2312|gbk|gb18030|cp936)["']""")


@dataclass(slots=True, kw_only=True, eq=False, repr=False)
class Element:
    """An element while its document is read; `name` is without namespace, so every version reads alike."""

    name: str
    line: int
    attributes: dict[str, str]
    parent: "Element | None"
    text: str = ""
    children: "list[Element]" = field(default_factory=list)

    def all(self, path: str) -> "list[Element]":
        """All elements at "A/B/C" below this one, in their order."""
        found = [self]
        for name in path.split("/"):
            found = [child for element in found for child in element.children if child.name == name]
        return found

    def first(self, *paths: str) -> "Element | None":
        """The first element with text or children at the first of these paths that has one."""
        for path in paths:
            for element in self.all(path):
                if element.text or element.children:
                    return element
        return None

    def text_at(self, *paths: str) -> str:
        """The text of `first`, "" where there is none."""
        element = self.first(*paths)
        return element.text if element else ""

    def below(self, name: str) -> "Element | None":
        """The first element of this name at any depth."""
        for child in self.children:
            if found := child if child.name == name else child.below(name):
                return found
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """Why reading ended before the document did; `refused`: nothing in it counts."""

    fault: Fault
    detail: str
    refused: bool = False


class _TooMuch(Exception):
    """A limit was reached."""


class _Builder:
    """The parser's target: keeps the open elements, and sets aside those that are asked for."""

    def __init__(self, names: frozenset[str]) -> None:
        self.names = names
        self.expat: Any = None
        self.open: list[Element] = []
        self.text: list[list[str]] = []
        self.done: list[Element] = []
        self.count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if len(self.open) >= MOST_DEPTH:
            raise _TooMuch(f"elements are nested more than {MOST_DEPTH} deep")
        if self.count > MOST_ELEMENTS:
            raise _TooMuch(f"more than {MOST_ELEMENTS} elements")
        parent = self.open[-1] if self.open else None
        name = tag.rpartition("}")[2]
        line = self.expat.CurrentLineNumber
        self.open.append(Element(name=name, line=line, attributes=attributes, parent=parent))
        self.text.append([])

    def data(self, text: str) -> None:
        self.text[-1].append(text)

    def end(self, _tag: str) -> None:
        element = self.open.pop()
        element.text = "".join(self.text.pop()).strip()
        if element.name in self.names:
            self.done.append(element)
        elif element.parent:
            element.parent.children.append(element)


def elements(content: bytes, names: frozenset[str]) -> Iterator[Element | Damage]:
    """Each element with one of these names as it ends, taken out of its parent; last the damage, if any.

    What is read of a parent by then hangs on `parent`.
    """
    builder = _Builder(names)
    content = content.lstrip()
    encoding = None
    if _CHINESE.match(content):  # expat knows no encoding of two bytes
        content, encoding = content.decode("gb18030", errors="replace").encode(), "utf-8"
    parser: Any = DefusedXMLParser(target=builder, encoding=encoding, forbid_dtd=True)
    builder.expat = parser.parser
    try:
        for start in range(0, len(content), _CHUNK):
            parser.feed(content[start : start + _CHUNK])
            yield from builder.done
            builder.done.clear()
        parser.close()
    except DefusedXmlException:
        yield Damage(fault=Fault.BROKEN, detail="the XML has a DTD, which is refused", refused=True)
    except _TooMuch as reason:
        yield Damage(fault=Fault.TOO_LARGE, detail=f"{reason}", refused=True)
    except (ParseError, LookupError, ValueError) as reason:
        yield from builder.done
        yield Damage(fault=Fault.BROKEN, detail=f"the XML is damaged: {reason}")
