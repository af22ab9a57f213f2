"""The tables of uncertain readings and of corrections."""

from collections.abc import Iterator
from dataclasses import replace

from roadmap.exports.open_data.common_fields import BODY, page_values
from roadmap.exports.open_data.definitions import OfEachResponse, Row, Table, of, own, page_span
from roadmap.model import Correction, UncertainReading
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters.messages import N_


@OfEachResponse
def _uncertain(body: Body) -> Iterator[Row]:
    source = body.response.source
    for number, reading in enumerate(source.uncertain if source else (), start=1):
        yield {
            "body": body.id,
            "number": number,
            **page_values(reading.pages),
            "received": reading.received,
            "corrected": reading.corrected,
            "reason": reading.reason,
        }


def _corrections(dataset: Dataset) -> Iterator[Row]:
    owners = [(area.id, "", area.corrections) for area in dataset.goal_areas]
    owners += [("", body.id, body.response.corrections) for body in dataset.received]
    for area_id, body_id, corrections in owners:
        for number, correction in enumerate(corrections, start=1):
            yield {
                "id": f"{area_id or body_id}/{number}",
                "body": body_id or None,
                "goal_area": area_id or None,
                **page_values(correction.pages),
                "stood": correction.stood,
                "stands": correction.stands,
                "reason": correction.reason,
            }


UNCERTAIN_READINGS = Table(
    "osakra-lasningar",
    N_("Osäkra läsningar"),
    N_("Ord i ett inläst dokument som inte säkert går att läsa."),
    ("body", "number"),
    (
        BODY,
        own("number", N_("Nummer"), N_("Ordningen inom dokumentet."), "integer"),
        *page_span(UncertainReading),
        of(UncertainReading, "received"),
        of(UncertainReading, "corrected"),
        of(UncertainReading, "reason"),
    ),
    _uncertain,
)

CORRECTIONS = Table(
    "rattelser",
    N_("Rättelser"),
    N_("Ord som har rättats efter att texten lästes in. En rättelse per rad."),
    ("id",),
    (
        own("id", N_("Id"), N_("Filens id och rättelsens nummer i den.")),
        replace(BODY, required=False),
        own(
            "goal_area",
            N_("%(Goal_area)s"),
            N_("%(The_goal_area)ss id, när rättelsen gäller planens text."),
            required=False,
            refers="malomraden",
        ),
        *page_span(Correction),
        of(Correction, "stood", description=N_("Orden som de stod i källans rättade text.")),
        of(Correction, "stands"),
        of(Correction, "reason"),
    ),
    _corrections,
)
