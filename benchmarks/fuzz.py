"""
Throw damaged and made-up files at the readers, and odd texts and pieces of real ones at the finder, for a time.

    python benchmarks/fuzz.py [--minutes 10] [--keep DIR] [--only NAME]

It needs atheris (``pip install .[fuzz]``), which mutates small sample files and follows how far into the libraries
each one gets. Every target gets its share of the time in a process of its own. A reader may give a text or refuse the
file in a sentence; anything else is a finding: the input is kept and the exit status is 1. An input that takes longer
than a minute, or two gigabytes, is counted apart: the process that readers run in ends such a one.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corridors.mentions import Finder

ROOT = Path(__file__).resolve().parents[1]
SECONDS_EACH = 60
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RUN = "<w:r><w:t>The INSTC</w:t><w:tab/><w:br/></w:r>"
WORD = f"<w:document {NAMESPACE}><w:body><w:p><w:ins>{RUN}</w:ins><w:del>{RUN}</w:del></w:p></w:body></w:document>"
PAGE = b"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A</title>
<meta property="og:site_name" content="B"><script type="application/ld+json">{"@type": "Article", "datePublished":
"2023-12-27", "headline": "A"}</script></head><body><article><h1>A</h1>%b<table><tr><td>x</td></tr></table>
<ul><li>y</li></ul></article></body></html>""" % (b"<p>The <b>INSTC</b> opened,<br>he said.</p>" * 8)
MEGABYTES = 2_000


def check_sentence(error: Exception) -> None:
    """Check that a refusal is one sentence."""
    assert str(error).endswith("."), str(error)
    assert "\n" not in str(error), str(error)


def check_extract(reader: str) -> Callable[[bytes], None]:
    """Return a target that reads bytes with one of the confined readers."""
    from importlib import import_module

    from corridors._extract import Unreadable

    extract = import_module(f"corridors.{reader}").extract

    def target(raw: bytes) -> None:
        try:
            found = extract(raw)
        except Unreadable as error:
            check_sentence(error)
            return
        assert found.text.strip()
        assert "\0" not in found.text
        found.text.encode()  # no lone surrogates
        assert all(a <= b for a, b in pairwise(found.pages))
        assert not found.pages or found.pages[-1] <= len(found.text)

    return target


def check_word_xml() -> Callable[[bytes], None]:
    """Return a target that takes bytes for the main part of a Word file."""
    import docx

    read = check_extract("wordfile")
    made = io.BytesIO()
    docx.Document().save(made)
    parts = {}
    with zipfile.ZipFile(made) as source:
        for name in source.namelist():
            parts[name] = source.read(name)

    def target(raw: bytes) -> None:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, raw if name == "word/document.xml" else content)
        read(out.getvalue())

    return target


def check_bytes() -> Callable[[bytes], None]:
    """Return a target that unpacks, tells apart, decodes and splits whatever it is given."""
    from corridors._extract import Unreadable
    from corridors.encodings import decode
    from corridors.formats import SUFFIXES, kind_of, unpacked
    from corridors.jsonlines import lines

    suffixes = ["", *SUFFIXES]

    def target(raw: bytes) -> None:
        suffix = suffixes[raw[0] % len(suffixes)] if raw else ""
        try:
            inner = unpacked(raw[1:], limit=10_000_000)
            kind_of(inner, suffix)
            text = decode(inner).text
        except Unreadable as error:
            check_sentence(error)
            return
        assert text.strip()
        for line in lines(text):
            assert bool(line.text) != bool(line.problem)

    return target


