#!/bin/sh
# Draw docs/typesetting-pages.png and docs/typesetting-lines.png from the PDFs
# that run.sh wrote to DIR: three pages of each, and the same lines of each.
set -eu

docs=$(cd "$(dirname "$0")/.." && pwd)
cd "$1"

page() { # PDF PAGE DPI PNG
	mutool draw -q -r "$3" -o "$4" "$1.pdf" "$2" 2> /dev/null
}

# pages NAME PDF FIRST draws three pages in a row under their name.
pages() {
	for i in 0 1 2; do
		page "$2" $(($3 + i)) 70 "page$i.png"
		convert "page$i.png" -crop 520x722+29+52 +repage -bordercolor '#bbb' -border 1 "page$i.png"
	done
	convert page0.png page1.png page2.png +append -background white -gravity northwest \
		-splice 0x30 -pointsize 19 -annotate +4+4 "$1" "pages-$2.png"
}

# lines NAME PDF FIRST draws the upper part of the first column under its name.
lines() {
	page "$2" "$3" 120 lines.png
	convert lines.png -crop 400x880+97+118 +repage -background white -gravity northwest \
		-splice 0x44 -pointsize 22 -annotate +11+6 "$1" "lines-$2.png"
}

draw() { # HOW
	"$1" "kanyin" kanyin-text 2
	"$1" "Typst 0.14" typst-text 1
	"$1" "XeLaTeX, ctex 2.5" xelatex-text 1
}
draw pages
draw lines
convert pages-kanyin-text.png pages-typst-text.png pages-xelatex-text.png -append \
	-colorspace gray -colors 16 -depth 4 -strip "$docs/typesetting-pages.png"
convert lines-kanyin-text.png lines-typst-text.png lines-xelatex-text.png +append \
	-colorspace gray -colors 16 -depth 4 -strip "$docs/typesetting-lines.png"
