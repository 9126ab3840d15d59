import Testing
import Views

@Suite("Grammar of messages") struct PhraseTests {
  @Test("lists are as English has them")
  func lists() {
    #expect(Phrase.list([]) == "none")
    #expect(Phrase.list(["a"]) == "a")
    #expect(Phrase.list(["a", "b"], "or") == "a or b")
    #expect(Phrase.list(["a", "b", "c"]) == "a, b and c")
    #expect(Phrase.list(["a", "b", "c"], limit: 3) == "a, b and c")
    #expect(Phrase.list(["a", "b", "c", "d"], limit: 2) == "a, b and 2 more")
  }

  @Test("counts agree with their nouns")
  func counts() {
    #expect(Phrase.count(0, "story", "stories") == "no stories")
    #expect(Phrase.count(1, "story", "stories") == "1 story")
    #expect(Phrase.count(2, "file") == "2 files")
  }

  @Test(
    "sizes are in the unit that people read",
    arguments: [
      (0, "no bytes"), (1, "1 byte"), (1023, "1023 bytes"), (1024, "1 KiB"), (1536, "1.5 KiB"), (1_572_864, "1.5 MiB"),
      (67_108_864, "64 MiB"), (10_800_000, "10 MiB"), (1 << 30, "1 GiB"), (1 << 50, "1048576 GiB"),
    ])
  func sizes(_ bytes: Int, _ words: String) {
    #expect(Phrase.size(bytes) == words)
  }
}
