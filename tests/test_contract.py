"""The contract: page, stream and plain reply agree field by field, and all is as the description says."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import schemathesis
from gradio_client import Client
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from footnote.api.description import describe
from footnote.api.endpoints import NAMES
from footnote.app import create_app
from footnote.config import Settings
from footnote.service import Footnote
from serving import Endless, running
from test_api import CALL, SEALS, events, refusal, result

QUESTION = "How many adult seals were counted?"


@pytest.fixture
def seals(service: Footnote) -> str:
    return service.add_article(SEALS).id


def timeless(event: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in event.items() if name != "timings"}


class TestAgreement:
    """What service.ask and service.summarise give the page is what every kind of caller receives."""

    @pytest.fixture(params=["answered", "refused", "short", "bullets", "long"])
    def request_and_events(
        self, request: pytest.FixtureRequest, service: Footnote, seals: str
    ) -> tuple[str, dict[str, Any], list[dict[str, Any]]]:
        if request.param in ("answered", "refused"):
            asked = QUESTION if request.param == "answered" else "Who is the president of Portugal?"
            arguments: dict[str, Any] = {"question": asked, "article_ids": [seals]}
            return "ask", arguments, [event.as_dict() for event in service.ask(asked, [seals])]
        arguments = {"article_id": seals, "style": request.param}
        return "summarise", arguments, [e.as_dict() for e in service.summarise(seals, request.param)]

    def test_every_way_of_asking(
        self,
        http: httpx.Client,
        server_url: str,
        request_and_events: tuple[str, dict[str, Any], list[dict[str, Any]]],
    ) -> None:
        name, arguments, shown = request_and_events
        named = events(http, name, arguments)
        positional = events(http, name, {"data": list(arguments.values())}, path="")
        python = Client(server_url, verbose=False).predict(**arguments, api_name=f"/{name}")
        for last in (named[-1][1][0], named[-2][1][0], positional[-1][1][0], python):
            assert list(last) == list(shown[-1])
            for field, value in timeless(shown[-1]).items():
                assert last[field] == value, field
            assert last["timings"].keys() == shown[-1]["timings"].keys()
        drafts = [data[0] for kind, data in named if kind == "generating"]
        assert {tuple(draft) for draft in drafts} == {tuple(shown[-1])}
        assert [draft["done"] for draft in drafts] == [False] * (len(drafts) - 1) + [True]


@pytest.fixture(scope="module")
def described(server_url: str) -> dict[str, Any]:
    described: dict[str, Any] = httpx.get(f"{server_url}/openapi.json").json()
    return described


class TestDescription:
    def test_it_is_served_and_gradios_beside_it(self, described: dict[str, Any], http: httpx.Client) -> None:
        assert described == describe(needs_login=False)
        assert http.get("/gradio_api/openapi.json").status_code == 200
        assert {path for path in described["paths"] if path.startswith(CALL)} == {
            path for name in NAMES for path in (f"{CALL}/v2/{name}", f"{CALL}/{name}/{{event_id}}")
        }

    def test_arguments_have_their_names_types_and_defaults(self, described: dict[str, Any]) -> None:
        taken = described["components"]["schemas"]["summarise"]
        assert taken["required"] == ["article_id"]
        assert taken["additionalProperties"] is False
        assert taken["properties"]["style"]["enum"] == ["short", "bullets", "long"]
        assert taken["properties"]["start"]["default"] == 0
        for name in NAMES:
            replies = described["paths"][f"{CALL}/v2/{name}"]["post"]["responses"]
            assert {"200", "404", "413", "422", "503", "500", "401"} <= set(replies)

    def test_it_says_when_a_login_is_needed(self) -> None:
        described = describe(needs_login=True)
        assert described["security"] == [{"token": []}]
        assert described["paths"]["/healthz"]["get"]["security"] == []

    def test_every_event_is_as_described(
        self, described: dict[str, Any], http: httpx.Client, seals: str
    ) -> None:
        calls: dict[str, dict[str, Any]] = {
            "add_article": {"text": SEALS + "\n\nOnce more.", "title": "Seals"},
            "articles": {},
            "article": {"article_id": seals},
            "ask": {"question": QUESTION, "article_ids": [seals]},
            "summarise": {"article_id": seals},
            "suggest_questions": {"article_id": seals},
        }
        calls["remove_article"] = {"article_id": result(http, "add_article", text="A bay.\n\nTo go.")["id"]}
        assert set(calls) == set(NAMES)
        for name, arguments in calls.items():
            replies = described["paths"][f"{CALL}/{name}/{{event_id}}"]["get"]["responses"]
            schema = {**replies["200"]["x-event-data"], "components": described["components"]}
            told = events(http, name, arguments)
            assert told[-1][0] == "complete", told[-1]
            for _, data in told:
                Draft202012Validator(schema).validate(data)

    def test_errors_are_as_described(self, described: dict[str, Any], http: httpx.Client) -> None:
        error = Draft202012Validator(described["components"]["schemas"]["Error"])
        for reply in (
            http.post(f"{CALL}/v2/ask", json={}),
            http.post(f"{CALL}/v2/article", json={"article_id": "no"}),
            http.get("/nowhere"),
            http.get("/healthz", headers={"host": "evil.example"}),
            http.post("/gradio_api/upload", content=b"x"),
        ):
            assert reply.status_code >= 400
            error.validate(reply.json())
        kind, data = events(http, "add_article", {"text": "\x00\x01\x02\x03" * 50})[-1]
        assert kind == "error"
        error.validate(data)

    def test_an_upload_that_is_none(self, http: httpx.Client) -> None:
        assert refusal(http.post("/gradio_api/upload", content=b"x")) == (422, "invalid_input", "data")


@pytest.fixture(scope="module")
def loose(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that loads no model and looks no address up, for requests that nobody means."""
    store = tmp_path_factory.mktemp("loose") / "footnote.db"
    footnote = Endless(Settings(store=f"sqlite:///{store}", queue_size=3, fetch="off"))
    with running(create_app(footnote.settings, footnote)) as url:
        yield url


OPERATIONS = {
    f"{operation.method} {operation.path}": operation
    for found in schemathesis.openapi.from_dict(describe(needs_login=False)).get_all_operations()
    for operation in [found.ok()]
}
schemathesis.checks.load_all_checks()
CHECKS = [
    schemathesis.checks.CHECKS.get_one(name)
    for name in ("status_code_conformance", "content_type_conformance", "response_schema_conformance")
]


# Only a body can be wrong in a way that the description rules out.
FUZZED = [
    pytest.param(name, meant, id=f"{name} {meant.value}")
    for name in OPERATIONS
    for meant in schemathesis.GenerationMode
    if meant is schemathesis.GenerationMode.POSITIVE or "/call/v2/" in name
]


@pytest.mark.parametrize(("name", "meant"), FUZZED)
def test_whatever_is_sent_is_answered_as_described(
    name: str, meant: schemathesis.GenerationMode, loose: str
) -> None:
    """No reply is a failure of ours, and none has a status or a body that is not described."""

    @settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(case=OPERATIONS[name].as_strategy(generation_mode=meant))
    def fuzzed(case: schemathesis.Case) -> None:
        reply = case.call(base_url=loose)
        assert reply.status_code != 500, reply.text
        case.validate_response(reply, checks=CHECKS)
        if reply.status_code == 200 and "event_id" in reply.text and "/ask" not in name:
            path = name.split()[1].replace("/v2", "")
            assert '"internal"' not in httpx.get(f"{loose}{path}/{reply.json()['event_id']}").text

    fuzzed()
