#!/bin/sh
# Set the same text with kanyin, Typst and XeLaTeX, measure the pages, the time
# and the memory, and draw the picture of docs/typesetting-side-by-side.md.
#
#   docs/side-by-side/run.sh DIR      everything is written to DIR, but the picture
#
# Needs go, xelatex with ctex (Debian: texlive-xetex, texlive-lang-chinese),
# mupdf-tools, imagemagick, and a Python with two packages, which PYTHON names:
# pip install "typst==0.14.*" fonttools
set -eu

here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
cd "$1"
fonts=$here/../../fonts/data
python=${PYTHON:-python3}

# The paragraphs of four articles of the sample: the one with Latin words, units
# and addresses, and its three longest. The golden reconstruction has their text.
for article in a12 a02 a03 a15; do
	awk -v article="$article" '/^a[0-9]/ { on = $1 == article }
		on && $2 == "paragraph" { sub(/^ *[0-9,]+ +paragraph +/, ""); print }' \
		"$here/../../issues/sample/testdata/golden.txt"
done > text.txt
for _ in 1 2 3 4 5 6 7 8 9 10; do cat text.txt; done > ten.txt

(cd "$here" && go build -o "$OLDPWD/plain" plain.go)

# Each sets TEXT.txt into PDF.pdf; what stands in $cost before a command measures it.
cost=

set_kanyin() { # MARKS TEXT PDF
	$cost ./plain "$1" "$2.txt" "$3.pdf"
}

set_typst() { # TEXT PDF
	$cost "$python" "$here/set_typst.py" "$here/plain.typ" "$fonts" "$1.txt" "$2.pdf"
}

set_xelatex() { # MARKS TEXT PDF
	sed -e 's/[#$%&_{}]/\\&/g' -e 's|https://[A-Za-z0-9./-]*|\\url{&}|g' \
		-e 's/[a-z]*@[a-z.]*[a-z]/\\url{&}/g' -e 's/$/\n/' "$2.txt" > "$2.tex"
	$cost xelatex -interaction=batchmode -jobname="$3" \
		"\\def\\fonts{$fonts}\\def\\marks{$1}\\def\\texts{$2.tex}\\input{$here/plain.tex}"
}

for times in text ten; do
	cost="$python $here/cost.py kanyin-$times"
	set_kanyin kaiming $times kanyin-$times
	cost="$python $here/cost.py typst-$times"
	set_typst $times typst-$times
	cost="$python $here/cost.py xelatex-$times"
	set_xelatex kaiming $times xelatex-$times
done > cost.txt
"$python" "$here/cost.py" python-typst-idle "$python" -c 'import typst' >> cost.txt

cost=
set_kanyin line-end text kanyin-full
set_xelatex quanjiao text xelatex-full > xelatex.out
"$python" "$here/places.py" --show text.txt "$fonts/song.ttf" \
	kanyin-text.pdf xelatex-text.pdf kanyin-full.pdf typst-text.pdf xelatex-full.pdf > places.txt
cat places.txt cost.txt
ls -l ./*-text.pdf

"$here/picture.sh" .
