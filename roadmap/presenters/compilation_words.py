"""The words around the data of the compilation, the same on its pages and in its Word file."""

from dataclasses import dataclass
from typing import Any

from roadmap.presenters.messages import N_, said


@dataclass(frozen=True)
class Wording:
    """The headings, the sentences and the columns, each said when it is asked for."""

    title: str = N_("Remissammanställning")
    contents: str = N_("Innehåll")
    summary: str = N_("Sammanfattning")
    reading: str = N_("Så läser du sammanställningen")
    positions: str = N_("Ställningstaganden")
    positions_lead: str = N_("Antal svar på varje %(strategy)s, efter ställning.")
    silent: str = N_("Yttrar sig inte")
    asks: str = N_("%(Requests)s")
    asks_lead: str = N_(
        "Hur ofta något önskas. %(A_comment)s som gäller flera %(strategies)s räknas en gång."
    )
    no_asks: str = N_("%(No_request)s är utläst ur svaren.")
    remarks: str = N_("Allmänna %(comments)s")
    remarks_lead: str = N_("Vad svaren säger utöver de enskilda %(the_strategies)s.")
    no_remarks: str = N_(
        "Inga %(comments)s utöver dem på enskilda %(strategies)s är utlästa ur svaren."
    )
    bodies: str = N_("%(Bodies)s")
    no_bodies: str = N_("%(No_response)s är publicerat ännu.")
    milestones: str = N_("%(Milestones)s")
    strategy: str = N_("%(Strategy)s")
    themes: str = N_("Teman")
    unanswered: str = N_("Inget publicerat svar tar upp %(the_strategy)s.")
    unjudged: str = N_("Inte bedömd")
    entry_columns: tuple[str, ...] = (
        N_("%(Body)s"),
        N_("Ställningstagande"),
        N_("%(Requests)s och teman"),
    )
    ask_columns: tuple[str, ...] = (N_("%(Requests)s"), N_("Antal"), N_("%(Bodies)s"))
    body_columns: tuple[str, ...] = (N_("%(Body)s"), N_("Typ"), N_("Svar"), N_("Handling"))

    def __getattribute__(self, name: str) -> Any:
        words = super().__getattribute__(name)
        return tuple(map(said, words)) if isinstance(words, tuple) else said(words)


WORDING = Wording()
# How to read the numbers and the tables.
READING = (
    N_(
        "Planens och svarens ord återges ordagrant. Det som står inom citattecken är hämtat ur "
        "svaren. Under namnet på den som svarar står handlingen och sidan."
    ),
    N_(
        "Ställningstaganden, %(requests)s och teman är redaktionens bedömning av orden. Vid varje "
        "svar står vem som har bedömt det och om en människa har granskat bedömningen."
    ),
    N_("Vid %(a_request)s står också vad som hände med det, när det är känt, med källa och datum."),
    N_(
        "”Tar inte ställning” betyder att orden säger varken ja eller nej. "
        "Svaret kan ändå be om något."
    ),
)
