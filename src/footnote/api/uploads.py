"""Files that a caller names: only one that it uploaded before may be read.

Gradio copies every file that a request names into its cache, from where it can be fetched, and an application
that is mounted rather than launched does not check the path. It would fetch an address just the same.
"""

from collections.abc import Callable
from pathlib import Path

from gradio.utils import get_upload_folder

from footnote.errors import InvalidInput

NOT_UPLOADED = (
    "The file was not uploaded, or was read already. Post it to /gradio_api/upload and send the path that "
    "comes back, once."
)


def uploaded(path: str) -> Path:
    """Return the path of a file that the caller uploaded.

    Raises:
        InvalidInput: the path is not one that an upload returned, so it could be any file of the server.
    """
    folder = Path(get_upload_folder()).resolve()
    try:
        found = Path(path).resolve()
        if found.is_relative_to(folder) and found.is_file():
            return found
    except (OSError, ValueError):  # a name too long, or with a NUL in it
        pass
    raise InvalidInput(NOT_UPLOADED, "file")


def check_files(data: object, owned: Callable[[str], bool]) -> None:
    """Refuse JSON that names a file, however deep inside, which the caller did not upload.

    Raises:
        InvalidInput: it does.
    """
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            waiting += value.values()
            path = value.get("path")  # an object with a path is a file to Gradio or to us
            if isinstance(path, str) and not (owned(path) and uploaded(path)):
                raise InvalidInput(NOT_UPLOADED, "file")
