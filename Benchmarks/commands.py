"""The commands whose time is watched on large plans, and a repository to call them in."""

import os
import pathlib
import subprocess

from plan import Plan

WHO = ["-c", "user.name=Bench", "-c", "user.email=bench@example.com", "-c", "gc.auto=0"]


def bare_environment(home: pathlib.Path) -> None:
    """Nothing of whoever measures counts: no configuration of git's, no variables that hooks get."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        del os.environ[name]
    home.mkdir(parents=True, exist_ok=True)
    os.environ.update(HOME=str(home), GIT_CONFIG_NOSYSTEM="1")


def git(root, *words, **more) -> str:
    return subprocess.run(["git", *WHO, *words], cwd=root, check=True, capture_output=True, text=True, **more).stdout


def repository(root: pathlib.Path, stories: int) -> list[str]:
    """A repository with a committed, packed plan; the ids of its stories."""
    root.mkdir(parents=True)
    ids = Plan(root, stories).write()
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "The plan")
    git(root, "repack", "-a", "-d", "-q")
    return ids


def commits(root, ids: list[str], count: int, files: int = 50) -> None:
    """Many commits on main by one process, each for a story that is ready and with a change of one file."""
    parent = git(root, "rev-parse", "main").strip()
    ready = ids[::4]
    feed = subprocess.Popen(["git", "fast-import", "--quiet", "--force"], cwd=root, stdin=subprocess.PIPE)
    for number in range(count):
        words = f"Make part {number} of it so\n\nStory: {ready[number % len(ready)]}\n".encode()
        feed.stdin.write(
            b"commit refs/heads/main\ncommitter B <b@example.com> %d +0000\ndata %d\n" % (1_800_000_000 + number, len(words)))
        feed.stdin.write(words + (f"from {parent}\n".encode() if number == 0 else b""))
        content = b"%d\n" % number
        feed.stdin.write(b"M 644 inline src/new%d.txt\ndata %d\n%s" % (number % files, len(content), content))
    feed.stdin.close()
    if feed.wait():
        raise SystemExit("git fast-import failed")
    git(root, "reset", "-q", "--hard")


def of_a_plan(story: str) -> list[list[str]]:
    """What people and hooks call on a plan, one story standing for all."""
    return [
        ["check"], ["list"], ["board"], ["status"], ["roadmap"], ["show", story], ["trace", story], ["trace", "--lost"],
        ["search", "order"], ["drift"], ["log", story], ["shipped"], ["export"], ["verify", story],
        ["verify", "--all"], ["review"], ["diff", "HEAD"], ["overlaps"], ["doctor"], ["prime"], ["questions"],
        ["bundle", story],
    ]


# A command may say that something is wrong with the plan: that takes the same time.
STATUSES = range(0, 3)
