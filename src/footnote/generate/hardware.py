"""Which device, number format and number of threads suit this machine."""

import os
from pathlib import Path

import psutil

from footnote.errors import ModelUnavailable


def choose_device(wanted: str) -> str:
    """Return the device to use: for "auto" the first of CUDA, MPS and CPU that is there.

    Raises:
        ModelUnavailable: the device asked for is not there.
    """
    import torch

    cuda, mps = torch.cuda.is_available(), torch.backends.mps.is_available()
    if wanted == "auto":
        return "cuda" if cuda else "mps" if mps else "cpu"
    there = {"cpu": True, "cuda": cuda, "mps": mps}[wanted.split(":")[0]]
    _, _, number = wanted.partition(":")
    if there and number and not (number.isdigit() and int(number) < torch.cuda.device_count()):
        there = False
    if not there:
        raise ModelUnavailable(
            f"FOOTNOTE_DEVICE is {wanted!r}, but this machine or this build of PyTorch has no such device. "
            "Set it to auto or cpu."
        )
    return wanted


def choose_dtype(wanted: str, device: str) -> str:
    """Return the number format: for "auto" the fastest that the device computes in hardware."""
    import torch

    if wanted != "auto":
        return wanted
    if device.startswith("cuda"):
        return "bfloat16" if torch.cuda.is_bf16_supported() else "float16"
    if device == "mps":
        return "float16"
    return "bfloat16" if _cpu_has_bfloat16() else "float32"


def use_threads(wanted: int) -> None:
    """Let torch compute with ``wanted`` threads; 0 means the physical cores of this process.

    torch's own count is an upper bound for 0, because it follows OMP_NUM_THREADS.
    """
    import torch

    torch.set_num_threads(wanted or min(torch.get_num_threads(), available_cores()))


def available_cores() -> int:
    """Return how many physical cores this process may use: affinity and container limit included."""
    logical = psutil.cpu_count() or 1
    physical = psutil.cpu_count(logical=False) or logical
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else logical
    return max(1, min(allowed * physical // logical, _container_limit()))


def check_memory(name: str, needed: int, available: int) -> None:
    """Refuse a model whose weights do not fit; both in bytes.

    Raises:
        ModelUnavailable: ``needed`` passes ``available``.
    """
    if needed > available:
        raise ModelUnavailable(
            f"The model {name} needs about {needed / 2**30:,.1f} GiB of memory for its weights and "
            f"{available / 2**30:,.1f} GiB are free. Close other programs, "
            "or set FOOTNOTE_MODEL to a smaller model."
        )


def free_memory(device: str) -> int:
    """Return the bytes that are free on the device."""
    import torch

    if device.startswith("cuda"):
        return int(torch.cuda.mem_get_info(device)[0])
    return int(psutil.virtual_memory().available)


def _cpu_has_bfloat16() -> bool:
    """Say whether the CPU multiplies bfloat16 itself.

    mkldnn's own check is not enough: it is also true where bfloat16 is emulated, which is slow.
    """
    import torch

    probes = ("_is_avx512_bf16_supported", "_is_amx_tile_supported")
    return any(getattr(torch.cpu, probe, bool)() for probe in probes)


def _container_limit() -> int:
    """Return the whole cores that a cgroup (version 2) grants, or a number too large to matter."""
    try:
        quota, period = Path("/sys/fs/cgroup/cpu.max").read_text().split()
        return max(1, int(quota) // int(period))
    except (OSError, ValueError):  # no such file, or "max": no limit
        return 2**31
