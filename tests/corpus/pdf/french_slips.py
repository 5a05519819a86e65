"""A mandat with retenue, a bank's confirmation, and a total that isn't the sum, in French."""

from __future__ import annotations

from collections.abc import Sequence

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, advice, customer, document, items, paid
from tests.corpus.pdf.figures import fr
from tests.corpus.pdf.sheets import sheet

GAVE = customer(
    3004, "Syndicat des Eaux du Gave", "paie.fournisseurs@eaux-gave.example", "fr", "EUR", zone="Europe/Paris"
)
GAVE_ITEMS = items(
    GAVE,
    """
    FAC_26-1150 2026-09-01 36000.00 as=FAC26-1150
    FAC_26-1163 2026-09-08 4800.00 as=FAC26-1163
    """,
)


@document(
    "gave-retenue-garantie",
    "fr",
    "libreoffice",
    "deductions",
    "Public body's mandat: retenue de garantie and pénalités as columns",
)
def gave() -> tuple[bytes, Truth]:
    i = GAVE_ITEMS
    head = [
        (t, "gbx" + ("r" if n > 1 else ""))
        for n, t in enumerate(
            ("Mandat", "Facture", "Montant TTC", "Retenue de garantie", "Pénalités", "Net mandaté")
        )
    ]
    rows: list[Sequence[object]] = [
        [("SYNDICAT DES EAUX DU GAVE", "lb", 6)],
        [("Trésorerie d'Oloron - Exercice 2026 - Bordereau n° 418", "", 6)],
        [""],
        [("Avis de paiement adressé à NORVANE INSTRUMENTS SARL, 69007 Lyon", "b", 6)],
        [("Paiement par virement le 09/11/2026 - référence 2026-418-1150", "", 6)],
        [""],
        list(head),
        [
            ("2214", "x"),
            (i[0].said, "x"),
            ("36 000,00", "xr"),
            ("1 800,00", "xr"),
            ("250,00", "xr"),
            ("33 950,00", "xr"),
        ],
        [("2215", "x"), (i[1].said, "x"), ("4 800,00", "xr"), ("", "xr"), ("", "xr"), ("4 800,00", "xr")],
        [
            ("Total en euros", "bx", 2),
            ("40 800,00", "bxr"),
            ("1 800,00", "bxr"),
            ("250,00", "bxr"),
            ("38 750,00", "bxr"),
        ],
        [""],
        [("La retenue de garantie sera libérée à la réception définitive du marché 2025-07.", "s", 6)],
    ]
    lines = [(i[0].no, "33950.00", "0.00", "2050.00", "Retenue de garantie; pénalités"), (i[1].no, "4800.00")]
    truth = paid("SYNDICAT DES EAUX DU GAVE", "38750.00", "EUR", "2026-11-09", "wire", "2026-418-1150", lines)
    return press.office(sheet(rows, (2, 3, 2.9, 3.4, 2.5, 3.2)), ".fods"), advice(GAVE, truth)


OURCQ = customer(
    3005, "Minoterie de l'Ourcq", "contact@minoterie-ourcq.example", "fr", "EUR", zone="Europe/Paris"
)
OURCQ_ITEMS = items(OURCQ, "FAC_26-1255 2026-10-12 2148.00")


@document(
    "ourcq-confirmation",
    "fr",
    "cairo",
    "bank notice",
    "Bank's confirmation, labels above values, one invoice, no table",
)
def ourcq() -> tuple[bytes, Truth]:
    pairs = (
        ("Donneur d'ordre", "MINOTERIE DE L'OURCQ"),
        ("Bénéficiaire", "NORVANE INSTRUMENTS SARL"),
        ("Montant du virement", "2 148,00 EUR"),
        ("Date d'exécution", "06/11/2026"),
        ("Référence de l'opération", "VIR26310E0441"),
        ("Motif", "Règlement facture FAC 26-1255"),
        ("Type", "Virement SEPA instantané"),
        ("Frais", "0,00 EUR"),
    )
    text = ""
    for n, (label, value) in enumerate(pairs):
        x, y = 60 + 250 * (n % 2), 220 + 70 * (n // 2)
        text += f'<text x="{x}" y="{y}" font-size="9" fill="#777">{label}</text><text x="{x}" y="{y + 17}" font-size="13">{value}</text>'
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="595px" height="842px" viewBox="0 0 595 842" font-family="Liberation Sans"><rect x="0" y="0" width="14" height="842" fill="#c8102e"/>'
        '<text x="60" y="80" font-size="22" font-weight="bold" fill="#c8102e">Crédit Exemple</text><text x="60" y="150" font-size="18">Confirmation de virement exécuté</text>'
        f'<line x1="60" y1="170" x2="540" y2="170" stroke="#c8102e"/>{text}<text x="60" y="800" font-size="7">Crédit Exemple, société coopérative, RCS Meaux 999 000 417. Document édité le 06/11/2026 à 09:41.</text></svg>'
    )
    truth = paid(
        "MINOTERIE DE L'OURCQ",
        "2148.00",
        "EUR",
        "2026-11-06",
        "wire",
        "VIR26310E0441",
        [("FAC 26-1255", "2148.00")],
    )
    return press.cairo(svg), advice(OURCQ, truth)


RIMOUSKI = customer(
    3006, "Navigation Rimouski inc.", "cap@navigationrimouski.example", "fr", "CAD", zone="America/Toronto"
)
RIMOUSKI_ITEMS = items(
    RIMOUSKI,
    """
    NVC004502 2026-09-10 1811.25
    NVC004519 2026-09-21 6420.00
    NVC004533 2026-10-02 345.50
    """,
)


@document("rimouski-total", "fr", "fpdf2", "trap", "Quebec: the total is not the sum of the rows")
def rimouski() -> tuple[bytes, Truth]:
    pdf = press.fpdf(format="Letter")
    pdf.add_font("D", "", press.DEJAVU)
    pdf.add_page()
    pdf.set_font("D", "", 15)
    pdf.text(20, 22, "Navigation Rimouski inc.")
    pdf.set_font("D", "", 9)
    pdf.text(20, 28, "75, quai de l'Est, Rimouski (Québec)  G5L 1A1")
    pdf.set_xy(120, 34)
    pdf.multi_cell(
        75,
        6,
        "Avis de paiement électronique\nN° 300718\nDate du paiement : 2026-11-05\nTotal : 8 577,75 $ CA",
        border=1,
    )
    pdf.text(20, 44, "Norvane Instruments Canada inc.")
    pdf.set_xy(20, 75)
    for cells in (
        ("Facture", "Date", "Montant ($ CA)"),
        *((i.said, f"{i.issued}", fr(i.amount, " ")) for i in RIMOUSKI_ITEMS),
        ("Total payé", "", "8 577,75"),
    ):
        pdf.set_x(20)
        for n, text in enumerate(cells):
            pdf.cell((60, 50, 60)[n], 8, text, border=1, align="R" if n == 2 else "L")
        pdf.ln()
    pdf.text(20, 262, "TPS 99904 4177 RT0001   TVQ 9990441770 TQ0001")
    truth = paid(
        RIMOUSKI.name,
        "8577.75",
        "CAD",
        "2026-11-05",
        "*",
        "300718",
        [(i.no, i.amount) for i in RIMOUSKI_ITEMS],
    )
    return bytes(pdf.output()), advice(RIMOUSKI, truth)
