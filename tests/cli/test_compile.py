"""`compile` writes the Word file, and `publish` a site that offers it; `build` does neither."""

from datetime import datetime
from pathlib import Path

import docx
import pytest

from roadmap.cli.main import main
from roadmap.exports.word import compilation_docx
from roadmap.site.project import current
from tests.html import parse
from tests.projects import TODAY, change, make_project, run


def downloads(site: Path) -> list[str]:
    document = parse(site / "sammanstallning/index.html")
    return [str(one.get("href")) for one in document.iter("a") if one.get("download") is not None]


def test_only_a_published_site_offers_the_file(tmp_path: Path, site: Path) -> None:
    project = make_project(tmp_path / "project")
    address = "https://fardplan.example/stad/"
    done = run(project, "roadmap", "publish", SITE_URL=address)
    assert done.returncode == 0, done.stdout + done.stderr
    published = project / "site"
    (href,) = downloads(published)
    written = (published / "sammanstallning" / href).resolve()
    assert written.read_bytes() == compilation_docx(current(project, TODAY), address)
    assert downloads(site) == []
    assert not list(site.rglob("*.docx"))


def test_compile_writes_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make_project(tmp_path / "project")
    monkeypatch.delenv("SITE_URL", raising=False)
    assert main(["compile", "--root", str(project)]) == 0
    told = capsys.readouterr().out
    written = project / "remissammanstallning.docx"
    assert written.read_bytes() == compilation_docx(current(project, TODAY))
    assert told == (
        f"Remissammanställningen ligger i {written}."
        " Filen saknar länkar till webbplatsen, eftersom SITE_URL inte är satt.\n"
    )
    out = tmp_path / "egen.docx"
    monkeypatch.setenv("SITE_URL", "https://fardplan.example/")
    assert main(["compile", "--root", str(project), "--out", str(out)]) == 0
    assert out.read_bytes() == compilation_docx(
        current(project, TODAY), "https://fardplan.example/"
    )
    assert capsys.readouterr().out == f"Remissammanställningen ligger i {out}.\n"


def test_faults_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = make_project(tmp_path / "project")
    arguments = ["compile", "--root", str(project), "--out"]
    assert main([*arguments, "svar.pdf"]) == 2
    assert "svar.pdf är ingen Word-fil. Låt namnet sluta på .docx." in capsys.readouterr().err
    missing = tmp_path / "saknas" / "svar.docx"
    assert main([*arguments, str(missing)]) == 1
    assert f"{missing}: Filen eller mappen finns inte." in capsys.readouterr().err
    change(project, "data/plan.yml", "summary:", "sumary:")
    assert main([*arguments, str(tmp_path / "svar.docx")]) == 1
    assert 'Menade du "summary"?' in capsys.readouterr().err
    assert not (tmp_path / "svar.docx").exists()


def test_a_document_that_somebody_has_changed_is_not_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = make_project(tmp_path / "project")
    out = tmp_path / "egen.docx"
    arguments = ["compile", "--root", str(project), "--out", str(out)]
    assert main(arguments) == 0
    assert main(arguments) == 0
    edited = docx.Document(str(out))
    edited.add_paragraph("Påhittad anteckning")
    # As Word does when it saves.
    edited.core_properties.modified = datetime(2026, 11, 29)
    edited.save(str(out))
    for raw in (out.read_bytes(), b"annat", b""):
        out.write_bytes(raw)
        capsys.readouterr()
        assert main(arguments) == 1
        told = "är ett annat dokument, eller har ändrats i Word, och skrivs inte över."
        assert f"{out} {told} Flytta det, eller välj ett annat namn" in capsys.readouterr().err
        assert out.read_bytes() == raw
