"""What the answers say, in a few sentences made from the data: the lead of the pages about them."""

from roadmap.model import UNKNOWN_OUTCOME
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import answers, finding, wording
from roadmap.presenters.grammar import listing
from roadmap.presenters.messages import _, ngettext
from roadmap.presenters.requests import outcome_tally, requests, summary


def lead(dataset: Dataset) -> str:
    """Return who has answered, where they stand, what they ask for and whether it was done."""
    received = dataset.received
    if not received:
        return _("Här finns %(no_response)s än.")
    if len(received) == 1:
        return " ".join((*_one(dataset, received[0]), *_done(dataset)))
    return " ".join((_opposition(dataset), *_requests(dataset)))


def _one(dataset: Dataset, body: Body) -> tuple[str, ...]:
    found = [answer for one in dataset.strategies for answer in dataset.answers(one.id)]
    total = len(dataset.strategies)
    supports, partly, opposes = (
        sum(answer.position == value for answer in found)
        for value in ("supports", "supports_in_part", "opposes")
    )
    asking = sum(bool(answers.asks(answer)) for answer in found)
    of_all = _("av de %(total)s %(the_strategies)s", total=total)
    clauses = []
    if supports and partly:
        clauses.append(
            _(
                "stöder %(supports)s %(of_all)s helt och %(partly)s delvis",
                supports=supports,
                partly=partly,
                of_all=of_all,
            )
        )
    elif supports:
        clauses.append(_("stöder %(count)s %(of_all)s helt", count=supports, of_all=of_all))
    elif partly:
        clauses.append(_("stöder %(count)s %(of_all)s delvis", count=partly, of_all=of_all))
    if opposes:
        clauses.append(_counted(_("är emot %(count)s", count=opposes), of_all, first=not clauses))
    if asking:
        clauses.append(
            _counted(_("ber om något i %(count)s", count=asking), of_all, first=not clauses)
        )
    who = _("Ett svar, från %(speaker)s.", speaker=wording.speaker(body))
    for_all = _for_the_whole_plan(body, also=bool(asking))
    if clauses:
        return who, _("Det %(does)s.", does=listing(clauses)), *for_all
    if any(answer.position for answer in found):
        return who, _("Det tar inte ställning till %(any_strategy)s."), *for_all
    return who, *(for_all or [_("Det är inte tolkat än.")])


def _for_the_whole_plan(body: Body, *, also: bool) -> list[str]:
    """Return what is asked for in sections: readers meet it among the answers that ask."""
    sections = [section.judgement for section in body.response.sections]
    asking = sum(bool(judgement and judgement.asks) for judgement in sections)
    if not asking:
        return []
    if also:
        return [
            ngettext(
                "Det ber också om något i ett avsnitt om hela planen.",
                "Det ber också om något i %(num)s avsnitt om hela planen.",
                asking,
            )
        ]
    return [
        ngettext(
            "Det ber om något i ett avsnitt om hela planen.",
            "Det ber om något i %(num)s avsnitt om hela planen.",
            asking,
        )
    ]


def _counted(clause: str, of_all: str, *, first: bool) -> str:
    return f"{clause} {of_all}" if first else clause


def _done(dataset: Dataset) -> tuple[str, ...]:
    total = len(requests(dataset))
    if not total:
        return ()
    if outcome_tally(dataset)[UNKNOWN_OUTCOME] == total:
        return (finding.not_known_whether_done(dataset, finding.who(dataset)),)
    return (summary(dataset) or "",)


def _opposition(dataset: Dataset) -> str:
    """Return which strategy most are against, and how many."""
    against = {
        strategy.id: sum(answer.position == "opposes" for answer in dataset.answers(strategy.id))
        for strategy in dataset.strategies
    }
    received = len(dataset.received)
    if not any(against.values()):
        if unread := finding.unread(dataset):
            return unread
        return _("Ingen av de %(count)s är emot %(any_strategy)s.", count=received)
    most = max(dataset.strategies, key=lambda strategy: against[strategy.id])
    told = _(
        "Flest är emot %(the_strategy)s ”%(title)s”: "
        "%(count)s av de %(total)s som svarar på %(it_strategy)s.",
        title=most.title,
        count=against[most.id],
        total=len(dataset.answers(most.id)),
    )
    spared = sum(not number for number in against.values())
    if unread := finding.unread(dataset):
        return f"{told} {unread}"
    if not spared:
        return told
    unopposed = ngettext(
        "%(One_strategy)s %(strategy)s är ingen emot.",
        "%(num)s %(strategies)s är ingen emot.",
        spared,
    )
    return f"{told} {unopposed}"


def _requests(dataset: Dataset) -> tuple[str, ...]:
    total = len(requests(dataset))
    if not total:
        return ()
    known = total - outcome_tally(dataset)[UNKNOWN_OUTCOME]
    there_are = ngettext("Det finns %(a_request)s", "Det finns %(num)s %(requests)s", total)
    if known:
        return (
            _(
                "%(there_are)s, och vi vet hur det gick för %(known)s.",
                there_are=there_are,
                known=known,
            ),
        )
    return (
        ngettext(
            "%(there_are)s, och vi vet inte vad %(sender)s gjorde med %(it_request)s.",
            "%(there_are)s, och vi vet inte vad %(sender)s gjorde med dem.",
            total,
            there_are=there_are,
            sender=wording.sender(dataset),
        ),
    )
