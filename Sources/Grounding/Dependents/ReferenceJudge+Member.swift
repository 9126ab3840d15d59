import CodeIndex

extension ReferenceJudge {
  /// Judges the name of a member of a type.
  func member(_ found: Occurrence, _ source: SourceCode) throws(CodeIndexError) -> Judged? {
    guard let types, source.family == family else { return nil }
    let answer: (Dependent.Link, Double)?
    if found.isLabel {
      answer = try labelled(found, types, source)
    } else if let chain = found.chain {
      answer = try received(chain, found, types, source)
    } else {
      answer = unqualified(found, types, source)
    }
    guard let (link, share) = answer, share >= Self.leastShare else { return nil }
    // Ruby calls without brackets.
    let isCall = found.isCall || family == .ruby && target.isFunction
    return Judged(shape: isCall ? .call : .use, link: link, share: share)
  }

  /// `Store{items: …}`, `Store(items=…)`
  private func labelled(
    _ found: Occurrence, _ types: TypeFamily, _ source: SourceCode
  ) throws(CodeIndexError) -> (Dependent.Link, Double)? {
    guard let literal = found.literal else { return nil }
    if literal == types.name { return try sees(source) ? (.receiver, 0.92) : nil }
    return types.below.contains(literal) ? (.receiver, 0.75) : nil
  }

  /// Within the type itself, in languages that need no `self`.
  private func unqualified(
    _ found: Occurrence, _ types: TypeFamily, _ source: SourceCode
  ) -> (Dependent.Link, Double)? {
    guard family.hasImplicitSelf else { return nil }
    let type = source.type(around: found.word.line)
    if let type {
      if type == types.name, source.place == target.file || family.hasOpenTypes {
        return (.receiver, source.place == target.file ? 0.94 : 0.85)
      }
      if types.below.contains(type), !defines(target.name, type, source) { return (.receiver, 0.8) }
    }
    // In a block of Ruby anything may be `self`, as in the routes of a test.
    guard family == .ruby, rivals == 0 else { return nil }
    return (.name, type == nil ? 0.4 : 0.3)
  }

  private func received(
    _ chain: [String], _ found: Occurrence, _ types: TypeFamily, _ source: SourceCode
  ) throws(CodeIndexError) -> (Dependent.Link, Double)? {
    guard let last = chain.last else { return shorthand() }
    let line = found.word.line
    if CodeFamily.selves.contains(last), chain.count == 1 { return own(line, types, source) }
    if last == "super" || last == "super()" {
      return source.type(around: line).map(types.below.contains) == true ? (.receiver, 0.85) : nil
    }
    if last == types.name || last == types.name + "()" || last == "New\(types.name)()" {
      return try sees(source) ? (.receiver, 0.95) : (.name, 0.5)
    }
    let access = try reach.access(in: source)
    let made = last.hasSuffix("()") ? String(last.dropLast(2)) : last
    if reach.providers.contains(where: { $0.name == made }), try reach.qualifies(chain.dropLast(), in: source) {
      return (.receiver, 0.95)
    }
    if access.locals.contains(last) || last.hasSuffix("()") && access.locals.contains(String(last.dropLast(2))) {
      return (.receiver, 0.95)
    }
    if types.below.contains(last) { return (.receiver, 0.7) }
    let isMember = chain.count > 1 && CodeFamily.selves.contains(chain[0]) || chain.count > 1 && family == .go
    if !last.hasSuffix(")"), !last.hasSuffix("]"), last != "?",
      chain.count == 1 || isMember, let type = try receiverType(last, at: line, isMember: isMember, in: source)
    {
      return try typed(type, types, source)
    }
    if last.hasSuffix("()"), let type = try returnType(of: made, behind: chain.dropLast().last, in: source) {
      return try typed(type, types, source)
    }
    if chain.count == 1, isElse(last, source) { return nil }
    return try guessed(last, found, types, source)
  }

  /// `self.name`
  private func own(_ line: Int, _ types: TypeFamily, _ source: SourceCode) -> (Dependent.Link, Double)? {
    guard let type = source.type(around: line) else { return nil }
    if type == types.name {
      if source.place == target.file { return (.receiver, 0.97) }
      return family.hasOpenTypes ? (.receiver, 0.85) : nil
    }
    if types.below.contains(type) { return defines(target.name, type, source) ? nil : (.receiver, 0.85) }
    return types.above.contains(type) ? (.receiver, 0.5) : nil
  }

