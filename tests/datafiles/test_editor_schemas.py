"""The schemas that VS Code completes and explains the data files by."""

import json

from roadmap.datafiles.editor_schemas import schemas
from roadmap.model.dataset import Dataset
from tests.projects import REAL, dataset_of


def test_they_are_the_same_every_time(real: Dataset) -> None:
    made = schemas(real)
    assert schemas(dataset_of(REAL)) == made


def test_every_field_has_a_swedish_name(real: Dataset) -> None:
    for text in schemas(real).values():
        schema = json.loads(text)
        for record in (schema, *schema["$defs"].values()):
            for name, rule in record.get("properties", {}).items():
                assert rule.get("title"), name
