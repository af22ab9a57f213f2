"""Tell in Swedish what the YAML parser could not read."""

import yaml

from roadmap.problems import Problem

_SYNTAX_MESSAGES = (
    (
        "mapping values are not allowed",
        "Här står ett kolon som inte väntas.",
        "Hör kolonet till texten, sätt hela texten inom citattecken; annars är indraget fel.",
    ),
    (
        "found unexpected end of stream",
        "Ett citattecken som öppnas stängs aldrig.",
        "Sätt ett likadant citattecken sist i texten.",
    ),
    (
        "found unexpected document indicator",
        "Ett citattecken som öppnas stängs aldrig.",
        "Sätt ett likadant citattecken sist i texten.",
    ),
    (
        "could not find expected ':'",
        "Raden saknar kolon efter fältnamnet, eller så är indraget fel.",
        "Skriv fältnamn: värde, eller dra in raden lika långt som texten ovanför.",
    ),
    (
        "did not find expected key",
        "Indraget eller ett citattecken stämmer inte med raderna ovanför.",
        "Rader på samma nivå ska börja i samma kolumn.",
    ),
    (
        "did not find expected '-' indicator",
        "Här väntas en ny punkt i listan.",
        "Börja raden med bindestreck i samma kolumn som punkterna ovanför.",
    ),
    (
        "did not find expected <document start>",
        "Det här hör inte ihop med raderna ovanför.",
        "Kontrollera indraget.",
    ),
    (
        "did not find expected ',' or",
        "En lista eller mängd inom klamrar stängs aldrig.",
        "Sätt ] eller } på slutet, eller skriv listan med ett bindestreck per rad.",
    ),
    (
        "block sequence entries are not allowed",
        "Här får ingen lista börja.",
        "Börja listan på en egen rad under fältnamnet.",
    ),
    (
        "found unknown escape character",
        "Ett omvänt snedstreck står i en text inom dubbla citattecken.",
        "Byt till enkla citattecken.",
    ),
    (
        "found undefined tag handle",
        "En text får inte börja med utropstecken.",
        "Sätt texten inom citattecken.",
    ),
    (
        "while scanning an alias",
        "En text får inte börja med *.",
        "Sätt texten inom citattecken.",
    ),
    (
        "while scanning an anchor",
        "En text får inte börja med &.",
        "Sätt texten inom citattecken.",
    ),
)


def syntax_problem(path: str, text: str, error: yaml.YAMLError) -> Problem:
    """Return the problem that stopped the parser, at the place where an editor would look."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.split("\n")
    line_text = lines[line - 1] if line <= len(lines) else ""
    indent = line_text[: len(line_text) - len(line_text.lstrip())]
    if "\t" in indent:
        message = "Indraget har en tabb."
        return Problem(path, line, indent.index("\t") + 1, message, "Byt den mot mellanslag.")
    told = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')} {error}"
    context = getattr(error, "context_mark", None)
    for words, message, hint in _SYNTAX_MESSAGES:
        if words in told:
            if "citattecken som öppnas" in message and context:
                line, column = context.line + 1, context.column + 1
            return Problem(path, line, column, message, hint)
    if "cannot start any token" in told:
        message = f'Tecknet "{line_text[column - 1 : column]}" får inte stå först i en text.'
        return Problem(path, line, column, message, "Sätt texten inom citattecken.")
    message = "Filen går inte att läsa som YAML här."
    return Problem(path, line, column, message, "Kontrollera indrag, kolon och citattecken.")
