"""All readers of conditions, in no order that matters."""

from recommender.understanding.mention import Reader

READERS: tuple[Reader, ...] = ()
