/// What is left to do once a change is certain to happen: kept on disk from then on until it is done.
struct Journal: Equatable {
  /// One step of a change, put so that doing it twice is the same as doing it once.
  enum Act: Equatable {
    /// The staged file `staged` goes to `path`, where a file with the fingerprint `before` stands, or nothing.
    case put(staged: String, path: RelativePath, before: Fingerprint?, after: Fingerprint)
    /// The staged folder `staged` goes to `path`, where nothing stands.
    case putFolder(staged: String, path: RelativePath)
    case remove(path: RelativePath, before: Fingerprint)

    var path: RelativePath {
      switch self {
      case .put(_, let path, _, _), .putFolder(_, let path), .remove(let path, _): path
      }
    }
  }

  /// The folder that paths are relative to; absolute.
  var root: String
  var acts: [Act]
}

/// The form on disk: fields that end in a NUL byte each, which no path can hold; the first says what this is, the last that
/// it is whole.
extension Journal {
  static let byteLimit = 64 << 20
  private static let header = "git-handoff journal 1"
  private static let footer = "end"
  private static let nothing = "-"

  var bytes: [UInt8] {
    var fields = [Self.header, root]
    for act in acts {
      switch act {
      case .put(let staged, let path, let before, let after):
        fields += ["put", path.text, staged, before?.description ?? Self.nothing, after.description]
      case .putFolder(let staged, let path): fields += ["put-folder", path.text, staged]
      case .remove(let path, let before): fields += ["remove", path.text, before.description]
      }
    }
    fields.append(Self.footer)
    return fields.flatMap { Array($0.utf8) + [0] }
  }

  /// Reads what `bytes` gives; nil for anything else, and for paths that lead out of the root or the staging folder.
  init?(_ bytes: [UInt8]) {
    guard bytes.last == 0 else { return nil }
    var fields: [String] = []
    for field in bytes.dropLast().split(separator: 0, omittingEmptySubsequences: false) {
      guard let text = String(validating: field, as: UTF8.self) else { return nil }
      fields.append(text)
    }
    guard fields.count >= 3, fields[0] == Self.header, fields[1].hasPrefix("/"), fields.last == Self.footer else {
      return nil
    }
    root = fields[1]
    acts = []
    var rest = fields[2..<(fields.count - 1)]
    while !rest.isEmpty {
      guard let act = Act(takingFrom: &rest) else { return nil }
      acts.append(act)
    }
  }
}

extension Journal.Act {
  fileprivate init?(takingFrom fields: inout ArraySlice<String>) {
    let counts = ["put": 5, "put-folder": 3, "remove": 3]
    guard let keyword = fields.first, let count = counts[keyword], fields.count >= count else { return nil }
    let act = Array(fields.prefix(count))
    fields = fields.dropFirst(count)
    guard let path = try? RelativePath(act[1]) else { return nil }
    switch keyword {
    case "put":
      let before = Fingerprint(act[3])
      guard RelativePath.isName(act[2]), let after = Fingerprint(act[4]), before != nil || act[3] == "-" else {
        return nil
      }
      self = .put(staged: act[2], path: path, before: before, after: after)
    case "put-folder":
      guard RelativePath.isName(act[2]) else { return nil }
      self = .putFolder(staged: act[2], path: path)
    default:
      guard let before = Fingerprint(act[2]) else { return nil }
      self = .remove(path: path, before: before)
    }
  }
}
