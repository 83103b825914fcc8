"""Distances on the globe: what must hold of any two points, and some that are known."""

from __future__ import annotations

from math import cos, pi, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import InputError
from comity.record.distance import EARTH_KM, Near, distance

LATITUDES = st.floats(-90, 90)
LONGITUDES = st.floats(-180, 180)
POINTS = st.tuples(LATITUDES, LONGITUDES)


@given(POINTS, POINTS)
def test_it_is_as_far_there_as_back_and_never_more_than_half_around(one, other):
    there = distance(*one, *other)
    assert there == pytest.approx(distance(*other, *one), abs=1e-6)
    assert 0 <= there <= pi * EARTH_KM


@given(POINTS)
def test_a_point_is_not_away_from_itself_nor_from_itself_once_around(point):
    lat, lon = point
    assert distance(lat, lon, lat, lon) == 0
    assert distance(lat, lon, lat, lon - 360 if lon > 0 else lon + 360) == pytest.approx(0, abs=1e-4)


@given(POINTS, POINTS, POINTS)
def test_no_detour_is_shorter(a, b, c):
    assert distance(*a, *c) <= distance(*a, *b) + distance(*b, *c) + 1e-3


@given(LATITUDES, LONGITUDES, LONGITUDES)
def test_a_circle_of_latitude_is_never_shorter_than_the_great_circle(lat, lon, other):
    along = EARTH_KM * cos(radians(lat)) * radians(abs(other - lon))
    assert distance(lat, lon, lat, other) <= along + 1e-3


@given(POINTS, POINTS, st.floats(0, 20_100))
def test_what_a_circle_holds_lies_between_its_latitudes(centre, point, km):
    near = Near(*centre, km)
    south, north = near.latitudes()
    assert not near.holds(*point) or south <= point[0] <= north


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        ((0, 0), (0, 90), 10_007.6),
        ((90, 0), (-90, 0), 20_015.1),
        ((50.45, 30.52), (55.75, 37.62), 756),
        ((0, 179), (0, -179), 222.4),
    ],
)
def test_some_distances_are_known(one, other, km):
    assert distance(*one, *other) == pytest.approx(km, rel=0.005)


@pytest.mark.parametrize("values", [(91, 0, 1), (0, 181, 1), (0, 0, -1), (float("nan"), 0, 1), (0, 0, float("inf"))])
def test_what_is_no_circle_is_refused(values):
    with pytest.raises(InputError):
        Near(*values)
