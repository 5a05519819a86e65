"""Says whose half of a slip a label stands in: beside 付款人 or 收款人, which stand left of it or span its row."""

from agent.extract.text.script import Script, within
from agent.extract.text.setting import Place
from agent.rules.vocabulary import Hit, Label

_PARTIES = (Label.PAYER, Label.PAYEE)


def half_of(script: Script, hit: Hit) -> Label | None:
    """PAYER or PAYEE where a cell left of the label's says nothing but that; None where none does."""
    home = script.place_of(hit.start)
    if home is None:
        return None
    found: Label | None = None
    for place in script.places_of_row(home.row):
        if place.start >= home.start:
            break
        found = _party(script, place) or found
    return found


def is_half(script: Script, hit: Hit) -> bool:
    """True for 付款人 alone in its cell beside 户名, 账号: it heads a half and has no value of its own."""
    home = script.place_of(hit.start)
    if home is None or _party(script, home) is None:
        return False
    following = (
        place
        for place in script.places_of_row(home.row)
        if place.start > home.start and place.end > place.start
    )
    beside = next(following, None)
    if beside is None:
        return False
    names = within(
        script.hits.labels(Label.NAME, Label.ACCOUNT, Label.OTHER_REFERENCE), beside.start, beside.end
    )
    return bool(names) and names[0].start == beside.start


def _party(script: Script, place: Place) -> Label | None:
    text = script.text[place.start : place.end]
    for hit in within(script.hits.labels(*_PARTIES), place.start, place.end):
        if not (text[: hit.start - place.start] + text[hit.end - place.start :]).strip(" :：　"):
            return Label(hit.key)
    return None
