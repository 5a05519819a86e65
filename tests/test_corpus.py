"""The corpora read as their truth says: nearly all of them exactly, and none of them falsely."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from agent import app
from agent.cli.extracting import read_file
from tests.corpus.home import CORPUS, corpus_home
from tests.corpus.prose.make import HERE, MORE, cases, mail, truth
from tests.corpus.score import Facts, Faults, faults, load

READ_AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
LEAST_EXACT = 0.95
LEAST_EXACT_OF = {"strangers": 0.9}  # tests/corpus/README.md says what they gave unseen
LEAST_EXACT_PROSE = 0.9


def _judged(home: Path, told: dict[str, Facts], files: list[Path]) -> dict[str, Faults]:
    with app.reading_desk(home, lambda: READ_AT) as (desk, opener):
        read = {path.name: json.loads(json.dumps(read_file(desk, opener, path).line)) for path in files}
    return {name: faults(true, read[name]) for name, true in told.items()}


@pytest.mark.parametrize("name", ["pdf", "mail", "chinese", "strangers", "formats"])
def test_documents_in_layouts_of_their_own_are_read_exactly_or_not_falsely(tmp_path: Path, name: str) -> None:
    corpus = CORPUS / name
    home = corpus_home(tmp_path / "home", corpus)
    told = load(corpus / "truth.jsonl")
    found = _judged(home, told, [corpus / file for file in sorted(told)])
    assert {file: one.false for file, one in found.items() if one.false} == {}
    exact = sum(one.is_exact for one in found.values())
    assert exact >= LEAST_EXACT_OF.get(name, LEAST_EXACT) * len(found), {
        file: one.missed for file, one in found.items() if one.missed
    }


def _read_prose(path: Path, corpus: Path) -> dict[str, dict[str, Faults]]:
    """The faults in each mail of a corpus of prose, by its set and its name."""
    written = cases(corpus)
    files = []
    for case in written:
        files.append(path / f"{case['name']}.eml")
        files[-1].write_bytes(mail(case))
    found = _judged(
        corpus_home(path / "home", corpus), {truth(case)["file"]: truth(case) for case in written}, files
    )
    by_set: dict[str, dict[str, Faults]] = {}
    for case in written:
        by_set.setdefault(case.get("set", ""), {})[case["name"]] = found[truth(case)["file"]]
    return by_set


@pytest.mark.parametrize("corpus", [HERE, MORE], ids=["prose", "prose_more"])
def test_most_mails_in_prose_are_read_exactly_and_none_falsely(tmp_path: Path, corpus: Path) -> None:
    for found in _read_prose(tmp_path, corpus).values():
        exact = sum(one.is_exact for one in found.values())
        false = {mail: one.false for mail, one in found.items() if one.false}
        assert exact >= LEAST_EXACT_PROSE * len(found), {
            mail: one for mail, one in found.items() if not one.is_exact
        }
        assert false == {}
