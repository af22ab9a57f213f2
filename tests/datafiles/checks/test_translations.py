"""A data set in another language, and the verb that writes what is left to translate."""

import shutil
from pathlib import Path

import pytest

from roadmap.cli.command import command
from roadmap.cli.main import main
from roadmap.datafiles.load import checked
from roadmap.datafiles.problems import DataError
from roadmap.model.translatable import translatable
from roadmap.model.translations import text_hash
from roadmap.presenters.translated import in_language, untranslated
from roadmap.starter import pages_in, site_files
from roadmap.text.foreign import foreign
from tests.projects import MINI, TERMS, TODAY, make_project

FILE = "data/translations/en/plan.yml"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The data of the miniature site, without pages."""
    project = make_project(tmp_path / "site", MINI)
    shutil.rmtree(project / "docs")
    return project


def speak(site: Path, *languages: str) -> None:
    with (site / "data/settings.yml").open("a") as file:
        file.write("languages:\n" + "".join(f"  - {language}\n" for language in languages))


def translate(site: Path, of: str, text: str, checksum: str | None = None) -> None:
    texts = {one.of: one.text for one in translatable(checked(site, TODAY)[0])}
    file = site / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        file.write_text("by: Ann\nreviewed: false\ntexts:\n")
    checksum = checksum or text_hash(texts.get(of, ""))
    with file.open("a") as more:
        more.write(f'  - of: {of}\n    hash: "{checksum}"\n    text: {text}\n')


def told(site: Path) -> list[str]:
    try:
        return [str(problem) for problem in checked(site, TODAY)[1]]
    except DataError as error:
        return [str(problem) for problem in error.problems]


def test_what_is_left_is_told_once_and_shown_in_swedish(site: Path) -> None:
    speak(site, "sv", "en")
    translate(site, "plan/title", "Trial plan")
    (message,) = told(site)
    assert "texter är inte översatta till engelska" in message
    dataset = checked(site, TODAY)[0]
    english = in_language(dataset, "en")
    assert english.plan.title == "Trial plan"
    assert english.plan.summary == foreign(dataset.plan.summary)
    strategy = dataset.strategies[0]
    assert english.strategies[0].text == strategy.text
    assert (english.original, english.language) == (dataset, "en")


def test_what_was_translated_of_other_words_is_not_shown(site: Path) -> None:
    speak(site, "sv", "en")
    translate(site, "plan/title", "Trial plan", "a" * 12)
    dataset = checked(site, TODAY)[0]
    title = dataset.plan.title
    assert any(text_hash(title) in message and f"{FILE}:5:" in message for message in told(site))
    assert in_language(dataset, "en").plan.title == foreign(title)


def test_a_file_is_written_to_fill_in_and_keeps_what_is_filled_in(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    speak(site, "sv", "en")
    assert main(["translate", "en", "--root", str(site)]) == 0
    path = site / "data/translations/en/att-oversatta.yml"
    assert "att översätta står i data/translations/en/att-oversatta.yml" in capsys.readouterr().out
    assert len(told(site)) == 1
    filled = path.read_text().replace("FYLL I översättningen", "Trial plan", 1)
    path.write_text(filled)
    assert any("inte vem som har översatt" in message for message in told(site))
    path.write_text(filled.replace("FYLL I vem som översätter", "Ann"))
    assert main(["translate", "en", "--root", str(site)]) == 0
    assert path.read_text() == filled.replace("FYLL I vem som översätter", "Ann")
    path.write_text(path.read_text().replace("FYLL I översättningen", "Words"))
    assert told(site) == []
    assert main(["translate", "en", "--root", str(site)]) == 0
    assert "Alla texter är översatta till engelska." in capsys.readouterr().out


def test_what_one_file_has_no_room_for_goes_on_in_the_next(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    speak(site, "sv", "en")
    monkeypatch.setattr("roadmap.cli.translate._MOST_TEXTS", 20)
    assert main(["translate", "en", "--root", str(site)]) == 0
    assert "att-oversatta.yml, data/translations/en/att-oversatta-2.yml" in capsys.readouterr().out
    folder = site / "data/translations/en"
    first, second, third = (folder / f"att-oversatta{end}.yml" for end in ("", "-2", "-3"))
    assert first.read_text().count("- note:") == second.read_text().count("- note:") == 20
    # One of the last is done, and with more room for the rest the files are fewer.
    filled = third.read_text().replace("FYLL I översättningen", "Words", 1)
    third.write_text(filled.replace("FYLL I vem som översätter", "Ann"))
    monkeypatch.setattr("roadmap.cli.translate._MOST_TEXTS", 1000)
    assert main(["translate", "en", "--root", str(site)]) == 0
    texts = {path.name: path.read_text() for path in folder.iterdir()}
    assert texts.keys() == {first.name, third.name, Path(FILE).name}
    assert "Words" in texts[third.name]
    assert "FYLL I" not in texts[third.name]
    assert len(told(site)) == 1


def test_what_waits_for_nothing_is_taken_out(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    speak(site, "sv", "en")
    assert main(["translate", "en", "--root", str(site)]) == 0
    folder = site / "data/translations/en"
    file, other, empty = (folder / name for name in ("att-oversatta.yml", "annan.yml", "tom.yml"))
    before = file.read_text()
    row = "  - of: M1/strategies/S1.9/title\n    hash: aaaaaaaaaaaa\n    text: FYLL I översättningen\n"
    title = row.replace("M1/strategies/S1.9", "plan")
    done = title.replace("FYLL I översättningen", "Trial plan").replace("title", "summary")
    head = "by: Ann\nreviewed: false\ntexts:\n"
    file.write_text(before + row)
    other.write_text(head + done + row + title)
    empty.write_text(head + row)
    gone = [message for message in told(site) if "finns inte längre" in message]
    assert len(gone) == 3
    assert all("S1.9/title" in message and "varning: " in message for message in gone)
    capsys.readouterr()
    assert main(["translate", "en", "--root", str(site)]) == 0
    out = capsys.readouterr().out
    assert "Skrev data/translations/en/annan.yml." in out
    assert "Tog bort data/translations/en/tom.yml" in out
    assert "S1.9" not in file.read_text()
    assert "Trial plan" in other.read_text()
    assert "S1.9" not in other.read_text()
    assert "FYLL I" in other.read_text(), "somebody may have it to fill in"
    assert not empty.exists()
    # The last time there is nothing left to write but that.
    filled = file.read_text().replace("FYLL I översättningen", "Words")
    file.write_text(filled.replace("FYLL I vem som översätter", "Ann") + row)
    assert main(["translate", "en", "--root", str(site)]) == 0
    assert "Alla texter är översatta till engelska." in capsys.readouterr().out
    assert "S1.9" not in file.read_text()


def test_a_command_is_told_as_it_works_here(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    speak(site, "sv", "en")
    assert main(["validate", "--root", str(site)]) == 0
    assert f"Kör {command('translate', 'en')}. Då" in capsys.readouterr().err


def test_nobody_is_asked_to_translate_a_name(site: Path) -> None:
    speak(site, "sv", "en")
    dataset = checked(site, TODAY)[0]
    names = {one.of: one.text for one in translatable(dataset) if one.of.endswith("/by")}
    assert names
    asked = {one.of for one in untranslated(dataset, "en")}
    assert not asked & names.keys()
    of, name = next((of, name) for of, name in names.items() if name == "Provredaktören")
    before, after = in_language(dataset, "en"), "The editor"
    assert foreign(name) in {one.text for one in translatable(before)}
    translate(site, of, after)
    shown = {one.text for one in translatable(in_language(checked(site, TODAY)[0], "en"))}
    assert after in shown


def test_the_pages_that_the_program_has_are_written_and_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = make_project(tmp_path / "site", MINI)
    speak(site, "sv", "en")
    own = site / "docs/en/sok.md"
    own.parent.mkdir()
    own.write_text("# Our own\n")
    assert main(["translate", "en", "--root", str(site)]) == 1
    assert (
        "docs/en/sok.md:1:1: Sidan säger inte vem som har översatt den" in capsys.readouterr().err
    )
    assert own.read_text() == "# Our own\n"
    own.unlink()
    assert main(["translate", "en", "--root", str(site)]) == 0
    assert "Skrev docs/en/sok.md." in capsys.readouterr().out
    pages = {path.relative_to(site / "docs/en").as_posix() for path in site.glob("docs/en/**/*.md")}
    assert pages >= {"index.md", "sok.md", "malomraden/lara.md", "om/index.md"}
    assert "ordlista.md" not in pages  # the site has none
    (left, *others) = told(site)
    assert "texter är inte översatta" in left
    assert all("har ändrats sedan det här skrevs" in message for message in others)


def test_the_program_s_pages_are_written_where_the_site_s_own_words_say(tmp_path: Path) -> None:
    site = make_project(tmp_path / "site", TERMS)
    speak(site, "sv", "en")
    with (site / "data/terms.yml").open("a") as terms:
        terms.write("addresses: true\n")
    for usual, own in (("malomraden", "insatsomraden"), ("remissvar", "yttranden")):
        (site / "docs" / usual).rename(site / "docs" / own)
    assert main(["translate", "en", "--root", str(site)]) == 0
    written = {page.relative_to(site / "docs/en").as_posix() for page in site.rglob("en/**/*.md")}
    assert {"yttranden/index.md", "insatsomraden/lara.md", "teman/index.md"} <= written
    assert not [page for page in written if page.startswith(("remissvar/", "malomraden/"))]
    assert "responses()" in (site / "docs/en/yttranden/index.md").read_text()


def test_the_starter_s_pages_are_of_its_own_swedish_ones() -> None:
    swedish = dict(site_files(site_name="", name="", wheel=""))
    for name, text in pages_in("en"):
        assert text_hash(swedish[f"docs/{name}"]) in text, name
