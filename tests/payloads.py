"""Texts that would run, steer or fetch something if a page took any part of them for more than words."""

from __future__ import annotations

import json
from pathlib import Path

PAYLOADS = (
    "<script>document.title='pwned'</script>",
    "<img src=x onerror=\"document.title='pwned'\">",
    "<svg/onload=document.title='pwned'>",
    "\"><iframe src='javascript:document.title=1'></iframe>",
    "'><a href=\"javascript:document.title='pwned'\">go</a>",
    "</title></style></div></q><script>document.title='pwned'</script>",
    "{{ 7 * 7 }}{% raw %}",
    "]]><!--<style>@import 'http://example.invalid/x.css'</style>",
    "[go](javascript:alert(1)) ![x](http://example.invalid/x.png) <http://example.invalid> | `code`",
)


def written(path: Path) -> Path:
    """Articles, one a payload, with it as title, outlet, address and, within a sentence that is coded, text."""
    rows = [
        {
            "id": f"h{n}",
            "title": f"Title {payload}",
            "outlet": f"Outlet {payload}",
            "url": f"https://example.org/?q={payload}",
            "published": "2024-05-03",
            "text": f"Norway condemned Chile on 2 May 2024 over “{payload}”. Norway and Chile met in Oslo on 2 May 2024.",
        }
        for n, payload in enumerate(PAYLOADS)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path
