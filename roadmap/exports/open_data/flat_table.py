"""The table to begin with: what the answers say and ask for, in Swedish, one row for each thing.

It repeats what the other tables have, so that nobody needs to put them together.
"""

from collections.abc import Iterator

from roadmap.exports.open_data.common_fields import address, comments, sections
from roadmap.exports.open_data.definitions import Row, Table, Value, own
from roadmap.model import Ask, Comment, Judgement, Section
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import urls, wording
from roadmap.presenters.messages import _
from roadmap.text import source_text
from roadmap.text.swedish import listing


def _rows(dataset: Dataset) -> Iterator[Row]:
    for body in dataset.received:
        for words in (*comments(body), *sections(body)):
            text, judgement = words.record, words.record.judgement
            asks = [ask for ask in judgement.asks if not ask.repeats] if judgement else []
            if isinstance(text, Section) and not asks:
                continue
            if isinstance(text, Comment) and text.refers_to:
                continue
            of_text = _of_text(dataset, body, text, judgement)
            for number, ask in enumerate(asks or [None], start=1):
                values = {**of_text, **_of_ask(dataset, text, judgement, ask)}
                values["id"] = f"{words.id}/{number}"
                yield {field.name: values[field.name] for field in FLAT.fields}


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


def _of_ask(
    dataset: Dataset, text: Comment | Section, judgement: Judgement | None, ask: Ask | None
) -> dict[str, Value]:
    position = judgement.position if judgement else None
    quote = ask.quote if ask else position.quote if position else None
    whole = source_text.whole_sentence(text.text, quote) if quote else None
    return {
        "slag": dataset.ask_name(ask.kind) if ask else None,
        "önskemål": ask.sentence if ask else None,
        "hela_meningen": "".join(whole) if whole else None,
        "besked": wording.OUTCOME_WORDS[ask.outcome_value] if ask else None,
    }


FLAT = Table(
    "svar-och-onskemal",
    _("Svar och %(requests)s"),
    _(
        "Börja här: en rad för varje %(request)s, och en för varje %(comment)s utan "
        "%(requests)s. Det som en instans ber om två gånger står en gång."
    ),
    ("id",),
    (
        own(
            "strategi",
            _("%(Strategy)s"),
            _("%(The_strategy)ss nummer. Tomt för hela planen."),
            required=False,
        ),
        own("titel", _("Titel"), _("%(The_strategy)ss titel.")),
        own("vem", _("Vem"), _("Den som talar i svaret.")),
        own("vems_ord", _("Vems ord"), _("Vad texten är, till exempel ett förslag till svar.")),
        own("ställning", _("Ställning"), _("Tomt för hela planen."), required=False),
        own(
            "slag",
            _("Slag"),
            _("Slag av %(requests)s. Tomt när svaret inte ber om något."),
            required=False,
        ),
        own(
            "önskemål",
            _("%(Request)s"),
            _("Vad svaret ber om, med webbplatsens ord."),
            required=False,
        ),
        own(
            "hela_meningen",
            _("Hela meningen"),
            _("Ordagrant ur svaret: meningen som tolkningen bygger på."),
            required=False,
        ),
        own("sida", _("Sida"), _("Sida i källdokumentet."), required=False),
        own("besked", _("Besked"), _("Vad som hände med %(the_request)s."), required=False),
        own("granskning", _("Granskning"), _("Vem som har tolkat och granskat."), required=False),
        own("länk", _("Länk"), _("Till orden på webbplatsen.")),
        own("id", _("Id"), _("%(The_comment)ss eller avsnittets id, och radens nummer inom den.")),
    ),
    _rows,
)
