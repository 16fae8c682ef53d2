"""Derive the faces of kanyin from their OFL sources.

    derive.py SOURCES OUT      SOURCES holds serif/, serif-tc/, …, kai/, emoji/ and symbols/, the unpacked npm packages

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

The faces of a region (Taiwan, Hong Kong, Japan) hold only the glyphs that look
otherwise there than in the faces before them, song-hk than song-tw, song-tw than
song: they are asked first. The upright faces, named -v, hold the forms that
marks have in vertical text, each under the code point of its mark. Both are
compressed, since most issues need none of them.

The bytes depend on the sources, on this file and on the version of fontTools,
which is therefore checked.
"""

import copy
import gzip
import os
import sys

import fontTools
from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
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

# The faces of the regions: file name, the faces that it is asked before, source,
# family, what it holds beyond characters.txt, what alone it holds.
REGIONS = [
    ("song-tw", ["song"], "serif-tc/400Regular/NotoSerifTC_400Regular.ttf", "Kanyin Song TW", "Regular", 400, "big5", None),
    ("song-bold-tw", ["song-bold"], "serif-tc/700Bold/NotoSerifTC_700Bold.ttf", "Kanyin Song TW", "Bold", 700, None, None),
    ("hei-tw", ["hei"], "sans-tc/400Regular/NotoSansTC_400Regular.ttf", "Kanyin Hei TW", "Regular", 400, "big5", None),
    ("hei-bold-tw", ["hei-bold"], "sans-tc/700Bold/NotoSansTC_700Bold.ttf", "Kanyin Hei TW", "Bold", 700, None, None),
    ("kai-tw", ["kai"], "kai-tc/files/lxgw-wenkai-tc-chinese-traditional-400-normal.woff", "Kanyin Kai TW", "Regular", 400, None, None),
    ("song-hk", ["song-tw", "song"], "serif-hk/400Regular/NotoSerifHK_400Regular.ttf", "Kanyin Song HK", "Regular", 400, "cantonese", None),
    ("song-bold-hk", ["song-bold-tw", "song-bold"], "serif-hk/700Bold/NotoSerifHK_700Bold.ttf", "Kanyin Song HK", "Bold", 700, "cantonese", None),
    ("hei-hk", ["hei-tw", "hei"], "sans-hk/400Regular/NotoSansHK_400Regular.ttf", "Kanyin Hei HK", "Regular", 400, "cantonese", None),
    ("hei-bold-hk", ["hei-bold-tw", "hei-bold"], "sans-hk/700Bold/NotoSansHK_700Bold.ttf", "Kanyin Hei HK", "Bold", 700, "cantonese", None),
    ("song-jp", ["song"], "serif-jp/400Regular/NotoSerifJP_400Regular.ttf", "Kanyin Song JP", "Regular", 400, "jis", "jis"),
    ("song-bold-jp", ["song-bold"], "serif-jp/700Bold/NotoSerifJP_700Bold.ttf", "Kanyin Song JP", "Bold", 700, "jis", "jis"),
    ("hei-jp", ["hei"], "sans-jp/400Regular/NotoSansJP_400Regular.ttf", "Kanyin Hei JP", "Regular", 400, "jis", "jis"),
    ("hei-bold-jp", ["hei-bold"], "sans-jp/700Bold/NotoSansJP_700Bold.ttf", "Kanyin Hei JP", "Bold", 700, "jis", "jis"),
    ("kai-jp", ["kai"], "klee/400Regular/KleeOne_400Regular.ttf", "Kanyin Kai JP", "Regular", 400, "kanji", "kanji"),
]

# what Hong Kong writes Cantonese with and Big5 has not
CANTONESE = "嘅咗喺佢哋啲嚟冇咁嘢攞瞓啱嘥冚唥氹孭揾摷掹揼摙揈掟搣嗮嚿唞啩嗱噃埞攰脷膶艔踎踭黐"

# The stops, and those of them that stand low where they are not centred.
STOPS = "，。、；：！？"
LOW = "，。、"

