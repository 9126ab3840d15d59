import Markdown
import PlanModel

/// Reads the criteria of a story: third-level headings `AC1: …` under "Acceptance criteria".
struct CriterionReader {
  static let section = "Acceptance criteria"

  private let document: PlanDocument
  private(set) var criteria: [Criterion] = []
  private(set) var findings: [Finding] = []
  private var firstLines: [CriterionID: Int] = [:]

  init(_ document: PlanDocument) {
    self.document = document
    for section in document.body.sections(titled: Self.section) {
      for part in document.body.subsections(of: section) { read(part) }
    }
  }

  private mutating func read(_ part: Body.Part) {
    let line = part.lines.lowerBound
    guard let (id, title) = Self.split(part.title) else {
      let sections = ItemKind.story.sectionTitles
      if let section = sections.first(where: { $0.lowercased() == part.title.lowercased() }) {
        report(.story(.misplacedSection(title: section, level: 3)), line: line)
      } else {
        report(.story(.unnumberedCriterion(heading: part.title, id: id(for: part.title))), line: line)
      }
      return
    }
    if let first = firstLines[id] {
      report(.story(.duplicateCriterion(id, firstLine: first)), line: line)
    } else {
      firstLines[id] = line
    }
    var conditions: [Condition] = []
    var prose: [MarkdownBlock] = []
    for block in part.blocks {
      if Self.isVerifyBlock(block) {
        conditions += read(verify: block)
      } else {
        if let word = Self.misspeltWord(of: block) ?? bareWord(of: block, among: part.blocks) {
          report(.condition(.misspeltBlock(word)), line: block.lines.lowerBound)
        }
        prose.append(block)
      }
    }
    let body = document.body
    let hints = part.blocks.filter(body.isHint)
    let text = body.string(of: prose.filter { $0.kind != .quote && !hints.contains($0) }, without: hints)
    criteria.append(
      Criterion(
        id: id, title: title, text: text, conditions: conditions,
        wording: body.string(ofLines: part.lines, without: hints), line: line))
  }

  /// The id that a heading nearly has, as `ac3: …` and `AC 3 - …` do; else the next that is free.
  private func id(for heading: String) -> CriterionID {
    let parts = document.body.sections(titled: Self.section).flatMap { document.body.subsections(of: $0) }
    let taken = Set(parts.compactMap { Self.split($0.title)?.0 })
    let digits =
      heading.lowercased().hasPrefix("ac")
      ? heading.dropFirst(2).drop { " -#".contains($0) }.prefix(while: \.isNumber) : ""
    if let meant = CriterionID("AC" + digits), !taken.contains(meant) { return meant }
    return CriterionID((taken.map(\.number).max() ?? 0) + 1)
  }

  private mutating func read(verify block: MarkdownBlock) -> [Condition] {
    let (lines, isClosed) = document.text.linesInside(fenced: block)
    // At the end of a file nothing is lost by it. Where the next block's end is taken for this one's, that begins in it.
    if lines.contains(where: { document.text.line($0).starts(with: "```".utf8) })
      || !isClosed && lines.contains(where: { document.text.line($0).first == UInt8(ascii: "#") })
    {
      report(.condition(.unclosedBlock), line: block.lines.lowerBound)
      return []
    }
    if let (line, problem) = unlisted(lines) {
      report(.condition(problem), line: line)
      return []
    }
    do {
      guard let root = try YAMLReader.read(document.text.bytes(ofLines: lines), firstLine: lines.lowerBound) else {
        return []
      }
      guard let list = root.list else {
        report(.condition(.notAList), line: root.line)
        return []
      }
      return list.compactMap { node in
        reportComment(in: node)
        reportQuotes(in: node)
        return condition(node)
      }
    } catch {
      if isClosed {
        findings.append(Finding(error, path: document.path))
      } else {
        report(.condition(.unclosedBlock), line: block.lines.lowerBound)
      }
      return []
    }
  }

  /// The first line that YAML would speak of in words of its own: a bullet of Markdown's, or a tab.
  private func unlisted(_ lines: Range<Int>) -> (line: Int, ConditionProblem)? {
    for line in lines {
      let text = document.text.line(line)
      if text.first == UInt8(ascii: "\t") || text.starts(with: "-\t".utf8) {
        return (line, .wrongForm(keyword: "", expected: "spaces in place of the tab"))
      }
      let words = text.drop { $0 == .space }
      if words.count < text.count || words.count < 2 { continue }
      if words.first == UInt8(ascii: "*") || words.first == UInt8(ascii: "+"), words.dropFirst().first == .space {
        return (line, .notAList)
      }
    }
    return nil
  }

  private mutating func condition(_ node: YAMLNode) -> Condition? {
    do {
      return try ConditionReader.read(node)
    } catch {
      report(.condition(error), line: node.line, column: node.column)
      return nil
    }
  }

