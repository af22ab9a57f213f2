"""The verbs that write files, each on a disk that has room for no file beyond a size."""

import re
import resource
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

from tests.projects import MINI, environment
from tests.repositories import Repository

NAME = "Qvintus Låtsasson"
VERBS = {
    "format": ["format"],
    "new": ["new", "response", "nynamnden"],
    "import": ["import", "svar.txt", "--body", "nynamnden"],
    "repair": ["repair", "provnamnden"],
    "hide": ["hide", NAME],
    "compile": ["compile"],
    "export": ["export"],
    "schemas": ["schemas"],
}


def full_project(folder: Path) -> Path:
    """Make a project in which every verb has something to write."""
    repository = Repository(folder)
    shutil.copytree(MINI, folder, dirs_exist_ok=True)
    response = folder / "data/responses/provnamnden.yml"
    sound = re.sub(r"  (received|corrected): .*\n", "", response.read_text("utf-8"))
    for who in (f"Provköping och {NAME}", "Provköping"):
        # In another form than the canonical one, and with misread words.
        text = sound.replace("Provköping vill", f"{who} vill battre forskolor behover", 1)
        response.write_text(text, "utf-8")
        repository.commit()
    for path in (folder / "data").rglob("*.yml"):
        path.write_text(f"# {'Anteckning. ' * 60}\n{path.read_text('utf-8')}\n", "utf-8")
    (folder / "svar.txt").write_text("1.1 Läs mer\n\n" + "Vi läser mer. " * 100, "utf-8")
    return folder


def run_with_room(project: Path, verb: str, size: int) -> subprocess.CompletedProcess[str]:
    """Run a verb where no file can have more bytes than this."""
    room = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size))
    return subprocess.run(
        [sys.executable, "-m", "roadmap", *VERBS[verb]],
        cwd=project,
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        preexec_fn=room,
        capture_output=True,
        text=True,
        check=False,
    )
