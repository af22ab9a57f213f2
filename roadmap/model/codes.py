"""The codes of the data; `presenters/wording.py` has the words for them."""

from typing import Literal, get_args

# The language that plans, responses and the engine's own messages are written in.
SOURCE_LANGUAGE = "sv"
# The kind of a body that the reading of its document could not tell.
UNKNOWN_KIND = "okand"
# What stands where a person has something left to write.
PLACEHOLDER = "FYLL I"

# The sections that most documents have. Others have an id of their own.
SECTIONS = ("sammanfattning", "bakgrund", "arendet", "beredning", "synpunkter", "forslag", "bilaga")
CLOSING_SECTIONS = ("forslag", "bilaga")
Place = Literal["before", "after"]
PositionValue = Literal["supports", "supports_in_part", "neutral", "opposes", "none_stated"]
# In the order in which they are shown; what is not classified comes last.
POSITIONS: tuple[PositionValue | None, ...] = (*get_args(PositionValue), None)
# In the order in which the answers to a strategy are read: criticism must not come last.
ANSWER_ORDER: tuple[PositionValue | None, ...] = (
    "opposes",
    "supports_in_part",
    "supports",
    "neutral",
    "none_stated",
    None,
)
OutcomeValue = Literal["adopted", "partly", "rejected", "pending", "no_information"]
# In the order in which they are shown.
OUTCOMES: tuple[OutcomeValue, ...] = get_args(OutcomeValue)
UNKNOWN_OUTCOME: OutcomeValue = "no_information"
Direction = Literal["increase", "decrease", "unchanged"]
Status = Literal["received", "declined", "not_received", "joint"]
PlanEnd = Literal["adopted", "rejected"]
# What can be unknown about the plan and about a response.
PlanUnknown = Literal["document", "decision", "responses", "outcomes"]
ResponseUnknown = Literal["decision", "date"]
Conformance = Literal["full", "partial", "none"]
RepositoryKind = Literal["github", "gitlab"]
Speaker = Literal["administration", "body"]
FROM_PLAN = "plan"
# Ids that no body may have: the list of responses has its later pages at those addresses.
RESERVED_BODY_ID = r"sida-\d+"
# Addresses that no goal area may have, and the list that has a page of its own there.
REMARKS_ADDRESS = "allmanna-synpunkter"
REQUESTS_ADDRESS = "vad-hande-sedan"
RESERVED_AREAS = {REMARKS_ADDRESS: "sammanställningen", REQUESTS_ADDRESS: "översikten"}
