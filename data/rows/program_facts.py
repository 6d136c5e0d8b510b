"""What a row says about the program itself: what is taught, by whom, for whom."""

from datetime import date
from typing import TYPE_CHECKING, Any

from data.columns.roles import Role
from data.issue import Code
from data.rows.labelled import labelled, labelled_parts
from data.rows.row_cells import RowCells
from data.text import match_form
from data.values.bad_cell import BadCell
from data.values.dates import read_period
from data.values.lists import read_list
from data.values.texts import has_personal_data, read_url
from data.values.words import (
    find_certificate,
    read_audience,
    read_certificate,
    read_fields,
    read_language,
    read_subsidies,
    split_audience,
)
from data.vocabulary import Audience, Certificate, Subsidy

if TYPE_CHECKING:
    from data.columns.columns import Column

# What offices write for "nobody is excluded" (match form).
NO_REQUIREMENT = frozenset(
    [
        "なし",
        "無し",
        "無",
        "特になし",
        "特に無し",
        "特にありません",
        "特にございません",
        "不問",
        "問わない",
        "問いません",
        "どなたでも",
        "誰でも",
        "どなたでも可",
        "どなたでも受講できます",
        "制限なし",
        "条件なし",
        "-",
        "一",
        "ー",
    ]
)


def program_facts(cells: RowCells, today: date) -> dict[str, Any]:
    """Return the program's fields that the row states, title and institution included."""
    audience, requirement = _audience(cells)
    return {
        "title": _one_line(cells.text(Role.TITLE)),
        "institution": institution(cells),
        "source_key": cells.matched(Role.SOURCE_KEY) or None,
        "summary": _summary(cells),
        "skills": read_list(cells.text(Role.SKILLS)),
        "fields": cells.value(Role.FIELDS, read_fields) or (),
        "audience": audience,
        "eligibility": _eligibility(cells, requirement),
        "certificate": _certificate(cells),
        "subsidies": _subsidies(cells, today),
        "language": _language(cells),
        "url": _url(cells),
        "contact": _contact(cells),
    }


def institution(cells: RowCells) -> str:
    """Return who teaches; a town's own event list may leave itself out."""
    return _one_line(cells.text(Role.INSTITUTION) or cells.text(Role.TOWN_OFFICE))


def remarks(cells: RowCells) -> str:
    """Return all free remarks of a row, one after another."""
    return "\n".join(cells.texts(Role.REMARKS)) if cells.first(Role.REMARKS) else ""


def _summary(cells: RowCells) -> str:
    """Return the fullest description; a subtitle goes before it, an audience line leaves it."""
    texts = cells.texts(Role.SUMMARY)
    fullest = max(texts, key=len, default="")
    parts, rest = labelled_parts(fullest)
    if parts and all(role is Role.AUDIENCE and _is_audience(text) for role, text in parts):
        fullest = rest
    subtitle = _one_line(cells.text(Role.SUBTITLE))
    return f"{subtitle}\n{fullest}".strip() if subtitle else fullest


def _audience(cells: RowCells) -> tuple[tuple[Audience, ...], str]:
    """Return whom the row addresses, and the requirement that stands in the same cell."""
    stated = cells.value(Role.AUDIENCE, split_audience)
    if stated:
        return stated
    in_text = labelled("\n".join(cells.texts(Role.SUMMARY)), Role.AUDIENCE)
    found, requirement = split_audience(match_form(in_text)) if in_text else ((), "")
    return found, requirement if not found else ""


def _is_audience(text: str) -> bool:
    try:
        return bool(read_audience(match_form(text)))
    except BadCell:
        return False


def _eligibility(cells: RowCells, requirement: str) -> str:
    said = remarks(cells)
    text = (
        cells.text(Role.ELIGIBILITY)
        or requirement
        or labelled(said, Role.ELIGIBILITY)
        or labelled(said, Role.AUDIENCE)
    )
    return "" if match_form(text).strip("。") in NO_REQUIREMENT else text


def _certificate(cells: RowCells) -> Certificate:
    """Read what a participant receives; a list with a column for it that is empty says none."""
    if cells.first(Role.CERTIFICATE):
        return cells.value(Role.CERTIFICATE, read_certificate) or Certificate.UNKNOWN
    if Role.CERTIFICATE in cells.columns:
        return Certificate.NONE
    return find_certificate(match_form(remarks(cells))) or Certificate.UNKNOWN


def _subsidies(cells: RowCells, today: date) -> tuple[Subsidy, ...]:
    found: tuple[Subsidy, ...] = ()
    for column, raw in cells.filled(Role.SUBSIDIES):
        try:
            found += read_subsidies(match_form(raw))
        except BadCell as fault:
            cells.report(fault.code, column.header, raw, detail=fault.detail)
    if not found:
        in_remarks = labelled(remarks(cells), Role.SUBSIDIES)
        found = _known_subsidies(in_remarks) if in_remarks else ()
    return () if _designation_over(cells, today) else tuple(dict.fromkeys(found))


def _known_subsidies(text: str) -> tuple[Subsidy, ...]:
    try:
        return read_subsidies(match_form(text))
    except BadCell:
        return ()


def _designation_over(cells: RowCells, today: date) -> bool:
    """Tell, and report, that the benefit's designation ended before today."""
    found = cells.first(Role.DESIGNATION_PERIOD)
    end = read_period(match_form(found[1])).end if found else None
    if found and end and end < today:
        cells.report(Code.BENEFIT_EXPIRED, found[0].header, found[1])
        return True
    return False


def _language(cells: RowCells) -> str:
    return cells.value(Role.LANGUAGE, read_language) or labelled(remarks(cells), Role.LANGUAGE)


def _url(cells: RowCells) -> str:
    """Return the first address that is one; a link's words beside it are no fault."""
    faults: list[tuple[Column, str, BadCell]] = []
    for column, raw in cells.filled(Role.URL):
        try:
            return read_url(match_form(raw))
        except BadCell as fault:
            faults.append((column, raw, fault))
    for column, raw, last in faults[-1:]:
        cells.report(last.code, column.header, raw, detail=last.detail)
    return ""


def _contact(cells: RowCells) -> str:
    """Return whom to ask, with the telephone; a private person's data is left out."""
    found = cells.first(Role.CONTACT)
    contact = cells.cleaned(*found) if found else ""
    if found and has_personal_data(match_form(contact)):
        cells.report(Code.PERSONAL_DATA, found[0].header, found[1])
        return ""
    phone = _one_line(cells.text(Role.CONTACT_PHONE))
    return f"{contact} {phone}".strip() if phone not in contact else contact


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))