def check_find() -> Callable[[bytes], None]:
    """Return a target that strews names and signs over odd texts and checks every mention's offsets."""
    import atheris

    from corridors.catalogues import catalogue
    from corridors.mentions import Finder

    known = catalogue()
    finder = Finder(known)
    names = [name.text for corridor in known.values() for name in corridor.names]
    signs = [
        " ", "\n", "\r\n", "\n\n", "-\n", "\u00ad", "\u200b", "\u200f", "\ufeff", "“", "”", "‘", "’", '"', "«", "»",
        "„", "(", ")", "[", "](", "http://", "www.", "said ", " he said. ", " and ", "–", "—", "\u2028", "\u0301", "\0",
        "\x0c", "\ud800", "İ", "ß", "ﬃ", "𝐍", "ا", "北", ": ", ". ", ", the ", "from ", " to ", " via ", "|", "#", "* ",
        "> ", "`",
    ]  # fmt: skip

    def target(raw: bytes) -> None:
        data = atheris.FuzzedDataProvider(raw)
        pieces: list[str] = []
        while data.remaining_bytes() and len(pieces) < 200:
            choice = data.ConsumeIntInRange(0, 3)
            if choice == 0:
                pieces.append(names[data.ConsumeIntInRange(0, len(names) - 1)])
            elif choice == 1:
                pieces.append(signs[data.ConsumeIntInRange(0, len(signs) - 1)])
            elif choice == 2:
                pieces.append(data.ConsumeUnicode(data.ConsumeIntInRange(0, 20)))
            elif pieces:
                pieces.append(pieces[data.ConsumeIntInRange(0, len(pieces) - 1)].swapcase())
        check_mentions(finder, "".join(pieces))

    return target


def check_prose() -> Callable[[bytes], None]:
    """Return a target that cuts, joins and strews signs over real sentences, which reach the reading of speakers."""
    import atheris

    from corridors.catalogues import catalogue
    from corridors.mentions import Finder

    sys.path.insert(0, str(ROOT / "tests"))
    from scoring import passages

    finder = Finder(catalogue())
    texts = [passage.text for passage in passages()]
    signs = [
        " ", ". ", ", ", "; ", ": ", "? ", "\n", "\n\n", "“", "”", "” ", ",” ", "'", '"', "(", ") ", " – ", "—", "…",
        " U.S. ",
        " Mr. ", " the ", " of ", " who ", " and ", " that ", " said ", " citing ", " according to ", " he added. ",
    ]  # fmt: skip

    def target(raw: bytes) -> None:
        data = atheris.FuzzedDataProvider(raw)
        text = texts[data.ConsumeIntInRange(0, len(texts) - 1)]
        for _ in range(data.ConsumeIntInRange(1, 6)):
            at = data.ConsumeIntInRange(0, len(text))
            way = data.ConsumeIntInRange(0, 3)
            if way == 0:
                text = text[:at]
            elif way == 1:
                text = text[at:]
            elif way == 2:
                other = texts[data.ConsumeIntInRange(0, len(texts) - 1)]
                text = text[:at] + other[data.ConsumeIntInRange(0, len(other)) :]
            else:
                sign = signs[data.ConsumeIntInRange(0, len(signs) - 1)]
                text = text[:at] + sign + text[at + data.ConsumeIntInRange(0, 40) :]
        check_mentions(finder, text)

    return target


def check_mentions(finder: Finder, text: str) -> None:
    """Check that every mention of a text stands where it says."""
    for mention in finder.find(text):
        assert text[mention.start : mention.end] == mention.exact != ""
        assert text[mention.quote.start : mention.quote.end] == mention.quote.exact
        assert mention.quote.start <= mention.start < mention.end <= mention.quote.end
        assert text[: mention.start].endswith(mention.prefix)
        assert text[mention.end :].startswith(mention.suffix)


TARGETS: dict[str, Callable[[], Callable[[bytes], None]]] = {
    "pdffile": lambda: check_extract("pdffile"),
    "webpage": lambda: check_extract("webpage"),
    "wordfile": lambda: check_extract("wordfile"),
    "wordxml": check_word_xml,
    "bytes": check_bytes,
    "find": check_find,
    "prose": check_prose,
}


def samples(name: str) -> list[bytes]:
    """Return the files that mutation begins with."""
    sys.path.insert(0, str(ROOT / "tests"))
    import bombs

    return {
        "pdffile": pdf_samples,
        "webpage": lambda: [PAGE, PAGE.decode().encode("utf-16"), bombs.page_nested(depth=300), b"<p>x"],
        "wordfile": lambda: [bombs.small_word(WORD)],
        "wordxml": lambda: [WORD.encode(), b"<!DOCTYPE d [<!ENTITY e 'x'>]><d>&e;</d>"],
        "bytes": lambda: [b'x{"text": "a", "date": 1}\n[', *(b"a" + "Путь".encode(e) for e in ("koi8-r", "utf-16"))],
        "find": lambda: [bytes(range(256)), b"\0\1\2\3" * 40],
        "prose": lambda: [bytes(range(64)), bytes(range(255, 191, -1))],
    }[name]()


