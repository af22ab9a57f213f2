"""The texts of a plan that belong to no milestone and no strategy, where their place is certain."""

from roadmap.importing.plan.drafts import AreaDraft

_LISTED = "Målområdets text har en lista, och inga etappmål är funna. Är punkterna etappmål?"


def take_opening(area: AreaDraft) -> None:
    """Let what stands between a goal area's heading and all else in it be its own text.

    It waits with what no field holds if the area has no title, or nothing that ends the text.
    """
    if not area.title or not (area.milestones or area.strategies):
        return
    area.lines = [line for loose in area.loose if loose.opens for line in loose.lines]
    area.loose = [loose for loose in area.loose if not loose.opens]
    if not area.milestones and any(line.bullet and not line.cell for line in area.lines):
        area.text_doubt = _LISTED
