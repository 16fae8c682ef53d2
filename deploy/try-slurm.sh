#!/usr/bin/env bash
# Runs slurm.sh for real: a Slurm of one machine in a temporary folder (Debian's
# slurm-wlm and munge; it wants root), a small tree of issues, four shares and
# the index. Says SKIP where a program is missing.
set -eu
cd "$(dirname "$0")"
for program in munged slurmctld slurmd sbatch; do
  if ! PATH=$PATH:/usr/sbin command -v $program >/dev/null; then echo "SKIP: $program is not installed (Debian: slurm-wlm, munge)"; exit 0; fi
done
if [ "$(id -u)" != 0 ]; then echo "SKIP: slurmd wants root"; exit 0; fi
export PATH=$PATH:/usr/sbin
dir=$(mktemp -d) started=()
finish() {
  for pid in ${started[@]+"${started[@]}"}; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$dir"
}
trap finish EXIT
chmod 755 "$dir"
mkdir "$dir"/{munge,state,spool,in}
dd if=/dev/urandom of="$dir/munge/key" bs=128 count=1 status=none
chmod 400 "$dir/munge/key"; chmod 700 "$dir/munge"
munged --foreground --force --key-file="$dir/munge/key" --socket="$dir/munge/socket" --pid-file="$dir/munge/pid" \
  --log-file="$dir/munge/log" --seed-file="$dir/munge/seed" >/dev/null 2>&1 &
started+=($!)
host=$(hostname -s)
cat >"$dir/slurm.conf" <<CONF
ClusterName=kanyin
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmctldPort=16817
SlurmdPort=16818
AuthType=auth/munge
AuthInfo=socket=$dir/munge/socket
CredType=cred/munge
StateSaveLocation=$dir/state
SlurmdSpoolDir=$dir/spool
SlurmctldPidFile=$dir/slurmctld.pid
SlurmdPidFile=$dir/slurmd.pid
SlurmctldLogFile=$dir/slurmctld.log
SlurmdLogFile=$dir/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) RealMemory=2000 State=UNKNOWN
PartitionName=all Nodes=$host Default=YES State=UP
CONF
echo "CgroupPlugin=cgroup/v1" >"$dir/cgroup.conf"
export SLURM_CONF=$dir/slurm.conf
slurmctld -D >/dev/null 2>&1 & started+=($!)
slurmd -D >/dev/null 2>&1 & started+=($!)

if [ -n "${KANYIN:-}" ]; then cp "$KANYIN" "$dir/kanyin"; else go build -o "$dir/kanyin" ../cmd/kanyin; fi
for n in 1 2 3 4 5 6 7 8; do
  printf '渡口\n\n2020·%s\n\n渡口的老人\n\n石榴\n\n渡口的老人说，今年的水早了十天。\n' "$n" >"$dir/in/$n.txt"
done
up() { sinfo -h -o %T 2>/dev/null | grep -q -E 'idle|mixed|alloc'; }
for _ in $(seq 60); do up && break; sleep 1; done
if ! up; then echo "Slurm does not come up:"; tail -n 20 "$dir"/*.log; exit 1; fi
index=$(cd "$dir" && KANYIN=$dir/kanyin "$OLDPWD/slurm.sh" "$dir/in" "$dir/out" 4)
for _ in $(seq 120); do
  [ -z "$(squeue -h -j "$index" 2>/dev/null)" ] && break
  sleep 1
done
made=$(ls "$dir"/out/渡口/2020/*/*.epub 2>/dev/null | wc -l)
if [ "$made" != 8 ] || [ ! -e "$dir/out/index.html" ]; then
  echo "Slurm made $made of 8 e-books:"; tail -n 20 "$dir"/*.log "$dir"/slurm-*.out; exit 1
fi
echo "Slurm made 8 e-books in four shares, and the index"
