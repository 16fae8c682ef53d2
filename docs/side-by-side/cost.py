#!/usr/bin/env python3
"""Measure what a command costs: wall clock and peak memory, the best of five runs.

usage: cost.py NAME COMMAND [ARGUMENT...]"""
import os, subprocess, sys, time

RUNS = 5


def run(command):
    """Runs a command and gives its seconds, its processor seconds and its peak resident megabytes."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f"cost: {command[0]} failed")
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


runs = [run(sys.argv[2:]) for _ in range(RUNS)]
seconds, processor, memory = (min(column) for column in zip(*runs))
print(f"{sys.argv[1]:28} {seconds:6.2f} s  {processor:6.2f} s of processor  {memory:5.0f} MB")
