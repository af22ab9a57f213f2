"""What the open data say of their fields, in the words of the site that is spoken of."""

from roadmap.exports.open_data.tables import TABLES
from roadmap.model.terms import Terms, term
from roadmap.presenters.messages import speaking, usual_terms

ACTION = term("insats", "insatsen", "insatser", "insatserna")


def told() -> str:
    return " ".join(
        f"{field.title} {field.description}" for table in TABLES for field in table.fields
    )


def test_the_fields_are_told_of_in_a_sites_own_terms() -> None:
    assert "Strategins titel, ordagrant." in told()
    with speaking(Terms(strategy=ACTION)):
        assert "Insatsens titel, ordagrant." in told()
        assert "strategi" not in told().lower()


def test_the_fields_are_told_of_in_the_language_that_is_spoken() -> None:
    with speaking(usual_terms("en"), "en"):
        assert "Baseline: year" in told()
        assert "Utgångsläge" not in told()
    assert "Utgångsläge: år" in told()
