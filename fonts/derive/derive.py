"""Derive the six faces of kanyin from their OFL sources.

    derive.py SOURCES OUT      SOURCES holds serif/, sans/, kai/, emoji/ and symbols/, the unpacked npm packages

A face is its source, subset to characters.txt and

- renamed, because a modified version may not bear a reserved name;
- with a dash that fills its em, so that two of them (——) are one closed line;
- with ·, and in 楷 the quotation marks, a full em wide, as Chinese sets them;
- with one glyph a code point, so that text taken out of a PDF is the text put in;
- with glyphs in the order of their code points, without composites, hints and
  layout tables: kanyin spaces punctuation itself, and a plain file is quick to read.

The sixth is the face of last resort, for what the others have not: the rarer
ideographs of 黑, emoji in one ink and symbols. Marks that are never seen, such as
variation selectors, are glyphs without width or ink there.

The bytes depend on the sources, on this file and on the version of fontTools,
which is therefore checked.
"""

import copy
import os
import sys

import fontTools
from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

FONTTOOLS = "4.38.0"
EM = 1000  # units; the three sources agree, and gopdf asks for it
MIDDLE = 380  # where the em box of Chinese has its middle, over the baseline
AIR = 60  # between an opening or closing mark and the text it belongs to
DASH, MIDDLE_DOT = 0x2014, 0x00B7
OPENING, CLOSING = (0x2018, 0x201C), (0x2019, 0x201D)

# file name, source, family, style, weight
FACES = [
    ("song", "serif/400Regular/NotoSerifSC_400Regular.ttf", "Kanyin Song", "Regular", 400),
    ("song-bold", "serif/700Bold/NotoSerifSC_700Bold.ttf", "Kanyin Song", "Bold", 700),
    ("hei", "sans/400Regular/NotoSansSC_400Regular.ttf", "Kanyin Hei", "Regular", 400),
    ("hei-bold", "sans/700Bold/NotoSansSC_700Bold.ttf", "Kanyin Hei", "Bold", 700),
    ("kai", "kai/files/lxgw-wenkai-latin-500-normal.woff", "Kanyin Kai", "Regular", 400),
]

# the face of last resort: its name, and its sources from the first asked to the last
LAST = "rest"
LAST_SOURCES = ["sans/400Regular/NotoSansSC_400Regular.ttf", "emoji/400Regular/NotoEmoji_400Regular.ttf", "symbols/400Regular/NotoSansSymbols2_400Regular.ttf"]
# its ideographs: those of the main block and beyond extension A, which few names are written with
RARE = ((0x4E00, 0x9FFF), (0x20000, 0x3FFFF))
# what is never seen: joiners, selectors of variants, tags
UNSEEN = [*range(0x200B, 0x2010), *range(0x2060, 0x2065), *range(0xFE00, 0xFE10), *range(0xE0020, 0xE0080), *range(0xE0100, 0xE01F0)]

# the licence files: name, the package's own, the copyright lines of its files and of the fonts inside
LICENCES = {
    "OFL-Kanyin-Song.txt": ("serif/LICENSE_FONT", ["song", "song-bold"]),
    "OFL-Kanyin-Hei.txt": ("sans/LICENSE_FONT", ["hei", "hei-bold"]),
    "OFL-Kanyin-Kai.txt": ("kai/LICENSE", ["kai"]),
    "OFL-Kanyin-Rest.txt": ("emoji/LICENSE_FONT", ["rest"]),
}


def characters():
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "characters.txt")) as f:
        for line in f:
            first, last = (int(s, 16) for s in line.split("-"))
            yield from range(first, last + 1)


def subset_font(path, unicodes=None):
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 5, 13, 14]
    options.name_languages = [0x409]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "morx", "feat", "bsln", "prop",
                            "FFTM", "gasp", "prep", "vhea", "vmtx", "VORG"]
    options.recalc_timestamp = False
    font = TTFont(path, recalcTimestamp=False)
    font.flavor = None
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters() if unicodes is None else unicodes)
    subsetter.subset(font)
    if unicodes is not None and font["head"].unitsPerEm != EM:
        scale_upem(font, EM)
    if font["head"].unitsPerEm != EM:
        sys.exit(f"{path}: {font['head'].unitsPerEm} units to the em")
    return font


