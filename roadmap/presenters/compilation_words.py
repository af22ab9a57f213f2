"""The words around the data of the compilation, the same on its pages and in its Word file."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Wording:
    """The headings, the sentences and the columns."""

    title: str = "Remissammanställning"
    contents: str = "Innehåll"
    summary: str = "Sammanfattning"
    reading: str = "Så läser du sammanställningen"
    positions: str = "Ställningstaganden"
    positions_lead: str = "Antal svar på varje strategi, efter ställning."
    silent: str = "Yttrar sig inte"
    asks: str = "Önskemål"
    asks_lead: str = (
        "Hur ofta något önskas. En synpunkt som gäller flera strategier räknas en gång."
    )
    no_asks: str = "Inget önskemål är utläst ur svaren."
    remarks: str = "Allmänna synpunkter"
    remarks_lead: str = "Vad svaren säger utöver de enskilda strategierna."
    no_remarks: str = "Inga synpunkter utöver dem på enskilda strategier är utlästa ur svaren."
    bodies: str = "Remissinstanser"
    no_bodies: str = "Inget remissvar är publicerat ännu."
    milestones: str = "Etappmål"
    strategy: str = "Strategi"
    themes: str = "Teman"
    unanswered: str = "Inget publicerat svar tar upp strategin."
    unjudged: str = "Inte bedömd"
    entry_columns: tuple[str, ...] = ("Remissinstans", "Ställningstagande", "Önskemål och teman")
    ask_columns: tuple[str, ...] = ("Önskemål", "Antal", "Remissinstanser")
    body_columns: tuple[str, ...] = ("Remissinstans", "Typ", "Svar", "Handling")


WORDING = Wording()
# How to read the numbers and the tables.
READING = (
    "Planens och svarens ord återges ordagrant. Det som står inom citattecken är hämtat ur svaren. "
    "Under namnet på den som svarar står handlingen och sidan.",
    "Ställningstaganden, önskemål och teman är redaktionens bedömning av orden. Vid varje svar "
    "står vem som har bedömt det och om en människa har granskat bedömningen.",
    "Vid ett önskemål står också vad som hände med det, när det är känt, med källa och datum.",
    "”Tar inte ställning” betyder att orden säger varken ja eller nej. Svaret kan ändå be "
    "om något.",
)
