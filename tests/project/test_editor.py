"""What VS Code makes of the data files, by the schemas and settings that are committed."""

import json
import shutil
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from roadmap.datafiles.editor_schemas import schemas
from roadmap.datafiles.records import RECORD_FILES
from roadmap.model.dataset import Dataset
from tests.project.language_server import LanguageServer
from tests.projects import REAL, ROOT

UNKNOWN = "okant: 1\n"
FAULTY = ("data/responses/felaktig.yml", UNKNOWN)
SETTINGS = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))


# Each pattern of files, with its schema; those that begin with ! take files away from one.
MAPPED = {
    pattern: name.removeprefix("./")
    for name, patterns in SETTINGS["yaml.schemas"].items()
    for pattern in ([patterns] if isinstance(patterns, str) else patterns)
    if not pattern.startswith("!")
}


def test_every_data_file_is_mapped_to_its_schema() -> None:
    assert set(MAPPED) == set(RECORD_FILES)
    for name in MAPPED.values():
        assert (ROOT / name).is_file()


@pytest.fixture(scope="module")
def opened(real: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that VS Code has open: the frozen site with its schemas, and our settings."""
    root = tmp_path_factory.mktemp("editor") / "projekt"
    shutil.copytree(REAL / "data", root / "data")
    shutil.copytree(ROOT / ".vscode", root / ".vscode")
    (root / "schemas").mkdir()
    for name, text in schemas(real).items():
        (root / name).write_text(text, "utf-8")
    return root


@pytest.fixture(scope="module")
def server(opened: Path) -> Iterator[LanguageServer]:
    with LanguageServer(opened, FAULTY) as server:
        yield server


@pytest.mark.parametrize(
    "name",
    [
        path.relative_to(REAL).as_posix()
        for pattern in RECORD_FILES
        for path in sorted(REAL.glob(pattern))
    ],
)
def test_sound_data_is_not_underlined(server: LanguageServer, name: str) -> None:
    assert server.diagnostics(name, (REAL / name).read_text("utf-8")) == []
    assert any(fnmatchcase(name, pattern) for pattern in MAPPED)


def test_every_mapping_is_in_force(opened: Path) -> None:
    with LanguageServer(opened, FAULTY) as server:
        for pattern in RECORD_FILES:
            name = pattern.replace("*", "prov")
            found = server.diagnostics(name, UNKNOWN)
            assert any("okant" in told["message"] for told in found), name


def marked(text: str) -> tuple[str, int, int]:
    """Return the text without its mark ¦, and the line and column where it stood."""
    before, _, after = text.partition("¦")
    return before + after, before.count("\n") + 1, len(before) - before.rfind("\n")


HEAD = "name: Provnämnden\nkind: facknamnd\nstatus: received\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD + "comments:\n  - strategies:\n      - ¦S9.9\n    text: Ja.\n",
         "Det finns inte i planen. Tryck Ctrl+mellanslag för att välja."),
        (HEAD + "date: ¦20 september 2018\n",
         "Skriv datumet som år-månad-dag, till exempel 2018-09-20."),
        (HEAD + "sections:\n  - id: bilaga\n    heading: Bilaga\n    pages: ¦7–8\n    text: Ja.\n",
         "Skriv en sida (7) eller ett sidintervall med bindestreck (7-8)."),
        (HEAD + "¦spekaer: body\n", "spekaer"),
    ],
    ids=["okänd strategi", "datum", "sida", "okänt fält"],
)  # fmt: skip
def test_an_error_is_underlined_where_it_is(
    server: LanguageServer, text: str, message: str
) -> None:
    name = f"data/responses/fel-{abs(hash(text))}.yml"
    text, line, column = marked(text)
    (told,) = server.diagnostics(name, text)
    assert message in told["message"]
    start = told["range"]["start"]
    assert (start["line"] + 1, start["character"] + 1) == (line, column)


def test_a_strategy_is_completed_with_its_title(real: Dataset, server: LanguageServer) -> None:
    text, line, column = marked(HEAD + "comments:\n  - strategies:\n      - S1.¦\n")
    name = "data/responses/komplettera.yml"
    offered = server.at("textDocument/completion", name, text, line, column)["items"]
    by_label = {item["label"]: item for item in offered}
    strategies = real.strategies
    assert [item.id for item in strategies if item.id not in by_label] == []
    assert strategies[0].title in json.dumps(by_label["S1.1"], ensure_ascii=False)


def test_fields_are_offered_by_name(server: LanguageServer) -> None:
    text, line, column = marked(HEAD + "¦\n")
    name = "data/responses/falt.yml"
    offered = server.at("textDocument/completion", name, text, line, column)["items"]
    assert {"sections", "comments", "unanswered", "note"} <= {item["label"] for item in offered}


def test_hovering_a_field_explains_it_in_swedish(server: LanguageServer) -> None:
    text, line, column = marked(HEAD.replace("status", "sta¦tus"))
    name = "data/responses/peka.yml"
    hover = server.at("textDocument/hover", name, text, line, column)
    told = json.dumps(hover, ensure_ascii=False)
    assert "Läge" in told
    assert "declined (avstår)" in told.replace("\\", "")
