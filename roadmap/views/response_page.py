"""The view of a response in full, in the order of its document."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup

from roadmap.model import Comment, Judgement
from roadmap.model.dataset import Body, Dataset
from roadmap.model.fields import Pages
from roadmap.presenters import (
    answers,
    citations,
    plan_status,
    transcript,
    urls,
    wording,
)
from roadmap.presenters.edit_links import EditLinks
from roadmap.presenters.grammar import listing
from roadmap.presenters.judgements import JudgementBox, judgement_box
from roadmap.presenters.marks import Link, crumbs
from roadmap.presenters.messages import _
from roadmap.presenters.strip import StripKind
from roadmap.presenters.wording import heading_of
from roadmap.text import source_text
from roadmap.views.answer_strip import answer_strip
from roadmap.views.common import FootnoteView, footnote_name, text_with_footnotes
from roadmap.views.response_facts import response_facts
from roadmap.views.templating import render


@dataclass
class _Piece:
    """A piece of the document. `tag` chooses how the template shows it."""

    tag: str
    page: str | None = None
    anchor: str | None = None
    heading: str | None = None
    number: str | None = None
    prefix: str | None = None
    key: str | None = None
    html: Markup | None = None
    href: str | None = None
    about: str | None = None
    worded: bool = True
    items: list[tuple[str, str, str]] = field(default_factory=list)
    footnote: FootnoteView | None = None
    following: Link | None = None
    retold: "list[_Piece]" = field(default_factory=list)

    @property
    def milestones(self) -> int:
        """How many milestones are retold in the piece."""
        return sum(len(one.items) for one in self.retold)


@dataclass
class _Row:
    """Pieces that belong together, with their judgements in the margin."""

    pieces: list[_Piece] = field(default_factory=list)
    boxes: list[tuple[JudgementBox, str]] = field(default_factory=list)


@dataclass
class _Part:
    """Rows that an anchor leads to: a comment, under the title of its strategy."""

    anchor: str | None = None
    rows: list[_Row] = field(default_factory=list)


def response(dataset: Dataset, here: str, body_id: str) -> Markup:
    """Return the whole page of a response, in the order of its document."""
    body = dataset.body(body_id)
    parts = _parts(dataset, here, body)
    pieces = [piece for part in parts for row in part.rows for piece in row.pieces]
    return render(
        "response.html",
        crumbs=crumbs(here, (_("Svaren"), urls.OVERVIEW), (_("%(Responses)s"), urls.responses())),
        status_line=plan_status.of_response(dataset, body),
        speaker=wording.speaker(body),
        picture=answer_strip(dataset, body),
        key_words=_key_words(body),
        body=body,
        facts=response_facts(dataset, here, body),
        contents=[
            Link(piece.heading, f"#{piece.anchor}")
            for piece in pieces
            if piece.tag in ("section", "area") and piece.heading
        ],
        parts=parts,
        retells=any(
            piece.retold or (piece.tag in ("strategy", "intro") and piece.html) for piece in pieces
        ),
        edit=EditLinks(dataset),
        citation=citations.of_response(dataset, here, body),
        method=urls.link(here, urls.METHOD),
    )


def _key_words(body: Body) -> dict[StripKind, str]:
    """Return what the key of the picture calls each kind of words."""
    own = _("Förvaltningens ord") if body.speaks_for_administration else _("%(The_body)ss ord")
    return {
        "plan": _("Planens ord"),
        "own": own,
        "yes": _("Säger ja, helt eller delvis"),
        "no": _("Säger nej"),
        "ask": _("Ber om något"),
        "problem": _("Pekar på problem"),
    }


def _parts(dataset: Dataset, here: str, body: Body) -> list[_Part]:
    """Return the document in parts, a comment together with its strategy's heading."""
    blocks = transcript.blocks(dataset, body)
    following = _following(dataset, blocks)
    parts: list[_Part] = []
    label: str | None = None
    for block in blocks:
        piece = _piece(dataset, here, body, block)
        piece.following = following.get(piece.anchor)
        shown = _page_label(block.pages)
        if shown and shown != label:
            piece.page = label = shown
        _place(parts, piece)
        parts[-1].rows[-1].boxes += _boxes(dataset, here, body, block)
    return parts


def _place(parts: list[_Part], piece: _Piece) -> None:
    """Put a piece where it belongs: in a part or a row of its own, or after what is there."""
    if piece.tag == "comment":
        last = parts[-1] if parts else None
        if last is None or last.anchor or last.rows[-1].pieces[0].tag != "strategy":
            parts.append(last := _Part())
        if last.rows:
            heading = last.rows[0].pieces[0]
            piece.worded = heading.html is not None or heading.number != piece.number
        last.anchor = piece.anchor
        if last.rows and last.rows[0].pieces[0].html is None:
            last.rows[0].pieces.append(piece)
        else:
            last.rows.append(_Row([piece]))
    elif not parts or piece.tag in ("section", "area", "group", "strategy", "unanswered"):
        parts.append(_Part(rows=[_Row([piece])]))
    elif piece.tag in ("lead", "milestones"):
        pieces = parts[-1].rows[-1].pieces
        if pieces[-1].tag != "retold":
            pieces.append(_Piece("retold", page=piece.page, number=piece.number))
            piece.page = None
        pieces[-1].retold.append(piece)
    else:
        parts[-1].rows[-1].pieces.append(piece)


