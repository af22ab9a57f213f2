"""The HTTP headers of the site: the one place where they are decided.

The files in hosting/ repeat them in their own languages; tests/project/hosting checks that they
agree.
"""

from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.presenters.urls import OPEN_DATA, SOURCES

_POLICY = (
    "default-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
)
CONTENT_SECURITY_POLICY = "; ".join(_POLICY)

# For <meta>, where browsers ignore frame-ancestors and warn about it in the console.
META_CONTENT_SECURITY_POLICY = "; ".join(
    rule for rule in _POLICY if not rule.startswith("frame-ancestors ")
)

# With every HTTP response: pages, files, redirects, errors.
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    # For browsers that don't know frame-ancestors.
    "X-Frame-Options": "DENY",
    # Other sites need not know where a reader came from, nor our log what was searched for.
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
        " magnetometer=(), microphone=(), midi=(), payment=(), usb=()"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Language": SOURCE_LANGUAGE,
    # Cache, but revalidate before use: a page has the same address when it has changed.
    "Cache-Control": "no-cache",
}

# Instead, with a file whose address follows from its content, when it is there: scripts,
# stylesheets, icons and the parts of the search indexes.
LASTING_FILES = (
    r"/(assets/[\w/-]+\.[0-9a-f]{12}\.(css|js|svg)"
    r"|([a-z]+/)?search/[0-9a-f]{12}/\w+\.(json|txt))"
)
LASTING_HEADERS = {"Cache-Control": "public, max-age=31536000, immutable"}

# Instead, with what is there in the folder of another language: the tree of its pages.
LANGUAGE_FOLDER = "en/"
LANGUAGE_HEADERS = {"Content-Language": "en"}

# Instead, in the folder with open data, which other sites' programs may read.
OPEN_DATA_FOLDER = OPEN_DATA
OPEN_DATA_HEADERS = {
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Access-Control-Allow-Origin": "*",
}

# Also, with the documents that the texts were taken from: they are other people's, and one that a
# browser opened would act as a page of this site. PDF and plain text are shown: readers follow
# links into them, and with nosniff a browser runs nothing in them as this site.
DOCUMENT_FOLDER = SOURCES
DOCUMENT_HEADERS = {"Content-Disposition": "attachment"}
SHOWN_DOCUMENTS = (".pdf", ".txt")

# Over https only: without TLS browsers ignore it. For this host, not its subdomains.
TLS_HEADERS = {"Strict-Transport-Security": "max-age=31536000"}
