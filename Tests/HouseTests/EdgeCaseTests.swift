import Foundation
import Testing

/// docs/reference/edge-cases.md: every case has a row, and every test that a row names is there.
@Suite("The catalogue of edge cases") struct EdgeCaseTests {
  private struct Row {
    let number: Int
    let what: String
    let tests: [String]
  }

  @Test("every number from 1 to 102 has one row")
  func numbers() throws {
    #expect(try rows().map(\.number) == Array(1...102))
  }

  @Test("a row names a test that is there, or says why there is none")
  func tests() throws {
    for row in try rows() {
      if row.tests.isEmpty { #expect(row.what.contains("No test:"), "\(row.number) names no test, and no reason") }
      for test in row.tests { #expect(try exists(test), "\(row.number) names \(test)") }
    }
  }

  /// `| 7 | what happens | `file.txt`, `Folder/FileTests.swift`: "the name" |`
  private func rows() throws -> [Row] {
    try Checkout.read("docs/reference/edge-cases.md").split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard cells.count == 5, let number = Int(cells[1]) else { return nil }
      let tests = cells[3].split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      return Row(number: number, what: cells[2], tests: tests)
    }
  }

  /// A scenario, or a file of tests with the name of one of its tests.
  private func exists(_ test: String) throws -> Bool {
    let parts = test.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 else { return false }
    let file = "\(Checkout.top)/Tests/" + parts[1]
    guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return false }
    if parts[1].hasSuffix(".txt") { return parts[2].isEmpty }
    let name = parts[2].trimmingCharacters(in: CharacterSet(charactersIn: ": \""))
    return name.count > 2 && text.contains(name)
  }
}
