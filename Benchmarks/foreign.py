"""Plans and code in the forms of other tools, the same ones for the same size."""

import pathlib
import random

import commands
from plan import WHAT, WHERE

PRE_COMMIT = """repos:
  - repo: local
    hooks:
      - id: story
        name: story
        language: system
        entry: grep -q Story
        stages: [commit-msg]
"""


def titles(count: int) -> list[str]:
    choose = random.Random(count)
    return [f"{choose.choice(WHAT).capitalize()} {choose.choice(WHERE)}" for _ in range(count)]


def start(root: pathlib.Path) -> None:
    root.mkdir(parents=True)
    commands.git(root, "init", "-q", "-b", "main")


def finish(root: pathlib.Path) -> None:
    commands.git(root, "add", "-A")
    commands.git(root, "commit", "-q", "-m", "The plan")


def doorstop(root: pathlib.Path, count: int) -> None:
    """One document of needs and one of requirements, each of which names a need."""
    start(root)
    for prefix, parent in (("NEED", None), ("REQ", "NEED")):
        folder = root / prefix.lower()
        folder.mkdir()
        above = f"  parent: {parent}\n" if parent else ""
        (folder / ".doorstop.yml").write_text(f"settings:\n  digits: 5\n{above}  prefix: {prefix}\n  sep: ''\n")
    for number, title in enumerate(titles(count), start=1):
        need = (number - 1) // 50 + 1
        for folder, name, links in (("need", f"NEED{need:05}", "[]"), ("req", f"REQ{number:05}", f"\n- NEED{need:05}: null")):
            (root / folder / f"{name}.yml").write_text(
                f"active: true\nderived: false\nheader: ''\nlevel: 1.{number}\nlinks: {links}\nnormative: true\nref: ''\n"
                f"reviewed: null\ntext: |\n  {title}.\n")
    finish(root)


def strictdoc(root: pathlib.Path, count: int) -> None:
    start(root)
    lines = ["[DOCUMENT]", "TITLE: Plan", ""]
    for number, title in enumerate(titles(count), start=1):
        lines += ["[REQUIREMENT]", f"UID: REQ-{number}", f"TITLE: {title}", f"STATEMENT: The program shall let people {title.lower()}."]
        if number > 50:
            lines += ["RELATIONS:", "- TYPE: Parent", f"  VALUE: REQ-{(number - 1) // 50 + 1}"]
        lines.append("")
    (root / "plan.sdoc").write_text("\n".join(lines))
    finish(root)


def needs(root: pathlib.Path, count: int) -> None:
    start(root)
    (root / "conf.py").write_text("project = 'Plan'\nextensions = ['sphinx_needs']\n")
    lines = ["Plan", "====", ""]
    for number, title in enumerate(titles(count), start=1):
        link = f"   :links: R_{(number - 1) // 50 + 1}\n" if number > 50 else ""
        lines.append(f".. req:: {title}\n   :id: R_{number}\n{link}\n   It is possible to {title.lower()}.\n")
    (root / "index.rst").write_text("\n".join(lines))
    finish(root)


def code(root: pathlib.Path, count: int) -> None:
    """Python and C files of a believable length, in folders of a hundred."""
    start(root)
    choose = random.Random(count)
    words = [word for phrase in WHAT for word in phrase.replace("'", "").split()]
    for number in range(count):
        folder = root / f"part{number // 100}"
        folder.mkdir(exist_ok=True)
        lines = []
        for _ in range(choose.randint(3, 15)):
            name = "_".join(choose.sample(words, 3))
            if number % 3:
                lines += [f"def {name}(order, board):", f'    """{" ".join(choose.sample(words, 6))}."""', f"    return {choose.choice(words)}(order) + {number}", ""]
            else:
                lines += [f"static int {name}(int order)", "{", f"  return {choose.choice(words)}(order) + {number};", "}", ""]
        (folder / f"{'_'.join(choose.sample(words, 2))}_{number}.{'py' if number % 3 else 'c'}").write_text("\n".join(lines))
    finish(root)
    commands.git(root, "repack", "-a", "-d", "-q")
