"""The table of the steps on the plan's way, known and unknown."""

from collections.abc import Iterator

from roadmap.exports.open_data.common_fields import file_address
from roadmap.exports.open_data.definitions import Row, Table, of, own
from roadmap.model import FROM_PLAN, ProcessStep, Reference
from roadmap.model.dataset import Dataset
from roadmap.presenters.messages import N_


def _rows(dataset: Dataset) -> Iterator[Row]:
    for number, step in enumerate(dataset.plan.process, start=1):
        section, source = step.section, step.source
        yield {
            "number": number,
            "name": step.name,
            "when": step.when,
            "what": step.what,
            "section": f"{section.response}/{section.section}" if section else None,
            "quote": step.quote,
            "source_title": source.title if source else None,
            "source_url": source.url if source else None,
            "source_file": file_address(source.file if source else None),
            "seen_in": step.seen_in,
            "decision_of": step.decision_of,
        }


PROCESS = Table(
    "arendet",
    N_("Ärendets gång"),
    N_(
        "Stegen från uppdrag till beslut, ett per rad, i ordning. Ett steg som varken "
        "har avsnitt, källa, sedd i eller beslut av är okänt."
    ),
    ("number",),
    (
        own("number", N_("Nummer"), N_("Ordningen i ärendet."), "integer"),
        of(ProcessStep, "name"),
        of(ProcessStep, "when"),
        of(ProcessStep, "what"),
        own(
            "section",
            N_("Avsnitt"),
            N_("Id för det avsnitt i %(a_response)s som berättar om steget."),
            required=False,
            refers="avsnitt",
        ),
        of(ProcessStep, "quote"),
        of(Reference, "title", "source_title", required=False),
        of(Reference, "url", "source_url", required=False),
        of(
            Reference,
            "file",
            "source_file",
            description=N_("Källan på webbplatsen, räknat från startsidan."),
            required=False,
        ),
        of(ProcessStep, "seen_in"),
        of(
            ProcessStep,
            "decision_of",
            description=N_(
                "Om steget är ett beslut: %(plan)s för beslutet i tabellen planen, "
                "annars id för den %(body)s som beslutade.",
                plan=FROM_PLAN,
            ),
        ),
    ),
    _rows,
)
