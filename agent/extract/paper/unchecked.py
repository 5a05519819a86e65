"""PDFium's functions without the type checks of their bindings, for what is asked of each character and each drawing.

A page has thousands of these, and the checks take longer than the answers. Runs in the reader process alone.
"""

import ctypes
from collections.abc import Callable
from typing import Any

POINTER = ctypes.c_void_p
INT = ctypes.c_int


def unchecked(function: Any, result: Any, *kinds: Any) -> Callable[..., Any]:
    """The same C function, told what it takes and gives in plain integers and addresses.

    The interpreter is not let go while it runs, for the process has one thread.
    """
    return ctypes.PYFUNCTYPE(result, *kinds)(ctypes.cast(function, POINTER).value or 0)


def address(handle: Any) -> ctypes.c_void_p:
    """Where what a binding's object stands for lies, ready to be handed over often."""
    return ctypes.cast(handle, POINTER)
