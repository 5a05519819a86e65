"""The markup around the words that each mail client writes: Outlook, Gmail, Apple Mail, QQ, 163, and so on."""

from collections.abc import Sequence
from html import escape

OUTLOOK_HEAD = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv="Content-Type" content="text/html; charset={charset}">
<meta name="Generator" content="Microsoft Word 15 (filtered medium)">
<!--[if !mso]><style>v\\:* {{behavior:url(#default#VML);}}
o\\:* {{behavior:url(#default#VML);}}
</style><![endif]--><style><!--
@font-face
	{{font-family:"Cambria Math";
	panose-1:2 4 5 3 5 4 6 3 2 4;}}
p.MsoNormal, li.MsoNormal, div.MsoNormal
	{{margin:0cm;
	font-size:11.0pt;
	font-family:"Calibri",sans-serif;}}
div.WordSection1
	{{page:WordSection1;}}
--></style><!--[if gte mso 9]><xml>
<o:shapedefaults v:ext="edit" spidmax="1026" />
</xml><![endif]-->
</head>
<body lang="{lang}" link="#0563C1" vlink="#954F72" style='word-wrap:break-word'>
<div class="WordSection1">
"""
OUTLOOK_FOOT = "</div>\n</body>\n</html>\n"


def outlook_paragraphs(text: str) -> str:
    """Each line a MsoNormal paragraph, an empty one with the o:p that Word leaves."""
    made = []
    for row in text.strip("\n").split("\n"):
        inner = escape(row, quote=False) if row.strip() else "&nbsp;"
        made.append(f'<p class="MsoNormal">{inner}<o:p></o:p></p>\n')
    return "".join(made)


def outlook_table(rows: Sequence[Sequence[str]]) -> str:
    """A table as pasted from Excel: a paragraph in each cell, sums right-aligned."""
    made = [
        '<table class="MsoNormalTable" border="0" cellspacing="0" cellpadding="0" width="612" '
        "style='width:459.0pt;border-collapse:collapse'>\n<tbody>\n"
    ]
    for row in rows:
        made.append("<tr style='height:15.0pt'>\n")
        for cell in row:
            inner = escape(cell, quote=False) or "&nbsp;"
            made.append(
                '<td width="124" nowrap="" valign="bottom" style=\'width:93.0pt;padding:0cm 5.4pt 0cm 5.4pt;'
                "height:15.0pt'><p class=\"MsoNormal\"><span style='color:black'>"
                f"{inner}<o:p></o:p></span></p></td>\n"
            )
        made.append("</tr>\n")
    return "".join(made) + "</tbody>\n</table>\n"


def outlook(*blocks: str, charset: str = "utf-8", lang: str = "EN-GB") -> str:
    return OUTLOOK_HEAD.format(charset=charset, lang=lang) + "".join(blocks) + OUTLOOK_FOOT


def outlook_quote(sender: str, sent: str, to: str, subject: str, body: str, words: Sequence[str]) -> str:
    """The header block with the rule above it, and what is quoted; `words` are its labels."""
    values = zip(words, (sender, sent, to, subject), strict=True)
    block = "<br>".join(f"<b>{label}</b> {escape(value)}" for label, value in values)
    return (
        "<div>\n<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>\n"
        f'<p class="MsoNormal"><span lang="EN-US">{block}<o:p></o:p></span></p>\n</div>\n</div>\n'
        f'<p class="MsoNormal"><o:p>&nbsp;</o:p></p>\n{outlook_paragraphs(body)}'
    )


def gmail(text: str) -> str:
    rows = [f"<div>{escape(row) or '<br>'}</div>" for row in text.strip("\n").split("\n")]
    return '<div dir="ltr">' + "".join(rows) + "</div>\n"


def gmail_table(rows: Sequence[Sequence[str]]) -> str:
    """A table pasted from Sheets."""
    made = [
        '<google-sheets-html-origin><table cellspacing="0" cellpadding="0" dir="ltr" border="1" '
        'style="table-layout:fixed;font-size:10pt;font-family:Arial;border-collapse:collapse;border:none">'
        "<colgroup>" + '<col width="120">' * len(rows[0]) + "</colgroup><tbody>"
    ]
    for row in rows:
        cells = "".join(
            f'<td style="border:1px solid rgb(204,204,204);overflow:hidden;padding:2px 3px">{escape(c)}</td>'
            for c in row
        )
        made.append(f'<tr style="height:21px">{cells}</tr>')
    return "".join(made) + "</tbody></table></google-sheets-html-origin>"


def gmail_quote(intro: str, body: str) -> str:
    quoted = "<br>\n".join(escape(row) for row in body.strip("\n").split("\n"))
    return (
        f'<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">{escape(intro)}<br>'
        '</div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid '
        f'rgb(204,204,204);padding-left:1ex">{quoted}</blockquote></div>\n'
    )


def qq(text: str, sign: str = "") -> str:
    rows = "".join(f"<div>{escape(row) or '<br>'}</div>" for row in text.strip("\n").split("\n"))
    signed = "".join(f"<div>{escape(row)}</div>" for row in sign.strip("\n").split("\n")) if sign else ""
    return (
        '<meta http-equiv="Content-Type" content="text/html; charset=GB18030">'
        f'<div style="font-family: -apple-system, system-ui; font-size: 14px; color: rgb(0, 0, 0);">{rows}</div>'
        f'<div style="position: relative;"><hr style="width: 210px; height: 1px; border: 0px; '
        f'border-bottom: 1px solid rgb(228, 229, 230);" align="left"><div>{signed}</div></div><div>&nbsp;</div>'
    )


def netease(text: str) -> str:
    rows = "".join(
        f'<div style="margin:0;">{escape(row) or "<br>"}</div>' for row in text.strip("\n").split("\n")
    )
    return (
        '<div style="line-height:1.7;color:#000000;font-size:14px;font-family:Arial">'
        f'{rows}</div><br><span title="neteasefooter"><p>&nbsp;</p></span>'
    )


def plain_table(rows: Sequence[Sequence[str]], style: str = 'border="1" cellpadding="4"') -> str:
    made = [f"<table {style}>"]
    made.extend("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>\n" for row in rows)
    return "".join(made) + "</table>\n"


def columns(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    """Columns made with spaces, wide characters counting two; a negative width is right-aligned."""
    made = []
    for row in rows:
        cells = []
        for cell, width in zip(row, widths, strict=True):
            room = " " * max(0, abs(width) - sum(2 if ord(ch) > 0x2E7F else 1 for ch in cell))
            cells.append(room + cell if width < 0 else cell + room)
        made.append("".join(cells).rstrip())
    return "\n".join(made) + "\n"
