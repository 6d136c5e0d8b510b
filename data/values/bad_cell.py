"""BadCell: a cell that cannot be read. The row reader turns it into an Issue with its place."""

from data.issue import Code


class BadCell(ValueError):
    """Why a cell has no value; `detail` completes the sentence for its code in data.wording."""

    def __init__(self, code: Code, detail: str = "") -> None:
        super().__init__(code.value)
        self.code = code
        self.detail = detail
