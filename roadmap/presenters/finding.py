"""The finding that the start page opens with: what the answers come to, in a sentence or two."""

from functools import lru_cache
from typing import NamedTuple

from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import requests, wording
from roadmap.presenters.answers import are_read
from roadmap.presenters.grammar import listing
from roadmap.presenters.messages import _, ngettext
from roadmap.text.swedish import capitalised


class Finding(NamedTuple):
    """Sentences made from the data. `asks` are their words about requests, if they have any."""

    sentences: str
    asks: str | None = None

    @property
    def parts(self) -> tuple[str, str, str]:
        """The words before those about requests, these words, and those after."""
        return self.sentences.partition(self.asks) if self.asks else (self.sentences, "", "")


def finding(dataset: Dataset) -> Finding:
    """Return what the answers come to, or that there are none, or that nobody has read them."""
    if not dataset.received:
        return Finding(_("Vi har inget svar än."))
    if not is_read(dataset):
        return Finding(
            ngettext(
                "Svaret är inte tolkat än.",
                "De %(num)s svaren är inte tolkade än.",
                len(dataset.received),
            )
        )
    only, *others = dataset.received
    said, asks = _of_many(dataset) if others else _of_one(dataset, only)
    return Finding(" ".join(filter(None, (said, outcomes(dataset), unread(dataset)))), asks)


def is_read(dataset: Dataset) -> bool:
    """Whether anybody has read a position or a request out of the answers."""
    return bool(requests.requests(dataset)) or any(
        answer.position
        for strategy in dataset.strategies
        for answer in dataset.answers(strategy.id)
    )


# Asked for by several sentences of a page, and it goes through all answers.
@lru_cache(maxsize=2)
def unread(dataset: Dataset) -> str | None:
    """Return the sentence on the answers that nobody has read yet; None if all have been.

    While there are any, nothing is said of what no answer says.
    """
    found = [answer for one in dataset.strategies for answer in dataset.answers(one.id)]
    left = sum(not are_read([answer]) for answer in found)
    if not left:
        return None
    return _(
        "%(count)s av %(total)s svar på %(strategies)s är inte tolkade än.",
        count=left,
        total=len(found),
    )


def who(dataset: Dataset) -> str:
    """Return who asks: the administration, the body or the bodies."""
    if len(dataset.received) > 1:
        return _("%(the_bodies)s")
    if dataset.received and dataset.received[0].speaks_for_administration:
        return _("förvaltningen")
    return _("%(the_body)s")


def outcomes(dataset: Dataset) -> str | None:
    """Return the sentence on what came of the requests; None if there are none."""
    tally = requests.outcome_tally(dataset)
    total, unknown = sum(tally.values()), tally["no_information"]
    if not total:
        return None
    sender = wording.sender(dataset)
    asker = _("de") if len(dataset.received) > 1 else _asker(dataset.received[0])
    if unknown == total:
        return not_known_whether_done(dataset, asker)
    if not tally["adopted"]:
        return requests.summary(dataset)
    done = _(
        "%(Sender)s har gjort %(count)s av %(total)s saker som %(asker)s bad om.",
        Sender=capitalised(sender),
        count=tally["adopted"],
        total=total,
        asker=asker,
    )
    if not unknown:
        return done
    untold = _("Om %(count)s vet vi inget.", count=unknown)
    return f"{done} {untold}"


def not_known_whether_done(dataset: Dataset, who: str) -> str:
    """Return the sentence for requests of which no outcome is known."""
    sender = wording.sender(dataset)
    return _("Vi vet inte om %(sender)s gjorde som %(who)s bad.", sender=sender, who=who)


def _asker(body: Body) -> str:
    """Return the pronoun for an administration. What others are called may be of any gender."""
    return _("den") if body.speaks_for_administration else _("%(the_body)s")


def _of_one(dataset: Dataset, body: Body) -> tuple[str, str | None]:
    answers = [
        answer
        for item in dataset.strategies
        if (answer := dataset.answer(body, item.id)) is not None
    ]
    positions = [answer.position for answer in answers if answer.position]
    total = len(dataset.strategies)
    clauses: list[str] = []
    if supported := positions.count("supports"):
        clauses.append(
            _("stöder %(count)s av %(total)s %(strategies)s helt", count=supported, total=total)
        )
    elif positions and not unread(dataset):
        clauses.append(_("stöder %(no_strategy)s helt"))
    if opposed := positions.count("opposes"):
        clauses.append(_("är emot %(count)s", count=opposed))
    asking = sum(bool(answer.judgement and answer.judgement.asks) for answer in answers)
    asks = _asks_of_one(dataset, asking, total, alone=not clauses)
    if asks or not unread(dataset):
        clauses.append(asks or _("ber inte om något"))
    if not clauses:
        return "", None
    speaker = capitalised(wording.short_speaker(body))
    return f"{speaker} {listing(clauses)}.", asks


def _asks_of_one(dataset: Dataset, asking: int, total: int, *, alone: bool) -> str | None:
    if not requests.requests(dataset):
        return None
    if not asking:
        return _("ber om något för hela planen")
    if alone:
        return _("ber om något i %(count)s av %(total)s %(strategies)s", count=asking, total=total)
    return _("ber om något i %(count)s", count=asking)


def _of_many(dataset: Dataset) -> tuple[str, str | None]:
    total = len(dataset.received)
    opposed = {
        strategy.title: sum(answer.position == "opposes" for answer in dataset.answers(strategy.id))
        for strategy in dataset.strategies
    }
    most = max(opposed.values())
    title = next(title for title, count in opposed.items() if count == most)
    if not most:
        said = "" if unread(dataset) else _("Ingen är emot %(any_strategy)s.")
    elif [*opposed.values()].count(most) == 1:
        said = _(
            "Flest är emot %(the_strategy)s ”%(title)s”: %(count)s av %(total)s.",
            title=title,
            count=most,
            total=total,
        )
    else:
        said = _(
            "Som mest är %(count)s av %(total)s emot %(a_strategy)s, till exempel ”%(title)s”.",
            title=title,
            count=most,
            total=total,
        )
    asking = len({request.body.id for request in requests.requests(dataset)})
    if not asking:
        return said, None
    asks = (
        _("Alla %(total)s ber om något", total=total)
        if asking == total
        else _("%(count)s av %(total)s ber om något", count=asking, total=total)
    )
    return f"{said} {asks}.", asks
