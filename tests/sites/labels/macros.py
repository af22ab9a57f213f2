"""The macros of the pages in `docs/`. A site's own stand here too."""

from roadmap.macros import define_env as define_env
