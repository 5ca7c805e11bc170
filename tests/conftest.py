"""Fixtures that several test files share: the real default models, loaded once."""

import os
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from footnote.app import create_app
from footnote.config import Settings
from footnote.embed import Embedder, load_embedder
from footnote.generate import ChatModel, load_chat_model
from footnote.service import Footnote
from serving import Endless, running

os.environ.setdefault("HF_HUB_OFFLINE", "1")  # no test may reach a hub
if "PYTEST_XDIST_WORKER" in os.environ:
    os.environ["OMP_NUM_THREADS"] = "1"  # the threads of two workers would wait for each other


@pytest.fixture(scope="session")
def chat_model() -> Iterator[ChatModel]:
    """The default chat model; its converted copy stays in the user's cache, as in use."""
    model = load_chat_model(Settings())
    yield model
    model.close()


@pytest.fixture(scope="session")
def loaded_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Footnote]:
    """The real service on a library of its own, its models loaded."""
    store = tmp_path_factory.mktemp("library") / "footnote.db"
    # Tests serve pages of their own on 127.0.0.1; every other private network stays refused.
    # One thread: two that share two cores with Chromium wait for each other.
    settings = Settings(store=f"sqlite:///{store}", queue_size=3, fetch_private="127.0.0.1", threads=1)
    footnote = Footnote(settings)
    footnote.start()
    footnote.wait()
    yield footnote
    footnote.close()


@pytest.fixture(scope="session")
def loaded_url(loaded_service: Footnote) -> Iterator[str]:
    """The address of the real application over the real service."""
    with running(create_app(loaded_service.settings, loaded_service)) as url:
        yield url


@pytest.fixture(scope="module")
def service(loaded_service: Footnote) -> Footnote:
    """The real service; what another file's tests added is taken out, so their order is no matter."""
    for entry in loaded_service.articles():
        if entry.source != "sample":
            loaded_service.remove_article(entry.id)
    return loaded_service


@pytest.fixture(scope="module")
def server_url(service: Footnote, loaded_url: str) -> str:
    """The address of the real application over the real service."""
    del service
    return loaded_url


@pytest.fixture
def http(server_url: str) -> Iterator[httpx.Client]:
    """A client of the real application."""
    with httpx.Client(base_url=server_url, timeout=60) as client:
        yield client


@pytest.fixture
def endless(tmp_path: Path) -> Iterator[tuple[str, Endless]]:
    """An application whose answers never end by themselves, and its service; three requests may wait."""
    store = f"sqlite:///{tmp_path / 'footnote.db'}"
    footnote = Endless(Settings(store=store, queue_size=3, queue_share=3))
    with running(create_app(footnote.settings, footnote)) as url:
        yield url, footnote


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The default embedder."""
    return load_embedder(Settings(device="cpu"))
