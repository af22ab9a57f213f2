"""Word files as three officers would send them, in habits that no template foresees.

All names and answers are made up. They answer the plan of `tests/sites/real`.
"""

from tests.importing.word.files import DECLARED, paragraph, table, text, word_file
from tests.importing.word.test_text import box, field

FIRST = "1.1 Prioritera tidiga och förebyggande insatser till utsatta barn och deras familjer"
SECOND = "1.2 Öka deltagandet och stärk likvärdigheten i förskolan"
LAST = "3.2 Främja socialt blandade bostadsområden"
RED = '<w:color w:val="FF0000"/>'
BREAK = "<w:r><w:br/></w:r>"
TAB = "<w:r><w:tab/></w:r>"


def table_of_everything(plan_text: str) -> bytes:
    """Return the answer of a secretary, who writes in one table of three columns."""
    return word_file(
        paragraph("Provnämndens synpunkter", "Rubrik1")
        + table(
            ("Stadens förslag", "Vårt svar", "Kommentar"),
            (FIRST, "Tillstyrks.", "Bra med kuratorer."),
            (
                paragraph(text(SECOND) + BREAK + text(plan_text)),
                "Avstyrks.",
                paragraph(text("Dyrt.") + BREAK + text("Se bilagan.")),
            ),
            (LAST, "", ""),
            ("Övrigt", "Planen är lång.", ""),
        )
    )


def changed_plan(plan_text: str) -> bytes:
    """Return the answer of a lawyer, who changes the plan's own text and remarks on it."""
    inserted = (
        f'<w:ins w:id="7" w:author="Prov">{text(" Nämnden avstyrker, då målet saknas.")}</w:ins>'
    )
    remarks = "".join(
        f'<w:comment w:id="{key}" w:author="Prov">{paragraph(words)}</w:comment>'
        for key, words in enumerate(("Svara här.", "Vi instämmer i strategin."))
    )
    mark = '<w:r><w:commentReference w:id="0"/></w:r><w:r><w:commentReference w:id="1"/></w:r>'
    number = field("REF _Ref5 \\r \\h", text("3.2"))
    return word_file(
        paragraph(box(paragraph("Juristens svar")))
        + paragraph(text(FIRST) + mark, "Rubrik2")
        + paragraph(text(SECOND), "Rubrik2")
        + paragraph(text(plan_text) + inserted)
        + paragraph(text("Strategi ") + number + text(" a) bör strykas."))
        + paragraph("b) bör annars följas upp."),
        ("comments", f"<w:comments {DECLARED}>{remarks}</w:comments>"),
    )


def letter(plan_text: str) -> bytes:
    """Return the letter of an association, in one paragraph here and in lines of its own there."""
    picture = '<w:r><w:drawing><wp:docPr descr="Strategi 2.1"/></w:drawing></w:r>'
    rows = (SECOND, "Förskolan behöver fler lärare.", LAST, "Hyrorna är höga.")
    return word_file(
        paragraph("Hej! Här kommer Provföreningens svar.")
        + paragraph(
            "Strategi 1.3: vi instämmer; strategi 1.4: vi avstyrker, det är dyrt; "
            "strategi 2.1: inga synpunkter."
        )
        + paragraph(BREAK.join(map(text, rows)))
        + paragraph(text("Strategi 3.3") + TAB + text("Ja") + TAB + text("Bra."))
        + paragraph(text("Strategi 3.4") + TAB + text("Nej") + TAB + text("Dåligt."))
        + paragraph(picture)
        + paragraph(FIRST)
        + paragraph(text(plan_text))
        + paragraph(text("Vi vill ha mer pengar.", RED))
        + paragraph("Hälsningar")
        + paragraph("Kim Prov, Provföreningen"),
    )
