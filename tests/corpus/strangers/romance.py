"""Documents and mails in French and Spanish."""

from __future__ import annotations

from tests.corpus.strangers.book import (
    ES,
    FR,
    cells,
    firm,
    mail,
    markup,
    pay,
    pdf,
    press,
    printed,
    rights,
    table,
)

firm(
    "S60",
    "Menuiseries Castelnau SAS",
    "fournisseurs@menuiseries-castelnau.example",
    "EUR",
    """
FA261000345 2026-09-03 4320.00
FA261000361 2026-09-15 1188.60
FA261000377 2026-09-29 756.00
AV261000012 2026-10-01 -216.00
FA261000402 2026-10-06 540.00
""",
    **FR,
)


def cegid() -> bytes:
    rows = cells("""
ACH | 03/09/2026 | FA261000345 | 31/10/2026 | | 4 320,00
ACH | 15/09/2026 | FA261000361 | 31/10/2026 | | 1 188,60
ACH | 29/09/2026 | FA261000377 | 31/10/2026 | | 756,00
ACH | 01/10/2026 | AV261000012 | | 216,00 |
""")
    return printed(
        "<h3>AVIS DE RÈGLEMENT</h3><p>Menuiseries Castelnau SAS — compte 401BREVAN<br>Brevanne Revêtements SARL</p><p>Nous vous informons du règlement par virement le 30/10/2026 des pièces ci-dessous.</p>"
        + table(
            ("Jal", "Date", "N° pièce", "Échéance", "Débit", "Crédit"),
            rights(rows, 4),
            foot="<tr><td colspan=4>Totaux</td><td class=r>216,00</td><td class=r>6 264,60</td></tr>",
        )
        + "<p>Montant réglé : <b>6 048,60 €</b></p>",
        "th{background:#e8e8e8}",
        language="fr",
    )


mail(
    "fr-cegid-debit-credit",
    "Avis de règlement d'un logiciel comptable: journal, pièce, échéance, débit et crédit, montant réglé dessous",
    "chromium",
    "S60",
    "Avis de règlement",
    "2026-10-30T09:00:00+01:00",
    "Bonjour,\n\nVeuillez trouver ci-joint notre avis de règlement.\n\nCordialement",
    pay(
        "6048.60", "EUR", "FA261000345 4320.00; FA261000361 1188.60; FA261000377 756.00; AV261000012 -216.00"
    ),
    files=[pdf("avis.pdf", cegid)],
)

firm(
    "S61",
    "Imprimerie Loubère",
    "compta@imprimerie-loubere.example",
    "EUR",
    """
F-26-1044 2026-09-05 930.00
F-26-1059 2026-09-20 1512.40
F-26-1071 2026-10-02 88.00
""",
    **FR,
)


def cheque() -> bytes:
    sheet = press.canvas((595, 842))
    sheet.setFont("Times-Roman", 11)
    for n, said in enumerate(
        (
            "Imprimerie Loubère",
            "12 cours Gambetta, 33400 Talence",
            "",
            "BREVANNE REVÊTEMENTS",
            "",
            "Talence, le 4 novembre 2026",
            "",
            "Lettre-chèque n° 7720418",
            "",
            "Messieurs,",
            "Nous vous prions de trouver ci-joint, en règlement de vos factures :",
            "",
        )
    ):
        sheet.drawString(70, 790 - n * 16, said)
    for n, (no, gross, less, net) in enumerate(
        cells(
            "Facture n° | Montant TTC | Retenue | Net réglé\nF-26-1044 | 930,00 | 0,00 | 930,00\nF-26-1059 | 1.512,40 | 75,62 | 1.436,78"
        )
    ):
        sheet.drawString(70, 590 - n * 16, no)
        for x, word in ((250, gross), (340, less), (440, net)):
            sheet.drawRightString(x, 590 - n * 16, word)
    sheet.drawString(
        70,
        520,
        "un chèque de deux mille trois cent soixante-six euros et soixante-dix-huit centimes (2.366,78 €).",
    )
    sheet.drawString(70, 488, "Veuillez agréer, Messieurs, nos salutations distinguées.")
    return press.finish(sheet)


mail(
    "fr-lettre-cheque",
    "Lettre-chèque: petit tableau dans la lettre, retenue, somme en lettres",
    "reportlab",
    "S61",
    "Règlement",
    "2026-11-04T11:00:00+01:00",
    "Bonjour, copie de la lettre-chèque partie ce jour.",
    pay("2366.78", "EUR", "F-26-1044 930.00; F-26-1059 1436.78 x=75.62"),
    files=[pdf("lettre.pdf", cheque)],
)

