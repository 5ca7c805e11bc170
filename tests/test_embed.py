"""Unit vectors: compared with a plain reference, for the default model and for any that is saved."""

from pathlib import Path

import numpy as np
import pytest
import torch
from sentence_transformers import SentenceTransformer
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, trainers
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

from footnote.config import Settings
from footnote.embed import Embedder, SentenceTransformerEmbedder, load_embedder, locate_embedder
from footnote.errors import ModelUnavailable
from footnote.load import load_text
from footnote.segment import segment

TEXT = (
    "The board of Carrow met on Monday. It closed the sands to motor boats. Seals came back in June.\n\n"
    "Dr. Okafor counted 412 of them. Nobody knows why they came."
)


def norms(vectors: np.ndarray) -> np.ndarray:
    return np.linalg.norm(vectors, axis=1)


# --- the default model ----------------------------------------------------------------------------


def test_the_default_is_described(embedder: Embedder) -> None:
    assert (embedder.name, embedder.dimension, embedder.max_tokens) == ("all-MiniLM-L6-v2", 384, 254)


def test_what_looks_like_a_token_of_the_models_own_is_text(embedder: Embedder) -> None:
    text = "The paint is [MASK] in the bay. [SEP] and [CLS] and [PAD] are words."
    (words,) = embedder.embed_words([text])
    assert {"MASK", "SEP", "CLS", "PAD"} <= set(words.words)
    assert min(embedder.count_tokens(["[SEP]", "[CLS]", "[MASK]", "[PAD]", "[UNK]"])) >= 3
    masked, written, nothing = embedder.embed(
        [f"The paint is {word} here." for word in ("[MASK]", "mask", "")]
    )
    assert masked @ written > masked @ nothing


def test_vectors_are_unit_float32_and_in_order(embedder: Embedder) -> None:
    texts = ["Seals came back.", "", "The board met.", "word " * 2_000, "🦭", "港口今天关闭。"]
    vectors = embedder.embed(texts)
    assert (vectors.shape, vectors.dtype) == ((6, 384), np.float32)
    assert norms(vectors) == pytest.approx(1, abs=1e-5)
    for text, vector in zip(texts, vectors, strict=True):
        assert embedder.embed([text])[0] @ vector == pytest.approx(1, abs=1e-4)
    assert embedder.embed([]).shape == (0, 384)


def test_it_is_what_sentence_transformers_says(embedder: Embedder) -> None:
    raw = SentenceTransformer(locate_embedder("all-MiniLM-L6-v2"), device="cpu")
    texts = ["Seals came back.", "Who is the minister of defence?"]
    wanted = raw.encode(texts, normalize_embeddings=True)
    np.testing.assert_allclose(embedder.embed(texts), wanted, atol=1e-5)


@pytest.mark.parametrize("question", ["How many seals did Dr. Okafor count?", "", "🦭", "Why seals? " * 200])
def test_a_question_has_the_vectors_that_it_has_by_itself(embedder: Embedder, question: str) -> None:
    vector, words = embedder.embed_question(question)
    (apart,) = embedder.embed_words([question])
    np.testing.assert_allclose(vector, embedder.embed([question])[0], atol=1e-6)
    assert (words.words, words.starts) == (apart.words, apart.starts)
    np.testing.assert_array_equal(words.vectors, apart.vectors)


def test_like_texts_are_near(embedder: Embedder) -> None:
    question, near, far = embedder.embed(
        ["How many seals were counted?", "Volunteers counted 412 seals.", "The lens was lit in July."]
    )
    assert question @ near > question @ far + 0.3


def test_tokens_are_counted_without_the_special_ones(embedder: Embedder) -> None:
    assert embedder.count_tokens([]) == []
    assert embedder.count_tokens(["", "seal", "The seal met.", "word " * 1_000]) == [0, 1, 4, 1_000]


