"""The lines in which requests wait, as Gradio is told of them; the page and the endpoints share each.

One is for all that asks the chat model, and one for what is added, so that a download or a long article
keeps nobody from asking.
"""

from typing import Any

MODEL_LINE: dict[str, Any] = {"concurrency_id": "model", "concurrency_limit": 1}
ADDING_LINE: dict[str, Any] = {"concurrency_id": "adding", "concurrency_limit": 4}
