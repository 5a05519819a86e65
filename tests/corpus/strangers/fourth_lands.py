"""The fourth set in German, French, Spanish, Japanese and Chinese."""

from __future__ import annotations

from typing import Any

from tests.corpus.pdf.press import WQY
from tests.corpus.strangers.book import (
    DE,
    DOCX,
    ES,
    FR,
    JA,
    ZH,
    cells,
    firm,
    grid,
    mail,
    markup,
    nested,
    pay,
    pdf,
    printed,
    rights,
    table,
)
from tests.corpus.strangers.files import docx, drawn, piped, typed, woven, xls, xlsx

TW: dict[str, Any] = {"language": "zh", "zone": "Asia/Taipei"}

firm(
    "W01",
    "Rheinhafen Lagerhaus AG",
    "kreditoren@rheinhafen-lager.example",
    "EUR",
    """
27100031 2026-09-02 5950.00
27100044 2026-09-11 1428.00
27100052 2026-09-19 2380.00
27100067 2026-09-28 -357.00
27100080 2026-10-05 952.00
""",
    **DE,
)
mail(
    "de4-zahlsperre",
    "Postenliste mit Spalte 'Sperre': gesperrte Posten stehen dabei, die Summe enthält sie nicht",
    "weasyprint",
    "W01",
    "Zahlungsavis 20.046",
    "2026-11-12T06:00:00+01:00",
    "Sehr geehrte Damen und Herren,\n\nanbei unser Avis.\n",
    pay("7021.00", "EUR", "27100031 5950.00; 27100044 1428.00; 27100067 -357.00"),
    files=[
        pdf(
            "avis.pdf",
            lambda: woven(
                "<h3>Rheinhafen Lagerhaus AG &nbsp; Avis 20.046 zur Überweisung vom 12.11.2026</h3><p>Lieferant 300117 Brevanne Lacke GmbH</p>"
                + table(
                    ("Beleg", "Datum", "Art", "Betrag EUR", "Sperre"),
                    cells(
                        "27100031 | 02.09.2026 | RE | 5.950,00 |\n27100044 | 11.09.2026 | RE | 1.428,00 |\n27100052 | 19.09.2026 | RE | 2.380,00 | R\n27100067 | 28.09.2026 | GS | 357,00- |\n27100080 | 05.10.2026 | RE | 952,00 | A"
                    ),
                )
                + "<p>Überwiesen: EUR 7.021,00</p><p style='font-size:7pt'>Sperre R: Rechnungsprüfung, A: zur Zahlung gesperrt. Gesperrte Posten sind in der Überweisung nicht enthalten.</p>",
                language="de",
            ),
        )
    ],
)

firm(
    "W02",
    "Papierfabrik Kaltenbach GmbH & Co. KG",
    "rechnungswesen@pf-kaltenbach.example",
    "EUR",
    """
27200005 2026-09-03 3332.00
27200012 2026-09-14 1190.00
27200020 2026-09-22 -238.00
27200029 2026-10-01 595.00
""",
    **DE,
)
mail(
    "de4-soll-haben-hinten",
    "Kontoauszug des Lieferantenkontos als Avis: Betrag mit S oder H dahinter, Zahlung als Sollposten, Saldo null",
    "fpdf2",
    "W02",
    "Ausgleich Ihres Kontos",
    "2026-11-13T08:00:00+01:00",
    "Wir haben heute überwiesen. Die ausgeglichenen Posten stehen im Anhang.",
    pay("4284.00", "EUR", "27200005 3332.00; 27200012 1190.00; 27200020 -238.00"),
    files=[
        pdf(
            "ausgleich.pdf",
            lambda: typed(
                """
Papierfabrik Kaltenbach GmbH & Co. KG
Ausgleichsbeleg 2000118840 | | | Kreditor 0000700812

BArt | Referenz | Datum | Betrag in EUR
KR | 27200005 | 03.09.26 | 3.332,00 H
KR | 27200012 | 14.09.26 | 1.190,00 H
KG | 27200020 | 22.09.26 | 238,00 S
ZP | 2000118840 | 13.11.26 | 4.284,00 S
 | | Saldo | 0,00
""",
                (12, 34, 80, -150),
            ),
        )
    ],
)

