"""What is written by hand in `docs/` is for everybody, or `validate` says where it is not."""

import shutil
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from roadmap.datafiles.checks.pages import page_problems, pages_are_for_everybody
from roadmap.datafiles.load import checked
from roadmap.datafiles.problems import DataError
from tests.projects import MINI, TODAY, change

HEAD = "---\ntitle: Påhittad sida\n---\n\n"
BEGIN = f"{HEAD}# Påhittad sida\n\n"


def told(text: str) -> list[str]:
    parser = MarkdownIt("commonmark").enable("table")
    return [str(problem) for problem in page_problems("docs/sida.md", text, parser)]


@pytest.mark.parametrize(
    "text",
    [
        f"{BEGIN}## En {{: #en }}\n\n### Två\n\n## Tre\n",
        "{{ opening() }}\n\n## Efter makrot\n",
        f"{BEGIN}![Fyra former](former.svg) och [Så bedömer vi](bedomningar.md).\n",
        f'{BEGIN}<img src="prydnad.svg" alt="">\n',
        f"{BEGIN}| År | Värde |\n|---|---|\n| 2018 | 3 |\n",
        f"{BEGIN}<table><tr><th>År</th></tr><tr><td>2018</td></tr></table>\n",
        f"{BEGIN}```\n# ingen rubrik\n![](ingen-bild.png)\n```\n",
        f"{BEGIN}Term\n:   Förklaring med [länk till sidan](sida.md).\n",
    ],
)
def test_what_everybody_can_use_is_no_fault(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{BEGIN}### För djupt\n", 'docs/sida.md:7:1: Rubriken "För djupt" hoppar över en nivå: # följs av ###. Skriv ##: den som lyssnar på sidan går från nivå till nivå.'),
        (f"{BEGIN}###För djupt {{: #a }}\n", 'docs/sida.md:7:1: Rubriken "För djupt" hoppar över en nivå: # följs av ###. Skriv ##: den som lyssnar på sidan går från nivå till nivå.'),
        (f"{HEAD}## För tidigt\n", 'docs/sida.md:5:1: "För tidigt" står före sidans huvudrubrik. Börja sidan med en huvudrubrik (#).'),
        (f"{BEGIN}# En till\n", 'docs/sida.md:7:1: "En till" är sidans andra huvudrubrik. En sida har en huvudrubrik (#). Skriv ## för en rubrik i texten.'),
        (f"{BEGIN}En till\n===\n", 'docs/sida.md:7:1: "En till" är sidans andra huvudrubrik. En sida har en huvudrubrik (#). Skriv ## för en rubrik i texten.'),
        (f"{BEGIN}Text\noch ![](bild.png)\n", 'docs/sida.md:8:5: Bilden "bild.png" saknar text. Skriv inom klamrarna vad den visar: ![text](bild.png).'),
        (f"{BEGIN}<div>\n<img src='bild.png'>\n</div>\n", 'docs/sida.md:8:1: Bilden saknar text. Skriv alt="vad den visar", eller alt="" om den bara pryder.'),
        (f"{BEGIN}Se [här](sida.md).\n", 'docs/sida.md:7:5: Länktexten "här" säger inte vart länken leder. Skriv vad man kommer till, till exempel [Så bedömer vi](bedomningar.md).'),
        (f"{BEGIN}- punkt\n- [Läs mer …](sida.md)\n", 'docs/sida.md:8:4: Länktexten "Läs mer …" säger inte vart länken leder. Skriv vad man kommer till, till exempel [Så bedömer vi](bedomningar.md).'),
        (f"{BEGIN}Se [](sida.md).\n", 'docs/sida.md:7:4: Länken till "sida.md" saknar text. Skriv vad man kommer till, till exempel [Så bedömer vi](bedomningar.md).'),
        (f"{BEGIN}Se <https://prov.example/sida>.\n", 'docs/sida.md:7:5: Länktexten är en webbadress, "https://prov.example/sida", och läses upp tecken för tecken. Skriv vad man kommer till, till exempel [Så bedömer vi](bedomningar.md).'),
        (f"{BEGIN}| | |\n|---|---|\n| 2018 | 3 |\n", "docs/sida.md:7:1: Tabellen saknar rubriker. Skriv en rubrik över varje kolumn, på tabellens första rad."),
        (f"{BEGIN}<table>\n<tr><td>2018</td></tr>\n</table>\n", "docs/sida.md:7:1: Tabellen saknar rubriker. Låt rubrikerna stå i th i stället för td."),
    ],
    ids=["skipped", "close", "before", "second", "underlined", "image", "html image", "vague", "more", "empty", "address", "table", "html table"],
)  # fmt: skip
def test_what_shuts_somebody_out_is_told_at_its_line(text: str, said: str) -> None:
    assert told(text) == [said]


