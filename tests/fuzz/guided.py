"""`python -m tests.fuzz.guided`: spoiled mails led by coverage. atheris keeps those that reach new code of ours.

Without homes, in one process: PDFs and workbooks, which may end a process, are left to `make fuzz` itself.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["agent"]):
    from agent.extract.files.plain import read_plain
    from agent.extract.files.sniff import Format, sniff
    from agent.facts.documents import Document, PagePicture, Unread
    from agent.facts.mail import Part
    from tests.fuzz.mutate import spoiled
    from tests.fuzz.seeds import seeds
    from tests.memory_desk import desk_with, work


class PlainDocuments:
    """A DocumentReader of texts alone."""

    def read(self, part: Part, *, may_recognise: bool = True) -> Document | Unread | None:
        """The rows of a text."""
        format = sniff(part)
        return None if format in (Format.PDF, Format.SHEET) else read_plain(part, format)

    def pictures(self, part: Part, pages: Sequence[int]) -> tuple[PagePicture, ...]:
        """None: nothing is drawn."""
        return ()

    def close(self) -> None:
        """Nothing is held."""


def main() -> None:
    """Ends the process, as libFuzzer does: with 0 where no exception escaped."""
    words = argparse.ArgumentParser(prog="make fuzz GUIDED=1")
    words.add_argument("--seconds", type=int, default=900)
    words.add_argument("--seed", type=int, default=0, help="0: another one every time")
    words.add_argument("--found", type=Path, default=Path("fuzz-found"), help="the folder for what is found")
    given = words.parse_args()
    corpus = given.found / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, raw in enumerate(seeds()):
        (corpus / f"{number:04}.eml").write_bytes(raw)

    def try_one(raw: bytes) -> None:
        work(desk_with((), (), PlainDocuments()), raw)

    def change(raw: bytes, most: int, number: int) -> bytes:
        return spoiled(raw, Random(number))[:most]

    seed = given.seed or time.time_ns() % 2**31
    options = [f"-max_total_time={given.seconds}", f"-seed={seed}", "-max_len=300000", "-timeout=20"]
    command = [sys.argv[0], str(corpus), *options, f"-artifact_prefix={given.found}/"]
    atheris.Setup(command, try_one, custom_mutator=change)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