firm(
    "W03",
    "Verbundhandel Mitte eG",
    "zentralregulierung@verbundhandel.example",
    "EUR",
    """
27300101 2026-09-02 2380.00
27300113 2026-09-09 1785.00
27300126 2026-09-17 4760.00
27300139 2026-10-02 833.00
""",
    **DE,
)
mail(
    "de4-zentralregulierung",
    "Regulierungsliste eines Verbandes: nach Mitgliedern, Summe je Mitglied, Delkredere und Steuer am Ende",
    "chromium",
    "W03",
    "Regulierung 46. KW",
    "2026-11-13T05:00:00+01:00",
    "Guten Tag,\n\ndie Regulierungsliste der 46. Kalenderwoche ist beigefügt. Der Betrag wurde heute überwiesen.\n",
    pay("8765.68", "*", "27300101 * d=* x=*; 27300113 * d=* x=*; 27300126 * d=* x=*"),
    files=[
        pdf(
            "regulierung.pdf",
            lambda: printed(
                "<h3>Verbundhandel Mitte eG · Zentralregulierung · Liste 2026/46</h3><p>Lieferant 4471 Brevanne Lacke GmbH · Zahltag 13.11.2026</p>"
                + table(
                    ("Mitglied", "Rechnung", "vom", "Betrag"),
                    rights(
                        cells(
                            "1180 Farben Öttl, Cham | 27300101 | 02.09.26 | 2.380,00\n | 27300113 | 09.09.26 | 1.785,00\nSumme 1180 | | | 4.165,00\n2207 Holzmarkt Regen | 27300126 | 17.09.26 | 4.760,00\nSumme 2207 | | | 4.760,00\nGesamt | | | 8.925,00\nDelkredere 1,5 % | | | 133,88-\n19 % USt. auf Delkredere | | | 25,44-\nRegulierungsbetrag | | | 8.765,68"
                        ),
                        3,
                    ),
                ),
                language="de",
            ),
        )
    ],
)

firm(
    "W04",
    "Baugesellschaft Ährenfeld mbH",
    "buchhaltung@aehrenfeld-bau.example",
    "EUR",
    """
27400008 2026-09-05 11900.00
27400019 2026-09-26 5950.00
27400027 2026-10-05 714.00
""",
    **DE,
)
mail(
    "de4-sicherheitseinbehalt",
    "Textmail: je Rechnung ein Block mit Sicherheitseinbehalt und Auszahlung, Summe der Auszahlungen",
    "plain text",
    "W04",
    "Zahlung auf Schlussrechnungen",
    "2026-11-12T15:00:00+01:00",
    """Guten Tag,

folgende Zahlungen haben wir heute angewiesen:

Rechnung 27400008 vom 05.09.2026
  Rechnungsbetrag              11.900,00 EUR
  - 5 % Sicherheitseinbehalt      595,00 EUR
  Auszahlung                   11.305,00 EUR

Rechnung 27400019 vom 26.09.2026
  Rechnungsbetrag               5.950,00 EUR
  - 5 % Sicherheitseinbehalt      297,50 EUR
  Auszahlung                    5.652,50 EUR

Überweisung gesamt             16.957,50 EUR

Der Einbehalt wird nach Ablauf der Gewährleistung ausgezahlt.

Mit freundlichen Grüßen
i. A. Deimel
""",
    pay("16957.50", "EUR", "27400008 11305.00 x=595.00; 27400019 5652.50 x=297.50"),
)

