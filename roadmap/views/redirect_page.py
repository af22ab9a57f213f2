"""The page at an old address: it leads on, with a script to the same place, else to the page."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from roadmap.datafiles.pictures import TYPES
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls
from roadmap.presenters.security_headers import META_CONTENT_SECURITY_POLICY
from roadmap.views.templating import render


def pages(
    dataset: Dataset, redirects: Mapping[str, str], assets: Mapping[str, str]
) -> dict[str, bytes]:
    """Return a page for each old address: its file in the site, and its bytes.

    `assets` are the URLs of the theme's files by their names there.
    """
    if not redirects:
        return {}
    look = dataset.settings.look
    own_icon = look.icon or look.logo
    icon = own_icon or assets["assets/img/favicon.svg"]
    return {
        f"{old}index.html": render(
            "redirect.html",
            plan=dataset.plan,
            old=old,
            href=urls.link(old, new),
            canonical=f"{dataset.address}{new}" if dataset.address else urls.link(old, new),
            stylesheet=urls.link(old, assets["assets/css/site.css"]),
            script=urls.link(old, assets["assets/js/moved.js"]),
            icon=urls.link(old, icon),
            icon_type=TYPES[PurePosixPath(icon).suffix],
            policy=META_CONTENT_SECURITY_POLICY,
            new=new,
        ).encode()
        for old, new in redirects.items()
    }
