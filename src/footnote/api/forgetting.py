"""What Gradio keeps of sessions for good, dropped when nobody comes back for it."""

import time
from contextlib import suppress

from gradio import queueing

from footnote.api.audience import Audience
from footnote.api.posted import Posted

_KEPT = 60.0  # seconds that the result of a finished request waits to be fetched


class Forgetting:
    """Drops what a queue keeps of the sessions whose requests have ended."""

    def __init__(self, queue: queueing.Queue, audience: Audience) -> None:
        self._queue = queue
        self._audience = audience
        self._quiet: dict[str, float] = {}  # sessions, and when a request of theirs ended last

    def ended(self, posted: Posted) -> None:
        """Note the end of a request; a session that was only for it needs no page any longer."""
        self._quiet[posted.session] = time.monotonic()
        if posted.session == posted.id:
            # Gradio keeps a copy of the page for each session; nobody comes back to this one.
            self._queue.server_app.state_holder.session_data.pop(posted.session, None)
            self._queue.server_app.state_holder.time_last_used.pop(posted.session, None)
            if posted.cancelled == "left" and posted.problem is None:  # whoever comes back hears no end
                self._queue.pending_event_ids_session.pop(posted.session, None)

    def forget(self, busy: set[str]) -> None:
        """Drop what sessions were told and never fetched, but for those that are busy."""
        now = time.monotonic()
        for session, since in list(self._quiet.items()):
            if now - since < _KEPT or session in busy or self._audience.hears(session):
                continue
            del self._quiet[session]
            with suppress(KeyError):
                del self._queue.pending_messages_per_session[session]
            self._queue.pending_event_ids_session.pop(session, None)