# The marks whose forms in vertical text the upright faces hold, where the source
# has such a form. The quotation marks of Latin are turned as words are; — and …
# must meet the next one, as across.
UPRIGHT = "—―‥…⋯、。〈〉《》「」『』【】〔〕〖〗〘〙〚〛〜〝〞〟゠ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ！（），．：；＝？［］＿｛｜｝～｟｠"
TURNED = "—～–"  # turned where the source has no form of its own

# the face of last resort: its name, and its sources from the first asked to the last
LAST = "rest"
LAST_SOURCES = ["sans/400Regular/NotoSansSC_400Regular.ttf", "emoji/400Regular/NotoEmoji_400Regular.ttf", "symbols/400Regular/NotoSansSymbols2_400Regular.ttf"]
# its ideographs: those of the main block and beyond extension A, which few names are written with
RARE = ((0x4E00, 0x9FFF), (0x20000, 0x3FFFF))
# what is never seen: joiners, selectors of variants, tags
UNSEEN = [*range(0x200B, 0x2010), *range(0x2060, 0x2065), *range(0xFE00, 0xFE10), *range(0xE0020, 0xE0080), *range(0xE0100, 0xE01F0)]

# the face of code: letters, figures and signs of one width; ideographs and their marks are 黑's
CODE = "code"
CODE_SOURCE = "code/400Regular/SourceCodePro_400Regular.ttf"

# the licence files: name, the package's own, the copyright lines of its files and of the fonts inside
LICENCES = {
    "OFL-Kanyin-Song.txt": ("serif/LICENSE_FONT", ["song", "song-bold"]),
    "OFL-Kanyin-Hei.txt": ("sans/LICENSE_FONT", ["hei", "hei-bold"]),
    "OFL-Kanyin-Kai.txt": ("kai/LICENSE", ["kai"]),
    "OFL-Kanyin-Code.txt": ("code/LICENSE_FONT", ["code"]),
    "OFL-Kanyin-Rest.txt": ("emoji/LICENSE_FONT", ["rest"]),
    "OFL-Kanyin-Song-TW.txt": ("serif-tc/LICENSE_FONT", ["song-tw", "song-bold-tw"]),
    "OFL-Kanyin-Song-HK.txt": ("serif-hk/LICENSE_FONT", ["song-hk", "song-bold-hk"]),
    "OFL-Kanyin-Song-JP.txt": ("serif-jp/LICENSE_FONT", ["song-jp", "song-bold-jp"]),
    "OFL-Kanyin-Hei-TW.txt": ("sans-tc/LICENSE_FONT", ["hei-tw", "hei-bold-tw"]),
    "OFL-Kanyin-Hei-HK.txt": ("sans-hk/LICENSE_FONT", ["hei-hk", "hei-bold-hk"]),
    "OFL-Kanyin-Hei-JP.txt": ("sans-jp/LICENSE_FONT", ["hei-jp", "hei-bold-jp"]),
    "OFL-Kanyin-Kai-TW.txt": ("kai-tc/LICENSE", ["kai-tw"]),
    "OFL-Kanyin-Kai-JP.txt": ("klee/LICENSE_FONT", ["kai-jp"]),
}


def coded(codec, leads):
    """The characters of two bytes that a codec has."""
    out = set()
    for lead in leads:
        for trail in [*range(0x40, 0x7F), *range(0xA1, 0xFF)]:
            try:
                text = bytes([lead, trail]).decode(codec)
            except UnicodeDecodeError:
                continue  # an empty cell
            if len(text) == 1 and not 0xE000 <= ord(text) <= 0xF8FF:
                out.add(ord(text))
    return out


