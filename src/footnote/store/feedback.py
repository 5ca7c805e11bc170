"""The table of readers' verdicts in a SQLite library, which is made when the first one is given.

So a library of an earlier version needs no change to be opened, and one without feedback holds no table.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from footnote.schema import Citation, Evidence, Feedback
from footnote.store.tables import Execute

Read = Callable[[str], list[tuple[Any, ...]]]

_TABLE = """
create table if not exists feedback (
    id text primary key, time text not null, verdict text not null, question text not null,
    article_ids text not null, answer text not null, status text not null, citations text not null,
    evidence text not null, searched_for text not null, confidence real not null, composed_by text not null,
    model text not null, version text not null
)
"""
_COLUMNS = (
    "id, time, verdict, question, article_ids, answer, status, citations, evidence, searched_for, confidence,"
    " composed_by, model, version"
)
_LISTS = ("article_ids", "citations", "evidence")  # kept as JSON


def keep(run: Execute, feedback: Feedback) -> None:
    """Keep a verdict, in the place of an earlier one of the same id; inside a transaction."""
    run(_TABLE)
    row = asdict(feedback)
    values = [json.dumps(row[name]) if name in _LISTS else row[name] for name in _COLUMNS.split(", ")]
    run(f"insert or replace into feedback ({_COLUMNS}) values ({', '.join('?' * len(values))})", values)


def kept(read: Read) -> tuple[Feedback, ...]:
    """Return all verdicts, the latest given last."""
    if not read("select 1 from sqlite_master where type = 'table' and name = 'feedback'"):
        return ()
    return tuple(_feedback(row) for row in read(f"select {_COLUMNS} from feedback order by rowid"))


def _feedback(row: Sequence[Any]) -> Feedback:
    values = dict(zip(_COLUMNS.split(", "), row, strict=True))
    lists = {name: json.loads(values.pop(name)) for name in _LISTS}
    return Feedback(
        **values,
        article_ids=tuple(lists["article_ids"]),
        citations=tuple(Citation(**citation) for citation in lists["citations"]),
        evidence=tuple(Evidence(**evidence) for evidence in lists["evidence"]),
    )
