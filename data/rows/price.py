"""A row's fee: from the column of fees, and from the free text beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.columns.columns import Column
from data.columns.roles import Role
from data.issue import Code
from data.rows.row_cells import RowCells
from data.text import match_form
from data.values.bad_cell import BadCell
from data.values.fees import Fee, free_text_fee, read_fee

EXTRA = re.compile(r"(?:テキスト|教材|材料|資料|入学|入会|検定|受験|登録|保険|実習)[費代料金]")
AMOUNT_STARTS = frozenset("0123456789０１２３４５６７８９¥￥\\")
NO_FEE = Fee(yen=None, note="")
YEN = frozenset({"jpy", "円", "yen", "日本円", "\\"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """The fee in yen that a person who is no member pays, and what else the source says of it."""

    yen: int | None = None
    note: str = ""


def read_price(cells: RowCells) -> Price:
    """Read the fee; unknown stays unknown, a member's price and other words go to the note."""
    fee = _general(cells)
    texts = " ".join(_with_header(*note) for note in _notes(cells))
    beside = free_text_fee(match_form(texts)) if texts else NO_FEE
    if fee is None or (fee.yen is None and not fee.note):
        unreadable = fee is None and cells.first(Role.FEE) is not None
        return Price(
            yen=None if unreadable else beside.yen, note=_joined(_member(cells), beside.note)
        )
    yen = fee.yen if fee.yen is not None else beside.yen
    return Price(yen=yen, note=_joined(_member(cells, yen), fee.note, beside.note))


def _notes(cells: RowCells) -> Iterator[tuple[Column, str]]:
    for column, raw in cells.filled(Role.FEE_NOTE):
        text = cells.cleaned(column, raw)
        if text:
            yield column, text


def _with_header(column: Column, text: str) -> str:
    """Put the name of an extra (入学料, テキスト代) before its amount: it is not the fee."""
    own = column.header.rsplit("/", 1)[-1]
    return f"{own} {text}" if EXTRA.search(own) and text[0] in AMOUNT_STARTS else text


def _general(cells: RowCells) -> Fee | None:
    """Read the first filled fee column; None when there is none or it cannot be read."""
    currency = cells.first(Role.CURRENCY)
    amount = cells.first(Role.FEE)
    if currency and amount and match_form(currency[1]).casefold() not in YEN:
        cells.report(Code.FEE_CURRENCY, amount[0].header, amount[1])
        return None
    return cells.value(Role.FEE, read_fee)


def _member(cells: RowCells, general: int | None = None) -> str:
    """Return the members' price as words, where it differs from what others pay."""
    text = cells.matched(Role.FEE_MEMBER)
    try:
        fee = read_fee(text) if text else None
    except BadCell:
        return ""
    if fee is None or fee.yen is None or fee.yen == general:
        return ""
    return f"会員{fee.yen:,}円" if fee.yen else "会員無料"


def _joined(*notes: str) -> str:
    return "。".join(dict.fromkeys(note for note in notes if note))
