"""Progress on standard error: bars with the remaining time on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import Enum

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.progress import TimeElapsedColumn as Elapsed


class ShownProgress:
    """Shows the steps that `words` names, one after another."""

    def __init__(self, shown: Progress, words: Mapping[Enum, str]) -> None:
        self._shown = shown
        self._words = words
        self._task: TaskID | None = None

    def begin(self, step: Enum, total: int | None = None) -> None:
        """Finish the step before and start another; `total` is its number of units."""
        self.finish()
        words = self._words[step]
        if not self._shown.console.is_terminal:
            self._shown.console.print(f"・{words}", highlight=False)
        self._task = self._shown.add_task(words, total=total)

    def advance(self, units: int = 1) -> None:
        """Say that `units` more are done."""
        if self._task is not None:
            self._shown.advance(self._task, units)

    def finish(self) -> None:
        """Mark the present step as done."""
        if self._task is not None:
            task = self._shown.tasks[self._task]
            self._shown.update(self._task, total=task.total or 1, completed=task.total or 1)


@contextmanager
def shown_progress(words: Mapping[Enum, str]) -> Iterator[ShownProgress]:
    """Show progress while the block runs."""
    console = Console(file=sys.stderr)  # this one, whatever a library's output is turned to
    columns = (TextColumn("{task.description}"), BarColumn(), Elapsed(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as shown:
        progress = ShownProgress(shown, words)
        yield progress
        progress.finish()
