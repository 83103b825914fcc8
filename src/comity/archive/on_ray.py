"""The same work on many machines, by Ray Data: workers read the inputs, code batches and put parts into the archive.

The archive's folder and the inputs are on storage that every worker reaches under the same name. Ray repeats what a lost
worker did not answer; a part is named after what it holds, so that a batch done twice lands once. Nothing is sent anywhere
but to the address that is given: Ray's reports of usage are off.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from comity import workers
from comity.archive import parts
from comity.archive.filling import Inputs, Landed, Met, Work, batches
from comity.archive.folder import Folder
from comity.archive.manifest import Keys
from comity.contract import article_from_json, value_json
from comity.errors import InputError, WorkerError
from comity.sources import ReadingOptions, articles
from comity.sources.folder import walk

LOST = 5  # workers in which one batch may end; it is no accident then
BLOCK_BYTES = 1_000_000  # of articles that travel together from who reads to who codes


def landed_by_ray(folder: Folder, inputs: Inputs, options: ReadingOptions, work: Work, known: Keys) -> Iterator[Landed]:
    """What landed, in the order in which it did. Raises :class:`InputError` where Ray is not there."""
    ray = start(work)
    try:
        given = ray.put(known)
        rows = [{"place": place} for place in places(inputs)]
        count = work.workers or int(ray.cluster_resources().get("CPU", 1))
        options = replace(options, fetcher=None)
        read = ray.data.from_items(rows, override_num_blocks=max(1, len(rows))).flat_map(
            partial(read_place, options=options, known=given), num_cpus=0.25
        )
        landed = read.map_batches(
            partial(land_batch, arrived=str(folder.arrived.absolute())),
            batch_size=work.batch,
            batch_format="pyarrow",
            num_cpus=1,
            ray_remote_args_fn=lambda: {"max_retries": LOST},
            compute=ray.data.TaskPoolStrategy(size=count),
        )
        for row in landed.iter_rows():
            yield _read(row["landed"])
    except ray.exceptions.RayError as error:
        remedy = "see what Ray tells of it, and start again: what landed is kept"
        raise WorkerError(f"Ray gave up: {str(error).splitlines()[0]}", remedy=remedy) from error
    finally:
        if not work.address:
            ray.shutdown()


def start(work: Work) -> Any:
    """Ray, joined at the address or started on this machine."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise InputError("Ray is not installed", remedy="pip install 'comity[ray]', or --engine processes") from error
    quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": "ERROR", "ignore_reinit_error": True}
    try:
        if work.address:
            ray.init(address=work.address, **quiet)
        else:
            count = workers.processes(work.workers)
            ray.init(num_cpus=count, include_dashboard=False, **quiet)
    except (ConnectionError, RuntimeError, ValueError) as error:
        problem = f"no Ray answers: {str(error).splitlines()[0]}"
        raise InputError(problem, place=work.address or "this machine", remedy="start it: ray start --head") from error
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    for name in ("ray", "ray.data"):
        logging.getLogger(name).setLevel(logging.ERROR)
    context.target_max_block_size = BLOCK_BYTES
    context.target_min_block_size = BLOCK_BYTES // 4
    return ray


def places(inputs: Inputs) -> list[str]:
    """Every file of the inputs by its whole name, so that workers share them out; addresses stay as they are."""
    found: list[str] = []
    for name in inputs:
        if "://" in str(name):
            found.append(str(name))
            continue
        path = Path(name).absolute()
        inner = [str(file) for file in walk(path)] if path.is_dir() else []
        found += inner or [str(path)]
    return found


def read_place(row: dict[str, Any], options: ReadingOptions, known: Any) -> Iterator[dict[str, str]]:
    """Everything that one input gives, as lines of JSON; runs at a worker."""
    import ray

    met = Met(ray.get(known))
    for article in met.new(articles([row["place"]], options)):
        yield {"what": "article", "line": json.dumps(value_json(article), ensure_ascii=False)}
        yield from _told(met)
    yield from _told(met)
    yield {"what": "met", "line": json.dumps([met.known, met.left_out])}


def _told(met: Met) -> Iterator[dict[str, str]]:
    for bad in met.told():
        yield {"what": "bad", "line": json.dumps(bad)}


def land_batch(batch: Any, arrived: str) -> Any:
    """One batch of lines: its articles as a part, the rest handed on; runs at a worker."""
    import pyarrow as pa

    lines: dict[str, list[Any]] = {"article": [], "bad": [], "met": []}
    for what, line in zip(batch.column("what").to_pylist(), batch.column("line").to_pylist(), strict=True):
        lines[what].append(json.loads(line))
    met = [sum(n) for n in zip(*lines["met"], strict=True)] or [0, 0]
    told: list[dict[str, Any]] = [{"row": None, "bad": lines["bad"], "met": met}]
    for part in batches(article_from_json(line) for line in lines["article"]):
        row, bad = parts.land(arrived, part)
        told.append({"row": row if row["rows"]["articles"] else None, "bad": bad, "met": [0, 0]})
    return pa.table({"landed": [json.dumps(line) for line in told]})


def _read(landed: str) -> Landed:
    told = json.loads(landed)
    return Landed(told["row"], tuple(told["bad"]), *told["met"])
