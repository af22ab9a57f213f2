"""What was once published can still be reached."""

from pathlib import Path

from tests.real.addresses import COMMAND, promised, published


def test_every_address_that_was_published_answers(site: Path) -> None:
    lost = set(promised()) - published(site)
    assert not lost, (
        f"Försvunna adresser: {sorted(lost)}. Skriv vart de ska leda i data/redirects.yml."
    )


def test_the_list_is_sorted_and_has_each_address_once() -> None:
    assert promised() == sorted(set(promised())), f"Kör: {COMMAND}"
    assert len(promised()) > 30
