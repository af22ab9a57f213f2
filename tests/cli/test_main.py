"""The command line: exit statuses, all problems at once, and serving through faults."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.projects import SITES, change, environment, make_project, run, snapshot

RESPONSE = "data/responses/enskede-arsta-vantor.yml"


def test_sound_data_is_said_to_be_sound(tmp_path: Path) -> None:
    done = run(make_project(tmp_path / "project"), "roadmap", "validate")
    assert done.returncode == 0
    assert done.stdout == "Inga fel i data: 23 strategier och ett remissvar.\n"
    assert done.stderr == (
        "data/settings.yml:1:1: varning: Inte angivet: utgivare, e-post och källkodsarkiv. "
        "Fyll i när det är bestämt; till dess säger webbplatsen att det saknas.\n"
    )


def test_faults_of_every_kind_are_told_in_one_run(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    change(project, RESPONSE, "status: received", "status: recieved")
    change(project, RESPONSE, "- S1.4\n", "- S1.44\n")
    change(project, RESPONSE, "quote: kan det behövas", "quote: kan de behövas")
    change(project, RESPONSE, "pages: 2\n", "pages: 22\n")
    change(project, RESPONSE, "[^1]", "[^7]")
    change(project, "data/plan.yml", "issuer:", "isuer:")
    change(project, "data/goal-areas/1-uppvaxt-och-utbildning.yml", "id: S1.2", "id: S1.1")
    change(
        project, "data/goal-areas/2-arbete-och-foretagande.yml", "title: Arbete", "title: [Arbete"
    )
    change(
        project, "data/goal-areas/4-demokrati-och-trygghet.yml", "value: decrease", "value: minska"
    )
    (project / "data" / "responses" / "tom.yml").write_text("")
    done = run(project, "roadmap", "validate")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    told = [line.split(": ", 1) for line in done.stderr.splitlines()]
    by_place = dict(told)
    for place, words in {
        f"{RESPONSE}:6:9": 'Menade du "received"?',
        "data/plan.yml:1:1": 'Fältet "issuer" saknas.',
        "data/goal-areas/1-uppvaxt-och-utbildning.yml:36:9": 'Id "S1.1" används redan',
        "data/goal-areas/2-arbete-och-foretagande.yml:2:8": "stängs aldrig",
        "data/responses/tom.yml:1:1": "Filen är tom.",
    }.items():
        assert words in by_place[place], done.stderr
    for words in (
        "citerade orden",
        "Sida 22 finns inte",
        '"S1.44" finns inte',
        'fotnot "7"',
        '"minska" är',
    ):
        assert words in done.stderr, words


def test_wrong_usage_ends_with_two(tmp_path: Path) -> None:
    assert run(tmp_path, "roadmap", "frobnicate").returncode == 2
    assert run(tmp_path, "roadmap", "validate").returncode == 2
    assert run(tmp_path, "roadmap").returncode == 2


def test_exporting_writes_the_open_data_of_the_site(site: Path, tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    done = run(project, "roadmap", "export", str(tmp_path / "ut"))
    assert done.returncode == 0
    written = snapshot(tmp_path / "ut")
    assert done.stdout == f"{len(written)} filer ligger i {tmp_path / 'ut'}.\n"
    published = snapshot(site / "oppna-data")
    published.pop("index.html")
    assert written == published


def test_exporting_tells_what_is_wrong_and_writes_nothing(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    (tmp_path / "fil").write_text("x")
    done = run(project, "roadmap", "export", str(tmp_path / "fil"))
    assert done.returncode == 1
    assert f"Mappen {tmp_path / 'fil'} går inte att skriva i: " in done.stderr
    assert "Traceback" not in done.stderr
    change(project, RESPONSE, "status: received", "status: recieved")
    done = run(project, "roadmap", "export")
    assert done.returncode == 1
    assert 'Menade du "received"?' in done.stderr
    assert not (project / "oppna-data").exists()


@contextmanager
def serving(project: Path) -> Iterator[tuple[str, Path]]:
    """Serve a project; yield its address and the file that what it says goes to."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    said = project.parent / "said.txt"
    with said.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "roadmap", "serve", "--port", str(port)],
            cwd=project,
            env=environment(),
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield f"http://127.0.0.1:{port}/", said
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()


def page(address: str) -> str:
    try:
        with urlopen(address, timeout=10) as answer:
            return str(answer.read().decode())
    except (URLError, OSError):
        return ""


def wait_for(words: str, address: str, said: Path) -> None:
    end = time.monotonic() + 60
    while words not in page(address):
        assert time.monotonic() < end, said.read_text()
        time.sleep(0.3)


def wait_until_said(words: str, said: Path) -> None:
    end = time.monotonic() + 60
    while words not in said.read_text():
        assert time.monotonic() < end, said.read_text()
        time.sleep(0.3)


def test_serving_goes_on_through_faults(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    with serving(project) as (address, said):
        wait_for("Ett svar är publicerat", address, said)
        change(
            project, "data/plan.yml", "summary: >-\n  Färdplanen är", "sumary: >-\n  Nya planen är"
        )
        wait_until_said('Menade du "summary"?', said)
        assert "Färdplanen är" in page(address)
        change(project, "data/plan.yml", "sumary:", "summary:")
        wait_for("Nya planen är", address, said)


def test_what_programs_fetch_is_made_when_asked_for(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    with serving(project) as (address, said):
        wait_for("Ett svar är publicerat", address, said)
        first = json.loads(page(f"{address}search/head.json"))
        assert "strategy;body;comment;position" in page(f"{address}oppna-data/v1/svar.csv")
        assert "Catalog" in page(f"{address}oppna-data/dcat.rdf")
        change(project, "data/plan.yml", "Färdplanen är", "Nya planen är")
        wait_for("Nya planen är", address, said)
        change(project, RESPONSE, "går i linje", "går provvist i linje")
        wait_for("går provvist i linje", f"{address}strategier/1-1/", said)
        second = json.loads(page(f"{address}search/head.json"))
        assert second["folder"] != first["folder"]
        assert page(f"{address}search/{second['folder']}/t0.json")
        assert "går provvist i linje" in page(f"{address}oppna-data/v1/synpunkter.csv")


def test_serving_waits_for_sound_data(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    change(project, "data/plan.yml", "summary:", "sumary:")
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("den förra")
    with serving(project) as (address, said):
        wait_for("den förra", address, said)
        assert 'Menade du "summary"?' in said.read_text()
        change(project, "data/plan.yml", "sumary:", "summary:")
        wait_for("Färdplanen är", address, said)


def test_a_taken_port_is_told(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run(project, "roadmap", "serve", "--port", port)
    assert done.returncode == 1
    assert done.stderr.startswith(f"Port {port} är upptagen.")


def test_a_served_page_is_made_when_it_is_asked_for_and_is_the_built_one(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", SITES / "mini", site_name="Provplan")
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
        assert page(f"{address}strategier/") == ""
    assert "Traceback" not in said.read_text()


def test_what_is_served_after_edits_is_what_a_build_of_them_makes(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", SITES / "mini", site_name="Provplan")
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
