"""The view of a response in full, in the order of its document."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from roadmap.model import Judgement
from roadmap.model.dataset import Body, Dataset
from roadmap.model.fields import Pages
from roadmap.presenters import answers, citations, plan_status, requests, transcript, urls, wording
from roadmap.presenters.edit_links import EditLinks
from roadmap.presenters.judgements import JudgementBox, judgement_box
from roadmap.presenters.marks import Link, crumbs
from roadmap.presenters.messages import TERMS, _
from roadmap.presenters.wording import heading_of
from roadmap.text import source_text
from roadmap.text.swedish import listing
from roadmap.views.common import FootnoteView, footnote_name, text_with_footnotes
from roadmap.views.templating import render


@dataclass
class _Piece:
    """A piece of the document. `tag` chooses how the template shows it."""

    tag: str
    page: str | None = None
    anchor: str | None = None
    heading: str | None = None
    key: str | None = None
    html: Markup | None = None
    href: str | None = None
    about: str | None = None
    worded: bool = True
    items: list[tuple[str, str, str]] = field(default_factory=list)
    footnote: FootnoteView | None = None


@dataclass
class _Row:
    """Pieces that belong together, with their judgements in the margin."""

    pieces: list[_Piece] = field(default_factory=list)
    boxes: list[tuple[JudgementBox, str]] = field(default_factory=list)


def response(dataset: Dataset, here: str, body_id: str) -> Markup:
    """Return the whole page of a response, in the order of its document."""
    body = dataset.body(body_id)
    source = body.response.source
    rows = _rows(dataset, here, body)
    return render(
        "response.html",
        crumbs=crumbs(here, (_("Svaren"), urls.OVERVIEW), (TERMS["Responses"], urls.RESPONSES)),
        status_line=plan_status.of_response(dataset, body),
        speaker=wording.speaker(body),
        body=body,
        plan=dataset.plan,
        document=wording.document(body),
        contents=[
            Link(piece.heading, f"#{piece.anchor}")
            for row in rows
            for piece in row.pieces
            if piece.tag in ("section", "area") and piece.heading
        ],
        rows=rows,
        edit=EditLinks(dataset),
        source=source,
        feed=urls.link(here, urls.feed(here)),
        citation=citations.of_response(dataset, here, body),
        downloads=downloads(here, body),
        correction=urls.link(here, urls.CORRECTION),
        untold=requests.untold(dataset, [request.ask for request in requests.requests_of(body)]),
        outcomes=urls.link(here, urls.requests()),
        method=urls.link(here, urls.METHOD),
    )


def downloads(here: str, body: Body) -> list[Link]:
    """Return links to the files that a response was taken from, which may be none."""
    source = body.response.source
    if source is None:
        return []
    links: list[Link] = []
    if source.received:
        links.append(Link("Texten som den kom", urls.link(here, urls.source_file(source.received))))
    if source.corrected:
        links.append(Link("Rättad text", urls.link(here, urls.source_file(source.corrected))))
    if source.url:
        links.append(Link("Dokumentet hos avsändaren", source.url))
    return links


def _rows(dataset: Dataset, here: str, body: Body) -> list[_Row]:
    rows: list[_Row] = []
    previous_label: str | None = None
    for block in transcript.blocks(dataset, body):
        piece = _piece(dataset, here, body, block)
        if not rows or piece.tag in ("section", "area", "strategy", "unanswered"):
            rows.append(_Row())
        label = _page_label(block.pages)
        if label and label != previous_label:
            piece.page = previous_label = label
        rows[-1].pieces.append(piece)
        rows[-1].boxes += _boxes(dataset, here, body, block)
    return rows


def _page_label(pages: Pages | None) -> str | None:
    return f"Sida {pages}" if pages else None


def _piece(dataset: Dataset, here: str, body: Body, block: transcript.Block) -> _Piece:
    match block:
        case transcript.SectionBlock(section):
            html = _document_text(section.text, body, section.judgement, section.id)
            key = f"{body.id}/{section.id}"
            return _Piece("section", anchor=section.id, heading=section.heading, key=key, html=html)
        case transcript.AreaBlock():
            anchor = urls.area_anchor(block.area)
            href = urls.link(here, urls.goal_area(dataset, block.area))
            return _Piece(
                "area", anchor=anchor, heading=block.heading, href=href, worded=block.worded
            )
        case transcript.LeadBlock():
            key = f"{block.area.id}/{block.name}"
            list_of = "etappmålen" if block.name == "lead-milestones" else "strategierna"
            about = f"inledningen till {list_of} i målområde {block.area.shown_number}"
            return _Piece("lead", key=key, heading=block.text, about=about)
        case transcript.MilestonesBlock(milestones):
            items = [(item.id, urls.milestone_anchor(item), item.text) for item in milestones]
            numbers = listing([item.shown_number for item in milestones])
            return _Piece("milestones", items=items, about=f"etappmål {numbers}")
        case transcript.StrategyBlock(strategy, worded):
            return _Piece(
                "strategy",
                anchor=urls.strategy_anchor(strategy.id),
                heading=strategy.title,
                key=strategy.id,
                html=_document_text(strategy.text, body, None, "") if worded else None,
                href=urls.link(here, urls.strategy(strategy)),
                about=strategy.shown_number,
            )
        case transcript.CommentBlock(comment):
            anchor = urls.comment_anchor(comment)
            return _Piece(
                "comment",
                anchor=anchor,
                heading=comment.heading,
                key=answers.key(body, comment),
                html=_document_text(comment.text, body, comment.judgement, anchor),
                about=wording.numbers(dataset, comment),
            )
        case transcript.FootnoteBlock(footnote):
            anchor = urls.footnote_anchor(footnote.id)
            view = FootnoteView(
                f"{body.id}/{anchor}",
                anchor,
                source_text.superscript(footnote.id),
                footnote_name(body, footnote.id),
                footnote.text,
                f"#{anchor}-hit",
            )
            return _Piece("footnote", footnote=view)
        case transcript.UnansweredBlock(strategies):
            names = [heading_of(item) for item in strategies]
            return _Piece("unanswered", heading=listing(names))


def _document_text(text: str, body: Body, judgement: Judgement | None, reading: str) -> Markup:
    return text_with_footnotes(text, body, "", judgement, reading=reading)[0]


def _boxes(
    dataset: Dataset, here: str, body: Body, block: transcript.Block
) -> Iterator[tuple[JudgementBox, str]]:
    """Yield how a block is read, if it is, and what the reading is about."""
    match block:
        case transcript.SectionBlock(section):
            about = _("avsnittet %(heading)s", heading=section.heading)
            box = judgement_box(
                dataset, here, body, section.judgement, section.id, takes_position=False
            )
        case transcript.CommentBlock(comment) if not comment.refers_to:
            about = _("synpunkten på %(numbers)s", numbers=wording.numbers(dataset, comment))
            anchor = urls.comment_anchor(comment)
            box = judgement_box(dataset, here, body, comment.judgement, anchor)
        case _other:
            return
    if box:
        yield box, about
