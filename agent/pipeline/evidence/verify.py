"""Checks an evidence pack that remitd made. It needs Python 3.9 or later and nothing else: python3 verify.py

It says what it checked and exits 0, or names what does not hold and exits 1. It reads, and changes nothing.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Lines = list[tuple[bytes, Any]]  # each line of the journal: its bytes, and what they say


def sha256(content: bytes) -> str:
    """As sha256sum says it."""
    return hashlib.sha256(content).hexdigest()


def check_files(folder: Path) -> Iterator[str]:
    """Every file is there with the bytes that MANIFEST.sha256 says, and no other file is."""
    listed = {"MANIFEST.sha256"}
    for number, line in enumerate((folder / "MANIFEST.sha256").read_bytes().split(b"\n")[:-1], start=1):
        wanted, gap, name = line[:64].decode(), line[64:66], line[66:].decode()
        if gap != b"  " or name in listed or not (folder / name).is_file():
            yield f"MANIFEST.sha256: line {number} names no file of the pack"
        elif sha256((folder / name).read_bytes()) != wanted:
            yield f"{name}: its bytes are not those that were packed"
        listed.add(name)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in listed:
            yield f"{name}: is no file of the pack"


def check_journal(folder: Path, lines: Lines) -> Iterator[str]:
    """Each line has its hash, follows the line before it, and the chain ends at the head that the pack names."""
    chain = (folder / "journal" / "chain.txt").read_text("ascii").splitlines()
    pack = json.loads((folder / "pack.json").read_bytes())
    if pack["journal"] != {"lines": len(chain), "head": chain[-1] if chain else "0" * 64}:
        yield "pack.json: the head of the journal is not the end of journal/chain.txt"
    for raw, line in lines:
        seq, body = line["seq"], raw[: raw.rindex(b',"hash":"')]
        if not 1 <= seq <= len(chain) or not sha256(body) == line["hash"] == chain[seq - 1]:
            yield f"journal/lines.jsonl: line {seq} was changed"
        elif line["prev"] != (chain[seq - 2] if seq > 1 else "0" * 64):
            yield f"journal/lines.jsonl: line {seq} does not follow line {seq - 1}"


def check_mails(folder: Path, lines: Lines) -> Iterator[str]:
    """The bytes of every message and letter are those that the journal recorded at the time."""
    recorded = {line["data"]["sha256"] for _, line in lines if line["kind"] == "MessageReceived"}
    recorded |= {line["data"]["letter"]["sha256"] for _, line in lines if line["kind"] == "LetterQueued"}
    for path in sorted([*folder.glob("in/*.eml"), *folder.glob("out/*.eml")]):
        if sha256(path.read_bytes()) not in recorded:
            yield f"{path.relative_to(folder)}: no line of the journal recorded these bytes"


def check(folder: Path) -> Iterator[str]:
    """All of it; what stands in the files is looked at only where they are as they were packed."""
    faults = list(check_files(folder))
    yield from faults
    if not faults:
        raw = (folder / "journal" / "lines.jsonl").read_bytes().split(b"\n")[:-1]
        lines = [(one, json.loads(one)) for one in raw]
        yield from check_journal(folder, lines)
        yield from check_mails(folder, lines)


def main(folder: Path) -> int:
    """What holds, or what does not."""
    try:
        faults = list(check(folder))
    except (ValueError, LookupError, TypeError, OSError) as error:
        faults = [f"the pack can't be read: {error}"]
    for fault in faults:
        print("FAULT ", fault)
    if faults:
        return 1
    journal = json.loads((folder / "pack.json").read_bytes())["journal"]
    mails = len([*folder.glob("in/*.eml"), *folder.glob("out/*.eml")])
    print(f"All files are as they were packed, {mails} mails are those that the journal recorded.")
    print(f"Line {journal['lines']} is the last of the journal, its hash {journal['head']}.")
    print("SHA-256 of MANIFEST.sha256:", sha256((folder / "MANIFEST.sha256").read_bytes()))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parent))
