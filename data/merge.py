"""Several listings of one program → one program with all its offerings and references."""

from collections.abc import Iterable
from dataclasses import replace

from data.program import Program


def merged(listings: Iterable[Program]) -> list[Program]:
    """Return each program once, in the order first met; the first listing's own words win."""
    programs: dict[str, Program] = {}
    for listing in listings:
        known = programs.get(listing.program_id)
        programs[listing.program_id] = joined(known, listing) if known else listing
    return list(programs.values())


def joined(known: Program, further: Program) -> Program:
    """Return `known` with what `further` adds: its references and its new offerings."""
    return replace(
        known,
        source_refs=tuple(dict.fromkeys(known.source_refs + further.source_refs)),
        offerings=tuple(dict.fromkeys(known.offerings + further.offerings)),
        is_sample=known.is_sample or further.is_sample,
    )
