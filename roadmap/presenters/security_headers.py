"""What every host says with every answer: the one place where the headers are decided.

The files in hosting/ repeat this in their own languages; tests/project/hosting holds them to it.
"""

from roadmap.presenters.urls import OPEN_DATA

_POLICY = (
    "default-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
)
CONTENT_SECURITY_POLICY = "; ".join(_POLICY)

# For <meta>: there browsers ignore frame-ancestors, and complain of it in the console.
META_CONTENT_SECURITY_POLICY = "; ".join(
    rule for rule in _POLICY if not rule.startswith("frame-ancestors ")
)

# With every answer: pages, files, redirects, errors.
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    # For browsers that don't know frame-ancestors.
    "X-Frame-Options": "DENY",
    # No other site needs to learn where its reader came from, nor our log what was searched for.
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
        " magnetometer=(), microphone=(), midi=(), payment=(), usb=()"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # Keep, but ask before use: file names have no hash, so an old stylesheet must never
    # meet a new page. A question costs one short answer (304).
    "Cache-Control": "no-cache",
}

# In the folder with open data instead: other sites' programs may read it.
OPEN_DATA_FOLDER = OPEN_DATA
OPEN_DATA_HEADERS = {
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Access-Control-Allow-Origin": "*",
}

# Over https only: without TLS browsers ignore it. Only this host, not those under it.
TLS_HEADERS = {"Strict-Transport-Security": "max-age=31536000"}
