"""What the tests try already, counted: serving, browsers and the servers that sites lie on."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree

from tests.projects import ROOT

SERVING = ("tests/cli/test_serve.py", "tests/site/test_serving.py")
BROWSERS = (
    *("tests/site/test_hostile.py", "tests/theme/test_policy.py", "tests/theme/test_scripts.py"),
    *("tests/theme/test_search_page.py", "tests/theme/test_selection.py"),
)
HOSTS = ("tests/project/hosting",)


def tries(paths: Sequence[str], folder: Path) -> Iterator[tuple[str, str]]:
    """Run tests; yield the name of each and how it failed."""
    report = folder / "report.xml"
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "auto", f"--junitxml={report}", *paths],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    for case in ElementTree.parse(report).iter("testcase"):
        fault = next((child for child in case if child.tag in ("failure", "error")), None)
        skipped = case.find("skipped") is not None
        if not skipped:
            yield (
                f"{case.get('classname')}.{case.get('name')}",
                ("" if fault is None else str(fault.get("message"))[:500]),
            )
