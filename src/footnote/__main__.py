"""``python -m footnote`` is the command ``footnote``."""

import sys

from footnote.cli import main

sys.exit(main())
