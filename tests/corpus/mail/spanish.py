"""Spanish mails: prompt-payment columns, a Mexican retention, part payments, promises, a dispute, traps."""

from tests.corpus.mail.clients import columns, outlook, outlook_paragraphs, outlook_table
from tests.corpus.mail.truth import Case, dispute, line, pay, promise
from tests.corpus.mail.wire import Mail, html, text

FERRAN = ("Suministros Ferrán - Tesorería", "tesoreria@sumferran.example")
RIAS = ("Uxía Lema", "uxia.lema@riasaltas.example")
BAJIO = ("Cuentas por Pagar Bajío", "cxp@refaccionesbajio.example")

PROMPT_ROWS = [
    ["Factura", "Fecha", "Importe", "Dto. p.p.", "Líquido"],
    ["F2026-00032", "28/01/2026", "3.025,00", "60,50", "2.964,50"],
    ["F2026-00039", "30/01/2026", "1.210,00", "24,20", "1.185,80"],
    ["F2026-00047", "03/02/2026", "847,00", "0,00", "847,00"],
    ["TOTAL", "", "5.082,00", "84,70", "4.997,30"],
]
SPEI_ROWS = [
    ["Serie/Folio", "Total CFDI", "Ret. ISR", "Pagado MXN"],
    ["B 10233", "11,600.00", "125.00", "11,475.00"],
    ["B 10240", "5,800.00", "0.00", "5,800.00"],
    ["", "17,400.00", "125.00", "17,275.00"],
]

