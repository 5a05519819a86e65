"""Says of a mail whether all that it says is that it was paid: 货款已打，请查收."""

import re
from typing import Final

from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Cue

_CLAUSE: Final = re.compile(r"[^,，;；.。!！~\n]+")
_MOST: Final = 80  # characters
_GREETING: Final = 4  # characters of a clause that only greets or thanks: 谢谢
_BEFORE: Final = 8  # characters before the verb, in which its subject stands: 货款刚刚
_BEHIND: Final = 2  # and behind it: 打过去了


def only_says_paid(script: Script) -> bool:
    """True for a short text of which a clause says that it was paid, and the others only greet or ask to look.

    "已付款的发票请寄一下" and "客户的款已到账" have such a verb, and say something else.
    """
    if len(script.text) > _MOST:
        return False
    clauses = [match.span() for match in _CLAUSE.finditer(script.text) if match[0].strip()]
    pays = [one for one in clauses if _pays(script, *one)]
    return bool(pays) and all(one in pays or _is_idle(script, *one) for one in clauses)


def _pays(script: Script, start: int, end: int) -> bool:
    """True where a verb of payment ends the clause, but for a day; money that came in is none."""
    days = [day.start for day in script.days_in(start, end) if not script.text[day.end : end].strip()]
    end = start + len(script.text[start : min([end, *days])].rstrip())
    begun = start + len(script.text[start:end]) - len(script.text[start:end].lstrip())
    days_before = sum(day.end - day.start for day in script.days_in(begun, end))
    came_in = {hit.end for hit in within(script.hits.cues(Cue.CREDITED), start, end)}
    return any(
        hit.end >= end - _BEHIND
        and hit.start - begun - days_before <= _BEFORE
        and hit.end not in came_in
        and "的" not in script.text[hit.end : end]
        for hit in within(script.hits.cues(Cue.PAID), start, end)
    )


def _is_idle(script: Script, start: int, end: int) -> bool:
    """True for a greeting, thanks, or the wish that they look whether it came."""
    if within(script.hits.cues(Cue.WELL), start, end):
        return True
    is_short = len(script.text[start:end].strip()) <= _GREETING
    return is_short and not within(script.hits.cues(Cue.REQUEST), start, end)
