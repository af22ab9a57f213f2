"""What is wrong with `mkdocs.yml`, in Swedish and at its line, before MkDocs says it in English."""

import re
from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from roadmap.datafiles.characters import decode
from roadmap.datafiles.problems import DataError, Problem, did_you_mean
from roadmap.datafiles.yaml_places import lines_of_keys, repeated_fields
from roadmap.site.configuration import CONFIGURATION
from roadmap.text.swedish import listing

# What the engine cannot be without, in this order.
_PLUGINS = ("roadmap", "macros")
_KINDS = {"bool": "true eller false", "str": "en text", "int": "ett tal", "list": "en lista"}
# What MkDocs says, what it means and what to do. Groups: the words to look for on the line.
_MESSAGES = (
    (r"Required configuration not provided\.", "Inställningen {key} saknas.", "Lägg till den."),
    (
        r"The path '(.+)' isn't an existing (?:file|directory).*",
        "{0} finns inte.",
        "Kontrollera namnet.",
    ),
    (
        r"The path set in custom_dir \('(.+)'\) does not exist\.",
        "Mappen {0} (custom_dir) finns inte.",
        "Kontrollera namnet.",
    ),
    (
        r"The '(?:docs|site)_dir' should not be within the '(?:docs|site)_dir' .+",
        "docs_dir och site_dir får inte ligga i varandra.",
        "Välj en annan mapp.",
    ),
    (
        r"Failed to load extension '(.+?)'.*",
        'Markdown-tillägget "{0}" går inte att läsa in.',
        "Kontrollera namnet, eller installera det.",
    ),
)


def check_configuration(root: Path) -> list[Problem]:
    """Return the warnings. Raises DataError if MkDocs would not build as `mkdocs.yml` says."""
    problems = [*_problems(root / CONFIGURATION)]
    if any(problem.severity == "error" for problem in problems):
        raise DataError(problems)
    return problems


def _problems(path: Path) -> Iterator[Problem]:
    if not path.is_file():
        hint = "Den säger hur webbplatsen byggs. Hämta den ur git, eller från en annan webbplats."
        yield Problem(CONFIGURATION, 1, 1, "Filen finns inte.", hint)
        return
    text = decode(CONFIGURATION, path.read_bytes())
    config = MkDocsConfig(config_file_path=str(path))
    try:
        with path.open("rb") as file:
            config.load_file(file)
        errors, warnings = config.validate()
    except Exception as error:  # a plugin or a hook may do anything
        message = f"Inställningarna går inte att använda. Python säger: {error!r}."
        yield Problem(CONFIGURATION, 1, 1, message)
        return
    for key, told in (*errors, *(warnings if config.strict else ())):
        words, message, way_out = _translated(key, " ".join(str(told).split()))
        yield Problem(CONFIGURATION, _line(text, key, words), 1, message, way_out)
    if not errors:
        yield from _unfit(text, config)


def _unfit(text: str, config: MkDocsConfig) -> Iterator[Problem]:
    """Yield what MkDocs would accept, but would make another site of."""
    for (*_, name), (line, column) in repeated_fields(text):
        # It would take the last one, in silence.
        message = f'Fältet "{name}" står två gånger.'
        yield Problem(CONFIGURATION, line, column, message, "Behåll det ena.")
    names = list(config.plugins)
    for name in _PLUGINS:
        if name not in names:
            message = f'Tillägget "{name}" saknas under plugins.'
            hint = f"Skriv en rad: - {name}"
            yield Problem(CONFIGURATION, _line(text, "plugins", ""), 1, message, hint)
    if Path(config.docs_dir) != Path(config.config_file_path).resolve().parent / "docs":
        message = "Sidorna ska ligga i mappen docs."
        yield Problem(
            CONFIGURATION, _line(text, "docs_dir", ""), 1, message, "Skriv docs_dir: docs"
        )
    if config.nav is not None:
        # Nobody should believe that they have changed the menu.
        message = "nav har ingen verkan: menyn har bara programmets egna sidor."
        hint = "Ta bort nav, och länka till en egen sida från en annan, som docs/om/index.md."
        yield Problem(CONFIGURATION, _line(text, "nav", ""), 1, message, hint, "warning")
    for page in _pages_in(config.nav):
        if not Path(config.docs_dir, page).is_file():
            message = f'Sidan "{page}" i nav finns inte i docs.'
            yield Problem(
                CONFIGURATION, _line(text, "nav", page), 1, message, "Kontrollera namnet."
            )


def _pages_in(nav: object) -> Iterator[str]:
    """Yield the pages that the navigation names, at any depth."""
    if isinstance(nav, str) and nav.endswith(".md") and "://" not in nav:
        yield nav
    elif isinstance(nav, dict | list):
        for part in nav.values() if isinstance(nav, dict) else nav:
            yield from _pages_in(part)


def _translated(key: str, told: str) -> tuple[str, str, str | None]:
    """Return words that stand on the line, a message and what to do."""
    if found := re.fullmatch(r'The "(.+)" plugin is not installed', told):
        installed = [plugin.name for plugin in entry_points(group="mkdocs.plugins")]
        hint = did_you_mean(found[1], installed) or "Kontrollera namnet, eller installera det."
        return found[1], f'Tillägget "{found[1]}" är inte installerat.', hint
    if found := re.fullmatch(r"Unrecognised theme name: '(.+)'\. The available .+: (.+)", told):
        hint = f"De som finns är {listing(found[2].split(', '))}."
        return found[1], f'Temat "{found[1]}" finns inte.', hint
    if found := re.fullmatch(r".*Unrecognised configuration name: (.+)", told):
        known = dict(MkDocsConfig()._schema) if key == found[1] else ()
        hint = did_you_mean(found[1], known) or "Kontrollera namnet, eller ta bort raden."
        return found[1], f'Inställningen "{found[1]}" finns inte.', hint
    if found := re.fullmatch(r"Expected type: <class '(\w+)'> but received: .+", told):
        kind = _KINDS.get(found[1], f"ett värde av slaget {found[1]}")
        return "", f"Värdet till {key} är av fel slag.", f"Här ska det stå {kind}."
    for pattern, message, hint in _MESSAGES:
        if found := re.fullmatch(pattern, told):
            groups = found.groups()
            words = Path(groups[0]).name if groups else ""
            return words, message.format(*groups, key=key), hint
    return "", f"Inställningen {key} godtas inte. MkDocs säger på engelska: {told}", None


def _line(text: str, key: str, words: str) -> int:
    """Return the line of a field, or the first one from there on that has some words."""
    first = lines_of_keys(text).get((key,), 1)
    lines = enumerate(text.splitlines()[first - 1 :], first)
    return next((number for number, line in lines if words in line), first)