  /// `fixes issue #12` without quotes ends at the mark (YAML 1.2, §6.6). A comment with a space behind its mark is meant.
  private mutating func reportComment(in node: YAMLNode) {
    guard let entry = node.entries?.first, case .scalar(let text, isQuoted: false) = entry.value.content, !text.isEmpty,
      !text.contains("\n")
    else { return }
    let source = document.text.line(entry.value.line)
    let rest = source.dropFirst(entry.value.column - 1 + text.utf8.count)
    let behind = rest.drop { $0 == .space || $0 == .tab }
    guard behind.count < rest.count, behind.first == UInt8(ascii: "#"), let next = behind.dropFirst().first,
      next != .space, next != .tab, next != UInt8(ascii: "#")
    else { return }
    let whole = (text + String(decoding: rest, as: UTF8.self)).replacing("\"", with: "\\\"").foldingWhiteSpace()
    let problem = ConditionProblem.wrongForm(
      keyword: entry.key, expected: "the value in quotes, since a comment begins at ' #': `\(entry.key): \"\(whole)\"`")
    report(.condition(problem), line: entry.value.line, column: entry.value.column)
  }

  /// `“*muted*”` as word processors quote: to YAML these marks are part of the value.
  private mutating func reportQuotes(in node: YAMLNode) {
    guard let entry = node.entries?.first, case .scalar(let text, isQuoted: false) = entry.value.content,
      let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, text.unicodeScalars.count > 1,
      "“„‟”«»‘’‚".unicodeScalars.contains(first), "“„‟”«»‘’‚".unicodeScalars.contains(last)
    else { return }
    let bare = String(text.unicodeScalars.dropFirst().dropLast())
    let problem = ConditionProblem.wrongForm(
      keyword: entry.key, expected: "plain quotes: `\(entry.key): \"\(bare)\"`")
    report(.condition(problem), line: entry.value.line, column: entry.value.column)
  }

  private mutating func report(_ problem: Problem, line: Int, column: Int = 1) {
    findings.append(Finding(problem, path: document.path, line: line, column: column))
  }

  /// The word of a block that was probably meant to be a verify block.
  private static func misspeltWord(of block: MarkdownBlock) -> String? {
    guard case .code(let info, isFenced: true) = block.kind, let word = info.split(separator: " ").first else {
      return nil
    }
    let isClose = word.lowercased() == "verify" || nearest(to: word.lowercased(), among: ["verify"]) != nil
    return isClose ? String(word) : nil
  }

  /// The word, or the want of one, of a block that begins as a list of conditions does, where no block is marked as one.
  private func bareWord(of block: MarkdownBlock, among blocks: [MarkdownBlock]) -> String? {
    guard case .code(let info, isFenced: true) = block.kind, ["", "yaml", "yml"].contains(info.lowercased()),
      !blocks.contains(where: Self.isVerifyBlock)
    else { return nil }
    let first = document.text.linesInside(fenced: block).lines.first.map { document.text.line($0) } ?? []
    guard first.starts(with: "- ".utf8), let colon = first.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let keyword = String(decoding: first[..<colon].dropFirst(2), as: UTF8.self)
    return Condition.Keyword(rawValue: keyword) == nil ? nil : info
  }

  private static func isVerifyBlock(_ block: MarkdownBlock) -> Bool {
    guard case .code(let info, isFenced: true) = block.kind else { return false }
    return info.split(separator: " ").first == "verify"
  }

  /// `AC1: Title`, `AC1 - Title`, `AC1. Title` or `AC1 Title`.
  static func split(_ heading: String) -> (CriterionID, title: String)? {
    // Scalars, because a mark and an accent behind it are one character.
    let scalars = heading.unicodeScalars
    let word = scalars.prefix { $0 != ":" && $0 != " " && $0 != "." }
    guard let id = CriterionID(Substring(word)) else { return nil }
    var title = scalars[word.endIndex...].drop { $0 == " " }
    // One mark parts the id from the title; the next is the title's own, as in `AC1: .env is not read`.
    if let mark = title.first, [":", "."].contains(mark) || (isDash(mark) && title.dropFirst().first == " ") {
      title = title.dropFirst().drop { $0 == " " }
    }
    return (id, String(title))
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "–" || scalar == "—"
  }
}

extension LinedText {
  /// The lines between the fences of a code block; one that is never closed ends with what holds it.
  fileprivate func linesInside(fenced block: MarkdownBlock) -> (lines: Range<Int>, isClosed: Bool) {
    let first = block.lines.lowerBound + 1
    let fence = line(block.lines.lowerBound).drop { $0 == .space }
    let last = line(block.lines.upperBound).drop { $0 == .space }
    let opening = fence.prefix { $0 == fence.first }.count
    let closing = last.prefix { $0 == fence.first }.count
    let isClosed =
      block.lines.count > 1 && closing >= opening && last.dropFirst(closing).allSatisfy { $0 == .space || $0 == .tab }
    return (first..<max(first, block.lines.upperBound + (isClosed ? 0 : 1)), isClosed)
  }
}
