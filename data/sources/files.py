"""Paths as a person gives them → the files to read, as text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from data.errors import SourceUnreadable
from data.sources.record import SourceFile

READABLE_SUFFIXES = frozenset({".csv"})
ENCODINGS = ("utf-8-sig", "cp932")
SAMPLE_MARK = "SAMPLE.md"  # a folder that holds it says that its programs are invented


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file to read; its name is the path below the folder that was given."""

    path: Path
    name: str
    named_outright: bool

    @property
    def is_readable_kind(self) -> bool:
        """Tell whether its ending is one that lists come in."""
        return self.path.suffix.lower() in READABLE_SUFFIXES


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


def read_source(file: FoundFile) -> SourceFile:
    """Read a file's text; UTF-8 with or without mark, or Windows Japanese (cp932)."""
    try:
        content = file.path.read_bytes()
    except OSError as error:
        raise SourceUnreadable(
            f"{file.path} を開けません({error.strerror})。",
            hint="ファイルを閉じ、読み取りの権限を確かめてください。",
        ) from error
    if not content.strip():
        raise SourceUnreadable(
            f"{file.name} は空のファイルです。", hint="中身のある一覧を選び直してください。"
        )
    return SourceFile(
        name=file.name,
        text=_decoded(content, file.name),
        is_sample=(file.path.parent / SAMPLE_MARK).exists(),
    )


def _files_at(path: Path) -> Iterator[FoundFile]:
    if path.is_file():
        yield FoundFile(path=path, name=path.name, named_outright=True)
        return
    if not path.is_dir():
        raise SourceUnreadable(
            f"{path} が見つかりません。", hint="ファイルかフォルダーの場所を確かめてください。"
        )
    for file in sorted(path.rglob("*")):
        below = file.relative_to(path)
        hidden = any(part.startswith((".", "~$")) for part in below.parts)
        if file.is_file() and not hidden and file.name != SAMPLE_MARK:
            yield FoundFile(path=file, name=below.as_posix(), named_outright=False)


def _decoded(content: bytes, name: str) -> str:
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SourceUnreadable(
        f"{name} の文字コードを読み取れません。",
        hint="Excelの「名前を付けて保存」で「CSV UTF-8」を選んで保存し直してください。",
    )
