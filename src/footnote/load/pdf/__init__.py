"""A PDF is read by a process of its own, with a limit of time and memory.

A few hundred bytes can ask for hours of work and all the memory there is, which a thread could not be made
to give back; and the library is plain Python, so it would hold up the threads beside it.
"""

import json
import subprocess
import sys
from dataclasses import asdict

from footnote.errors import InvalidInput, TooLarge
from footnote.load.sent import Extract, Sent

SECONDS = 60
MEMORY = 2 << 30  # bytes of address space; where the system has no such limit there is none


def read(sent: Sent, seconds: float = SECONDS) -> Extract:
    """Read a PDF's text; see ``reading.read``.

    Raises:
        InvalidInput: it is broken, encrypted, or scanned so that there is no text in it.
        TooLarge: it has too many pages, too much drawing or text, or is not read in time.
    """
    terms = {"name": sent.name, "field": sent.field, "max_chars": sent.max_chars, "memory": MEMORY}
    command = [sys.executable, "-P", "-m", "footnote.load.pdf", json.dumps(terms)]
    try:
        done = subprocess.run(command, input=sent.data, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as error:
        raise TooLarge(
            f"{sent.name[:200]!r} takes more than {seconds:g} seconds to read. Send a part of it.", sent.field
        ) from error
    if done.returncode != 0:
        raise sent.refused("asks for more than a PDF of text needs", "Save it anew, or paste its text.")
    reply = json.loads(done.stdout)
    if "refused" in reply:
        raise (TooLarge if reply["too_large"] else InvalidInput)(reply["refused"], sent.field)
    return Extract(**{**reply, "dropped": tuple(reply["dropped"])})


def reply_to(sent: Sent) -> str:
    """Return what the process that reads has to say: the extract or the refusal, as JSON."""
    from footnote.load.pdf.reading import read as read_here

    try:
        return json.dumps(asdict(read_here(sent)))
    except InvalidInput as error:
        return json.dumps({"refused": str(error), "too_large": isinstance(error, TooLarge)})
