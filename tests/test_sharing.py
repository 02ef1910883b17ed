"""Names that share a noun with the next one."""

from __future__ import annotations

import pytest

from corridors.fold import fold_name
from corridors.sharing import shared_before


@pytest.mark.parametrize(
    ("text", "name", "known", "part"),
    [
        ("Серый и Бурый коридоры", "Бурый коридоры", "Серый коридоры", "Серый"),
        ("по Серому и Бурому коридорам", "Бурому коридорам", "Серому коридорам", "Серому"),
        ("hem Gri hem de Boz koridorlarını", "Boz koridorlarını", "Gri koridorlarını", "Gri"),
        ("Gri ve Boz koridorları", "Boz koridorları", "Gri koridorları", "Gri"),
        ("灰国、褐国经济走廊", "褐国经济走廊", "灰国经济走廊", "灰国"),
        ("推进灰褐和黑白铁路", "黑白铁路", "灰褐铁路", "灰褐"),
    ],
)
def test_the_first_name_lacks_the_noun(text: str, name: str, known: str, part: str):
    folded, behind = fold_name(text), fold_name(name)
    (found,) = shared_before(folded, folded.index(behind), behind, {fold_name(known)})
    assert folded[found.start : found.end] == fold_name(part)
    assert found.name == fold_name(known)


@pytest.mark.parametrize(
    ("text", "name", "known"),
    [
        ("Серый и Бурый коридор", "Бурый коридор", "Серый коридор"),
        ("Серый город, Бурый коридоры", "Бурый коридоры", "Серый коридоры"),
        ("灰国的褐国经济走廊", "褐国经济走廊", "灰国经济走廊"),
        ("Grey and Brown corridors", "Brown corridors", "Grey corridors"),
    ],
)
def test_names_that_share_none_are_not_read_together(text: str, name: str, known: str):
    folded, behind = fold_name(text), fold_name(name)
    assert list(shared_before(folded, folded.index(behind), behind, {fold_name(known)})) == []
