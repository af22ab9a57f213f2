"""The file that tells where to report a security fault, as RFC 9116 has it."""

from collections.abc import Iterator

from roadmap.model import Security

SECURITY_TXT = ".well-known/security.txt"


def security_txt(security: Security, site_url: str | None) -> str:
    """Return the file; with its own address if that of the site is known."""
    return "".join(f"{name}: {value}\n" for name, value in _fields(security, site_url))


def _fields(security: Security, site_url: str | None) -> Iterator[tuple[str, str]]:
    yield "Contact", security.contact
    yield "Expires", f"{security.expires}T23:59:59Z"  # all of that day
    if security.languages:
        yield "Preferred-Languages", ", ".join(security.languages)
    if site_url:
        yield "Canonical", f"{site_url}{SECURITY_TXT}"
    if security.policy:
        yield "Policy", security.policy
