"""French mails: a retention in a table, credits in prose, an accepted bill, a letter with a cheque, promises, traps."""

from tests.corpus.mail.clients import gmail, outlook, outlook_paragraphs, outlook_table
from tests.corpus.mail.sheets import DOCX, letter
from tests.corpus.mail.truth import ANY, Case, dispute, line, pay, promise
from tests.corpus.mail.wire import Mail, alternative, attached, html, mixed, text

GARRIGUE = ("Comptabilité Garrigue", "compta@garrigue.example")
AUBRAC = ("Clinique Saint-Aubrac - Fournisseurs", "fournisseurs@saint-aubrac.example")
VERCORS = ("Luc Berthet", "luc@menuiseries-vercors.example")

RETENTION_ROWS = [
    ["Votre réf.", "Date", "Montant TTC", "Retenue de garantie", "Réglé"],
    ["FAC 26-1187", "30/01/2026", "12\u00a0480,50", "624,03", "11\u00a0856,47"],
    ["FAC 26-1191", "02/02/2026", "3\u00a0912,00", "0,00", "3\u00a0912,00"],
    ["AV 26-041", "10/02/2026", "-450,00", "0,00", "-450,00"],
    ["Total", "", "15\u00a0942,50", "624,03", "15\u00a0318,47"],
]
CREDIT = (
    "Bonjour,\n\nNous avons réglé ce jour par virement (réf. CSA-0403) la somme de 8\u202f745,00 € : FA2600455 pour 5\u202f000,00 €, "
    "FA2600461 pour 4\u202f100,00 €, moins votre avoir AV2600012 de 355,00 €.\n\nBien à vous\nService fournisseurs"
)

