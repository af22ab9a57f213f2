"""Write the pages and the navigation that this peer keeps by hand: `stage.py FOLDER`."""

import sys
from pathlib import Path

import yaml

folder = Path(sys.argv[1])
docs = folder / "docs"


def page(name: str, heading: str, macro: str) -> str:
    """Write a page of one macro call; return its name."""
    path = docs / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"# {heading}\n\n{{{{ {macro} }}}}\n", "utf-8")
    return name


def read(path: Path) -> dict:
    """Return what a file says."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)


areas, strategies, responses, overviews, compiled = [], [], [], [], []
for path in sorted((folder / "data/goal-areas").glob("*.yml")):
    area = read(path)
    areas.append(page(f"malomraden/{path.stem}.md", area["title"], f'area("{path.stem}")'))
    name = f"oversikt/{path.stem}.md"
    overviews.append(page(name, f"Vem tycker vad: {area['title']}", f'matrix("{path.stem}")'))
    name = f"sammanstallning/{path.stem}.md"
    compiled.append(page(name, f"Sammanställning: {area['title']}", f'compiled("{path.stem}")'))
    for one in area["strategies"]:
        number = one["id"][1:]
        name = f"strategier/{number.replace('.', '-')}.md"
        strategies.append(page(name, f"{number} {one['title']}", f'strategy("{one["id"]}")'))
for path in sorted((folder / "data/responses").glob("*.yml")):
    name = f"remissvar/{path.stem}.md"
    responses.append(page(name, read(path)["name"], f'response("{path.stem}")'))
themes = [
    page(f"teman/{theme['id']}.md", theme["name"], f'theme("{theme["id"]}")')
    for theme in read(folder / "data/plan.yml")["themes"]
]
overviews.append(page("oversikt/vad-hande-sedan.md", "Vad hände sedan", "requests()"))
nav = [
    page("index.md", "Färdplan", "start()"),
    {"Målområden": areas},
    {"Strategier": strategies},
    {"Remissvar": [page("remissvar/index.md", "Remissvar", "bodies()"), *responses]},
    {"Översikt": [page("oversikt/index.md", "Översikt", "overview()"), *overviews]},
    {"Sammanställning": compiled},
    {"Teman": themes},
]
with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
    yaml.safe_dump({"nav": nav}, config, allow_unicode=True)
