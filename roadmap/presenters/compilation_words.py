"""The words around the data of the compilation, the same on its pages and in its Word file."""

from roadmap.presenters.messages import N_, Words

# The headings and the sentences.
WORDING: Words[str] = Words(
    {
        "title": N_("Remissammanställning"),
        "contents": N_("Innehåll"),
        "summary": N_("Sammanfattning"),
        "reading": N_("Så läser du sammanställningen"),
        "positions": N_("Ställningstaganden"),
        "positions_lead": N_("Antal svar på varje %(strategy)s, efter ställning."),
        "silent": N_("Yttrar sig inte"),
        "asks": N_("%(Requests)s"),
        "asks_lead": N_(
            "Hur ofta något önskas. %(A_comment)s som gäller flera %(strategies)s räknas en gång."
        ),
        "no_asks": N_("%(No_request)s är utläst ur svaren."),
        "remarks": N_("Allmänna %(comments)s"),
        "remarks_lead": N_("Vad svaren säger utöver de enskilda %(the_strategies)s."),
        "no_remarks": N_(
            "Inga %(comments)s utöver dem på enskilda %(strategies)s är utlästa ur svaren."
        ),
        "bodies": N_("%(Bodies)s"),
        "no_bodies": N_("%(No_response)s är publicerat ännu."),
        "milestones": N_("%(Milestones)s"),
        "strategy": N_("%(Strategy)s"),
        "themes": N_("Teman"),
        "unanswered": N_("Inget publicerat svar tar upp %(the_strategy)s."),
        "unjudged": N_("Inte bedömd"),
    }
)
# The columns of its tables.
ENTRY_COLUMNS = (
    N_("%(Body)s"),
    N_("Ställningstagande"),
    N_("%(Requests)s och teman"),
)
ASK_COLUMNS = (N_("%(Requests)s"), N_("Antal"), N_("%(Bodies)s"))
BODY_COLUMNS = (N_("%(Body)s"), N_("Typ"), N_("Svar"), N_("Handling"))
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
