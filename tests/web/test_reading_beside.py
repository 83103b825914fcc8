"""A workspace over a record that another process writes: every question is answered, and nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import comity
from comity import dossiers
from workspace_server import served

ASKED = ("/claims.json", "/sources", "/search?words=the", "/pairs", "/")


def test_two_readings_beside_a_workspace_lose_nothing_and_every_page_comes(tmp_path: Path) -> None:
    place = tmp_path / "r.comity"
    (tmp_path / "a.txt").write_text("Norway condemned Chile on 2 May 2024 over a vessel.", encoding="utf-8")
    comity.open(place).read(tmp_path / "a.txt", processes=1)
    with served(place) as workspace:
        command = [sys.executable, "-c", "from comity.cli import main; main()", "read", "--into", str(place)]
        readings = [subprocess.Popen([*command, str(dossiers.folder(name))]) for name in dossiers.titles()]
        codes: list[int] = []
        while any(reading.poll() is None for reading in readings):
            codes.extend(workspace.get(path).status for path in ASKED)
        assert [reading.wait() for reading in readings] == [0, 0]
        assert set(codes) == {200}
        found = workspace.get("/search.json?words=quarantine").text
    assert "Demo Wire North" in found
    record = comity.open(place)
    assert record.reader().counts()["articles"] == 105
    assert record.verify().faults == ()
