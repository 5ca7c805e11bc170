"""Who may use the server: users with passwords, and bearer tokens for their programs, in one TOML file.

    [users.anna]
    password = "$argon2id$v=19$…"     # never the password itself
    tokens = ["5f2c…"]                # SHA-256 of each token, in hexadecimal

``file`` reads and writes it, ``commands`` are what ``footnote user`` does, ``live`` is the server's view of
it: a change of the file counts at once, so a user who is removed is out.
"""

from footnote.accounts.file import User, read_users, write_users
from footnote.accounts.live import Accounts

__all__ = ["Accounts", "User", "read_users", "write_users"]
