"""Names of a catalogue, ready for looking up."""

from __future__ import annotations

import pytest
from catalogues import corridor, name, two

from corridors.candidates import Trust
from corridors.entries import Entries, is_common, is_directions, is_loose
from corridors.model import Kind


@pytest.mark.parametrize(
    ("text", "kind", "loose"),
    [
        ("NSR", Kind.ABBREVIATION, True),
        ("INSTC", Kind.ABBREVIATION, False),
        ("polar route", Kind.ALIAS, True),
        ("polar route", Kind.NAME, True),
        ("northern sea route", Kind.NAME, False),
        ("lobito corridor", Kind.ALIAS, False),
    ],
)
def test_loose_names(text, kind, loose):
    assert is_loose(text.lower(), text, kind) is loose


def test_common_names_hold_no_word_of_their_own():
    assert is_common("northern sea")
    assert not is_common("lobito")


def test_shared_names_have_an_entry_for_each_bearer():
    entries = Entries(two()).names["northern corridor"]
    assert [(e.corridor, e.trust, e.shared) for e in entries] == [
        ("african", Trust.LOOSE, True),
        ("asian", Trust.LOOSE, True),
    ]


def test_trust_grows_with_the_words_of_a_name():
    names = Entries(two()).names
    assert names["ayport corridor"][0].trust is Trust.WEAK
    assert names["great steppe railway"][0].trust is Trust.SURE


def test_stems_tell_a_corridor_unless_they_are_common_or_shared():
    entries = Entries(two())
    assert [part.corridor for part in entries.telling["ayport"]] == ["african"]
    assert "northern" in entries.stems
    assert "northern" not in entries.telling


def test_bare_names_may_take_a_noun_behind_them():
    entries = Entries({"x": corridor("x", name("Grey-Gate"), name("Grey Gate Corridor"))})
    assert entries.names["grey gate"][0].bare
    assert not entries.names["grey gate corridor"][0].bare


def test_clipped_names_are_listed_with_their_noun_or_are_directions():
    both = corridor("x", name("Grey-Gate"), name("Grey-Gate corridor"), name("North-South", shared=True))
    entries = Entries({"x": both}).names
    assert entries["grey gate"][0].clipped
    assert entries["north south"][0].clipped
    assert not entries["grey gate corridor"][0].clipped
    assert is_directions("north south")
    assert not is_directions("north south corridor")
