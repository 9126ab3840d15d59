/// Finds the last lines of definitions that nobody told: by braces or by indentation.
struct BlockEnds {
  private let file: LexedFile
  private let blocks: Syntax.Blocks
  /// For every brace, the line of its partner, or the last line.
  private let partners: [Int32]

  /// Kinds whose block may begin on a later line than the name.
  private static let blockKinds: Set = [
    "function", "method", "class", "struct", "enum", "interface", "protocol", "extension", "trait", "namespace",
    "module", "implementation", "constructor", "initializer", "object", "union", "getter", "setter", "generator",
    "func", "subroutine", "procedure", "impl", "record", "mixin", "deinitializer", "subscript", "service", "macro",
    "package", "contract",
  ]
  /// Kinds within which nothing of their kind stands that is indented no deeper.
  private static let functionKinds: Set = [
    "function", "method", "constructor", "initializer", "getter", "setter", "generator", "func", "subroutine",
    "procedure", "deinitializer", "subscript",
  ]
  /// Kinds whose value may stand on the lines below the name.
  private static let valueKinds: Set = [
    "constant", "const", "variable", "var", "val", "value", "field", "property", "alias", "typealias", "type",
  ]
  /// How far below its name a block may begin: parameters on lines of their own.
  private static let reach = 40

  init(_ file: LexedFile, _ blocks: Syntax.Blocks) {
    self.file = file
    self.blocks = blocks
    var partners = [Int32](repeating: Int32(file.lineCount), count: file.braces.count)
    var open: [Int] = []
    for (index, brace) in file.braces.enumerated() {
      if brace.isOpen {
        open.append(index)
      } else if let partner = open.popLast() {
        partners[partner] = brace.line
      }
    }
    self.partners = partners
  }

  /// Sets the ends that are not known; `definitions` by line.
  func complete(_ definitions: inout [Definition]) {
    // From behind, so that the next line with a definition is known; each line is looked at once for each reach.
    var next = Int.max
    var known: [Bool: Int] = [:]
    var isFound = [Bool](repeating: false, count: definitions.count)
    for index in definitions.indices.reversed() {
      let line = definitions[index].line
      if index + 1 < definitions.count, definitions[index + 1].line > line {
        next = definitions[index + 1].line
        known = [:]
      }
      guard definitions[index].end < line else { continue }
      let isBlock = Self.blockKinds.contains(definitions[index].kind)
      let end = known[isBlock] ?? self.end(line, reach: isBlock ? min(line + Self.reach, next - 1) : line)
      known[isBlock] = end
      definitions[index].end = end
      if end == line, blocks == .braces, Self.valueKinds.contains(definitions[index].kind) {
        definitions[index].end = endOfValue(line)
      }
      isFound[index] = true
    }
    shorten(&definitions, isFound)
  }

  /// A function ends before the next one that is indented no deeper: else a brace was read that is none, and its end is
  /// that of what stands around it.
  private func shorten(_ definitions: inout [Definition], _ isFound: [Bool]) {
    // The functions below, the nearest last, each indented less than those nearer.
    var below: [(line: Int, columns: Int)] = []
    for index in definitions.indices.reversed() where Self.functionKinds.contains(definitions[index].kind) {
      let line = definitions[index].line
      let columns = columns(line)
      guard columns >= 0 else { continue }
      while let nearest = below.last, nearest.columns > columns { below.removeLast() }
      if isFound[index], blocks == .braces, let next = below.last, line < next.line,
        next.line <= definitions[index].end
      {
        definitions[index].end = lastCode(before: next.line, from: line)
      }
      below.append((line, columns))
    }
  }

  private func columns(_ line: Int) -> Int { line <= file.lineCount ? Int(file.indents[line - 1].columns) : -1 }

  /// The last line with code above a definition, which its comments do not belong to.
  private func lastCode(before next: Int, from line: Int) -> Int {
    var last = next - 1
    while last > line, columns(last) < 0 { last -= 1 }
    return last
  }

  private func end(_ line: Int, reach: Int) -> Int {
    switch blocks {
    case .braces: endByBraces(line, reach: reach)
    case .indentation: endByIndentation(line)
    case .none: line
    }
  }

  private func endByBraces(_ line: Int, reach: Int) -> Int {
    var index = firstBrace(from: line)
    while index < file.braces.count, Int(file.braces[index].line) <= reach {
      if file.braces[index].isOpen { return max(line, Int(partners[index])) }
      // What is closed before anything is opened is the block around it.
      if Int(file.braces[index].line) > line { return line }
      index += 1
    }
    return line
  }

  /// Below the name, the value is indented deeper, or within a string that goes over lines.
  private func endOfValue(_ line: Int) -> Int {
    var last = endByIndentation(line)
    if last > line { return last }
    var at = firstToken(behind: line)
    while at < file.tokens.count, file.tokens[at].zone == .string, Int(file.tokens[at].line) - last < 40,
      (last..<Int(file.tokens[at].line)).allSatisfy({ file.indents[$0].columns < 0 })
    {
      last = Int(file.tokens[at].line)
      at += 1
    }
    // The line on which the string is closed has no words, and does not begin in code.
    let isClosedBelow = last > line && last < file.lineCount && file.indents[last].columns < 0
    return isClosedBelow ? last + 1 : last
  }

  private func firstToken(behind line: Int) -> Int {
    var low = 0
    var high = file.tokens.count
    while low < high {
      let middle = (low + high) / 2
      if Int(file.tokens[middle].line) <= line { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func firstBrace(from line: Int) -> Int {
    var low = 0
    var high = file.braces.count
    while low < high {
      let middle = (low + high) / 2
      if Int(file.braces[middle].line) < line { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Up to the next line that is indented no deeper; that one too when it closes the block.
  private func endByIndentation(_ line: Int) -> Int {
    guard line <= file.lineCount, file.indents[line - 1].columns >= 0 else { return line }
    let depth = file.indents[line - 1].columns
    var last = line
    var current = line
    while current < file.lineCount {
      let indent = file.indents[current]
      current += 1
      guard indent.columns >= 0 else { continue }
      if indent.columns <= depth {
        // Of a method of Ruby that begins where its own line does: what rescues within it is deeper.
        if indent.columns == depth, indent.isMiddle, isEnded(below: current, depth) {
          last = current
          continue
        }
        guard indent.columns == depth, indent.isCloser else { return last }
        // Below the bracket of a head on several lines stands the body.
        guard isBracket(current), isDeeper(below: current, depth) else { return current }
      }
      last = current
    }
    return last
  }

  /// Whether the next line that is indented no deeper goes on with the block or ends it, by the word `end`.
  private func isEnded(below line: Int, _ depth: Int16) -> Bool {
    guard let next = file.indents[line...].first(where: { $0.columns >= 0 && $0.columns <= depth }) else {
      return false
    }
    return next.columns == depth && (next.isMiddle || next.isCloser && !next.isBracket)
  }

  /// Whether a line begins with what closes a head.
  private func isBracket(_ line: Int) -> Bool { file.indents[line - 1].isBracket }

  private func isDeeper(below line: Int, _ depth: Int16) -> Bool {
    guard let next = file.indents[line...].first(where: { $0.columns >= 0 }) else { return false }
    return next.columns > depth
  }
}
