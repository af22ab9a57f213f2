"""The URL that the site is published at: where it is written, and what it may look like."""

import re
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from roadmap.site.configuration import ConfigurationError, configuration

EXAMPLE = "https://fardplan.example.org/"
# Letters and digits, with hyphens between them.
_LABEL = r"(?!-)[a-z0-9-]{1,63}(?<!-)"
_HOST = re.compile(rf"{_LABEL}(\.{_LABEL})*")
_UNWRITABLE = re.compile(r'[\s\\<>"{}|^`]')
# What a path may have besides letters, digits and %.
_IN_PATH = "/%:@!$&'()*+,;=~"


class SiteUrlError(ConfigurationError):
    """The address of the site cannot be that. The message is Swedish."""


def site_url(root: Path) -> str | None:
    """Return the URL that the site of a project is published at, with a final "/".

    As `mkdocs.yml` says, usually with `!ENV SITE_URL`; None while it is undecided. Raises
    ConfigurationError.
    """
    return read_site_url(str(configuration(root).get("site_url") or ""))


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
