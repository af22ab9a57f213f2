"""The words around the data of the compilation, the same on its pages and in its Word file."""

from dataclasses import dataclass

from roadmap.presenters.messages import _


@dataclass(frozen=True)
class Wording:
    """The headings, the sentences and the columns."""

    title: str = _("Remissammanställning")
    contents: str = _("Innehåll")
    summary: str = _("Sammanfattning")
    reading: str = _("Så läser du sammanställningen")
    positions: str = _("Ställningstaganden")
    positions_lead: str = _("Antal svar på varje %(strategy)s, efter ställning.")
    silent: str = _("Yttrar sig inte")
    asks: str = _("%(Requests)s")
    asks_lead: str = _(
        "Hur ofta något önskas. %(A_comment)s som gäller flera %(strategies)s räknas en gång."
    )
    no_asks: str = _("%(No_request)s är utläst ur svaren.")
    remarks: str = _("Allmänna %(comments)s")
    remarks_lead: str = _("Vad svaren säger utöver de enskilda %(the_strategies)s.")
    no_remarks: str = _(
        "Inga %(comments)s utöver dem på enskilda %(strategies)s är utlästa ur svaren."
    )
    bodies: str = _("%(Bodies)s")
    no_bodies: str = _("%(No_response)s är publicerat ännu.")
    milestones: str = _("%(Milestones)s")
    strategy: str = _("%(Strategy)s")
    themes: str = _("Teman")
    unanswered: str = _("Inget publicerat svar tar upp %(the_strategy)s.")
    unjudged: str = _("Inte bedömd")
    entry_columns: tuple[str, ...] = (
        _("%(Body)s"),
        _("Ställningstagande"),
        _("%(Requests)s och teman"),
    )
    ask_columns: tuple[str, ...] = (_("%(Requests)s"), _("Antal"), _("%(Bodies)s"))
    body_columns: tuple[str, ...] = (_("%(Body)s"), _("Typ"), _("Svar"), _("Handling"))


WORDING = Wording()
# How to read the numbers and the tables.
READING = (
    _(
        "Planens och svarens ord återges ordagrant. Det som står inom citattecken är hämtat ur "
        "svaren. Under namnet på den som svarar står handlingen och sidan."
    ),
    _(
        "Ställningstaganden, %(requests)s och teman är redaktionens bedömning av orden. Vid varje "
        "svar står vem som har bedömt det och om en människa har granskat bedömningen."
    ),
    _("Vid %(a_request)s står också vad som hände med det, när det är känt, med källa och datum."),
    _(
        "”Tar inte ställning” betyder att orden säger varken ja eller nej. "
        "Svaret kan ändå be om något."
    ),
)
