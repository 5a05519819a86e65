"""The laws of collecting on every day of a year, cash applied as the bank shows it, letters only from nine to six."""

from datetime import time

import pytest

from agent.rules.quiet import Quiet
from tests.year_laws import live


@pytest.mark.timeout(300)  # half a minute where nothing else runs
def test_a_year_of_a_hundred_customers_whose_money_the_bank_shows() -> None:
    """Prompt, late, disputing, promising, breaking, short, silent, bouncing: nobody is asked wrongly, nobody forgotten."""
    live("bank", Quiet(begins=time(18), ends=time(9)))
