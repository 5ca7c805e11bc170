"""A file is read by a process of its own, with a limit of time and memory.

A few hundred bytes of a PDF can ask for hours of work and all the memory there is, which a thread could not
be made to give back; and the readers are plain Python, so they would hold up the threads beside them.
"""

import json
import subprocess
import sys
from dataclasses import asdict

from footnote.errors import InvalidInput, TooLarge
from footnote.load.kinds import Kind
from footnote.load.sent import Extract, Sent

SECONDS = 60
MEMORY = 2 << 30  # bytes of address space; where the system has no such limit there is none
_SMALL = 250_000  # bytes of a page or mail, which even at its worst is read in seconds


def is_wanted(kind: Kind, sent: Sent) -> bool:
    """Whether a file is of a kind and size that may ask for more than its share."""
    return kind in ("pdf", "docx") or (kind in ("html", "mail") and len(sent.data) > _SMALL)


def read(kind: Kind, sent: Sent, seconds: float = SECONDS, memory: int = MEMORY) -> Extract:
    """Read a file as its reader does, but in another process.

    Raises:
        InvalidInput: the reader refuses it, or it asks for too much memory.
        TooLarge: the reader says so, or it is not read in time.
    """
    terms = {"kind": kind, "memory": memory, "sent": {**asdict(sent), "data": None}}
    command = [sys.executable, "-P", "-m", "footnote.load.apart", json.dumps(terms)]
    try:
        done = subprocess.run(command, input=sent.data, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as error:
        raise TooLarge(
            f"{sent.name[:200]!r} takes more than {seconds:g} seconds to read. Send a part of it.", sent.field
        ) from error
    if done.returncode != 0:
        raise sent.refused("asks for more than a text needs", "Save it anew, or paste its text.")
    reply = json.loads(done.stdout)
    if "refused" in reply:
        raise (TooLarge if reply["too_large"] else InvalidInput)(reply["refused"], sent.field)
    return Extract(**{**reply, "dropped": tuple(reply["dropped"])})


def reply_to(kind: Kind, sent: Sent) -> str:
    """Return what the process that reads has to say: the extract or the refusal, as JSON."""
    from footnote.load.readers import READERS

    try:
        return json.dumps(asdict(READERS[kind](sent)))
    except InvalidInput as error:
        return json.dumps({"refused": str(error), "too_large": isinstance(error, TooLarge)})
