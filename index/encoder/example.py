"""Example: what an encoder is trained on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A question, a text that answers it, and texts that only seem to."""

    question: str
    answer: str
    distractors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleSource:
    """Examples of one origin, at least one, all with as many distractors."""

    name: str
    licence: str
    examples: tuple[Example, ...]

    def __post_init__(self) -> None:
        if len({len(one.distractors) for one in self.examples}) != 1:
            raise ValueError(f"{self.name}: no examples, or not all with as many distractors")