firm(
    "W05",
    "Fahrradwerk Stralsund GmbH",
    "buha@fahrradwerk-hst.example",
    "EUR",
    """
27500011 2026-09-01 1666.00
27500018 2026-09-12 4165.00
27500023 2026-09-25 357.00
""",
    **DE,
)
mail(
    "de4-docx-rest",
    "Word-Tabelle: Rechnung, Betrag, bezahlt bisher, heute, Rest; die Summe nur in der Mail",
    "python-docx",
    "W05",
    "Teilzahlung",
    "2026-11-12T18:00:00+01:00",
    "Hallo Frau Pike, heute gingen 3.500 Euro an Sie raus, die Aufteilung finden Sie in der Tabelle. Den Rest bekommen Sie, sobald unser Kunde gezahlt hat.\nGruß Jens",
    pay("3500.00", "EUR", "27500011 666.00; 27500018 2834.00"),
    kind="*",
    files=[
        (
            "Brevanne.docx",
            DOCX,
            lambda: docx(
                ("Stand 12.11.2026",),
                """
Rechnung | Betrag | bisher bezahlt | heute | Rest
27500011 | 1.666,00 | 1.000,00 | 666,00 | 0,00
27500018 | 4.165,00 | 0,00 | 2.834,00 | 1.331,00
27500023 | 357,00 | 0,00 | 0,00 | 357,00
""",
            ),
        )
    ],
)

firm(
    "W06",
    "Klinikum Seeaue gGmbH",
    "sap-batch@klinikum-seeaue.example",
    "EUR",
    """
27600040 2026-09-02 892.50
27600051 2026-09-13 2975.00
27600063 2026-09-27 416.50
27600071 2026-10-03 1071.00
""",
    **DE,
)
mail(
    "de4-xls-monate",
    "XLS: Posten nach Fälligkeitsmonat mit Zwischensummen, Skonto als eigene Spalte, Zahlbetrag oben",
    "xlwt",
    "W06",
    "Zahlungsavis Seeaue",
    "2026-11-12T04:00:00+01:00",
    "Anlage: Avis zur Zahlung vom heutigen Tag.",
    pay("4236.12", "EUR", "27600040 874.65 d=17.85; 27600051 2945.25 d=29.75; 27600063 416.22 d=0.28"),
    files=[
        (
            "AVIS.XLS",
            "application/vnd.ms-excel",
            lambda: xls(
                """
Klinikum Seeaue gGmbH | | | | Zahlbetrag EUR | 4.236,12
Kreditor | 7008112 Brevanne Lacke | | | Valuta | 12.11.2026

Fälligkeit | Rechnung | Rechn.-Datum | Brutto | Skonto | Zahlung
Oktober | 27600040 | 02.09.2026 | 892,50 | 17,85 | 874,65
Oktober | 27600051 | 13.09.2026 | 2.975,00 | 29,75 | 2.945,25
Summe Oktober | | | 3.867,50 | 47,60 | 3.819,90
November | 27600063 | 27.09.2026 | 416,50 | 0,28 | 416,22
Summe November | | | 416,50 | 0,28 | 416,22
""",
                "AVIS",
            ),
        )
    ],
)

firm(
    "W10",
    "Commune de Saint-Aubrac",
    "mandats@saint-aubrac.example",
    "EUR",
    """
FA261002101 2026-09-04 2400.00
FA261002113 2026-09-18 7200.00
FA261002120 2026-10-02 360.00
""",
    **FR,
)
mail(
    "fr4-mandat",
    "Avis des sommes à payer d'une collectivité: mandat, bordereau, imputation, objet, retenue de garantie, net",
    "reportlab",
    "W10",
    "Avis de paiement - mandats 1188 et 1189",
    "2026-11-12T09:00:00+01:00",
    "Bonjour,\n\nVous trouverez ci-joint l'avis de virement relatif aux mandats payés ce jour.\n",
    pay("9240.00", "*", "FA261002101 2400.00; FA261002113 6840.00 x=360.00"),
    files=[
        pdf(
            "mandats.pdf",
            lambda: drawn(
                """
COMMUNE DE SAINT-AUBRAC  -  Trésorerie  -  Avis de virement du 12/11/2026
Créancier : BREVANNE REVETEMENTS SARL

Mandat | Bord. | Imputation | Objet | TTC | Ret. garantie | Net payé
1188 | 204 | 2313-118 | FA261002101 salle polyvalente | 2 400,00 | 0,00 | 2 400,00
1189 | 204 | 2313-120 | FA261002113 gymnase | 7 200,00 | 360,00 | 6 840,00
 | | | Total | 9 600,00 | 360,00 | 9 240,00
""",
                (40, 85, 120, 180, -410, -480, -555),
            ),
        )
    ],
)

