"""The command `remitd`: faults become one line on stderr and an exit code (contract section 6)."""

import io
import sys

import click

from agent.cli.commands import remitd
from agent.errors import AgentError


def main() -> None:
    """Run the command line; no traceback for what an operator or the world did."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that lacks a character shows another
            stream.reconfigure(errors="replace")
    try:
        remitd.main(prog_name="remitd", standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.Abort:
        sys.exit(130)
    except click.ClickException as error:
        message = " ".join(error.format_message().split())
        context = getattr(error, "ctx", None)
        where = context.command_path if context else "remitd"
        print(f"{where}: {message} (see: {where} --help)", file=sys.stderr)
        sys.exit(2)
    except AgentError as error:
        print(f"remitd: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:  # the reader of our output has enough of it
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:  # a full or broken disk, a folder that is not ours: nothing is half written
        where = error.filename or "the home"
        print(
            f"remitd: {where}: {error.strerror or error}; make room or set its rights, then try again",
            file=sys.stderr,
        )
        sys.exit(75)


if __name__ == "__main__":
    main()
