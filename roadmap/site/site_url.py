"""The URL that the site is published at: where it is written, and what it may look like."""

import re
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import yaml

from roadmap.datafiles.characters import decode
from roadmap.datafiles.problems import DataError, Problem
from roadmap.datafiles.yaml_errors import syntax_problem
from roadmap.datafiles.yaml_places import events

CONFIGURATION = "mkdocs.yml"
EXAMPLE = "https://fardplan.example.org/"
# Letters and digits, with hyphens between them.
_LABEL = r"(?!-)[a-z0-9-]{1,63}(?<!-)"
_HOST = re.compile(rf"{_LABEL}(\.{_LABEL})*")
_UNWRITABLE = re.compile(r'[\s\\<>"{}|^`]')
# What a path may have besides letters, digits and %.
_IN_PATH = "/%:@!$&'()*+,;=~"


class SiteUrlError(Exception):
    """The address of the site cannot be that. The message is Swedish."""


def site_url(root: Path) -> str | None:
    """Return the URL that the site of a project is published at, with a final "/".

    As `mkdocs.yml` says, usually with `!ENV SITE_URL`; None while it is undecided. Raises
    SiteUrlError, also for a configuration that cannot be read.
    """
    # Only some verbs need it, and it is slow to import.
    from mkdocs.exceptions import MkDocsException
    from mkdocs.utils.yaml import get_yaml_loader, yaml_load

    path = root / CONFIGURATION
    if not path.exists():
        return None
    _refuse_faulty_yaml(path)
    try:
        with path.open("rb") as file:
            written = yaml_load(file, get_yaml_loader())
    except MkDocsException as error:  # in one that it inherits from
        told = " ".join(str(error).split())
        place = re.search(r"line (\d+), column (\d+)", told)
        line, column = map(int, place.groups()) if place else (1, 1)
        message = f"Filen går inte att läsa. MkDocs säger på engelska: {told}"
        raise SiteUrlError(str(Problem(CONFIGURATION, line, column, message))) from None
    if not isinstance(written, dict):
        raise SiteUrlError(f"{CONFIGURATION}:1:1: Filen ska bestå av fält, ett per rad.")
    return read_site_url(str(written.get("site_url") or ""))


def _refuse_faulty_yaml(path: Path) -> None:
    try:
        text = decode(CONFIGURATION, path.read_bytes())
    except DataError as error:
        raise SiteUrlError(str(error)) from None
    try:
        for _ in events(text):
            pass
    except yaml.YAMLError as error:
        raise SiteUrlError(str(syntax_problem(CONFIGURATION, text, error))) from None


def read_site_url(text: str | None) -> str | None:
    """Return the URL as it is to be written, with a final "/"; None if there is none.

    Raises SiteUrlError.
    """
    if not text:
        return None
    if _UNWRITABLE.search(text) or not text.isprintable():
        raise _error(text, "har ett blanksteg eller ett annat tecken som inte får stå i en adress")
    scheme = text.partition(":")[0].lower()
    if scheme not in ("http", "https"):
        raise _error(text, "ska börja med https:// eller http://")
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:  # faulty brackets
        raise _error(text, "saknar ett giltigt namn på servern") from None
    if "@" in parts.netloc:
        raise _error(text, "får inte ha användarnamn eller lösenord")
    if "?" in text or "#" in text:
        raise _error(text, "får inte ha något efter ? eller #")
    try:
        port = "" if parts.port is None else f":{parts.port}"
    except ValueError:
        raise _error(text, "har en port som inte finns") from None
    return f"{scheme}://{_host(text, host)}{port}{_path(text, parts.path)}"


def _host(text: str, host: str) -> str:
    """Return the host as the network knows it: the letters of a name as ASCII."""
    if ":" in host:  # urlsplit has seen that it is an address of IPv6
        return f"[{host}]"
    try:
        known = host.encode("idna").decode("ascii")
        same = known.encode("ascii").decode("idna") == host or known == host
    except UnicodeError:
        known, same = "", False
    if not (same and _HOST.fullmatch(known)):
        raise _error(text, "saknar ett giltigt namn på servern")
    return known


def _path(text: str, path: str) -> str:
    if re.search(r"%(?![0-9A-Fa-f]{2})", path):
        raise _error(text, "har ett % utan två siffror efter")
    if {".", ".."} & set(unquote(path).split("/")):
        raise _error(text, "får inte ha . eller .. som mapp")
    return quote(path.rstrip("/"), safe=_IN_PATH) + "/"


def _error(text: str, fault: str) -> SiteUrlError:
    """Return the error; without the address, if a password or an odd sign may stand in it."""
    shown = f' "{text}"' if text.isprintable() and "@" not in text else ""
    which = f"Webbplatsens adress{shown} (SITE_URL, eller site_url i mkdocs.yml)"
    return SiteUrlError(f"{which} {fault}. Skriv till exempel {EXAMPLE}.")
