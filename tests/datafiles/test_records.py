"""Fields that do not fit the model: the complete message, and what is saved for later checks."""

import pytest

from roadmap.datafiles.records import read_record
from roadmap.datafiles.yaml_reader import parse
from roadmap.model import Plan, Record, Response, Terms

HEAD = "name: Provnämnden\nkind: namnd\nstatus: received\n"

# fmt: off
FAULTS: list[tuple[str, type[Record], str, list[str]]] = [
    ("not a mapping", Response, "- a\n", ["f.yml:1:1: Filen ska bestå av fält. Skriv fältnamn: värde, ett per rad."]),
    ("missing", Response, "name: P\nstatus: received\n", ['f.yml:1:1: Fältet "kind" saknas. Lägg till det. Typ av instans: ur kodlistan body_kinds i plan.yml.']),
    ("empty", Response, HEAD + "document_kind: ''\n", ['f.yml:4:16: Fältet "document_kind" är tomt. Fyll i det eller ta bort raden.']),
    ("empty required", Response, "name: P\nkind:\nstatus: received\n", ['f.yml:2:6: Fältet "kind" är tomt. Fyll i det. Typ av instans: ur kodlistan body_kinds i plan.yml.']),
    ("unknown, near", Response, HEAD + "coments: []\n", ['f.yml:4:1: Fältet "coments" finns inte här. Menade du "comments"?']),
    ("unknown, far", Plan, "body_kinds:\n  - id: a\n    name: A\n    xyz: 1\ntitle: T\nsummary: S\nmunicipality: M\nissuer: I\n", ['f.yml:4:5: Fältet "xyz" finns inte här. Här får stå: note, id, name, description och private.']),
    ("enum, near", Response, HEAD.replace("received", "recieved"), ['f.yml:3:9: "recieved" är inget av de värden som "status" kan ha. Menade du "received"?']),
    ("enum, far", Response, HEAD + "speaker: xyz\n", ['f.yml:4:10: "xyz" är inget av de värden som "speaker" kan ha. Välj administration (förvaltningen, inte nämndens beslut) eller body (instansen).']),
    ("date form", Response, HEAD + "date: 15/1 2020\n", ['f.yml:4:7: Fältet "date" har ett värde som inte går att använda. Skriv datumet som år-månad-dag, till exempel 2018-09-20.']),
    ("date that never was", Response, HEAD + "date: 2018-02-30\n", ['f.yml:4:7: Fältet "date" har ett värde som inte går att använda. 2018-02-30 finns inte i almanackan.']),
    ("pages", Response, HEAD + "footnotes:\n  - {id: 1, pages: 9-8, text: t}\n", ['f.yml:5:20: Fältet "pages" har ett värde som inte går att använda. Sidintervallet går baklänges: 9 till 8.']),
    ("pages in words", Response, HEAD + "footnotes:\n  - {id: 1, pages: s. 8, text: t}\n", ['f.yml:5:20: Fältet "pages" har ett värde som inte går att använda. Skriv en sida (7) eller ett sidintervall med bindestreck (7-8).']),
    ("http", Response, HEAD + "source: {title: t, url: 'http://prov.example/'}\n", ['f.yml:4:25: Fältet "url" har ett värde som inte går att använda. Skriv en fullständig webbadress som börjar med https://.']),
    ("javascript", Response, HEAD + "source: {title: t, url: 'javascript:alert(1)'}\n", ['f.yml:4:25: Fältet "url" har ett värde som inte går att använda. Skriv en fullständig webbadress som börjar med https://.']),
    ("path upwards", Response, HEAD + "source: {title: t, received: ../../etc/passwd}\n", ['f.yml:4:30: Fältet "received" har ett värde som inte går att använda. Skriv filens plats under data/sources/ med små bokstäver a–z, siffror, punkt, bindestreck och snedstreck.']),
    ("number", Response, HEAD + "source: {title: t, pages: tio}\n", ['f.yml:4:27: Fältet "pages" har ett värde som inte går att använda. Skriv ett heltal med siffror, till exempel 12.']),
    ("list", Response, HEAD + "unanswered: S1.1\n", ['f.yml:4:13: Fältet "unanswered" ska vara en lista. Skriv en punkt per rad, med bindestreck framför.']),
    ("text", Response, HEAD.replace("Provnämnden", "[Provnämnden]"), ['f.yml:1:7: Fältet "name" ska vara en text, inte en lista. Ta bort bindestrecket eller klamrarna, eller sätt texten inom citattecken.']),
    ("id", Response, HEAD + "unanswered: [s1.1]\n", ['f.yml:4:14: "s1.1" har inte den form som "unanswered" ska ha. Menade du "S1.1"?']),
    ("truth", Response, HEAD + "sections:\n  - id: bilaga\n    heading: B\n    text: t\n    judgement: {by: P, reviewed: nej}\n", ['f.yml:8:34: Fältet "reviewed" har ett värde som inte går att använda. Skriv "true" (ja) eller "false" (nej).']),
    ("long quote", Response, HEAD + "sections:\n  - id: bilaga\n    heading: B\n    text: t\n    judgement: {by: P, reviewed: false, asks: [{kind: a, quote: " + "ord " * 26 + "}]}\n", ['f.yml:8:65: Fältet "quote" har ett värde som inte går att använda. Citatet har 26 ord; högst 25 får plats. Välj de ord som bär bedömningen.']),
    ("mapping", Response, HEAD + "source: ett brev\n", ['f.yml:4:9: Fältet "source" ska ha egna fält under sig. Skriv fältnamn: värde, indraget, ett per rad.']),
    ("form missing", Terms, "strategy: {one: insats, the_one: insatsen, many: insatser}\n", ['f.yml:1:11: Fältet "the_many" saknas. Lägg till det. Bestämt flertal: till exempel insatserna.']),
    ("form empty", Terms, "strategy: {one: insats, the_one: '', many: insatser, the_many: insatserna}\n", ['f.yml:1:34: Fältet "the_one" är tomt. Fyll i det. Bestämt ental: till exempel insatsen.']),
    ("form with markup", Terms, "strategy: {one: <b>insats</b>, the_one: insatsen, many: insatser, the_many: '*insatserna*'}\n", [
        f'f.yml:1:{column}: Fältet "{form}" har ett värde som inte går att använda. Skriv bara bokstäver, siffror, bindestreck och mellanslag, till exempel insats.'
        for column, form in ((17, "one"), (77, "the_many"))
    ]),
    ("term in Swedish", Terms, "strategi: {one: insats}\n", ['f.yml:1:1: Fältet "strategi" finns inte här. Menade du "strategy"?']),
]
# fmt: on


