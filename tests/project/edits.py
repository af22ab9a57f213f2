"""What editors do to the frozen site: ordinary edits, and such as have to be refused.

Each changes files of a project in place. The bodies, outcomes and figures are fictional.
"""

import re
from collections.abc import Callable
from pathlib import Path

from tests.projects import change

Edit = Callable[[Path], None]

BODY = "enskede-arsta-vantor"
RESPONSE = f"data/responses/{BODY}.yml"
AREA = "data/goal-areas/1-uppvaxt-och-utbildning.yml"
SETTINGS = "data/settings.yml"
NAME = "Enskede-Årsta-Vantörs stadsdelsnämnd"
SPEAKER = "Enskede-Årsta-Vantörs stadsdelsförvaltning"


def write(project: Path, name: str, text: str) -> None:
    """Write a file, in a new folder if need be."""
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def add_line(project: Path, name: str, text: str) -> None:
    """Add lines at the end of a file."""
    path = project / name
    path.write_text(path.read_text("utf-8") + text, encoding="utf-8")


def response_added(project: Path) -> None:
    text = (project / RESPONSE).read_text("utf-8")
    write(
        project,
        "data/responses/provnamnden.yml",
        text.replace(NAME, "Påhittade provnämnden").replace(SPEAKER, "Påhittade provförvaltningen"),
    )


def short_response_added(project: Path) -> None:
    write(
        project,
        "data/responses/kortnamnden.yml",
        "name: Påhittade kortnämnden\nkind: facknamnd\nstatus: received\nspeaker: body\n"
        "source:\n  title: Kort svar\ncomments:\n  - strategies:\n      - S1.2\n"
        "    text: |\n      Nämnden har inget att invända.\nunanswered: rest\n",
    )


def body_declined(project: Path) -> None:
    write(
        project,
        "data/responses/avstanamnden.yml",
        "name: Påhittade avstånämnden\nkind: facknamnd\nstatus: declined\n",
    )


def body_silent(project: Path) -> None:
    write(
        project,
        "data/responses/tystnamnden.yml",
        "name: Påhittade tystnämnden\nkind: facknamnd\nstatus: not_received\n",
    )


def body_answering_jointly(project: Path) -> None:
    write(
        project,
        "data/responses/gemensamnamnden.yml",
        f"name: Påhittade gemensamnämnden\nkind: facknamnd\nstatus: joint\nanswered_by: {BODY}\n",
    )


def word_corrected(project: Path) -> None:
    change(project, RESPONSE, "som uppbär", "som mottar")
    add_line(
        project,
        RESPONSE,
        "corrections:\n  - pages: 3\n    stood: uppbär\n    stands: mottar\n"
        "    reason: Påhittad rättelse.\n",
    )


def word_of_the_plan_corrected(project: Path) -> None:
    change(project, AREA, "viktiga verksamheter", "väsentliga verksamheter")
    add_line(
        project,
        AREA,
        "corrections:\n  - pages: 3\n    stood: viktiga verksamheter.\n"
        "    stands: väsentliga verksamheter.\n"
        "    reason: Påhittad rättelse.\n",
    )


def judgement_reviewed(project: Path) -> None:
    change(
        project,
        RESPONSE,
        "reviewed: false",
        "reviewed: true\n      reviewed_by: Provsekreteraren\n      reviewed_on: 2026-02-01",
    )


