import Testing

@testable import CodeIndex

@Suite("How the code index is stored") struct StorageTests {
  @Test("counts come back as they were written")
  func counts() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      var counts = FieldCounts()
      for field in Field.allCases {
        let values: [Int32] = [0, 0, 1, 1, 2, 127, 128, 70_000]
        counts[field] = values.randomElement(using: &random) ?? 0
      }
      var log = PostingLog()
      WordPosting.write(counts, to: &log)
      var reader = ByteReader(log.bytes[...])
      #expect(try WordPosting.readCounts(&reader) == counts)
      #expect(reader.isAtEnd)
    }
  }

  @Test("numbers of any size come back as they were written")
  func numbers() throws {
    let numbers = [0, 1, 127, 128, 16_383, 16_384, 1 << 40, .max, -1, .min]
    var writer = ByteWriter()
    for number in numbers { writer.number(number) }
    writer.text("größe")
    var reader = try ByteReader(checked: writer.checked)
    for number in numbers { #expect(try reader.number() == number) }
    #expect(try reader.text() == "größe")
    #expect(reader.isAtEnd)
  }

  @Test("bytes that belong to another row are refused")
  func otherRow() throws {
    var writer = ByteWriter()
    writer.text("something")
    let rows: [RowName] = [
      .document(1, key: "a", language: "C"), .document(2, key: "a", language: "C"),
      .document(1, key: "b", language: "C"), .document(1, key: "a", language: "Go"), .outline(1), .outline(2),
      .sequence(1), .bucket(.files, 1), .bucket(.history, 1), .segments(.files), .segments(.history), .chunk(1),
      .tip("a"), .root("a"), .snapshot("a"), .snapshot("b"),
    ]
    for (place, row) in rows.enumerated() {
      let stored = writer.checked.bound(to: row)
      var reader = try ByteReader(checked: stored.bound(to: row))
      #expect(try reader.text() == "something")
      for (other, name) in rows.enumerated() where other != place {
        #expect(throws: ByteReader.Damage.self) { try ByteReader(checked: stored.bound(to: name)) }
      }
    }
  }

  @Test("bytes that were not written so are refused, whatever they are")
  func damage() throws {
    var writer = ByteWriter()
    writer.text("something")
    let whole = writer.checked
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 1
      #expect(throws: ByteReader.Damage.self) { try ByteReader(checked: bytes) }
    }
    #expect(throws: ByteReader.Damage.self) { try ByteReader(checked: []) }
    var random = SystemRandomNumberGenerator()
    for _ in 0..<3000 {
      // With a right sum, so that the readers behind it are tried.
      var writer = ByteWriter()
      writer.raw((0..<Int.random(in: 0..<60, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) })
      _ = try? StoredSnapshot(stored: writer.checked)
      _ = try? Outline(stored: writer.checked)
      _ = try? WordSequence(stored: writer.checked)
      _ = try? HistoryColumns(stored: [writer.checked])
      var bucket = try ByteReader(checked: writer.checked)
      _ = try? TermEntry.find(Array("a".utf8), .word, in: &bucket)
      _ = try? NumberSet(stored: writer.checked)
    }
  }

  @Test("postings of several runs are joined in the order of their documents")
  func runs() {
    var first = PostingLog()
    var table = TermTable()
    for document in [3, 7] {
      first.number(document * 10)
      first.end(Int32(table.number(of: Array("a".utf8))), document)
    }
    let run = first.run(table)
    #expect(run.firsts == [3] && run.lasts == [7] && run.counts == [2])
    #expect(Array(run.postings(0)) == [30, 4, 70])
  }
}
