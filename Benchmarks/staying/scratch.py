"""A small repository with everything in it that commands write to, and what is looked at after something went wrong."""

import os
import pathlib
import pty
import re
import shutil
import signal
import subprocess
import time

SIGN_OFF = re.compile(rb"(AC\d+-(?:accepted|rejected|waived))-[0-9a-z]+\.yml")
MOMENT = re.compile(rb'^at: ".*"$', re.M)
DATE = "2026-03-04T05:06:07+0000"
ID = re.compile(rb"\b(so|in|ep|st|de)-[0-9a-hjkmnp-tv-z]{8}\b")
EDITOR = "printf '\\n- By hand.\\n' >>"
CALL = """# Notes from the call

We cannot mute mails at night, and the phone wakes the whole house.

I want to copy a board to another team without losing the comments.

The export has to hold every order of the week.

Thank you for the chat.
"""
JUNIT = """<testsuite name="mute" tests="1"><testcase classname="mute" name="mute stops mails"/></testsuite>"""
REVIEWS = "Review Id,Date,Star Rating,Review Text\n" + "".join(
    f"{number},2024-05-{number:02},{number % 5 + 1},The board of week {number} is slow to open.\n" for number in range(1, 29))
BACKLOG = """---
id: task-{n}
title: Copy board {n}
status: To Do
---

## Description

Copy board number {n}.

## Acceptance Criteria
<!-- AC:BEGIN -->
- [ ] #1 The copy holds {n} cards
<!-- AC:END -->
"""


class Scratch:
    """Where one run happens: `work` is the repository, `state` what is kept for the user, `out` the pages."""

    def __init__(self, root, program):
        self.root, self.program = pathlib.Path(root), program
        self.work = self.root / "work"
        self.env = {
            "PATH": os.environ["PATH"], "HOME": str(self.root / "home"), "LC_ALL": "C.UTF-8", "TZ": "UTC",
            "XDG_STATE_HOME": str(self.root / "state"), "XDG_CONFIG_HOME": str(self.root / "home"),
            "XDG_CACHE_HOME": str(self.root / "cache"), "GIT_CONFIG_NOSYSTEM": "1", "TMPDIR": str(self.root / "tmp"),
            "GIT_AUTHOR_DATE": DATE, "GIT_COMMITTER_DATE": DATE, "GIT_EDITOR": EDITOR,
        }

    def git(self, *words, check=True):
        done = subprocess.run(["git", *words], cwd=self.work, env=self.env, capture_output=True)
        if check and done.returncode:
            raise RuntimeError(f"git {' '.join(words)}: {done.stderr.decode()}")
        return done.stdout.decode(errors="replace")

    def run(self, words, check=False, tty=False, wrap=()):
        """Runs the program to its end; returns its status and all it said."""
        child = self.start(words, tty=tty, wrap=wrap)
        status, said = finish(child)
        if check and status not in (0, 1):
            raise RuntimeError(f"{' '.join(words)}: {status}: {said}")
        return status, said

    def start(self, words, tty=False, wrap=()):
        command = [*wrap, self.program, *words]
        if not tty:
            child = subprocess.Popen(
                command, cwd=self.work, env=self.env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT, start_new_session=True)
            child.terminal = None
            return child
        parent, terminal = pty.openpty()
        child = subprocess.Popen(
            command, cwd=self.work, env=self.env, stdin=terminal, stdout=terminal, stderr=terminal,
            start_new_session=True)
        os.close(terminal)
        os.write(parent, b"y\ny\ny\n")
        child.terminal = parent
        return child

    def copy(self, root):
        shutil.rmtree(root, ignore_errors=True)
        subprocess.run(["cp", "-a", "--reflink=auto", str(self.root), str(root)], check=True)
        return Scratch(root, self.program)

    def snapshot(self):
        """Every file that matters, its ids made alike: {path: [contents]}; several files of the same path in order."""
        found = {}
        for folder in ("work", "state", "out", "home", "tmp"):
            for place, folders, files in os.walk(self.root / folder):
                inside = os.path.relpath(place, self.root)
                if inside.startswith("work/.git/objects"):
                    # Objects stand for themselves, and what git left half-written among them goes with its next gc.
                    continue
                for name in files:
                    path = f"{inside}/{name}"
                    if IGNORED.match(path):
                        continue
                    full = os.path.join(place, name)
                    if os.path.islink(full):
                        contents = b"-> " + os.readlink(full).encode()
                    else:
                        contents = pathlib.Path(full).read_bytes()
                    key = alike(path.encode()).decode(errors="replace")
                    found.setdefault(key, []).append(alike(contents))
        for ref in self.git("for-each-ref", "--format=%(refname)").split():
            kind = "ls-tree -r" if ref.startswith("refs/notes") else "rev-parse"
            found[f"ref {ref}"] = [self.git(*kind.split(), ref).encode()]
        return {path: sorted(contents) for path, contents in found.items()}


