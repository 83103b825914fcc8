"""The documented example of Spark gives the claims that comity gives; ``make soak`` runs it where Java and PySpark are."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

import comity
from archive.conftest import line
from archive.test_filling import written
from comity.values import Article

EXAMPLE = Path(__file__).parents[2] / "docs" / "on_spark.py"
TEXT = "Norway said that Sweden had criticised Ghana. Chile's president visited Norway, for the {}th time."


@pytest.fixture
def quick_coder() -> None:
    """Here the real coder codes."""


def test_spark_gives_the_claims_that_comity_gives(tmp_path: Path) -> None:
    if os.environ.get("SOAK") != "true":
        pytest.skip("takes a minute: make soak")
    if importlib.util.find_spec("pyspark") is None or shutil.which("java") is None:
        pytest.skip("there is no Spark here: apt-get install default-jre-headless, pip install pyspark")
    given = [line(TEXT.format(n)) for n in range(4, 9)]
    path, out = written(tmp_path / "a.jsonl", *given), tmp_path / "claims"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "SPARK_LOCAL_IP": "127.0.0.1"}
    subprocess.run([sys.executable, EXAMPLE, path, out], env=env, check=True, timeout=600)
    found = pl.read_parquet(out / "*.parquet")
    expected = [
        claim.id
        for x in given
        for claim in comity.code(Article(str(x["id"]), str(x["text"]), None, x["published"], x["outlet"])).claims
    ]
    assert expected
    assert sorted(found["id"]) == sorted(expected)
