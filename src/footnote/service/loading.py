"""The models of a library are loaded in a thread of their own; whoever needs them waits."""

import logging
import threading
from collections.abc import Callable
from typing import Literal

from footnote.errors import FootnoteError, ModelUnavailable
from footnote.service.models import Engines, Models, load_models
from footnote.store import PassageStore

State = Literal["loading", "ready", "failed"]

_log = logging.getLogger(__name__)


class Loading:
    """Loads once, when it is started; methods may be called from any thread.

    ``prepare`` is called with the models when they are loaded, before anybody gets them.
    """

    def __init__(self, engines: Engines, store: PassageStore, prepare: Callable[[Models], None]) -> None:
        self._engines = engines
        self._store = store
        self._prepare = prepare
        self._ended = threading.Event()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self.models: Models | None = None  # None until they are loaded
        self.problem: FootnoteError | None = None

    def start(self) -> None:
        """Load the models in a background thread; a second call does nothing."""
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._load, name="footnote-load", daemon=True)
                self._thread.start()

    def wait(self, timeout: float | None = None) -> None:
        """Return when the models are loaded.

        Raises:
            ModelUnavailable: a model cannot be loaded, or is not loaded after ``timeout`` seconds.
            StoreMismatch: the library was made with other vectors.
        """
        if not self._ended.wait(timeout):
            raise ModelUnavailable("The models are still loading. Try again in a few seconds.")
        if self.problem is not None:
            raise self.problem

    def ready(self) -> Models:
        """Return the models, waiting for them if their loading was started; raises as ``wait`` does."""
        self.wait(timeout=None if self._thread is not None else 0)
        assert self.models is not None
        return self.models

    @property
    def state(self) -> State:
        """Whether the models are loading, ready, or failed to load."""
        if not self._ended.is_set():
            return "loading"
        return "failed" if self.problem else "ready"

    def join(self) -> None:
        """Return when nothing is being loaded any more."""
        if self._thread is not None:
            self._thread.join()

    def _load(self) -> None:
        try:
            models = load_models(self._engines, self._store)
            self._prepare(models)
            self.models = models
        except FootnoteError as error:
            self.problem = error
            _log.error("cannot start: %s", error)
        except Exception as error:
            self.problem = ModelUnavailable(f"The models could not be loaded: {type(error).__name__}.")
            _log.exception("cannot start")
        finally:
            self._ended.set()
