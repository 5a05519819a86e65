"""`remitd run`: the log set up, the home locked, round after round."""

import logging
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import structlog

from agent import __version__, app, daemon
from agent.config import FILE, load
from agent.errors import AgentError
from agent.facts.events import PolicyChanged, RunStarted
from agent.ids import instant
from agent.pipeline.desk import Desk
from agent.pipeline.round import one_round

log = structlog.get_logger()

_SECRET_WORDS = ("password", "token", "secret", "account", "iban")


def run_home(folder: Path, *, now: datetime | None, once: bool, log_format: str) -> None:
    """One round, or rounds until SIGTERM. AgentError where the home, the clock or a server forbids it."""
    configure_log(log_format)
    config = load(folder)
    clock = app.clock(now, is_running=not once)
    with app.only_run(folder), app.open_home(folder) as home, app.open_desk(home, config, clock) as desk:
        app.verify(folder)
        _start(desk)
        with (
            closing(app.source_of(config)) as source,
            closing(app.transport_of(config)) as transport,
            daemon.stopping() as should_stop,
        ):
            if once:
                one_round(desk, source, transport, should_stop=should_stop)
            else:
                daemon.run(
                    lambda: one_round(desk, source, transport, should_stop=should_stop),
                    poll_seconds=config.poll_seconds,
                    should_stop=should_stop,
                )


def _start(desk: Desk) -> None:
    at, last = desk.clock(), desk.books.last_run_at
    if last and at < last:
        raise AgentError(
            f"the clock says {instant(at)} and the last run was at {instant(last)}: a run can't be earlier; "
            "check the clock or --now"
        )
    with desk.bookkeeper.commit(at, "agent") as commit:
        commit.add("run", RunStarted(version=__version__, rules=desk.policy.digest))
        for what, sha256 in (("rules", desk.policy.digest), (FILE, desk.config.sha256)):
            if commit.books.policies.get(what) != sha256:
                commit.add("run", PolicyChanged(what=what, sha256=sha256))
                log.info("policy_changed", what=what, sha256=sha256)
    if stop := desk.books.stop:
        log.warning("schedule_stopped", since=instant(stop.at), by=stop.by, why=stop.why)


def configure_log(log_format: str) -> None:
    """Readable lines on a terminal, JSON lines elsewhere; secrets are masked by their names."""
    if log_format == "quiet":
        structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
        return
    is_terminal = sys.stderr.isatty() if log_format == "auto" else log_format == "text"
    # Plain tracebacks: a pretty one shows the values of variables, and those are customers' mails.
    renderer: Any = structlog.dev.ConsoleRenderer(
        colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
    )
    if not is_terminal:
        renderer = structlog.processors.JSONRenderer(ensure_ascii=False)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _mask,
            *([] if is_terminal else [structlog.processors.format_exc_info]),
            renderer,
        ],
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=False,
    )


def _mask(_: Any, __: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """No password, token or account number reaches a log."""
    for key in event:
        if any(word in key for word in _SECRET_WORDS):
            event[key] = "***"
    return event