firm(
    "W11",
    "Ateliers Roche-Vive SAS",
    "compta@ateliers-rochevive.example",
    "EUR",
    """
FA261002201 2026-08-29 6000.00
FA261002214 2026-09-20 1440.00
FA261002226 2026-10-01 252.00
""",
    **FR,
)
mail(
    "fr4-deja-regle",
    "Avis: facturé, déjà réglé, réglé ce jour, reste dû; une ligne du mois passé avec zéro ce jour",
    "chromium",
    "W11",
    "Virement du 13/11",
    "2026-11-13T11:00:00+01:00",
    "Bonjour, ci-joint le détail de notre virement.",
    pay("4440.00", "EUR", "FA261002201 3000.00; FA261002214 1440.00"),
    files=[
        pdf(
            "detail.pdf",
            lambda: printed(
                "<h3>Ateliers Roche-Vive</h3><p>Fournisseur : Brevanne Revêtements — situation au 13/11/2026 et virement de ce jour</p>"
                + table(
                    ("Facture", "Date", "Facturé", "Déjà réglé", "Réglé ce jour", "Reste dû"),
                    rights(
                        cells(
                            "FA261002201 | 29/08/26 | 6 000,00 | 3 000,00 | 3 000,00 | 0,00\nFA261002214 | 20/09/26 | 1 440,00 | 0,00 | 1 440,00 | 0,00\nFA261002226 | 01/10/26 | 252,00 | 0,00 | 0,00 | 252,00\nTotaux en € | | 7 692,00 | 3 000,00 | 4 440,00 | 252,00"
                        ),
                        2,
                    ),
                ),
                language="fr",
            ),
        )
    ],
)

firm(
    "W12",
    "Coopérative Laitière du Vexin",
    "edi@laitiere-vexin.example",
    "EUR",
    """
FA261002301 2026-09-03 1920.00
FA261002309 2026-09-12 4512.00
AV261000088 2026-09-22 -240.00
FA261002322 2026-10-03 99.60
""",
    **FR,
)
mail(
    "fr4-csv-latin",
    "CSV en windows-1252, points-virgules, guillemets, libellé avec n° et nature F/A, sens D/C",
    "program's CSV",
    "W12",
    "Fichier de règlement",
    "2026-11-10T23:00:00+01:00",
    "Message automatique. Virement émis le 10/11/2026, détail en pièce jointe.",
    pay("6192.00", "EUR", "FA261002301 1920.00; FA261002309 4512.00; AV261000088 -240.00"),
    files=[
        (
            "REGL.CSV",
            "text/csv",
            lambda: (
                'N° règl.;Échéance;Nature;Référence pièce;Libellé;Montant réglé;Devise\r\n7781;10/11/2026;F;FA261002301;"Fact. peinture; cuve 2";1920,00;EUR\r\n'
                "7781;10/11/2026;F;FA261002309;Fact. résine;4512,00;EUR\r\n7781;10/11/2026;A;AV261000088;Avoir fûts;-240,00;EUR\r\n".encode(
                    "cp1252"
                )
            ),
        )
    ],
)

firm(
    "W13",
    "Chantiers Navals Belmer",
    "tresorerie@belmer.example",
    "EUR",
    """
FA261002401 2026-09-02 8400.00
FA261002410 2026-09-16 2160.00
FA261002418 2026-10-01 480.00
""",
    **FR,
)
mail(
    "fr4-compensation",
    "Lettre ODT: nos factures, en dessous leurs propres factures à déduire, le solde viré",
    "pandoc",
    "W13",
    "Règlement par compensation",
    "2026-11-12T17:00:00+01:00",
    "Bonjour, veuillez trouver notre courrier.",
    pay("9060.00", "EUR", "*"),
    files=[
        (
            "courrier.odt",
            "application/vnd.oasis.opendocument.text",
            lambda: piped(
                "<p>Chantiers Navals Belmer</p><p>Le 12 novembre 2026</p><p>Nous avons viré ce jour 9 060,00 € après compensation :</p>"
                + table(
                    ("Pièce", "Date", "Débit", "Crédit"),
                    cells(
                        "Votre facture FA261002401 | 02/09/2026 | | 8 400,00\nVotre facture FA261002410 | 16/09/2026 | | 2 160,00\nNotre facture CNB-7720 (mise à sec) | 30/09/2026 | 1 500,00 |\nSolde viré | | | 9 060,00"
                    ),
                ),
                "odt",
            ),
        )
    ],
)

