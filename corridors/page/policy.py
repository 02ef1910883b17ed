"""The page's Content-Security-Policy: what is in the page may run, nothing from outside may come in."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from html.parser import HTMLParser
from urllib.parse import urlsplit


def content_policy(
    *, scripts: Iterable[str], styles: Iterable[str], header: str = "", images: Iterable[str] = ()
) -> str:
    """
    Return the policy for inline scripts and styles, given as they stand between their tags.

    Parameters
    ----------
    scripts, styles
        The texts that may run or apply.
    header
        Markup that layers of folium put into the head. It comes from code, never from a document; its inline
        parts are allowed too, and the hosts it loads from.
    images
        Addresses of map tiles, whose hosts are allowed as sources of images.
    """
    extra = _Header()
    extra.feed(header)
    script = [*_hashes([*scripts, *extra.scripts]), *_hosts(extra.script_addresses)]
    style = [*_hashes([*styles, *extra.styles]), *_hosts(extra.style_addresses)]
    image = ["data:", *_hosts(images)]
    return (
        f"default-src 'none'; script-src {' '.join(script)}; style-src {' '.join(style)}; "
        f"img-src {' '.join(image)}; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )


def _hashes(texts: Iterable[str]) -> list[str]:
    digests = (hashlib.sha256(text.encode("utf-8")).digest() for text in texts)
    return [f"'sha256-{base64.b64encode(digest).decode('ascii')}'" for digest in digests]


def _hosts(addresses: Iterable[str]) -> list[str]:
    hosts = []
    for address in addresses:
        parts = urlsplit(address.replace("{s}", "*"))
        if parts.scheme in ("http", "https") and parts.netloc:
            hosts.append(f"{parts.scheme}://{parts.netloc}")
    return list(dict.fromkeys(hosts))


class _Header(HTMLParser):
    """Collect inline scripts and styles, and the addresses of linked ones."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.script_addresses: list[str] = []
        self.style_addresses: list[str] = []
        self._into: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "script" and values.get("src"):
            self.script_addresses.append(values["src"] or "")
        elif tag == "link" and values.get("href"):
            self.style_addresses.append(values["href"] or "")
        elif tag in ("script", "style"):
            self._into = self.scripts if tag == "script" else self.styles
            self._into.append("")

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._into[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._into = None
