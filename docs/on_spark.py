"""The claims of articles by Spark: python docs/on_spark.py ARTICLES.jsonl OUT (docs/archive.md)."""

import json
import sys
from collections.abc import Iterable, Iterator

import pyarrow as pa
from pyspark.sql import SparkSession

from comity.archive.parts import code
from comity.archive.tables import tables
from comity.contract import article_from_json

COLUMNS = ["article", "id", "actor_code", "recipient_code", "type", "status", "time_earliest", "value"]


def claims(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """What every engine runs: a batch of articles in, Arrow out."""
    for batch in batches:
        done, _ = code([article_from_json(json.loads(line)) for line in batch.column("value").to_pylist()])
        found = tables([a for a, _ in done], [c for _, c in done])["claims"].select(COLUMNS)
        yield from pa.table(found).cast(pa.schema([(name, pa.string()) for name in COLUMNS])).to_batches()


spark = SparkSession.builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "96").getOrCreate()
lines = spark.read.text(sys.argv[1])
lines.mapInArrow(claims, ", ".join(f"{name} string" for name in COLUMNS)).write.parquet(sys.argv[2])
