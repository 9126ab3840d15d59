/// Names the types of C and its like that have none but a `typedef`'s: of `typedef struct { … } Mail;` ctags makes a struct
/// `__anon5f1a0108` with the members, and a name `Mail` of one line, which would never change.
enum NamelessTypes {
  private static let prefix = "__anon"

  /// The tags with each such type under the name that it is known by, and a type that its `typedef` names as it is called
  /// already once. What nothing names is numbered within its file: `__anon1`.
  static func named(_ all: [CtagsLine]) -> [CtagsLine] {
    // A lambda is a part of what it stands in.
    let tags = all.filter { !($0.kind == "function" && $0.name.hasPrefix(prefix)) && $0.name != "<lambda>" }
    guard tags.contains(where: { $0.name.hasPrefix(prefix) || isTypedef($0) }) else { return tags }
    var names: [String: String] = [:]
    for tag in tags where isTypedef(tag) {
      guard let type = typed(tag), type.hasPrefix(prefix), names[type] == nil else { continue }
      names[type] = tag.name
    }
    for tag in tags where tag.name.hasPrefix(prefix) && names[tag.name] == nil {
      names[tag.name] = "\(prefix)\(names.count + 1)"
    }
    let types = Set(tags.filter { !isTypedef($0) && $0.end > 0 }.map(\.name))
    return tags.compactMap { tag in
      if isTypedef(tag), let type = typed(tag), names[type] == tag.name || type == tag.name && types.contains(type) {
        return nil
      }
      var tag = tag
      if let name = names[tag.name] { tag.name = name }
      if tag.scope.contains(prefix) { tag.scope = renamed(tag.scope, names) }
      return tag
    }
  }

  private static func isTypedef(_ tag: CtagsLine) -> Bool { tag.kind == "typedef" }

  /// `Mail` of `struct:shop::Mail`; nil of what is a pointer or array of it.
  private static func typed(_ tag: CtagsLine) -> String? {
    guard let colon = tag.typeReference.firstIndex(of: ":"), tag.typeReference.last?.isLetterOrDigit == true else {
      return nil
    }
    return tag.typeReference[colon...].split(separator: ":").last.map(String.init)
  }

  /// The parts of a scope, which stand between `::` or dots, by their new names.
  private static func renamed(_ scope: String, _ names: [String: String]) -> String {
    var renamed = ""
    var part = ""
    for character in scope + "\u{0}" {
      if character.isLetterOrDigit {
        part.append(character)
        continue
      }
      renamed += names[part] ?? part
      part = ""
      if character != "\u{0}" { renamed.append(character) }
    }
    return renamed
  }
}

extension Character {
  fileprivate var isLetterOrDigit: Bool { isLetter || isNumber || self == "_" }
}
