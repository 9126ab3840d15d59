import Intake
import PlanModel
import Testing

@Suite("How tables are written")
struct TableSyntaxTests {
  private static func texts(_ text: String, _ name: String = "a.csv") throws -> [String] {
    try read(text, name).statements.map(\.text)
  }

  @Test("separators are found in the content", arguments: [",", ";", "\t", "|"])
  func separators(_ mark: String) throws {
    let rows = [["Name", "Comment"], ["Dana", "It is \"fine\""], ["Sam", "One; two, three | four\tfive."]]
    let text = rows.map { $0.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: mark) }
    let reading = try read(text.joined(separator: "\n"), "a.csv")
    #expect(reading.statements.map(\.text) == ["It is \"fine\"", "One; two, three | four five."])
    #expect(reading.statements.map(\.speaker) == ["Dana", "Sam"])
  }

  @Test("line ends of any kind, and those within quotation marks", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(_ end: String) throws {
    let text = ["name,comment", "Dana,\"First.\(end)\(end)Second, still hers.\"", "", "Sam,Third."].joined(
      separator: end)
    #expect(try Self.texts(text) == ["First.", "Second, still hers.", "Third."])
  }

  @Test("a byte order mark, UTF-16 and windows-1252")
  func encodings() throws {
    #expect(try Self.texts("\u{FEFF}name,comment\nDana,Très bien.\n") == ["Très bien."])
    let wide = try Original.read(Tables.utf16(Tables.play), name: "reviews.csv")
    #expect(wide.statements == (try read(Tables.play, "reviews.csv")).statements)
    let narrow = Array("name,comment\nJ".utf8) + [0xF6] + Array("rg,Sch".utf8) + [0xF6] + Array("n.\n".utf8)
    #expect(try Original.read(narrow, name: "a.csv").statements.map(\.text) == ["Schön."])
  }

  @Test("a line separator of Unicode in a field ends no record")
  func unusualLineEnds() throws {
    #expect(try Self.texts("name,comment\nDana,One.\u{2028}Two.\nSam,Three.\n") == ["One.", "Two.", "Three."])
  }

  @Test("words behind a closing quotation mark, marks inside a field, and fields beyond the header are kept")
  func lenient() throws {
    #expect(try Self.texts("name,comment\nDana,\"x\" y\nSam,a \"b\" c\n") == ["x y", "a \"b\" c"])
    #expect(try Self.texts("name,comment\nDana,\"One\", two\nSam, \"Three\"\n") == ["One", "two", "Three"])
    #expect(try Self.texts("name,comment,votes\nDana,One\nSam,Two,3,four\n") == ["One", "Two", "four"])
    let database = "name,comment\nDana,\"He said \\\"wow\\\" twice, loudly\"\nSam,\"a \\\"b\\\" c\"\n"
    #expect(try Self.texts(database) == ["He said \"wow\" twice, loudly", "a \"b\" c"])
  }

  @Test(
    "a quotation mark that never closes is located",
    arguments: [
      ("name,comment\nDana,\"It is fine.\nSam,no\n", 2, 6), ("name,comment\r\n\r\nDana,x\r\nSam, \"y", 4, 6),
      ("name,comment\rDana,\"x", 2, 6),
    ])
  func openQuote(_ text: String, _ line: Int, _ column: Int) throws {
    #expect(throws: IntakeError.malformed(.table, .openQuote, line: line, column: column)) {
      _ = try read(text, "a.csv")
    }
  }

  @Test("Excel's sep line is obeyed and is no record")
  func statedSeparator() throws {
    #expect(try Self.texts("sep=;\r\nname;comment\r\nDana;One, two; three\r\n") == ["One, two", "three"])
  }

  @Test("a table of nothing but separators or a header says nothing", arguments: [",,,\n,,,\n", "name,comment\n"])
  func nothing(_ text: String) throws {
    #expect(throws: IntakeError.nothingSaid) { _ = try read(text, "a.csv") }
  }
}
