"""Makes roadmap/text/frequencies-sv.txt anew, from the package wordfreq.

The package weighs 58 MB, so it is no dependency: `.venv/bin/pip install wordfreq`, then run this
as a module.
"""

import re
import sys

from roadmap.importing.repair.lexicon import open_dictionary
from roadmap.text.frequencies import frequencies

RAREST = 650  # words seen less often than once in 10^6.50 are left out
HEAD = """\
# Svenska ord efter hur vanliga de är. Talet först på en rad är 100 gånger tiologaritmen av hur
# många ord text det går på ett av radens ord: 250 betyder ungefär ett på 300.
#
# Ur wordfreq 3.1.1 av Robyn Speer (https://doi.org/10.5281/zenodo.7199437), som bygger på bland
# annat Wikipedia, ParaCrawl, OPUS OpenSubtitles 2018 och Google Books Ngrams
# (http://books.google.com/ngrams). Ändrad: bara ord som står i en svensk ordlista är kvar.
# Villkor: Creative Commons Erkännande-DelaLika 4.0, https://creativecommons.org/licenses/by-sa/4.0/
"""


def main() -> int:
    """Write the file; return the exit status."""
    try:
        from wordfreq import get_frequency_list  # type: ignore[import-not-found]
    except ImportError:
        print("wordfreq saknas. Installera: .venv/bin/pip install wordfreq", file=sys.stderr)
        return 1
    dictionary = open_dictionary()
    lines = []
    for number, words in enumerate(get_frequency_list("sv", "large")[: RAREST + 1]):
        known = [
            word for word in words if re.fullmatch(r"[a-zåäöé]+", word) and dictionary.spell(word)
        ]
        if known:
            lines.append(f"{number} {' '.join(sorted(known))}\n")
    frequencies().write_text(HEAD + "".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