TOO_MANY = "och går inte att bygga. Dela upp den."
TOO_DEEP = "Listorna ligger för djupt i varandra. Kontrollera indragen."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[" * 20_000, f"7:2001: Sidan har fler än 2000 tecken [ {TOO_MANY}"),
        ("![a](<\n\n" * 3000, f"4007:2: Sidan har fler än 2000 tecken [ {TOO_MANY}"),
        ("<a " * 20_000, f"7:6001: Sidan har fler än 2000 tecken < {TOO_MANY}"),
        ("<![CDATA[" * 1000, f"7:181: Sidan har fler än 20 tecken <![ {TOO_MANY}"),
        ("`a|" * 20_000, f"7:6001: Sidan har fler än 2000 tecken ` {TOO_MANY}"),
        ("{: " * 20_000, f"7:6001: Sidan har fler än 2000 tecken {{ {TOO_MANY}"),
        ("a\n===\n" * 3000, f"4002:1: Sidan har fler än 2000 rubriker och linjer {TOO_MANY}"),
        ("* * *\n" * 3000, f"2004:1: Sidan har fler än 2000 rubriker och linjer {TOO_MANY}"),
        ("> " * 1000 + "a", f"7:1: {TOO_DEEP}"),
        ("1. " * 1000 + "a", f"7:1: {TOO_DEEP}"),
        ("- " * 1000 + "a", f"7:1: {TOO_DEEP}"),
        ("\n".join("    " * depth + "- a" for depth in range(300)), f"207:1: {TOO_DEEP}"),
    ],
)
def test_a_page_that_takes_markdown_minutes_is_refused(
    text: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/sida.md").write_text(f"{BEGIN}{text}\n", "utf-8")
    told = [str(problem) for problem in pages_are_for_everybody(tmp_path)]
    assert told[:1] == [f"docs/sida.md:{said}"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(MINI, tmp_path / "mini")
    return tmp_path / "mini"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\ntitle: [Sida\n---\n\n# Sida\n", "2:8: En klammer som öppnas stängs aldrig. Sätt ] eller } på slutet. Om klammern hör till texten: sätt hela texten inom citattecken."),
        ("---\ntitle: Sida: en\n---\n\n# Sida\n", "2:12: Texten har ett kolon, och det läses som ett nytt fält. Sätt hela texten inom citattecken."),
        ("--- \n- Sida\n...\n\n# Sida\n", "2:1: Mellan raderna med --- ska det stå fält. Skriv fältnamn: värde, ett per rad."),
        (f"---\ntitle: {'[' * 900}\n---\n\n# Sida\n", "2:27: Listorna ligger för djupt i varandra. Kontrollera indragen."),
        ("---\ntitle: 5\n---\n\n# Sida\n", '2:8: Fältet "title" ska vara en text. Sätt värdet inom citattecken.'),
        ("---\nx: a\ntitle: null\n---\n\n# Sida\n", '3:8: Fältet "title" ska vara en text. Sätt värdet inom citattecken.'),
        ("---\ndescription: [a]\n---\n\n# Sida\n", '2:14: Fältet "description" ska vara en text. Sätt värdet inom citattecken.'),
        ("---\ndate: 2020-02-30\n---\n\n# Sida\n", "2:1: Ett av fälten, kanske ett datum, går inte att läsa. Sätt värdet inom citattecken."),
        ("Obs: sidan är gammal.\n\n# Sida\n", '1:1: "Obs:" först på sidan läses som ett fält, och raden visas inte. Sätt fälten mellan två rader med ---, eller börja med en huvudrubrik (#).'),
        (f"{BEGIN}<<<<<<< HEAD\nEtt\n", "7:1: Här står en konfliktmarkering från git. Välj vilken av de två versionerna som gäller och ta bort markeringarna."),
        (f"{BEGIN}Ett\u202eTvå\n", "7:4: Tecknet U+202E (skrivriktning) är osynligt och får inte användas. Ta bort det."),
        (f"{BEGIN}Ett\0\n", "7:4: Tecknet U+0000 (styrtecken) är osynligt och får inte användas. Ta bort det."),
    ],
    ids=["open bracket", "colon", "list", "deep", "number", "nothing", "a list", "no day", "bare field", "git", "direction", "nul"],
)  # fmt: skip
def test_what_would_not_be_shown_as_it_is_written_is_told(
    text: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/sida.md").write_text(text, "utf-8")
    assert [str(problem) for problem in pages_are_for_everybody(tmp_path)] == [
        f"docs/sida.md:{said}"
    ]


def test_the_pages_of_a_project_are_read_and_those_of_a_writing_program_are_not(site: Path) -> None:
    assert [*pages_are_for_everybody(site)] == []
    (site / "docs/.utkast.md").write_text("### Utkast\n", "utf-8")
    (site / "docs/latin.md").write_bytes("# Påhittad\n".encode("latin-1"))
    (problem,) = pages_are_for_everybody(site)
    assert str(problem).startswith("docs/latin.md:1:4: Filen är inte sparad som UTF-8")


def test_faults_of_pages_data_and_redirects_are_told_together(site: Path) -> None:
    checked(site, TODAY)
    (site / "data/redirects.yml").write_text("gammal/: finns-inte/\n", "utf-8")
    change(site, "docs/om/index.md", "# ", "### ")
    with pytest.raises(DataError) as caught:
        checked(site, TODAY)
    assert [problem.file for problem in caught.value.problems if problem.severity == "error"] == [
        "data/redirects.yml",
        "docs/om/index.md",
    ]
    change(site, "data/plan.yml", "title:", "titel:")
    with pytest.raises(DataError) as caught:
        checked(site, TODAY)
    files = {problem.file for problem in caught.value.problems if problem.severity == "error"}
    assert {"data/plan.yml", "docs/om/index.md"} <= files


def test_pages_with_one_address_are_told(site: Path) -> None:
    for name in ("om.md", "om/README.md", "sok/index.md", "om/ny.md"):
        (site / "docs" / name).parent.mkdir(exist_ok=True)
        (site / "docs" / name).write_text("# Påhittad sida\n", "utf-8")
    with pytest.raises(DataError) as caught:
        checked(site, TODAY)
    errors = [one for one in caught.value.problems if one.severity == "error"]
    assert [str(problem) for problem in errors] == [
        f"docs/{name}:1:1: Adressen {address} Ge filen ett annat namn."
        for name, address in (
            ("om.md", '"om/" har redan docs/om/README.md.'),
            ("om/index.md", '"om/" har redan docs/om/README.md.'),
            ("sok.md", '"sok/" har redan docs/sok/index.md.'),
        )
    ]


def test_a_goal_area_without_its_page_is_told(site: Path) -> None:
    (site / "docs/malomraden/bo.md").rename(site / "docs/malomraden/bygga.md")
    with pytest.raises(DataError) as caught:
        checked(site, TODAY)
    assert [str(problem) for problem in caught.value.problems] == [
        "data/goal-areas/2-bo.yml:1:1: Målområdet har ingen sida. Kopiera sidan för ett "
        "målområde till docs/malomraden/bo.md, och byt id på den mot M2."
    ]


def test_a_page_that_shows_another_goal_area_is_told(site: Path) -> None:
    shutil.copy(site / "docs/malomraden/lara.md", site / "docs/malomraden/bo.md")
    with pytest.raises(DataError) as caught:
        checked(site, TODAY)
    assert [str(problem) for problem in caught.value.problems] == [
        "docs/malomraden/bo.md:1:15: Sidan hör till målområde M2, men visar M1. "
        "Byt id på sidan mot M2."
    ]
