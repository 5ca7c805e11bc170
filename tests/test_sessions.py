"""Sessions end, and tries to log in are limited, on a clock that the test moves."""

from pathlib import Path

import pytest

from footnote.accounts import Accounts, User, write_users
from footnote.api.sessions import BY_ADDRESS, BY_NAME, BY_PAIR, IDLE, LONGEST, WINDOW, Attempts, Sessions


class Hand:
    """A clock's hand that stands still until it is moved; seconds."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def hand() -> Hand:
    return Hand()


class TestSessions:
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        path = tmp_path / "users.toml"
        write_users(path, {"anna": User("anna", "$argon2id$one")})
        return path

    @pytest.fixture
    def sessions(self, path: Path, hand: Hand) -> Sessions:
        return Sessions(Accounts(path), hand)

    @pytest.fixture
    def secret(self, sessions: Sessions) -> str:
        return sessions.begin(User("anna", "$argon2id$one"))

    def test_only_the_secret_opens_it(self, sessions: Sessions, secret: str) -> None:
        assert sessions.name(secret) == "anna"
        assert sessions.name(secret + "x") is None
        assert sessions.name("") is None

    def test_it_ends_when_unused_or_when_it_is_old(self, sessions: Sessions, secret: str, hand: Hand) -> None:
        while hand.at + IDLE < LONGEST:
            hand.at += IDLE
            assert sessions.name(secret) == "anna"
        hand.at = LONGEST + 1
        assert sessions.name(secret) is None
        unused = sessions.begin(User("anna", "$argon2id$one"))
        hand.at += IDLE + 1
        assert sessions.name(unused) is None

    def test_it_ends_by_logging_out(self, sessions: Sessions, secret: str) -> None:
        sessions.end(secret)
        assert sessions.name(secret) is None

    @pytest.mark.parametrize("users", [{}, {"anna": User("anna", "$argon2id$other")}])
    def test_it_ends_with_the_user_or_the_password(
        self, sessions: Sessions, secret: str, path: Path, users: dict[str, User]
    ) -> None:
        write_users(path, users)
        assert sessions.name(secret) is None


class TestAttempts:
    def test_a_name_from_an_address(self, hand: Hand) -> None:
        attempts = Attempts(hand)
        assert [attempts.start("anna", "1.2.3.4") for _ in range(BY_PAIR)] == [0] * BY_PAIR
        assert 0 < attempts.start("anna", "1.2.3.4") <= WINDOW + 1
        assert attempts.start("anna", "1.2.3.5") == 0
        assert attempts.start("bert", "1.2.3.4") == 0
        hand.at += WINDOW + 1
        assert attempts.start("anna", "1.2.3.4") == 0

    def test_an_address(self, hand: Hand) -> None:
        attempts = Attempts(hand)
        tried = [attempts.start(f"user{i}", f"2001:db8::{i:x}") for i in range(BY_ADDRESS + 1)]
        assert tried[:-1] == [0] * BY_ADDRESS
        assert tried[-1] > 0
        assert attempts.start("user1", "2001:db8:0:1::1") == 0

    def test_a_name(self, hand: Hand) -> None:
        attempts = Attempts(hand)
        tried = [attempts.start("anna", f"10.0.{i // 250}.{i % 250}") for i in range(BY_NAME + 1)]
        assert tried[:-1] == [0] * BY_NAME
        assert tried[-1] > 0

    def test_a_login_that_succeeds_counts_for_nothing(self, hand: Hand) -> None:
        attempts = Attempts(hand)
        for _ in range(3 * BY_ADDRESS):
            assert attempts.start("anna", "1.2.3.4") == 0
            attempts.succeed("anna", "1.2.3.4")

    def test_logging_in_oneself_does_not_forget_tries_at_others(self, hand: Hand) -> None:
        attempts = Attempts(hand)
        for i in range(BY_ADDRESS):
            assert attempts.start("mallory", "1.2.3.4") == 0
            attempts.succeed("mallory", "1.2.3.4")
            assert attempts.start(f"user{i}", "1.2.3.4") == 0
        assert attempts.start("user", "1.2.3.4") > 0

    def test_memory_is_bounded(self, hand: Hand) -> None:
        attempts = Attempts(hand)
        for i in range(12_000):
            attempts.start(f"user{i}", f"10.{i // 65536}.{i // 256 % 256}.{i % 256}")
        assert len(attempts._tries) <= 10_000
