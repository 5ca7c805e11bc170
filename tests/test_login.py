"""Logging in over HTTP: the page, the cookie, bearer tokens, what strangers get, and whose everything is."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from gradio_client import Client, handle_file

from footnote.accounts import commands
from footnote.api.sessions import BY_PAIR
from footnote.app import create_app
from footnote.config import Settings
from footnote.errors import ConfigError
from footnote.service import Footnote
from serving import Endless, running

PASSWORD = "correct horse battery"
CALL = "/gradio_api/call"
HTML = {"accept": "text/html,application/xhtml+xml"}
QUARRY = "The quarry at Tolm has sold 6,317 tonnes of blue slate since it opened again, its owner says."
ASKED = "How many tonnes of slate has the quarry at Tolm sold?"


@dataclass(frozen=True, slots=True)
class Served:
    """A server that asks for a login, and its users' tokens."""

    url: str
    anna: str
    bert: str

    def client(self, token: str = "", **headers: str) -> httpx.Client:
        if token:
            headers["authorization"] = f"Bearer {token}"
        return httpx.Client(base_url=self.url, headers=headers, timeout=60)


def users(folder: Path) -> tuple[Path, str, str]:
    path = folder / "users.toml"
    for name in ("anna", "bert"):
        commands.add(path, name, lambda: PASSWORD)
    return path, commands.token(path, "anna"), commands.token(path, "bert")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server whose service asks no model."""
    folder = tmp_path_factory.mktemp("login")
    path, anna, bert = users(folder)
    service = Endless(Settings(store=f"sqlite:///{folder / 'footnote.db'}", auth=str(path)))
    with running(create_app(service.settings, service)) as url:
        yield Served(url, anna, bert)


@pytest.fixture
def stranger(served: Served) -> Iterator[httpx.Client]:
    with served.client() as client:
        yield client


def log_in(client: httpx.Client, name: str = "anna", password: str = PASSWORD, **more: str) -> httpx.Response:
    return client.post("/login", data={"name": name, "password": password, **more})


def refusal(response: httpx.Response) -> tuple[int, str, str | None]:
    error = response.json()["error"]
    return response.status_code, error["type"], error["field"]


def test_the_library_of_nobody_is_not_opened_where_each_user_has_one(tmp_path: Path) -> None:
    path, _, _ = users(tmp_path)
    place = tmp_path / "footnote.db"
    for settings in (
        Settings(store=f"sqlite:///{place}", auth=str(path)),
        Settings(store=f"sqlite:///{place}"),
    ):
        create_app(settings)
        assert place.exists() == (not settings.auth)


class TestStrangers:
    @pytest.mark.parametrize(
        "path",
        [
            *("/metrics", "/config", "/theme.css", "/gradio_api/info", "/gradio_api/openapi.json"),
            *("/gradio_api/queue/data?session_hash=x", "/gradio_api/heartbeat/x", "/assets/index.js"),
            *(f"{CALL}/ask/x", "/gradio_api/file=/etc/hostname", "/gradio_api/startup-events"),
        ],
    )
    def test_nothing_is_read(self, stranger: httpx.Client, path: str) -> None:
        reply = stranger.get(path)
        assert refusal(reply) == (401, "not_logged_in", "Authorization")
        assert reply.headers["www-authenticate"] == 'Bearer realm="Footnote"'

    @pytest.mark.parametrize(
        "path",
        [
            *(f"{CALL}/v2/articles", f"{CALL}/articles", "/gradio_api/queue/join", "/gradio_api/upload"),
            *("/gradio_api/cancel", "/gradio_api/reset"),
        ],
    )
    def test_nothing_is_done(self, stranger: httpx.Client, path: str) -> None:
        assert refusal(stranger.post(path, json={"data": []})) == (401, "not_logged_in", "Authorization")

    def test_health_is_for_everybody(self, stranger: httpx.Client) -> None:
        assert stranger.get("/healthz").json()["status"] == "ready"

    @pytest.mark.parametrize(
        "authorization", ["Bearer wrong", "bearer", "Basic YW5uYTp4", "Bearer \xff", "Bearer a b"]
    )
    def test_a_wrong_token_is_not_made_good_by_a_cookie(self, served: Served, authorization: str) -> None:
        with served.client() as client:
            assert log_in(client).status_code == 303
            assert client.get("/config").status_code == 200
            reply = client.get("/config", headers={"authorization": authorization.encode("latin-1")})
            assert reply.status_code == 401

    def test_headers_that_name_a_user_name_nobody(self, stranger: httpx.Client) -> None:
        named = dict.fromkeys(("footnote.user", "x-gradio-user", "x-forwarded-user", "remote-user"), "anna")
        assert stranger.get("/config", headers=named).status_code == 401


class TestPage:
    def test_a_browser_is_led_to_it_and_back(self, stranger: httpx.Client) -> None:
        sent = stranger.get("/?__theme=dark", headers=HTML)
        assert (sent.status_code, sent.headers["location"]) == (303, "/login?then=/%3F__theme%3Ddark")
        page = stranger.get(sent.headers["location"])
        assert 'name="then" value="/?__theme=dark"' in page.text
        entered = log_in(stranger, then="/?__theme=dark")
        assert (entered.status_code, entered.headers["location"]) == (303, "/?__theme=dark")
        assert "gradio_config" in stranger.get("/", headers=HTML).text

    @pytest.mark.parametrize(
        "then", ["//evil.example", "https://evil.example/", "/\\evil.example", "/logout", "/?a\nb", "x"]
    )
    def test_it_leads_nowhere_else(self, stranger: httpx.Client, then: str) -> None:
        assert log_in(stranger, then=then).headers["location"] == "/"
        assert 'name="then" value="/"' in stranger.get("/login", params={"then": then}).text

    @pytest.mark.parametrize(
        ("asked", "title"), [("de-AT,en;q=0.5", "Anmelden"), ("fr,en", "Log in"), ("", "Log in")]
    )
    def test_it_speaks_the_readers_language(self, stranger: httpx.Client, asked: str, title: str) -> None:
        page = stranger.get("/login", headers={"accept-language": asked})
        assert "<h1>Footnote</h1>" in page.text
        assert f"<title>{title} · Footnote</title>" in page.text
        assert page.headers["cache-control"] == "no-store"

    def test_nothing_runs_in_it(self, stranger: httpx.Client) -> None:
        page = stranger.get("/login")
        assert "<script" not in page.text
        policy = page.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "unsafe" not in policy

    def test_a_wrong_password_is_told_without_saying_what_was_wrong(self, stranger: httpx.Client) -> None:
        pages = [log_in(stranger, name, "wrong").text for name in ("bert", "nobody")]
        assert pages[0] == pages[1]
        assert '<p role="alert" id="problem">The name or the password is wrong.</p>' in pages[0]

    def test_tries_are_limited(self, stranger: httpx.Client) -> None:
        tried = [log_in(stranger, "carl", "wrong").status_code for _ in range(BY_PAIR)]
        assert tried == [401] * BY_PAIR
        refused = log_in(stranger, "carl", "wrong")
        assert refused.status_code == 429
        assert 0 < int(refused.headers["retry-after"]) <= 901
        assert 'role="alert"' in refused.text

    @pytest.mark.parametrize("body", [b"", b"name=anna", b"\xff\xfe", b"name=%ff&password=%00", b"a=b" * 300])
    def test_any_form_is_answered(self, stranger: httpx.Client, body: bytes) -> None:
        form = {"content-type": "application/x-www-form-urlencoded"}
        assert stranger.post("/login", content=body, headers=form).status_code in (401, 429)

    def test_a_form_that_is_too_long(self, stranger: httpx.Client) -> None:
        assert refusal(stranger.post("/login", content=b"x" * 9_000)) == (413, "too_large", None)

    def test_other_methods(self, stranger: httpx.Client) -> None:
        assert refusal(stranger.put("/login")) == (405, "wrong_method", None)
        assert refusal(stranger.get("/logout")) == (405, "wrong_method", None)

    def test_another_sites_page_cannot_log_anyone_in_or_out(self, stranger: httpx.Client) -> None:
        for path in ("/login", "/logout"):
            reply = stranger.post(path, headers={"origin": "http://evil.example"})
            assert refusal(reply) == (403, "wrong_origin", "Origin")


class TestCookie:
    def test_it_is_kept_from_scripts_and_other_sites(self, stranger: httpx.Client) -> None:
        cookie, told = log_in(stranger).headers.get_list("set-cookie")
        assert told.startswith("footnote-user=anna;")
        assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
        assert "Secure" not in cookie
        secure = stranger.post(
            "/login", data={"name": "anna", "password": PASSWORD}, headers={"x-forwarded-proto": "https"}
        )
        assert "Secure" in secure.headers.get_list("set-cookie")[0].split("; ")

    def test_it_opens_the_page_and_the_endpoints_until_logout(self, stranger: httpx.Client) -> None:
        log_in(stranger)
        cookie = stranger.cookies["footnote-session"]
        assert stranger.post(f"{CALL}/v2/articles", json={}).status_code == 200
        left = stranger.post("/logout")
        assert (left.status_code, left.headers["location"]) == (303, "/login")
        assert left.headers["clear-site-data"] == '"storage"'
        assert not stranger.cookies
        again = stranger.get("/config", headers={"cookie": f"footnote-session={cookie}"})
        assert again.status_code == 401


class TestPrograms:
    def test_a_stream_of_events(self, served: Served) -> None:
        with served.client(served.anna) as http:
            event_id = http.post(f"{CALL}/v2/ask", json={"question": "x"}).json()["event_id"]
            with http.stream("GET", f"{CALL}/ask/{event_id}") as reply:
                assert next(reply.iter_text()).startswith("event: generating")

    def test_the_python_client(self, served: Served) -> None:
        with pytest.raises(ValueError, match="credentials were not provided"):
            Client(served.url, verbose=False)
        client = Client(served.url, verbose=False, headers={"authorization": f"Bearer {served.anna}"})
        assert client.predict(api_name="/articles") == []

    def test_what_is_anothers_does_not_exist(self, served: Served) -> None:
        with served.client(served.anna) as anna, served.client(served.bert) as bert:
            event_id = anna.post(f"{CALL}/v2/ask", json={"question": "x"}).json()["event_id"]
            joined = {"data": [], "fn_index": 0, "session_hash": "annas"}
            anna.post("/gradio_api/queue/join", json=joined)
            for path in (f"{CALL}/ask/{event_id}", f"{CALL}/v2/ask/{event_id}"):
                assert refusal(bert.get(path)) == (404, "not_found", "event_id")
            for session in ("annas", event_id):
                read = bert.get("/gradio_api/queue/data", params={"session_hash": session})
                assert refusal(read) == (404, "not_found", "session_hash")
                assert bert.get(f"/gradio_api/heartbeat/{session}").status_code == 404
                for path in ("/gradio_api/queue/join", f"{CALL}/articles"):
                    posted = bert.post(path, json={**joined, "session_hash": session})
                    assert refusal(posted) == (404, "not_found", "session_hash")
            for path in ("/gradio_api/cancel", "/gradio_api/reset"):
                body = {"event_id": event_id, "session_hash": "berts", "fn_index": 0}
                assert refusal(bert.post(path, json=body)) == (404, "not_found", "event_id")
            with anna.stream("GET", f"{CALL}/ask/{event_id}") as reply:
                assert reply.status_code == 200

    def test_nobody_names_anothers_upload(self, served: Served) -> None:
        with served.client(served.anna) as anna, served.client(served.bert) as bert:
            secret = ("secret.txt", b"The secret word of the harbour master is heliotrope.")
            path = anna.post("/gradio_api/upload", files={"files": secret}).json()[0]
            assert anna.get(f"/gradio_api/file={path}").text == secret[1].decode()
            assert refusal(bert.get(f"/gradio_api/file={path}")) == (404, "not_found", "file")
            for file in ({"path": path}, {"path": path, "meta": {"_type": "gradio.FileData"}}):
                v2 = bert.post(f"{CALL}/v2/add_article", json={"file": file})
                v1 = bert.post(f"{CALL}/add_article", json={"data": ["", "", file]})
                page = {"data": ["", "", file, ""], "fn_index": 0, "session_hash": "thief"}
                joined = bert.post("/gradio_api/queue/join", json=page)
                for reply in (v2, v1, joined):
                    assert refusal(reply) == (422, "invalid_input", "file")


@pytest.fixture(scope="module")
def libraries(service: Footnote, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with the real models."""
    folder = tmp_path_factory.mktemp("libraries")
    path, anna, bert = users(folder)
    own = service.sibling(f"sqlite:///{folder / 'footnote.db'}")
    with running(create_app(replace(own.settings, auth=str(path)), own)) as url:
        yield Served(url, anna, bert)
    assert {entry.name for entry in folder.glob("*.db")} == {
        *("footnote.db", "footnote.anna.db", "footnote.bert.db"),
    }


