import CodeIndex

/// A definition that dependents are looked for.
package struct CodeTarget: Hashable, Sendable {
  package let place: CodePlace
  /// As code writes it.
  let name: String
  /// The type that it is a member of; nil at the top of its file.
  let owner: String?
  /// Whether it stands in a function, so that nobody else sees it.
  let isInner: Bool
  /// In the snapshot; nil for what is gone from its file, or whose file is gone.
  let file: Int?
  /// The lines of all definitions that it is.
  let lines: [ClosedRange<Int>]
  let language: String

  package init(
    place: CodePlace, name: String, owner: String?, isInner: Bool = false, file: Int?, lines: [ClosedRange<Int>],
    language: String
  ) {
    self.place = place
    self.name = name
    self.owner = owner
    self.isInner = isInner
    self.file = file
    self.lines = lines
    self.language = language
  }

  /// Whether it makes values of its owner, which is then what others write.
  var isMaker: Bool { owner != nil && (CodeFamily.makers.contains(name) || name == owner) }

  /// Whether others call it by giving a value: `size=` of Ruby.
  var isSetter: Bool {
    language == "Ruby" && name.utf8.count > 1 && name.hasSuffix("=") && name.utf8.first != name.utf8.last
  }

  /// What others write who refer to it.
  var writtenName: String { isMaker ? owner ?? name : isSetter ? String(name.dropLast()) : name }

  /// Whether it is a function, by what it is called.
  var isFunction: Bool { place.kind.map(SourceCode.functions.contains) ?? false }
}

extension CodeTarget {
  /// Whether other files could have to do with it.
  package var isSeenOutside: Bool { !isInner && !place.isField }

  /// The same where its file has it no longer.
  package var gone: CodeTarget {
    CodeTarget(
      place: CodePlace(path: place.path, symbol: place.symbol, kind: place.kind), name: name, owner: owner,
      isInner: isInner, file: nil, lines: [], language: language)
  }
}

extension CodePlace {
  /// Whether it is a value within a type, of which there are many that have everyday names.
  fileprivate var isField: Bool {
    guard let kind, let symbol, symbol.contains(".") else { return false }
    return ["field", "property", "variable", "constant", "enumerator"].contains(kind)
  }
}
