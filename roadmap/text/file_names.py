"""File names that one system or another does not take. Knows no file."""

import re
from unicodedata import normalize

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f\x7f]')
_LONGEST = 255  # bytes, on almost every disk


def is_reserved(name: str) -> bool:
    """Whether Windows keeps this name for a device."""
    return bool(_RESERVED.fullmatch(name))


def fault_of_name(name: str) -> str | None:
    """Return a Swedish sentence on why not every system takes a name, or None if all do."""
    if is_reserved(name):
        return f'"{name}" är reserverat i Windows.'
    if forbidden := _FORBIDDEN.search(name):
        sign = forbidden[0] if forbidden[0].isprintable() else f"U+{ord(forbidden[0]):04X}"
        return f'Tecknet "{sign}" får inte stå i ett filnamn i Windows.'
    if name.endswith((".", " ")):
        return "Ett filnamn får inte sluta med punkt eller mellanslag i Windows."
    if len(name.encode()) > _LONGEST:
        return "Namnet är för långt."
    return None


def same_on_some_disk(name: str) -> str:
    """Return what is equal for two names that some disks take for one and the same."""
    return normalize("NFC", normalize("NFC", name).casefold())
