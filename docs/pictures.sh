#!/bin/sh
# Draw docs/page.png, a page of the typeset sample, and docs/ebook.png, the
# sample's e-book on a phone. Needs poppler-utils, imagemagick, chromium, unzip.
set -eu
cd "$(dirname "$0")/.."
docs=$PWD/docs
fonts=$PWD/fonts/data
article='守闸的夜' # the page has a title, headings and a caption
opening='浮桥上的三代人' # column, title, subtitle and byline
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go run ./cmd/kanyin demo -o "$work" --edition epub,screen 2>"$work/log" >&2 || { cat "$work/log"; exit 1; }
cd "$work"

# few writes a PNG of few colours, which is all that type on paper has.
few() { convert "$1" +dither -colors "$3" -strip -define png:exclude-chunks=date,time "$2"; }

pdf=$(echo ./*.screen.pdf)
page=3 # the cover and the contents name the article too
until pdftotext -f "$page" -l "$page" "$pdf" - | grep -qx "$article"; do
	page=$((page + 1))
	[ "$page" -lt 100 ]
done
pdftoppm -f "$page" -l "$page" -singlefile -scale-to-x 900 -scale-to-y -1 -png "$pdf" page
few page.png "$docs/page.png" 16

unzip -q ./*.epub
file=$(grep -l "<h1[^>]*>$opening" EPUB/xhtml/a*.xhtml | head -n 1)
# A phone, and the reader's own choice of a typeface for the text.
cat >phone.html <<HTML
<!DOCTYPE html><meta charset="utf-8">
<style>
body { margin: 0; padding: 24px; background: #fff; }
iframe { width: 390px; height: 790px; border: 8px solid #333; border-radius: 32px; background: #fff; display: block; }
</style>
<iframe src="$file" scrolling="no" onload="
	const s = this.contentDocument.createElement('style');
	s.textContent = '@font-face { font-family: Own; src: url(file://$fonts/song.ttf) } html { font-family: Own; padding: 20px 6px }';
	this.contentDocument.documentElement.append(s)"></iframe>
HTML
chromium --headless --no-sandbox --disable-gpu --allow-file-access-from-files --hide-scrollbars --force-device-scale-factor=2 \
	--window-size=500,900 --virtual-time-budget=5000 --screenshot=phone.png "file://$work/phone.html" 2>"$work/log" || { cat "$work/log"; exit 1; }
convert phone.png -gravity northwest -crop 908x1708+0+0 +repage phone.png
few phone.png "$docs/ebook.png" 32
