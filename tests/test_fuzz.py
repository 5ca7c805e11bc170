"""A short, fixed run of the fuzzing that ``make fuzz`` does at length, and what that has found."""

from hypothesis import HealthCheck, given, settings

from fuzz.inputs import any_file, any_text
from fuzz.properties import file_is_read_or_refused, text_is_segmented

SHORT = settings(
    max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@SHORT
@given(any_file())
def test_bytes_become_an_article_or_a_clear_error(file: tuple[str, bytes]) -> None:
    file_is_read_or_refused(file)


@SHORT
@given(any_text())
def test_any_text_is_cut_into_sentences_that_lie_in_it(text: str) -> None:
    text_is_segmented(text)
