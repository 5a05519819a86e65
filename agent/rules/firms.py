"""Turns legal forms into a pattern of firms' names."""

import re
from collections.abc import Iterable, Sequence


def firms(
    after: Sequence[str],
    before: Iterable[str],
    titles: Iterable[str],
    addressed: Iterable[str],
    leads: Iterable[str] = (),
) -> re.Pattern[str]:
    """Names with a legal form: capitalised words before Ltd or after SARL, ideographs before 有限公司 or after 株式会社.

    `titles` stand after a name and are none of it (経理部); `addressed` say that the letter is to it (御中);
    `leads` stand before a name in running text without a space (由), and begin none.
    """
    latin, spaceless = _forms([*after, *(form.upper() for form in after if form.isascii())])
    latin_before, spaceless_before = _forms(before)
    to = "|".join(map(re.escape, sorted(set(addressed)))) or "(?!)"
    title = "|".join([to, *map(re.escape, sorted(set(titles)))])
    ordered = sorted(set(leads), key=lambda lead: (-len(lead), lead))
    lead = "|".join(map(re.escape, ordered)) or "(?!)"
    inside = "|".join([title, *(re.escape(one) for one in ordered if len(one) > 1)])
    begun = "".join(re.escape(one) for one in ordered if len(one) == 1)
    begins = [rf"(?<![^\W{begun}])", *(f"(?<={re.escape(one)})" for one in ordered if len(one) > 1)]
    start = rf"(?:{'|'.join(begins)})(?!{lead})"
    word = r"[^\W\d_a-zß-ÿ][\w&.'’+\-]{0,30}"
    first = r"[^\W\d_a-zß-ÿ\u3040-\u9fff][\w&.'’+\-]{0,30}"  # no ideograph: 已开支票 AB is no Swedish firm
    between = rf"(?:(?:{word}|&|\+|\d{{1,4}}|[a-zà-þ]{{1,3}}),? ){{0,6}}"
    wide = r"\u30a1-\u30fc\u3400-\u9fff々"
    return re.compile(
        rf"(?P<name>(?<![\w&])(?:{first},? {between}(?:{latin})(?:\.|(?![A-Za-z]))"
        rf"|(?:{latin_before}) {word}(?: (?:(?:&|et|y|e) )?{word}){{0,3}}"
        rf"|(?:{spaceless_before})\s?(?:(?!{title})[{wide}A-Za-z]){{2,20}}+(?!\s?(?:{to})))"
        rf"|(?=[{wide}]){start}[{wide}](?:(?!{inside})[{wide}()（）]){{1,28}}?(?:{spaceless})(?:\([\u3400-\u9fff]{{2,6}}\))?(?!\s?(?:{to})))"
    )


def _forms(forms: Iterable[str]) -> tuple[str, str]:
    """Legal forms as patterns, the longest first: of scripts with spaces, and of those without."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    wide = [form for form in ordered if any(one > "\u303f" for one in form)]
    latin = "|".join(re.escape(form) for form in ordered if form not in wide) or "(?!)"
    return latin, "|".join(map(re.escape, wide)) or "(?!)"