SETS = {
    None: set(),
    "big5": coded("big5", range(0xA1, 0xFA)),  # both levels
    "jis": coded("euc_jis_2004", range(0xA1, 0xFF)) | set(range(0x20, 0x7F)),  # plane 1 of JIS X 0213
    "kanji": coded("euc_jp", range(0xA1, 0xD0)) | set(range(0x20, 0x7F)),  # level 1; 楷 is drawn after Klee, and stands in for the rest
    "cantonese": {ord(c) for c in CANTONESE},
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
        if DASH not in self.glyphs:
            return
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
            _, advance = self.glyphs.get(u, (None, EM))
            if advance < EM:
                self.move(u, EM - advance - AIR if u in OPENING else AIR, 0)

    def centre_stops(self, others):
        """The stops that the face has not, as Taiwan sets them: those of another in the middle of the em."""
        for u in map(ord, STOPS):
            if u not in self.glyphs:
                glyph = copy.deepcopy(others[u][0])
                self.glyphs[u] = (glyph, EM)
                up = MIDDLE - (glyph.yMin + glyph.yMax) // 2 if u in map(ord, LOW) else 0
                self.move(u, (EM - glyph.xMin - glyph.xMax) // 2, up)

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
        if [t.format for t in table.tables] == [4]:  # a source within the basic plane
            table.tables.append(CmapSubtable.newSubtable(12))
            table.tables[1].platformID, table.tables[1].platEncID, table.tables[1].language = 3, 10, 0
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
        if text:  # a web font may have lost its names
            names.setName(text, id, 3, 1, 0x409)
    os2 = font["OS/2"]
    os2.usWeightClass = weight
    os2.fsSelection = os2.fsSelection & ~0x61 | (0x20 if bold else 0x40)
    font["head"].macStyle = 1 if bold else 0
    return copyright_line


def derive(name, source, family, style, weight, made, sources, out):
    font = subset_font(os.path.join(sources, source))
    copyright_line = rename(font, family, style, weight)
    face = Face(font)
    face.close_dash()
    face.widen_middle_dot()
    face.widen_quotes()
    made[name] = face
    font["OS/2"].recalcAvgCharWidth(font)
    covered = face.write(os.path.join(out, name + ".ttf"))
    print(f"{name}: {len(covered)} characters")
    return copyright_line


class Upright:
    """The forms of marks in vertical text that a source has (GSUB, vert)."""

    def __init__(self, path):
        self.font = TTFont(path)
        cmap, forms = self.font.getBestCmap(), {}
        table = self.font["GSUB"].table
        for record in table.FeatureList.FeatureRecord:
            if record.FeatureTag != "vert":
                continue
            for index in record.Feature.LookupListIndex:
                for part in table.LookupList.Lookup[index].SubTable:
                    forms.update(getattr(getattr(part, "ExtSubTable", part), "mapping", {}))
        self.names = {u: forms[cmap[u]] for u in map(ord, UPRIGHT) if cmap.get(u) in forms}

    def outline(self, u):
        recording, pen = DecomposingRecordingPen(self.font.getGlyphSet()), TTGlyphPen(None)
        self.font.getGlyphSet()[self.names[u]].draw(recording)
        recording.replay(pen)
        return pen.glyph()


def derive_upright(name, source, family, style, weight, made, sources, out):
    """The upright face that belongs to a face: a mark's vertical form under the mark's code point.

    Quotation marks take the corner brackets' forms there (GB/T 15834—2011, 5.3).
    A stop that stands in the middle of its em has no other form; the region's
    face holds it as it is, so that the mainland's does not come instead."""
    path = os.path.join(sources, source)
    upright = Upright(path)
    font = subset_font(path, {ord(c) for c in UPRIGHT + TURNED})
    rename(font, family + " V", style, weight)
    face = Face(font)
    face.close_dash()
    across = face.glyphs
    face.glyphs = {u: (upright.outline(u), EM) for u in upright.names if u != DASH}
    for u in map(ord, STOPS if name[-3:] in ("-tw", "-jp") else ""):
        if u not in face.glyphs:
            face.glyphs[u] = made[name].glyphs.get(u) or across[u]
    if name in [f[0] for f in FACES]:
        face.glyphs.update({ord(q): face.glyphs[ord(b)] for q, b in zip("“”‘’", "『』「」")})
    for u in map(ord, TURNED):
        if u in across and u not in face.glyphs:
            face.glyphs[u] = (turned(across[u][0]), EM)
    font["OS/2"].recalcAvgCharWidth(font)
    return face.write(os.path.join(out, name + "-v.ttf"))


def turned(glyph):
    """An outline turned by a quarter, clockwise, about the middle of its em."""
    glyph = copy.deepcopy(glyph)
    glyph.coordinates.transform(((0, -1), (1, 0)))
    glyph.coordinates.translate((EM // 2 - MIDDLE, MIDDLE + EM // 2))
    return glyph


def same(glyf, a, b):
    """Whether two glyphs have the same outline and advance."""
    if a is None or b is None or a[1] != b[1] or a[0].numberOfContours != b[0].numberOfContours:
        return False
    return a[0].numberOfContours == 0 or a[0].getCoordinates(glyf) == b[0].getCoordinates(glyf)


def derive_region(name, before, source, family, style, weight, more, alone, made, sources, out):
    """A region's face: what looks otherwise than in the faces that it is asked before."""
    path = os.path.join(sources, source)
    wanted = (set(characters()) | SETS[more]) & (SETS[alone] or set(range(0x110000)))
    font = subset_font(path, wanted)
    copyright_line = rename(font, family, style, weight)
    face = Face(font)
    face.close_dash()
    if MIDDLE_DOT in face.glyphs:
        face.widen_middle_dot()
    face.widen_quotes()
    others = [made[b].glyphs for b in before]
    known = lambda u: next((g[u] for g in others if u in g), None)
    if name == "kai-tw":
        face.centre_stops(others[0])
    face.glyphs = {u: g for u, g in face.glyphs.items() if not same(font["glyf"], g, known(u))}
    made[name] = face
    font["OS/2"].recalcAvgCharWidth(font)
    print(f"{name}: {len(face.write(os.path.join(out, name + '.ttf')))} characters")
    return copyright_line


def pack(path):
    """Compress a file in its place; the same bytes whenever it is done."""
    with open(path, "rb") as f:
        data = f.read()
    with open(path + ".gz", "wb") as f:
        f.write(gzip.compress(data, 9, mtime=0))
    os.remove(path)


def derive_code(sources, out):
    """The face of code: without the general marks, which are Chinese ones in a comment."""
    path = os.path.join(sources, CODE_SOURCE)
    font = subset_font(path, {u for u in TTFont(path).getBestCmap() if not 0x2000 <= u < 0x2070 and u < 0xE000})
    copyright_line = rename(font, "Kanyin Code", "Regular", 400)
    font["OS/2"].recalcAvgCharWidth(font)
    print(f"{CODE}: {len(Face(font).write(os.path.join(out, CODE + '.ttf')))} characters")
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
    for line in "\n".join(line or "" for line in copyright_lines).splitlines():
        if line not in licence and line not in lacking:
            lacking.append(line)
    with open(target, "w", encoding="utf-8", newline="\n") as f:
        f.write("".join(line + "\n" for line in lacking) + licence)


def main():
    if fontTools.version != FONTTOOLS:
        sys.exit(f"fontTools {fontTools.version}: the bytes are those of {FONTTOOLS}")
    sources, out = sys.argv[1:]
    made = {}  # the faces by their names
    copyrights = {face[0]: derive(*face, made, sources, out) for face in FACES}
    copyrights[CODE] = derive_code(sources, out)
    copyrights[LAST] = derive_last(sources, out)
    for region in REGIONS:
        copyrights[region[0]] = derive_region(*region, made, sources, out)
        pack(os.path.join(out, region[0] + ".ttf"))
    for name, source, family, style, weight in FACES + [(r[0], *r[2:6]) for r in REGIONS if not r[0].endswith("-hk")]:
        derive_upright(name, source, family, style, weight, made, sources, out)
        pack(os.path.join(out, name + "-v.ttf"))
    for target, (source, faces) in LICENCES.items():
        write_licence(os.path.join(sources, source), [copyrights[f] for f in faces], os.path.join(out, target))


main()
