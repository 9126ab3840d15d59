import CodeIndex
import Testing

@testable import Grounding

@Suite("The words of a file by name") struct NamedWordsTests {
  private static let text = """
    class Store:
        def mute(self, users): # mute all users
            for user in users: user.mute("mute")
    def mute_all(): return Store().mute
    x = a; aa = aaa; abcabc = abdabc; abcxabc = abcyabc
    """

  @Test("the table finds the same words as a look through all of them, in their order")
  func table() {
    let bytes = Array(Self.text.utf8)
    let words = CodeReader().words(of: bytes, language: "Python")
    let table = NamedWords(words, in: bytes)
    let names = Set(words.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) })
    #expect(names.count > 15)
    for var name in names.union(["", "m", "mut", "mutee", "abczabc", "unknown"]) {
      let (found, scanned) = name.withUTF8 {
        (table.places(of: $0, among: words, bytes), NamedWords.scan(for: $0, among: words, bytes))
      }
      #expect(found == scanned)
      let plain = words.indices.filter { bytes[words[$0].start..<words[$0].end].elementsEqual(name.utf8) }
      #expect(found.map { Int($0) } == plain)
    }
  }

  @Test("a file without words has none of any name")
  func empty() {
    var name = "a"
    let table = NamedWords([], in: [])
    #expect(name.withUTF8 { table.places(of: $0, among: [], []) }.isEmpty)
  }
}
