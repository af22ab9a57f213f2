"""From an empty `data/responses/` to the published response: import, repair, settle.

What an editor does by hand is the list below. CONTRIBUTING.md tells how many steps it is.
"""

import re
import shutil
from itertools import zip_longest
from pathlib import Path

import pytest

from roadmap.model.dataset import Dataset
from roadmap.presenters.transcript import source_words
from roadmap.site.project import current
from tests.projects import REAL, ROOT, TODAY, change, run

BODY = "enskede-arsta-vantor"
FILE = f"data/responses/{BODY}.yml"
SOURCE = f"data/sources/{BODY}/tjansteutlatande.ocr.txt"
# What is wrong after the repair: what stands there, and what the document says.
CORRECTIONS = [
    ("Har för förstagångsföräldrar", "Här får förstagångsföräldrar"),
    ("lng tid", "lång tid"),
]
WORDS_CORRECTED = 2
WORDS_TO_LOOK_AT = 120
KINDS_TO_LOOK_AT = 51


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project")
    for folder in ("data", "docs"):
        shutil.copytree(REAL / folder, root / folder)
    (root / FILE).unlink()
    return root


def test_the_published_text_becomes_the_corrected_source(real: Dataset, project: Path) -> None:
    done = run(project, "roadmap", "import", SOURCE, "--body", BODY)
    assert done.returncode == 0, done.stderr
    assert "sju avsnitt, 23 synpunkter och en fotnot" in done.stdout
    assert "Kunde inte placera" not in done.stdout

    done = run(project, "roadmap", "repair", BODY, "--all")
    assert done.returncode == 0, done.stderr
    assert f"Pröva {WORDS_TO_LOOK_AT} osäkra läsningar" in done.stdout
    text = (project / FILE).read_text("utf-8")
    told = text[text.index("\ndoubts:") :]
    assert told.count("  - received:") == KINDS_TO_LOOK_AT
    rows = text.splitlines()
    for line, column, after in re.findall(
        rf"^{FILE}:(\d+):(\d+): \S+ → (\S+) \(", done.stdout, re.MULTILINE
    ):
        # An item of a joined name, such as Enskede-Årsta, stands inside its word.
        assert after in rows[int(line) - 1][int(column) - 1 :].split()[0]

    # The editor: look at the doubts, correct, say who speaks, take the doubts away.
    for wrong, right in CORRECTIONS:
        broken = r"\s+".join(wrong.split())
        found = re.search(broken, text)
        assert found
        assert all(word in told for word in wrong.split()[:WORDS_CORRECTED])
        change(project, FILE, found[0], right)
    change(project, FILE, "status: received\n", "status: received\nspeaker: administration\n")
    change(project, FILE, told, "\n")

    done = run(project, "roadmap", "validate")
    assert done.returncode == 0, done.stderr
    assert FILE not in done.stderr
    ours, theirs = current(project, TODAY), real
    assert ours.body(BODY).name == theirs.body(BODY).name
    published = source_words(ours, ours.body(BODY))
    corrected = source_words(theirs, theirs.body(BODY))
    for index, (one, other) in enumerate(zip_longest(published, corrected)):
        assert one == other, f"word {index}: …{' '.join(published[index - 5 : index + 3])}…"


def test_the_docs_state_the_numbers() -> None:
    contributing = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    told = f"{WORDS_TO_LOOK_AT} läsningar av {KINDS_TO_LOOK_AT} slag att pröva"
    assert told in contributing
