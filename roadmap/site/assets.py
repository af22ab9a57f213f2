"""The published scripts, stylesheets and images: light, and named by their content.

A page asks for the very files that it was made with, so old and new never mix, and a browser may
keep a file for ever.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from posixpath import dirname, join

import minify  # type: ignore[import-untyped]

from roadmap.presenters.marks import SHAPES

THEME = Path(__file__).parents[1] / "theme"
# Named by their content. Other sites fetch the other images, and remember where they were.
_FETCHED_BY_PAGES = (".js", ".css", ".svg")
# The form of our modules: one import of names per line, and exports by name.
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=class|function|async function|const)", re.MULTILINE)
# The minifier leaves what is in a @container as it is. It knows a @media.
_CONTAINER, _KNOWN = "@container (", "@media all and (container) and ("
STYLES = "assets/css/site.css"
# Style sheets with some of its parts, the lightest first. The other parts are for few pages.
_LIGHTER_STYLES: Mapping[str, frozenset[str]] = {
    "assets/css/fewer.css": frozenset(),
    "assets/css/response.css": frozenset({"svaret"}),
}
# A part that few pages need, with its name in its title; it goes on to the next title.
_FEW_NEED = re.compile(r"^/\* Där det behövs \((\w+)\): .*?(?=^/\* )", re.MULTILINE | re.DOTALL)
# A line on one area: its colours, its class, or its colours on paper.
_OF_AREA = re.compile(r"^ *(?:--mark-|\.area-|:root \{ --field-)(\d+)\b.*\n", re.MULTILINE)
_STYLED_CLASS = re.compile(r"\.([a-z][\w-]*)(?=[^{}]*\{)")
_CLASSES = re.compile(r'class="([^"]+)"')
# Once modules are inserted: a script that is fetched when it is needed.
_SCRIPT = re.compile(r'"\./([^"/]+\.js)"')


@dataclass(frozen=True)
class Assets:
    """The published files by URL, and their URLs by the names that they have in the theme.

    `missing` are the classes that a lighter style sheet does not know, the lightest first.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    urls: Mapping[str, str] = field(default_factory=dict)
    missing: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def styles(self, html: str) -> str:
        """Return the name of the lightest style sheet that has all that a page needs."""
        classes = {name for names in set(_CLASSES.findall(html)) for name in names.split()}
        fit = (name for name, missing in self.missing.items() if missing.isdisjoint(classes))
        return next(fit, STYLES)


def is_asset(name: str) -> bool:
    """Return whether the theme has an asset, or a module of one, with this name."""
    return name.startswith("assets/") and (THEME / name).is_file()


def assets(*folders: Path, own_styles: str = "", areas: int = SHAPES) -> Assets:
    """Return the published assets of the theme. Deterministic.

    A file in one of the folders goes before the theme's own of that name. The style sheets know no
    more goal areas than there are, and end with the site's own styles. Raises OSError, and
    minify.MinifyError if two modules of a script have a name in common.
    """
    folders = (*folders, THEME)
    names = [path.relative_to(THEME).as_posix() for path in sorted(THEME.glob("assets/*/*"))]
    scripts = [name for name in names if name.endswith(".js")]
    modules = {module for name in scripts for module in _imported(name, _text(name, folders))}
    whole = _with_areas(_text(STYLES, folders), areas)
    own = _light_css(own_styles) if own_styles else b""
    files: dict[str, bytes] = {}
    urls: dict[str, str] = {}

    def publish(name: str) -> str:
        """Publish a file after the scripts that it fetches, and return its URL."""
        if name not in urls:
            content = (
                _light_css(whole) + own
                if name == STYLES
                else light(name, folders, lambda script: publish(join(dirname(name), script)))
            )
            urls[name] = _url(name, content)
            files[urls[name]] = content
        return urls[name]

    for name in names:
        if name not in modules:
            publish(name)
    missing: dict[str, frozenset[str]] = {}
    for name, kept in _LIGHTER_STYLES.items():
        text = _with_parts(whole, kept)
        content = _light_css(text) + own
        urls[name] = _url(name, content)
        files[urls[name]] = content
        missing[name] = _styled(whole) - _styled(text)
    return Assets(files, urls, missing)


def _with_areas(css: str, areas: int) -> str:
    """Return a style sheet without the lines on areas that there are not.

    Those of the first four stay: the mark of the site has their shapes.
    """
    return _OF_AREA.sub(lambda line: line[0] if int(line[1]) <= max(areas, 4) else "", css)


def _with_parts(css: str, kept: frozenset[str]) -> str:
    """Return a style sheet without the parts that few pages need, but for the ones to keep."""
    return _FEW_NEED.sub(lambda part: part[0] if part[1] in kept else "", css)


def _styled(css: str) -> frozenset[str]:
    """Return the classes that a style sheet has rules for."""
    return frozenset(_STYLED_CLASS.findall(css))


def light(
    name: str, folders: Sequence[Path], url_of: Callable[[str], str] = lambda script: script
) -> bytes:
    """Return a file in fewer bytes, from the first folder that has it.

    The modules that a script imports are inserted in it. Comments and space are removed, and local
    names are shortened. `url_of` gives the URL of a script in the same folder that it fetches.
    """
    suffix = PurePosixPath(name).suffix
    if suffix == ".svg":
        # The same name in every checkout, also where git has written the line ends of Windows.
        return _text(name, folders).encode()
    if suffix not in (".js", ".css"):
        return _find(name, folders).read_bytes()
    text = _text(name, folders)
    if suffix == ".css":
        return _light_css(text)
    text = "".join(_joined(name, folders, set()))
    text = _SCRIPT.sub(lambda found: f'"./{PurePosixPath(url_of(found[1])).name}"', text)
    lightened: str = minify.string("application/javascript", text)
    return lightened.encode()


def _light_css(text: str) -> bytes:
    lightened: str = minify.string("text/css", text.replace(_CONTAINER, _KNOWN))
    return lightened.replace(_KNOWN, _CONTAINER).encode()


def _url(name: str, content: bytes) -> str:
    path = PurePosixPath(name)
    if path.suffix not in _FETCHED_BY_PAGES:
        return name
    digest = hashlib.sha256(content).hexdigest()[:12]
    return str(path.with_name(f"{path.stem}.{digest}{path.suffix}"))


def _find(name: str, folders: Sequence[Path]) -> Path:
    paths = [folder / name for folder in folders]
    return next((path for path in paths if path.is_file()), paths[-1])


def _text(name: str, folders: Sequence[Path]) -> str:
    return _find(name, folders).read_text("utf-8")


def _imported(name: str, text: str) -> list[str]:
    return [join(dirname(name), module) for module in _IMPORT.findall(text)]


def _joined(name: str, folders: Sequence[Path], included: set[str]) -> Iterator[str]:
    """Yield the texts of the modules that a module needs, each once, and then its own."""
    text = _text(name, folders)
    for module in _imported(name, text):
        if module not in included:
            included.add(module)
            yield from (_EXPORT.sub("", part) for part in _joined(module, folders, included))
    yield _IMPORT.sub("", text)
