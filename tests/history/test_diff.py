"""`roadmap diff`, as an editor and a pull request meet it."""

import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmap.cli.main import main
from tests.repositories import Repository, miniature

RESPONSE = "data/responses/provnamnden.yml"
WHOLE = (
    "Provnämnden › Synpunkt på 1.2 och 1.3 › Text: ändrat\n"
    "    Nämnden säger [-varken-] {+både+} ja eller nej.\n"
)
NO_ADDRESS = "Inga adresser har tillkommit eller försvunnit.\n"

# Runs `roadmap diff` in a folder; returns the exit status, what is said and what is complained of.
Diff = Callable[..., tuple[int, str, str]]


@pytest.fixture
def diff(capsys: pytest.CaptureFixture[str]) -> Diff:
    def run(folder: Path, *arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main(["diff", "--root", str(folder), *arguments])
        return status, *capsys.readouterr()

    return run


def test_the_words_that_changed_are_told(diff: Diff, repository: Repository) -> None:
    repository.change(RESPONSE, "varken ja", "både ja")
    repository.change(RESPONSE, "        value: supports\n", "        value: opposes\n")
    status, said, complaint = diff(repository.folder, "HEAD")
    assert status == 0
    assert complaint == ""
    assert said == (
        "Provnämnden › Synpunkt på 1.1 › Tolkning › Ställningstagande: ändrat\n"
        "    [-Stöder-] {+Är emot+}\n"
        f"{WHOLE}\n{NO_ADDRESS}"
    )


def test_who_speaks_is_told_in_words(diff: Diff, repository: Repository) -> None:
    repository.change(RESPONSE, "speaker: administration", "speaker: body")
    _status, said, _complaint = diff(repository.folder, "HEAD")
    assert "[-Förvaltningen-] {+Remissinstansen+}" in said


def test_what_came_of_a_request_is_told_in_words(diff: Diff, repository: Repository) -> None:
    repository.change(RESPONSE, "value: partly", "value: adopted")
    repository.change(RESPONSE, "Provstyrelsens beslut om", "Provstyrelsens andra beslut om")
    first = (
        "          quote: saknar siffror om elever\n",
        "          quote: saknar siffror om elever\n          outcome:\n            by: Prov\n"
        "            reviewed: false\n            value: pending\n            date: 2020-03-01\n"
        "            source:\n              title: Provstyrelsens protokoll\n",
    )
    repository.change(RESPONSE, *first)
    status, said, complaint = diff(repository.folder, "HEAD")
    assert (status, complaint) == (0, "")
    assert said == (
        "Önskemålet om förtydligande från Provnämnden (Avsnitt Nämndens synpunkter): ändrat\n"
        "    [-Besked saknas-] {+Under arbete+}\n"
        "Önskemålet om resurser från Provnämnden (Synpunkt på 1.1): ändrat\n"
        "    [-Delvis-] {+Ja+}\n"
        "Önskemålet om resurser från Provnämnden (Synpunkt på 1.1) › Vad hände sedan › Källa › "
        "Dokumentets titel: ändrat\n"
        "    Provstyrelsens {+andra+} beslut om provplanen\n"
        f"\n{NO_ADDRESS}"
    )
    repository.change(RESPONSE, *reversed(first))
    _status, said, _ = diff(repository.folder, "HEAD")
    assert "förtydligande" not in said


def test_two_revisions_are_compared(diff: Diff, repository: Repository) -> None:
    repository.change(RESPONSE, "varken ja", "både ja")
    repository.commit()
    repository.change(RESPONSE, "både ja", "just ja")
    repository.git("tag", "v1")
    _status, said, _ = diff(repository.folder, "HEAD~1", "v1")
    assert said == f"{WHOLE}\n{NO_ADDRESS}"


def test_a_folder_is_compared(diff: Diff, repository: Repository, tmp_path: Path) -> None:
    shutil.copytree(repository.folder / "data", tmp_path / "old" / "data")
    repository.change(RESPONSE, "varken ja", "både ja")
    _status, said, _ = diff(repository.folder, str(tmp_path / "old"))
    assert said == f"{WHOLE}\n{NO_ADDRESS}"


def test_a_reformatting_is_no_change(diff: Diff, repository: Repository) -> None:
    repository.change(RESPONSE, "name: Provnämnden", 'name: "Provnämnden"')
    _status, said, _ = diff(repository.folder, "HEAD")
    assert said == f"Inget i data/ har ändrats till sin innebörd.\n\n{NO_ADDRESS}"


def test_letters_written_in_another_way_are_no_change(diff: Diff, repository: Repository) -> None:
    for path in (repository.folder / "data").rglob("*"):
        if path.suffix in (".yml", ".csv"):
            raw = path.read_bytes()
            path.write_bytes(unicodedata.normalize("NFD", raw.decode()).encode())
    assert RESPONSE in repository.git("status", "--short")
    _status, said, complaint = diff(repository.folder, "HEAD")
    assert (said, complaint) == (
        f"Inget i data/ har ändrats till sin innebörd.\n\n{NO_ADDRESS}",
        "",
    )


def test_markdown_shows_the_words_as_they_are(diff: Diff, repository: Repository) -> None:
    repository.change(RESPONSE, "varken ja", "*inte* | <b>ja</b> @prov `x` [y](z)")
    _status, said, _ = diff(repository.folder, "HEAD", "--format", "markdown")
    assert said == (
        "| Var | Vad | Ord |\n|---|---|---|\n"
        "| Provnämnden › Synpunkt på 1.2 och 1.3 › Text | ändrat | "
        "Nämnden säger ~~varken ja~~ "
        r"**\*inte\* \| &lt;b&gt;ja&lt;/b&gt; &#64;prov \`x\` \[y\](z)** eller nej. |"
        f"\n\n{NO_ADDRESS}"
    )


@pytest.mark.parametrize("revision", ["finns-inte", "--help-me", "-x", "HEAD~9", "main:data"])
def test_a_revision_that_is_not_there_is_told_in_one_line(
    diff: Diff, repository: Repository, revision: str
) -> None:
    status, _, complaint = diff(repository.folder, "--", revision)
    assert status == 1
    assert complaint == (
        f"roadmap: Versionen ”{revision}” finns inte i arkivet. Kontrollera stavningen.\n"
    )


def test_a_shallow_clone_tells_how_to_get_the_rest(
    diff: Diff, repository: Repository, tmp_path: Path
) -> None:
    repository.change(RESPONSE, "varken ja", "både ja")
    repository.commit()
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.folder}", str(clone))
    status, _, complaint = diff(clone, "HEAD~1")
    assert status == 1
    assert "git fetch --unshallow" in complaint


