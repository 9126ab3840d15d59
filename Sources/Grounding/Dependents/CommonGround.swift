import CodeIndex

/// What the judges of several targets need alike, each made once: the members of a type have one reach and one family, and
/// what the variables of a file hold is the same for all of them.
final class CommonGround {
  let shelf: SourceShelf
  let matcher: ModuleMatcher
  let returns: ReturnTypes
  private var reaches: [NameAt: Reach] = [:]
  private var families: [NameAt: TypeFamily] = [:]
  private var receivers: [Int: ReceiverTypes] = [:]

  private struct NameAt: Hashable {
    let name: String
    /// Where it is defined; empty for what is gone.
    let path: String
    let family: CodeFamily
  }

  init(_ shelf: SourceShelf) {
    self.shelf = shelf
    matcher = ModuleMatcher(shelf)
    returns = ReturnTypes(shelf)
  }

  func reach(_ name: String, at path: String, _ family: CodeFamily) throws(CodeIndexError) -> Reach {
    let key = NameAt(name: name, path: path, family: family)
    if let known = reaches[key] { return known }
    let reach = try Reach(name, at: path, family, shelf, matcher)
    reaches[key] = reach
    return reach
  }

  /// - Parameter file: the place of the file that defines the type; nil where it is gone.
  func types(_ name: String, at file: Int?) throws(CodeIndexError) -> TypeFamily {
    let key = NameAt(
      name: name, path: file.map { shelf.snapshot.files[$0].path } ?? "", family: file.map(shelf.family) ?? .other(""))
    if let known = families[key] { return known }
    let types = try TypeFamily(name, at: file, shelf)
    families[key] = types
    return types
  }

  func receivers(in source: SourceCode) -> ReceiverTypes {
    if let known = receivers[source.place] { return known }
    let types = ReceiverTypes(source, returns)
    receivers[source.place] = types
    return types
  }
}
