"""The file that tells where to report a security fault: RFC 9116, from the settings."""

from pathlib import Path

import pytest

from roadmap.datafiles.checks import check
from roadmap.datafiles.reader import read
from roadmap.site.outputs import OUTPUTS, Content
from tests.datafiles.checks.test_rules import TODAY
from tests.projects import MINI, change, make_project, run

FILE = ".well-known/security.txt"
LEAST = {"contact": "mailto:sakerhet@provkoping.example", "expires": "2020-12-31"}
WRITE_CONTACT = (
    "Skriv mailto: och en e-postadress, https:// och en webbadress, eller tel:+ och ett nummer."
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project", MINI)


def write(project: Path, fields: dict[str, str]) -> None:
    lines = "".join(f"  {name}: {value}\n" for name, value in fields.items())
    change(project, "data/settings.yml", "accessibility:", f"security:\n{lines}accessibility:")


def unusable(field: str) -> str:
    return f'Fältet "{field}" har ett värde som inte går att använda.'


def problems(project: Path) -> list[str]:
    return [str(problem) for problem in check(read(project), TODAY)]


def published(project: Path, address: str | None = None) -> dict[str, str]:
    """Return the files of the site in dot folders."""
    dataset = read(project).dataset
    assert dataset
    object.__setattr__(dataset, "address", address)
    return {
        url: b"".join(pieces).decode()
        for output in OUTPUTS
        if not output.within and not output.for_publishing
        for url, pieces in output.files(Content(dataset))
        if url.startswith(".")
    }


def test_the_least_that_can_be_told(project: Path) -> None:
    write(project, LEAST)
    assert problems(project) == []
    assert published(project) == {
        FILE: "Contact: mailto:sakerhet@provkoping.example\nExpires: 2020-12-31T23:59:59Z\n"
    }


def test_all_that_can_be_told(project: Path) -> None:
    write(
        project,
        {
            "contact": "https://provkoping.example/sakerhet",
            "expires": "2020-12-31",
            "languages": "[sv, en, fi-FI]",
            "policy": "https://provkoping.example/sakerhet/sa-gor-vi",
        },
    )
    assert problems(project) == []
    assert published(project, "https://plan.example/") == {
        FILE: "Contact: https://provkoping.example/sakerhet\n"
        "Expires: 2020-12-31T23:59:59Z\n"
        "Preferred-Languages: sv, en, fi-FI\n"
        "Canonical: https://plan.example/.well-known/security.txt\n"
        "Policy: https://provkoping.example/sakerhet/sa-gor-vi\n"
    }


def test_nothing_is_published_unless_it_is_decided(project: Path) -> None:
    assert published(project) == {}


@pytest.mark.parametrize("missing", LEAST)
def test_half_of_it_is_a_fault(project: Path, missing: str) -> None:
    write(project, {name: value for name, value in LEAST.items() if name != missing})
    (problem,) = problems(project)
    assert problem.startswith(f'data/settings.yml:7:3: Fältet "{missing}" saknas. Lägg till det.')


@pytest.mark.parametrize(
    "contact",
    [
        "mailto:sakerhet@provkoping.example",
        "https://provkoping.example/sakerhet?amne=plan",
        "tel:+46-8-123-45-67",
        "tel:+4681234567",
    ],
)
def test_a_contact_is_an_address_of_a_kind_that_programs_know(project: Path, contact: str) -> None:
    write(project, LEAST | {"contact": contact})
    assert problems(project) == []
    assert published(project)[FILE].startswith(f"Contact: {contact}\n")


@pytest.mark.parametrize(
    "contact",
    [
        "sakerhet@provkoping.example",
        "mailto:sakerhet",
        '"mailto:"',
        '"mailto:a@b.example\\nExpires: 2099-01-01T00:00:00Z"',
        "http://provkoping.example/",
        "https://",
        "tel:08-123 45 67",
        "javascript:alert(1)",
    ],
)
def test_another_contact_is_refused(project: Path, contact: str) -> None:
    write(project, LEAST | {"contact": contact})
    assert problems(project) == [f"data/settings.yml:7:12: {unusable('contact')} {WRITE_CONTACT}"]


@pytest.mark.parametrize("field", ["languages: [svenska, en]", "languages: [sv_SE, en]"])
def test_a_language_is_a_code(project: Path, field: str) -> None:
    name, _, value = field.partition(": ")
    write(project, LEAST | {name: value})
    (problem,) = problems(project)
    assert problem.startswith("data/settings.yml:9:15: ")
    assert "till exempel sv eller en" in problem


@pytest.mark.parametrize("day", ["2020-12", "2020-12-31T00:00:00Z", "imorgon"])
def test_a_day_is_a_day(project: Path, day: str) -> None:
    write(project, LEAST | {"expires": day})
    (problem,) = problems(project)
    said = f"data/settings.yml:8:12: {unusable('expires')} Skriv datumet som år-månad-dag,"
    assert problem.startswith(said)


def test_a_built_site_has_it_whatever_day_it_is(project: Path) -> None:
    write(project, LEAST)
    done = run(project, "roadmap", "build", SITE_URL="https://plan.example/")
    assert done.returncode == 0, done.stderr
    assert "varning: Datumet 2020-12-31 har passerat." in done.stderr
    assert (project / "site" / FILE).read_text("utf-8").splitlines() == [
        "Contact: mailto:sakerhet@provkoping.example",
        "Expires: 2020-12-31T23:59:59Z",
        "Canonical: https://plan.example/.well-known/security.txt",
    ]
