"""Zip archives (OOXML, OpenDocument) within limits: why one is not opened, and the XML of its entries."""

import io
import re
import zipfile
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from agent.facts.documents import Fault

MAX_UNZIPPED = 200_000_000  # bytes
MAX_RATIO = 100  # of unzipped to zipped bytes; counts from UNSUSPECTED bytes on
UNSUSPECTED = 10_000_000
MAX_ENTRIES = 500
MAX_XML = 60_000_000  # bytes of one entry that is read as a tree: it takes about ten times as much


class Unopened(Exception):
    """Why an archive, or an entry of it, is not read."""

    def __init__(self, fault: Fault, detail: str) -> None:
        super().__init__(detail)
        self.fault, self.detail = fault, detail


def opened(content: bytes) -> zipfile.ZipFile:
    """An archive whose directory tells of no bomb; raises Unopened."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise Unopened(Fault.BROKEN, "it is no zip archive that can be opened") from error
    entries = archive.infolist()
    unzipped = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES or unzipped > MAX_UNZIPPED:
        raise Unopened(Fault.TOO_LARGE, f"it unpacks to {unzipped} bytes in {len(entries)} entries")
    if unzipped > max(UNSUSPECTED, MAX_RATIO * len(content)):
        raise Unopened(Fault.TOO_LARGE, f"it unpacks to {unzipped // len(content)} times its size")
    return archive


def xml_of(archive: zipfile.ZipFile, name: str) -> Element | None:
    """An entry's root element; None where there is no such entry. Raises Unopened; no DTD, no entities."""
    try:
        entry = archive.getinfo(name)
    except KeyError:
        return None
    if entry.file_size > MAX_XML:
        raise Unopened(Fault.TOO_LARGE, f"{name} unpacks to {entry.file_size} bytes")
    try:
        root: Element = fromstring(archive.read(entry), forbid_dtd=True)
    except DefusedXmlException as error:
        raise Unopened(Fault.BROKEN, f"{name} has a DTD, which is refused") from error
    except (ParseError, LookupError, ValueError, zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise Unopened(Fault.BROKEN, f"{name} is damaged") from error
    except RuntimeError as error:  # zipfile says so of an entry with a password
        raise Unopened(Fault.ENCRYPTED, "it opens with a password alone") from error
    return root


def local(node: Element) -> str:
    """An element's name without its namespace: strict and transitional OOXML, and every ODF version, read alike."""
    return str(node.tag).rpartition("}")[2]


def value(node: Element | None, name: str) -> str:
    """An attribute by its local name; "" where it is not there."""
    if node is None:
        return ""
    return next((text for key, text in node.attrib.items() if key.rpartition("}")[2] == name), "")


def whole(text: str, *, most: int) -> int:
    """A count as attributes write it, from 1 to `most`."""
    return min(max(int(text), 1), most) if re.fullmatch(r"\d{1,6}", text, re.ASCII) else 1
