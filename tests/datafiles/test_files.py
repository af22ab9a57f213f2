"""One way to find files and one to write them: nothing half-written, nothing let in."""

import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from roadmap.datafiles.files import files_below, files_in, write_whole
from roadmap.datafiles.load import checked, project_files
from roadmap.datafiles.problems import DataError
from roadmap.datafiles.reader import read, state
from tests.datafiles.full_disk import VERBS, full_project, run_with_room
from tests.datafiles.mutated import data_files, project_to_mutate
from tests.projects import MINI, TODAY, change, make_project, run, snapshot


def test_names_with_a_dot_and_special_files_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("a.yml", ".b.yml", "b/c.yml", "b/.d.yml", "b/e.txt"):
        (tmp_path / name).write_text("")
    os.mkfifo(tmp_path / "f.yml")
    (tmp_path / "g.yml").symlink_to("/dev/zero")
    (tmp_path / "h").symlink_to(tmp_path)
    assert files_in(tmp_path, ".yml") == [tmp_path / "a.yml"]
    assert files_below(tmp_path, ".yml") == [tmp_path / "a.yml", tmp_path / "b/c.yml"]
    assert files_in(tmp_path / "saknas") == files_below(tmp_path / "a.yml") == []


LITTER = ("Thumbs.db", "desktop.ini", "~$svar.docx", "svar.yml~", "E1.1.csv~")


def littered(project: Path, names: Iterable[str]) -> None:
    """Put files of these names in every folder of the data and of the pages."""
    for folder in (project / "data", project / "docs"):
        for place in [folder, *(path for path in folder.rglob("*") if path.is_dir())]:
            for name in names:
                (place / name).write_bytes(b"\0skr\xe4p")


