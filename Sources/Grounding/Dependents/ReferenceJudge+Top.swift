import CodeIndex

extension ReferenceJudge {
  /// Judges a name that stands at the top of its file.
  func top(_ found: Occurrence, _ source: SourceCode) throws(CodeIndexError) -> Judged? {
    let shape = shape(found, in: source)
    if target.isMaker, shape == .use { return nil }
    let answer = if let chain = found.chain { try qualified(chain, found, source) } else { try plain(found, source) }
    guard let (link, share) = answer else { return nil }
    return Judged(shape: shape, link: link, share: share)
  }

  /// Whether the name alone is told from all others: long, or of several words.
  var isTelling: Bool {
    let name = Array(target.writtenName.utf8)[...]
    return name.count >= 8 || name.count >= 5 && (NamedIdentifier.isCamel(name) || name.contains(UInt8(ascii: "_")))
  }

  private func plain(_ found: Occurrence, _ source: SourceCode) throws(CodeIndexError) -> (Dependent.Link, Double)? {
    if found.isLabel { return nil }
    let name = source.text(found.word)
    let access = try reach.access(in: source)
    if source.path != target.place.path, isMemberAround(name, found.word.line, source) { return nil }
    if source.path == target.place.path {
      return isMemberAround(name, found.word.line, source) && !found.isCall ? (.file, 0.6) : (.file, 0.97)
    }
    if access.locals.contains(name) { return (.imported, 0.97) }
    guard name == target.writtenName || family == .fortran else { return nil }
    if source.definitions.contains(where: { $0.name == name && $0.kind != "extension" && source.isTop($0) }) {
      return nil
    }
    if reach.isBeside(source) { return (.package, rivals == 0 ? 0.95 : family == .go || family == .jvm ? 0.93 : 0.6) }
    if access.hasAll { return (.imported, rivals == 0 ? 0.93 : 0.6) }
    return unseen(found, source)
  }

  /// Nothing says how the file comes by the name.
  private func unseen(_ found: Occurrence, _ source: SourceCode) -> (Dependent.Link, Double)? {
    let isAlone = rivals == 0
    guard source.family == family else { return nil }
    switch family {
    case .python, .script, .rust: return isAlone && isTelling && found.isCall ? (.name, 0.25) : nil
    case .go: return nil
    case .swift, .jvm: return isAlone && isTelling ? (.name, 0.5) : nil
    case .c: return isAlone ? (.name, 0.75) : (.name, 0.4)
    case .cSharp, .php, .ruby, .perl, .fortran, .page, .other:
      return isAlone ? (.name, 0.75) : rivals < 4 ? (.name, 0.35) : nil
    }
  }

  /// Whether the type around a line has a member of that name, which is then what is meant.
  private func isMemberAround(_ name: String, _ line: Int, _ source: SourceCode) -> Bool {
    guard family.hasImplicitSelf, let type = source.type(around: line) else { return false }
    return source.definitions.contains { one in
      one.name == name && !one.isType && SymbolName.parts(one.container).last == type && one.line != line
    }
  }

  private func qualified(
    _ chain: [String], _ found: Occurrence, _ source: SourceCode
  ) throws(CodeIndexError) -> (Dependent.Link, Double)? {
    guard let last = chain.last, source.family == family else { return nil }
    // What Rust calls behind a dot is a method.
    if family == .rust, target.isFunction, !found.isBehindColons(in: source) { return nil }
    if try reach.qualifies(chain, in: source) { return (.imported, 0.97) }
    if CodeFamily.selves.contains(last) { return nil }
    let isType = last.utf8.first?.isUpper == true
    switch family {
    case .swift: return ModuleMatcher.swiftModule(target.place.path) == last ? (.imported, 0.95) : nil
    case .perl where ModuleMatcher.ends(ModuleMatcher.stem(target.place.path), with: chain.joined(separator: "/")):
      return (.imported, 0.95)
    case .perl, .fortran: return rivals == 0 ? (.name, 0.6) : (.name, 0.3)
    case .c, .ruby: return rivals == 0 ? (.name, 0.7) : (.name, 0.3)
    case .php, .cSharp, .jvm, .rust: return rivals == 0 && (isType || family == .rust) ? (.name, 0.6) : nil
    case .script: return ["window", "globalThis", "global"].contains(last) && rivals == 0 ? (.name, 0.4) : nil
    default: return nil
    }
  }
}
