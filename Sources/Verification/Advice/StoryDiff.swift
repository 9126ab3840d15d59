import Git
import Patterns

/// The lines that a story's commits, taken together, add and remove; the plan's own files are left out.
package struct StoryDiff: Hashable, Sendable {
  package enum Side: String, Hashable, Sendable {
    case added, removed
  }

  package struct Line: Hashable, Sendable {
    package var side: Side
    /// From 1, in the file that the commit which changed it made of it, or for a removed line found.
    package var number: Int
    package var text: String

    package init(_ side: Side, number: Int, text: String) {
      self.side = side
      self.number = number
      self.text = text
    }
  }

  package struct File: Hashable, Sendable {
    /// Its newest name.
    package var path: String
    /// Removed lines first, each side by number.
    package var lines: [Line]

    package init(path: String, lines: [Line]) {
      self.path = path
      self.lines = lines
    }
  }

  /// In the order in which the story came to them; files without such lines, binary ones for one, are not there.
  package var files: [File]
  /// Whether there is more than is held here.
  package var isCut = false

  /// Bytes of text in all, and of one line in Unicode scalars.
  package static let sizeLimit = 200_000
  static let lineLimit = 500

  package init(files: [File], isCut: Bool = false) {
    self.files = files
    self.isCut = isCut
  }

  /// What `commits`, of one story and the oldest first, come to. Throws what the subject throws.
  package init(of commits: [StoryCommit], in subject: any Subject) throws {
    files = []
    var left = Self.sizeLimit
    var budget = SearchBudget()
    for history in FileHistory.all(in: commits) {
      let changes = history.changes.filter { !$0.change.isOfPlan }
      guard let path = changes.last?.change.path else { continue }
      var net = NetLines(pattern: nil)
      for (change, isMerge) in changes {
        _ = net.apply(try subject.lines(of: change), path: change.path, isMerge, &budget)
      }
      var file = File(path: path, lines: [])
      for line in net.lines(.removed) + net.lines(.added) {
        let text = Self.cut(line.text)
        if text.utf8.count < line.text.utf8.count { isCut = true }
        left -= text.utf8.count + 1
        if left < 0 { break }
        file.lines.append(Line(line.side, number: line.number, text: text))
      }
      if !file.lines.isEmpty { files.append(file) }
      if left < 0 {
        isCut = true
        break
      }
    }
  }

  private static func cut(_ text: String) -> String {
    text.utf8.count <= lineLimit ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(lineLimit)))
  }
}
