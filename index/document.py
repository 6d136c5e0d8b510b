"""Document: the text of a program that is searched, in the parts that weigh differently."""

from dataclasses import dataclass

from data.program import Program
from data.text import match_form

DOCUMENT_VERSION = 1  # raise it whenever the text of any document would change


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What is indexed under one identity; every part is in match form, or empty."""

    document_id: str
    title: str
    keywords: str = ""
    labels: str = ""
    body: str = ""
    provider: str = ""  # found by its words only: it would steer a vector away from the topic

    @property
    def passage(self) -> str:
        """The text that is embedded."""
        parts = (self.title, self.labels, self.keywords, self.body)
        return "。".join(part for part in parts if part)


def program_document(program: Program) -> Document:
    """Return the searchable text of a program: what it teaches, not where, when or how much."""
    return Document(
        document_id=program.program_id,
        title=match_form(program.title),
        keywords=match_form("、".join(program.skills)),
        labels=match_form("、".join((*program.fields, *program.audience))),
        body=match_form(program.summary),
        provider=match_form(f"{program.institution} {program.eligibility}"),
    )