CASES = (
    Case(
        name="es-prompt-payment-columns",
        layout="text-discount-columns",
        producer="Thunderbird",
        language="es",
        mail=Mail(
            sender=FERRAN,
            subject="Remesa 1177",
            date="2026-03-02T12:35:27+01:00",
            charset="iso-8859-1",
            part=text(
                "Buenos días:\n\nLes comunicamos que con la remesa 1177 del 02/03/2026 les hemos hecho transferencia por 4.997,30 euros, según "
                "detalle:\n\n"
                + columns(PROMPT_ROWS, [14, 12, -10, -11, -11])
                + "\nSuministros Ferrán e Hijos, S.A.\nCIF A99004471\n",
                "iso-8859-1",
            ),
        ),
        kind="remittance",
        customer="K401",
        payments=(
            pay(
                "4997.30",
                "EUR",
                line("F2026-00032", "2964.50", "60.50"),
                line("F2026-00039", "1185.80", "24.20"),
                line("F2026-00047", "847.00"),
                date="2026-03-02",
                method="wire",
                reference="1177",
            ),
        ),
    ),
    Case(
        name="es-mexico-retention",
        layout="outlook-word-table",
        producer="Outlook 365",
        language="es",
        mail=Mail(
            sender=BAJIO,
            subject="Aviso de pago",
            date="2026-04-15T13:02:00-06:00",
            part=html(
                outlook(
                    outlook_paragraphs(
                        "Estimado proveedor:\n\nEl día de hoy se realizó pago vía SPEI, clave de rastreo 2026041540044BXX001, "
                        "conforme a lo siguiente:\n"
                    ),
                    outlook_table(SPEI_ROWS),
                    outlook_paragraphs(
                        "\nFavor de enviar su complemento de pago.\n\nRefacciones del Bajío, S.A. de C.V."
                    ),
                    lang="ES-MX",
                ),
                encoding="quoted-printable",
            ),
        ),
        kind="remittance",
        customer="K403",
        payments=(
            pay(
                "17275.00",
                "MXN",
                line("B 10233", "11475.00", "0.00", "125.00", "retención ISR"),
                line("B 10240", "5800.00"),
                date="2026-04-15",
                method="wire",
                reference="2026041540044BXX001",
            ),
        ),
    ),
    Case(
        name="es-phone-on-account",
        layout="phone-part-payment",
        producer="iPhone Mail",
        language="es",
        mail=Mail(
            sender=FERRAN,
            subject="F2026-00058",
            date="2026-04-17T20:15:31+02:00",
            mailer="iPhone Mail (23D127)",
            part=text(
                "A cuenta de la F2026-00058 (2.420,00 €) os hemos transferido hoy 1.000,00 €. Ref. 1240.\n\nEnviado desde mi iPhone\n",
                encoding="quoted-printable",
            ),
        ),
        kind="remittance",
        customer="K401",
        payments=(
            pay(
                "1000.00",
                "EUR",
                line("F2026-00058", "1000.00"),
                date="2026-04-17",
                method="wire",
                reference="1240",
            ),
        ),
    ),
    Case(
        name="es-end-of-month",
        layout="prose-promise",
        producer="Gmail",
        language="es",
        mail=Mail(
            sender=RIAS,
            subject="Re: recordatorio",
            date="2026-04-14T11:41:19+02:00",
            part=text(
                "Hola,\n\nla 2026-A-0417 os la liquidamos a finales de mes. Disculpad el retraso.\n\nUxía\n",
                encoding="base64",
            ),
        ),
        kind="promise",
        customer="K402",
        promises=(promise("2026-A-0417", "2026-04-30"),),
    ),
    Case(
        name="es-no-such-order",
        layout="prose-dispute",
        producer="Outlook 2019",
        language="es",
        mail=Mail(
            sender=RIAS,
            subject="Factura 2026-A-0431",
            date="2026-05-04T09:37:00+02:00",
            part=html(
                outlook(
                    outlook_paragraphs(
                        "Buenos días:\n\nNo estamos conformes con la factura 2026-A-0431: no corresponde a ningún pedido nuestro. Rogamos la anulen.\n\n"
                        "Uxía Lema\nConservas Rías Altas, S.L."
                    ),
                    lang="ES",
                ),
                encoding="quoted-printable",
            ),
        ),
        kind="dispute",
        customer="K402",
        disputes=(dispute("2026-A-0431", "no corresponde a ningún pedido"),),
    ),
    Case(
        name="es-account-wanted",
        layout="statement-request",
        producer="Outlook 365",
        language="es",
        mail=Mail(
            sender=BAJIO,
            subject="Estado de cuenta",
            date="2026-05-11T10:20:05-06:00",
            part=text(
                "Buen día:\n\nLes agradeceré me envíen nuestro estado de cuenta al 30 de abril para conciliar.\n\nSaludos\n"
            ),
        ),
        kind="statement_request",
        customer="K403",
    ),
    Case(
        name="es-not-paid-yet",
        layout="not-paid-yet",
        producer="Thunderbird",
        language="es",
        mail=Mail(
            sender=FERRAN,
            subject="Re: F2026-00061",
            date="2026-05-08T13:19:52+02:00",
            charset="iso-8859-1",
            part=text(
                "Buenas,\n\ntodavía no hemos pagado la F2026-00061 (1.573,00 euros): falta la firma del gerente, que está de baja. Os "
                "aviso en cuanto sepa algo.\n\nTesorería\n",
                "iso-8859-1",
            ),
        ),
        kind="other",
        customer="K401",
    ),
    Case(
        name="es-newsletter",
        layout="newsletter",
        producer="bulk mailer",
        language="es",
        mail=Mail(
            sender=("Boletín Cobros y Pagos", "hola@cobrosypagos.example"),
            subject="El 73 % de las facturas se paga tarde",
            date="2026-04-20T07:00:00+02:00",
            part=html(
                "<html><body><h1>Cobre antes</h1><p>Nuestro cliente cobró 48.200,00 € en 12 días. Inscríbase antes del 30 de abril: "
                "cuota 190,00 €.</p><p><a href='https://cobrosypagos.example/baja'>Darse de baja</a></p></body></html>\n"
            ),
            more=("List-Unsubscribe: <https://cobrosypagos.example/baja>", "Precedence: bulk"),
        ),
        kind="other",
        customer=None,
    ),
)
