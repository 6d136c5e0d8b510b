"""`manabi bench`: how fast, how large and how soon, beside the plain pipeline and words alone."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from bot import composition
from bot.bench.contender import Order, Way
from bot.bench.errors import BenchRunning
from bot.bench.figures import SizeFigures
from bot.bench.race import Race, run
from bot.bench.rebuilds import timed_rebuilds
from bot.bench.stage import WHOLE_UP_TO, Sample, sample_of, staged
from bot.commands import bench_wording, help_texts
from bot.commands.output import print_json, print_table
from bot.commands.prepared import prepared_encoder
from bot.commands.progress import ShownProgress, shown_progress
from bot.commands.step_words import BENCH_STEPS, BenchStep
from bot.import_order import import_order
from bot.settings import Settings, read_settings
from data.catalog.catalog import Catalog
from data.intake import import_sources
from index.encoder.errors import PreparationToolsMissing
from index.encoder.original import save_original
from index.encoder.served import ServedEncoder
from index.encoder.source import EncoderSource
from index.scratch import clear_abandoned
from index.training.written import written_requests
from index.work_lock import work_lock

SAMPLE_DAY = datetime(2026, 11, 23, 12)  # noqa: DTZ001 - a day in Japan, see Settings.today
USUAL_SIZES = "260,5000,100000"
USUAL_REQUESTS = 400
USUAL_PROGRAMS = 5000  # of the rebuilds
SCRATCH = ".bench-"


class Sizes(click.ParamType):  # type: ignore[type-arg] # generic in annotations only
    """Numbers of programs, parted by commas."""

    name = "N,N"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> list[int]:
        """Return the numbers, smallest first."""
        try:
            sizes = sorted({int(one) for one in str(value).split(",")})
        except ValueError:
            sizes = []
        if not sizes or sizes[0] < 1:
            self.fail(bench_wording.SIZES_ARE_NUMBERS, param, ctx)
        return sizes


@click.group(help=help_texts.BENCH, invoke_without_command=True)
@click.option("--programs", type=Sizes(), default=USUAL_SIZES, help=help_texts.BENCH_PROGRAMS)
@click.option(
    "--requests",
    type=click.IntRange(1),
    default=USUAL_REQUESTS,
    show_default=True,
    help=help_texts.BENCH_REQUESTS,
)
@click.option("--without-plain", is_flag=True, help=help_texts.BENCH_WITHOUT_PLAIN)
@click.option("--json", "as_json", is_flag=True, help=help_texts.AS_JSON)
@click.pass_context
def bench(
    ctx: click.Context,
    *,
    programs: Sequence[int],
    requests: int,
    without_plain: bool,
    as_json: bool,
) -> None:
    """Measure at every size, unless something else is to be measured."""
    if ctx.invoked_subcommand:
        return
    settings = _settings()
    card = prepared_encoder(settings)
    with alone(settings.home) as scratch, shown_progress(BENCH_STEPS) as progress:
        progress.begin(BenchStep.SAMPLE)
        sample = _sample(settings, scratch)
        model = scratch / "model"
        skipped = bench_wording.NOT_WANTED if without_plain else _save_model(settings, model)
        contest = Contest(
            settings=settings,
            sample=sample,
            model=None if skipped else model,
            requests=_requests(requests),
            scratch=scratch,
        )
        figures = [_measured(contest, size, progress) for size in programs]
    if as_json:
        about = {"encoder": card.name, "requests": requests, "cores": os.cpu_count()}
        sizes = [one.to_json() for one in figures]
        print_json(about | {"plain_skipped": skipped, "sizes": sizes})
        return
    for one in figures:
        click.echo(bench_wording.size_heading(one))
        print_table(bench_wording.headers(one), bench_wording.rows(one))
    if skipped:
        click.echo(bench_wording.plain_skipped(skipped))


@bench.command("rebuild", help=help_texts.BENCH_REBUILD)
@click.option(
    "--programs",
    type=click.IntRange(1),
    default=USUAL_PROGRAMS,
    show_default=True,
    help=help_texts.BENCH_REBUILD_PROGRAMS,
)
@click.option("--without-plain", is_flag=True, help=help_texts.BENCH_WITHOUT_PLAIN)
@click.option("--json", "as_json", is_flag=True, help=help_texts.AS_JSON)
def rebuilds(*, programs: int, without_plain: bool, as_json: bool) -> None:
    """Measure rebuilds."""
    settings = _settings()
    prepared_encoder(settings)
    with alone(settings.home) as scratch, shown_progress(BENCH_STEPS) as progress:
        progress.begin(BenchStep.SAMPLE)
        sample = _sample(settings, scratch)
        model = scratch / "model"
        skipped = bench_wording.NOT_WANTED if without_plain else _save_model(settings, model)
        home = scratch / "rebuilds"
        home.mkdir()
        progress.begin(BenchStep.REBUILD)
        figures = timed_rebuilds(
            list(sample.synthetic.programs(programs)),
            composition.encoder_folder(settings),
            home,
            model=None if skipped else model,
        )
    if as_json:
        print_json(figures.to_json() | {"plain_skipped": skipped, "cores": os.cpu_count()})
        return
    click.echo(bench_wording.rebuilds(figures))
    if skipped:
        click.echo(bench_wording.plain_skipped(skipped))


def _settings() -> Settings:
    """Return the settings on the sample's day, unless another is set."""
    settings = read_settings()
    return settings.model_copy(update={"now": settings.now or SAMPLE_DAY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """What is the same at every size; `model` is None where the plain pipeline does not run."""

    settings: Settings
    sample: Sample
    model: Path | None
    requests: Sequence[str]
    scratch: Path


@contextmanager
def alone(home: Path) -> Iterator[Path]:
    """Yield an empty folder, and clear what a killed bench left; raise where another measures."""
    with work_lock(home / "bench.lock", BenchRunning):
        clear_abandoned(home, f"{SCRATCH}*", older_than=0.0)
        with TemporaryDirectory(dir=home, prefix=SCRATCH) as scratch:
            yield Path(scratch)


def _measured(contest: Contest, size: int, progress: ShownProgress) -> SizeFigures:
    """Build what so many programs are served from, and let everyone answer."""
    progress.begin(BenchStep.STAGE)
    home = contest.scratch / str(size)
    home.mkdir()
    stage = staged(contest.sample, size, composition.encoder_folder(contest.settings), home)
    progress.begin(BenchStep.RACE)
    race = Race(
        orders=list(_orders(contest, stage.folder, size)),
        requests=contest.requests,
        passages=contest.sample.passages,
    )
    ways = run(race)
    shutil.rmtree(home)  # a million programs take gigabytes
    return SizeFigures(programs=size, rebuild_unchanged_s=stage.rebuild_s, ways=ways)


def _sample(settings: Settings, scratch: Path) -> Sample:
    """Import the sample into a catalog of its own."""
    catalog = Catalog.open(scratch / "catalog.db")
    folder = Path(str(resources.files("data").joinpath("sample")))
    import_sources([folder], catalog, import_order(settings))
    programs = catalog.programs()
    catalog.close()
    encoder = ServedEncoder.open(composition.encoder_folder(settings))
    cache = composition.text_cache(settings, encoder.card.revision)
    sample = sample_of(programs, cache, encoder)
    cache.close()
    return sample


def _save_model(settings: Settings, folder: Path) -> str | None:
    """Save the encoder's original for the plain pipeline; return what is missing for it."""
    try:
        save_original(EncoderSource.parse(settings.encoder), folder)
    except PreparationToolsMissing as error:
        return error.message
    return None


def _requests(count: int) -> list[str]:
    """Return requests as people write them, spread evenly over all that were written."""
    texts = [request.text for request in written_requests()]
    return [texts[number * len(texts) // count % len(texts)] for number in range(count)]


def _orders(contest: Contest, folder: Path, size: int) -> Iterator[Order]:
    """Yield one order a way, ours first."""
    ours = Way.MANABI if size <= WHOLE_UP_TO else Way.SEARCH
    ways = (ours, Way.PLAIN, Way.LEXICAL) if contest.model else (ours, Way.LEXICAL)
    for way in ways:
        yield Order(
            way=way,
            folder=str(folder),
            model=str(contest.model or ""),
            day=contest.settings.today().isoformat(),
            started=0.0,
            first=contest.requests[0],
        )