def test_each_user_has_a_library(libraries: Served, tmp_path: Path) -> None:
    anna, bert = (
        Client(libraries.url, verbose=False, headers={"authorization": f"Bearer {token}"})
        for token in (libraries.anna, libraries.bert)
    )
    file = tmp_path / "quarry.txt"
    file.write_text(QUARRY)
    article_id = anna.predict(file=handle_file(file), api_name="/add_article")["id"]
    assert article_id in {entry["id"] for entry in anna.predict(api_name="/articles")}
    assert article_id not in {entry["id"] for entry in bert.predict(api_name="/articles")}
    assert "6,317" in anna.predict(question=ASKED, api_name="/ask")["answer"]
    asked = bert.predict(question=ASKED, api_name="/ask")
    assert "6,317" not in json.dumps(asked)
    with libraries.client(libraries.bert) as http:
        calls: list[tuple[str, dict[str, Any]]] = [
            ("article", {"article_id": article_id}),
            ("remove_article", {"article_id": article_id}),
            ("summarise", {"article_id": article_id}),
            ("suggest_questions", {"article_id": article_id}),
            ("ask", {"question": "x", "article_ids": [article_id]}),
        ]
        for name, arguments in calls:
            reply = http.post(f"{CALL}/v2/{name}", json=arguments)
            assert refusal(reply) == (404, "not_found", "article_id"), name
    with pytest.raises(ValueError, match="No article has the id"):
        bert.predict(article_id=article_id, api_name="/article")
    assert anna.predict(article_id=article_id, api_name="/article")["text"] == QUARRY


def test_a_server_without_its_users_does_not_start(tmp_path: Path) -> None:
    settings = Settings(store=f"sqlite:///{tmp_path / 'footnote.db'}", auth=str(tmp_path / "users.toml"))
    with pytest.raises(ConfigError, match="footnote user add NAME"):
        create_app(settings)
