"""Ready references bear the version that last changed their own text."""

import re
from pathlib import Path

from tests.html import by_attribute, parse, shown, text_of
from tests.projects import build, snapshot
from tests.repositories import Repository
from tests.views.changed import ADDRESS, AREA, RESPONSE, commits, saved


def test_references_bear_the_version_of_their_own_text(changed: Path, versions: Repository) -> None:
    last, _, first = commits(versions)
    strategy = shown(changed, "strategier/1-1")
    what = "(förslag till svar, remiss Provplan för Provköping)"
    document = f"Förvaltningen, Provnämnden, Svar på provplanen, 15 januari 2020 {what}"
    plan = "Provköpings kommun, Provplan för Provköping (förslag), strategi 1.1"
    place = f"Återgivet på {ADDRESS}strategier/1-1/, webbsidan ändrad 2 maj 2020."
    assert f"{plan}, återgiven av {document}, s. 1. {place}" in strategy
    place = f"Återgivet på {ADDRESS}strategier/1-1/#svar-provnamnden"
    assert f"{document}, s. 2. {place}, webbsidan ändrad 1 mars 2020." in strategy
    joint = shown(changed, "strategier/1-3")
    assert f"{document}, s. 2–3. Återgivet på {ADDRESS}strategier/1-3/#svar-provnamnden" in joint
    assert "webbsidan ändrad 1 april 2020." in joint
    response = shown(changed, "remissvar/provnamnden")
    assert f"{ADDRESS}remissvar/provnamnden/, webbsidan ändrad 2 maj 2020." in response
    letter = shown(changed, "remissvar/privatperson-1")
    assert ", odaterat (remissvar, remiss Provplan för Provköping)." in letter
    assert f"{ADDRESS}remissvar/privatperson-1/, webbsidan ändrad 1 mars 2020." in letter
    links = [
        str(link.get("href")) for link in parse(changed / "strategier/1-1/index.html").iter("a")
    ]
    assert f"https://git.example/provkoping/plan/blob/{last}/{AREA}" in links
    assert f"https://git.example/provkoping/plan/blob/{first}/{RESPONSE}" in links


def test_pages_are_shortened_in_references_only(changed: Path) -> None:
    for page in ("strategier/1-1", "strategier/1-3", "remissvar/provnamnden"):
        text = shown(changed, page)
        references = re.findall(rf"\bs\. [\d–]+\. Återgivet på {ADDRESS}", text)
        assert len(re.findall(r"\bs\. \d", text)) == len(references)
    assert "sida 2" in shown(changed, "strategier/1-1")


def test_without_an_archive_on_the_web_a_version_leads_to_what_it_changed(tmp_path: Path) -> None:
    repository = saved(tmp_path / "project")
    address = "repository: https://git.example/provkoping/plan\nrepository_kind: github\n"
    repository.change("data/settings.yml", address, "")
    repository.commit()
    site = build(repository.folder)
    _, last, second, first = commits(repository)
    for page, months in {
        "strategier/1-1": {"2020-05": last, "2020-03": first},
        "strategier/1-3": {"2020-04": second},
        "remissvar/provnamnden": {"2020-05": last},
    }.items():
        links = [str(link.get("href")) for link in parse(site / page / "index.html").iter("a")]
        for month, commit in months.items():
            anchor = f"andring-{commit[:12]}"
            assert f"../../andringar/{month}/#{anchor}" in links
            assert anchor in by_attribute(parse(site / f"andringar/{month}/index.html"), "id")
    told = "Versionens nummer är det som den har i källkodsarkivet (git)"
    for page in ("andringar", "andringar/2020-04"):
        assert told in shown(site, page)


def test_with_an_archive_on_the_web_a_version_needs_no_explanation(changed: Path) -> None:
    assert "Versionens nummer" not in shown(changed, "andringar")


def test_a_judgement_changes_no_reference(tmp_path: Path) -> None:
    repository = saved(tmp_path / "project")
    before = snapshot(build(repository.folder))
    repository.change(RESPONSE, "        value: supports\n", "        value: opposes\n")
    repository.change(AREA, "pages: 1\n  - id: S1.2", "pages: 2\n  - id: S1.2")
    repository.commit()
    after = snapshot(build(repository.folder))
    for page in ("strategier/1-3/index.html", "strategier/2-1/index.html"):
        assert after[page] == before[page]
    assert commits(repository)[1][:12].encode() in after["remissvar/provnamnden/index.html"]
    assert commits(repository)[0][:12].encode() not in after["remissvar/provnamnden/index.html"]
    assert "Borttaget: Stöder" in text_of(parse(repository.folder / "site/andringar/index.html"))
