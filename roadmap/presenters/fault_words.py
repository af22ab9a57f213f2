"""What the pages' scripts tell of a fault: why, as far as that is known, and what to do."""

from collections.abc import Mapping

from roadmap.presenters.messages import _


def fault_words() -> Mapping[str, str]:
    """Return each sentence by its name; for {code} the script puts in what the host answered."""
    return {
        "silent": _("Kontakten med webbplatsen bröts. Kontrollera nätet och försök igen."),
        "refused": _("Webbplatsen svarade med fel {code}. Försök igen om en stund."),
        "outdated": _(
            "Webbplatsen kan ha uppdaterats sedan du öppnade den här sidan. Ladda om sidan."
        ),
        "damaged": _("Det som hämtades är skadat. Ladda om sidan."),
        "own": _(
            "Det är ett fel i sidan. Ladda om den, och rapportera felet om det kommer tillbaka."
        ),
    }
