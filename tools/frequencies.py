"""Makes roadmap/text/frequencies-*.txt anew, from the package wordfreq.

The package weighs 58 MB, so it is no dependency: `.venv/bin/pip install wordfreq`, then run this
as a module: `python -m tools.frequencies [LANGUAGE …]`.
"""

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from roadmap.importing.repair.lexicon import open_dictionary
from roadmap.text.frequencies import frequencies

HEAD = """\
# {what} efter hur vanliga de är. Talet först på en rad är 100 gånger tiologaritmen av hur
# många ord text det går på ett av radens ord: 250 betyder ungefär ett på 300.
#
# Ur wordfreq 3.1.1 av Robyn Speer (https://doi.org/10.5281/zenodo.7199437), som bygger på bland
# annat Wikipedia, ParaCrawl, OPUS OpenSubtitles 2018 och Google Books Ngrams
# (http://books.google.com/ngrams). Ändrad: {kept} är kvar.
# Villkor: Creative Commons Erkännande-DelaLika 4.0, https://creativecommons.org/licenses/by-sa/4.0/
"""


@dataclass(frozen=True)
class _Kept:
    """Which words of a language are kept: those that match, are spelt so and are no rarer.

    `rarest` 650 is once in 10^6.50.
    """

    what: str
    kept: str
    rarest: int
    pattern: str
    speller: Callable[[], Callable[[str], bool]]


_LANGUAGES = {
    "sv": _Kept(
        "Svenska ord",
        "bara ord som står i en svensk ordlista",
        650,
        "[a-zåäöé]+",
        lambda: open_dictionary().spell,
    ),
    # The search alone has use of these: words that it must not take for misspelt ones.
    "en": _Kept(
        "Engelska ord",
        "bara vanliga ord på minst fyra bokstäver",
        560,
        "[a-z]{4,}",
        lambda: lambda _word: True,
    ),
}


def main(languages: Sequence[str]) -> int:
    """Write the files; return the exit status."""
    try:
        from wordfreq import get_frequency_list  # type: ignore[import-not-found]
    except ImportError:
        print("wordfreq saknas. Installera: .venv/bin/pip install wordfreq", file=sys.stderr)
        return 1
    for language in languages or _LANGUAGES:
        of = _LANGUAGES[language]
        is_spelt = of.speller()
        lines = [HEAD.format(what=of.what, kept=of.kept)]
        for number, words in enumerate(get_frequency_list(language, "large")[: of.rarest + 1]):
            known = [word for word in words if re.fullmatch(of.pattern, word) and is_spelt(word)]
            if known:
                lines.append(f"{number} {' '.join(sorted(known))}\n")
        frequencies(language).write_text("".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
