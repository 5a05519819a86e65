"""What every test may ask for: a case of its table, its golden file, a real server."""

import tomllib
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any, Protocol

import pytest
import structlog
from hypothesis import settings

from agent import app
from agent.pipeline.desk import Policy
from agent.rules.files import rules_digest
from tests.servers import certificates, dovecot, imap_user, smtp_server

__all__ = ["Golden", "certificates", "dovecot", "golden", "imap_user", "smtp_server"]

HERE = Path(__file__).parent

settings.load_profile("ci")  # hypothesis: the same examples every time, and no limit a busy machine breaks


@pytest.fixture(autouse=True)
def _own_log() -> Iterator[None]:
    """A command that sets the log up in this process leaves it to the next test as it was."""
    before = structlog.get_config()
    yield
    structlog.configure(**before)


@pytest.fixture(autouse=True, scope="session")
def _policies_read_once() -> Iterator[None]:
    """Commands in this process read the default rules once, not each its home's copy: half of a short command's time."""
    default = app.default_rules()
    shipped, of_country = rules_digest(default), cache(partial(app.read_policy, default))

    def read(rules_dir: Path, country: str) -> Policy:
        is_default = rules_digest(rules_dir) == shipped
        return of_country(country) if is_default else app.read_policy(rules_dir, country)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("agent.app.desks.read_policy", read)
        yield


class Golden(Protocol):
    """Compares what a test made with the file of that name under tests/golden/, byte for byte."""

    def __call__(self, path: str, got: bytes | str) -> None: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden-write", action="store_true", help="accept what the tests make as golden")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes `case` once for each [[case]] of tests/tables/<its name>.toml."""
    by_hand = any("case" in str(mark.args[:1]) for mark in metafunc.definition.iter_markers("parametrize"))
    if "case" not in metafunc.fixturenames or by_hand:
        return
    mark = metafunc.definition.get_closest_marker("table")
    name = mark.args[0] if mark else metafunc.function.__name__.removeprefix("test_")
    cases = read_table(HERE / "tables" / f"{name}.toml")
    metafunc.parametrize("case", cases, ids=[case["name"] for case in cases])


def read_table(path: Path) -> list[dict[str, Any]]:
    """The cases of one table; a table without cases, or with two of one name, is refused."""
    where = path.relative_to(HERE.parent)
    if not path.is_file():
        raise pytest.UsageError(f"{where}: a test that takes `case` reads this table, and it is not there.")
    try:
        cases: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8")).get("case", [])
    except tomllib.TOMLDecodeError as error:
        raise pytest.UsageError(f"{where}: {error}") from error
    names = [case.get("name") for case in cases]
    if not names or None in names or len(set(names)) < len(names):
        raise pytest.UsageError(f"{where}: every [[case]] has a name of its own, and there is at least one.")
    return cases


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """`golden("letters/dunning_2.eml", got)`; `make golden` accepts what is new, and its diff is reviewed."""
    accept = bool(request.config.getoption("--golden-write"))

    def compare(path: str, got: bytes | str) -> None:
        got = got.encode() if isinstance(got, str) else got
        file = HERE / "golden" / path
        if accept:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(got)
            return
        assert file.is_file(), (
            f"tests/golden/{path} is not there yet: run `make golden`, then read what it wrote"
        )
        want = file.read_bytes()
        if want != got:  # as text where it is text, so that the difference can be read
            assert want.decode(errors="backslashreplace") == got.decode(errors="backslashreplace")
        assert want == got

    return compare
