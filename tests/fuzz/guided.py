"""The same spoiled mails, led by coverage: atheris keeps those that reach new code. Without homes, in one process."""

import sys
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["agent"]):
    from tests.memory_desk import desk_with, work
from tests.fuzz.mutate import spoiled
from tests.fuzz.seeds import seeds
from tests.fuzz.trial import Find


def run_guided(seconds: float, seed: int, found: Path) -> int:
    """0 where no exception escaped; ends the process, as libFuzzer does."""
    corpus = found / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, raw in enumerate(seeds()):
        (corpus / f"{number:04}.eml").write_bytes(raw)

    def try_one(raw: bytes) -> None:
        work(desk_with((), ()), raw)

    def change(raw: bytes, most: int, number: int) -> bytes:
        return spoiled(raw, Random(number))[:most]

    options = [
        f"-max_total_time={int(seconds)}",
        f"-seed={seed}",
        "-max_len=300000",
        "-timeout=20",
        f"-artifact_prefix={found}/",
    ]
    atheris.Setup([sys.argv[0], str(corpus), *options], try_one, custom_mutator=change)
    atheris.Fuzz()
    return 0


__all__ = ["Find", "run_guided"]
