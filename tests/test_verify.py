import pytest

from footnote.verify import Verdict, verify
from tests.data import supported
from tests.data.rewordings import Case
from tests.data.verify_cases import Text, cases
from training.verify_set import SAMPLES, judged, table


@pytest.mark.parametrize(
    ("draft", "evidence"), [case[1:] for case in supported.SUPPORTED], ids=[c[0] for c in supported.SUPPORTED]
)
def test_a_faithful_draft_is_supported(draft: str, evidence: str) -> None:
    assert verify(draft, [evidence]) == Verdict(True, ())


@pytest.mark.parametrize(
    ("draft", "evidence"),
    [case[1:] for case in supported.UNSUPPORTED],
    ids=[c[0] for c in supported.UNSUPPORTED],
)
def test_a_false_draft_is_not(draft: str, evidence: str) -> None:
    verdict = verify(draft, [evidence])
    assert not verdict.supported
    assert verdict.reasons


def test_reasons_say_what_is_wrong() -> None:
    verdict = verify("Kazakhstan keeps 28 members of its battalion.", [supported.TROOPS])
    assert verdict.reasons == ("number 28 is not in the evidence",)


def test_a_name_of_the_question_is_no_evidence_but_a_kind_is() -> None:
    assert not verify(
        "Fresnel died in 1827.", ["He died in 1827."], question="When did Fresnel die?"
    ).supported
    evidence, draft = ["Aktau has a naval academy."], "The city of Aktau has a naval academy."
    assert verify(draft, evidence, question="Which city has a naval academy?").supported
    assert not verify(draft, evidence).supported


def test_a_sentence_before_says_whom_a_pronoun_means() -> None:
    evidence = ["Fresnel built the first lens.", "He died of tuberculosis in 1827."]
    assert verify("Fresnel died of tuberculosis in 1827.", evidence).supported
    evidence = ["Fresnel built the first lens.", "Buffon died of a fever in 1788."]
    assert not verify("Fresnel died of a fever in 1788.", evidence).supported


def test_low_similarity_and_likelihood_reject() -> None:
    draft = supported.BEAT
    assert verify(draft, [draft], similarity=0.9, likelihood=-1.0).supported
    assert verify(draft, [draft], similarity=0.1).reasons == (
        "similarity 0.10 to the evidence is below 0.35",
    )
    assert verify(draft, [draft], likelihood=-9.0).reasons == ("likelihood -9.0 is below -6.0",)


def test_another_language_passes_only_as_it_stands() -> None:
    sentence = "Die Werft wurde 1998 nicht verkauft."
    assert verify(sentence, [sentence], language="de").supported
    assert not verify("Die Werft wurde 1998 verkauft.", [sentence], language="de").supported


@pytest.mark.parametrize(
    "draft", ["", " ", "?", "<b>", "1" * 400, "word " * 2000, "“”", "'s", "and", "£", "…,;"]
)
def test_odd_drafts_are_rejected_without_a_crash(draft: str) -> None:
    assert not verify(draft, [supported.ORDER]).supported
    assert not verify(draft or "a draft", []).supported


def _sample_cases() -> list[Case]:
    made = cases(Text(path.read_text(encoding="utf-8")) for path in SAMPLES)
    return [case for case in made if case.kind != "as_it_stands"]  # easy: it would hide what fails


def test_the_share_of_right_verdicts_over_the_samples() -> None:
    results = judged(_sample_cases())
    faithful = [verdict.supported for case, verdict in results if case.faithful]
    corrupted = [verdict.supported for case, verdict in results if not case.faithful]
    assert len(faithful) >= 90
    assert len(corrupted) >= 100
    assert sum(faithful) >= 0.95 * len(faithful), table(results)
    assert sum(corrupted) <= 0.02 * len(corrupted), table(results)
