"""The pages that follow from the data alone, and what is said of every data page in its head."""

from collections.abc import Iterator
from dataclasses import dataclass

from roadmap import urls
from roadmap.dataset import Dataset
from roadmap.swedish import counted, month


@dataclass(frozen=True)
class Head:
    """What a page says of itself outside its body. Plain text; the theme escapes it.

    `feed` is the URL of the feed of changes to what the page is about, where there is one.
    """

    title: str
    description: str
    section: str
    feed: str | None = None


@dataclass(frozen=True)
class GeneratedPage:
    """A page without a file in `docs/`: its URL and the macro call that is its Markdown."""

    url: str
    markdown: str

    @property
    def source(self) -> str:
        """The name that the page's Markdown would have under `docs/`."""
        return f"{self.url.rstrip('/')}.md"


def generated_pages(dataset: Dataset) -> Iterator[GeneratedPage]:
    """Yield a page per strategy, per published response, and per month with changes."""
    for strategy in dataset.strategies:
        yield GeneratedPage(urls.strategy(strategy), f'{{{{ strategy("{strategy.id}") }}}}\n')
    for body in dataset.received:
        yield GeneratedPage(urls.response(body), f'{{{{ response("{body.id}") }}}}\n')
    for name in dataset.history.months():
        yield GeneratedPage(urls.changes(name), f'{{{{ changes_in("{name}") }}}}\n')


def heads(dataset: Dataset) -> dict[str, Head]:
    """Map the URL of every page whose subject is in the data to its head."""
    plan = dataset.plan

    def feed(url: str) -> str | None:
        return urls.feed(url) if dataset.history.oldest else None

    found = {urls.START: Head(plan.title, plan.summary, "", feed(urls.START))}
    for area in dataset.goal_areas:
        milestones = counted(len(area.milestones), "etappmål", "etappmål")
        strategies = counted(len(area.strategies), "strategi", "strategier", neuter=False)
        description = (
            f"Målområde {urls.number(area.id)} i {plan.title}: {milestones} och {strategies}, "
            "med remissvarens synpunkter ord för ord."
        )
        url = urls.goal_area(dataset, area)
        found[url] = Head(area.title, description, "malomraden", feed(url))
    for strategy in dataset.strategies:
        title = f"{urls.number(strategy.id)} {strategy.title}"
        found[urls.strategy(strategy)] = Head(title, _summary(strategy.text), "malomraden")
    for body in dataset.received:
        description = f"Remissvaret från {body.name} om {plan.title}, ord för ord."
        url = urls.response(body)
        found[url] = Head(body.name, description, "remissvar", feed(url))
    for name in dataset.history.months():
        when = month(name)
        description = f"Det som har ändrats i {plan.title} och svaren på den, i {when}."
        title = f"Ändringar i {when}"
        found[urls.changes(name)] = Head(title, description, "andringar", feed(urls.START))
    return found


def _summary(text: str, limit: int = 155) -> str:
    """Return the first words of a text, whole, in the length that search engines show."""
    words = " ".join(text.split())
    if len(words) <= limit:
        return words
    return words[:limit].rsplit(" ", 1)[0].rstrip(".,;:–- ") + " …"