  /// The variable is declared with a type.
  private func typed(
    _ type: String, _ types: TypeFamily, _ source: SourceCode
  ) throws(CodeIndexError) -> (Dependent.Link, Double)? {
    let access = try reach.access(in: source)
    if type == types.name || access.locals.contains(type) {
      return try sees(source) ? (.receiver, 0.94) : (.receiver, 0.6)
    }
    if types.below.contains(type) { return (.receiver, 0.8) }
    if types.above.contains(type) || types.met[type]?.contains(target.name) == true { return (.receiver, 0.65) }
    return nil
  }

  /// Whether a file has the type itself, or lies where it needs no import.
  private func sees(_ source: SourceCode) throws(CodeIndexError) -> Bool {
    if source.place == target.file || reach.isBeside(source) { return true }
    let access = try reach.access(in: source)
    if access.hasAll || !access.locals.isEmpty || !access.modules.isEmpty { return true }
    return family.isUnknown || [.c, .ruby, .cSharp, .php, .perl, .fortran, .jvm, .swift].contains(family)
  }

  /// Whether what stands before the dot is surely no value of the type: another module, another type.
  private func isElse(_ name: String, _ source: SourceCode) -> Bool {
    for binding in source.imports where binding.local == name {
      if binding.taken == .whole { return true }
      if case .name = binding.taken, name.utf8.first?.isUpper == true { return true }
    }
    let isType = name.utf8.first?.isUpper == true && name.utf8.contains { $0.isLower }
    return isType && !family.isUnknown && family != .perl && family != .fortran
  }

  private func defines(_ name: String, _ type: String, _ source: SourceCode) -> Bool {
    source.definitions.contains { $0.name == name && SymbolName.parts($0.container).last == type }
  }

  /// `.name` of Swift, whose type the surroundings tell.
  private func shorthand() -> (Dependent.Link, Double)? {
    rivals == 0 ? (.name, 0.8) : rivals < 3 ? (.name, 0.35) : nil
  }

  /// Nothing tells what stands before the dot: by how rare the name is, and what the variable is called.
  private func guessed(
    _ receiver: String, _ found: Occurrence, _ types: TypeFamily, _ source: SourceCode
  ) throws(CodeIndexError) -> (Dependent.Link, Double)? {
    var share =
      switch rivals {
      case 0: 0.7
      case 1: 0.4
      case 2, 3: 0.25
      default: 0.15
      }
    if CodeFamily.everyday.contains(target.name) { share *= 0.4 }
    let isLinked = try isLinked(source)
    let isAlike = isAlike(receiver, types.name)
    if isAlike { share += rivals < 5 ? 0.2 : 0.1 }
    if isLinked { share += 0.1 } else if !isAlike { share *= 0.7 }
    // A method is mostly called, and a field is not.
    if family == .go, found.isCall != ["func", "methodspec"].contains(target.place.kind ?? "") { share *= 0.5 }
    return (.name, min(share, 0.88))
  }

  /// What is less likely is only counted.
  private static var leastShare: Double { 0.25 }

  /// Whether a file has to do with the type.
  private func isLinked(_ source: SourceCode) throws(CodeIndexError) -> Bool {
    if source.place == target.file || reach.isBeside(source) { return true }
    let access = try reach.access(in: source)
    return !access.locals.isEmpty || !access.modules.isEmpty || access.hasAll
  }

  /// Whether a variable is called like a type: `settings` for `UserSettings`, `user_settings`, `us`.
  private func isAlike(_ receiver: String, _ type: String) -> Bool {
    let own = receiver.filter { $0.isLetter || $0 == "_" }
    let parts = WordSplitter.parts(of: type.utf8)
    guard let last = parts.last, !own.isEmpty else { return false }
    let words = WordSplitter.parts(of: own.utf8)
    if words.last == last || words.joined() == parts.joined() { return true }
    let initials = String(parts.compactMap(\.first))
    return own.lowercased() == initials
  }
}
