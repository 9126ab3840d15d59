#!/usr/bin/env python3
"""Makes instances for training out of repositories' own past: commits that mend something.

    instances-from-history.py REPOSITORIES.json INSTANCES.jsonl [--most 40] [--weight 0.5]

REPOSITORIES.json: {"owner/name": "path of a clone with its whole history"}; it is read only. The text is the commit's
message without what names its number, the code is that of its parent, right are the one or two files of code that it
changed, and the lines in them. Tests, pages and what others wrote do not count. The same clones give the same instances.
"""
import argparse
import json
import random
import re
import subprocess

CODE = (".c .cc .cpp .cs .go .h .hpp .java .js .jsx .kt .l .m .mjs .php .pl .py .rb .rs .scala .swift .ts .tsx .vue .y .zig").split()
ASIDE = re.compile(
    r"(^|/)(tests?|__tests__|specs?|testdata|fixtures|e2e|bench\w*|docs?|examples?|scripts?|tools|deps|vendor|modules"
    r"|changelog\w*|packages-private)/|[_.](test|spec)\.\w+$|Tests?\.\w+$|\.d\.ts$|(^|/)(build|config)\.\w+$", re.I)
MENDS = re.compile(r"\b(fix(es|ed)?|bug|closes|resolve[sd]?)\b", re.I)
OTHER = re.compile(r"\b(typo|lint|readme|docs?|test(s|ing)?|ci|build|warning|changelog|flaky|comment|dependenc\w+|bump|release)\b", re.I)
TRAILER = re.compile(r"\s*(signed-off-by|co-authored-by|reviewed-by|change-id|git-svn-id|\(?cherry)", re.I)
NUMBER = re.compile(r"\s*[-*]?\s*(fix(es|ed)?|close[sd]?|resolve[sd]?|ref(s|erences)?|see|issue|pr)[ :]*((#|gh-|https?://)\S+[ ,;.and]*)+$", re.I)


def git(repository, *arguments):
    done = subprocess.run(["git", "-C", repository, *arguments], capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def cleaned(message):
    text = "\n".join(line for line in message.splitlines() if not TRAILER.match(line) and not NUMBER.match(line)).strip()
    text = re.sub(r"^(fix|bugfix|hotfix)(\([^)]*\))?!?:\s*", "", text, flags=re.I)
    text = re.sub(r"^\[?fix (#\d+)?\]?:?\s*(#\d+:?)?\s*", "", text, flags=re.I)
    return re.sub(r"\(?(fix(es)?|close[sd]?|resolve[sd]?)?:?\s*#\d+\)?", "", text, flags=re.I).strip()


def changed_lines(repository, parent, commit, paths):
    lines = {}
    for path in paths:
        patch = git(repository, "diff", "-U0", "--no-ext-diff", parent, commit, "--", path)
        hunks = re.findall(r"^@@ -(\d+)(?:,(\d+))? ", patch, re.M)
        lines[path] = [[max(1, int(at)), max(1, int(at) + max(1, int(count or 1)) - 1)] for at, count in hunks]
    return lines


def instances(name, repository, options):
    found = []
    log = git(repository, "log", "--no-merges", "--no-renames", "--raw", "--abbrev=40", "-z",
              "--format=%x01%H%x02%P%x02%B%x02", "HEAD")
    for entry in log.split("\x01")[1:]:
        commit, parents, message, raw = entry.split("\x02", 3)
        subject = message.strip().split("\n")[0]
        if " " in parents or not parents or not MENDS.search(subject) or OTHER.search(subject):
            continue
        parts = raw.strip("\0\n").split("\0")
        files = [(parts[i].split()[-1], parts[i + 1]) for i in range(0, len(parts) - 1, 2)]
        code = sorted(path for _, path in files if path.endswith(tuple(CODE)) and not ASIDE.search(path))
        kinds = {kind for kind, path in files if path in code}
        text = cleaned(message)
        if kinds == {"M"} and len(code) <= 2 and len(files) <= 8 and 60 <= len(text) <= 6000:
            found.append((commit, parents, text, code))
    random.Random(name).shuffle(found)
    for commit, parent, text, code in found[:options.most]:
        yield {
            "id": f"{name.replace('/', '__')}-{commit[:10]}", "repo": name, "base_commit": parent,
            "problem_statement": text, "gold_files": code, "gold_functions": [],
            "gold_lines": changed_lines(repository, parent, commit, code), "weight": options.weight, "sets": ["history"]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("repositories")
    parser.add_argument("instances")
    parser.add_argument("--most", type=int, default=40, help="of one repository")
    parser.add_argument("--weight", type=float, default=0.5, help="how much each counts")
    options = parser.parse_args()
    with open(options.repositories) as file:
        repositories = json.load(file)
    with open(options.instances, "w") as file:
        for name in sorted(repositories):
            for instance in instances(name, repositories[name], options):
                file.write(json.dumps(instance) + "\n")


if __name__ == "__main__":
    main()