@pytest.mark.parametrize(
    ("model", "text", "expected"),
    [pytest.param(model, text, expected, id=name) for name, model, text, expected in FAULTS],
)
def test_a_field_that_does_not_fit(model: type[Record], text: str, expected: list[str]) -> None:
    _, problems = read_record(parse("f.yml", text.encode()), model)
    assert [str(problem) for problem in problems] == expected


def test_what_is_sound_is_kept_for_the_other_checks() -> None:
    text = HEAD + "unanswered: [S1.1, Fel!, S1.2]\nfootnotes: [{id: 1}]\nspeaker: ingen\n"
    document = parse("f.yml", text.encode())
    record, problems = read_record(document, Response)
    assert len(problems) == 3
    assert document.damaged
    assert record is not None
    assert record.unanswered == ("S1.1", "S1.2")
    assert record.footnotes == ()
    assert record.speaker is None


def test_titles_and_texts_may_be_wrapped_and_texts_keep_their_paragraphs() -> None:
    text = HEAD + "sections:\n  - id: bilaga\n    heading: >-\n      En\n      rubrik\n"
    text += "    text: |\n      Rad ett\n      rad två.\n\n      Nytt stycke.\n"
    record, problems = read_record(parse("f.yml", text.encode()), Response)
    assert problems == []
    assert record is not None
    assert record.sections[0].heading == "En rubrik"
    assert record.sections[0].text == "Rad ett rad två.\n\nNytt stycke."
