"""Settings: a flag goes before the environment, that before the default; a bad value is refused."""

from dataclasses import fields, replace
from pathlib import Path

import pytest

from footnote.config import Settings, variable
from footnote.errors import ConfigError


def test_defaults_need_no_environment() -> None:
    assert Settings.from_env({}) == Settings()
    assert Settings().host == "127.0.0.1"
    assert Settings().store == "sqlite:///embeddings/footnote.db"


def test_every_setting_is_read_from_its_variable() -> None:
    environ = {
        "FOOTNOTE_EMBEDDER": "some/embedder",
        "FOOTNOTE_MODEL": "some/model",
        "FOOTNOTE_HOST": "0.0.0.0",
        "FOOTNOTE_PORT": "8000",
        "FOOTNOTE_STORE": "sqlite:///elsewhere.db",
        "FOOTNOTE_DEVICE": "cuda:1",
        "FOOTNOTE_DTYPE": "float16",
        "FOOTNOTE_THREADS": "3",
        "FOOTNOTE_CACHE": "/somewhere",
        "FOOTNOTE_MAX_ARTICLE_CHARS": "1000",
        "FOOTNOTE_QUEUE_SIZE": "2",
        "FOOTNOTE_QUEUE_SHARE": "3",
        "FOOTNOTE_DEADLINE": "2.5",
        "FOOTNOTE_REFUSE_BELOW": "0.5",
        "FOOTNOTE_FETCH": "off",
        "FOOTNOTE_FETCH_PRIVATE": "127.0.0.1,10.1.0.0/16",
        "FOOTNOTE_AUTH": "users.toml",
        "FOOTNOTE_INSECURE": "on",
        "FOOTNOTE_MCP": "on",
        "FOOTNOTE_HOSTS": "notes.example.org",
    }
    read = fields(Settings)
    assert set(environ) == {variable(field.name) for field in read}
    settings = Settings.from_env(environ)
    for field in read:
        assert str(getattr(settings, field.name)) == environ[variable(field.name)]
        assert getattr(settings, field.name) != getattr(Settings(), field.name)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "notes.example.org", ""])
def test_others_are_served_with_a_login_or_knowingly_without(host: str) -> None:
    with pytest.raises(ConfigError, match=r"FOOTNOTE_HOST is .*FOOTNOTE_AUTH.*--insecure"):
        Settings(host=host).check_exposure()
    Settings(host=host, auth="users.toml").check_exposure()
    Settings.from_env({"FOOTNOTE_INSECURE": "1"}, host=host or "::").check_exposure()


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.0.1", "::1", "localhost"])
def test_this_machine_is_served_without_a_login(host: str) -> None:
    Settings(host=host).check_exposure()


def test_insecure_is_on_or_off() -> None:
    assert Settings.from_env({"FOOTNOTE_INSECURE": "0"}).insecure == "off"
    with pytest.raises(ConfigError, match="FOOTNOTE_INSECURE is 'maybe'; it must be on or off"):
        Settings.from_env({"FOOTNOTE_INSECURE": "maybe"})


def test_a_flag_goes_before_the_environment_and_none_is_no_flag() -> None:
    environ = {"FOOTNOTE_PORT": "8000", "FOOTNOTE_THREADS": "3"}
    settings = Settings.from_env(environ, port=9000, threads=None, refuse_below=0.0)
    assert (settings.port, settings.threads, settings.refuse_below) == (9000, 3, 0.0)


def test_blank_variables_count_as_unset_and_blanks_around_a_value_go() -> None:
    assert Settings.from_env({"FOOTNOTE_PORT": " ", "FOOTNOTE_HOST": " ::1 "}) == Settings(host="::1")


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("PORT", "seven", "a number"),
        ("PORT", "0", "from 1 to 65535"),
        ("PORT", "65536", "from 1 to 65535"),
        ("PORT", "80.5", "a number"),
        ("THREADS", "-1", "from 0 to 1024"),
        ("MAX_ARTICLE_CHARS", "0", "from 1 to 100000000"),
        ("QUEUE_SIZE", "0", "from 1 to 10000"),
        ("QUEUE_SHARE", "-1", "from 0 to 10000"),
        ("DEADLINE", "0.0", "seconds above 0"),
        ("DEADLINE", "nan", "seconds above 0"),
        ("REFUSE_BELOW", "1.5", "from 0 to 1"),
        ("REFUSE_BELOW", "-0.1", "from 0 to 1"),
        ("REFUSE_BELOW", "nan", "from 0 to 1"),
        ("REFUSE_BELOW", "often", "a number"),
        ("DTYPE", "int8", "float32"),
        ("FETCH", "yes", "on or off"),
        ("FETCH_PRIVATE", "intranet", "networks such as 10.1.0.0/16"),
        ("FETCH_PRIVATE", "10.1.2.3/16", "networks such as 10.1.0.0/16"),
        ("DEVICE", "tpu", "cuda:N"),
        ("DEVICE", "cuda:x", "cuda:N"),
        ("DEVICE", "cpu:7", "cuda:N"),
        ("STORE", "footnote.db", "sqlite:///FILE"),
        ("STORE", "mysql://host/base", "sqlite:///FILE"),
    ],
)
def test_a_bad_value_is_refused_with_variable_value_and_what_is_wanted(
    name: str, value: str, wanted: str
) -> None:
    with pytest.raises(ConfigError) as refused:
        Settings.from_env({f"FOOTNOTE_{name}": value})
    message = str(refused.value)
    assert message.startswith(f"FOOTNOTE_{name} is {value!r}; it must be ")
    assert wanted in message


def test_the_cache_folder_is_the_users_unless_it_is_set(tmp_path: Path) -> None:
    assert Settings().cache.name == "footnote"
    assert Settings.from_env({"FOOTNOTE_CACHE": str(tmp_path)}).cache == tmp_path
    assert Settings.from_env({"FOOTNOTE_CACHE": "~/models"}).cache == Path.home() / "models"
    assert Settings.from_env({"FOOTNOTE_CACHE": "."}).cache == Path.cwd()


def test_a_copy_is_checked_too() -> None:
    with pytest.raises(ConfigError, match="FOOTNOTE_PORT is '0'"):
        replace(Settings(), port=0)
