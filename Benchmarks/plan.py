"""Writes a plan of many stories, the same one for the same size, that `git handoff check` has nothing but advice for."""

import hashlib
import pathlib
import random

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
STORIES_A_SOURCE = 100
STORIES_AN_INTENT = 50
CODE_FILES = 200

WHO = ["owner", "shop manager", "bookkeeper", "driver", "new member", "person who orders"]
WHAT = [
    "see who changed an order", "undo a deletion", "print the week on one page", "search in old boards",
    "move a card to another board", "get one mail a day", "hide prices from guests", "copy last month's board",
]
WHY = [
    "nobody has to ask me", "the shop opens on time", "I stop keeping a list on paper", "the month closes sooner",
    "a mistake costs minutes and not hours", "new people find their way alone",
]
WHERE = ["on the phone", "at the till", "in the kitchen", "on a slow line", "in the settings", "from a mail"]
SAID = [
    "We tried to {what} {where} and gave up after {n} attempts.",
    "Every morning I need to {what}, and every morning it takes {n} minutes.",
    "My people ask me {n} times a week how to {what} {where}.",
    "If I could {what} {where}, I would not need the other program at all.",
    "It is not clear to me how one is meant to {what}; I found {n} ways and none works {where}.",
]


class Plan:
    """A plan under `root`; `write` makes `size` stories and what they hang on."""

    def __init__(self, root: pathlib.Path, size: int):
        self.root = root
        self.size = size
        self.random = random.Random(size)
        self.ids: set[str] = set()

    def write(self) -> list[str]:
        """Writes all files and returns the ids of the stories."""
        for folder in ("intents", "stories", "sources"):
            (self.root / ".handoff" / folder).mkdir(parents=True)
        (self.root / "src").mkdir()
        for number in range(CODE_FILES):
            (self.root / "src" / f"part{number}.txt").write_text(f"part {number}\n")
        (self.root / ".handoff/handoff.yml").write_text(POLICY)
        stories = []
        for number in range(self.size):
            if number % STORIES_A_SOURCE == 0:
                source, statements = self.source(min(STORIES_A_SOURCE, self.size - number))
            if number % STORIES_AN_INTENT == 0:
                intent = self.intent(source)
            line = number % STORIES_A_SOURCE
            stories.append(self.story(number, intent, f"{source}#L{line + 1}", statements[line]))
        return stories

    def new_id(self, kind: str) -> str:
        while True:
            candidate = f"{kind}-" + "".join(self.random.choices(ALPHABET, k=8))
            if candidate not in self.ids:
                self.ids.add(candidate)
                return candidate

    def source(self, count: int) -> tuple[str, list[str]]:
        source = self.new_id("so")
        pick = self.random.choice
        statements = [
            pick(SAID).format(what=pick(WHAT), where=pick(WHERE), n=self.random.randint(2, 90)) for _ in range(count)
        ]
        original = "\n\n".join(statements) + "\n"
        folder = self.root / ".handoff/sources" / f"{source}-survey"
        folder.mkdir()
        (folder / "original.txt").write_text(original)
        rows = (f"{turn}\t\t\t{text}\n" for turn, text in enumerate(statements, start=1))
        (folder / "statements.tsv").write_text("".join(rows))
        digest = hashlib.sha256(original.encode()).hexdigest()
        (folder / "source.yml").write_text(
            f"id: {source}\ntitle: Survey\nkind: text\noriginal: original.txt\nsha256: {digest}\n"
            f"received: 2025-03-11\nreach: {count}\n")
        return source, statements

    def intent(self, source: str) -> str:
        intent = self.new_id("in")
        (self.root / ".handoff/intents" / f"{intent}-less-work.md").write_text(
            f"---\nid: {intent}\ntitle: Less work for people who {self.random.choice(WHAT)}\nstatus: active\n---\n\n"
            f"## Problem\n\nPeople told us so. ({source}#L1)\n\n## Outcome\n\nThey no longer have to.\n")
        return intent

    def story(self, number: int, intent: str, citation: str, said: str) -> str:
        story = self.new_id("st")
        pick = self.random.choice
        what, part = pick(WHAT), self.random.randrange(CODE_FILES)
        (self.root / ".handoff/stories" / f"{story}-{what.replace(' ', '-').replace(chr(39), '')}.md").write_text(
            STORY.format(
                id=story, intent=intent, what=what, What=what.capitalize(), who=pick(WHO), why=pick(WHY),
                where=pick(WHERE), part=part, said=said, citation=citation,
                status=("ready", "active", "shipped", "draft")[number % 4]))
        return story


POLICY = """version: 1
main: main
commits:
  require: story
push:
  - refs: ["*"]
    block: [unlinked, invalid]
    warn: [unmet, stale, unproven]
roles:
  support: [sam@example.com]
"""

STORY = """---
id: {id}
title: {What} {where}
intent: {intent}
status: {status}
owner: dana@example.com
depends-on: []
code:
  - path: src/part{part}.txt
    role: where it happens today
---

As a {who}, I want to {what} {where},
so that {why}.

> {said}
> — {citation}

## Acceptance criteria

### AC1: It can be done {where}

Given a {who}, when they want to {what} {where}, then it takes one step.
({citation})

```verify
- changed: src/part{part}.txt
- test: "*{what}*"
```

### AC2: Nobody loses what they had

```verify
- sign-off: support
```

## Constraints

- Nothing else changes {where}.

## Open questions

- [x] Q1: For everybody or for owners? For everybody.

## Out of scope

## Notes
"""