CASES = (
    Case(
        name="fr-outlook-retention",
        layout="outlook-word-table",
        producer="Outlook 2019",
        language="fr",
        mail=Mail(
            sender=GARRIGUE,
            subject="Avis de virement VIR-260303-2",
            date="2026-03-03T15:20:41+01:00",
            charset="iso-8859-1",
            part=html(
                outlook(
                    outlook_paragraphs(
                        "Bonjour,\n\nVeuillez trouver ci-dessous le détail de notre virement VIR-260303-2 du 03/03/2026 "
                        "d'un montant de 15\u00a0318,47 €.\n"
                    ),
                    outlook_table(RETENTION_ROWS),
                    outlook_paragraphs(
                        "\nCordialement\nÉtablissements Garrigue SAS au capital de 250\u00a0000 € - RCS Nîmes 990 044 712"
                    ),
                    charset="windows-1252",
                    lang="FR",
                ),
                "windows-1252",
                encoding="quoted-printable",
            ),
        ),
        kind="remittance",
        customer="K301",
        payments=(
            pay(
                "15318.47",
                "EUR",
                line("FAC 26-1187", "11856.47", "0.00", "624.03", "retenue de garantie"),
                line("FAC 26-1191", "3912.00"),
                line("AV 26-041", "-450.00"),
                date="2026-03-03",
                method="wire",
                reference="VIR-260303-2",
            ),
        ),
    ),
    Case(
        name="fr-gmail-less-credit",
        layout="prose-credit-note",
        producer="Gmail",
        language="fr",
        mail=Mail(
            sender=AUBRAC,
            subject="Règlement CSA-0403",
            date="2026-04-03T09:48:02+02:00",
            part=alternative(
                text(CREDIT + "\n", encoding="base64"), html(gmail(CREDIT), encoding="quoted-printable")
            ),
        ),
        kind="remittance",
        customer="K302",
        payments=(
            pay(
                "8745.00",
                "EUR",
                line("FA2600455", "5000.00"),
                line("FA2600461", "4100.00"),
                line("AV2600012", "-355.00"),
                date="2026-04-03",
                method="wire",
                reference="CSA-0403",
            ),
        ),
    ),
    Case(
        name="fr-phone-end-of-month",
        layout="phone-promise",
        producer="iPhone Mail",
        language="fr",
        mail=Mail(
            sender=VERCORS,
            subject="Re: 26/V/0318",
            date="2026-03-16T19:22:37+01:00",
            mailer="iPhone Mail (23D127)",
            part=text(
                "Bonsoir, la facture 26/V/0318 sera réglée à la fin du mois, sans faute.\nLuc\n\nEnvoyé de mon iPhone\n",
                "utf-8",
                encoding="quoted-printable",
            ),
        ),
        kind="promise",
        customer="K303",
        promises=(promise("26/V/0318", "2026-03-31"),),
    ),
    Case(
        name="fr-freight-contested",
        layout="prose-dispute-amount",
        producer="Outlook 2019",
        language="fr",
        mail=Mail(
            sender=GARRIGUE,
            subject="FAC 26-1225",
            date="2026-04-13T14:07:55+02:00",
            charset="iso-8859-1",
            part=text(
                "Bonjour,\n\nNous contestons la facture FAC 26-1225 à hauteur de 318,00 \u20ac : ces frais de port ne figurent pas à la commande. "
                "Merci d'établir un avoir.\n\nComptabilité Garrigue\n",
                "windows-1252",
                label="iso-8859-1",
                encoding="quoted-printable",
            ),
        ),
        kind="dispute",
        customer="K301",
        disputes=(dispute("FAC 26-1225", "frais de port non prévus à la commande", "318.00"),),
    ),
    Case(
        name="fr-accepted-bill",
        layout="prose-bill-of-exchange",
        producer="Zimbra web mail",
        language="fr",
        mail=Mail(
            sender=GARRIGUE,
            subject="LCR acceptée",
            date="2026-04-02T10:10:00+02:00",
            part=text(
                "Bonjour,\n\nnous vous retournons acceptée la lettre de change n° LC-5571 de 6 240,00 €, échéance 31/05/2026, en paiement de la "
                "FAC 26-1240.\n\nComptabilité Garrigue\n",
                encoding="base64",
            ),
        ),
        kind="remittance",
        customer="K301",
        payments=(
            pay(
                "6240.00",
                "EUR",
                line("FAC 26-1240", "6240.00"),
                date=ANY,
                due_date="2026-05-31",
                method="draft",
                reference="LC-5571",
            ),
        ),
    ),
    Case(
        name="fr-docx-cheque-letter",
        layout="docx-letter",
        producer="python-docx; Thunderbird",
        language="fr",
        mail=Mail(
            sender=AUBRAC,
            subject="Notre courrier du 5 mai",
            date="2026-05-05T16:00:18+02:00",
            part=mixed(
                text("Courrier en pièce jointe.\n", encoding="8bit"),
                attached(
                    "Lettre-chèque 7740128.docx",
                    DOCX,
                    letter(
                        [
                            "Clinique Saint-Aubrac",
                            "12 place du Foirail",
                            "Le 5 mai 2026",
                            "Madame, Monsieur,",
                            "Veuillez trouver ci-joint notre chèque n° 7740128 de 2 964,00 € en règlement des factures suivantes.",
                        ],
                        [
                            ("Facture", "Objet", "Montant (€)"),
                            ("FA2600490", "Capteurs", "1 464,00"),
                            ("FA2600493", "Maintenance", "1 500,00"),
                            ("Total", "", "2 964,00"),
                        ],
                        ["Veuillez agréer nos salutations distinguées.", "La comptable, Mme Vidal"],
                    ),
                ),
            ),
        ),
        kind="remittance",
        customer="K302",
        payments=(
            pay(
                "2964.00",
                "EUR",
                line("FA2600490", "1464.00"),
                line("FA2600493", "1500.00"),
                payer="Clinique Saint-Aubrac",
                date="2026-05-05",
                method="check",
                reference="7740128",
            ),
        ),
    ),
    Case(
        name="fr-account-wanted",
        layout="statement-request",
        producer="Apple Mail",
        language="fr",
        mail=Mail(
            sender=VERCORS,
            subject="Relevé",
            date="2026-04-27T08:50:44+02:00",
            part=text(
                "Bonjour,\n\npourriez-vous m'envoyer un relevé de compte à jour ? Je n'arrive plus à m'y retrouver.\n\nLuc Berthet\n"
                "Menuiseries du Vercors SARL - 04 99 00 44 71\n",
                "iso-8859-1",
                label="iso-8859-1",
            ),
        ),
        kind="statement_request",
        customer="K303",
    ),
    Case(
        name="fr-paid-the-carrier",
        layout="payment-to-another",
        producer="Apple Mail",
        language="fr",
        mail=Mail(
            sender=VERCORS,
            subject="Transdauphiné",
            date="2026-05-07T11:18:09+02:00",
            part=text(
                "Bonjour,\n\npour info nous avons viré hier 2 150,00 € à votre transporteur Transdauphiné pour sa facture TD-889. Il peut donc "
                "relivrer le matériel.\n\nLuc\n"
            ),
        ),
        kind="other",
        customer="K303",
    ),
    Case(
        name="fr-out-of-office",
        layout="out-of-office",
        producer="Exchange",
        language="fr",
        mail=Mail(
            sender=AUBRAC,
            subject="Réponse automatique : Rappel",
            date="2026-05-15T09:00:14+02:00",
            part=text(
                "Le service est fermé jusqu'au lundi 18 mai inclus. Votre message sera lu à notre retour.\n"
            ),
            more=("Auto-Submitted: auto-replied",),
        ),
        kind="auto_reply",
        customer="K302",
    ),
)