def test_a_long_text_is_not_cut(embedder: Embedder) -> None:
    words = "The board of Carrow met on Monday and closed the sands. " * 100
    first, second = embedder.embed([words + "Seals eat young fish.", words + "The lamp is lit by mercury."])
    assert first @ second < 0.9999
    long = "x" * 5_000
    assert embedder.embed([long, long + "seal"]) @ embedder.embed([long])[0] == pytest.approx(
        [1, 0.99], abs=0.02
    )


def reference(model: SentenceTransformer, passage: str, start: int, end: int) -> np.ndarray:
    """The mean of the worded tokens of passage[start:end] out of one pass over the whole passage."""
    encoded = model.tokenizer(passage, return_offsets_mapping=True, return_tensors="pt")
    offsets = encoded.pop("offset_mapping")[0]
    with torch.inference_mode():
        tokens = model(dict(encoded))["token_embeddings"][0]
    own = [
        row
        for row, (a, b) in zip(tokens, offsets.tolist(), strict=True)
        if passage[a:b].strip() and start <= a and b <= end
    ]
    mean = torch.stack(own).mean(dim=0).numpy()
    return mean / np.linalg.norm(mean)


def test_a_sentences_vector_is_the_mean_of_its_tokens_in_its_passage(embedder: Embedder) -> None:
    raw = SentenceTransformer(locate_embedder("all-MiniLM-L6-v2"), device="cpu")
    article = load_text(TEXT + "\n\n## Boats\n\n" + TEXT * 6, title="-", max_chars=10_000)
    segments = segment(article, embedder.count_tokens, embedder.max_tokens)
    assert len(segments.passages) > 2
    vectors = embedder.embed_article(article, segments)
    assert norms(vectors.sentences) == pytest.approx(1, abs=1e-5)
    for row, passage in zip(vectors.passages, segments.passages, strict=True):
        text = article.text[passage.start : passage.end]
        np.testing.assert_allclose(row, raw.encode(text, normalize_embeddings=True), atol=1e-4)
        for place in range(passage.first_sentence, passage.last_sentence + 1):
            sentence = segments.sentences[place]
            wanted = reference(raw, text, sentence.start - passage.start, sentence.end - passage.start)
            np.testing.assert_allclose(vectors.sentences[place], wanted, atol=1e-4)


def test_the_same_article_gets_the_same_vectors(embedder: Embedder) -> None:
    article = load_text(TEXT, max_chars=10_000)
    segments = segment(article, embedder.count_tokens, embedder.max_tokens)
    first, second = embedder.embed_article(article, segments), embedder.embed_article(article, segments)
    np.testing.assert_array_equal(first.passages, second.passages)
    np.testing.assert_array_equal(first.sentences, second.sentences)


# --- any model ------------------------------------------------------------------------------------


def save_tiny(folder: Path, pooling: str, blanks_are_part: bool = False) -> Path:
    """Write a two-layer model with random weights and a trained tokenizer, as sentence-transformers does."""
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer

    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    plain = Tokenizer(
        models.BPE(unk_token="[UNK]") if blanks_are_part else models.WordPiece(unk_token="[UNK]")
    )
    if blanks_are_part:  # as RoBERTa does: the blank before a word is within its token's range
        plain.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, trim_offsets=False)
        trainer = trainers.BpeTrainer(vocab_size=400, special_tokens=special, show_progress=False)
    else:
        plain.normalizer, plain.pre_tokenizer = (
            normalizers.BertNormalizer(),
            pre_tokenizers.BertPreTokenizer(),
        )
        trainer = trainers.WordPieceTrainer(vocab_size=400, special_tokens=special, show_progress=False)
    plain.train_from_iterator([TEXT] * 20, trainer)
    plain.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=plain, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]", sep_token="[SEP]"
    )
    torch.manual_seed(3)
    config = BertConfig(
        vocab_size=len(tokenizer),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=48,
        max_position_embeddings=64,
        initializer_range=0.3,
    )
    BertModel(config).save_pretrained(folder / "bare")
    tokenizer.save_pretrained(folder / "bare")
    transformer = Transformer(str(folder / "bare"), max_seq_length=40)
    model = SentenceTransformer(modules=[transformer, Pooling(32, pooling_mode=pooling)], device="cpu")
    model.save(str(folder / pooling))
    return folder / pooling


