#!/usr/bin/env python3
"""A cluster that extracts a million CTs, event by event: measured times of a task, stragglers, machines that are lost, a storage
of limited speed, a driver that takes results one by one.

    simulate.py --scans 1000000 --machines 50 --cores 4 [--seconds FILE | --mean S --spread X] [--megabytes MB] ...

--seconds FILE holds measured seconds of processor time, one task a line; tasks are drawn from it. Without it they are log-normal
with --mean and --spread (standard deviation of the logarithm). Same seed, same numbers. Prints one line of JSON.
"""
import argparse
import bisect
import heapq
import json
import math
import random

BACK_SECONDS = 600  # until a lost machine is replaced


def arguments():
    p = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    p.add_argument("--scans", type=int, default=100_000)
    p.add_argument("--machines", type=int, default=50)
    p.add_argument("--cores", type=int, default=4, help="of a machine; a task each")
    p.add_argument("--seconds", help="file of measured task times")
    p.add_argument("--mean", type=float, default=6.0)
    p.add_argument("--spread", type=float, default=0.6)
    p.add_argument("--megabytes", type=float, default=150.0, help="read for a scan")
    p.add_argument("--storage", type=float, default=10_000.0, help="MB a second that storage gives to all together")
    p.add_argument("--network", type=float, default=1_000.0, help="MB a second that one machine takes")
    p.add_argument("--driver", type=float, default=0.002, help="seconds of the driver for a result")
    p.add_argument("--straggling", type=float, default=0.02, help="share of machines that are slow")
    p.add_argument("--slowness", type=float, default=3.0, help="how many times slower these are")
    p.add_argument("--lost", type=float, default=0.001, help="losses of a machine an hour; another stands there after ten minutes")
    p.add_argument("--poison", type=float, default=0.00001, help="share of scans that end their executor, three times each")
    p.add_argument("--price", type=float, default=0.05, help="of a core an hour")
    p.add_argument("--seed", type=int, default=1)
    return p.parse_args()


class Losses:
    """When a machine is lost: at times of a Poisson process, drawn as far as they are asked for."""

    def __init__(self, per_second, draw):
        self.per_second, self.draw, self.times, self.until = per_second, draw, [], 0.0

    def between(self, start, end):
        while self.per_second and self.until < end:
            self.until += self.draw.expovariate(self.per_second)
            self.times.append(self.until)
        at = bisect.bisect_left(self.times, start)
        return self.times[at] if at < len(self.times) and self.times[at] < end else None


def simulate(a):
    draw = random.Random(a.seed)
    measured = [float(line) for line in open(a.seconds)] if a.seconds else None
    slots = a.machines * a.cores
    slow = [a.slowness if draw.random() < a.straggling else 1.0 for _ in range(a.machines)]
    # what one task gets of the storage and of its machine's network, all being at work: the mean over a job of many waves
    rate = min(a.storage / slots, a.network / a.cores)
    copying = a.megabytes / rate
    losses = [Losses(a.lost / 3600, random.Random(f"{a.seed} {n}")) for n in range(a.machines)]
    free = [(0.0, n % a.machines) for n in range(slots)]
    heapq.heapify(free)
    done, busy, lost_tasks, gave_up, finished = 0, 0.0, 0, 0, []
    begun = 0
    again = []
    while done < a.scans:
        now, machine = heapq.heappop(free)
        if again:
            tries = again.pop()
        elif begun < a.scans:
            begun += 1
            tries = -1 if draw.random() < a.poison else 0
        else:
            if not free:
                break
            continue  # nothing left for this slot
        work = draw.choice(measured) if measured else draw.lognormvariate(math.log(a.mean) - a.spread**2 / 2, a.spread)
        length = (work * slow[machine]) + copying
        finish = now + length
        gone = losses[machine].between(now, finish)
        if gone is not None:  # the machine goes, and all that is under way on it
            lost_tasks += 1
            again.append(tries)
            heapq.heappush(free, (gone + BACK_SECONDS, machine))
            continue
        if tries < 0:  # a poison scan: three executors, thirty seconds each to come back, then a row of failure
            if tries > -3:
                again.append(tries - 1)
                lost_tasks += 1
                heapq.heappush(free, (finish + 30, machine))
                continue
            gave_up += 1
        busy += length
        finished.append(finish)
        done += 1
        heapq.heappush(free, (finish, machine))
    end = 0.0
    for finish in sorted(finished):  # the driver takes results as they come, one by one
        end = max(end, finish) + a.driver
    core_hours = slots * end / 3600
    return {
        "scans": done, "machines": a.machines, "cores": slots, "days": round(end / 86400, 3),
        "scans_a_day": round(done / end * 86400), "copying_seconds_a_scan": round(copying, 2),
        "cores_at_work": round(busy / (slots * end), 3), "tasks_lost": lost_tasks, "given_up": gave_up,
        "driver_at_work": round(done * a.driver / end, 4), "core_hours": round(core_hours),
        "cost": round(core_hours * a.price),
    }


if __name__ == "__main__":
    print(json.dumps(simulate(arguments())))
