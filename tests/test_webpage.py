"""Web pages become their main text with what they say of themselves."""

from __future__ import annotations

import bombs
import pytest

from corridors._extract import Unreadable
from corridors.webpage import extract

SAID = "The minister said that the <a href='/instc'>International North-South <b>Transport</b> Corridor</a> will open."
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><title>Corridor opens | The Daily</title><style>p {{}}</style>
<meta property="og:title" content="Corridor opens"><meta property="og:site_name" content="The Daily">
<meta property="article:published_time" content="2023-12-27T10:00:00Z">
<link rel="canonical" href="https://example.org/news/1"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/polar">The Polar Route</a></li></ul></nav>
<article><h1>Corridor opens</h1>{"".join(f"<p>Paragraph {n}.  {SAID}<br>A line.</p>" for n in range(5))}
<ul><li>first item</li><li>second item</li></ul><table><tr><td>Chennai</td><td>Vladivostok</td></tr></table></article>
<script>var x = "The Polar Route";</script><footer>All rights reserved. The Polar Route.</footer></body></html>"""


def test_the_main_text_and_what_is_known_of_it():
    found = extract(PAGE.encode())
    blocks = found.text.split("\n\n")
    assert (
        "Paragraph 3. The minister said that the International North-South Transport Corridor will open.\nA line."
        in blocks
    )
    assert {"first item", "second item", "Chennai", "Vladivostok"} <= set(blocks)
    assert "Polar" not in found.text
    assert (found.title, found.publisher, found.date) == ("Corridor opens", "The Daily", "2023-12-27")
    assert (found.url, found.language, found.remarks) == ("https://example.org/news/1", "en-GB", ())


def test_a_page_that_gives_no_date_gets_none():
    found = extract(b"<html><body><p>On 5 May 2019 the INSTC was discussed by all of them in Tehran.</p></body></html>")
    assert (found.date, found.publisher) == ("", "")
    assert "INSTC" in found.text


@pytest.mark.parametrize("page", ["<p>The INSTC.</p>", "<html><body><div>The INSTC.", "<h1>The INSTC.</h1>"])
def test_a_page_of_few_words_is_read_whole(page):
    assert extract(page.encode()).text == "The INSTC."


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="utf-8">', "utf-8-sig"),
        ("", "utf-16"),
        ("", "cp1251"),
        ('<meta charset="no-such-thing">', "utf-8"),
        ('<meta charset="iso-8859-12">', "utf-8"),
        ('<meta charset="utf-16">', "utf-8"),
    ],
)
def test_it_is_decoded_as_it_asks(declared, encoding):
    page = f"<html><head>{declared}</head><body><p>Северный морской путь открыт, сказал министр.</p></body></html>"
    found = extract(page.encode(encoding))
    assert found.text == "Северный морской путь открыт, сказал министр."
    assert bool(found.remarks) == (declared == "" and encoding == "cp1251")


def test_a_page_in_chinese_declared_by_its_old_name():
    page = "<html><head><meta charset=gb2312></head><body><p>国际南北运输走廊连接印度、伊朗和俄罗斯。</p></body></html>"
    assert extract(page.encode("gb18030")).text == "国际南北运输走廊连接印度、伊朗和俄罗斯。"


@pytest.mark.parametrize("page", [b"<html></html>", b"<html><body><script>x</script></body></html>", b"<!-- x -->"])
def test_a_page_without_text_says_so(page):
    with pytest.raises(Unreadable, match=r"^is HTML "):
        extract(page)


def test_too_large_a_page_is_refused(monkeypatch):
    monkeypatch.setattr("corridors.webpage.LIMIT_BYTES", 1_000_000)
    with pytest.raises(Unreadable, match="is HTML of more than 1 MB"):
        extract(b"<html>" + b"x" * 1_000_000)


def test_elements_within_elements_are_read_to_a_depth_and_then_told_of():
    assert extract(bombs.page_nested(depth=1500)).text == "The INSTC."
    found = extract(b"<html><body><p>Early.</p>" + b"<b>" * 5000 + b"Late.")
    assert found.text == "Early."
    assert found.remarks == ("has elements nested too deep; what stands in them is left out.",)
    with pytest.raises(Unreadable, match="nested too deep; give its text instead"):
        extract(bombs.page_nested(depth=5000))


def test_odd_signs_do_no_harm():
    found = extract(b"<html><body><p>The\0 \x0b\x1fINSTC &#0; &#55296; &#x1F; &#xFFFF; opened. </p></body></html>")
    assert "INSTC" in found.text
    assert "\0" not in found.text
    found.text.encode()
