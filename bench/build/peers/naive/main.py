"""The site as one would first write it: macros that return Markdown, data read by PyYAML."""

import sys
from pathlib import Path

ROOT = Path(__file__).parent / "data"
sys.path.append(str(ROOT.parent))

from reading import read_all  # noqa: E402


def define_env(env):
    """Read the data and register the macros. Called by mkdocs-macros."""
    files = sorted(path for path in ROOT.rglob("*.yml"))
    data = read_all(tuple((path, path.stat().st_mtime_ns) for path in files))
    areas, responses = data["goal-areas"], data["responses"]
    strategies = {one["id"]: one for area in areas.values() for one in area["strategies"]}

    def counts(strategy_id):
        tally = {}
        for response in responses.values():
            for comment in response["comments"]:
                if strategy_id in comment["strategies"] and "judgement" in comment:
                    value = comment["judgement"]["position"]["value"]
                    tally[value] = tally.get(value, 0) + 1
        return "".join(f"- {value} **{count}**\n" for value, count in tally.items()) + "\n"

    def link(strategy_id, up):
        number = strategy_id[1:]
        target = f"{up}strategier/{number.replace('.', '-')}.md"
        return f"[{number} {strategies[strategy_id]['title']}]({target})"

    @env.macro
    def start():
        return "".join(
            f"## {area['title']}\n\n"
            + "".join(f"- {link(one['id'], '')}\n" for one in area["strategies"])
            + "\n"
            for area in areas.values()
        ) + bodies("remissvar/")

    @env.macro
    def bodies(folder=""):
        return "\n".join(
            f"- [{response['name']}]({folder}{key}.md), {len(response['comments'])} synpunkter"
            for key, response in responses.items()
        )

    @env.macro
    def area(key):
        found = [f"- {milestone['text']}\n" for milestone in areas[key]["milestones"]]
        for one in areas[key]["strategies"]:
            found.append(f"\n## {one['title']}\n\n{one['text']}\n")
            found.append(f"{link(one['id'], '../')}\n\n{counts(one['id'])}")
        return "".join(found)

    @env.macro
    def overview():
        return "".join(f"## {link(one, '../')}\n\n{counts(one)}" for one in strategies)

    @env.macro
    def strategy(strategy_id):
        found = [strategies[strategy_id]["text"], "\n", counts(strategy_id)]
        for key, response in responses.items():
            for comment in response["comments"]:
                if strategy_id in comment["strategies"]:
                    found.append(f"## [{response['name']}](../remissvar/{key}.md)\n\n")
                    found.append(comment_text(comment))
        return "".join(found)

    @env.macro
    def response(key):
        data = responses[key]
        found = [f"{data['document_kind']}. {data['source']['title']}\n\n"]
        for section in data["sections"]:
            found.append(f"## {section['heading']}\n\n{section['text']}\n\n")
        for comment in data["comments"]:
            links = " ".join(link(one, "../") for one in comment["strategies"])
            found.append(f"### {links}\n\n{comment_text(comment)}")
        return "".join(found)

    def judged():
        for key, response in responses.items():
            for comment in response["comments"]:
                if "judgement" in comment:
                    yield key, response, comment, comment["judgement"]

    @env.macro
    def theme(theme_id):
        found = []
        for key, response, comment, judgement in judged():
            if any(mark["theme"] == theme_id for mark in judgement.get("themes", ())):
                found.append(f"## [{response['name']}](../remissvar/{key}.md)\n\n")
                found.append(comment_text(comment))
        return "".join(found)

    @env.macro
    def matrix(area_key):
        ids = [one["id"] for one in areas[area_key]["strategies"]]
        rows = {key: {} for key in responses}
        for key, _, comment, judgement in judged():
            asks = " ".join(ask["kind"] for ask in judgement.get("asks", ()))
            rows[key][comment["strategies"][0]] = f"{judgement['position']['value']} {asks}"
        head = " | ".join(["Remissinstans", *(link(one, "../") for one in ids)])
        lines = [f"| {head} |", "|---" * (len(ids) + 1) + "|"]
        for key, row in rows.items():
            name = f"[{responses[key]['name']}](../remissvar/{key}.md)"
            lines.append(f"| {' | '.join([name, *(row.get(one, '') for one in ids)])} |")
        return "\n".join(lines)

    @env.macro
    def compiled(area_key):
        found = []
        for one in areas[area_key]["strategies"]:
            found.append(f"## {link(one['id'], '../')}\n\n{counts(one['id'])}")
            found.append("| Instans | Ställningstagande | Önskemål | Av |\n|---|---|---|---|\n")
            for key, response, comment, judgement in judged():
                if one["id"] in comment["strategies"]:
                    position = judgement["position"]
                    cells = (
                        f"[{response['name']}](../remissvar/{key}.md), sidan {comment['pages']}",
                        f"**{position['value']}** {position.get('quote', '')}",
                        " ".join(ask_text(ask) for ask in judgement.get("asks", ())),
                        judgement["by"],
                    )
                    found.append(f"| {' | '.join(cells)} |\n")
            found.append("\n")
        return "".join(found)

    @env.macro
    def requests():
        return "".join(
            f"[{response['name']}](../remissvar/{key}.md): {ask_text(ask)}\n\n"
            for key, response, _, judgement in judged()
            for ask in judgement.get("asks", ())
        )


def ask_text(ask):
    """Return a request and what came of it."""
    found = f"**{ask['kind']}** {ask['quote']}"
    if outcome := ask.get("outcome"):
        source = f"[{outcome['source']['title']}]({outcome['source']['url']})"
        found += f" {outcome['value']}, {outcome['date']}. {outcome.get('reason', '')} {source}"
    return found


def comment_text(comment):
    """Return a comment and its judgement."""
    found = [comment["text"], "\n\n"]
    if judgement := comment.get("judgement"):
        position = judgement["position"]
        found.append(f"> Redaktionens bedömning: **{position['value']}**\n")
        found.extend(f"> {position[key]}\n" for key in ("reason", "quote") if key in position)
        for name, key in (("asks", "kind"), ("themes", "theme")):
            for one in judgement.get(name, ()):
                found.append(f">\n> - **{one[key]}** {one['quote']}\n")
        found.append(f">\n> {judgement['by']}\n\n")
    return "".join(found)
