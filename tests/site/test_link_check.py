"""Every build checks its links: on pages by hand and from data, to pages, anchors and files."""

import shutil
from pathlib import Path

from roadmap.site.assets import THEME
from tests.projects import change, make_project, run


def test_every_kind_of_broken_link_is_told_on_every_kind_of_page(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    by_hand = (
        '[x](bedomningar.md#finns-inte) <img src="saknas.png" alt="">\n\n## Så är texten behandlad'
    )
    change(project, "docs/om/index.md", "## Så är texten behandlad", by_hand)
    change(project, "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: tema\n")
    shutil.copytree(THEME, project / "tema", ignore=shutil.ignore_patterns("assets"))
    change(
        project,
        "tema/main.html",
        "config.extra.site.assets['assets/js/site.js']",
        "'assets/js/saknas.js'",
    )
    change(project, "tema/partials/site-footer.html", "item.url | url", "('x' ~ item.url) | url")
    done = run(project, "roadmap", "build")
    assert done.returncode == 1
    told = done.stderr.splitlines()
    for page, links in {
        "om/index.html": ["bedomningar/#finns-inte", "saknas.png", "../assets/js/saknas.js"],
        "strategier/1-1/index.html": ["../../assets/js/saknas.js", "../../xom/textrattning/"],
        "remissvar/enskede-arsta-vantor/index.html": ["../../xom/textrattning/"],
    }.items():
        for link in links:
            assert f"{page}: länken {link} leder ingenstans." in told, told[:20]
    assert not (project / "site").exists()
