"""What pictures, figures and embedded objects say in words."""

from typing import Any

from roadmap.importing.word.kept import Why
from roadmap.importing.word.package import name
from roadmap.importing.word.story import Story

_DESCRIBED, _SHAPE = name("wp:docPr"), name("v:shape")
_DRAWN_WORDS = name("v:textpath")
_PICTURE, _OLD_PICTURE = name("a:blip"), name("v:imagedata")
_CHART, _DIAGRAM = name("c:chart"), name("dgm:relIds")
_OBJECT, _FORM_OBJECT = name("o:OLEObject"), name("w:control")
_FIGURE_PARAGRAPH, _FIGURE_TEXT, _CHART_VALUE = name("a:p"), name("a:t"), name("c:v")
_REFERENCES = tuple(map(name, ("r:embed", "r:link", "r:id", "r:dm")))
TAGS = (
    _DESCRIBED,
    _SHAPE,
    _DRAWN_WORDS,
    _PICTURE,
    _OLD_PICTURE,
    _CHART,
    _DIAGRAM,
    _OBJECT,
    _FORM_OBJECT,
    _FIGURE_PARAGRAPH,
)
_UNREAD_PICTURES = "Text i bilder läses inte"
_UNREAD_OBJECTS = "Inbäddade filer läses inte"
_UNREAD_FORMS = "Formulärfält av typen ActiveX läses inte"


def look(story: Story, element: Any) -> None:
    """Keep or tell what an element says beside the text boxes in it."""
    tag = element.tag
    if tag == _DESCRIBED:
        story.kept.keep(Why.PICTURE, element.get("descr") or element.get("title") or "")
    elif tag == _SHAPE:
        story.kept.keep(Why.PICTURE, element.get("alt") or "")
    elif tag == _DRAWN_WORDS:
        story.kept.keep(Why.FIGURE, element.get("string") or "")
    elif tag == _FIGURE_PARAGRAPH:
        story.kept.keep(Why.FIGURE, _words(element))
    elif tag in (_CHART, _DIAGRAM):
        _keep_figure(story, element)
    elif tag == _FORM_OBJECT:
        story.kept.tell(_UNREAD_FORMS, element.get(name("w:name")) or "utan namn")
    elif tag == _OBJECT:
        story.kept.tell(_UNREAD_OBJECTS, _file_name(story, element))
    elif not story.part.content_type.endswith(("header+xml", "footer+xml")):
        story.kept.tell(_UNREAD_PICTURES, _file_name(story, element))


def _words(paragraph: Any) -> str:
    return "".join(item.text or "" for item in paragraph.iter(_FIGURE_TEXT))


def _keep_figure(story: Story, element: Any) -> None:
    """Keep the words of a chart or a diagram, which have a part of their own."""
    relation = _relation(story, element)
    if relation is None or relation.part is None:
        return
    texts = [
        _words(item) if item.tag == _FIGURE_PARAGRAPH else item.text or ""
        for item in relation.part.root().iter(_FIGURE_PARAGRAPH, _CHART_VALUE)
    ]
    story.kept.keep(Why.FIGURE, "; ".join(text for text in texts if text.strip()))


def _relation(story: Story, element: Any) -> Any:
    ids = [element.get(reference) for reference in _REFERENCES]
    return next((story.part.relations[item] for item in ids if item in story.part.relations), None)


def _file_name(story: Story, element: Any) -> str:
    relation = _relation(story, element)
    if relation is None:
        return "utan namn"
    return relation.part.file_name if relation.part else "en länkad fil"
