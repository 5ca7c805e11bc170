"""The service that the page, the endpoints and the command line share."""

from footnote.service.footnote import Footnote, check_question
from footnote.service.stream import stream

__all__ = ["Footnote", "check_question", "stream"]
