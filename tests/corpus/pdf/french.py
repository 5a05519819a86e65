"""Avis de virement and de règlement, and a lettre de change."""

from __future__ import annotations

from decimal import Decimal

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, advice, customer, document, items, paid
from tests.corpus.pdf.figures import fr, slashes
from tests.corpus.pdf.sheets import page, row, table

ARVOR = customer(
    3001,
    "Conserverie d'Arvor SAS",
    "compta.fournisseurs@arvor.example",
    "fr",
    "EUR",
    days=45,
    zone="Europe/Paris",
)
ARVOR_ITEMS = items(
    ARVOR,
    """
    FAC_26-1187 2026-09-03 14820.00
    FAC_26-1202 2026-09-11 1296.48
    FAC_26-1219 2026-09-24 732.00 unknown
    """,
)


@document(
    "arvor-avis-virement",
    "fr",
    "weasyprint",
    "erp advice",
    "Avis de virement, narrow spaces in thousands, rounded boxes",
)
def arvor() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:15mm} body{font:10pt "DejaVu Sans"} .b{border:0.8pt solid #357;border-radius:3mm;padding:4mm;margin-bottom:6mm}
    .h{display:flex;justify-content:space-between} h1{color:#357;font-size:16pt} table{width:100%;border-collapse:collapse} th{background:#dde7ef;text-align:left;padding:1.5mm}
    td{padding:1.5mm} td:last-child,th:last-child{text-align:right}"""
    rows = [(i.said, slashes(i.issued), slashes(i.due), fr(i.amount) + "\u00a0€") for i in ARVOR_ITEMS]
    body = (
        "<div class='h'><div><b>Conserverie d'Arvor SAS</b><br>Port de pêche<br>29900 Concarneau</div><h1>AVIS DE VIREMENT</h1></div>"
        "<div class='h'><div class='b' style='width:70mm'>N° d'avis : AV26-03318<br>Date de virement : 03/11/2026<br>Votre code fournisseur : F04417</div>"
        "<div class='b' style='width:80mm'>NORVANE INSTRUMENTS SARL<br>12 rue de l'Industrie<br>69007 LYON</div></div>"
        "<p>Nous vous informons du virement effectué ce jour sur votre compte FR76 9999 9000 0104 4177 3300 188, en règlement des factures suivantes :</p>"
        + table(
            ("N° facture", "Date facture", "Échéance", "Montant réglé"),
            rows,
            foot=row(("", "", "<b>Total du virement</b>", "<b>16\u202f848,48\u00a0€</b>")),
        )
        + "<p style='font-size:7.5pt;position:absolute;bottom:0'>SAS au capital de 400 000 € - RCS Quimper 999 441 770 - TVA FR99999441770 - Page 1/1</p>"
    )
    truth = paid(
        ARVOR.name,
        "16848.48",
        "EUR",
        "2026-11-03",
        "wire",
        "AV26-03318",
        [(i.no, i.amount) for i in ARVOR_ITEMS],
    )
    return press.weasyprint(page(css, body, "fr")), advice(ARVOR, truth)


VALSERINE = customer(
    3002,
    "Décolletage de la Valserine",
    "comptabilite@valserine.example",
    "fr",
    "EUR",
    days=60,
    zone="Europe/Paris",
)
VALSERINE_ITEMS = items(
    VALSERINE,
    """
    FAC_26-1088 2026-08-04 5400.00 as=26-1088
    FAC_26-1101 2026-08-13 2310.00 as=26-1101
    AVO_26-0061 2026-08-20 -462.00 as=26-0061
    FAC_26-1140 2026-08-27 980.40 as=26-1140
    """,
)


@document(
    "valserine-reglement",
    "fr",
    "reportlab",
    "erp advice",
    "Landscape, avoirs with minus, escompte column, sums on top",
)
def valserine() -> tuple[bytes, Truth]:
    paper = press.canvas((841.9, 595.3))
    font, bold = (
        press.reportlab_font("LiberationSerif", press.LIBERATION.format("Serif-Regular")),
        press.reportlab_font("LiberationSerif-Bold", press.LIBERATION.format("Serif-Bold")),
    )
    write, right = paper.drawString, paper.drawRightString
    paper.setFont(bold, 17)
    write(45, 545, "Décolletage de la Valserine")
    paper.setFont(font, 10)
    write(45, 530, "ZA des Lades, 01200 Valserhône - Siret 999 441 770 00017 - APE 2562A")
    paper.setFont(bold, 12)
    right(800, 545, "Avis de règlement fournisseur")
    paper.setFont(font, 10)
    for n, text in enumerate(
        (
            "Fournisseur 401NORV - NORVANE INSTRUMENTS",
            "Mode de règlement : virement SEPA",
            "Pièce de règlement : RG-26-00774",
            "Date de règlement : 30 octobre 2026",
            "Net réglé : 8 106,79 EUR",
        )
    ):
        write(45, 490 - 14 * n, text)
    stops = (45, 150, 260, 370, 520, 650, 800)
    y = 395
    paper.setFont(bold, 10)
    for n, text in enumerate(("Nature", "Votre réf.", "Date", "Échéance", "Montant TTC", "Escompte", "Net")):
        (write if n < 4 else right)(stops[n], y, text)
    paper.setFont(font, 10)
    lines = []
    for item, off in zip(VALSERINE_ITEMS, ("81.00", "0.00", "0.00", "40.61"), strict=True):
        y -= 20
        net = item.amount - Decimal(off)
        nature = "Avoir" if item.amount < 0 else "Facture"
        cells = (
            nature,
            item.said,
            slashes(item.issued),
            slashes(item.due),
            fr(item.amount, " "),
            fr(off, " "),
            fr(net, " "),
        )
        for n, text in enumerate(cells):
            (write if n < 4 else right)(stops[n], y, text)
        lines.append((item.no, net, off))
    paper.setFont(font, 8)
    write(45, 40, "Toute contestation est à adresser sous 15 jours au service comptabilité.")
    right(800, 40, "Page 1 sur 1")
    truth = paid(VALSERINE.name, "8106.79", "EUR", "2026-10-30", "wire", "RG-26-00774", lines)
    return press.finish(paper), advice(VALSERINE, truth)


BEAUCE = customer(
    3003,
    "Fonderies de Beauce SA",
    "tresorerie@fonderies-beauce.example",
    "fr",
    "EUR",
    days=60,
    zone="Europe/Paris",
)
BEAUCE_ITEMS = items(
    BEAUCE,
    """
    FAC_26-1233 2026-09-30 22140.00
    FAC_26-1241 2026-10-06 3600.00
    """,
)


@document(
    "beauce-lettre-de-change",
    "fr",
    "chromium",
    "draft",
    "Lettre de change relevé: maturity, bordereau with two invoices",
)
def beauce() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:18mm} body{font:11px "Liberation Serif"} .lc{border:2px solid #000;padding:5mm} .g{display:grid;grid-template-columns:1fr 1fr 1fr;gap:4mm}
    .g div{border:1px solid #777;padding:2mm} small{display:block;color:#555} table{margin-top:8mm;border-collapse:collapse} td,th{border:1px solid #777;padding:2mm 6mm;text-align:left} td:last-child{text-align:right}"""
    body = (
        "<p><b>Fonderies de Beauce SA</b> - 4 rue du Haut Fourneau - 28000 Chartres - RCS Chartres 999 123 441</p><div class='lc'><h2 style='text-align:center'>LETTRE DE CHANGE RELEVÉ (LCR) - AVIS D'ACCEPTATION</h2><div class='g'>"
        "<div><small>Montant pour contrôle</small>25 740,00 EUR</div><div><small>Date de création</small>04/11/2026</div><div><small>Échéance</small>15/01/2027</div>"
        "<div><small>Réf. tireur</small>NORVANE INSTR SARL</div><div><small>N° de l'effet</small>LCR-0088127</div><div><small>Domiciliation</small>Banque Exemple Chartres 99999 00112</div></div>"
        "<p>Tiré accepteur : Fonderies de Beauce SA. Somme en lettres : vingt-cinq mille sept cent quarante euros.</p></div><p>Effet accepté en règlement de :</p>"
        + table(
            ("Facture", "Du", "Montant EUR"),
            [(i.said, slashes(i.issued), fr(i.amount, "\u00a0")) for i in BEAUCE_ITEMS],
        )
    )
    truth = paid(
        BEAUCE.name,
        "25740.00",
        "EUR",
        "*",
        "draft",
        "LCR-0088127",
        [(i.no, i.amount) for i in BEAUCE_ITEMS],
        due="2027-01-15",
    )
    return press.chromium(page(css, body, "fr")), advice(BEAUCE, truth)
