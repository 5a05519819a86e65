"""`python -m tests.fuzz`: spoils mails for so many seconds; what does not hold is written down, made small."""

import argparse
import hashlib
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from tests.fuzz.mutate import spoiled
from tests.fuzz.seeds import seeds
from tests.fuzz.trial import Find, Ground

BATCH = 12  # mails of one home
SHRINKING_SECONDS = 40.0


def main() -> int:
    """0 where everything held."""
    words = argparse.ArgumentParser(prog="make fuzz")
    words.add_argument("--seconds", type=float, default=900)
    words.add_argument("--seed", type=int, default=0, help="0: another one every time")
    words.add_argument("--found", type=Path, default=Path("fuzz-found"), help="the folder for what is found")
    given = words.parse_args()
    seed = given.seed or time.time_ns() % 2**32
    with tempfile.TemporaryDirectory() as folder:
        ground = Ground(Path(folder))
        finds, mails = fuzz(ground, seconds=given.seconds, seed=seed, found=given.found)
        ground.close()
    sys.stdout.write(
        f"{mails} mails, seed {seed}: {len(finds)} finds{f' in {given.found}' if finds else ''}\n"
    )
    return 1 if finds else 0


def fuzz(ground: Ground, *, seconds: float, seed: int, found: Path | None) -> tuple[list[Find], int]:
    """Batches until the time is over; each find once, by its last lines. How many mails were tried."""
    random, finds, seen, mails = Random(seed), [], set[str](), 0
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        batch = [spoiled(random.choice(seeds()), random) for _ in range(BATCH)]
        mails += len(batch)
        find = ground.try_all(batch)
        if find is None:
            continue
        guilty, find = _guilty(ground, batch, find)
        if _mark(find) in seen:
            continue
        seen.add(_mark(find))
        finds.append(find)
        if found is not None:
            write(found, [smaller(ground, one, find) for one in guilty], find, seed)
    return finds, mails


def _mark(find: Find) -> str:
    """What makes two finds the same: their kind and the innermost places of the fault."""
    places = [line.strip() for line in find.detail.splitlines() if line.strip().startswith("File ")]
    return find.kind + "".join(places[-2:])


def _guilty(ground: Ground, batch: Sequence[bytes], find: Find) -> tuple[Sequence[bytes], Find]:
    """The one mail that does it alone, else all of them."""
    for raw in batch:
        alone = ground.try_all([raw])
        if alone is not None:
            return [raw], alone
    return batch, find


def smaller(ground: Ground, raw: bytes, find: Find) -> bytes:
    """The mail with all lines left out that the find does without, as far as the time goes."""
    deadline = time.monotonic() + SHRINKING_SECONDS
    lines = raw.splitlines(keepends=True)
    size = max(1, len(lines) // 2)
    while time.monotonic() < deadline:
        for at in range(0, len(lines), size):
            fewer = lines[:at] + lines[at + size :]
            again = ground.try_all([b"".join(fewer)])
            if again is not None and _mark(again) == _mark(find):
                lines = fewer
                break
            if time.monotonic() > deadline:
                return b"".join(lines)
        else:
            if size == 1:
                break
            size = max(1, size // 2)
    return b"".join(lines)


def write(folder: Path, mails: Sequence[bytes], find: Find, seed: int) -> None:
    """A find as files: the mails, and beside them what did not hold."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{find.kind}-{hashlib.sha256(b''.join(mails)).hexdigest()[:10]}"
    for number, raw in enumerate(mails, start=1):
        (folder / f"{name}-{number}.eml").write_bytes(raw)
    (folder / f"{name}.txt").write_text(f"seed {seed}\n{find.kind}\n{find.detail}\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
