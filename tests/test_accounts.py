"""The file of users: what the commands write, what is refused, what a change means to a running server."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from footnote.accounts import Accounts, User, commands, read_users, write_users
from footnote.accounts.secrets import digest
from footnote.errors import ConfigError

PASSWORD = "correct horse battery"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "users.toml"
    commands.add(file, "anna", lambda: PASSWORD)
    return file


def test_a_user_is_known_by_the_password_only(path: Path) -> None:
    accounts = Accounts(path)
    assert accounts.of_password("anna", PASSWORD) == accounts.user("anna")
    assert accounts.of_password("anna", PASSWORD + "!") is None
    assert accounts.of_password("bert", PASSWORD) is None
    assert PASSWORD not in path.read_text()


def test_a_token_is_shown_once_and_kept_as_a_digest(path: Path) -> None:
    token = commands.token(path, "anna")
    other = commands.token(path, "anna")
    assert token not in path.read_text()
    assert digest(token) in path.read_text()
    accounts = Accounts(path)
    assert [user and user.name for user in map(accounts.of_token, (token, other, "x", ""))] == [
        *("anna", "anna"),
        *(None, None),
    ]
    commands.revoke(path, "anna")
    assert accounts.of_token(token) is None
    assert accounts.of_password("anna", PASSWORD) is not None


def test_the_file_is_its_owners_alone_and_a_link_stays_one(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(path)
    path.chmod(0o644)
    commands.add(link, "bert", lambda: PASSWORD)
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert sorted(read_users(path)) == ["anna", "bert"]
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["link.toml", "users.toml"]


def test_a_change_counts_at_once(path: Path) -> None:
    accounts = Accounts(path)
    token = commands.token(path, "anna")
    commands.add(path, "bert", lambda: PASSWORD)
    assert accounts.user("bert") is not None
    assert accounts.of_token(token) is not None
    commands.password(path, "anna", lambda: "another password")
    assert accounts.of_password("anna", PASSWORD) is None
    commands.remove(path, "anna")
    assert accounts.user("anna") is None
    assert accounts.of_token(token) is None
    path.write_text("not a file of users")
    assert accounts.user("bert") is None
    path.unlink()
    assert accounts.user("bert") is None


@pytest.mark.parametrize("name", ["", "Anna", "../anna", "a.b", "an na", "-anna", "ä", "a" * 41, "a\n"])
def test_a_name_that_cannot_be_part_of_a_files_name_is_refused(path: Path, name: str) -> None:
    with pytest.raises(ConfigError, match="cannot be a user's name"):
        commands.add(path, name, lambda: PASSWORD)
    assert sorted(read_users(path)) == ["anna"]


def test_what_commands_refuse(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(ConfigError, match="a user 'anna' already"):
        commands.add(path, "anna", lambda: PASSWORD)
    with pytest.raises(ConfigError, match="7 characters; it must have 8 to 1,024"):
        commands.add(path, "bert", lambda: "1234567")
    for change in (commands.token, commands.revoke, commands.remove):
        with pytest.raises(ConfigError, match=r"no user 'bert'\. There are: anna"):
            change(path, "bert")
    assert path.read_bytes() == before


def test_a_folder_that_cannot_be_written_keeps_the_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be written"):
        write_users(tmp_path / "missing" / "users.toml", {})


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("anna", "cannot be read"),
        ("\xff", "cannot be read"),
        ('port = 1\n[users.anna]\npassword = "$argon2id$x"', "something besides"),
        ("users = 3", "something besides"),
        ('[users.Anna]\npassword = "$argon2id$x"', "no user's name"),
        ("[users.anna]", "not hashed"),
        ('[users.anna]\npassword = "plain"', "not hashed"),
        ('[users.anna]\npassword = "$argon2id$ "', "not hashed"),
        ('[users.anna]\npassword = "$argon2id$x"\nadmin = true', "password and tokens only"),
        ('[users.anna]\npassword = "$argon2id$x"\ntokens = ["plain"]', "not a SHA-256"),
        ("", "nobody"),
    ],
)
def test_a_file_that_is_none_of_users_is_refused(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "users.toml"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(ConfigError, match=why):
        Accounts(path)


def test_a_missing_file_is_refused_with_the_command_that_makes_it(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="footnote user add NAME --file"):
        Accounts(tmp_path / "users.toml")


@given(some.text(), some.text())
def test_a_hash_that_is_broken_matches_nothing(password: str, rest: str) -> None:
    from footnote.accounts.secrets import is_password

    assert not is_password(password, "$argon2id$" + rest)


@given(
    some.dictionaries(
        some.from_regex(r"[a-z0-9][a-z0-9_-]{0,39}", fullmatch=True),
        some.lists(some.binary(min_size=32, max_size=32).map(bytes.hex), max_size=3),
        max_size=4,
    )
)
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, users: dict[str, list[str]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "written.toml"
    made = {
        name: User(name, "$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA", tuple(tokens))
        for name, tokens in users.items()
    }
    write_users(path, made)
    assert read_users(path) == made


def test_the_command_line_reads_a_password_that_is_piped_in(tmp_path: Path) -> None:
    path = tmp_path / "users.toml"

    def run(*words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "footnote", "user", *words],
            input=typed,
            capture_output=True,
            text=True,
            timeout=60,
            env={**os.environ, "FOOTNOTE_AUTH": str(path)},
        )

    added = run("add", "anna", typed=f"{PASSWORD}\n")
    assert (added.returncode, added.stderr) == (0, "")
    token = run("token", "anna", "--file", str(path)).stdout.strip()
    accounts = Accounts(path)
    assert accounts.of_password("anna", PASSWORD) == accounts.of_token(token)
    again = run("add", "anna", typed=f"{PASSWORD}\n")
    assert (again.returncode, again.stdout) == (1, "")
    assert "a user 'anna' already" in again.stderr
    assert run("remove", "anna").returncode == 0
    assert read_users(path) == {}
