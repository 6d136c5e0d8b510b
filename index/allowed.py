"""Allowed: the documents that a search may return at all, as positions or as a mask.

Conditions hold before a search ranks, never after it has cut its list.
"""

import numpy as np
from numpy.typing import NDArray

from index.hits import Positions

Mask = NDArray[np.bool_]
Allowed = Positions | Mask  # int64 (k,) positions in any order, or bool (n,), True where allowed


def allowed_mask(allowed: Allowed, size: int) -> Mask:
    """Return `allowed` as a mask of all `size` documents, bool (size,)."""
    if allowed.dtype == np.bool_:
        return allowed  # type: ignore[return-value] # the dtype tells
    mask = np.zeros(size, np.bool_)
    mask[allowed] = True
    return mask
