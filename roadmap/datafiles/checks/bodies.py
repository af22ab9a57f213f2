"""Rules about the bodies: kind, name, status and dates."""

import re
from collections.abc import Iterator

from roadmap.datafiles.checks.scope import Scope, is_unread, unknown
from roadmap.datafiles.problems import Problem
from roadmap.datafiles.yaml_reader import Document
from roadmap.model import FROM_PLAN, RESERVED_BODY_ID
from roadmap.model.codes import UNKNOWN_KIND
from roadmap.model.dataset import Body
from roadmap.model.fields import is_slug
from roadmap.presenters.messages import to_editors
from roadmap.text.swedish import listing, slug


def body_kind_exists(scope: Scope, body: Body, document: Document) -> Iterator[Problem]:
    """The kind of a body is in the code list."""
    if body.kind is None:
        kinds = [kind.id for kind in scope.dataset.plan.body_kinds]
        what = to_editors("typerna av %(bodies)s (body_kinds i data/plan.yml)")
        if body.response.kind == UNKNOWN_KIND:
            hint = f"Välj bland {listing(sorted(kinds))}."
            message = f"Det står inte vilken av {what} det är."
            yield document.problem(message, "kind", hint=hint)
        else:
            yield unknown(document, ("kind",), body.response.kind, what, kinds)


def body_ids_are_addresses(scope: Scope) -> Iterator[Problem]:
    """The file name is the id and part of the address."""
    for body in scope.dataset.bodies:
        message = hint = None
        if not is_slug(body.id):
            message = f'Filnamnet "{body.id}" kan inte bli en webbadress.'
            hint = f"Döp om filen till {slug(body.id) or 'instansens-namn'}.yml."
        elif body.id == FROM_PLAN:
            message, hint = '"plan" betyder planen själv.', "Ge filen ett annat namn."
        elif re.fullmatch(RESERVED_BODY_ID, body.id):
            message = to_editors(
                'Adressen "%(id)s" är upptagen av listan med %(responses)s.', id=body.id
            )
            hint = "Ge filen ett annat namn."
        if message:
            yield Problem(scope.dataset.paths[body.id], 1, 1, message, hint)


def names_of_bodies(scope: Scope) -> Iterator[Problem]:
    """Names of bodies are unique; private persons have no names in the data at all."""
    path_by_name: dict[str, str] = {}
    for body in scope.dataset.bodies:
        document = scope.document(body.id)
        name = body.response.name
        if body.kind and body.kind.private:
            if name:
                message = "Privatpersoners namn publiceras inte."
                hint = "Ta bort fältet name."
                yield Problem(document.path, *document.at_key("name"), message, hint)
            if not re.fullmatch(rf"{slug(body.kind.name)}-\d+", body.id):
                message = "Filnamnet blir en webbadress och får inte röja vem personen är."
                hint = f"Döp om filen till {slug(body.kind.name)}-1.yml eller nästa lediga nummer."
                yield Problem(document.path, 1, 1, message, hint)
        elif name is None and not document.is_damaged("name"):
            state = "är tomt" if document.has("name") else "saknas"
            hint = to_editors("Skriv %(the_body)ss namn.")
            yield document.problem(f'Fältet "name" {state}.', "name", hint=hint)
        elif name and name.casefold() in path_by_name:
            message = f'Namnet "{name}" används redan i {path_by_name[name.casefold()]}.'
            yield document.problem(message, "name")
        if name:
            path_by_name.setdefault(name.casefold(), document.path)


def status_fits_content(scope: Scope) -> Iterator[Problem]:
    """A received response has texts; the others have none, and a joint one says whose."""
    bodies = {body.id: body for body in scope.dataset.bodies}
    for body in scope.dataset.bodies:
        response = body.response
        document = scope.document(body.id)
        if response.status == "received":
            empty = not response.sections and not response.comments
            if empty and not document.is_damaged("sections", "comments"):
                message = to_editors(
                    "Svaret sägs ha kommit in, men har varken avsnitt eller %(comments)s."
                )
                hint = "Flytta texterna under unplaced dit de hör." if response.unplaced else ""
                yield document.problem(message, "status", hint=hint)
            if response.speaker is None and not document.is_damaged("speaker"):
                hint = "Skriv speaker: administration (förvaltningen) eller body (instansen)."
                key = "speaker" if document.has("speaker") else "status"
                yield document.problem("Det framgår inte vem som talar.", key, hint=hint)
            if response.source is None and not document.is_damaged("source"):
                hint = "Lägg till source med dokumentets titel."
                yield document.problem("Svarets källa saknas.", "status", hint=hint)
        else:
            for name in ("sections", "comments"):
                if getattr(response, name):
                    message = f'Läget är "{response.status}", men filen har {name}.'
                    hint = "Ett svar som publiceras har läget received."
                    place = document.at_key(name)
                    yield Problem(document.path, *place, message, hint)
        if response.status == "joint":
            other = bodies.get(response.answered_by or "")
            if response.answered_by is None:
                hint = "Lägg till answered_by med id för den instans vars fil har svaret."
                message = "Svaret är gemensamt, men det framgår inte med vem."
                yield document.problem(message, "status", hint=hint)
            elif other is None:
                known = [received.id for received in scope.dataset.received]
                if not is_unread(scope, response.answered_by):
                    what = to_editors("%(the_bodies)s")
                    yield unknown(document, ("answered_by",), response.answered_by, what, known)
            elif other.response.status != "received":
                message = f'"{response.answered_by}" har inget publicerat svar.'
                yield document.problem(message, "answered_by")
        elif response.answered_by:
            hint = "Det hör till läget joint."
            message = f'"answered_by" passar inte med läget "{response.status}".'
            yield document.problem(message, "answered_by", hint=hint)
