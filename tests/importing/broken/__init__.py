"""Documents that have broken a reader, or may: what `import` says of each.

They are made when they are needed, since most are large and all are easier to read as code.
"""

from collections.abc import Sequence

from tests.importing.broken import files, pdfs, texts, word_files
from tests.importing.broken.case import Case

CASES: Sequence[Case] = (*word_files.CASES, *pdfs.CASES, *texts.CASES, *files.CASES)