firm(
    "W20",
    "Promociones Guadalmar S.A.",
    "proveedores@guadalmar.example",
    "EUR",
    """
ES26/002001 2026-09-04 3630.00
ES26/002013 2026-09-19 1210.00
ES26/002020 2026-10-03 484.00
""",
    **ES,
)
mail(
    "es4-base-iva-irpf",
    "Relación de facturas pagadas: base, IVA, retención, garantía, líquido; el total sin palabra",
    "LibreOffice writer",
    "W20",
    "Orden de transferencia 26/1180",
    "2026-11-12T12:00:00+01:00",
    "Buenos días, les adjuntamos relación de facturas abonadas hoy.",
    pay("4440.00", "*", "ES26/002001 3330.00 x=300.00; ES26/002013 1110.00 x=100.00"),
    files=[
        pdf(
            "relacion.pdf",
            lambda: _writer(
                "<p>Promociones Guadalmar S.A. - Relación de facturas pagadas a Brevanne Recubrimientos S.L. - 12 de noviembre de 2026</p>",
                ("Factura", "Base", "IVA 21%", "Ret. garantía", "Retención IRPF", "Líquido"),
                "ES26/002001 | 3.000,00 | 630,00 | 150,00 | 150,00 | 3.330,00\nES26/002013 | 1.000,00 | 210,00 | 50,00 | 50,00 | 1.110,00\n | 4.000,00 | 840,00 | 200,00 | 200,00 | 4.440,00",
            ),
        )
    ],
)


def _writer(before: str, head: tuple[str, ...], said: str) -> bytes:
    from tests.corpus.strangers.book import press

    return press.office(
        f"<html><head><meta charset='utf-8'></head><body>{before}{table(head, cells(said))}</body></html>",
        ".html",
    )


firm(
    "W21",
    "Conservas Ría de Noia S.L.",
    "admin@riadenoia.example",
    "EUR",
    """
ES26/002101 2026-08-30 2057.00
ES26/002110 2026-09-08 605.00
ES26/002118 2026-09-21 968.00
ES26/002127 2026-10-01 330.00
""",
    **ES,
)
mail(
    "es4-xlsx-vencimientos",
    "Libro: una hoja con todo el año; columnas Vencimiento, Importe, Pagado, Fecha pago, Pendiente; hoy sólo dos",
    "xlsxwriter",
    "W21",
    "Pago de hoy",
    "2026-11-13T13:00:00+01:00",
    "Hola, hoy 13/11 hemos hecho transferencia de 1.573,00 €. Va el listado con la fecha de cada pago.",
    pay("1573.00", "EUR", "ES26/002110 605.00; ES26/002118 968.00"),
    files=[
        xlsx(
            "brevanne 2026.xlsx",
            """
Factura | Fecha | Vencimiento | Importe | Pagado | Fecha pago | Pendiente
ES26/002101 | 30/08/2026 | 29/09/2026 | 2,057.00 | 2,057.00 | 30/09/2026 | 0.00
ES26/002110 | 08/09/2026 | 08/10/2026 | 605.00 | 605.00 | 13/11/2026 | 0.00
ES26/002118 | 21/09/2026 | 21/10/2026 | 968.00 | 968.00 | 13/11/2026 | 0.00
ES26/002127 | 01/10/2026 | 31/10/2026 | 330.00 | 0.00 | | 330.00
TOTAL | | | 3,960.00 | 3,630.00 | | 330.00
""",
        )
    ],
)

firm(
    "W22",
    "Talleres Urkiola S. Coop.",
    "tesoreria@urkiola.example",
    "EUR",
    """
ES26/002201 2026-09-02 1452.00
ES26/002208 2026-09-15 726.00
ES26/002215 2026-10-01 242.00
""",
    **ES,
)
mail(
    "es4-duplicada-devuelta",
    "Texto: dos transferencias iguales, una por error y ya anulada por el banco; sólo una paga",
    "plain text",
    "W22",
    "Transferencia duplicada",
    "2026-11-12T10:00:00+01:00",
    """Buenos días:

Por un error informático salieron dos transferencias iguales:

Ref. TR-88120   11/11/2026   2.178,00 EUR   ES26/002201 (1.452,00) y ES26/002208 (726,00)
Ref. TR-88121   11/11/2026   2.178,00 EUR   ANULADA por el banco, no les llegará

La buena es la TR-88120.

Un saludo,
Ane Goikoetxea
""",
    pay("2178.00", "EUR", "ES26/002201 1452.00; ES26/002208 726.00"),
)

