"""Propose compounds for review: `python -m roadmap.search.propose compounds [DICTIONARY]`.

For developers and editors, when the texts have grown. Reads a hunspell dictionary (Debian:
hunspell-sv), which neither the build nor the tests need. What it prints are guesses, more
wrong than right: pick out the right ones by eye and put them into `compounds.yml`.
"""

import sys
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from roadmap import dataset
from roadmap.search.tables import Tables, read_tables
from roadmap.search.units import units
from roadmap.search.words import stem, tokens

DICTIONARY = Path("/usr/share/hunspell/sv_SE.dic")
_SHORTEST = 3
# Syllables that look like words but begin or end other words.
_PREFIXES = (
    "alla allt and ans anta avs bak bef beh beredna bil där del dem dess för fram före fort hän in"
    " inne kom kon med mot oms sam samma samman samt sär till und under upp upps uppr ut utg ur"
    " van ver verk vid över åter"
)
_ENDINGS = "andet ande heten heter heterna ingar ingarna ingen ingens inger lig liga ring"
_USAGE = "Användning: python -m roadmap.search.propose compounds [ORDLISTA.dic]"


def new_words(texts: Iterable[str], tables: Tables) -> list[str]:
    """Return the words of the texts that the table of compounds does not know."""
    found = {
        token.text.lower()
        for text in texts
        for token in tokens(text)
        if len(token.text) >= 2 * _SHORTEST and token.text.isalpha() and not token.text.isupper()
    }
    return sorted(
        word for word in found if stem(word) not in tables.compounds and word not in tables.stop
    )


def splits(word: str, known: Set[str]) -> Iterator[tuple[str, str]]:
    """Yield the ways to part a word in two known ones, the longest last part first."""
    for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
        head, tail = word[:cut], word[cut:]
        if (
            len(tail) < 5
            or stem(tail) not in known
            or tail in _ENDINGS.split()
            or head in _PREFIXES.split()
        ):
            continue
        bases = [head, head.removesuffix("s"), f"{head}a", f"{head}e"]
        for base in bases:
            if len(base) >= _SHORTEST and stem(base) in known:
                yield base, tail
                break


def read_dictionary(path: Path) -> frozenset[str]:
    """Return the stems of a hunspell dictionary's words."""
    lines = path.read_text("utf-8", errors="replace").splitlines()[1:]
    words = (line.partition("/")[0].partition("\t")[0] for line in lines)
    return frozenset(stem(word) for word in words if len(word) >= _SHORTEST and word.islower())


def main(arguments: list[str]) -> int:
    """Print the candidates as lines for `compounds.yml`; 1 where something is missing."""
    if not arguments or arguments[0] != "compounds" or len(arguments) > 2:
        print(_USAGE, file=sys.stderr)
        return 2
    path = Path(arguments[1]) if len(arguments) > 1 else DICTIONARY
    if not path.exists():
        print(f"{path} saknas. Installera hunspell-sv eller ange en ordlista.", file=sys.stderr)
        return 1
    reading = dataset.read(Path.cwd())
    if reading.dataset is None:
        print("data/ går inte att läsa: kör python -m roadmap validate", file=sys.stderr)
        return 1
    texts = [f"{unit.title} {unit.text}" for unit in units(reading.dataset)]
    known = read_dictionary(path)
    for word in new_words(texts, read_tables(reading.dataset.synonyms)):
        for head, tail in splits(word, known):
            print(f"{word}: {head} {tail}")
            break
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
