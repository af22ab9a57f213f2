"""The table to begin with: what the answers say and ask for, in Swedish, one row for each thing.

It repeats what the other tables have, so that nobody needs to put them together.
"""

from collections.abc import Iterator

from roadmap.exports.open_data.common_fields import address, comments, sections
from roadmap.exports.open_data.definitions import Row, Table, Value, own
from roadmap.model import Ask, Comment, Judgement, Problem, Section
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import urls, wording
from roadmap.presenters.grammar import listing
from roadmap.presenters.messages import N_, _
from roadmap.text import source_text


def _rows(dataset: Dataset) -> Iterator[Row]:
    for body in dataset.received:
        for words in (*comments(body), *sections(body)):
            text, judgement = words.record, words.record.judgement
            found = _asks_and_problems(judgement)
            if isinstance(text, Section) and not found:
                continue
            if isinstance(text, Comment) and text.refers_to:
                continue
            of_text = _of_text(dataset, body, text, judgement)
            for number, one in enumerate(found or [None], start=1):
                values = {**of_text, **_of_one(dataset, text, judgement, one)}
                values["id"] = f"{words.id}/{number}"
                yield {field.name: values[field.name] for field in FLAT.fields}


def _asks_and_problems(judgement: Judgement | None) -> list[Ask | Problem]:
    if judgement is None:
        return []
    return [*(ask for ask in judgement.asks if not ask.repeats), *judgement.problems]


def _of_text(
    dataset: Dataset, body: Body, text: Comment | Section, judgement: Judgement | None
) -> dict[str, Value]:
    if isinstance(text, Comment):
        anchor = urls.comment_anchor(text)
        titles = listing([dataset.strategy(one).title for one in text.strategies])
        numbers, position = wording.numbers(dataset, text), judgement and judgement.position
        stand = wording.position(position.value if position else None)
    else:
        numbers, titles, anchor, stand = None, _("Hela planen"), text.id, None
    return {
        "strategi": numbers,
        "titel": titles,
        "vem": wording.speaker(body),
        "vems_ord": wording.speaks(body),
        "ställning": stand,
        "sida": str(text.pages) if text.pages else None,
        "granskning": wording.signature(judgement) if judgement else None,
        "länk": f"{dataset.address or ''}{address(urls.response(body), anchor)}",
    }


def _of_one(
    dataset: Dataset,
    text: Comment | Section,
    judgement: Judgement | None,
    one: Ask | Problem | None,
) -> dict[str, Value]:
    """Return what is asked for or is a problem; of neither, the words that the stand rests on.

    If no words show the stand, then those that show a theme.
    """
    position = judgement.position if judgement else None
    rests_on = (one, position, *(judgement.themes if judgement else ()))
    quote = next((found.quote for found in rests_on if found and found.quote), None)
    kind = dataset.ask_name(one.kind) if isinstance(one, Ask) else _("Pekar på problem")
    whole = source_text.whole_sentence(text.text, quote) if quote else None
    return {
        "slag": kind if one else None,
        "önskemål": one.sentence if one else None,
        "hela_meningen": "".join(whole) if whole else None,
        "besked": wording.OUTCOME_WORDS[one.outcome_value] if isinstance(one, Ask) else None,
    }


FLAT = Table(
    "svar-och-onskemal",
    N_("Svar och %(requests)s"),
    N_(
        "Börja här: en rad för varje %(request)s och problem, och en för varje %(comment)s utan "
        "sådana. Det som en instans ber om två gånger står en gång."
    ),
    ("id",),
    (
        own(
            "strategi",
            N_("%(Strategy)s"),
            N_("%(The_strategy)ss nummer. Tomt för hela planen."),
            required=False,
        ),
        own("titel", N_("Titel"), N_("%(The_strategy)ss titel.")),
        own("vem", N_("Vem"), N_("Den som talar i svaret.")),
        own("vems_ord", N_("Vems ord"), N_("Vad texten är, till exempel ett förslag till svar.")),
        own("ställning", N_("Ställning"), N_("Tomt för hela planen."), required=False),
        own(
            "slag",
            N_("Slag"),
            N_("Slag av %(requests)s, eller att texten pekar på problem."),
            required=False,
        ),
        own(
            "önskemål",
            N_("%(Request)s eller problem"),
            N_("Vad svaret ber om eller säger är ett problem, med webbplatsens ord."),
            required=False,
        ),
        own(
            "hela_meningen",
            N_("Hela meningen"),
            N_(
                "Ordagrant ur svaret: meningen som tolkningen bygger på. "
                "Tomt om den inte bygger på vissa ord."
            ),
            required=False,
        ),
        own("sida", N_("Sida"), N_("Sida i källdokumentet."), required=False),
        own("besked", N_("Besked"), N_("Vad som hände med %(the_request)s."), required=False),
        own("granskning", N_("Granskning"), N_("Vem som har tolkat och granskat."), required=False),
        own(
            "länk",
            N_("Länk"),
            N_(
                "Till orden på webbplatsen. Om adressen inte börjar med https är den räknad från "
                "startsidan."
            ),
        ),
        own(
            "id", N_("Id"), N_("%(The_comment)ss eller avsnittets id, och radens nummer inom den.")
        ),
    ),
    _rows,
)
