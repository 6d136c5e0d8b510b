"""All readers of conditions, in no order that matters."""

from recommender.understanding.conditions.audiences import audience
from recommender.understanding.conditions.benefits import subsidy
from recommender.understanding.conditions.certificates import certificate
from recommender.understanding.conditions.childcare import childcare
from recommender.understanding.conditions.dates import dates
from recommender.understanding.conditions.fees import fees
from recommender.understanding.conditions.headcounts import headcounts
from recommender.understanding.conditions.lengths import lengths
from recommender.understanding.conditions.levels import level
from recommender.understanding.conditions.modes import modes
from recommender.understanding.conditions.places import places
from recommender.understanding.conditions.time_bands import time_bands
from recommender.understanding.conditions.weekday_ends import weekday_ends
from recommender.understanding.mention import Reader

READERS: tuple[Reader, ...] = (
    audience,
    certificate,
    childcare,
    dates,
    fees,
    headcounts,
    lengths,
    level,
    modes,
    places,
    subsidy,
    time_bands,
    weekday_ends,
)
