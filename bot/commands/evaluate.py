"""`manabi evaluate`: how well the three ways of searching do on a public retrieval set."""

from pathlib import Path

import click

from bot import composition
from bot.commands import help_texts, step_words
from bot.commands.files import collection_in
from bot.commands.output import print_json, print_table
from bot.commands.prepared import prepared_encoder
from bot.commands.progress import shown_progress
from bot.settings import read_settings
from index.corpus import built_in_memory
from index.encoder.served import ServedEncoder
from recommender.evaluation.retrieval_evaluation import MEASURES, check_tools, evaluate


@click.command("evaluate", help=help_texts.EVALUATE)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--limit-queries", type=click.IntRange(1), help=help_texts.EVALUATE_LIMIT)
@click.option("--json", "as_json", is_flag=True, help=help_texts.AS_JSON)
def evaluate_collection(folder: Path, *, limit_queries: int | None, as_json: bool) -> None:
    """Measure lexical, dense and hybrid search on the collection in a folder."""
    check_tools()
    collection = collection_in(folder).first_queries(limit_queries)
    settings = read_settings()
    card = prepared_encoder(settings)
    encoder = ServedEncoder.open(composition.encoder_folder(settings))
    cache = composition.text_cache(settings, card.revision)
    with shown_progress(step_words.EVALUATE_STEPS) as progress:
        progress.begin(step_words.EvaluateStep.EMBED, len(collection.documents))
        passages = [document.passage for document in collection.documents]
        vectors, _ = cache.vectors(passages, encoder, on_embedded=progress.advance)
        corpus = built_in_memory(collection.documents, vectors, encoder)
        progress.begin(step_words.EvaluateStep.SEARCH, len(collection.queries))
        figures = evaluate(collection, corpus, on_query=progress.advance)
    if as_json:
        print_json(figures)
        return
    print_table(
        ("", *MEASURES, "queries"),
        [(method, *(str(figure) for figure in row.values())) for method, row in figures.items()],
    )
