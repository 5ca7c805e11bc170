"""The service that the page, the endpoints and the command line share."""

from footnote.headings import heading_of
from footnote.load import SUFFIXES
from footnote.service.footnote import Footnote, check_question
from footnote.service.libraries import USER, Libraries
from footnote.service.progress import Progress, Step, until
from footnote.service.stream import result, stream
from footnote.service.ticket import CURRENT, Ticket, current
from footnote.service.uploads import read_once

FILE_SUFFIXES = tuple(SUFFIXES)  # of the files that ``Footnote.add_file`` reads

__all__ = [
    "CURRENT",
    "FILE_SUFFIXES",
    "USER",
    "Footnote",
    "Libraries",
    "Progress",
    "Step",
    "Ticket",
    "check_question",
    "current",
    "heading_of",
    "read_once",
    "result",
    "stream",
    "until",
]
