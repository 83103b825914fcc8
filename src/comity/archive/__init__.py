"""Articles by the million: coded by many processes or machines into folders of Parquet, and measured there.

Where the coder's wing and the keeper's meet a second time: a record is a database that is asked for single claims, an archive
is columns on disk that are asked for series. Both keep the same values, and measures answer the same of both (docs/archive.md).
"""

from __future__ import annotations

from comity.archive.asked import OpenArchive, is_archive

__all__ = ["OpenArchive", "is_archive"]
