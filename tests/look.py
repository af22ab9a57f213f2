"""A fictional municipality's own look: a colour, a logo and an icon, put into a project."""

import struct
import zlib
from pathlib import Path

COLOUR = "#8a1538"
LOGO_TEXT = "Lillmåla kommun"
LOGO = """\
<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60" viewBox="0 0 120 60">
<path fill="#8a1538" d="M0 0h60v60z"/><circle fill="#8a1538" cx="90" cy="30" r="30"/></svg>
"""


def png(width: int, height: int) -> bytes:
    """Return a white picture."""
    rows = (b"\0" + b"\xff" * width) * height
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def give_look(project: Path, colour: str = COLOUR) -> Path:
    """Give a project a look of its own: settings and files, and nothing of the program."""
    with (project / "data/settings.yml").open("a", encoding="utf-8") as settings:
        settings.write(
            f"look:\n  colour: '{colour}'\n  logo: bilder/logotyp.svg\n"
            f"  logo_text: {LOGO_TEXT}\n  icon: bilder/ikon.png\n"
        )
    pictures = project / "docs/bilder"
    pictures.mkdir()
    (pictures / "logotyp.svg").write_text(LOGO, "utf-8")
    (pictures / "ikon.png").write_bytes(png(32, 32))
    return project
