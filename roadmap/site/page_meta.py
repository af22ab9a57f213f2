"""The metadata that the theme gets with each page, whichever engine makes it."""

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import escape

from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls
from roadmap.presenters.address_names import named
from roadmap.presenters.messages import language_name
from roadmap.presenters.page_heads import PageHeads, page_head
from roadmap.presenters.pages import GeneratedPage, address_of, language_of, telling, tree
from roadmap.presenters.translated import in_every_language, told_text
from roadmap.presenters.who_translated import told_on_top
from roadmap.site import structured_data
from roadmap.text.foreign import unmarked, with_languages


class PageMeta:
    """The metadata of all pages of a site, each made when it is asked for."""

    def __init__(
        self, dataset: Dataset, pages: Iterable[GeneratedPage], site_name: str, site_url: str
    ) -> None:
        self._dataset = dataset
        self._site = site_name, site_url
        self._told = {told.language: told for told in in_every_language(dataset)}
        with named(dataset.terms):
            self._generated = {
                language: {page.url: page for page in pages if page.language == language}
                for language in self._told
            }
            self._heads = {
                language: PageHeads(told, self._generated[language].values())
                for language, told in self._told.items()
            }
            self._subjects = {
                language: structured_data.Subjects(told, site_url)
                for language, told in self._told.items()
            }

    def of(self, page: str, written: Mapping[str, object], title: str = "") -> dict[str, Any]:
        """Return the metadata of the page at an address, relative to the site's root.

        `written` is that of the page itself, and `title` what it is called if nothing else says.
        """
        language, url = language_of(self._dataset.settings.languages, page)
        told = self._told[language]
        site_name, site_url = self._site
        named = told_text(told, site_name) or site_name
        with telling(told):
            head = page_head(url, written, self._heads[language].get(url))
            head["title"] = head["title"] or title
            head["feed"] = head["feed"] and address_of(told, head["feed"])
            head = {name: unmarked(text) for name, text in head.items()}
            subject = self._subjects[language].get(url)
            json_ld = structured_data.structured_data(
                head, page, language, named, site_url, subject
            )
            translation = self._dataset.page_translations.get(page)
            made = told_on_top(told, url, self._generated[language].get(url), translation)
        return head | {
            "structured_data": json_ld,
            "made": made and with_languages(str(escape(made)), SOURCE_LANGUAGE, language),
            "language": language,
            "tree": "" if language == SOURCE_LANGUAGE else f"{language}/",
            "elsewhere": [*self._elsewhere(language, url)],
        }

    def _elsewhere(self, own: str, url: str) -> Iterable[dict[str, Any]]:
        """Yield where a page stands in each other language; where it does not, the start page."""
        for language in self._told:
            if language != own:
                same = url in tree(self._dataset, language)
                yield {
                    "language": language,
                    "name": language_name(language, language).capitalize(),
                    "url": urls.address(url if same else urls.START, language),
                    "same": same,
                }