firm(
    "W30",
    "東雲マリン株式会社",
    "keiri@shinonome-marine.example",
    "JPY",
    """
JP-20260907-02 2026-09-07 264000
JP-20260917-05 2026-09-17 88000
JP-20261005-03 2026-10-05 19800
""",
    **JA,
)
mail(
    "ja4-wareki",
    "支払通知書: 和暦の日付、請求額・値引・振込手数料・差引振込額、合計は表の上",
    "chromium",
    "W30",
    "支払通知書（令和8年11月分）",
    "2026-11-10T10:00:00+09:00",
    "いつもお世話になっております。支払通知書をお送りします。本日お振込みいたしました。\n東雲マリン 経理部",
    pay("350350", "*", "JP-20260907-02 262900 d=* x=*; JP-20260917-05 87450 x=550 d=*"),
    files=[
        pdf(
            "shiharai.pdf",
            lambda: printed(
                "<h3>支払通知書</h3><p>ブレヴァンヌ・コーティングス株式会社 御中</p><p>支払日　R8.11.10　　差引振込額　金350,350円也</p>"
                + table(
                    ("請求書番号", "請求日", "請求額", "値引", "振込手数料", "差引振込額"),
                    rights(
                        cells(
                            "JP-20260907-02 | R8.9.7 | 264,000 | 550 | 550 | 262,900\nJP-20260917-05 | R8.9.17 | 88,000 | 0 | 550 | 87,450"
                        ),
                        2,
                    ),
                ),
                "td,th{border:1px solid #444}",
                font="Noto Sans CJK JP",
                language="ja",
            ),
        )
    ],
)

firm(
    "W31",
    "瀬戸内樹脂工業株式会社",
    "shiharai@setouchi-jushi.example",
    "JPY",
    """
JP-20260909-01 2026-09-09 451000
JP-20260920-04 2026-09-20 -22000
JP-20260929-02 2026-09-29 132000
JP-20261006-08 2026-10-06 66000
""",
    **JA,
)
mail(
    "ja4-csv-sjis",
    "支払明細CSV(Shift_JIS): 区分に買掛・返品、支払額の列、合計行",
    "program's CSV",
    "W31",
    "支払明細データ送付",
    "2026-11-12T09:00:00+09:00",
    "本日お振込分の支払明細データをお送りします。",
    pay("561000", "*", "JP-20260909-01 451000; JP-20260920-04 -22000; JP-20260929-02 132000"),
    files=[
        (
            "meisai.csv",
            "text/csv",
            lambda: (
                "支払日,貴社請求番号,計上日,区分,税抜額,消費税,支払額\r\n2026/11/12,JP-20260909-01,2026/09/09,買掛,410000,41000,451000\r\n2026/11/12,JP-20260920-04,2026/09/20,返品,-20000,-2000,-22000\r\n"
                "2026/11/12,JP-20260929-02,2026/09/29,買掛,120000,12000,132000\r\n合計,,,,510000,51000,561000\r\n".encode(
                    "shift_jis"
                )
            ),
        )
    ],
)

