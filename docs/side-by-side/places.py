#!/usr/bin/env python3
"""Measure how a text was set, from the places of its glyphs (needs mutool and fontTools).

usage: places.py TEXT FONT PDF... [--show]

TEXT holds a paragraph a line, FONT is the face it was set in. Every PDF has it
in two columns, ten points on sixteen, in kanyin's type area. What was set is
first held against TEXT, character for character: so it is known, not guessed,
where paragraphs begin and end. --show names the places behind the counts."""
import collections, re, subprocess, sys
import xml.etree.ElementTree as ET
from fontTools.ttLib import TTFont

SIZE, LEADING, LEFT, MEASURE, GUTTER = 10, 16, 22.98 / 25.4 * 72, 220, 25
TOP, ROWS = 27 / 25.4 * 72 + 8.8, 42  # the first baseline, and the lines of a column
NO_START = set("、，；：。！？…—·）】》〉」』”’%℃.,;:!?)")
NO_END = set("（【《〈「『“‘(")
CLOSING, OPENING = set("、，；：。）】》〉」』”’"), set("（【《〈「『“‘")
LATIN = re.compile("[0-9A-Za-z]")
UNIT = re.compile("[A-Za-z%℃米年月日时分秒天个座条次倍元册]")
MARKS = CLOSING | OPENING | set("！？")

Glyph = collections.namedtuple("Glyph", "char x right y")


def han(c):
    return "\u4e00" <= c <= "\u9fff" or c == "〇"


class Line:
    def __init__(self, page, column, glyphs):
        self.page, self.column, self.glyphs = page, column, glyphs
        self.left = LEFT + column * (MEASURE + GUTTER)
        self.y = glyphs[0].y
        self.text = "".join(g.char for g in glyphs)
        self.first = self.last = False  # of its paragraph


def lines_of(path):
    """The lines of the body, in reading order."""
    xml = subprocess.run(["mutool", "draw", "-q", "-F", "stext", "-o", "-", path], capture_output=True, check=True).stdout
    rows = {}
    for number, page in enumerate(ET.fromstring(xml).iter("page"), 1):
        for font in page.iter("font"):
            for c in font.iter("char"):
                if not c.get("c").strip() or abs(float(font.get("size")) - SIZE) > 0.1:
                    continue
                x, y = float(c.get("x")), float(c.get("y"))
                column = int(x > LEFT + MEASURE + GUTTER - SIZE)
                glyph = Glyph(c.get("c"), x, float(c.get("quad").split()[2]), y)
                rows.setdefault((number, column, round(y / 4)), []).append(glyph)
    return [Line(page, column, row) for (page, column, _), row in sorted(rows.items())]


def mark_paragraphs(lines, text):
    """Finds where the paragraphs begin and end, and says how many characters differ."""
    want, ends = "", set()
    for paragraph in text:
        want += re.sub(r"\s", "", paragraph)
        ends.add(len(want))
    at, begins, differ = 0, True, 0
    for line in lines:
        line.first = begins
        differ += sum(a != b for a, b in zip(line.text, want[at:]))
        at += len(line.text)
        line.last = begins = at in ends
    return differ + abs(at - len(want))


def edge(line, ink):
    """How far the line's end is short of the measure: of a mark the ink, of all else the glyph's body."""
    g = line.glyphs[-1]
    right = g.x + ink(g.char) * SIZE if g.char in MARKS else g.right
    return line.left + MEASURE - right


def measure(lines, ink):
    count, shown = collections.Counter(), []
    gaps, latin = [], []

    def note(what, line):
        count[what] += 1
        shown.append(f"   {what}: page {line.page} column {line.column + 1}: {line.text[:6]} … {line.text[-6:]}")

    for line in lines:
        glyphs = line.glyphs
        count["lines"] += 1
        if line.text[0] in NO_START:
            note("forbidden starts", line)
        if line.text[-1] in NO_END:
            note("forbidden ends", line)
        if abs((line.y - TOP + 0.8) % LEADING - 0.8) > 0.1:
            note("baselines off the grid", line)
        for a, b in zip(glyphs, glyphs[1:]):
            pair = a.char in CLOSING and b.char in CLOSING | OPENING or a.char in OPENING and b.char in OPENING
            if pair and b.x - a.x > 0.8 * SIZE:
                note("mark pairs not squeezed", line)
        if line.last:
            letters = [g for g in glyphs if g.char not in MARKS]
            if not line.first and len(letters) < 2:
                note("last lines of one character", line)
            continue
        count["justified"] += 1
        if not -0.05 * SIZE <= edge(line, ink) <= 0.5 * SIZE:
            note("ragged", line)
        own = [(b.x - a.x) / SIZE for a, b in zip(glyphs, glyphs[1:]) if han(a.char) and han(b.char)]
        gaps += own
        if own and max(own) > 1.12:
            note("lines looser than 1.12 em", line)
        count["lines in natural width"] += bool(own) and max(own) - 1 < 0.005 and min(own) > 0.995
        wide = [(b.x - a.right) / SIZE for a, b in zip(glyphs, glyphs[1:])
                if han(a.char) and LATIN.match(b.char) or LATIN.match(a.char) and han(b.char)]
        latin += wide
        if wide and max(wide) > 0.35:
            note("lines with more than 0.35 em before or after a Latin word or a figure", line)
    for line, following in zip(lines, lines[1:]):
        if not line.last and re.search("[0-9]$", line.text) and UNIT.match(following.text):
            note("figures parted from their unit", line)
    columns = collections.defaultdict(list)
    for line in lines:
        columns[line.page, line.column].append(line)
    for key in sorted(columns):
        column = columns[key]
        if column[-1].first and not column[-1].last:
            note("orphans", column[-1])
        if column[0].last and not column[0].first:
            note("widows", column[0])
    count["pages"] = lines[-1].page - lines[0].page + 1
    return count, shown, gaps, latin


def main():
    show = "--show" in sys.argv
    text, font, *paths = [a for a in sys.argv[1:] if a != "--show"]
    face = TTFont(font)
    cmap, glyf, em = face.getBestCmap(), face["glyf"], face["head"].unitsPerEm
    ink = lambda c: glyf[cmap[ord(c)]].xMax / em
    text = open(text, encoding="utf-8").read().split("\n")
    for path in paths:
        lines = lines_of(path)
        differ = mark_paragraphs(lines, text)
        count, shown, gaps, latin = measure(lines, ink)
        gaps.sort()
        print(path)
        print(f"   characters that differ from the text: {differ}")
        for what in ("pages", "lines", "justified", "forbidden starts", "forbidden ends", "mark pairs not squeezed", "ragged",
                     "baselines off the grid", "last lines of one character", "widows", "orphans",
                     "figures parted from their unit", "lines with more than 0.35 em before or after a Latin word or a figure",
                     "lines looser than 1.12 em", "lines in natural width"):
            print(f"   {what}: {count[what]}")
        mean = sum(abs(g - 1) for g in gaps) / len(gaps)
        print(f"   ideograph to ideograph, em: tightest {gaps[0]:.3f}, loosest {gaps[-1]:.3f}, off an em on average {mean:.4f}")
        print(f"   ideograph to letter or figure, em: {min(latin):.3f} to {max(latin):.3f}")
        ends = collections.Counter()
        for line in lines:
            ends[line.page, line.column] = round((line.y - TOP) / LEADING) + 1
        print(f"   the last row of each column, of {ROWS}:", *[ends[k] for k in sorted(ends)])
        if show:
            print("\n".join(shown))


main()