def test_without_git_or_repository_it_is_told(
    diff: Diff, repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(repository.folder / "data", tmp_path / "archive" / "data")
    status, _, complaint = diff(tmp_path / "archive", "HEAD")
    assert status == 1
    save = 'git add . && git commit -m "Planen"'
    assert complaint == (
        "roadmap: Mappen hör inte till något versionsarkiv (git). "
        f"Spara projektet i git: git init -b main && {save}\n"
    )
    status, said, complaint = diff(tmp_path / "archive", "--addresses")
    assert (status, said) == (0, "")
    assert complaint.startswith(
        "roadmap: Adresserna är inte jämförda med någon tidigare version. Mappen hör"
    )
    subprocess.run(["git", "init", "-q", tmp_path / "archive"], check=True)
    status, _, complaint = diff(tmp_path / "archive", "HEAD")
    assert status == 1
    assert complaint == (
        f"roadmap: Versionsarkivet har ingen sparad version än. Spara den första: {save}\n"
    )
    monkeypatch.setenv("PATH", str(tmp_path))
    status, _, complaint = diff(repository.folder, "HEAD")
    assert status == 1
    assert complaint == (
        "roadmap: Programmet git finns inte på datorn. Installera det: https://git-scm.com\n"
    )


def test_data_that_cannot_be_read_is_said_to_be_unknown(diff: Diff, repository: Repository) -> None:
    repository.change(RESPONSE, "name: Provnämnden", "name: [Provnämnden")
    repository.commit()
    repository.change(RESPONSE, "name: [Provnämnden", "name: Provnämnden")
    repository.change("data/goal-areas/1-lara.yml", "fler böcker", "många böcker")
    status, said, _ = diff(repository.folder, "HEAD")
    assert status == 0
    assert "Målområde 1 Lära › Strategi 1.1 › Text: ändrat" in said
    assert f"{RESPONSE} går inte att läsa i den tidigare versionen" in said
    assert (
        "Den tidigare versionen har ett fel enligt de regler som gäller nu, så det som inte går "
        "att läsa där saknas bland adresserna. Du behöver inte göra något åt det. "
        f"Felet: {RESPONSE}:"
    ) in said


def test_data_of_another_model_is_compared_as_far_as_it_goes(
    diff: Diff, repository: Repository
) -> None:
    repository.change("data/plan.yml", "issuer: Provstyrelsen", "avsandare: Provstyrelsen")
    repository.commit()
    repository.change("data/plan.yml", "avsandare: Provstyrelsen", "issuer: Provstyrelsen")
    status, said, _ = diff(repository.folder, "HEAD")
    assert status == 0
    assert "Om planen › avsandare: borttaget\n    [-Provstyrelsen-]" in said
    assert "Om planen › Avsändare: tillagt\n    {+Provstyrelsen+}" in said


def test_data_of_nothing_known_is_compared_with_nothing(diff: Diff, tmp_path: Path) -> None:
    repository = Repository(tmp_path / "project")
    (repository.folder / "annat.txt").write_text("x", "utf-8")
    repository.commit()
    shutil.copytree(miniature(tmp_path / "other").folder / "data", repository.folder / "data")
    status, said, _ = diff(repository.folder, "HEAD")
    assert status == 0
    assert "Provnämnden: tillagt\n    {+två avsnitt och tre synpunkter+}" in said


def test_an_address_that_disappears_fails(diff: Diff, repository: Repository) -> None:
    repository.git("mv", RESPONSE, "data/responses/namnden.yml")
    for name in ("data/goal-areas/1-lara.yml", "data/goal-areas/2-bo.yml"):
        repository.change(name, "text_from: provnamnden", "text_from: namnden")
    status, said, complaint = diff(repository.folder, "HEAD", "--addresses")
    assert status == 1
    assert said.startswith(
        "Ny adress: andringar/remissvar/namnden/feed.xml\n"
        "Ny adress: remissvar/namnden/\n"
        "Borttagen adress: andringar/remissvar/provnamnden/feed.xml finns inte längre\n"
        "Borttagen adress: remissvar/provnamnden/ finns inte längre\n"
    )
    # The feed is not complained of: it follows its page.
    assert complaint == (
        'data/redirects.yml:1:1: Adressen "remissvar/provnamnden/" är publicerad men försvinner. '
        "Länkar till den slutar fungera. Skriv remissvar/provnamnden/: och den nya adressen.\n"
    )
    redirects = repository.folder / "data" / "redirects.yml"
    redirects.write_text("remissvar/provnamnden/: remissvar/namnden/\n", "utf-8")
    status, said, complaint = diff(repository.folder, "HEAD", "--addresses")
    assert status == 0
    assert "remissvar/provnamnden/ leder nu till remissvar/namnden/" in said
    old, new = (f"andringar/remissvar/{name}/feed.xml" for name in ("provnamnden", "namnden"))
    assert f"Borttagen adress: {old} leder nu till {new}\n" in said
    # Now the old address is a promise too, and no news as long as it is kept.
    repository.commit()
    status, said, _ = diff(repository.folder, "HEAD", "--addresses")
    assert status == 0
    assert said.startswith("Inga adresser har tillkommit eller försvunnit.\n")
    redirects.write_text("remissvar/provnamnden/: strategier/1-1/\n", "utf-8")
    status, said, _ = diff(repository.folder, "HEAD", "--addresses")
    assert status == 0
    assert "Borttagen adress: remissvar/provnamnden/ leder nu till strategier/1-1/\n" in said
    redirects.unlink()
    status, said, complaint = diff(repository.folder, "HEAD", "--addresses")
    assert status == 1
    assert "remissvar/provnamnden/ finns inte längre" in said


def test_a_cell_that_changed_is_told_and_a_wrapped_row_is_not(
    diff: Diff, repository: Repository
) -> None:
    letter = "data/responses/privatperson-1.yml"
    repository.change(letter, "| Läs | Mer |", "|Läs|\n        Mer|")
    status, said, _ = diff(repository.folder, "HEAD")
    assert (status, said.splitlines()[0]) == (0, "Inget i data/ har ändrats till sin innebörd.")
    repository.change(letter, "| Provboken | 2 |", "| Provboken | 5 |")
    status, said, _ = diff(repository.folder, "HEAD")
    assert "Privatperson 1 › Synpunkt på 1.1 › Text: ändrat" in said
    assert "¶ Provboken · [-2-] {+5+} · 3 ·" in said


def test_addresses_are_not_known_of_data_that_refers_to_nothing(
    diff: Diff, repository: Repository
) -> None:
    repository.change(RESPONSE, "      - S1.1\n", "      - S9.9\n")
    status, said, complaint = diff(repository.folder, "HEAD", "--addresses")
    assert (status, complaint) == (0, "")
    assert said.strip() == (
        "Den senare versionen har ett fel, så dess adresser är inte kända. Rätta det som validate "
        f'säger. Felet: {RESPONSE}:37:9: "S9.9" finns inte bland strategierna. '
        "Det som finns är S1.1, S1.2, S1.3 och S2.1."
    )


def test_a_file_that_disappears_cannot_lead_on(diff: Diff, repository: Repository) -> None:
    repository.git("mv", "data/sources/provnamnden/svar.txt", "data/sources/provnamnden/nytt.txt")
    repository.change(RESPONSE, "received: provnamnden/svar.txt", "received: provnamnden/nytt.txt")
    status, said, complaint = diff(repository.folder, "HEAD", "--addresses")
    assert status == 1
    assert "Ny adress: kallor/provnamnden/nytt.txt\n" in said
    assert complaint == (
        'data/redirects.yml:1:1: Adressen "kallor/provnamnden/svar.txt" är publicerad men '
        "försvinner. Länkar till den slutar fungera. En fil kan inte leda vidare: låt den ligga "
        "kvar.\n"
    )


def test_addresses_that_cannot_be_compared_are_not_taken_for_sound(
    diff: Diff, repository: Repository
) -> None:
    repository.commit()
    status, _, complaint = diff(repository.folder, "", "saknas", "--addresses")
    assert status == 1
    assert "Versionen ”saknas” finns inte i arkivet." in complaint
