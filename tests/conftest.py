"""Settings of all tests."""

from __future__ import annotations

from hypothesis import settings

# No example fails for its seconds: how busy a machine is says nothing of the code.
settings.register_profile("comity", deadline=None)
settings.load_profile("comity")
