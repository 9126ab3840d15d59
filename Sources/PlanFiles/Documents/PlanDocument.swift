package import PlanModel

/// A plan file as it stands: front matter between `---` lines, and a CommonMark body. Nothing of it is ever lost:
/// reading keeps the bytes, and edits replace only the lines that they are about.
package struct PlanDocument: Sendable {
  /// Larger files are no plan items, and are refused before they are read.
  package static let byteLimit = 1 << 20

  package let path: String
  package let text: LinedText
  /// The fields of the front matter; an empty map when there are none.
  package let fields: YAMLNode
  /// The lines between the two `---` lines.
  package let frontMatterLines: Range<Int>
  package let body: Body
  /// The file is fields and nothing else, without `---` lines: a `source.yml`.
  let isFieldsOnly: Bool

  /// Reads a plan file.
  ///
  /// - Throws: the finding that keeps it from being read at all: no UTF-8, conflict markers, broken front matter.
  package init(_ bytes: [UInt8], path: String) throws(Finding) {
    self.path = path
    let text = try LinedText(bytes, path: path)
    self.text = text
    guard text.lineCount >= 1, text.isFence(1) else { throw Finding(.file(.noFrontMatter), path: path) }
    guard let end = (2...max(2, text.lineCount)).first(where: { $0 <= text.lineCount && text.isFence($0) }) else {
      throw Finding(.file(.unclosedFrontMatter), path: path)
    }
    frontMatterLines = 2..<end
    fields = try Self.fields(of: text, frontMatterLines, path: path)
    body = Body(text: text, firstLine: end + 1)
    isFieldsOnly = false
  }

  /// Reads a file that is fields and nothing else.
  package init(fieldsOnly bytes: [UInt8], path: String) throws(Finding) {
    self.path = path
    text = try LinedText(bytes, path: path)
    frontMatterLines = 1..<text.lineCount + 1
    fields = try Self.fields(of: text, frontMatterLines, path: path)
    body = Body(text: text, firstLine: text.lineCount + 1)
    isFieldsOnly = true
  }

  private static func fields(of text: LinedText, _ lines: Range<Int>, path: String) throws(Finding) -> YAMLNode {
    do {
      let root = try YAMLReader.read(text.bytes(ofLines: lines), firstLine: lines.lowerBound)
      return root ?? YAMLNode(.map([]), line: lines.lowerBound, column: 1)
    } catch {
      throw Finding(error, path: path)
    }
  }
}

extension Finding {
  /// The finding that a YAML error amounts to.
  init(_ error: YAMLError, path: String) {
    let problem: Problem =
      switch error.reason {
      case .syntax(let words): .file(.invalidYAML(words))
      case .duplicateKey(let key): .field(.duplicateKey(key))
      case .compoundKey: .file(.invalidYAML("a key must be a word"))
      case .tooComplex: .file(.invalidYAML("it is nested too deeply, or its aliases expand too far"))
      }
    self.init(problem, path: path, line: error.line, column: error.column)
  }
}
