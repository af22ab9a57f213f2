"""What was once published can still be reached."""

from pathlib import Path

from roadmap.datafiles.load import project_files
from roadmap.exports import open_data
from roadmap.model.dataset import Dataset
from roadmap.site.outputs import addresses
from roadmap.views import feeds
from tests.projects import REAL
from tests.site.addresses import COMMAND, NAMES, anchored, answering, promised, published


def test_every_address_and_anchor_that_was_published_answers(site: Path) -> None:
    lost = set(promised()) - published(site) - answering(site)
    assert not lost, (
        f"Försvunna adresser: {sorted(lost)}. En sida som flyttar ska leda vidare, och ett ankare "
        "stå kvar: andra länkar dit."
    )


def test_new_anchors_are_promised_as_they_come(site: Path) -> None:
    new = (published(site) | set(anchored(site))) - set(promised())
    assert not new, f"Nya adresser: {sorted(new)}. Kör: {COMMAND}"


def test_open_data_and_feeds_are_promised_too(real: Dataset) -> None:
    told = set(promised())
    assert open_data.addresses(real) <= told
    assert feeds.addresses(real) <= told


def test_what_the_program_takes_for_published_is_published(real: Dataset, site: Path) -> None:
    known = addresses(real, project_files(REAL))
    assert {address or "./" for address in known} == published(site) - {"404.html"}


def test_the_list_is_sorted_and_has_each_address_once() -> None:
    assert promised() == sorted(set(promised())), f"Kör: {COMMAND}"


def test_the_list_has_anchors_of_every_kind() -> None:
    anchors = [address.partition("#")[2] for address in promised() if "#" in address]
    for name in (*NAMES, "sammanfattning", "bakgrund", "hanvisa", "metoden"):
        assert any(anchor.startswith(name) for anchor in anchors), name
