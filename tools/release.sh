#!/usr/bin/env bash
# Builds a release into dist/release: the program for six machines, each packed
# with its manual page and completions, a list of what it is made of
# (CycloneDX), and checksums. The same sources and version give the same bytes.
# tools/release.sh VERSION; called by "make release".
set -eu
cd "$(dirname "$0")/.."
version=${1:?give the version}
out=$PWD/dist/release
rm -rf "$out"
mkdir -p "$out"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CGO_ENABLED=0 SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)} TZ=UTC
flags=(-trimpath -buildvcs=false -ldflags "-s -w -X main.version=$version")

go build "${flags[@]}" -o "$work/here" ./cmd/kanyin
for machine in linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64; do
  os=${machine%/*} arch=${machine#*/} ending=
  [ "$os" != windows ] || ending=.exe
  name=kanyin-$version-$os-$arch
  mkdir -p "$work/$name"/completions
  GOOS=$os GOARCH=$arch go build "${flags[@]}" -o "$work/$name/kanyin$ending" ./cmd/kanyin
  cp LICENSE README.md README.zh-CN.md "$work/$name/"
  cp -r issues/pages/pdf/licences "$work/$name/licences" # of PDFium and what runs it
  "$work/here" man >"$work/$name/kanyin.1"
  for shell in bash zsh fish; do "$work/here" completion "$shell" >"$work/$name/completions/kanyin.$shell"; done
  find "$work/$name" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  if [ "$os" = windows ]; then
    (cd "$work" && find "$name" | LC_ALL=C sort | zip -q -X -D "$out/$name.zip" -@)
  else
    tar -C "$work" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner -cf - "$name" | gzip -n >"$out/$name.tar.gz"
  fi
done
go run github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0 bin -json -noserial -version "v$version" -output "$out/kanyin-$version.cdx.json" "$work/here"
(cd "$out" && LC_ALL=C sha256sum -- * >SHA256SUMS)
echo "dist/release has kanyin $version"
