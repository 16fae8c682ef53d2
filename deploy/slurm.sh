#!/usr/bin/env bash
# One share of a library, as a task of a Slurm array. Without an array, it
# submits itself as one, and after it the index:
# deploy/slurm.sh IN OUT [SHARES]
#SBATCH --job-name=kanyin
#SBATCH --cpus-per-task=1
#SBATCH --mem=400M
set -eu
in=$1 out=$2 shares=${3:-4} kanyin=${KANYIN:-kanyin}
if [ -n "${SLURM_ARRAY_TASK_ID:-}" ]; then
  export GOMEMLIMIT=350MiB
  exec "$kanyin" library "$in" -o "$out" -j 1 --quiet --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT"
fi
# afterany: an issue that cannot be made fails its share, and the index shall
# still show all the others. It tells the failure again by its own exit code.
array=$(sbatch --parsable --array="1-$shares" "$0" "$in" "$out")
sbatch --parsable --job-name=kanyin-index --dependency="afterany:${array%%;*}" --mem=400M --wrap "$(printf '%q ' "$kanyin" library index "$in" -o "$out")"
