"""Serving: through faults, with every edit, and without making what nobody asks for."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.ports import free_port
from tests.projects import MINI, change, environment, let_words_change, make_project, run
from tests.waiting import PATIENCE, until

RESPONSE = "data/responses/enskede-arsta-vantor.yml"


@contextmanager
def serving(
    project: Path, end: signal.Signals = signal.SIGTERM, **variables: str
) -> Iterator[tuple[str, Path]]:
    """Serve a project; yield its address and the file that what it says goes to."""
    port = free_port()
    said = project.parent / "said.txt"
    with said.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "roadmap", "serve", "--port", str(port)],
            cwd=project,
            env=environment(**variables),
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            # In the background of a shell, or under nohup, it would be told to take no notice.
            preexec_fn=lambda: signal.signal(end, signal.SIG_DFL),
        )
        try:
            yield f"http://127.0.0.1:{port}/", said
        finally:
            os.killpg(process.pid, end)
            process.wait()


def page(address: str) -> str:
    try:
        with urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except (URLError, OSError):
        return ""


def wait_for(words: str, address: str, said: Path) -> None:
    until(lambda: words in page(address), said.read_text)


def wait_until_said(words: str, said: Path) -> None:
    until(lambda: words in said.read_text(), said.read_text)


def test_serving_goes_on_through_faults(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    with serving(project) as (address, said):
        wait_for("En påhittad plan", address, said)
        first = said.read_text("utf-8").splitlines()[0]
        assert first.startswith(f"Webbplatsen visas på {address} när den är byggd.")
        assert "[macros]" not in said.read_text("utf-8")
        change(project, "data/plan.yml", "summary: En påhittad", "sumary: En ny påhittad")
        wait_until_said('Menade du "summary"?', said)
        assert "En påhittad plan" in page(address)
        change(project, "data/plan.yml", "sumary:", "summary:")
        wait_for("En ny påhittad plan", address, said)


def test_what_programs_fetch_is_made_when_asked_for(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    let_words_change(project)
    with serving(project) as (address, said):
        wait_for("År 2018 skickade", address, said)
        first = json.loads(page(f"{address}search/head.json"))
        assert "strategy;body;comment;position" in page(f"{address}oppna-data/v1/svar.csv")
        assert "Catalog" in page(f"{address}oppna-data/dcat.rdf")
        change(project, "data/plan.yml", "År 2018 skickade", "År 2018 sände")
        wait_for("År 2018 sände", address, said)
        change(project, RESPONSE, "går i linje", "går provvist i linje")
        wait_for("går provvist i linje", f"{address}strategier/1-1/", said)
        second = json.loads(page(f"{address}search/head.json"))
        assert second["folder"] != first["folder"]
        assert page(f"{address}search/{second['folder']}/t0.json")
        assert "går provvist i linje" in page(f"{address}oppna-data/v1/synpunkter.csv")


def test_serving_goes_on_when_the_data_has_been_away(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    with serving(project) as (address, said):
        wait_for("Provplan", address, said)
        (project / "data").rename(project / "borta")
        wait_until_said("Den senaste hela versionen visas", said)
        assert "Provplan" in page(address)
        change(project, "borta/plan.yml", "title: Provplan", "title: Återplan")
        (project / "borta").rename(project / "data")
        wait_for("Återplan", address, said)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_server_that_is_told_to_end_leaves_nothing(
    tmp_path: Path, number: signal.Signals
) -> None:
    project = make_project(tmp_path / "project", MINI)
    temporary = tmp_path / "tillfalligt"
    temporary.mkdir()
    with serving(project, number, TMPDIR=str(temporary)) as (address, said):
        wait_for("Provplan", address, said)
        assert list(temporary.iterdir())
    assert not list(temporary.iterdir())
    assert "Traceback" not in said.read_text()


def test_serving_waits_for_sound_data(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    change(project, "data/plan.yml", "summary:", "sumary:")
    change(project, "mkdocs.yml", "site_dir: site", "site_dir: ../www/plan")
    (tmp_path / "www/plan").mkdir(parents=True)
    (tmp_path / "www/plan/index.html").write_text("den förra")
    with serving(project) as (address, said):
        wait_for("den förra", address, said)
        assert 'Menade du "summary"?' in said.read_text()
        change(project, "data/plan.yml", "sumary:", "summary:")
        wait_for("En påhittad plan", address, said)


def test_a_taken_port_is_told(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run(project, "roadmap", "serve", "--port", port)
    assert done.returncode == 1
    assert done.stderr.startswith(f"Port {port} är upptagen.")


def test_a_served_page_is_made_when_it_is_asked_for_and_is_the_built_one(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    published = "https://prov.example/"
    assert run(project, "roadmap", "build", SITE_URL=published).returncode == 0
    site = project / "site"
    built = {
        path.parent.relative_to(site).as_posix(): _main(path.read_text("utf-8"))
        for path in site.glob("strategier/*/index.html")
    }
    assert built
    with serving(project) as (address, said):
        wait_for("Provplan", address, said)
        for url, expected in built.items():
            for asked in (url, f"{url}/", f"{url}/index.html", f"{url}/"):
                shown = _main(page(f"{address}{asked}"))
                assert shown == expected.replace(published, address), asked
        assert page(f"{address}strategier/9-9/") == ""
        assert page(f"{address}finns-inte/") == ""
    assert "Traceback" not in said.read_text()


def test_what_is_served_after_edits_is_what_a_build_of_them_makes(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    response = "data/responses/provnamnden.yml"
    site = project / "site"
    with serving(project) as (address, said):
        wait_for("Provplan", address, said)
        change(project, response, "heading: Nämndens synpunkter", "heading: =Provrubrik")
        wait_for("=Provrubrik", f"{address}remissvar/provnamnden/", said)
        change(project, "data/plan.yml", "name: Skola", "name: Provtema")
        wait_for("Provtema", f"{address}teman/", said)
        done = run(project, "roadmap", "build", SITE_URL=address)
        assert done.returncode == 0, done.stderr
        pages = [path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")]
        assert "raden provnamnden/synpunkter" in page(f"{address}oppna-data/")
        for url in pages:
            shown = _main(page(f"{address}{url.removeprefix('.')}"))
            assert shown == _main((site / url / "index.html").read_text("utf-8")), url
    assert "Traceback" not in said.read_text()


def _main(html: str) -> str:
    return html.partition("<main")[2].partition("</main>")[0]
