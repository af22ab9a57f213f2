"""The verbs of the command line, each with its arguments, its help and where it is done."""

import argparse
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path, PurePosixPath

from roadmap.cli.command import command
from roadmap.cli.usage import Parser, added_language, goal_areas, plain_name, port
from roadmap.presenters import urls
from roadmap.presenters.messages import other_languages, to_editors
from roadmap.text.swedish import listing

PORT = 8000
IMPORT_PLAN = "import plan"
COMPILATION = PurePosixPath(urls.COMPILATION_FILE).name


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line; `run` of what it reads does what was asked for."""
    whole = Parser(
        prog=command(),
        description="Granska data, bygg webbplatsen, visa den och läs in svar.",
        example=command("validate"),
    )
    verbs = whole.add_subparsers(required=True, metavar="VERB", title="Verb", parser_class=Parser)

    def verb(
        name: str,
        help_text: str,
        where: str,
        example: Sequence[str] = (),
    ) -> argparse.ArgumentParser:
        sub: Parser = verbs.add_parser(
            name, help=help_text, description=help_text, example=command(name, *example)
        )
        return _in_project(sub, where)

    validate = verb(
        "validate", "Granska allt i data/ och docs/ och skriv ut alla fel.", "validate.validate"
    )
    validate.add_argument(
        "--format",
        choices=("text", "github"),
        default="text",
        help="text (en rad per fel) eller github (noteringar vid raderna i en pull request)",
    )
    form = verb(
        "format",
        "Skriv om filer i data/ i standardformen.",
        "edit.format_files",
        ["--check"],
    )
    form.add_argument("files", nargs="*", type=Path, metavar="FIL", help="annars alla")
    form.add_argument("--check", action="store_true", help="säg bara vilka som skulle ändras")
    _add_new(verbs)
    verb("schemas", "Skriv om schemas/ så att de följer planen.", "edit.write_schemas")
    translate = verb(
        "translate",
        "Skriv en fil med de texter som är kvar att översätta.",
        "translate.translate",
        ["en"],
    )
    translate.add_argument(
        "language", type=added_language, metavar="SPRÅK", help="språkets kod, till exempel en"
    )
    build = verb("build", "Bygg webbplatsen.", "build.build")
    _add_how_to_build(build)
    export = verb(
        "export",
        "Skriv öppna data som filer, samma som på webbplatsen.",
        "export.export",
        ["oppna-data"],
    )
    export.add_argument(
        "folder", nargs="?", type=Path, metavar="MAPP", help="mappen att skriva i (oppna-data)"
    )
    diff = verb("diff", "Visa vad som har ändrats i data, ord för ord.", "compare.diff", ["main"])
    diff.add_argument(
        "base",
        metavar="FÖRE",
        nargs="?",
        help="git-version eller mapp att jämföra med (origin/main, annars den sparade versionen)",
    )
    diff.add_argument(
        "head", metavar="EFTER", nargs="?", help="den senare (projektet som det är just nu)"
    )
    diff.add_argument(
        "--format", choices=("text", "markdown"), default="text", help="hur det skrivs (text)"
    )
    diff.add_argument(
        "--addresses",
        action="store_true",
        help="bara adresserna; misslyckas om en publicerad adress försvinner",
    )
    stage_verb = verb(
        "stage",
        "Skriv ut projektet med alla sidor, så att Zensical kan bygga det.",
        "build.stage",
        [".cache/zensical"],
    )
    stage_verb.add_argument("folder", type=Path, metavar="MAPP", help="mappen att skriva i")
    publish = verb("publish", "Bygg webbplatsen med filerna att ladda ned.", "build.publish")
    _add_how_to_build(publish)
    compile_ = verb(
        "compile",
        "Skriv remissammanställningen som Word-fil.",
        "compile.compile_answers",
        ["--out", COMPILATION],
    )
    compile_.add_argument("--out", type=Path, help=f"filen att skriva ({COMPILATION})")
    serve = verb(
        "serve", "Visa webbplatsen och bygg om när något ändras.", "serve.serve", ["--port", "8010"]
    )
    serve.add_argument("--port", type=port, default=PORT, help=f"port att visa den på ({PORT})")
    import_ = verb(
        "import",
        "Läs in ett svar ur Word, PDF eller text, eller siffror ur Excel eller CSV.",
        "take_in.import_document",
        ["svar.docx", "--body", "provnamnden"],
    )
    import_.add_argument(
        "file",
        type=Path,
        metavar="FIL",
        help="dokumentet: .docx, .pdf eller .txt; siffrorna: .xlsx eller .csv",
    )
    to = import_.add_mutually_exclusive_group(required=True)
    to.add_argument("--body", metavar="ID", help=to_editors("%(the_body)ss id"))
    to.add_argument(
        "--milestone", metavar="ID", help=to_editors("%(the_milestone)ss id, när filen har siffror")
    )
    import_.add_argument("--sheet", metavar="BLAD", help="bladet med siffrorna, om de är flera")
    plan = verb(
        IMPORT_PLAN,
        to_editors(
            "Läs in planen ur Word, PDF eller text: %(goal_areas)s, %(milestones)s och "
            "%(strategies)s."
        ),
        "take_in_plan.import_plan",
        ["planen.docx"],
    )
    plan.add_argument(
        "file", type=Path, metavar="FIL", help="planens dokument: .docx, .pdf eller .txt"
    )
    plan.add_argument(
        "--replace",
        action="store_true",
        help=to_editors(
            "ersätt de %(goal_areas)s som redan är skrivna, och det som väntar under unplaced"
        ),
    )
    repair = verb(
        "repair", "Rätta felinlästa ord i ett svar.", "take_in.repair_response", ["provnamnden"]
    )
    repair.add_argument("body", metavar="ID", help=to_editors("%(the_body)ss id"))
    repair.add_argument(
        "--all", action="store_true", help="skriv ut varje ord, med rad och kolumn i filen"
    )
    hide = verb(
        "hide",
        "Dölj ord som inte får visas, till exempel en personuppgift.",
        "hide.hide",
        ['"Namn Namnsson"'],
    )
    hide.add_argument("words", metavar="ORD", help="orden, inom citattecken om de är flera")
    return whole


def _add_how_to_build(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--site-dir", type=Path, help="mappen att bygga i (den i mkdocs.yml)")
    verb.add_argument(
        "--quiet", action="store_true", help="utan varningar, när validate redan har sagt dem"
    )


def joined(arguments: Sequence[str]) -> list[str]:
    """Return arguments with a verb of two words as one. No document is called "plan" alone."""
    words = IMPORT_PLAN.split()
    if [*arguments[: len(words)]] == words:
        return [IMPORT_PLAN, *arguments[len(words) :]]
    return [*arguments]


def _add_new(verbs: "argparse._SubParsersAction[Parser]") -> None:
    """Add the verb that makes something new, with a verb of its own for each kind."""
    help_text = "Skapa en ny fil att fylla i, eller en ny webbplats."
    example = command("new", "response", "provnamnden")
    new = verbs.add_parser("new", help=help_text, description=help_text, example=example)
    kinds = new.add_subparsers(required=True, metavar="SLAG", title="Slag", parser_class=Parser)
    help_text = to_editors("Skapa %(a_response)s att fylla i.")
    response = kinds.add_parser("response", help=help_text, description=help_text, example=example)
    response.add_argument(
        "slug", metavar="ID", help="blir filnamn och webbadress, t.ex. provnamnden"
    )
    _in_project(response, "edit.new_response")
    help_text = "Skapa en ny webbplats för en annan plan. Det som saknas frågar programmet efter."
    site = kinds.add_parser(
        "site",
        help=help_text,
        description=help_text,
        example=command("new", "site", "min-plan", '--name "Plan för Provköping" --area Skola'),
    )
    site.add_argument("root", type=Path, metavar="MAPP", help="en ny eller tom mapp")
    site.add_argument("--name", type=plain_name, metavar="NAMN", help="planens namn")
    site.add_argument(
        "--municipality",
        type=plain_name,
        metavar="NAMN",
        help="kommunen, som också ger ut webbplatsen",
    )
    site.add_argument(
        "--area",
        type=goal_areas,
        action="append",
        metavar="NAMN",
        help=to_editors("%(a_goal_area)s, eller hur många de är; anges en gång för varje"),
    )
    codes = listing(other_languages(), "eller")
    site.add_argument(
        "--language",
        action="append",
        type=added_language,
        metavar="SPRÅK",
        help=f"ett språk utöver svenska: {codes}; anges en gång för varje",
    )
    site.set_defaults(run=partial(_run, "new_site.new_site"), begins=True)


def _in_project(verb: Parser, where: str) -> Parser:
    """Let a verb be one that is done in a project that is there."""
    verb.add_argument("--root", type=Path, default=Path(), help="projektets mapp (den du står i)")
    verb.set_defaults(run=partial(_run, where), begins=False)
    return verb


def _run(where: str, options: argparse.Namespace, root: Path) -> int:
    """Run a verb. Its module is imported now: most verbs need little of what the others need."""
    module, name = where.split(".")
    status: int = getattr(import_module(f"roadmap.cli.{module}"), name)(options, root)
    return status
