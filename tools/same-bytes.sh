#!/usr/bin/env bash
# Publishes the sample issue with the program built for other machines, and
# holds every file against this machine's. 386 runs wherever amd64 does, arm64
# under qemu-aarch64 (Debian's qemu-user), without which it is skipped with a
# word. Called by "make same".
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CGO_ENABLED=0

# publish NAME COMMAND...: the sums of all that the command makes of the sample.
publish() {
  local name=$1
  shift
  mkdir "$work/$name"
  (cd "$work/$name" && "$@" demo >../log 2>&1) || { cat "$work/log" >&2; exit 1; }
  (cd "$work/$name" && find . -type f | LC_ALL=C sort | xargs -d '\n' sha256sum) >"$work/$name.sums"
}

go build -o "$work/kanyin" ./cmd/kanyin
publish here "$work/kanyin"
for machine in 386 arm64; do
  run=()
  if [ "$machine" = arm64 ] && [ "$(go env GOARCH)" != arm64 ]; then
    run=("$(command -v qemu-aarch64 || true)")
    if [ -z "${run[0]}" ]; then
      echo "SKIP: no qemu-aarch64, so arm64 is not compared; tools/install.sh installs it" >&2
      [ "${KANYIN_VALIDATORS:-}" != require ] || exit 1
      continue
    fi
  fi
  if [ "$machine" = 386 ] && [ "$(uname -m)" != x86_64 ]; then
    echo "SKIP: $(uname -m) runs no 386 programs, so they are not compared" >&2
    continue
  fi
  GOARCH=$machine go build -o "$work/kanyin-$machine" ./cmd/kanyin
  publish "$machine" "${run[@]}" "$work/kanyin-$machine"
  if ! diff "$work/here.sums" "$work/$machine.sums"; then
    echo "tools/same-bytes.sh: linux/$machine makes other files of the sample than this machine" >&2
    exit 1
  fi
  echo "linux/$machine: the same $(wc -l <"$work/here.sums") files"
done
