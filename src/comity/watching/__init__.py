"""Watching feeds: asking them in turns, reading what is new into a record, and telling of claims that were asked for."""

from __future__ import annotations
