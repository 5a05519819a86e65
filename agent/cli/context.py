"""What commands share: --home and --now, before or after the command's name, --json, and who decides."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from agent.errors import AgentError

if TYPE_CHECKING:
    from agent.pipeline.bookkeeping import Commit

_F = TypeVar("_F", bound=Callable[..., Any])


@dataclass(slots=True)
class Where:
    """Which home, and which clock."""

    home: Path | None = None
    now: datetime | None = None
    as_of: datetime | date | None = None  # of reading commands alone
    by: str | None = None  # the colleague who decides

    @property
    def folder(self) -> Path:
        """--home, else $REMITD_HOME (click fills it in), else the current folder."""
        return self.home or Path()


class _Instant(click.ParamType[datetime]):
    name = "INSTANT"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        try:
            at = datetime.fromisoformat(value)
        except ValueError:
            at = None
        if at is None or at.tzinfo is None:
            self.fail(
                f"{value!r}: expected an instant with its offset, like 2026-11-20T09:00:00+08:00", param, ctx
            )
        return at


class _Day(click.DateTime):
    """A day as people write it to programs; midnight of it, as click has no type of days alone."""

    name = "DATE"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 (click names them)
        return "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r}: expected a day like 2026-11-20", param, ctx)


DAY: Final = _Day(["%Y-%m-%d"])


def keep(field: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    """A callback that puts an option's value into Where, wherever the option stands."""

    def kept(context: click.Context, _: click.Parameter, value: Any) -> None:
        if value is not None:
            setattr(context.ensure_object(Where), field, value)

    return kept


def _keep_home(context: click.Context, parameter: click.Parameter, value: Path | None) -> None:
    """What stands after the command's name wins over what stands before, and both over the environment."""
    at = context.ensure_object(Where)
    is_said = context.get_parameter_source(parameter.name or "") is click.core.ParameterSource.COMMANDLINE
    if value is not None and (is_said or at.home is None):
        at.home = value


def shared(command: _F) -> _F:
    """Give a command --home and --now."""
    command = click.option(
        "--now",
        type=_Instant(),
        expose_value=False,
        callback=keep("now"),
        help="The clock, instead of the real one.",
    )(command)
    return click.option(
        "--home",
        type=click.Path(path_type=Path, file_okay=False),
        expose_value=False,
        envvar="REMITD_HOME",
        callback=_keep_home,
        help="The home folder (else $REMITD_HOME, else the current folder).",
    )(command)


as_json = click.option("--json", "as_json", is_flag=True, help="JSON Lines, for programs.")


def _said(_: click.Context, __: click.Parameter, why: str) -> str:
    """A reason that says nothing is none."""
    if not why.strip():
        raise AgentError("--why: is empty; say in a few words why, for whoever reads the journal")
    return why.strip()


why_kept = click.option("--why", required=True, callback=_said, help="Kept in the journal.")

by_staff = click.option(
    "--by",
    metavar="ADDRESS",
    expose_value=False,
    envvar="REMITD_STAFF",
    callback=keep("by"),
    help="The colleague who decides, one of [company] staff (else $REMITD_STAFF, else unnamed staff).",
)


def actor(at: Where) -> str:
    """In whose name a command of staff goes into the journal. AgentError for one who is no staff."""
    if at.by is None:
        return "staff"
    from agent.config import FILE, load

    staff = load(at.folder).company.staff
    if at.by.lower() not in staff:
        raise AgentError(
            f"{at.by} is not in [company] staff of {at.folder / FILE}; there are {', '.join(staff) or 'none'}"
        )
    return f"staff {at.by.lower()}"


def where() -> Where:
    """The home and the clock of this command."""
    found = click.get_current_context().find_object(Where) or Where()
    if not found.folder.is_dir():
        raise AgentError(f"{found.folder}: no such folder; make a home with: remitd init {found.folder}")
    return found


def today() -> date:
    """The day at the company."""
    from agent import app

    at = where()
    return app.today(at.folder, at.now)


@contextmanager
def deciding() -> Iterator["Commit"]:
    """A commit in the name of staff."""
    from agent import app

    at = where()
    with app.open_home(at.folder) as home, home.bookkeeper.commit(app.clock(at.now)(), actor(at)) as commit:
        yield commit
