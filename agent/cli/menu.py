"""The names of the commands to `remitd --help`: under what a clerk wants to do, each with its whole first sentence."""

from typing import Final

import click

MENU: Final = (
    ("Begin", "init check import bank run"),
    ("See what is owed", "aging invoices statement confirmations"),
    ("See what came in and went out", "messages payments letters explain"),
    ("Collect", "plan hold holds dispute resolve promise instalments stop start close"),
    ("Decide what cash settles", "apply on-account refund deductions write-off export undo"),
    ("Know customers and payers", "credit limit terms learn learnt forget merge"),
    ("Look ahead and back", "report simulate replay"),
    ("Prove", "audit evidence limitation"),
    ("Try without a home", "extract"),
)


class Menu(click.Group):
    """A group whose help has its commands by purpose, in the order of the day."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """As click does, under several headings and with nothing cut."""
        for title, names in MENU:
            with formatter.section(title):
                formatter.write_dl(
                    [(name, self.commands[name].get_short_help_str(limit=500)) for name in names.split()]
                )
