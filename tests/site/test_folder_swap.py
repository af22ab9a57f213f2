"""The finished site takes the old one's place whole, whatever was interrupted before."""

import errno
import sys
from pathlib import Path

import pytest

from roadmap.datafiles.problems import obstacle
from roadmap.site import folder_swap
from roadmap.site.folder_swap import discard, fresh_folder, take_place
from tests.projects import make_site


def test_the_new_site_takes_the_place_of_the_old(tmp_path: Path) -> None:
    final = make_site(tmp_path / "site", "old")
    fresh = fresh_folder(final)
    (fresh / "index.html").write_text("new")
    assert (final / "index.html").read_text() == "old"
    take_place(fresh, final)
    assert (final / "index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_leftovers_of_an_interrupted_build_are_cleared(tmp_path: Path) -> None:
    final = tmp_path / "site"
    (fresh_folder(final) / "half.html").write_text("half")
    assert list(fresh_folder(final).iterdir()) == []
    discard(final)
    assert list(tmp_path.iterdir()) == []


def test_a_swap_interrupted_between_its_renames_is_mended(tmp_path: Path) -> None:
    old = tmp_path / "site.old"
    old.mkdir()
    (old / "good.html").write_text("good")
    fresh_folder(tmp_path / "site")
    assert (tmp_path / "site" / "good.html").read_text() == "good"


def test_a_swap_that_fails_puts_the_old_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    final = tmp_path / "site"
    final.mkdir()
    (final / "old.html").write_text("old")
    with pytest.raises(OSError, match="No such file"):
        take_place(tmp_path / "missing", final)
    assert (final / "old.html").read_text() == "old"


def test_there_is_a_whole_site_at_every_moment_of_the_swap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    final = make_site(tmp_path / "site", "old")
    fresh = make_site(tmp_path / "site.new", "new")
    renamed: list[Path] = []
    monkeypatch.setattr(Path, "rename", lambda path, _: renamed.append(path))
    take_place(fresh, final)
    assert (final / "index.html").read_text() == "new"
    # Linux swaps in one step; other systems need the renames.
    assert (sys.platform == "linux") == (not renamed)


def test_two_renames_do_where_one_step_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    final = make_site(tmp_path / "site", "old")
    fresh = make_site(tmp_path / "site.new", "new")
    monkeypatch.setattr(folder_swap, "_exchange", lambda *_: False)
    take_place(fresh, final)
    assert (final / "index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_on_another_disk_that_cannot_be_swapped_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    final = make_site(tmp_path / "site", "old")
    fresh = make_site(tmp_path / "site.new", "new")

    def busy(path: Path, target: Path) -> None:
        raise OSError(errno.EBUSY, "Device or resource busy", str(path), None, str(target))

    monkeypatch.setattr(folder_swap, "_exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", busy)
    with pytest.raises(OSError, match="busy") as caught:
        take_place(fresh, final)
    assert obstacle(caught.value) == (
        f"{final.with_name('site.old')}: Mappen används, till exempel som monteringspunkt."
    )
    assert (final / "index.html").read_text() == "old"
