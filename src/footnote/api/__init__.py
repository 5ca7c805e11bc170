"""The public endpoints (``gr.api``), the ASGI guard in front of them, and the server that joins both.

``declare`` adds the endpoints to a page's Blocks, ``mount`` makes the ASGI application of it, ``run`` serves
that. None knows what the page looks like.
"""

from footnote.api.declaring import declare
from footnote.api.logs import write_lines
from footnote.api.running import run
from footnote.api.server import Limits, mount

__all__ = ["Limits", "declare", "mount", "run", "write_lines"]
