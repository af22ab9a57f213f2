"""The same input gives the same bytes, wherever and whenever the site is built."""

import gzip
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import MINI, REAL, build, change, environment, make_project, run, snapshot

LATER = Path(__file__).with_name("later.py")
ADDRESS = "https://plan.example/farplan/"


def elsewhere(project: Path) -> dict[str, bytes]:
    """Build a project in other surroundings, on another day; return its site."""
    for path in project.rglob("*"):
        os.utime(path, (86_400, 86_400))
    # A locale that is not installed is one more way to be different.
    done = subprocess.run(
        [sys.executable, str(LATER), "417.3", "mkdocs", "build", "--quiet"],
        cwd=project,
        env=environment(
            TZ="XYZ-13:30", LANG="sv_SE.ISO-8859-1", LC_ALL="C", PYTHONHASHSEED="4711",
            PYTHONUTF8="0", COLUMNS="40", SITE_URL=ADDRESS,
        ),
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return snapshot(project / "site")


@pytest.mark.parametrize("source", [REAL, MINI], ids=["real", "mini"])
def test_two_builds_are_the_same(tmp_path: Path, source: Path) -> None:
    here = make_project(tmp_path / "here", source)
    there = make_project(tmp_path / "där borta å" / "Plan 2", source)
    done = run(here, "roadmap", "build", TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="0",
               SITE_URL=ADDRESS)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert snapshot(here / "site") == elsewhere(there)


def test_the_sitemap_bears_the_date_of_the_source_or_none(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    for epoch, dates, seconds in ((None, set(), 0), ("1546300800", {"2019-01-01"}, 1546300800)):
        more = {"SOURCE_DATE_EPOCH": epoch} if epoch else {}
        assert run(project, "roadmap", "build", SITE_URL=ADDRESS, **more).returncode == 0
        sitemap = (project / "site/sitemap.xml").read_bytes()
        packed = (project / "site/sitemap.xml.gz").read_bytes()
        assert f"<loc>{ADDRESS}strategier/1-1/</loc>".encode() in sitemap
        assert set(re.findall(r"<lastmod>(.*?)</lastmod>", sitemap.decode())) == dates
        assert gzip.decompress(packed) == sitemap
        assert int.from_bytes(packed[4:8], "little") == seconds


def test_a_second_build_in_the_same_folder_is_the_same(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    assert snapshot(build(project)) == snapshot(build(project))


def test_the_order_of_the_plugins_does_not_matter(miniature: Path, tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    change(project, "mkdocs.yml", "  - roadmap\n", "")
    change(project, "mkdocs.yml", "on_error_fail: true\n", "on_error_fail: true\n  - roadmap\n")
    assert snapshot(build(project)) == snapshot(miniature)