class Face:
    """A font in the making: code point to outline and advance."""

    def __init__(self, font):
        self.font = font
        self.glyphs = {}
        outlines = font.getGlyphSet()
        for u, name in font.getBestCmap().items():
            self.glyphs[u] = (self.plain(outlines, name), font["hmtx"][name][0])

    def plain(self, outlines, name):
        """The glyph without its hints, and composed of nothing."""
        glyph = copy.deepcopy(self.font["glyf"][name])
        if not glyph.isComposite():
            return glyph
        recording, pen = DecomposingRecordingPen(outlines), TTGlyphPen(None)
        outlines[name].draw(recording)
        recording.replay(pen)
        return pen.glyph()

    def move(self, u, dx, dy):
        glyph, _ = self.glyphs[u]
        glyph.coordinates.translate((dx, dy))
        glyph.recalcBounds(self.font["glyf"])
        self.glyphs[u] = (glyph, EM)

    def close_dash(self):
        """The stroke of the source's dash, over the whole em, in its middle."""
        source, _ = self.glyphs[DASH]
        thick = source.yMax - source.yMin
        bottom = MIDDLE - thick // 2
        pen = TTGlyphPen(None)
        pen.moveTo((0, bottom))
        for point in ((0, bottom + thick), (EM, bottom + thick), (EM, bottom)):
            pen.lineTo(point)
        pen.closePath()
        self.glyphs[DASH] = (pen.glyph(), EM)

    def widen_middle_dot(self):
        glyph, advance = self.glyphs[MIDDLE_DOT]
        if advance < EM:
            self.move(MIDDLE_DOT, (EM - advance) // 2, MIDDLE - (glyph.yMin + glyph.yMax) // 2)

    def widen_quotes(self):
        for u in OPENING + CLOSING:
            _, advance = self.glyphs[u]
            if advance < EM:
                self.move(u, EM - advance - AIR if u in OPENING else AIR, 0)

    def write(self, path):
        """Put the glyphs back, one a code point, in the order of the code points."""
        font, glyf, hmtx = self.font, self.font["glyf"], self.font["hmtx"]
        glyf.glyphs = {".notdef": glyf[".notdef"]}
        hmtx.metrics = {".notdef": hmtx.metrics[".notdef"]}
        cmap = {}
        for u in sorted(self.glyphs):
            name = "u%05X" % u
            glyph, advance = self.glyphs[u]
            glyf.glyphs[name] = glyph
            if not hasattr(glyph, "xMin"):
                glyph.recalcBounds(glyf)
            hmtx.metrics[name] = (advance, glyph.xMin if glyph.numberOfContours else 0)
            cmap[u] = name
        order = list(glyf.glyphs)
        font.setGlyphOrder(order)
        glyf.glyphOrder = order
        font["maxp"].numGlyphs = len(order)
        font["post"].formatType = 3.0
        self.write_cmap(cmap)
        font.save(path)
        return sorted(cmap)

    def write_cmap(self, cmap):
        table = self.font["cmap"]
        table.tables = [t for t in table.tables if (t.platformID, t.format) in ((3, 4), (3, 12))]
        if sorted(t.format for t in table.tables) != [4, 12]:
            sys.exit("the source has no cmap of formats 4 and 12")
        for t in table.tables:
            t.cmap = {u: name for u, name in cmap.items() if t.format == 12 or u < 0x10000}


def rename(font, family, style, weight):
    bold = style == "Bold"
    names, postscript = font["name"], family.replace(" ", "") + "-" + style
    copyright_line = names.getDebugName(0)
    version = (names.getDebugName(5) or "Version 1.000").split(";")[0]
    licence, address = names.getDebugName(13), names.getDebugName(14)
    names.names = []
    for id, text in ((0, copyright_line), (1, family), (2, style), (3, postscript), (4, f"{family} {style}"),
                     (5, version + ";kanyin"), (6, postscript), (13, licence), (14, address)):
        names.setName(text, id, 3, 1, 0x409)
    os2 = font["OS/2"]
    os2.usWeightClass = weight
    os2.fsSelection = os2.fsSelection & ~0x61 | (0x20 if bold else 0x40)
    font["head"].macStyle = 1 if bold else 0
    return copyright_line


def derive(name, source, family, style, weight, sources, out):
    font = subset_font(os.path.join(sources, source))
    copyright_line = rename(font, family, style, weight)
    face = Face(font)
    face.close_dash()
    face.widen_middle_dot()
    face.widen_quotes()
    font["OS/2"].recalcAvgCharWidth(font)
    covered = face.write(os.path.join(out, name + ".ttf"))
    print(f"{name}: {len(covered)} characters")
    return copyright_line


def derive_last(sources, out):
    """The face of last resort: what the first of its sources has that the other faces have not."""
    covered, face, copyrights = set(), None, []
    for name, *_ in FACES:
        covered |= set(TTFont(os.path.join(out, name + ".ttf")).getBestCmap())
    for n, source in enumerate(LAST_SOURCES):
        path = os.path.join(sources, source)
        wanted = {u for u in TTFont(path).getBestCmap() if u > 0x2000} - covered
        if n == 0:
            wanted = {u for u in wanted if any(first <= u <= last for first, last in RARE)}
        font = subset_font(path, wanted)
        copyrights.append(font["name"].getDebugName(0))
        part = Face(font)
        covered |= set(part.glyphs)
        if face is None:
            face = part
        else:
            face.glyphs.update(part.glyphs)
    for u in UNSEEN:
        face.glyphs[u] = (TTGlyphPen(None).glyph(), 0)
    rename(face.font, "Kanyin Rest", "Regular", 400)
    face.font["name"].setName("\n".join(copyrights), 0, 3, 1, 0x409)
    face.font["OS/2"].recalcAvgCharWidth(face.font)
    print(f"{LAST}: {len(face.write(os.path.join(out, LAST + '.ttf')))} characters")
    return "\n".join(copyrights)


def write_licence(source, copyright_lines, target):
    """The package's licence, after every copyright line of the fonts that it lacks."""
    with open(source, encoding="utf-8") as f:
        licence = f.read().replace("\r\n", "\n")
    lacking = []
    for line in "\n".join(copyright_lines).splitlines():
        if line not in licence and line not in lacking:
            lacking.append(line)
    with open(target, "w", encoding="utf-8", newline="\n") as f:
        f.write("".join(line + "\n" for line in lacking) + licence)


def main():
    if fontTools.version != FONTTOOLS:
        sys.exit(f"fontTools {fontTools.version}: the bytes are those of {FONTTOOLS}")
    sources, out = sys.argv[1:]
    copyrights = {face[0]: derive(*face, sources, out) for face in FACES}
    copyrights[LAST] = derive_last(sources, out)
    for target, (source, faces) in LICENCES.items():
        write_licence(os.path.join(sources, source), [copyrights[f] for f in faces], os.path.join(out, target))


main()