@pytest.mark.parametrize(
    ("pooling", "blanks_are_part"),
    [("mean", False), ("cls", False), ("mean", True)],
    ids=["mean", "cls", "byte level"],
)
def test_any_folder_that_sentence_transformers_saved(
    tmp_path: Path, pooling: str, blanks_are_part: bool
) -> None:
    folder = save_tiny(tmp_path, pooling, blanks_are_part)
    tiny = load_embedder(Settings(embedder=str(folder), device="cpu"))
    assert (tiny.name, tiny.dimension, tiny.max_tokens) == (pooling, 32, 38)
    article = load_text("\n\n".join([TEXT] * 3), title="-", max_chars=10_000)
    segments = segment(article, tiny.count_tokens, tiny.max_tokens)
    texts = [article.text[p.start : p.end] for p in segments.passages]
    assert max(tiny.count_tokens(texts)) <= 38
    vectors = tiny.embed_article(article, segments)
    raw = SentenceTransformer(str(folder), device="cpu")
    np.testing.assert_allclose(vectors.passages, raw.encode(texts, normalize_embeddings=True), atol=1e-4)
    for place, sentence in enumerate(segments.sentences):
        passage = next(p for p in segments.passages if p.first_sentence <= place <= p.last_sentence)
        start, end = sentence.start - passage.start, sentence.end - passage.start
        text = article.text[passage.start : passage.end]
        if pooling == "cls":
            wanted = raw.encode(text[start:end], normalize_embeddings=True)
        else:
            wanted = reference(raw, text, start - (blanks_are_part and start > 0), end)
        np.testing.assert_allclose(vectors.sentences[place], wanted, atol=1e-4)


def test_a_folder_is_named_by_its_last_part_however_it_is_written(tmp_path: Path) -> None:
    folder = save_tiny(tmp_path, "mean")
    assert SentenceTransformerEmbedder(Settings(embedder=f"{folder}/../mean/.", device="cpu")).name == "mean"


# --- what cannot be loaded ------------------------------------------------------------------------


def test_an_unknown_hub_id_is_refused_with_what_why_and_what_to_do() -> None:
    with pytest.raises(ModelUnavailable) as refused:
        load_embedder(Settings(embedder="nobody-of-this-name/no-such-embedder", device="cpu"))
    message = str(refused.value)
    assert message.startswith(
        "FOOTNOTE_EMBEDDER is 'nobody-of-this-name/no-such-embedder' and could not be loaded:"
    )
    assert "Check the name and the connection, or name a folder" in message
    assert "\n" not in message


@pytest.mark.parametrize("name", ["./gone", "/gone/model", "~/gone-model", "a/b/c"])
def test_a_folder_that_is_not_there_is_refused_at_once(name: str) -> None:
    with pytest.raises(ModelUnavailable, match=rf"FOOTNOTE_EMBEDDER is '{name}': there is no such folder"):
        load_embedder(Settings(embedder=name))


def test_a_broken_folder_is_refused(tmp_path: Path) -> None:
    folder = save_tiny(tmp_path, "mean")
    weights = next(folder.rglob("*.safetensors"))
    weights.write_bytes(weights.read_bytes()[:1_000])
    with pytest.raises(ModelUnavailable, match=r"could not be loaded: .*whole sentence-transformers model"):
        load_embedder(Settings(embedder=str(folder), device="cpu"))
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(ModelUnavailable, match="could not be loaded"):
        load_embedder(Settings(embedder=str(empty), device="cpu"))
