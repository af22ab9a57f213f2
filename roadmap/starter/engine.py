"""The program as a wheel, packed out of what is installed here, in a wheel or in a repository.

So a new project has the very version that made it, and needs no place to fetch it from. What the
program needs in its turn is named in the versions that it was made with.
"""

import base64
import hashlib
import io
import re
import zipfile
from importlib import metadata
from pathlib import Path

NAME = "fardplanen"
# A package that another needs; what only an extra of it needs is left out.
_NEEDED = re.compile(r"([\w.-]+)(?!.*\bextra ==)")
_PACKAGE = Path(__file__).parent.parent
_METADATA = ("licenses/LICENSE", "METADATA", "WHEEL", "entry_points.txt", "top_level.txt")
# The first day that a zip file can tell: the same program is the same bytes.
_NO_DAY = (1980, 1, 1, 0, 0, 0)


def wheel_name() -> str:
    """Return the file name of the wheel. Raises PackageNotFoundError if nothing is installed."""
    return f"{NAME}-{metadata.version(NAME)}-py3-none-any.whl"


def wheel() -> bytes:
    """Return the wheel. Raises OSError, and PackageNotFoundError if nothing is installed."""
    files = {
        f"{_PACKAGE.name}/{path.relative_to(_PACKAGE).as_posix()}": path.read_bytes()
        for path in sorted(_PACKAGE.rglob("*"))
        if path.is_file() and path.suffix != ".pyc"
    }
    distribution = metadata.distribution(NAME)
    info = f"{NAME}-{distribution.version}.dist-info"
    for name in _METADATA:
        files[f"{info}/{name}"] = (distribution.read_text(name) or "").encode()
    record = f"{info}/RECORD"
    lines = [f"{name},sha256={_digest(content)},{len(content)}" for name, content in files.items()]
    files[record] = "\n".join([*lines, f"{record},,", ""]).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _NO_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16  # everybody may read it
            archive.writestr(entry, content)
    return packed.getvalue()


def versions() -> str:
    """Return the installed versions of what the program needs, as a file of constraints for pip.

    What is needed on another system alone is not in it; pip finds a version of that. Raises
    PackageNotFoundError if the program is not installed.
    """
    found: dict[str, str] = {}
    waiting = list(metadata.requires(NAME) or ())
    while waiting:
        package = _NEEDED.match(waiting.pop())
        name = re.sub(r"[-_.]+", "-", package[1]).lower() if package else ""
        if name and name not in found:
            try:
                distribution = metadata.distribution(name)
            except metadata.PackageNotFoundError:
                continue
            found[name] = distribution.version
            waiting += distribution.requires or ()
    return "".join(f"{name}=={version}\n" for name, version in sorted(found.items()))


def _digest(content: bytes) -> str:
    """Return the SHA-256 as a wheel's list of files has it."""
    digest = hashlib.sha256(content).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
