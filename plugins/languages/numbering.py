"""Words numbered as they are met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt


class Numbers(defaultdict[str, int]):
    """Words and their numbers, from 0; one that is asked for the first time gets the next."""

    def __init__(self) -> None:
        super().__init__()
        self.default_factory = self.__len__

    def all(self, words: Sequence[str]) -> npt.NDArray[np.int64]:
        """The numbers of many words."""
        return np.fromiter(map(self.__getitem__, words), np.int64, len(words))
