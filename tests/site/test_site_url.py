"""The address of the published site: sound, written in one way, or refused in one Swedish line."""

from pathlib import Path

import pytest

from roadmap.cli.main import main
from roadmap.site.site_url import SiteUrlError, read_site_url, site_url
from tests.projects import MINI, change, make_project, run, snapshot

SOUND = {
    "https://plan.example": "https://plan.example/",
    "https://plan.example/": "https://plan.example/",
    "https://plan.example//": "https://plan.example/",
    "http://plan.example/stad/plan": "http://plan.example/stad/plan/",
    "HTTPS://Plan.Example/Stad": "https://plan.example/Stad/",
    "https://plan.example:8443/": "https://plan.example:8443/",
    "http://localhost:8000/": "http://localhost:8000/",
    "http://127.0.0.1/": "http://127.0.0.1/",
    "http://[::1]:8000/": "http://[::1]:8000/",
    # A name of other letters is written as the network knows it, and a path as links write it.
    "https://färdplan.example/": "https://xn--frdplan-5wa.example/",
    "https://FÄRDPLAN.example/": "https://xn--frdplan-5wa.example/",
    "https://xn--frdplan-5wa.example/": "https://xn--frdplan-5wa.example/",
    "https://plan.example/färdplan/": "https://plan.example/f%C3%A4rdplan/",
    "https://plan.example/f%C3%A4rdplan/": "https://plan.example/f%C3%A4rdplan/",
}
SCHEME = "ska börja med https:// eller http://"
NO_HOST = "saknar ett giltigt namn på servern"
CHARACTERS = "har ett blanksteg eller ett annat tecken som inte får stå i en adress"
FAULTY = {
    "plan.example": SCHEME,
    "//plan.example/": SCHEME,
    "ftp://plan.example/": SCHEME,
    "file:///srv/site": SCHEME,
    "javascript:alert(1)": SCHEME,
    "https:/plan.example": NO_HOST,
    "https://": NO_HOST,
    "https:///plan": NO_HOST,
    "https://:8000/": NO_HOST,
    "https://plan..example/": NO_HOST,
    "https://.example/": NO_HOST,
    "https://plan.example./": NO_HOST,
    "https://-plan.example/": NO_HOST,
    "https://pl%61n.example/": NO_HOST,
    "https://plan,example/": NO_HOST,
    f"https://{'x' * 64}.example/": NO_HOST,
    # Browsers and older programs take ß for different names.
    "https://straße.example/": NO_HOST,
    "https://[::1/": NO_HOST,
    "https://[apa]/": NO_HOST,
    "https://plan.example:apa/": "har en port som inte finns",
    "https://plan.example:99999/": "har en port som inte finns",
    "https://plan.example/?q=": "får inte ha något efter ? eller #",
    "https://plan.example/?": "får inte ha något efter ? eller #",
    "https://plan.example/#": "får inte ha något efter ? eller #",
    "https://plan.example#om": "får inte ha något efter ? eller #",
    "https://plan.example/a/../b/": "får inte ha . eller .. som mapp",
    "https://plan.example/%2e%2E/b/": "får inte ha . eller .. som mapp",
    "https://plan.example/100%/": "har ett % utan två siffror efter",
    " https://plan.example/": CHARACTERS,
    "https://plan.example/ ": CHARACTERS,
    "https://plan.example/\n": CHARACTERS,
    "https://pl\tan.example/": CHARACTERS,
    "https://plan.example/en plan/": CHARACTERS,
    "https://plan.example\\om/": CHARACTERS,
    'https://plan.example/"><script>': CHARACTERS,
    "https://plan.example/\u200b": CHARACTERS,
    "https://plan.example/\u00a0": CHARACTERS,
    "https://plan.example/\udce5": CHARACTERS,
    "<https://plan.example/>": CHARACTERS,
}
SECRET = "https://anna:hemligt@plan.example/"


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_address_is_written_in_one_way(text: str) -> None:
    assert read_site_url(text) == SOUND[text]
    assert read_site_url(SOUND[text]) == SOUND[text]


@pytest.mark.parametrize("text", FAULTY, ids=ascii)
def test_a_faulty_address_is_refused(text: str) -> None:
    with pytest.raises(SiteUrlError) as refused:
        read_site_url(text)
    said = str(refused.value)
    assert FAULTY[text] in said
    assert said.isprintable()
    assert said.endswith("Skriv till exempel https://fardplan.example.org/.")


