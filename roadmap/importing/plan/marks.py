"""What stands before a title: the word for what it is, its number, or both."""

import re
from dataclasses import dataclass

from roadmap.importing.plan.words import Words
from roadmap.text.swedish import folded

# "1", "1.1.2", "12b", "A.1", "E1.1", "B", "IV"; in lower case, as it is looked for.
_LABEL = (
    r"(?:[a-z]{1,2}[.-]?)?\d{1,3}(?:\.\d{1,3}){0,4}[a-z]?|[a-z](?:\.\d{1,3}){1,4}|[ivxl]{1,6}|[a-z]"
)
_ENDS = r"(?:\s*[.):](?=\s|$)|\s*[-–—](?=\s)|(?=\s)|$)\s*"
_AFTER_KIND = r"(?:\s*[:–—]\s*|\s+-\s+|\s+|$)"
_PLAIN = re.compile(rf"(?P<label>{_LABEL}){_ENDS}")
_SEPARATED = re.compile(r"[.):–—-]\s*$")
# Words that go on with a sentence: "Strategi 1.1 handlar om", "Målområde 1 och 2".
_GOING_ON = {
    "ar", "av", "bor", "eller", "for", "galler", "handlar", "har", "i", "innebar", "kan", "med",
    "mot", "nas", "och", "om", "pa", "samt", "ska", "som", "till", "under", "utan", "vid",
}  # fmt: skip
_QUOTES = "\"”“’'"
_ROMAN = re.compile(r"[IVXL]+")


@dataclass(frozen=True)
class Mark:
    """What precedes a title. `label` is the number as readers know it, "" if there is none.

    `prefix` are the words before the title. `of` is the number of the goal area in "Mål 2 –
    Insats 4". `separated` if a sign parts the title from what precedes it.
    """

    word: str
    label: str
    prefix: str
    title: str
    of: str = ""
    separated: bool = False

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of the number: 1.1.2 has three, A.1 and A1 two."""
        return tuple(re.findall(r"\d+|[A-Za-zÅÄÖåäö]+", self.label))


class Marks:
    """Finds marks with the words of a plan."""

    def __init__(self, words: Words) -> None:
        kind = words.pattern
        self.words = words
        self._known: dict[str, Mark | None] = {}
        self._forms = [
            re.compile(form)
            for form in (
                rf"(?P<outer>{kind})\s+(?P<of>{_LABEL})\s*[-–—,/:]\s*"
                rf"(?P<word>{kind})\s+(?P<label>{_LABEL}){_ENDS}",
                rf"(?P<word>{kind})\s+(?P<label>{_LABEL}){_ENDS}",
                rf"(?P<label>{_LABEL})[.):]?\s+(?P<word>{kind}){_AFTER_KIND}",
                rf"(?P<word>{kind}){_AFTER_KIND}",
            )
        ]

    def of(self, text: str) -> Mark | None:
        """Return the mark that a text begins with, or None."""
        if text not in self._known:
            self._known[text] = self._found(text)
        return self._known[text]

    def _found(self, text: str) -> Mark | None:
        plain = folded(text)
        if len(plain) != len(text):
            plain = text.casefold() if len(text.casefold()) == len(text) else text
        for form in (*self._forms, _PLAIN):
            if (found := form.match(plain)) and (mark := _mark(text, found)):
                if not _goes_on(mark):
                    return mark
                if mark.prefix.startswith(mark.word):
                    return None  # "Strategi 1.1 handlar om barn" is a sentence, however it begins
        return None


def _mark(text: str, found: re.Match[str]) -> Mark | None:
    groups = found.groupdict()
    label = text[slice(*found.span("label"))] if "label" in groups else ""
    word = text[slice(*found.span("word"))] if "word" in groups else ""
    if label and not _is_label(label):
        return None
    prefix, title = text[: found.end()], text[found.end() :]
    separated = bool(_SEPARATED.search(prefix))
    of = text[slice(*found.span("of"))] if "of" in groups else ""
    if of:
        label = text[found.start("outer") : found.end("label")]
        return Mark(word, label, prefix, title, of, separated)
    return Mark(word, label, prefix, title, "", separated)


def _goes_on(mark: Mark) -> bool:
    """Whether a sentence begins with a word for a part of the plan: "Strategi för barn"."""
    title = mark.title
    if not mark.word or not title or mark.separated or title[0].isupper() or title[0] in _QUOTES:
        return False
    return not mark.label or folded(title.split()[0]) in _GOING_ON


def _is_label(label: str) -> bool:
    """Whether a number is written as one: "A.1", not "a"; "i" and "l" are words."""
    letters = re.match(r"[^\W\d_]*", label)
    start = letters[0] if letters else ""
    if start == label:
        return label.isupper() and (len(label) == 1 or bool(_ROMAN.fullmatch(label)))
    return start.isupper() or not start
