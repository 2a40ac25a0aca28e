"""How the functions of the kernel are compiled.

Every kernel function carries ``@kernel``.  Numba keeps compiled code in a cache that does not
notice a changed function in another file, so the folder's name holds a hash of all kernel
sources.
"""

from __future__ import annotations

import gc
import hashlib
import logging
import subprocess
import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import numba
from numba.core.sigutils import normalize_signature

from malaparte.cache import folder
from malaparte.kernel.part import Inner

ROOT = Path(__file__).parent


def source_digest() -> str:
    """Return the hash of all kernel sources; part of every run id."""
    total = hashlib.sha256()
    for path in sorted(ROOT.rglob("*.py")):
        total.update(path.relative_to(ROOT).as_posix().encode())
        total.update(path.read_bytes())
    return total.hexdigest()[:16]


CACHE = str(folder(f"{source_digest()}-numba{numba.__version__}"))
# Numba's settings are made at run time, which its types do not tell.
numba.config.CACHE_DIR = CACHE  # pyright: ignore[reportPrivateImportUsage, reportAttributeAccessIssue]

OPTIONS: dict[str, Any] = {"error_model": "numpy", "nogil": True, "_nrt": False}
"""Never ``fastmath``, so that all machines agree; no reference counts, since nothing is
allocated."""
INNER: dict[str, Any] = {**OPTIONS, "no_cpython_wrapper": True, "no_cfunc_wrapper": True}

kernel: Any = numba.njit(pipeline_class=Inner, **INNER)
"""Decorator of a kernel function that only kernel functions call."""


def _once(decorator: Any, signature: Any) -> Any:
    """Return a decorator of functions that are compiled for one signature, when first called."""

    def decorate(function: Any) -> Any:
        dispatcher = decorator(function)
        if dispatcher is function:  # interpreted
            return function
        template = dispatcher.get_call_template

        def get_call_template(args: Any, kws: Any) -> Any:
            ready(dispatcher)
            return template(args, kws)

        dispatcher.get_call_template = get_call_template
        dispatcher.one_signature = signature
        return dispatcher

    return decorate


def ready(dispatcher: Any) -> None:
    """Compile a function with a signature, or take it from the cache, if that is not done."""
    signature = vars(dispatcher).pop("one_signature", None)
    if signature:
        dispatcher.compile(signature)
        dispatcher.disable_compile()


def entry(signature: str) -> Any:
    """Return a decorator of a kernel function that Python calls.

    The cache keeps it with all that it calls, under the types of the arguments alone.
    """
    types, _ = normalize_signature(signature)
    return _once(numba.njit(cache=True, **OPTIONS), types)


def typed(signature: str) -> Any:
    """Return a decorator like ``kernel`` with one signature.

    For functions that are called with many different constants: Numba would compile each case anew.
    """
    return _once(kernel, signature)


def shared(signature: str) -> Any:
    """Return a decorator like ``typed`` whose code is cached, so that processes can share it."""
    return _once(numba.njit(cache=True, **INNER), signature)


def compiled() -> bool:
    """Return whether nothing is left to compile, so that a start is quick."""
    interpreted: bool = numba.config.DISABLE_JIT  # pyright: ignore[reportPrivateImportUsage, reportAttributeAccessIssue]
    return interpreted or any(Path(CACHE).rglob("cpu.run-*.nbi"))


@contextmanager
def _no_collector() -> Generator[None]:
    """Switch the collector of cycles off: it would walk the compiler's objects over and over."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def first(everything: Callable[[], None]) -> None:
    """Compile everything if nothing is compiled yet, and say so: nobody waits without being told.

    A warning of a log goes to stderr, unless whoever uses the package wants it elsewhere.
    """
    if not compiled():
        logging.getLogger("malaparte").warning("Compiling the kernel once, about 20 seconds ...")
        with _no_collector():
            everything()


class Aside:
    """A second process that fills the cache with ``shared`` functions, in order.

    One that it could not compile is compiled here when it is called: later, with the same
    result.
    """

    def __init__(self, *names: str) -> None:
        """Start it, if Python knows its own file.  names: module.function, below this package."""
        self._process: subprocess.Popen[str] | None = None
        if not sys.executable:
            return
        code = f"from {__name__} import compile_aside; compile_aside({names!r})"
        command = [sys.executable, "-c", code]
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(
            command, stdin=quiet, stdout=subprocess.PIPE, stderr=quiet, text=True
        )

    def wait(self, name: str | None = None) -> None:
        """Wait until *name* lies in the cache; without a name, until all is done."""
        if self._process is None:
            return
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.strip() == name:
                return
        self._process.stdout.close()
        self._process.wait()


def compile_aside(names: Iterable[str]) -> None:
    """Compile functions into the cache, and print the name of each when it is done."""
    with _no_collector():
        for name in names:
            module, _, function = name.rpartition(".")
            ready(getattr(import_module(f"{__package__}.{module}"), function))
            sys.stdout.write(name + "\n")
            sys.stdout.flush()
