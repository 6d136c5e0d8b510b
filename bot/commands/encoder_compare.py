"""`manabi encoder compare`: two encoders on the same queries, and whether it is more than luck."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import click

from bot import composition
from bot.commands import help_texts, step_words, wording
from bot.commands.files import collection_in, json_lines_of, requests_of
from bot.commands.output import print_json, print_table
from bot.commands.prepared import prepared_encoder
from bot.commands.progress import shown_progress
from bot.settings import Settings, read_settings
from index.encoder.original import OriginalEncoder
from index.encoder.protocol import Encoder
from index.encoder.served import ServedEncoder
from index.encoder.source import EncoderSource
from index.encoder.vectors import UnitVectors
from recommender.evaluation.comparison import (
    ComparedSet,
    Comparison,
    collection_set,
    compare,
    requests_set,
)
from recommender.evaluation.encoder_speed import encoder_speed
from recommender.evaluation.held_back import held_back_collections
from recommender.evaluation.judged_requests import judged_requests
from recommender.evaluation.retrieval_evaluation import check_tools

UNQUANTISED = "@float32"
A_FOLDER = click.Path(path_type=Path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """An encoder as named on the command line, to be measured as served or as its original."""

    source: EncoderSource
    setting: str
    is_served: bool


@click.command("compare", help=help_texts.ENCODER_COMPARE)
@click.argument("first")
@click.argument("second")
@click.option("--collection", "folders", multiple=True, type=A_FOLDER, help=help_texts.COMPARE_SET)
@click.option("--queries", multiple=True, type=A_FOLDER, help=help_texts.COMPARE_QUERIES)
@click.option("--judgments", type=A_FOLDER, help=help_texts.JUDGMENTS)
@click.option("--limit-queries", type=click.IntRange(2), help=help_texts.EVALUATE_LIMIT)
@click.option("--json", "as_json", is_flag=True, help=help_texts.AS_JSON)
def compare_encoders(
    *,
    first: str,
    second: str,
    folders: Sequence[Path],
    queries: Sequence[Path],
    judgments: Path | None,
    limit_queries: int | None,
    as_json: bool,
) -> None:
    """Measure both on the held-back requests and on whatever sets are named."""
    check_tools()
    settings = read_settings()
    chosen = _parsed(first), _parsed(second)
    held = [
        (name, one.first_queries(limit_queries)) for name, one in held_back_collections().items()
    ]
    named = [
        (name, collection_in(folder).first_queries(limit_queries))
        for name, folder in _names(folders)
    ]
    sets = [collection_set(name, one) for name, one in (*held, *named)]
    sets += _requests(settings, queries, judgments)
    # As long and as short as people write.
    questions = [text for _, one in held for text in one.queries.values()]
    with _opened(settings, chosen[0]) as one, _opened(settings, chosen[1]) as other:
        lines = _compared(settings, sets, (one, other))
        speed = encoder_speed((one, other), questions, perf_counter)
    if as_json:
        figures = {"lines": [asdict(line) for line in lines], "speed": asdict(speed)}
        print_json({"first": first, "second": second} | figures)
        return
    click.echo(wording.COMPARED_BY)
    headers = wording.compare_headers(*(name for name, _ in _names([Path(first), Path(second)])))
    print_table(headers, [_cells(line) for line in lines])
    click.echo(wording.encoder_speed(speed))


def _parsed(name: str) -> Chosen:
    return Chosen(
        source=EncoderSource.parse(name.removesuffix(UNQUANTISED)),
        setting=name.removesuffix(UNQUANTISED),
        is_served=not name.endswith(UNQUANTISED),
    )


def _requests(
    settings: Settings, files: Sequence[Path], judgments: Path | None
) -> list[ComparedSet]:
    """Return the files of judged requests as sets over the catalog as it stands."""
    if bool(files) != bool(judgments):
        raise click.UsageError(wording.QUERIES_AND_JUDGMENTS)
    if judgments is None:
        return []
    grades = json_lines_of(judgments, ("qid", "gains"))
    catalog = composition.existing_catalog(settings)
    programs = catalog.programs()
    catalog.close()
    return [
        requests_set(
            name,
            judged_requests(requests_of(file), grades),
            programs,
            settings.today(),
        )
        for name, file in _names(files)
    ]


def _names(paths: Sequence[Path]) -> list[tuple[str, Path]]:
    """Name each by its last part, or as it was typed where two would have the same name."""
    short = [path.resolve().name for path in paths]
    names = short if len(set(short)) == len(paths) else [str(path) for path in paths]
    return list(zip(names, paths, strict=True))


@contextmanager
def _opened(settings: Settings, chosen: Chosen) -> Iterator[Encoder]:
    """Open an encoder as it is served, or its original where the name says so."""
    if not chosen.is_served:
        with TemporaryDirectory() as scratch:
            yield OriginalEncoder.open(chosen.source, Path(scratch) / "original")
        return
    own = settings.model_copy(update={"encoder": chosen.setting})
    prepared_encoder(own)
    yield ServedEncoder.open(composition.encoder_folder(own))


def _compared(
    settings: Settings, sets: Sequence[ComparedSet], encoders: tuple[Encoder, Encoder]
) -> list[Comparison]:
    with shown_progress(step_words.EVALUATE_STEPS) as progress:

        def embed(passages: Sequence[str], encoder: Encoder) -> UnitVectors:
            progress.begin(step_words.EvaluateStep.EMBED, len(passages))
            cache = composition.text_cache(settings, encoder.card.revision)
            vectors, _ = cache.vectors(passages, encoder, on_embedded=progress.advance)
            cache.close()
            return vectors

        def searching() -> None:
            progress.begin(step_words.EvaluateStep.SEARCH)

        return list(compare(sets, encoders, embed, on_search=searching))


def _cells(line: Comparison) -> tuple[str, ...]:
    figures = (f"{line.first:.3f}", f"{line.second:.3f}", f"{line.difference:+.3f}")
    interval = f"{line.low:+.3f} 〜 {line.high:+.3f}"
    name = wording.HELD_BACK.get(line.name, line.name)
    return (name, wording.METHODS[line.method], str(line.queries), *figures, interval)
