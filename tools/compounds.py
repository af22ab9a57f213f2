"""Lists words of the texts that may be compounds, to review for the compounds.yml of Swedish.

python -m tools.compounds [DICTIONARY.dic]
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from roadmap.datafiles.reader import read
from roadmap.search.dictionaries import read_dictionaries
from roadmap.search.entries import units
from roadmap.search.propose import DICTIONARY, candidates, read_dictionary


def main(arguments: Sequence[str]) -> int:
    """Print the candidates as lines for `compounds.yml`; 1 where something is missing."""
    path = Path(arguments[0]) if arguments else DICTIONARY
    if not path.exists():
        print(f"{path} saknas. Installera hunspell-sv eller ange en ordlista.", file=sys.stderr)
        return 1
    found = read(Path.cwd()).dataset
    if found is None:
        print("data/ går inte att läsa. Kör: make check", file=sys.stderr)
        return 1
    texts = [f"{unit.title}\n{unit.text}" for unit in units(found)]
    dictionaries = read_dictionaries(found.synonyms)
    lines = [one.line for one in candidates(texts, dictionaries, read_dictionary(path))]
    print("\n".join(lines) or "Inga nya sammansättningar att granska.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
