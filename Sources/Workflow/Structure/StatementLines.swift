import Drafting
import FileSystem
import JSONText

/// A statement that came as a line of JSON: `{"id","text"}`, with `speaker` and `thread` where they are known.
package struct StatementLine: Sendable {
  package var id: String
  /// Whether the id came as a number, which it stays.
  package var hasNumber: Bool
  var utterance: Utterance
}

/// Why a line is no statement.
package enum StatementLineProblem: Hashable, Sendable {
  case notJSON(column: Int)
  case noObject
  /// Neither a string nor a number is there under this name.
  case missing(String)
}

/// Statements a line each, as scripts hand them in.
package enum StatementLines {
  /// How much is read of one input.
  package static let byteLimit = 256 << 20

  package static func readStandardInput() throws(Failure) -> [StatementLine] {
    let bytes = try failing(Failure.Reason.file) { () throws(FileError) in
      try FileSystem.readStandardInput(limit: byteLimit)
    }
    return try read(bytes, origin: "standard input")
  }

  package static func read(file: String) throws(Failure) -> [StatementLine] {
    let bytes = try failing(Failure.Reason.file) { () throws(FileError) in
      try FileSystem.read(file, limit: byteLimit)
    }
    return try read(bytes, origin: file)
  }

  /// Blank lines are passed over. Errors name `origin` and the line.
  package static func read(_ bytes: [UInt8], origin: String) throws(Failure) -> [StatementLine] {
    var lines: [StatementLine] = []
    var start = 0
    var number = 1
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if bytes[start..<end].contains(where: { $0 > 0x20 }) {
        do throws(StatementLineError) {
          lines.append(try line(bytes, start..<end))
        } catch {
          throw Failure(.statementLine(origin, number, error.problem))
        }
      }
      start = end + 1
      number += 1
    }
    return lines
  }

  private static func line(_ bytes: [UInt8], _ range: Range<Int>) throws(StatementLineError) -> StatementLine {
    let row: JSONNode
    do throws(JSONError) {
      row = try JSONDocument(bytes, in: range).root
    } catch {
      throw StatementLineError(problem: .notJSON(column: error.offset - range.lowerBound + 1))
    }
    guard row.kind == .object else { throw StatementLineError(problem: .noObject) }
    guard let id = row["id"], let name = id.text else { throw StatementLineError(problem: .missing("id")) }
    guard let text = row["text"]?.string else { throw StatementLineError(problem: .missing("text")) }
    let utterance = Utterance(text, speaker: row["speaker"]?.text ?? "", thread: row["thread"]?.text)
    return StatementLine(id: name, hasNumber: id.kind == .number, utterance: utterance)
  }
}

private struct StatementLineError: Error {
  var problem: StatementLineProblem
}
