"""Times programs: started directly, in turn, so that a slow moment of the machine meets all of them alike."""

import os
import statistics
import time


class Program:
    """A command to be timed: what it is, its words, the folder it runs in and the statuses that are right."""

    def __init__(self, name, words, folder=".", statuses=(0,)):
        self.name, self.words, self.folder, self.statuses = name, [str(word) for word in words], folder, statuses
        self.seconds: list[float] = []
        self.peak_bytes = 0
        # Of processors, by it and what it started and waited for: it does not depend on who else works on the machine.
        self.work: list[float] = []

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def fastest(self) -> float:
        return min(self.seconds)

    def run(self, keep: bool = True) -> None:
        quiet = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1, 2)]
        os.chdir(self.folder)
        start = time.perf_counter()
        process = os.posix_spawn(self.words[0], self.words, os.environ, file_actions=quiet)
        _, status, usage = os.wait4(process, 0)
        seconds = time.perf_counter() - start
        status = os.waitstatus_to_exitcode(status)
        if status not in self.statuses:
            raise SystemExit(f"{' '.join(self.words)} in {self.folder} ended with status {status}")
        if keep:
            self.seconds.append(seconds)
            self.work.append(usage.ru_utime + usage.ru_stime)
            # Linux counts in KiB, macOS in bytes.
            unit = 1 if os.uname().sysname == "Darwin" else 1024
            self.peak_bytes = max(self.peak_bytes, usage.ru_maxrss * unit)


def in_turn(programs: list[Program], rounds: int) -> None:
    """Runs A B C, A B C …; a first round that does not count warms the caches."""
    for round_number in range(rounds + 1):
        for program in programs:
            program.run(keep=round_number > 0)
