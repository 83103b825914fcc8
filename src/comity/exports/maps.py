"""Places of acts on a map as SVG: land without any border, and a circle for each place, as large as what it is told of.

Longitudes and latitudes stand in one scale (plate carrée): areas far from the equator look too large.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from xml.sax.saxutils import escape

from comity.exports.drawing import PAPER, WIDTH, picture, text
from comity.measures.answer import Answer
from comity.vocabulary.land import CELL, Ring, land

TOP = 34
LEAST = 40.0  # degrees that a map is wide
LARGEST = 16.0  # radius of the place that is told most
LAND, LINES = "#dcd9d0", "#b9b5aa"


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the world that is shown, in degrees."""

    west: float
    south: float
    east: float
    north: float

    @property
    def scale(self) -> float:
        """Pixels for a degree."""
        return WIDTH / (self.east - self.west)

    @property
    def tall(self) -> float:
        """Pixels from south to north."""
        return round((self.north - self.south) * self.scale)

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a point stands in the picture."""
        return (lon - self.west) * self.scale, TOP + (self.north - lat) * self.scale

    def meets(self, ring: Ring) -> bool:
        """Whether anything of an outline may be inside."""
        lons, lats = [p[0] for p in ring], [p[1] for p in ring]
        return max(lons) >= self.west and min(lons) <= self.east and max(lats) >= self.south and min(lats) <= self.north


WORLD = Frame(-180, -60, 180, 84)


def place_map(answer: Answer, whole: bool = False) -> str:
    """The picture of an answer of :mod:`comity.measures.acts_by_place`; ``whole`` shows the world, else where the places are."""
    placed = [r for r in answer.rows.iter_rows(named=True) if r["lat"] is not None and r["lon"] is not None]
    frame = WORLD if whole or not placed else _around([(r["lon"], r["lat"]) for r in placed])
    most = max((r["claims"] for r in placed), default=1)
    one, other = answer.asked["between"]
    body = [
        f'<clipPath id="inside"><rect x="0" y="{TOP}" width="{WIDTH}" height="{frame.tall}"/></clipPath>',
        text(8, 20, f"Where the acts between {one} and {other} were told to be", size=14, weight="bold"),
        f'<g clip-path="url(#inside)">{_graticule(frame)}{_ground(frame)}',
        *(_circle(r, frame, most) for r in reversed(placed)),
        "</g>",
        *_labels(placed, frame),
    ]
    says = f"{len(placed)} places with a point; the table names them"
    return picture(f"Places of the acts between {one} and {other}", TOP + frame.tall + 4, body, says)


def _around(points: list[tuple[float, float]]) -> Frame:
    """A frame of half as high as wide around all points, and some way beyond."""
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    wide = min(360.0, max(LEAST, (max(lons) - min(lons)) * 1.3, (max(lats) - min(lats)) * 2.6))
    x, y = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    west = max(-180.0, min(180.0 - wide, x - wide / 2))
    south = max(-90.0, min(90.0 - wide / 2, y - wide / 4))
    return Frame(west, south, west + wide, south + wide / 2)


def _ground(frame: Frame) -> str:
    rings = "".join(_outline(ring, frame) for ring in land().rings if frame.meets(ring))
    side = CELL * frame.scale
    cells = "".join(
        f"M{x:.1f} {y - side:.1f}h{side:.1f}v{side:.1f}h{-side:.1f}z"
        for lon, lat in land().cells
        if frame.west <= lon <= frame.east and frame.south <= lat <= frame.north
        for x, y in [frame.at(lon, lat)]
    )
    return f'<path class="land" fill="{LAND}" d="{rings}"/><path class="towns" fill="{LAND}" d="{cells}"/>'


def _outline(ring: Ring, frame: Frame) -> str:
    points = (frame.at(*point) for point in ring)
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "z"


def _graticule(frame: Frame) -> str:
    """A line every thirty degrees, or every ten where the map is of a part."""
    step = 30 if frame.east - frame.west > 120 else 10
    lines = []
    for lon in range(-180, 181, step):
        x, _ = frame.at(lon, 0)
        lines.append(f"M{x:.1f} {TOP}V{TOP + frame.tall}")
    for lat in range(-90, 91, step):
        _, y = frame.at(0, lat)
        lines.append(f"M0 {y:.1f}H{WIDTH}")
    return f'<path class="graticule" fill="none" stroke="{LINES}" stroke-width="0.5" d="{"".join(lines)}"/>'


def _circle(row: dict[str, object], frame: Frame, most: int) -> str:
    """Blue where cooperation is told more, red where conflict is, grey where both alike; the words say it too."""
    good, bad, claims = (int(str(row[name])) for name in ("cooperation", "conflict", "claims"))
    kind, fill = ("up", "#0072B2") if good > bad else ("down", "#D55E00") if bad > good else ("plain", "#8c8c8c")
    x, y = frame.at(float(str(row["lon"])), float(str(row["lat"])))
    radius = 3 + (LARGEST - 3) * sqrt(claims / most)
    says = escape(f"{row['place']}: {claims} claims, {good} cooperation, {bad} conflict")
    shape = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" class="{kind} place" fill="{fill}" fill-opacity="0.85"'
    return f'{shape} stroke="{PAPER}"><title>{says}</title></circle>'


def _labels(placed: list[dict[str, object]], frame: Frame) -> Iterator[str]:
    """The names of the places told most, as far as they do not cover each other."""
    taken: list[tuple[float, float]] = []
    for row in placed[:12]:
        x, y = frame.at(float(str(row["lon"])), float(str(row["lat"])))
        if all(abs(x - a) > 130 or abs(y - b) > 14 for a, b in taken):
            taken.append((x, y))
            yield (
                text(x + 9, y + 4, f"{row['place']} ({row['claims']})", size=11)
                if x < WIDTH - 150
                else text(x - 9, y + 4, f"{row['place']} ({row['claims']})", size=11, anchor="end")
            )
