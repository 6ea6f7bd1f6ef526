#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes Figures-*.otf: Inter's digits at one common width.

Inter keeps these shapes behind the OpenType feature 'tnum', which Dear ImGui cannot switch on. A
small font that has them as its plain digits, with Inter merged in behind it, gives numbers that do
not dance while they change. Plus and minus are equally wide already. Needs fontTools; run it again
when Inter is replaced.
"""
import pathlib

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).parent
CHARACTERS = "0123456789"


def tabular_names(font):
    """Glyph name -> its fixed-width form, from every lookup of the feature tnum."""
    gsub = font["GSUB"].table
    names = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for table in gsub.LookupList.Lookup[index].SubTable:
                names.update(getattr(table, "ExtSubTable", table).mapping)
    return names


def make(weight):
    font = TTFont(HERE / f"Inter-{weight}.otf")
    tabular = tabular_names(font)
    for table in font["cmap"].tables:
        for character in CHARACTERS:
            glyph = table.cmap.get(ord(character))
            # Two tables may share one map: then the second finds the wide digit in place.
            if glyph in tabular:
                table.cmap[ord(character)] = tabular[glyph]
    options = subset.Options(layout_features=[], name_IDs=[0, 13, 14], notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=CHARACTERS)
    subsetter.subset(font)
    names = {1: f"Lockstep Figures {weight}", 2: "Regular", 4: f"Lockstep Figures {weight}",
             6: f"LockstepFigures-{weight}"}
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    top = font["CFF "].cff
    top.fontNames = [names[6]]
    top[0].FullName, top[0].FamilyName = names[4], names[1]
    # Some weights are interpolated, and their 4 is up to five units of 2816 narrower.
    metrics, glyphs = font["hmtx"], font.getBestCmap().values()
    widest = max(metrics[glyph][0] for glyph in glyphs)
    assert all(metrics[glyph][0] >= widest - 6 for glyph in glyphs), weight
    for glyph in glyphs:
        metrics[glyph] = (widest, metrics[glyph][1])
    font.save(HERE / f"Figures-{weight}.otf")


for weight in ("Regular", "Medium", "SemiBold", "Bold"):
    make(weight)
