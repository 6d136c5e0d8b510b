"""Rebuilding: catalog → release → acceptance → published; the old release serves until then."""

import shutil
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from data.catalog.difference import difference
from data.errors import ManabiError
from index.acceptance import wording
from index.acceptance.candidate import Candidate, Published, measured
from index.acceptance.gate import Gate
from index.build import Built, build
from index.document import DOCUMENT_VERSION
from index.encoder.card import EncoderCard
from index.errors import RebuildRunning, ReleaseRefused
from index.manifest import Manifest, folder_checksums
from index.progress import Step
from index.rebuild_report import Changes, RebuildReport
from index.release import open_release
from index.release_id import new_release_id
from index.release_store import ReleaseStore
from index.step_times import StepTimes
from index.work_lock import who, work_lock
from index.workshop import Workshop


def rebuild(shop: Workshop, *, publish: bool = True) -> RebuildReport:
    """Build a release aside, accept it, and let it serve.

    Raises RebuildRunning, CatalogMissing, and ReleaseRefused when a gate refuses; whatever it
    raises, the release before serves on.
    """
    with work_lock(shop.store.lock_file, RebuildRunning):
        building = shop.store.start_building(new_release_id(shop.moment))
        try:
            return _rebuilt(shop, building, publish=publish)
        finally:  # what was finished or refused has another name by now
            shutil.rmtree(building, ignore_errors=True)


def _rebuilt(shop: Workshop, building: Path, *, publish: bool) -> RebuildReport:
    times = StepTimes(shop.progress)
    before = _published(shop.store)
    built = build(shop, building, times)
    changes = _changes(before, built)
    manifest = _manifest(shop, building, built, changes)
    manifest.write(building)
    times.begin(Step.ACCEPT)
    gates = _gates(shop, building, built, before)
    replace(
        manifest,
        acceptance={gate.name: gate.figure for gate in gates},
        checksums=folder_checksums(building),
    ).write(building)
    if not all(gate.passed for gate in gates):
        raise _refused(gates, shop.store.refuse(building))
    times.begin(Step.PUBLISH)
    shop.store.finish_building(building)
    if publish:
        shop.store.publish(manifest.release_id)
    pruned = shop.store.prune()
    times.end()
    return RebuildReport(
        release_id=manifest.release_id,
        previous_release_id=before.manifest.release_id if before else None,
        published=publish,
        programs=manifest.programs,
        offerings=manifest.offerings,
        changes=changes,
        embedded=built.embedded,
        reused=manifest.programs - built.embedded,
        gates=gates,
        pruned=tuple(pruned),
        seconds=times.seconds,
    )


def _published(store: ReleaseStore) -> Published | None:
    """Return the release that serves; None the first time, or when it cannot be read."""
    try:
        return Published.read(store.current_folder())
    except ManabiError:
        return None


def _changes(before: Published | None, built: Built) -> Changes:
    found = difference(before.programs if before else (), built.programs)
    return Changes(added=len(found.added), changed=len(found.changed), removed=len(found.removed))


def _manifest(shop: Workshop, building: Path, built: Built, changes: Changes) -> Manifest:
    programs, encoder = built.programs, built.encoder
    return Manifest(
        release_id=shop.store.release_id_of(building),
        created_at=shop.moment.isoformat(timespec="seconds"),
        built_by=who(),
        programs=len(programs),
        offerings=sum(len(program.offerings) for program in programs),
        sample_programs=sum(program.is_sample for program in programs),
        changes=asdict(changes),
        sources=built.sources,
        document_version=DOCUMENT_VERSION,
        encoder=encoder.name,
        encoder_revision=encoder.revision,
        dimension=encoder.dimension,
        acceptance={},
        checksums={},
    )


def _gates(
    shop: Workshop, building: Path, built: Built, before: Published | None
) -> tuple[Gate, ...]:
    release = open_release(building)
    candidate = Candidate(
        release=release,
        listed=built.listed,
        prepared=EncoderCard.read(shop.encoder_folder),
        before=before,
        may_shrink=shop.may_shrink,
    )
    gates = measured(candidate, shop.measures)
    release.close()
    return gates


def _refused(gates: Sequence[Gate], kept: Path) -> ReleaseRefused:
    reasons = wording.refused([gate for gate in gates if not gate.passed])
    return ReleaseRefused(
        f"新しい版は検査を通らなかったので、公開しませんでした。\n{reasons}\n",
        hint=f"公開中の版はそのままです。通らなかった版は {kept} で調べられます。",
    )
