import CodeIndex

extension ReferenceJudge {
  /// All of the name of a type, module or constant of Ruby, outermost first; of what makes values of a type, the type's.
  static func constant(
    _ target: CodeTarget, _ shelf: SourceShelf
  ) throws(CodeIndexError) -> (path: [String], others: Set<String>)? {
    guard target.language == "Ruby", !target.isInner, target.writtenName.utf8.first?.isUpper == true else { return nil }
    let parts = SymbolName.parts(target.place.symbol ?? target.name)
    let path = target.isMaker ? parts.dropLast() : parts
    var others: Set<String> = []
    for posting in try shelf.postings(ofName: target.writtenName).filter(\.isDefined).prefix(mostNamesakes) {
      for one in try shelf.outline(posting.file).definitions where one.name == target.writtenName {
        others.insert(SourceCode.symbol(of: one))
      }
    }
    others.remove(path.joined(separator: "."))
    return (path, others)
  }

  private static var mostNamesakes: Int { 60 }

  /// Judges a constant of Ruby, which is looked for in what stands around it, from the inside out
  /// (https://docs.ruby-lang.org/en/master/syntax/modules_and_classes_rdoc.html).
  func constant(
    _ path: [String], besides others: Set<String>, _ found: Occurrence, _ source: SourceCode
  ) throws(CodeIndexError) -> Judged? {
    guard source.family == .ruby else { return nil }
    let shape = shape(found, in: source)
    if target.isMaker, shape != .call { return nil }
    let chain = found.chain ?? []
    guard chain.allSatisfy({ $0.utf8.first?.isUpper == true && !$0.hasSuffix(")") }) else { return nil }
    let written = chain + [path.last ?? target.name]
    // `::Shop` is asked for at the top.
    let around = found.chain?.isEmpty == true ? [] : source.scope(of: found.word.line)
    for count in (0...around.count).reversed() {
      let meant = around.prefix(count) + written
      if meant.elementsEqual(path) {
        return Judged(shape: shape, link: source.place == target.file ? .file : .package, share: 0.95)
      }
      if others.contains(meant.joined(separator: ".")) { return nil }
    }
    // What a type builds on or takes in may have it.
    guard path.suffix(written.count).elementsEqual(written) else { return nil }
    return Judged(shape: shape, link: .name, share: rivals == 0 ? 0.6 : 0.3)
  }
}

extension SourceCode {
  /// The modules and types around a line, outermost first.
  fileprivate func scope(of line: Int) -> [String] {
    let around = definitions.last { ($0.isType || $0.kind == "module") && $0.line <= line && line <= $0.end }
    return around.map { SymbolName.parts($0.container) + [$0.name] } ?? []
  }
}
