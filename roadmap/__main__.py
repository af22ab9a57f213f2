"""`python -m roadmap`."""

import sys

from roadmap.cli.main import main

sys.exit(main())
