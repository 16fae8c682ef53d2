#!/usr/bin/env bash
# Makes a library in several shares with GNU parallel, on one machine or, with
# --sshlogin and a file system that all share, on several.
# deploy/parallel.sh IN OUT [SHARES [PARALLEL'S OPTIONS]]
set -eu
in=$1 out=$2 shares=${3:-$(nproc)}
shift $(($# < 3 ? $# : 3))
parallel --line-buffer "$@" "${KANYIN:-kanyin}" library "$in" -o "$out" -j 1 --quiet --shard "{}/$shares" ::: $(seq "$shares")
"${KANYIN:-kanyin}" library index "$in" -o "$out"
