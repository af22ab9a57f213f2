"""The Swedish words for the codes of the model, the same on the pages and in the open data."""

from roadmap.model import Direction, OutcomeValue, PositionValue, Speaker, Status

POSITION_WORDS: dict[PositionValue, str] = {
    "supports": "Stöder",
    "supports_in_part": "Stöder delvis",
    "neutral": "Neutral",
    "opposes": "Är emot",
    "none_stated": "Framgår inte",
}
UNCLASSIFIED = "Inte klassificerat"
OUTCOME_WORDS: dict[OutcomeValue, str] = {
    "adopted": "Tillgodosett",
    "partly": "Delvis tillgodosett",
    "rejected": "Avslaget",
    "pending": "Under beredning",
    "no_information": "Ingen uppgift",
}
DIRECTION_WORDS: dict[Direction, str] = {
    "increase": "Ska öka",
    "decrease": "Ska minska",
    "unchanged": "Ska vara oförändrat",
}
STATUS_WORDS: dict[Status, str] = {
    "received": "Har svarat",
    "declined": "Avstår från att svara",
    "not_received": "Inget svar har kommit in",
    "joint": "Svarar tillsammans med en annan instans",
}
SPEAKER_WORDS: dict[Speaker, str] = {
    "administration": "Förvaltningen",
    "body": "Remissinstansen",
}
