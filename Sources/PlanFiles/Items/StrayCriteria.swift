import Markdown
import PlanModel

/// Finds what was meant for a criterion and is none: `## AC2: …`, `- AC2: …`, `**AC2:** …`, and `verify` blocks that stand
/// under no criterion. Left alone, the story would be met without them.
struct StrayCriteria {
  private(set) var findings: [Finding] = []
  private let document: PlanDocument
  private let known: Set<CriterionID>

  init(_ document: PlanDocument, known: Set<CriterionID>) {
    self.document = document
    self.known = known
    look(into: document.body.preamble, isCriteria: false)
    for section in document.body.sections {
      let isCriteria = section.title.lowercased() == CriterionReader.section.lowercased()
      let stray = isCriteria ? nil : Self.id(beginning: section.title[...])
      if let stray { report(.strayCriterion(stray), at: section.lines.lowerBound) }
      look(into: section.blocks, isCriteria: isCriteria, isWithin: stray != nil)
    }
  }

  /// - Parameter isWithin: the conditions to come are those of a heading that is read, or was reported.
  private mutating func look(into blocks: [MarkdownBlock], isCriteria: Bool, isWithin: Bool = false) {
    var isWithin = isWithin
    var isMisplaced = false
    for block in blocks {
      switch block.kind {
      case .heading(level: 3) where isCriteria: isWithin = true
      case .heading(level: let level) where level != 2 && isNamedAsCriteria(block):
        report(.misplacedSection(title: CriterionReader.section, level: level), at: block.lines.lowerBound)
        (isWithin, isMisplaced) = (true, true)
      case .heading where isMisplaced: continue
      case .heading: if look(at: block.lines.lowerBound, isHeading: true) { isWithin = true }
      case .paragraph, .list:
        guard isCriteria else { continue }
        for line in block.lines { look(at: line, isHeading: false) }
      case .code(let info, isFenced: true):
        let isVerify = info.split(separator: " ").first == "verify"
        if isVerify, !isWithin { report(.strayConditions, at: block.lines.lowerBound) }
      default: continue
      }
    }
  }

  private func isNamedAsCriteria(_ heading: MarkdownBlock) -> Bool {
    let line = String(decoding: document.text.line(heading.lines.lowerBound), as: UTF8.self)
    return line.drop { " #".contains($0) }.lowercased().hasPrefix(CriterionReader.section.lowercased())
  }

  /// In running words an id that is there may begin a line.
  @discardableResult
  private mutating func look(at line: Int, isHeading: Bool) -> Bool {
    let text = String(decoding: document.text.line(line), as: UTF8.self)
    guard let id = Self.id(beginning: text[...]), isHeading || !known.contains(id) else { return false }
    report(.strayCriterion(id), at: line)
    return true
  }

  /// `AC2` of `- [ ] **AC2:** It is`, whatever marks stand before it; nil where no colon follows.
  private static func id(beginning text: Substring) -> CriterionID? {
    var rest = text.drop { " \t#-+*_".contains($0) }
    for box in ["[ ]", "[x]", "[X]"] where rest.hasPrefix(box) { rest = rest.dropFirst(3).drop { " *_".contains($0) } }
    let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard let id = CriterionID(word), rest.dropFirst(word.count).drop(while: { "*_ ".contains($0) }).first == ":" else {
      return nil
    }
    return id
  }

  private mutating func report(_ problem: StoryProblem, at line: Int) {
    findings.append(Finding(.story(problem), path: document.path, line: line))
  }
}
