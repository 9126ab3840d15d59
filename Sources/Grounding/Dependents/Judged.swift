import CodeIndex

/// How a name where it stands is thought to mean a target.
struct Judged {
  var shape: Dependent.Shape
  var link: Dependent.Link
  var share: Double
}

/// The judge of one target: which of the places that have its name mean it.
///
/// The shares were set by hand; Benchmarks/dependents measures how often each certainty is right.
final class ReferenceJudge {
  let target: CodeTarget
  let family: CodeFamily
  let shelf: SourceShelf
  let reach: Reach
  /// What the target is called where it is handed on under other names.
  let aliases: [String]
  let types: TypeFamily?
  let rules: NameRules
  /// How many other definitions of that name could be meant.
  let rivals: Int
  /// Of a constant of Ruby, all of its name, and the whole names of others that are called so.
  private let constant: (path: [String], others: Set<String>)?
  private let common: CommonGround
  private var shadows: [Int: Shadows] = [:]

  init(
    _ target: CodeTarget, _ common: CommonGround
  ) throws(CodeIndexError) {
    self.common = common
    self.target = target
    shelf = common.shelf
    family = CodeFamily(target.language)
    reach = try common.reach(target.owner ?? target.name, at: target.place.path, family)
    aliases = reach.aliases(besides: target.writtenName) + Self.spellings(of: target, family)
    types = try target.owner.map { (owner) throws(CodeIndexError) in try common.types(owner, at: target.file) }
    rivals = try Self.rivals(of: target, types, shelf)
    rules = try NameRules(target, shelf)
    constant = try Self.constant(target, shelf)
  }

  /// Fortran tells small and capital letters apart no more than people do.
  private static func spellings(of target: CodeTarget, _ family: CodeFamily) -> [String] {
    guard family == .fortran else { return [] }
    let name = target.writtenName
    return Set([name.lowercased(), name.uppercased(), name.prefix(1).uppercased() + name.dropFirst().lowercased()])
      .subtracting([name]).sorted()
  }

  /// The other definitions of the name: at the top of files for what stands there, in other types for members.
  private static func rivals(
    of target: CodeTarget, _ types: TypeFamily?, _ shelf: SourceShelf
  ) throws(CodeIndexError) -> Int {
    let own = CodeFamily(target.language)
    let name = target.isSetter ? target.name : target.writtenName
    let definers = try shelf.postings(ofName: name).filter { posting in
      posting.isDefined && shelf.family(posting.file) == own
        && !shelf.snapshot.files[posting.file].traits.contains(.vendored)
    }
    guard definers.count <= 60 else { return definers.count }
    var count = 0
    for posting in definers {
      var owners: Set<String> = []
      for one in try shelf.outline(posting.file).definitions
      where one.name == name && one.kind != "extension" {
        let owner = SymbolName.parts(one.container).last
        if target.owner == nil || target.isMaker {
          if posting.file != target.file, owner == nil || own == .go && !one.container.contains(".") {
            owners.insert("")
          }
        } else if let owner,
          types?.holds(owner) != true || owner == types?.name && posting.file != target.file && !own.hasOpenTypes
        {
          owners.insert(owner)
        }
      }
      count += owners.count
    }
    return count
  }

  func judge(_ found: Occurrence, in source: SourceCode) throws(CodeIndexError) -> Judged? {
    if target.isInner { return inner(found, source) }
    if source.isSymbol(found.word) {
      return rivals < 4 ? Judged(shape: .text, link: .name, share: rivals == 0 ? 0.45 : 0.25) : nil
    }
    if let constant { return try self.constant(constant.path, besides: constant.others, found, source) }
    if target.owner == nil || target.isMaker { return try top(found, source) }
    return try member(found, source)
  }

  func shape(_ found: Occurrence, in source: SourceCode) -> Dependent.Shape {
    let line = found.word.line
    let name = source.text(found.word)
    for place in source.definitions(on: (line - 3)...line) where source.definitions[place].isType {
      let type = source.definitions[place]
      guard source.isHead(found.word, of: type) else { continue }
      if type.name != name, type.bases.contains(where: { SymbolName.parts($0).last == name }) { return .base }
      if type.name == name, type.kind == "extension" { return .base }
    }
    if found.isCall, family == .c, found.chain == nil, isPrototype(found.word, in: source) { return .declaration }
    return found.isCall ? .call : .use
  }

  /// `int mute(int);` outside of functions: a type stands before the name, and nothing is called there.
  private func isPrototype(_ word: CodeWord, in source: SourceCode) -> Bool {
    guard source.function(around: word.line) == nil else { return false }
    let before = source.previous(word.start, acrossLines: true)
    guard before >= 0 else { return false }
    if source.bytes[before] == UInt8(ascii: "*") || source.bytes[before] == UInt8(ascii: "&") { return true }
    guard let name = source.name(endingAt: before + 1) else { return false }
    return !["return", "else", "do", "case", "goto", "new", "delete", "throw", "define"].contains(name)
  }

  /// Words of the name in a file, to see where it means something else.
  func isHidden(_ word: CodeWord, in source: SourceCode, among words: [CodeWord]) -> Bool {
    let known = shadows[source.place] ?? Shadows(words, in: source)
    shadows[source.place] = known
    return known.hides(word)
  }

  func receiverType(
    _ name: String, at line: Int, isMember: Bool, in source: SourceCode
  ) throws(CodeIndexError) -> String? {
    try common.receivers(in: source).type(of: name, at: line, isMember: isMember)
  }

  func returnType(of name: String, behind before: String?, in source: SourceCode) throws(CodeIndexError) -> String? {
    try common.returns.type(of: name, behind: before, in: source)
  }

  private func inner(_ found: Occurrence, _ source: SourceCode) -> Judged? {
    guard source.place == target.file, found.chain == nil, !found.isLabel,
      source.definitions.contains(where: {
        $0.name == target.owner && $0.line <= found.word.line && found.word.line <= $0.end
      })
    else { return nil }
    return Judged(shape: shape(found, in: source), link: .file, share: 0.95)
  }
}
