"""Distances on the globe, in kilometres. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, degrees, isfinite, pi, radians, sin, sqrt

from comity.errors import InputError

EARTH_KM = 6371.0088  # the mean radius of the International Union of Geodesy and Geophysics


@dataclass(frozen=True, slots=True)
class Near:
    """A circle on the globe: its centre in degrees, its radius in kilometres. Raises :class:`InputError` where it is none."""

    lat: float
    lon: float
    km: float

    def __post_init__(self) -> None:
        if not (abs(self.lat) <= 90 and abs(self.lon) <= 180):
            raise InputError(f"no such point: {self.lat},{self.lon}", remedy="give latitude,longitude, like 48.5,35.0")
        if not (isfinite(self.km) and self.km >= 0):
            raise InputError(f"no such distance: {self.km}", remedy="give kilometres, like 100")

    def holds(self, lat: float, lon: float) -> bool:
        """Whether a point lies in the circle or on its edge."""
        return distance(self.lat, self.lon, lat, lon) <= self.km

    def latitudes(self) -> tuple[float, float]:
        """The southernmost and northernmost latitude that the circle can reach, a little more than exact."""
        reach = degrees(self.km / EARTH_KM) + 1e-6
        return self.lat - reach, self.lat + reach


def distance(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The great-circle distance of two points given in degrees, in kilometres, on a sphere of the earth's mean radius.

    Source: the haversine formula (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984). A sphere is up to
    half a per cent off the ellipsoid.
    """
    a, b = radians(lat), radians(other_lat)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other_lon - lon) / 2) ** 2
    return min(2 * EARTH_KM * asin(sqrt(min(1.0, half))), pi * EARTH_KM)
