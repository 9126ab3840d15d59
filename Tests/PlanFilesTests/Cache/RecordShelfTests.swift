import Testing

@testable import PlanFiles

@Suite("Records on a shelf")
struct RecordShelfTests {
  private func records(_ count: Int, marked mark: String = "") -> [ContentKey: ArraySlice<UInt8>] {
    var records: [ContentKey: ArraySlice<UInt8>] = [:]
    for number in 0..<count {
      records[ContentKey(Array("\(mark)\(number)".utf8), name: "a")] = Array("r\(number)".utf8)[...]
    }
    return records
  }

  @Test("what is put on a shelf is found by its contents and its name, and nothing else is")
  func found() throws {
    let file = try #require(RecordShelf.file(of: records(300), and: RecordShelf(), stamp: 7))
    let shelf = try #require(RecordShelf(file, stamp: 7))
    #expect(shelf.count == 300)
    #expect(shelf[ContentKey(Array("17".utf8), name: "a")].map(Array.init) == Array("r17".utf8))
    #expect(shelf[ContentKey(Array("17".utf8), name: "b")] == nil)
    #expect(shelf[ContentKey(Array("300".utf8), name: "a")] == nil)
  }

  @Test("a name and contents that are the same when put together are not the same")
  func apart() {
    #expect(ContentKey(Array("bc".utf8), name: "a") != ContentKey(Array("c".utf8), name: "ab"))
  }

  @Test("a file of another program, or of other rules, is no shelf")
  func stamp() throws {
    let file = try #require(RecordShelf.file(of: records(3), and: RecordShelf(), stamp: 7))
    #expect(RecordShelf(file, stamp: 8) == nil)
  }

  @Test("a file that ends early, or in which any one byte is another, is no shelf")
  func broken() throws {
    let file = try #require(RecordShelf.file(of: records(3), and: RecordShelf(), stamp: 7))
    for length in 0..<file.count { #expect(RecordShelf(Array(file.prefix(length)), stamp: 7) == nil) }
    for index in file.indices {
      var other = file
      other[index] ^= 0x10
      #expect(RecordShelf(other, stamp: 7) == nil, "byte \(index)")
    }
  }

  @Test("what nobody asked for stays as long as it takes no more room than what was")
  func bounded() throws {
    let first = try #require(RecordShelf.file(of: records(200, marked: "old"), and: RecordShelf(), stamp: 1))
    let older = try #require(RecordShelf(first, stamp: 1))
    let second = try #require(RecordShelf.file(of: records(100, marked: "new"), and: older, stamp: 1))
    let shelf = try #require(RecordShelf(second, stamp: 1))
    #expect((150...200).contains(shelf.count))
    for key in records(100, marked: "new").keys { #expect(shelf[key] != nil) }
  }
}
