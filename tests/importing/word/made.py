"""Word documents of all that the reader knows, put together at random.

Each word occurs once, and the document says where it has to be found: in the lines, a footnote,
aside, told, or nowhere.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import strategies as st

from tests.importing.word.files import DECLARED, head, item, notes, paragraph, table, word_file

LINES, NOTE, ASIDE, TOLD, NOWHERE = "lines", "note", "aside", "told", "nowhere"
_HEAD = "head"  # is aside as well, but for its placeholders
_MOST = 5  # paragraphs or runs beside each other
_DEEPEST = 3


@dataclass
class Made:
    """A document: its bytes, and where each of its words has to be found.

    `ordered` are the words of the lines that stand there in this order. Those of text boxes and
    those that were moved may stand elsewhere among them.
    """

    raw: bytes = field(repr=False)
    places: dict[str, str]
    ordered: list[str]


class _Maker:
    def __init__(self, draw: Callable[[st.SearchStrategy[int]], int]) -> None:
        self.draw = draw
        self.places: dict[str, str] = {}
        self.ordered: list[str] = []
        self.apart = 0
        self.notes: dict[str, dict[int, str]] = {"footnote": {}, "endnote": {}}
        self.remarks: list[str] = []

    def below(self, count: int) -> int:
        return self.draw(st.integers(0, count - 1))

    def word(self, place: str) -> str:
        word = f"ord{len(self.places)}q"
        self.places[word] = ASIDE if place == _HEAD else place
        if place == LINES and not self.apart:
            self.ordered.append(word)
        return word

    def run(self, place: str, look: str = "", tag: str = "w:t") -> str:
        words = f" {self.word(place)} "
        return f'<w:r><w:rPr>{look}</w:rPr><{tag} xml:space="preserve">{words}</{tag}></w:r>'

    def split(self, place: str) -> str:
        word = self.word(place)
        look = ("", "<w:b/>", "<w:i/>")[self.below(3)]
        return (
            f'<w:r><w:t xml:space="preserve"> {word[:2]}</w:t></w:r><w:bookmarkStart w:id="1"/>'
            f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{word[2:]} </w:t></w:r>'
        )

    def inline(self, place: str, depth: int = 0) -> str:
        """Return something in a paragraph. `place` is where its plain text belongs."""
        kinds = _INLINE if depth < _DEEPEST else _INLINE[:8]
        return kinds[self.below(len(kinds))](self, place, depth + 1)

    def runs(self, place: str, depth: int) -> str:
        return "".join(self.inline(place, depth) for _ in range(self.below(_MOST)))

    def block(self, depth: int = 0, place: str = LINES) -> str:
        kinds = _BLOCKS if depth < _DEEPEST else _BLOCKS[:4]
        return kinds[self.below(len(kinds))](self, place, depth + 1)

    def blocks(self, depth: int, place: str) -> str:
        return "".join(self.block(depth, place) for _ in range(self.below(_MOST)))


_Kind = Callable[[_Maker, str, int], str]


def _plain(maker: _Maker, place: str, depth: int) -> str:
    return maker.run(place)


def _split(maker: _Maker, place: str, depth: int) -> str:
    return maker.split(place)


def _aside(place: str) -> str:
    return NOWHERE if place == NOWHERE else ASIDE


def _look(*looks: str) -> Callable[[_Maker, str, int], str]:
    def made(maker: _Maker, place: str, depth: int) -> str:
        return maker.run(_aside(place), looks[maker.below(len(looks))])

    return made


def _space(maker: _Maker, place: str, depth: int) -> str:
    spaces = ("tab", "br", "cr", "softHyphen", "lastRenderedPageBreak", 'br w:type="page"')
    return f"<w:r><w:{spaces[maker.below(len(spaces))]}/></w:r>"


def _formula(maker: _Maker, place: str, depth: int) -> str:
    parts = [f"<m:r><m:t>{maker.word(place)}</m:t></m:r>" for _ in range(2)]
    inner = (
        f"<m:f><m:num>{parts[0]}</m:num><m:den>{parts[1]}</m:den></m:f>",
        f"<m:sSup><m:e>{parts[0]}</m:e><m:sup>{parts[1]}</m:sup></m:sSup>",
        f"<m:rad><m:deg>{parts[0]}</m:deg><m:e>{parts[1]}</m:e></m:rad>",
        f"<m:d><m:e>{parts[0]}</m:e><m:e>{parts[1]}</m:e></m:d>",
        f"<m:nary><m:sub>{parts[0]}</m:sub><m:e>{parts[1]}</m:e></m:nary>",
    )[maker.below(5)]
    space = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    return f"{space}<m:oMath>{inner}</m:oMath>{space}"


def _drop_down(maker: _Maker, place: str, depth: int) -> str:
    chosen = maker.below(2)
    entries = [maker.word(place if at == chosen else NOWHERE) for at in range(2)]
    listed = "".join(f'<w:listEntry w:val=" {entry} "/>' for entry in entries)
    form = f'<w:ffData><w:ddList><w:result w:val="{chosen}"/>{listed}</w:ddList></w:ffData>'
    return _field(form, f" FORMDROPDOWN {maker.word(NOWHERE)}", "")


def _field(form: str, code: str, result: str) -> str:
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' if result else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>{separate}{result}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _result(maker: _Maker, place: str, depth: int) -> str:
    return _field("", f" REF {maker.word(NOWHERE)} ", maker.run(place) + maker.runs(place, depth))


def _contents(maker: _Maker, place: str, depth: int) -> str:
    return _field("", ' TOC \\o "1-3" ', maker.run(_aside(place)))


def _wrapped(opening: str, change: Callable[[str], str] = lambda place: place) -> _Kind:
    tag = opening.split()[0]

    def made(maker: _Maker, place: str, depth: int) -> str:
        return f"<{opening}>{maker.runs(change(place), depth)}</{tag}>"

    return made


def _moved(maker: _Maker, place: str, depth: int) -> str:
    if place == ASIDE:
        return maker.runs(place, depth)
    maker.apart += 1
    word = maker.word(place)
    maker.apart -= 1
    run = f'<w:r><w:t xml:space="preserve"> {word} </w:t></w:r>'
    ends = [f"<w:moveFrom>{run}</w:moveFrom>", f"<w:moveTo>{run}</w:moveTo>"]
    if maker.below(2):
        ends.reverse()
    return maker.runs(place, depth).join(ends)


def _control(maker: _Maker, place: str, depth: int) -> str:
    inner = maker.runs(place, depth)
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def _placeholder(maker: _Maker, place: str, depth: int) -> str:
    inner = maker.run(TOLD if place in (LINES, _HEAD) else place)
    properties = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    return f"<w:sdt>{properties}<w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def _note(maker: _Maker, place: str, depth: int) -> str:
    if place == _HEAD:
        return ""
    kind = ("footnote", "endnote")[maker.below(2)]
    key = len(maker.notes[kind]) + 1
    maker.notes[kind][key] = ""  # taken, also by a note in the text of this one
    words = maker.run(NOTE if place == LINES else _aside(place))
    maker.notes[kind][key] = paragraph(f"{words}<w:r><w:br/></w:r>") + paragraph("")
    return f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'


def _remark(maker: _Maker, place: str, depth: int) -> str:
    maker.remarks.append(paragraph(maker.run(ASIDE)))
    return '<w:r><w:commentReference w:id="1"/></w:r>'


def _box(maker: _Maker, place: str, depth: int) -> str:
    maker.apart += 1
    content = f"<w:txbxContent>{maker.blocks(depth, place)}</w:txbxContent>"
    maker.apart -= 1
    newer = f"<mc:Choice Requires='wps'><w:drawing>{content}</w:drawing></mc:Choice>"
    older = f"<mc:Fallback><w:pict>{content}</w:pict></mc:Fallback>"
    return (
        f"<w:r><mc:AlternateContent>{newer}{older}</mc:AlternateContent></w:r>",
        f"<w:r><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>",
    )[maker.below(2)]


def _unknown(maker: _Maker, place: str, depth: int) -> str:
    return f"<x:ny><x:ord>{maker.word(_aside(place))}</x:ord>{maker.runs(place, depth)}</x:ny>"


def _picture(maker: _Maker, place: str, depth: int) -> str:
    return f'<w:r><w:drawing><wp:docPr descr="{maker.word(ASIDE)}"/></w:drawing></w:r>'


_INLINE: tuple[_Kind, ...] = (
    _plain,
    _split,
    _look("<w:vanish/>", '<w:rStyle w:val="GomtTecken"/>', "<w:strike/>", "<w:dstrike/>"),
    _space,
    _formula,
    _drop_down,
    _contents,
    _placeholder,
    _result,
    _wrapped('w:ins w:id="1"'),
    _wrapped('w:del w:id="1"', _aside),
    _wrapped('w:hyperlink w:anchor="a"'),
    _wrapped("w:smartTag"),
    _wrapped('w:fldSimple w:instr="DATE"'),
    _moved,
    _control,
    _note,
    _remark,
    _box,
    _unknown,
    _picture,
)
_STYLES = ("", "Rubrik1", "Rubrik2", "Egen", "Liststycke", "Punkt", "Titel", "Fet", "Finns inte")
_MARKS = ("", "", "", "<w:rPr><w:del/></w:rPr>", "<w:rPr><w:vanish/></w:rPr>", "<w:sectPr/>")


def _paragraph(maker: _Maker, place: str, depth: int) -> str:
    style, mark = _STYLES[maker.below(len(_STYLES))], _MARKS[maker.below(len(_MARKS))]
    return paragraph(maker.runs(place, depth), style, mark)


def _listed(maker: _Maker, place: str, depth: int) -> str:
    return item(maker.runs(place, depth), maker.below(4), maker.below(3))


def _gone(maker: _Maker, place: str, depth: int) -> str:
    return paragraph(maker.run(_aside(place)), ("Gomt", "Inneh1")[maker.below(2)])


def _table(maker: _Maker, place: str, depth: int) -> str:
    rows = [[maker.block(depth, place) for _ in range(2)] for _ in range(maker.below(3))]
    return table(*rows)


def _custom(maker: _Maker, place: str, depth: int) -> str:
    return f"<w:customXml><w:customXmlPr/>{maker.blocks(depth, place)}</w:customXml>"


def _loose(maker: _Maker, place: str, depth: int) -> str:
    """Return what no program writes: runs outside paragraphs."""
    return f"{maker.run(place)}{maker.runs(place, depth)}"


def _block_control(maker: _Maker, place: str, depth: int) -> str:
    inner = maker.blocks(depth, place)
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


_BLOCKS: tuple[_Kind, ...] = (
    _paragraph,
    _paragraph,
    _listed,
    _gone,
    _table,
    _block_control,
    _custom,
    _loose,
)


@st.composite
def documents(draw: Callable[[st.SearchStrategy[int]], int]) -> Made:
    """Return documents of all kinds of paragraphs, runs, tables, notes and heads."""
    maker = _Maker(draw)
    body = paragraph(maker.runs(LINES, 0)) + maker.blocks(0, LINES)
    heads = [
        head(kind, maker.block(_DEEPEST - 1, _HEAD))
        for kind in ("header", "header", "footer")[: maker.below(4)]
    ]
    # Last, since notes and remarks may stand in any of them.
    comments = "".join(f"<w:comment>{remark}</w:comment>" for remark in maker.remarks)
    parts = [notes(kind, texts) for kind, texts in maker.notes.items()]
    parts.append(("comments", f"<w:comments {DECLARED}>{comments}</w:comments>"))
    return Made(word_file(body, *parts, *heads), maker.places, maker.ordered)