def test_what_the_system_leaves_behind_is_a_warning_and_no_data(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    before = checked(project, TODAY)
    addresses = project_files(project)
    littered(project, LITTER)
    dataset, warnings = checked(project, TODAY)
    for name in ("plan", "settings", "goal_areas", "bodies", "figures", "synonyms_in", "paths"):
        assert getattr(dataset, name) == getattr(before[0], name)
    assert project_files(project) == addresses
    told = [str(one) for one in warnings if one not in before[1]]
    assert len(told) == len({*told}) >= 5 * len(LITTER)
    assert told[0] == (
        "data/E1.1.csv~:1:1: varning: Filen är lämnad av ett program och läses inte. "
        "Ta bort den, och ta inte in den i git."
    )
    assert {line.partition(": ")[2] for line in told} == {told[0].partition(": ")[2]}


def test_names_with_a_dot_are_no_data_anywhere(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    before = checked(project, TODAY), project_files(project), state(project)
    littered(project, (".DS_Store", "._svar.yml", ".E1.1.csv", ".gitkeep"))
    assert (checked(project, TODAY), project_files(project), state(project)) == before


def test_a_link_to_nothing_hides_no_other_fault(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    change(project, "data/responses/provnamnden.yml", "- S1.1\n", "- S9.9\n")
    with pytest.raises(DataError) as caught:
        checked(project, TODAY)
    faults = caught.value.problems
    for folder in ("data", "data/responses", "data/series", "data/sources", "data/nya", "docs"):
        (project / folder).mkdir(exist_ok=True)
        (project / folder / "E1.1.csv.yml").symlink_to("finns-inte")
    with pytest.raises(DataError) as caught:
        checked(project, TODAY)
    assert {*faults} < {*caught.value.problems}
    assert sum("ingenstans" in one.message for one in caught.value.problems) == 6


@pytest.mark.parametrize(
    ("folder", "hint"),
    [
        ("remissvar", "Menade du data/responses/?"),
        ("Målområden", "Menade du data/goal-areas/?"),
        ("statistik", "Menade du data/series/?"),
        ("källor", "Menade du data/sources/?"),
        ("respons", "Menade du data/responses/?"),
        ("Sources", "Menade du data/sources/?"),
        ("annat", ""),
    ],
)
def test_an_unknown_folder_is_told_with_the_right_name(
    tmp_path: Path, folder: str, hint: str
) -> None:
    project = make_project(tmp_path / "project", MINI)
    (project / "data" / folder).mkdir()
    (problem,) = read(project).problems
    known = "Mapparna i data/ är goal-areas, responses, series, search, sources och translations."
    assert str(problem) == f"data/{folder}:1:1: Mappen läses inte. {hint} {known}".replace(
        "  ", " "
    )


def test_a_workbook_among_the_figures_is_told_how_to_read_it_in(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    (project / "data/series/E1.2.xlsx").write_bytes(b"PK")
    (problem,) = read(project).problems
    assert str(problem) == (
        "data/series/E1.2.xlsx:1:1: Filen läses inte. "
        "Läs in den med import och --milestone. Flytta den sedan."
    )


def test_what_fails_while_it_is_written_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "fil.yml"
    path.write_text("före")

    def pieces() -> Iterator[bytes]:
        yield b"x" * 100_000
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match=str(path)) as caught:
        write_whole(path, pieces())
    assert caught.value.filename == str(path)
    assert snapshot(tmp_path) == {"fil.yml": "före".encode()}


def test_a_file_larger_than_the_memory_is_refused_and_not_read(tmp_path: Path) -> None:
    project = project_to_mutate(tmp_path / "project", MINI)
    (project / "docs/stor.md").touch()
    larger = [*data_files(project), "docs/stor.md"]
    for name in larger:
        path = project / name
        before = path.read_bytes()
        os.truncate(path, 2**40)
        with pytest.raises(DataError) as caught:
            checked(project, TODAY)
        assert f"{name}:1:1: Filen är för stor: 1 099 511 627 776 byte, högst 5 000 000." in str(
            caught.value
        )
        path.write_bytes(before)


def test_a_new_file_never_takes_the_place_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "fil.yml"
    write_whole(path, "första", new=True)
    with pytest.raises(FileExistsError):
        write_whole(path, "andra", new=True)

    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no hard links on this disk")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    with pytest.raises(FileExistsError):
        write_whole(path, "tredje", new=True)
    write_whole(tmp_path / "annan.yml", "annan", new=True)
    assert snapshot(tmp_path) == {"annan.yml": b"annan", "fil.yml": "första".encode()}


def test_a_file_keeps_its_permissions_and_a_link_its_target(tmp_path: Path) -> None:
    path = tmp_path / "fil.yml"
    path.write_text("före")
    path.chmod(0o640)
    (tmp_path / "namn.yml").symlink_to(path)
    write_whole(tmp_path / "namn.yml", "efter")
    assert path.read_text() == "efter"
    assert path.stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "namn.yml").is_symlink()


@pytest.mark.parametrize("verb", VERBS)
def test_a_disk_that_becomes_full_leaves_every_file_as_it_was(verb: str, tmp_path: Path) -> None:
    project = full_project(tmp_path / "project")
    before = snapshot(project)
    done = run_with_room(project, verb, 600)
    assert done.returncode == 1
    (told,) = [line for line in done.stderr.splitlines() if ": varning: " not in line]
    assert told.startswith(str(project))
    assert told.endswith("Filen får inte bli så stor.")
    assert snapshot(project) == before


def test_a_stray_file_of_the_system_changes_nothing(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    for name in ("goal-areas/._1.yml", "responses/._svar.yml"):
        (project / "data" / name).write_bytes(b"\0\5\26\7")
    sound = run(project, "roadmap", "validate")
    assert sound.returncode == 0, sound.stderr
    assert run(project, "roadmap", "format", "--check").returncode == 0
    # The words of the answers are held to their sources none the less.
    change(project, "data/responses/enskede-arsta-vantor.yml", "som uppbär", "som kräver")
    assert 'Här står "kräver"' in run(project, "roadmap", "validate").stderr