# What is made again from the rest, or says who was there last; refs are compared by what they lead to.
IGNORED = re.compile(
    r"work/\.git/(refs/|logs/|.*(?<!handoff)\.lock$|index$|COMMIT_EDITMSG|handoff/(lock|index|cache|.*\.lock$|index-lock)|ORIG_HEAD|packed-refs)"
    r"|out/.*\.(html|js|css)$|out/\.handoff-site\.open$")


def git_locks(work):
    """Locks of git itself, which a git that was killed leaves (gitglossary(7), "lockfile"); people remove them."""
    return [path for path in (work / ".git").rglob("*.lock") if "handoff" not in path.relative_to(work).parts]


def is_between(path, contents, before, after):
    """Whether a file that is written entry by entry is on its way: git's settings, and the list of a site, which names pages
    before they are written, those of the search behind the others, and forgets none before the end."""
    lines = lambda texts: {line for text in texts or [] for line in text.splitlines()}
    if path == "out/.handoff-site":
        pages = lambda texts: {line.split(b"\t")[0] for line in lines(texts)}
        return pages(before) <= pages(contents) <= pages(before) | pages(after)
    if path != "work/.git/config":
        return False
    return lines(before) - lines(after) <= lines(contents) <= lines(before) | lines(after)


def alike(text):
    text = MOMENT.sub(b'at: "now"', text)
    return SIGN_OFF.sub(rb"\1-###.yml", ID.sub(rb"\1-########", text))


def finish(child, patience=60):
    """Waits for the program and whatever it started; returns its status and what it said."""
    said = b""
    if child.terminal is None:
        try:
            said, _ = child.communicate(timeout=patience)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            said, _ = child.communicate()
            said += b"(took too long)"
    else:
        while True:
            try:
                piece = os.read(child.terminal, 65536)
            except OSError:
                break
            if not piece:
                break
            said += piece
        child.wait()
        os.close(child.terminal)
    end = time.monotonic() + 10
    while time.monotonic() < end:
        try:
            os.killpg(child.pid, 0)
        except (ProcessLookupError, PermissionError):
            break
        time.sleep(0.005)
    return child.returncode, said.decode(errors="replace")


