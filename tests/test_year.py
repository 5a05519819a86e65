"""The laws of collecting on every day of a year, cash applied as it is advised."""

import pytest

from agent.rules.quiet import Quiet
from tests.year_laws import live


@pytest.mark.timeout(300)  # half a minute where nothing else runs
def test_a_year_of_a_hundred_customers_whose_advices_count() -> None:
    """Prompt, late, disputing, promising, breaking, short, silent, bouncing: nobody is asked wrongly, nobody forgotten."""
    live("advice", Quiet())
