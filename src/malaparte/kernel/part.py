"""How inner functions are compiled: linked into what calls them, never run by themselves.

Numba optimises each function together with all that it calls, makes machine code of it, and does
so again for each of its callers.  Inner functions need neither, since they run only inside an entry
or a unit, and those are optimised whole.  That spares a third of the first start.
"""

from __future__ import annotations

from typing import Any

from numba.core.codegen import JITCodeLibrary
from numba.core.compiler import Compiler


class Part(JITCodeLibrary):
    """The intermediate code of one inner function and of what it calls."""

    def _optimize_final_module(self) -> None:
        """Leave it to the entry or unit that this is linked into."""

    def _finalize_final_module(self) -> None:
        """Take the code as ready to be linked, without machine code."""
        self._finalize_dynamic_globals()
        self._finalized = True

    def get_pointer_to_function(self, name: str) -> int:
        """Return 0, no address: nobody calls this from outside."""
        self._ensure_finalized()
        return 0

    @property
    def codegen(self) -> Any:
        """What Numba tells of a new function's globals; see ``set_env``."""
        return self

    def set_env(self, name: str, env: Any) -> None:
        """Do nothing: the environment serves exceptions, and the kernel raises none."""


class Inner(Compiler):
    """Numba's pipeline with a ``Part`` to write to."""

    def define_pipelines(self) -> list[Any]:
        """Return Numba's own passes."""
        codegen = self.state.targetctx.codegen()
        self.state.library = Part(codegen, self.state.func_id.func_qualname)
        return super().define_pipelines()