firm(
    "W32",
    "三雲建材商事株式会社",
    "zaimu@mikumo-kenzai.example",
    "JPY",
    """
JP-20260912-03 2026-09-12 880000
JP-20260924-02 2026-09-24 220000
JP-20261001-05 2026-10-01 55000
""",
    **JA,
)
mail(
    "ja4-bumon",
    "ブック: 部門ごとの小計、総合計、支払金額は右上",
    "xlsxwriter",
    "W32",
    "11月支払明細",
    "2026-11-11T09:00:00+09:00",
    "11月11日お支払い分の明細です。ご査収ください。",
    pay("1100000", "*", "JP-20260912-03 880000; JP-20260924-02 220000"),
    files=[
        xlsx(
            "支払明細.xlsx",
            """
三雲建材商事株式会社 | | | | 支払金額 | '1,100,000
支払日 | 2026年11月11日 | | | |

部門 | 請求番号 | 日付 | 税抜 | 税 | 支払
塗装資材部 | JP-20260912-03 | 2026/9/12 | '800,000 | '80,000 | '880,000
小計 | | | '800,000 | '80,000 | '880,000
リフォーム部 | JP-20260924-02 | 2026/9/24 | '200,000 | '20,000 | '220,000
小計 | | | '200,000 | '20,000 | '220,000
総合計 | | | '1,000,000 | '100,000 | '1,100,000
""",
        )
    ],
)

firm(
    "W40",
    "台灣晟昱精機股份有限公司",
    "ap@shengyu-tw.example",
    "TWD",
    """
TWB-260903 2026-09-03 126000
TWB-260918 2026-09-18 31500
TWB-261002 2026-10-02 8400
""",
    **TW,
)
mail(
    "zh4-tw-huikuan",
    "匯款通知單: 民國日期, 應付金額、扣匯費、實匯, 新台幣大寫",
    "fpdf2",
    "W40",
    "匯款通知",
    "2026-11-12T10:00:00+08:00",
    "貴公司貨款已於今日匯出，明細如附件，請查收。\n晟昱精機 財務部",
    pay("157470", "TWD", "TWB-260903 125985 x=15; TWB-260918 31485 x=15"),
    files=[
        pdf(
            "匯款通知.pdf",
            lambda: typed(
                """
台灣晟昱精機股份有限公司　匯款通知單
受款人：博睿凡塗料有限公司 | | | 匯款日：115年11月12日

發票／帳單號碼 | 日期 | 應付金額 | 扣匯費 | 實匯金額
TWB-260903 | 115/09/03 | 126,000 | 15 | 125,985
TWB-260918 | 115/09/18 | 31,500 | 15 | 31,485
合計 NT$ | | 157,500 | 30 | 157,470
新台幣 壹拾伍萬柒仟肆佰柒拾元整
""",
                (12, 60, -115, -140, -180),
                family="wqy",
                font=WQY,
            ),
        )
    ],
)

firm(
    "W41",
    "宏力船務工程(香港)有限公司",
    "acc@wanglik-marine.example",
    "HKD",
    """
HKB-8810 2026-09-02 42800.00
HKB-8823 2026-09-17 9650.00
HKB-8831 2026-10-03 3200.00
""",
    language="zh",
    zone="Asia/Hong_Kong",
)
mail(
    "zh4-hk-zhipiao",
    "中英對照支票付款通知: 發票No./日期/金額/折扣/淨額, 支票總額",
    "HTML program",
    "W41",
    "付款通知 Payment Advice - 支票 338120",
    "2026-11-12T17:00:00+08:00",
    markup(
        nested(
            "<p>致 Brevanne Coatings 台照：</p><p>茲寄上支票一張 (No. 338120, 恒生銀行, 12/11/2026) 支付下列發票：</p>"
            + grid(
                "HKB-8810 | 02/09/2026 | 42,800.00 | 856.00 | 41,944.00\nHKB-8823 | 17/09/2026 | 9,650.00 | 0.00 | 9,650.00\n支票總額 Cheque total HK$ | | | | 51,594.00",
                "發票 Invoice|日期 Date|金額 Amount|折扣 Disc.|淨額 Net",
            )
        )
    ),
    pay("51594.00", "HKD", "HKB-8810 41944.00 d=856.00; HKB-8823 9650.00"),
)

