import TestKit
import Testing

/// Where the golden files of these tests stand: in one folder, whatever folder a test is in.
@Suite("Golden files") struct GoldenFiles {
  static let beside = #filePath

  @Test("no golden file is left over")
  func orphans() throws {
    #expect(try Golden.orphans(file: Self.beside) == [])
  }
}
