"""Rules of a site's languages, each broken with its complete messages."""

from pathlib import Path

from tests.datafiles.checks.faults import Break, Case, Edit, write

CHECKSUM = "hlbhbakaadck"  # of the title of the miniature plan
TITLE = f'  - of: plan/title\n    hash: "{CHECKSUM}"\n    text: Trial plan\n'
GONE = TITLE.replace("title", "titel").replace("Trial plan", "FYLL I översättningen")
LEFT = (
    "data/settings.yml:3:5: varning: 53 texter är inte översatta till engelska. Där visas svenskan. "
    "Kör python -m roadmap translate en. Då skrivs en fil att fylla i."
)


def languages(*codes: str) -> Edit:
    listed = "".join(f"  - {code}\n" for code in codes)
    return "settings.yml", "publisher: ", f"languages:\n{listed}publisher: "


def translations(texts: str, by: str = "Ann") -> Break:
    def written(data: Path) -> None:
        folder = data / "translations" / "en"
        folder.mkdir(parents=True)
        words = f"by: {by}\nreviewed: false\ntexts:\n{texts}"
        (folder / "plan.yml").write_text(words, encoding="utf-8")

    return written


def synonyms(data: Path) -> None:
    folder = data / "search" / "en"
    folder.mkdir(parents=True)
    (folder / "words.yml").write_text("book: novel\n", encoding="utf-8")


SPOKEN = languages("sv", "en")

# fmt: off
CASES: list[Case] = [
    ("addresses_are_free", [SPOKEN, write("terms.yml", "addresses: true\n"), write("translations/en/terms.yml", "addresses: true\n")], [
        LEFT.replace("53", "54"),
        "data/translations/en/terms.yml:1:12: Adresserna är desamma på varje språk: de följer orden i data/terms.yml. Ta bort raden.",
    ]),
    ("languages_have_words", [languages("en", "xx", "en")], [
        'data/settings.yml:2:5: Först bland språken ska sv stå, som planen är skriven på.',
        'data/settings.yml:3:5: Programmet har inga meningar på språket "xx". Programmet kan sv och en.',
        'data/settings.yml:4:5: Språket "en" står två gånger.',
    ]),
    ("translations_are_of_something", [SPOKEN, translations(TITLE.replace("title", "titel"))], [
        'data/settings.yml:3:5: varning: 54 texter är inte översatta till engelska. Där visas svenskan. Kör python -m roadmap translate en. Då skrivs en fil att fylla i.',
        'data/translations/en/plan.yml:4:9: "plan/titel" finns inte bland texterna i data. Menade du "plan/title"?',
    ]),
    ("what_is_left_is_of_something", [SPOKEN, translations(TITLE + GONE)], [
        LEFT,
        'data/translations/en/plan.yml:7:9: varning: En text att översätta finns inte längre: "plan/titel". Kör python -m roadmap translate en. Då rensas filen.',
    ]),
    ("what_is_left_is_of_something", [SPOKEN, translations(TITLE + GONE + GONE.replace("titel", "namn"))], [
        LEFT,
        'data/translations/en/plan.yml:7:9: varning: Två texter att översätta finns inte längre: "plan/titel" med flera. Kör python -m roadmap translate en. Då rensas filen.',
    ]),
    ("translations_are_of_something", [SPOKEN, translations(TITLE + TITLE)], [
        LEFT,
        'data/translations/en/plan.yml:7:9: Samma text är redan översatt, under "plan/title". Ta bort en av dem.',
    ]),
    ("everything_is_translated", [SPOKEN, translations(TITLE + TITLE.replace("Trial plan", "FYLL I översättningen"))], [
        LEFT,
    ]),
    ("translations_are_of_something", [translations(TITLE)], [
        'data/translations/en/plan.yml:1:1: varning: Webbplatsen är inte på språket "en", så det här visas inte. Skriv en bland languages i data/settings.yml.',
    ]),
    ("synonyms_are_of_a_language", [synonyms], [
        'data/search/en:1:1: varning: Webbplatsen är inte på språket "en", så det här läses inte. Skriv en bland languages i data/settings.yml.',
    ]),
    ("translations_are_of_what_stands", [SPOKEN, translations(TITLE.replace(CHECKSUM, "a" * 12))], [
        LEFT,
        'data/translations/en/plan.yml:5:11: varning: Texten på svenska har ändrats sedan den översattes. Se över översättningen och skriv hash: hlbhbakaadck.',
    ]),
    ("translators_are_named", [SPOKEN, translations(TITLE, by="FYLL I vem")], [
        LEFT,
        'data/translations/en/plan.yml:1:5: Här står inte vem som har översatt. Skriv det, eller machine: true om ett program har gjort det.',
    ]),
    ("everything_is_translated", [SPOKEN, translations(TITLE)], [
        LEFT,
    ]),
]
# fmt: on