def make(root, program):
    """Writes the repository, and returns it with the writing commands: {name: Command}."""
    shutil.rmtree(root, ignore_errors=True)
    scratch = Scratch(root, program)
    for folder in ("work/src", "home", "tmp", "state"):
        (scratch.root / folder).mkdir(parents=True)
    git, work = scratch.git, scratch.work
    git("init", "-q", "-b", "main", ".")
    for name in list((work / ".git/hooks").iterdir()):
        name.unlink()
    git("config", "user.name", "Dana Field")
    git("config", "user.email", "dana@example.com")
    (work / "src/mute.py").write_text("def mute(mail):\n    pass\n")
    git("add", "-A")
    git("commit", "-qm", "Begin")
    empty = scratch.copy(f"{root}.empty")

    scratch.run(["init", "--no-hooks"], check=True)
    # With it there would be no conflict to merge, and nothing to install.
    scratch.run(["merge", "--uninstall"], check=True)
    policy = work / ".handoff/handoff.yml"
    policy.write_text(policy.read_text().replace("roles:", "roles:\n  product: [dana@example.com]"))
    (scratch.root / "call.md").write_text(CALL)
    (scratch.root / "more.md").write_text(CALL.replace("Notes from the call", "Another call") + "\nNo lights.\n")
    (scratch.root / "junit.xml").write_text(JUNIT)
    tasks = scratch.root / "foreign/backlog/tasks"
    tasks.mkdir(parents=True)
    for number in range(1, 9):
        (tasks / f"task-{number} - Copy-board-{number}.md").write_text(BACKLOG.format(n=number))
    scratch.run(["intake", "../call.md"], check=True)
    source = first_id("so", work)
    scratch.run(["new-intent", "Nights are quiet", "--cite", f"{source}#L2", "--question", "Whose night?"], check=True)
    intent = first_id("in", work)
    story_words = [
        "new-story", "Mute mails at night", "--intent", intent, "--cite", f"{source}#L2",
        "--narrative", "As an owner, I want to mute mails at night, so that the house sleeps.",
        "--criterion", "Muting stops every mail", "--verify", "run: true", "--verify", 'test: "*mute*"',
        "--criterion", "The mute ends in the morning", "--verify", "sign-off: product", "--path", "src/mute.py",
        "--question", "Per device?",
    ]
    scratch.run(story_words, check=True)
    story = first_id("st", work)
    scratch.run(["decide", "Nights begin at ten", "--context", "Asked.", "--decision", "At ten."], check=True)
    decision = first_id("de", work)
    scratch.run(["new-story", "Copy a board", "--narrative", "As an owner, I want to copy a board, so that I win."])
    other = next((work / ".handoff/stories").glob("*-copy-a-board.md")).name[:11]
    (work / "src/mute.py").write_text(
        "def mute(mail):\n    '''Mutes mails at night.'''\n    return None\n\n\ndef board(b):\n    return b\n")
    (work / "src/copy.py").write_text("def copy_board(board):\n    return list(board)\n")
    git("add", "-A")
    git("commit", "-qm", f"Mute mails\n\nStory: {story}")
    for number in range(5):
        (work / f"src/part{number}.py").write_text(f"def part{number}():\n    return {number}\n" * 20)
        git("add", "-A")
        git("commit", "-qm", f"Part {number}")
    (work / "src/mute.py").write_text("def mute(mail):\n    '''Mutes all mails at night.'''\n    return 1\n")
    git("commit", "-qam", f"Mute more\n\nStory: {story}")
    # One story in conflict between two branches.
    path = next((work / ".handoff/stories").glob(f"{story}*"))
    text = path.read_text()
    git("switch", "-qc", "sam")
    path.write_text(text.replace("## Constraints\n", "## Constraints\n\n- From Sam.\n"))
    git("commit", "-qam", "Sam")
    git("switch", "-q", "main")
    path.write_text(text.replace("## Constraints\n", "## Constraints\n\n- From Dana.\n"))
    git("commit", "-qam", "Dana")
    conflict = scratch.copy(f"{root}.conflict")
    conflict.git("merge", "-q", "sam", check=False)

    ready = scratch.copy(f"{root}.ready")
    ready.run(["answer", f"{story}#Q1", "Per account."], check=True)
    ready.run(["set", story, "status", "ready"], check=True)
    ready.git("commit", "-qam", "Ready")

    head = git("rev-parse", "HEAD~3").strip()
    name = path.relative_to(work)
    linked = scratch.copy(f"{root}.linked")
    linked.run(["link", head, story], check=True)
    set_up = scratch.copy(f"{root}.set-up")
    for words in (["hooks", "install"], ["agents", "install"]):
        set_up.run(words, check=True)
    shown = scratch.copy(f"{root}.shown")
    shown.run(["site", "--out", "../out"], check=True)
    shown.run(["new-story", "Boards are shown", "--intent", intent], check=True)
    indexed = scratch.copy(f"{root}.indexed")
    indexed.run(["index"], check=True)
    (indexed.work / "src/late.py").write_text("def late(hour):\n    return hour\n")
    indexed.git("add", "-A")
    indexed.git("commit", "-qm", "Late")
    driven = scratch.copy(f"{root}.driven")
    for side, at in (("base", "HEAD~1"), ("ours", "HEAD"), ("theirs", "sam")):
        (driven.work / f"{side}.md").write_text(driven.git("show", f"{at}:{name}"))
    (scratch.root / "reviews.csv").write_text(REVIEWS)
    commands = {
        "init": Command(["init"], empty),
        "intake": Command(["intake", "../more.md"]),
        "set-aside": Command(["set-aside", f"{source}#L5", "--why", "A greeting"]),
        "new-intent": Command(["new-intent", "Boards travel", "--cite", f"{source}#L3"]),
        "new-epic": Command(["new-epic", "Quiet", "--intent", intent, "--story", story]),
        "new-story": Command(story_words),
        "ask": Command(["ask", story, "Which hour?", "--blocking"]),
        "answer": Command(["answer", f"{story}#Q1", "Per account.", "--decide"]),
        "decide": Command(["decide", "Nights begin at nine", "--decision", "At nine.", "--supersedes", decision]),
        "set": Command(["set", story, "owner", "sam@example.com"]),
        "comment": Command(["comment", story, "Tried on a phone."]),
        "accept": Command(["accept", story, "--role", "product", "--attach", "../more.md"]),
        "reject": Command(["reject", f"{story}/AC2", "--role", "product", "--reason", "It rings."]),
        "waive": Command(
            ["waive", f"{story}/AC1", "--role", "product", "--reason", "Later", "--expires", "2027-01-01"]),
        "link": Command(["link", head, story]),
        "verify": Command(["verify", "HEAD~2..HEAD", "--results", "../junit.xml", "--record"]),
        "plan": Command(["plan", source, "--apply"]),
        "import": Command(["import", "../foreign/backlog", "--from", "backlog", "--apply"]),
        "merge": Command(["merge", str(name)], conflict),
        "merge-install": Command(["merge", "--install"]),
        "drift": Command(["drift", story, "--accept"]),
        "ground": Command(["ground", other, "--accept", "1"]),
        "hooks": Command(["hooks", "install"]),
        "agents": Command(["agents", "install"]),
        "trust": Command(["trust", story], tty=True),
        "index": Command(["index", "--rebuild"]),
        "site": Command(["site", "--out", "../out"]),
        "site-again": Command(["site", "--out", "../out"], shown),
        "intake-table": Command(["intake", "../reviews.csv"]),
        "edit": Command(["edit", story]),
        "unlink": Command(["unlink", head, story], linked),
        "record-again": Command(["verify", "HEAD~2..HEAD", "--results", "../junit.xml", "--record"], linked),
        "hooks-uninstall": Command(["hooks", "uninstall"], set_up),
        "agents-uninstall": Command(["agents", "uninstall"], set_up),
        "index-update": Command(["index"], indexed),
        "merge-driver": Command(["merge-driver", "base.md", "ours.md", "theirs.md", "7", str(name)], driven, refused=129),
        "start": Command(["start", story], ready),
    }
    return scratch, {key: command for key, command in commands.items() if command.known(scratch)}


def first_id(kind, work):
    folder = {"so": "sources", "in": "intents", "ep": "epics", "st": "stories", "de": "decisions"}[kind]
    return sorted((work / ".handoff" / folder).iterdir())[0].name[:11]


class Command:
    """A writing command, and the repository that it is run in when that is not the usual one."""

    def __init__(self, words, scratch=None, tty=False, refused=2):
        """`refused`: its status where it could not."""
        self.words, self.scratch, self.tty, self.refused = words, scratch, tty, refused

    def known(self, scratch):
        """An older program may not have it."""
        return re.search(rf"^  {self.words[0]} ", scratch.run(["--help"])[1], re.M) is not None
