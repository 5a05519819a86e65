"""PDFium's functions without the type checks of their bindings, for what is asked of each character and each drawing.

A page has thousands of these, and the checks take longer than the answers. Runs in the reader process alone.
"""

import ctypes
from collections.abc import Callable
from typing import Any

POINTER = ctypes.c_void_p
INT = ctypes.c_int


def unchecked(function: Any, result: Any, *kinds: Any) -> Callable[..., Any]:
    """The same C function, told what it takes and gives in plain integers and addresses."""
    return ctypes.CFUNCTYPE(result, *kinds)(ctypes.cast(function, ctypes.c_void_p).value or 0)


def address(handle: Any) -> int:
    """Where what a binding's object stands for lies."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0
