"""The way of the plan: the steps (`process`) from commission to decision, known or not."""

from pydantic import Field

from roadmap.model.fields import Line, Quote, SectionId, Slug
from roadmap.model.record import Record, Reference, Search, record


@record
class SectionRef(Record):
    """Points at a section of a response."""

    response: Slug = Field(title="%(Response)s", description="%(The_body)ss id (filnamnet).")
    section: SectionId = Field(title="Avsnitt")


@record
class ProcessStep(Record):
    """A step on the plan's way. It is known if it rests on words, a source or something seen."""

    name: Line = Field(title="Steg", description="Till exempel Remiss.")
    when: Line | None = Field(
        None, title="När", description="Så noga som källan säger, till exempel Budget 2018."
    )
    what: Line | None = Field(None, title="Vad som hände", description="En mening, egna ord.")
    section: SectionRef | None = Field(
        None, title="Står i", description="Det avsnitt i %(a_response)s som berättar om steget."
    )
    quote: Quote | None = Field(
        None, title="Bygger på orden", description="Ordagrant ur det avsnittet."
    )
    source: Reference | None = Field(None, title="Källa", description="Ett annat dokument.")
    seen_in: Line | None = Field(
        None, title="Sedd i", description="Var uppgiften annars har setts."
    )
    decision_of: Slug | None = Field(
        None,
        title="Beslut av",
        description="Om steget är ett beslut: plan för beslutet om planen, eller id för den "
        "%(body)s som beslutade om sitt svar. När, källa och vad någon har letat efter "
        "hämtas då därifrån.",
    )
    searches: tuple[Search, ...] = Field(
        (),
        title="Letat utan att hitta",
        description="Var någon har letat efter ett steg som är okänt.",
    )

    @property
    def rests_on_something(self) -> bool:
        """Whether anything shows that the step was taken."""
        return bool(self.section or self.source or self.seen_in)