def test_a_password_is_refused_and_not_repeated() -> None:
    for text in (SECRET, "https://anna@plan.example/", "https://@plan.example/"):
        with pytest.raises(SiteUrlError) as refused:
            read_site_url(text)
        assert "får inte ha användarnamn eller lösenord" in str(refused.value)
        assert "anna" not in str(refused.value)
    for text in (f"{SECRET} ", f"ftp{SECRET}", f"{SECRET}?"):
        with pytest.raises(SiteUrlError) as refused:
            read_site_url(text)
        assert "hemligt" not in str(refused.value)


@pytest.mark.parametrize("text", ["", None])
def test_no_address_is_no_fault(text: str | None) -> None:
    assert read_site_url(text) is None


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project", MINI)


def write(project: Path, address: str) -> None:
    change(project, "mkdocs.yml", '!ENV [SITE_URL, ""]', address)


def test_the_address_is_what_the_configuration_says(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    assert site_url(project) is None
    monkeypatch.setenv("SITE_URL", "https://ett.example")
    assert site_url(project) == "https://ett.example/"
    write(project, "https://tva.example")
    assert site_url(project) == "https://tva.example/"
    (project / "lokal.yml").write_text("INHERIT: mkdocs.yml\n", "utf-8")
    (project / "mkdocs.yml").rename(project / "bas.yml")
    (project / "mkdocs.yml").write_text("INHERIT: bas.yml\nstrict: true\n", "utf-8")
    assert site_url(project) == "https://tva.example/"
    (project / "mkdocs.yml").write_text("site_name: Provplan\n", "utf-8")
    assert site_url(project) is None
    (project / "mkdocs.yml").unlink()
    assert site_url(project) is None


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"a: b\nc: [\n", "mkdocs.yml:2:5: Filen går inte att läsa här."),
        (b"- a\n", "mkdocs.yml:1:1: Filen ska bestå av fält, ett per rad."),
        ("a: å\n".encode("latin-1"), "mkdocs.yml:1:4: Filen är inte sparad som UTF-8"),
        (b"INHERIT: saknas.yml\n", "saknas.yml"),
    ],
)
def test_a_configuration_that_cannot_be_read_is_told_and_no_address_lost(
    project: Path, capsys: pytest.CaptureFixture[str], raw: bytes, told: str
) -> None:
    (project / "mkdocs.yml").write_bytes(raw)
    for verb in (["build"], ["serve"], ["export"], ["compile"], ["stage", "x"]):
        assert main([*verb, "--root", str(project)]) == 1, verb
        (line,) = capsys.readouterr().err.splitlines()
        assert told in line


def test_every_verb_that_uses_the_address_refuses_a_faulty_one(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SITE_URL", "plan.example")
    for verb in (["build"], ["publish"], ["serve"], ["export"], ["compile"], ["stage", "x"]):
        assert main([*verb, "--root", str(project)]) == 1, verb
        told = capsys.readouterr()
        assert told.out == ""
        (line,) = told.err.splitlines()
        assert SCHEME in line
        assert '"plan.example" (SITE_URL, eller site_url i mkdocs.yml)' in line
    assert not (project / "site").exists()
    assert not (project / "oppna-data").exists()


@pytest.mark.parametrize("verb", ["mkdocs", "roadmap"])
def test_a_faulty_address_in_the_configuration_stops_the_build(project: Path, verb: str) -> None:
    write(project, "https://plan.example/?q=1")
    done = run(project, verb, "build")
    assert done.returncode == 1
    assert "får inte ha något efter ? eller #" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()


def test_a_name_of_other_letters_is_the_same_everywhere(project: Path) -> None:
    write(project, "https://färdplan.example/stad")
    done = run(project, "roadmap", "build")
    assert done.returncode == 0, done.stderr
    site = project / "site"
    address = "https://xn--frdplan-5wa.example/stad/"
    assert f'<link rel="canonical" href="{address}om/">' in (site / "om/index.html").read_text(
        "utf-8"
    )
    assert f"Sitemap: {address}sitemap.xml" in (site / "robots.txt").read_text("utf-8")
    files = snapshot(site)
    assert [name for name, raw in files.items() if "färdplan.example".encode() in raw] == []
