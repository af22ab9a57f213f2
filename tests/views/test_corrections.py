"""The corrections of a text: on which page, where the document has pages."""

from pathlib import Path

import pytest

from roadmap.views.about_pages import corrections
from tests.projects import MINI, change, dataset_of, make_project

ENTRY = "    stood: Bygg\n    stands: Bygg lagom\n    reason: Påhittat skäl.\n"
FILE = "data/goal-areas/2-bo.yml"


@pytest.mark.parametrize(("pages", "column"), [("    pages: 2\n", True), ("", False)])
def test_a_document_without_pages_has_no_column_for_them(
    tmp_path: Path, pages: str, column: bool
) -> None:
    project = make_project(tmp_path / "project", MINI)
    entry = f"corrections:\n  -{(pages + ENTRY)[3:]}"
    change(project, FILE, "strategies:\n", f"{entry}strategies:\n")
    if not pages:
        text = (project / FILE).read_text("utf-8")
        (project / FILE).write_text(text.replace("    pages: 2\n", ""), "utf-8")
    page = corrections(dataset_of(project), "om/textrattning/")
    assert "<caption>" in page
    assert ("Sida" in page, ">2<" in page) == (column, column)