firm(
    "W42",
    "南通海门重型机械有限公司",
    "caiwu@haimen-zj.example",
    "CNY",
    """
BRF-2608-0911 2026-08-28 226000.00
BRF-2609-0912 2026-09-16 56500.00
BRF-2610-0913 2026-10-03 11300.00
""",
    **ZH,
)
mail(
    "zh4-zhibaojin",
    "付款明细: 合同号、发票金额、累计已付、扣质保金5%、本次付款、未付余额",
    "weasyprint",
    "W42",
    "付款明细 海门重机",
    "2026-11-12T11:00:00+08:00",
    "您好，今日已电汇付款，明细见附件。",
    pay("168375.00", "*", "BRF-2608-0911 114700.00 x=11300.00; BRF-2609-0912 53675.00 x=2825.00"),
    files=[
        pdf(
            "明细.pdf",
            lambda: woven(
                "<h3>南通海门重型机械有限公司 付款明细</h3><p>收款单位：博睿凡涂料(嘉兴)有限公司　付款日期：2026-11-12　付款方式：电汇</p>"
                + table(
                    ("合同号", "发票号", "发票金额", "累计已付", "扣质保金", "本次付款", "未付余额"),
                    cells(
                        "HT-26-081 | BRF-2608-0911 | 226,000.00 | 100,000.00 | 11,300.00 | 114,700.00 | 0.00\nHT-26-090 | BRF-2609-0912 | 56,500.00 | 0.00 | 2,825.00 | 53,675.00 | 0.00\n合计 | | 282,500.00 | 100,000.00 | 14,125.00 | 168,375.00 | 0.00"
                    ),
                ),
                "td,th{border:1px solid #333}",
                "zh",
                "WenQuanYi Micro Hei",
            ),
        )
    ],
)

firm(
    "W43",
    "浙江万隆集团财务共享中心",
    "fssc@wanlong-group.example",
    "CNY",
    """
BRF-2609-0921 2026-09-07 18080.00
BRF-2609-0934 2026-09-21 7910.00
BRF-2610-0925 2026-10-05 2260.00
""",
    **ZH,
)
mail(
    "zh4-gongxiang-zhongxin",
    "财务共享中心付款清单: 多家收款单位同一表, 末尾为全部合计; 红字发票一行",
    "xlsxwriter",
    "W43",
    "11月12日付款清单",
    "2026-11-12T18:00:00+08:00",
    "各供应商：今日已付款项见附件，请各自核对本单位款项。",
    pay("*", "*", "BRF-2609-0921 18080.00; BRF-2609-0934 7910.00"),
    files=[
        xlsx(
            "付款清单1112.xlsx",
            """
浙江万隆集团财务共享中心付款清单
收款单位 | 发票号码 | 付款公司 | 金额(元) | 支付状态
湖州丰达钢材有限公司 | 88120031 | 万隆重工 | 45,200.00 | 支付成功
博睿凡涂料(嘉兴)有限公司 | BRF-2609-0921 | 万隆重工 | 18,080.00 | 支付成功
博睿凡涂料(嘉兴)有限公司 | BRF-2609-0934 | 万隆置业 | 7,910.00 | 支付成功
苏州立新标准件厂 | 60031178 | 万隆重工 | 1,356.00 | 支付成功
苏州立新标准件厂 | 60031190 | 万隆重工 | -226.00 | 支付成功
合计 | | | 72,320.00 |
""",
        )
    ],
)

firm(
    "W44",
    "烟台恒泰食品机械有限公司",
    "htsj_caiwu@hengtai-spjx.example",
    "CNY",
    """
BRF-2609-0941 2026-09-09 33900.00
BRF-2609-0948 2026-09-24 -3390.00
BRF-2610-0950 2026-10-06 5650.00
""",
    **ZH,
)
mail(
    "zh4-yushoukuan",
    "正文键值与表混排: 一笔付款含两张发票及红字冲减, 余款作预付; 总额大于发票合计",
    "Foxmail HTML",
    "W44",
    "付款通知-恒泰",
    "2026-11-12T09:30:00+08:00",
    markup(
        "<p>李会计：</p><p>我司今天网银转账 40,000.00 元给贵司，其中：</p><table border=1><tr><td>发票号</td><td>金额</td><td>说明</td></tr><tr><td>BRF-2609-0941</td><td>33,900.00</td><td></td></tr><tr><td>BRF-2609-0948</td><td>-3,390.00</td><td>红字</td></tr><tr><td></td><td>9,490.00</td><td>预付下批货款</td></tr><tr><td>合计</td><td>40,000.00</td><td></td></tr></table><p>恒泰 小孙</p>"
    ),
    pay("40000.00", "CNY", "*"),
)
