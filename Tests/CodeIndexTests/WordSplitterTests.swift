import Testing

@testable import CodeIndex

@Suite("Words of names") struct WordSplitterTests {
  @Test(
    "names are cut into stemmed words, with the whole behind them",
    arguments: [
      ("getUserNames", ["get", "user", "name", "getusernames"]), ("HTTPServer", ["http", "server", "httpserver"]),
      ("max_retries", ["max", "retry", "max_retries"]), ("user", ["user"]), ("__init__", ["init"]),
      ("XMLHttpRequest2", ["xml", "http", "request", "2", "xmlhttprequest2"]), ("a", []), ("x1", ["1", "x1"]),
      ("_cachedProperty_", ["cach", "property", "cachedproperty"]), ("404", ["404"]), ("größe", ["größe"]),
      ("class", ["class"]), ("running", ["runn"]), ("bus", ["bus"]), ("ABC", ["abc"]), ("", []), ("_", []),
    ])
  func words(_ name: String, _ words: [String]) {
    // `bus` has three letters and keeps its s.
    #expect(WordSplitter.words(of: name) == words)
  }

  @Test("a table of terms numbers each once and finds it again, however many there are")
  func table() {
    var table = TermTable(capacity: 1)
    let terms = (0..<5000).map { "term\($0)" }
    #expect(terms.map { table.number(of: Array($0.utf8)) } == Array(0..<5000))
    #expect(terms.reversed().map { table.number(of: Array($0.utf8)) } == (0..<5000).reversed())
    #expect(String(decoding: table.term(4999), as: UTF8.self) == "term4999")
    #expect(table.number(of: [UInt8]()) == 5000)
    #expect(table.number(of: [UInt8]()) == 5000)
  }
}
