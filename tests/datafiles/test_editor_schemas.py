"""The schemas that VS Code completes and explains the data files by."""

import json

from roadmap.datafiles.editor_schemas import COMMAND, schemas
from roadmap.site.project import current
from tests.projects import ROOT


def test_the_schemas_are_fresh() -> None:
    made = schemas(current(ROOT))
    assert schemas(current(ROOT)) == made
    committed = {
        path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
        for path in (ROOT / "schemas").iterdir()
    }
    assert committed == made, f"schemas/ följer inte planen längre. Kör: {COMMAND}"


def test_every_field_has_a_swedish_name() -> None:
    for text in schemas(current(ROOT)).values():
        schema = json.loads(text)
        for record in (schema, *schema["$defs"].values()):
            for name, rule in record.get("properties", {}).items():
                assert rule.get("title"), name