firm(
    "S62",
    "Clinique Sainte-Aurélie",
    "economat@sainte-aurelie.example",
    "EUR",
    """
FA261000501 2026-09-08 2040.00
FA261000519 2026-09-19 655.20
FA261000533 2026-10-02 312.00
FA261000540 2026-10-07 99.00
""",
    **FR,
)
mail(
    "fr-gmail-tableau",
    "Tableau collé dans Gmail: Réf., Échéance, Solde, Escompte, Versé",
    "Gmail HTML",
    "S62",
    "Virement du 12/11",
    "2026-11-12T10:00:00+01:00",
    markup(
        "<div dir=ltr>Bonjour,<div>Virement émis ce matin&nbsp;:</div><table cellspacing=0 border=1><colgroup><col><col></colgroup><tbody>"
        "<tr><td>Réf.</td><td>Échéance</td><td>Solde</td><td>Escompte</td><td>Versé</td></tr>"
        "<tr><td>FA261000501</td><td>08/10/26</td><td>2\u202f040,00</td><td>20,40</td><td>2\u202f019,60</td></tr>"
        "<tr><td>FA261000519</td><td>19/10/26</td><td>655,20</td><td>0,00</td><td>655,20</td></tr>"
        "<tr><td>FA261000533</td><td>01/11/26</td><td>312,00</td><td>0,00</td><td>312,00</td></tr>"
        "<tr><td></td><td></td><td>3\u202f007,20</td><td>20,40</td><td>2\u202f986,80</td></tr></tbody></table><div>Bonne journée</div></div>"
    ),
    pay("2986.80", "*", "FA261000501 2019.60 d=20.40; FA261000519 655.20; FA261000533 312.00"),
)

firm(
    "S63",
    "Astilleros Rías Altas S.A.",
    "proveedores@riasaltas.example",
    "EUR",
    """
ES26/000417 2026-09-01 7260.00
ES26/000433 2026-09-12 1815.00
ES26/000450 2026-09-27 3025.00
ES26/000466 2026-10-05 484.00
""",
    **ES,
)


def holded() -> bytes:
    rows = cells("""
ES26/000417 | Pintura epoxi | 01/09/26 | 31/10/26 | 7.260,00 €
ES26/000433 | Disolvente | 12/09/26 | 31/10/26 | 1.815,00 €
ES26/000450 | Pintura antiincrustante | 27/09/26 | 31/10/26 | 3.025,00 €
""")
    return printed(
        "<table><tr><td><h2>Justificante de pago</h2></td><td class=r>Nº PAG-2026-0311<br>31 de octubre de 2026</td></tr></table>"
        "<table><tr><td>De<br><b>Astilleros Rías Altas S.A.</b><br>A15004412</td><td>Para<br><b>Brevanne Recubrimientos S.L.</b></td><td>Forma de pago<br><b>Transferencia</b></td><td class=r>Importe total<br><b>12.100,00 €</b></td></tr></table><br>"
        + table(("Documento", "Concepto", "Emisión", "Vto.", "Pagado"), rights(rows, 4)),
        "th{color:#888}",
        language="es",
    )


mail(
    "es-justificante-tarjetas",
    "Justificante de un programa en la nube: rótulos sobre los valores, importe total arriba",
    "chromium",
    "S63",
    "Justificante de pago PAG-2026-0311",
    "2026-10-31T10:00:00+01:00",
    "Adjuntamos el justificante.",
    pay("12100.00", "EUR", "ES26/000417 7260.00; ES26/000433 1815.00; ES26/000450 3025.00"),
    files=[pdf("PAG-2026-0311.pdf", holded)],
)

firm(
    "S64",
    "Conservas Peñafría S.L.",
    "admin@penafria.example",
    "EUR",
    """
ES26/000501 2026-09-04 2420.00
ES26/000512 2026-09-18 605.00
ES26/000523 2026-10-01 -121.00
ES26/000530 2026-10-06 363.00
""",
    **ES,
)
mail(
    "es-texto-columnas",
    "Texto con columnas: Fra., Fecha, Importe, Dto. pp, Líquido; abono en negativo",
    "plain text",
    "S64",
    "Transferencia 13/11",
    "2026-11-13T13:00:00+01:00",
    """Buenos días:

Hoy hemos ordenado transferencia por 2.855,60 EUR según detalle:

Fra.           Fecha        Importe    Dto. pp     Líquido
ES26/000501    04/09/26    2.420,00      48,40    2.371,60
ES26/000512    18/09/26      605,00       0,00      605,00
ES26/000523    01/10/26     -121,00       0,00     -121,00
Suma                       2.904,00      48,40    2.855,60

Un saludo,
Administración
""",
    pay("2855.60", "EUR", "ES26/000501 2371.60 d=48.40; ES26/000512 605.00; ES26/000523 -121.00"),
)

firm(
    "S65",
    "Talleres Urrutikoetxea",
    "taller@urrutikoetxea.example",
    "EUR",
    """
ES26/000601 2026-09-10 1936.00
ES26/000615 2026-09-24 847.00
""",
    **ES,
)


def pagare() -> bytes:
    book = press.fpdf()
    book.add_page()
    book.set_font("Helvetica", size=10)
    for n, said in enumerate(
        (
            "Talleres Urrutikoetxea",
            "Eibar, 9 de noviembre de 2026",
            "",
            "Muy señores nuestros:",
            "Les remitimos pagaré nº 5.512.340-2 con vencimiento 15 de enero de 2027",
            "por importe de 2.783,00 euros, para cancelar las facturas siguientes:",
            "",
            "   ES26/000601 ............... 1.936,00",
            "   ES26/000615 .................. 847,00",
            "",
            "Rogamos acusen recibo.",
        )
    ):
        book.text(20, 30 + n * 7, said)
    return bytes(book.output())


mail(
    "es-pagare",
    "Carta con pagaré: facturas con puntos hasta el importe",
    "fpdf2",
    "S65",
    "Pagaré",
    "2026-11-09T12:00:00+01:00",
    "Adjunto carta.",
    pay("2783.00", "EUR", "ES26/000601 1936.00; ES26/000615 847.00"),
    files=[pdf("carta.pdf", pagare)],
)
