"""Where every command begins and every mistake ends.

Exit codes: 0 done; 1 failed; 2 the words of the call are off; 3 a scenario has problems; 4 a folder
of results cannot be used; 5 a world could not be computed; 6 the record leaves too few worlds; 70 a
bug of malaparte; 130 interrupted; 141 whoever read the output went away.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from itertools import pairwise

import typer

from malaparte.cli import page, pictures, record, results, scenarios, whatif, worlds
from malaparte.cli.options import say
from malaparte.cli.parsed import parsed
from malaparte.cli.progress import compiling
from malaparte.errors import MalaparteError
from malaparte.report.telling import tell
from malaparte.said import said

app = typer.Typer(
    name="malaparte",
    help="A laboratory for counterfactual history of seizures of power.",
    epilog="Begin with: malaparte run moscow-1927-article --worlds 4000\n\n"
    "Exit codes: 0 done, 1 failed, 2 wrong call, 3 problems in a scenario, 4 results folder,"
    " 5 world not computed, 6 too few worlds fit the record, 70 a bug, 130 interrupted.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for module in (worlds, whatif, record, pictures, page, results, scenarios):
    module.add(app)


_SELDOM = 500_000
"""Objects made, less those that went, before cycles are looked for: a start makes fewer."""


def main() -> None:
    """Run the command line; never a traceback for a mistake of the user."""
    gc.set_threshold(_SELDOM)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # what a batch system sends first
    code = call(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        code = _reader_gone()
    if code == 130:
        _leave(code)
    sys.exit(code)


def call(args: list[str]) -> int:
    """Run a command and return its exit code."""
    lang = _language(args)
    try:
        with compiling(lang):
            code = int(app(args, prog_name="malaparte", standalone_mode=False) or 0)
        if code == 130:  # newer typers say no more than this at Ctrl-C
            raise KeyboardInterrupt
        return code
    except MalaparteError as error:
        say(tell(error.words, lang))
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        say(tell(said("Interrupted; of this call nothing was kept."), lang))
        return 130
    except BrokenPipeError:
        return _reader_gone()
    except Exception as error:
        if hasattr(error, "format_message"):  # the parser's own, of typer or of click
            return _misused(error, lang)
        if os.environ.get("MALAPARTE_DEBUG") == "1":
            traceback.print_exc()
        bug = said("This is a bug of malaparte; MALAPARTE_DEBUG=1 shows where.")
        say(f"{type(error).__name__}: {error}\n{tell(bug, lang)}")
        return 70


def _leave(code: int) -> None:
    """End at once: somebody waits, and to take Numba apart needs a quarter of a second."""
    if "multiprocessing.synchronize" not in sys.modules:  # semaphores want an orderly end
        sys.stderr.flush()
        os._exit(code)


def _language(args: Sequence[str]) -> str:
    """Return the language of a call, which may be off, so that the parser cannot be asked."""
    words = [part for one in args for part in one.split("=", 1)]
    given = [other for one, other in pairwise(words) if one == "--lang"]
    return given[-1] if given and given[-1] in ("en", "ru") else "en"


def _misused(error: Exception, lang: str) -> int:
    message = str(getattr(error, "format_message")())  # noqa: B009 - of typer or of click
    context = getattr(error, "ctx", None)
    say(tell(parsed(message), lang))
    if context is not None and message:
        say(tell(said("Try: {command} --help", command=context.command_path), lang))
    return int(getattr(error, "exit_code", 2))


def _reader_gone() -> int:
    """Whoever read the output went away (`malaparte run | head`): end quietly."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 141