def pdf_samples() -> list[bytes]:
    """Return PDF files whose contents are not packed, so that mutation reaches them."""
    import bombs

    def stream(content: bytes, entries: bytes = b"") -> bytes:
        return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), entries, content)

    text = stream(bombs.shown(b"The INSTC opened."))
    mapping = b"/CIDInit begincmap 1 beginbfrange <00><ff><0041> endbfrange 1 beginbfchar <01><d800> endbfchar endcmap"
    form = stream(bombs.shown(b"form"), b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    return [
        bombs.one_page(text),
        bombs.one_page(bombs.stream(bombs.shown(b"packed"))),
        bombs.one_page(text, stream(mapping)).replace(b"/BaseFont", b"/ToUnicode 6 0 R /BaseFont"),
        bombs.one_page(stream(b"/X Do"), form, resources=b"/XObject << /X 6 0 R >>"),
        bombs.pdf_of_looping_pages(),
        bombs.pdf_form_of_itself(),
    ]


def run_target(name: str, seconds: int, folder: str) -> None:
    """Fuzz one target in this process; libFuzzer ends it."""
    import logging
    import warnings

    import atheris

    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    zipfile.ZipExtFile._update_crc = lambda *_: None  # type: ignore[attr-defined]  # else no damage gets past it
    with atheris.instrument_imports(
        include=["corridors", "pypdf", "trafilatura", "docx", "htmldate", "courlan", "justext"]
    ):
        target = TARGETS[name]()
        for sample in samples(name):
            target(sample)
    corpus = Path(folder) / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, sample in enumerate(samples(name)):
        (corpus / f"sample-{number}").write_bytes(sample)
    options = [
        f"-max_total_time={seconds}", f"-timeout={SECONDS_EACH}", f"-rss_limit_mb={MEGABYTES}", "-max_len=20000",
        "-print_final_stats=1", f"-artifact_prefix={folder}/{name}-", "-seed=1",
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options, str(corpus)], target)
    atheris.Fuzz()


def main() -> int:
    """Fuzz every target for its share and print what was tried and found as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--keep", default="", help="folder for inputs that are findings; a temporary one by default")
    parser.add_argument("--only", choices=list(TARGETS), help="one target alone")
    parser.add_argument("--target", choices=list(TARGETS), help=argparse.SUPPRESS)
    parser.add_argument("--seconds", type=int, default=60, help=argparse.SUPPRESS)
    options = parser.parse_args()
    folder = options.keep or tempfile.mkdtemp(prefix="fuzz-")
    Path(folder).mkdir(parents=True, exist_ok=True)
    if options.target:
        run_target(options.target, options.seconds, folder)
        return 0
    names = [options.only] if options.only else list(TARGETS)
    share = max(1, int(options.minutes * 60 / len(names)))
    found = False
    for name in names:
        command = [sys.executable, __file__, "--target", name, "--seconds", str(share), "--keep", folder]
        done = subprocess.run(command, capture_output=True, check=False)
        said = done.stderr.decode("utf-8", "replace")
        counted = re.search(r"number_of_executed_units:\s*(\d+)", said)
        overrun = bool(re.search(r"libFuzzer: (?:timeout|out-of-memory)", said))
        crashed = done.returncode != 0 and not overrun
        found |= crashed
        print(json.dumps({
            "target": name, "seconds": share, "inputs": int(counted[1]) if counted else 0, "crashed": crashed,
            "overran": overrun, "kept": sorted(path.name for path in Path(folder).glob(f"{name}-*")),
        }), flush=True)  # fmt: skip
        if crashed:
            print(said[-3000:], file=sys.stderr)
    return int(found)


if __name__ == "__main__":
    raise SystemExit(main())
