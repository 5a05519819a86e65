"""A bank's justificante, a liquidación and a detail in dollars, in Spanish."""

from __future__ import annotations

from collections.abc import Sequence

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, advice, customer, document, items, paid
from tests.corpus.pdf.figures import en
from tests.corpus.pdf.sheets import page, row, sheet, table

TALAVERA = customer(
    4004,
    "Cerámicas Talavera e Hijos, S.L.",
    "pagos@ceramicastalavera.example",
    "es",
    "EUR",
    zone="Europe/Madrid",
)
TALAVERA_ITEMS = items(TALAVERA, "F2026-00104 2026-10-14 1573.00")


@document(
    "talavera-justificante",
    "es",
    "weasyprint",
    "bank notice",
    "Bank's justificante, label and value pairs in a ruled grid",
)
def talavera() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:20mm} body{font:10pt "Liberation Sans"} .top{background:#ffdd00;padding:4mm;font:bold 15pt "Liberation Sans"} table{width:100%;border-collapse:collapse;margin-top:6mm}
    td{border:0.5pt solid #999;padding:2mm;width:50%} td b{display:block;font-size:7.5pt;color:#555}"""
    pairs = (
        ("Ordenante", "CERAMICAS TALAVERA E HIJOS SL"),
        ("Cuenta de cargo", "ES90 9999 0417 7012 0000 1573"),
        ("Beneficiario", "NORVANE INSTRUMENTS IBERICA SL"),
        ("Cuenta de abono", "ES68 9999 0002 2000 0417 7001"),
        ("Importe", "1.573,00 EUR"),
        ("Gastos", "COMPARTIDOS 0,00 EUR"),
        ("Fecha de operación", "12/11/2026"),
        ("Fecha valor", "12/11/2026"),
        ("Concepto", "PAGO FRA F2026-00104"),
        ("Referencia de la orden", "TRF 0417 2026 00881273"),
    )
    rows = "".join(
        f"<tr><td><b>{a}</b>{b}</td><td><b>{c}</b>{d}</td></tr>"
        for (a, b), (c, d) in zip(pairs[::2], pairs[1::2], strict=True)
    )
    body = f"<div class='top'>Banco Ejemplo</div><h3>Justificante de transferencia realizada</h3><table>{rows}</table><p style='font-size:7pt'>Banco Ejemplo, S.A. R.M. Toledo T. 99, F. 1. CIF A-99000417. Documento generado por banca electrónica.</p>"
    truth = paid(
        "CERAMICAS TALAVERA E HIJOS SL",
        "1573.00",
        "EUR",
        "2026-11-12",
        "wire",
        "TRF 0417 2026 00881273",
        [("F2026-00104", "1573.00")],
    )
    return press.weasyprint(page(css, body, "es")), advice(TALAVERA, truth)


CANTABRIA = customer(
    4005,
    "Supermercados Costa Cántabra, S.A.",
    "liquidaciones@costacantabra.example",
    "es",
    "EUR",
    days=60,
    zone="Europe/Madrid",
)
CANTABRIA_ITEMS = items(
    CANTABRIA,
    """
    F2026-00060 2026-09-04 9680.00
    F2026-00064 2026-09-11 4235.00
    F2026-00069 2026-09-18 12100.00
    """,
)


@document(
    "cantabra-liquidacion",
    "es",
    "libreoffice",
    "deductions",
    "Liquidación: rappel and avería as rows under their invoice",
)
def cantabra() -> tuple[bytes, Truth]:
    i = CANTABRIA_ITEMS
    head = [("Línea", "gbx"), ("Documento", "gbx"), ("Concepto", "gbx"), ("Importe", "gbxr")]
    rows: list[Sequence[object]] = [
        [("Supermercados Costa Cántabra, S.A.", "lb", 4)],
        [("LIQUIDACIÓN A PROVEEDORES 26-0441", "b", 3), ("Santander, 13/11/2026", "r")],
        [""],
        [("Norvane Instruments Ibérica, S.L.  B-99110227", "", 4)],
        [("Transferencia con fecha valor 13-11-2026, importes en euros", "", 4)],
        [""],
        head,
        [("1", "xc"), (i[0].said, "x"), ("Factura", "x"), ("9.680,00", "xr")],
        [("", "x"), ("", "x"), ("Rappel 2 % s/fra. anterior", "x"), ("193,60-", "xr")],
        [("2", "xc"), (i[1].said, "x"), ("Factura", "x"), ("4.235,00", "xr")],
        [("3", "xc"), (i[2].said, "x"), ("Factura", "x"), ("12.100,00", "xr")],
        [("", "x"), ("", "x"), ("Mercancía averiada, acta 3318, s/fra. anterior", "x"), ("847,00-", "xr")],
        [("", "x"), ("", "x"), ("TOTAL A TRANSFERIR", "bx"), ("24.974,40", "bxr")],
        [""],
        [("CIF A-99044177 - Inscrita en el R.M. de Cantabria - Hoja 1/1", "s", 4)],
    ]
    lines = [
        (i[0].no, "9486.40", "0.00", "193.60", "Rappel 2 %"),
        (i[1].no, "4235.00"),
        (i[2].no, "11253.00", "0.00", "847.00", "Mercancía averiada"),
    ]
    truth = paid(CANTABRIA.name, "24974.40", "EUR", "2026-11-13", "wire", "26-0441", lines)
    return press.office(sheet(rows, (1.6, 3.6, 8, 3.6)), ".fods"), advice(CANTABRIA, truth)


ATACAMA = customer(
    4006,
    "Minera Salar Norte SpA",
    "pagoproveedores@salarnorte.example",
    "es",
    "USD",
    days=45,
    zone="America/Santiago",
)
ATACAMA_ITEMS = items(
    ATACAMA,
    """
    EXP-260417 2026-09-02 31250.00
    EXP-260433 2026-09-19 8940.00
    """,
)


@document(
    "salarnorte-detalle",
    "es",
    "chromium",
    "several columns",
    "Landscape, several amount columns without currency, currency named once",
)
def salarnorte() -> tuple[bytes, Truth]:
    css = """@page{size:A4 landscape;margin:14mm} body{font:10px "Liberation Sans"} table{width:100%} th{border-bottom:2px solid #b5651d;text-align:right} td{text-align:right;padding:1.5mm}
    td:first-child,th:first-child{text-align:left} h2{color:#b5651d}"""
    i = ATACAMA_ITEMS
    rows = [
        (i[0].said, "02-09-2026", "17-10-2026", en("31250"), en("0"), en("625"), en("30625"), "15"),
        (i[1].said, "19-09-2026", "03-11-2026", en("8940"), en("90"), en("0"), en("8850"), "0"),
    ]
    body = (
        "<h2>Minera Salar Norte SpA</h2><p>Av. Balmaceda 4417, Antofagasta &nbsp; RUT 99.044.177-0</p><p><b>Detalle de pago 5100-884417</b> &nbsp; Acreedor Norvane Instruments Ltd &nbsp; Fecha de pago 05-11-2026 &nbsp; Vía Swift &nbsp; Moneda USD</p>"
        + table(
            (
                "Documento",
                "Emisión",
                "Vencimiento",
                "Bruto",
                "Comisión banco",
                "Descuento pronto pago",
                "Neto",
                "Días",
            ),
            rows,
            foot=row(("Total", "", "", en("40190"), en("90"), en("625"), en("39475"), "")),
        )
        + "<p style='position:fixed;bottom:0;font-size:8px'>Generado automáticamente, no responder. Confidencial.</p>"
    )
    lines = [(i[0].no, "30625.00", "625.00"), (i[1].no, "8850.00", "0.00", "90.00", "Comisión banco")]
    truth = paid(ATACAMA.name, "39475.00", "USD", "2026-11-05", "wire", "5100-884417", lines)
    return press.chromium(page(css, body, "es")), advice(ATACAMA, truth)
