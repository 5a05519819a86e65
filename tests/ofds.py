"""Writes OFD files by GB/T 33190-2016: objects on pages, with templates, attachments and the archive around them."""

from collections.abc import Sequence
from html import escape

from tests.papers import zipped

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def text(x: float, y: float, words: str, *, size: float = 3.5, delta: str = "", **attributes: str) -> str:
    """A text object whose baseline begins at a place, in millimetres from the page's top left corner."""
    steps = f' DeltaX="{delta}"' if delta else ""
    more = "".join(f' {name}="{value}"' for name, value in attributes.items() if name != "ink")
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y - size} 190 {size * 1.4}" Font="2" Size="{size}"{more}>'
        f'{attributes.get("ink", "")}<ofd:TextCode X="0" Y="{size}"{steps}>{escape(words)}</ofd:TextCode></ofd:TextObject>'
    )


def line(x: float, y: float, to_x: float, to_y: float) -> str:
    """A drawn line."""
    wide, high = to_x - x, to_y - y
    return (
        f'<ofd:PathObject ID="1" Boundary="{x} {y} {max(wide, 0.1)} {max(high, 0.1)}" LineWidth="0.3">'
        f"<ofd:AbbreviatedData>M 0 0 L {wide} {high}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def page(objects: Sequence[str], *, template: bool = False) -> bytes:
    below = '<ofd:Template TemplateID="9" ZOrder="Background"/>' if template else ""
    layer = f'<ofd:Layer ID="3">{"".join(objects)}</ofd:Layer>'
    return f'<?xml version="1.0"?><ofd:Page {SPACE}>{below}<ofd:Content>{layer}</ofd:Content></ofd:Page>'.encode()


def ofd(
    *pages: Sequence[str], template: Sequence[str] = (), attached: Sequence[tuple[str, bytes]] = ()
) -> bytes:
    """A file with these objects on its pages; a template's lie on each of them."""
    bases = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    common = '<ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/>' if template else ""
    lists = "<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>" if attached else ""
    document = (
        f"<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 140</ofd:PhysicalBox></ofd:PageArea>"
        f"{common}</ofd:CommonData><ofd:Pages>{bases}</ofd:Pages>{lists}</ofd:Document>"
    )
    entry = (
        f"<ofd:OFD {SPACE}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    )
    named = "".join(
        f'<ofd:Attachment ID="{n}" Name="{name}"><ofd:FileLoc>{name}</ofd:FileLoc></ofd:Attachment>'
        for n, (name, _) in enumerate(attached)
    )
    return zipped(
        ("OFD.xml", entry.encode()),
        ("Doc_0/Document.xml", document.encode()),
        *((f"Doc_0/Pages/Page_{n}/Content.xml", page(one, template=bool(template))) for n, one in enumerate(pages)),
        *((("Doc_0/Tpls/Tpl_0/Content.xml", page(template)),) if template else ()),
        *((("Doc_0/Attachs/Attachments.xml", f"<ofd:Attachments {SPACE}>{named}</ofd:Attachments>".encode()),) if attached else ()),
        *((f"Doc_0/Attachs/{name}", content) for name, content in attached),
    )  # fmt: skip