def _following(dataset: Dataset, blocks: tuple[transcript.Block, ...]) -> dict[str | None, Link]:
    """Return the link from each comment, by its anchor, to the next."""
    comments = [block.comment for block in blocks if isinstance(block, transcript.CommentBlock)]
    return {
        urls.comment_anchor(comment): Link(
            _("Nästa %(comment)s: %(numbers)s", numbers=wording.numbers(dataset, after)),
            f"#{urls.comment_anchor(after)}",
        )
        for comment, after in pairwise(comments)
    }


def _page_label(pages: Pages | None) -> str | None:
    return _("Sida %(pages)s", pages=pages) if pages else None


def _piece(dataset: Dataset, here: str, body: Body, block: transcript.Block) -> _Piece:
    match block:
        case transcript.SectionBlock(section):
            html = _document_text(section.text, body, section.judgement, section.id)
            key = f"{body.id}/{section.id}"
            about = _("avsnittet %(heading)s", heading=section.heading)
            return _Piece(
                "section",
                anchor=section.id,
                heading=section.heading,
                key=key,
                html=html,
                about=about,
            )
        case transcript.AreaBlock():
            anchor = urls.area_anchor(block.area)
            return _Piece("area", anchor=anchor, heading=block.heading, worded=block.worded)
        case transcript.AreaTextBlock():
            return _Piece(
                "intro",
                key=f"{block.area.id}/text",
                html=_document_text(block.area.text or "", body, None, ""),
                number=block.area.label,
                about=wording.named(block.area),
            )
        case transcript.LeadBlock():
            key = f"{block.area.id}/{block.name}"
            area = wording.named(block.area)
            about = (
                _("inledningen till %(the_milestones)s i %(area)s", area=area)
                if block.name == "lead-milestones"
                else _("inledningen till %(the_strategies)s i %(area)s", area=area)
            )
            number = block.area.label
            return _Piece("lead", key=key, heading=block.text, number=number, about=about)
        case transcript.GroupBlock(group):
            return _Piece(
                "group",
                anchor=urls.group_anchor(group),
                heading=heading_of(group),
                key=group.id,
                html=_document_text(group.text, body, None, "") if group.text else None,
                about=wording.named(group),
            )
        case transcript.MilestonesBlock(milestones):
            items = [(item.id, urls.milestone_anchor(item), item.text) for item in milestones]
            numbers = listing([item.label for item in milestones])
            about = _("%(milestone)s %(numbers)s", numbers=numbers)
            number = dataset.area_of(milestones[0].id).label
            return _Piece("milestones", key=items[0][0], items=items, number=number, about=about)
        case transcript.StrategyBlock(strategy, worded):
            return _Piece(
                "strategy",
                anchor=urls.strategy_anchor(strategy.id),
                heading=strategy.title,
                number=strategy.label,
                prefix=wording.announced(strategy),
                key=strategy.id,
                html=_document_text(strategy.text, body, None, "") if worded else None,
                href=urls.link(here, urls.strategy(strategy)),
                about=wording.named(strategy),
            )
        case transcript.CommentBlock(comment):
            anchor = urls.comment_anchor(comment)
            numbers = wording.numbers(dataset, comment)
            return _Piece(
                "comment",
                anchor=anchor,
                heading=comment.heading,
                number=numbers,
                prefix=_unsaid(dataset, comment),
                key=answers.key(body, comment),
                html=_document_text(comment.text, body, comment.judgement, anchor),
                about=_("%(the_comment)s på %(numbers)s", numbers=numbers),
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


def _unsaid(dataset: Dataset, comment: Comment) -> str | None:
    """Return what a comment is on, where its heading says neither the number nor the title."""
    heading = comment.heading or ""
    strategies = [dataset.strategy(strategy_id) for strategy_id in comment.strategies]
    titles = (item.title for item in strategies if item.shown_number is None)
    if wording.numbers(dataset, comment) in heading or any(map(heading.__contains__, titles)):
        return None
    return wording.all_named(dataset, comment)


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
            about = _("%(the_comment)s på %(numbers)s", numbers=wording.numbers(dataset, comment))
            anchor = urls.comment_anchor(comment)
            box = judgement_box(dataset, here, body, comment.judgement, anchor)
        case _other:
            return
    if box:
        yield box, about
