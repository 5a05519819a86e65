"""Spoiled mails cost nothing but themselves: five seconds of `make fuzz`, and all that it ever found."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.fuzz.__main__ import fuzz
from tests.fuzz.trial import Ground

FOUND: Final = sorted((Path(__file__).parent / "fuzz" / "found").glob("*.eml"))


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    made = Ground(tmp_path_factory.mktemp("fuzz"))
    yield made
    made.close()


def test_spoiled_mails_cost_nothing_but_themselves(ground: Ground) -> None:
    finds, mails = fuzz(ground, seconds=5, seed=20261121, found=None)
    assert finds == []
    assert mails


def test_what_was_found_once_holds(ground: Ground) -> None:
    for file in FOUND:
        assert ground.try_all([file.read_bytes()]) is None, file.name
