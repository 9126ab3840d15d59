import PlanFiles
import PlanModel
import Privacy

/// Which personal data and secrets are reported in which file of a plan.
///
/// Secrets, cards and accounts belong into none. Other kinds, and custom ones, are reported where `redact` names them, in
/// what sources say and in what items say: the owner of a story, a role and a sign-off are people on purpose. Originals
/// are not searched; all that people say in them stands in `statements.tsv`.
struct PrivacyInspection {
  private static let always: Set<Kind> = [.secret, .card, .iban]

  private let anywhere = Detector(kinds: Self.always)
  /// Of what people say.
  private let said: Detector

  init(_ policy: Policy) {
    var kinds = Self.always
    var custom: [CustomKind] = []
    for redaction in policy.redactions {
      switch redaction {
      case .kind(let kind): kinds.formUnion(Kind(builtIn: kind.rawValue).map { [$0] } ?? [])
      case .custom(let redaction):
        // One that cannot be used has a finding of its own.
        if let kind = try? CustomKind(name: redaction.name, expression: redaction.pattern) { custom.append(kind) }
      }
    }
    said = Detector(kinds: kinds, custom: custom)
  }

  /// What is wrong with the file at `path`.
  func findings(in bytes: [UInt8], path: String) -> [Finding] {
    let folder = path.split(separator: "/").dropFirst().first
    let isSource = folder == Substring(ItemKind.source.folder)
    let isItem = path.hasSuffix(".md")
    var place = Place(path: path, bytes: bytes, isSource: isSource)
    let bodyStart = isItem ? Self.bodyStart(of: bytes) : 0
    return matches(in: bytes, isSaid: isSource || isItem).compactMap { match in
      if !Self.always.contains(match.kind), match.range.lowerBound < bodyStart { return nil }
      if [.card, .iban].contains(match.kind), PublishedNumber.holds(bytes[match.range]) { return nil }
      return place.finding(for: match)
    }
  }

  private func matches(in bytes: [UInt8], isSaid: Bool) -> [Match] {
    if isSaid, let matches = try? said.matches(in: bytes) { return matches }
    // A custom expression that takes too long keeps nobody from hearing of the rest.
    return (try? anywhere.matches(in: bytes)) ?? []
  }

  /// Where the front matter ends; 0 when there is none.
  private static func bodyStart(of bytes: [UInt8]) -> Int {
    guard bytes.starts(with: "---".utf8) else { return 0 }
    return bytes[3...].firstPlace(of: Array("\n---".utf8))?.upperBound ?? 0
  }
}

/// Tells lines and columns of matches that come from left to right.
private struct Place {
  let path: String
  let bytes: [UInt8]
  let isSource: Bool
  private var offset = 0
  private var line = 1
  private var lineStart = 0

  init(path: String, bytes: [UInt8], isSource: Bool) {
    self.path = path
    self.bytes = bytes
    self.isSource = isSource
  }

  mutating func finding(for match: Match) -> Finding {
    while offset < match.range.lowerBound {
      if bytes[offset] == UInt8(ascii: "\n") {
        line += 1
        lineStart = offset + 1
      }
      offset += 1
    }
    let beginning = String(String(decoding: bytes[match.range].prefix(32), as: UTF8.self).prefix(4))
    let problem: PrivacyProblem =
      match.kind == .secret
      ? .secret(beginning: beginning, inSource: isSource)
      : .personalData(kind: match.kind.name, beginning: beginning, inSource: isSource)
    return Finding(.privacy(problem), path: path, line: line, column: match.range.lowerBound - lineStart + 1)
  }
}
