"""Writes originals of a given size, the same ones for the same size: a table of reviews and a chat log."""

import csv
import pathlib
import random

WORDS = (
    "app export fails when board card opens slow phone sync login crash update version button never again please add "
    "dark mode price team plan mail week order search print settings list Müller café"
).split()


class Originals:
    """A table and a chat log of about `megabytes` million bytes each, under `folder`."""

    def __init__(self, folder: pathlib.Path, megabytes: int):
        self.folder = folder
        self.size = megabytes * 1_000_000
        self.random = random.Random(megabytes)

    def sentence(self) -> str:
        words = self.random.choices(WORDS, k=self.random.randint(5, 16))
        return " ".join(words).capitalize() + self.random.choice("...!?")

    def day(self) -> str:
        return f"2024-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"

    def table(self) -> pathlib.Path:
        path = self.folder / "reviews.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["Review Id", "User Name", "Date", "Star Rating", "App Version", "Title", "Review Text"])
            number = written = 0
            while written < self.size:
                number += 1
                written += rows.writerow(self.review(number))
        return path

    def review(self, number: int) -> list:
        text = " ".join(self.sentence() for _ in range(self.random.randint(1, 6)))
        if number % 7 == 0:
            text = text.replace("app", '"app"')
        if number % 9 == 0:
            text += "\n\n" + self.sentence()
        version = f"{self.random.randint(1, 4)}.{self.random.randint(0, 9)}.0"
        stars = self.random.randint(1, 5)
        title = " ".join(self.random.choices(WORDS, k=3))
        return [f"{number:08}", f"User {self.random.randrange(50_000)}", self.day(), stars, version, title, text]

    def chat(self) -> pathlib.Path:
        path = self.folder / "chat.txt"
        with path.open("w", encoding="utf-8") as file:
            written = 0
            while written < self.size:
                name = self.random.choice(["Dana Ng", "Sam Reyes", "Kim Oduya", "Lee"])
                time = f"{self.random.randint(0, 23):02}:{self.random.randint(0, 59):02}"
                text = " ".join(self.sentence() for _ in range(self.random.randint(1, 3)))
                written += len(line := f"[{self.day()} {time}] {name}: {text}\n")
                file.write(line)
        return path
