"""The finished site takes the old one's place whole, whatever was interrupted before."""

from pathlib import Path

import pytest

from roadmap.publish import discard, fresh_folder, take_place


def test_the_new_site_takes_the_place_of_the_old(tmp_path: Path) -> None:
    final = tmp_path / "site"
    final.mkdir()
    (final / "old.html").write_text("old")
    fresh = fresh_folder(final)
    (fresh / "new.html").write_text("new")
    assert (final / "old.html").exists()
    take_place(fresh, final)
    assert [path.name for path in final.iterdir()] == ["new.html"]
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
