"""Paths as a person gives them → the files to read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from data.errors import SourceUnreadable
from data.sources.formats.content import Content

SAMPLE_MARK = "SAMPLE.md"  # a folder that holds it says that its programs are invented


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file to read; its name is the path below the folder that was given."""

    path: Path
    name: str
    folder: Path
    named_outright: bool

    @property
    def is_sample(self) -> bool:
        """Tell whether its folder says that its programs are invented."""
        return (self.path.parent / SAMPLE_MARK).exists()


def found_files(paths: Iterable[Path]) -> list[FoundFile]:
    """Return the files named, and those in a named folder, in order; no name may come twice."""
    found: dict[str, FoundFile] = {}
    for path in paths:
        for file in _files_at(path):
            known = found.setdefault(file.name, file)
            if known.path.resolve() != file.path.resolve():
                raise SourceUnreadable(
                    f"同じ名前のファイルが2つあります: {known.path} と {file.path}",
                    hint="片方の名前を変えるか、両方を入れたフォルダーを指定してください。",
                )
    if not found:
        raise SourceUnreadable(
            "読み込む一覧が見つかりません。", hint="一覧の入ったフォルダーか確かめてください。"
        )
    return list(found.values())


def content_of(file: FoundFile) -> Content:
    """Read a file's bytes."""
    try:
        return Content(name=file.name, data=file.path.read_bytes())
    except OSError as error:
        raise SourceUnreadable(
            f"{file.path} を開けません({error.strerror})。",
            hint="ファイルを閉じ、読み取りの権限を確かめてください。",
        ) from error


def _files_at(path: Path) -> Iterator[FoundFile]:
    if path.is_file():
        yield FoundFile(path=path, name=path.name, folder=path.parent, named_outright=True)
        return
    if not path.is_dir():
        raise SourceUnreadable(
            f"{path} が見つかりません。", hint="ファイルかフォルダーの場所を確かめてください。"
        )
    for file in sorted(path.rglob("*")):
        below = file.relative_to(path)
        hidden = any(part.startswith((".", "~$")) for part in below.parts)
        if file.is_file() and not hidden and file.name != SAMPLE_MARK:
            yield FoundFile(path=file, name=below.as_posix(), folder=path, named_outright=False)