def all_judgements_reviewed(project: Path) -> None:
    path = project / RESPONSE
    signed = r"\1reviewed: true\n\1reviewed_by: Provsekreteraren\n\1reviewed_on: 2026-02-01"
    text = re.sub(r"^( +)reviewed: false", signed, path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")


def outcome_told(project: Path) -> None:
    text = (project / RESPONSE).read_text("utf-8")
    ask = re.search(r"^      asks:\n(        - kind: .*\n          quote: )", text, re.MULTILINE)
    assert ask
    outcome = (
        "        - outcome:\n            by: Provredaktören\n            reviewed: false\n"
        "            value: pending\n            date: 2020-03-10\n            source:\n"
        "              title: Påhittat beslut\n              url: https://beslut.example/plan\n"
        "          kind: "
    )
    at = ask.start(1)
    rest = text[at:].replace("        - kind: ", outcome, 1)
    (project / RESPONSE).write_text(text[:at] + rest, encoding="utf-8")


def figures_from_excel(project: Path) -> None:
    table = "år;kön;värde\r\n2017;kvinnor;79,5\r\n2017;män;78,1\r\n2017;totalt;78,9\r\n"
    path = project / "data/series/E1.1.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"\xef\xbb\xbf" + table.encode())
    text = (project / AREA).read_text("utf-8")
    series = (
        "    series:\n      title: Påhittade siffror\n      unit: procent\n"
        "      source: Provmyndigheten\n      url: https://prov.example/siffror\n"
    )
    (project / AREA).write_text(text.replace("strategies:\n", f"{series}strategies:\n", 1), "utf-8")


def theme_added(project: Path) -> None:
    change(
        project, "data/plan.yml", "\nthemes:\n", "\nthemes:\n  - id: provtema\n    name: Provtema\n"
    )


def publisher_contact_and_repository_set(project: Path) -> None:
    add_line(
        project,
        SETTINGS,
        "publisher: Påhittade kommunen\npublisher_url: https://prov.example/\n"
        "contact: kansli@prov.example\nrepository: https://github.com/prov/plan\n",
    )


def body_renamed_with_its_redirect(project: Path) -> None:
    """The file, all that names it, and where its old address leads."""
    new = "stadsdelsnamnden"
    names = "text_from|response|answered_by|decision_of"
    naming = re.compile(rf"^( *(?:{names}): ){BODY}$", re.MULTILINE)
    (project / RESPONSE).rename(project / f"data/responses/{new}.yml")
    for path in (project / "data").rglob("*.yml"):
        text = path.read_text("utf-8")
        path.write_text(naming.sub(rf"\1{new}", text), encoding="utf-8")
    write(project, "data/redirects.yml", f"remissvar/{BODY}/: remissvar/{new}/\n")


def page_added(project: Path) -> None:
    write(
        project,
        "docs/om/redaktionen.md",
        "---\ntitle: Redaktionen\ndescription: En påhittad sida.\n---\n\n# Redaktionen\n\n"
        "## Vilka vi är {: #vilka }\n\nLäs [om webbplatsen](index.md).\n",
    )


def sentence_added(project: Path) -> None:
    change(project, "docs/om/index.md", "# Om webbplatsen\n", "# Om webbplatsen\n\nEn ny mening.\n")


def search_word_added(project: Path) -> None:
    add_line(project, "data/search/synonyms.yml", "förstagångsföräldrar: provsökord\n")


def site_renamed(project: Path) -> None:
    path = project / "mkdocs.yml"
    text = re.sub(r"^site_name: .*$", "site_name: Påhittad plan", path.read_text("utf-8"),
                  flags=re.MULTILINE)  # fmt: skip
    path.write_text(text, encoding="utf-8")


def judgement_rewritten(project: Path) -> None:
    change(project, RESPONSE, "value: supports\n", "value: supports_in_part\n")


def laid_out_otherwise(project: Path) -> None:
    """Long lines, quotes and another order of keys are no faults."""
    text = (project / SETTINGS).read_text("utf-8")
    note, _, rest = text.partition("\naccessibility:")
    long = " ".join(note.removeprefix("note: |").split())
    write(project, SETTINGS, f'accessibility:{rest}note:   "{long}   {"Och så vidare. " * 9}"\n')


ORDINARY: tuple[Edit, ...] = (
    response_added,
    short_response_added,
    body_declined,
    body_silent,
    body_answering_jointly,
    word_corrected,
    word_of_the_plan_corrected,
    judgement_reviewed,
    all_judgements_reviewed,
    judgement_rewritten,
    outcome_told,
    figures_from_excel,
    theme_added,
    publisher_contact_and_repository_set,
    body_renamed_with_its_redirect,
    page_added,
    sentence_added,
    search_word_added,
    site_renamed,
    laid_out_otherwise,
)
# In an order in which each still finds what it changes.
TOGETHER: tuple[Edit, ...] = tuple(
    edit
    for edit in ORDINARY
    if edit not in (judgement_reviewed, laid_out_otherwise, body_renamed_with_its_redirect)
)


def word_changed_without_its_entry(project: Path) -> None:
    change(project, RESPONSE, "som uppbär", "som mottar")


def word_of_the_plan_changed_without_its_entry(project: Path) -> None:
    change(project, AREA, "viktiga verksamheter", "väsentliga verksamheter")


def entry_without_its_change(project: Path) -> None:
    add_line(
        project,
        RESPONSE,
        "corrections:\n  - pages: 3\n    stood: mottar\n    stands: uppbär\n"
        "    reason: Påhittad rättelse.\n",
    )


def body_renamed_without_its_redirect(project: Path) -> None:
    body_renamed_with_its_redirect(project)
    (project / "data/redirects.yml").unlink()


def page_removed(project: Path) -> None:
    (project / "docs/om/personuppgifter.md").unlink()


def heading_skipped(project: Path) -> None:
    change(project, "docs/om/index.md", "## Planen", "#### Planen")


def link_broken(project: Path) -> None:
    change(project, "docs/om/index.md", "(bedomningar.md)", "(bedomningar.md#finns-inte)")


def strategy_unknown(project: Path) -> None:
    change(project, RESPONSE, "      - S1.1\n", "      - S9.9\n")


def quote_made_up(project: Path) -> None:
    change(project, RESPONSE, "          quote: ", "          quote: påhittat ")


def indent_lost(project: Path) -> None:
    change(project, RESPONSE, "source:\n  title:", "source:\n title:")


# Each with the file at whose line GitHub shows the fault; None where no line is at fault.
REFUSED: tuple[tuple[Edit, str | None], ...] = (
    (word_changed_without_its_entry, RESPONSE),
    (word_of_the_plan_changed_without_its_entry, AREA),
    (entry_without_its_change, RESPONSE),
    (body_renamed_without_its_redirect, None),
    (page_removed, None),
    (heading_skipped, "docs/om/index.md"),
    (link_broken, None),
    (strategy_unknown, RESPONSE),
    (quote_made_up, RESPONSE),
    (indent_lost, RESPONSE),
)
