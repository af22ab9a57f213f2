"""The sentences of the search page that its script shows: what stands in {braces} it fills in."""

from collections.abc import Mapping

from roadmap.model.dataset import Dataset
from roadmap.presenters.messages import _

Words = Mapping[str, str | Mapping[str, str]]


def search_words(dataset: Dataset) -> Words:
    """Return each sentence by its name; those of sections, facets and kinds by theirs."""
    return {
        "hit": _("1 träff"),
        "hits": _("{count} träffar"),
        "found": _("på ”{words}”."),
        "alike": _("Sökorden finns inte i texterna. Här är träffar på ord med liknande betydelse."),
        "nothing": _(
            "Inga träffar på ”{words}”. Prova ett annat eller kortare ord, eller numret på "
            "%(a_strategy)s."
        ),
        "hidden": _("Inga träffar på ”{words}” med det urvalet, men {hits} utan."),
        "all": _("Visa alla"),
        "meant": _("Menade du"),
        "short": _("Skriv minst två bokstäver."),
        "long": _("Frågan är lång. Vi söker bara på de första {most} tecknen."),
        "waiting": _("Söker …"),
        "failed": _("Sökningen fungerar inte just nu."),
        "narrow": _("Avgränsa"),
        "more": _("Visa {step} till ({left} kvar)"),
        "rest": _("Visa {left} till"),
        "values": _("Visa alla {count}"),
        "page": _("Sida på webbplatsen"),
        "theme": _("Tema"),
        "body": _("%(Body)s"),
        "comment": (
            _("%(Comment)s av {who}, i översättning")
            if dataset.original
            else _("%(Comment)s av {who}")
        ),
        "footnote": _("Fotnot av {who}"),
        "section": _("Avsnitt i svaret från {who}"),
        "milestone": _("%(Milestone)s i {area}. {voice}"),
        "sections": {
            "pages": _("Sidor och teman"),
            "requests": _("%(Requests)s"),
            "plan": _("%(Strategies)s"),
            "answers": _("Svaret") if len(dataset.received) == 1 else _("Svaren"),
        },
        "facets": {
            "kind": _("Typ av text"),
            "area": _("%(Goal_area)s"),
            "body": _("%(Body)s"),
            "position": _("Ställningstagande"),
        },
        "kinds": {
            "page": _("Sidor"),
            "word": _("Ord i ordlistan"),
            "theme": _("Teman"),
            "request": _("%(Requests)s"),
            "area": _("%(Goal_areas)s"),
            "milestone": _("%(Milestones)s"),
            "strategy": _("%(Strategies)s"),
            "comment": _("%(Comments)s"),
            "footnote": _("Fotnoter"),
            "section": _("Avsnitt i %(responses)s"),
            "body": _("%(Bodies)s"),
        },
    }
