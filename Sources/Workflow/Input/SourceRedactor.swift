import Intake
import PlanFiles
import PlanModel
import Privacy

/// Takes personal data out of what is read, as the policy says, before anything of it is stored.
///
/// One redactor is for one source: within it the same value has the same pseudonym.
struct SourceRedactor {
  /// Formats whose bytes are their words: an original in which nothing is found may be kept.
  private static let open: Set<SourceFormat> = [.text, .markdown, .vtt, .srt]

  private let detector: Detector
  private var redactor: Redactor
  private var failure: DetectionError?

  /// Nil when the policy replaces nothing.
  ///
  /// - Throws: when an expression of the policy cannot be used, since it would let through what was meant to be hidden.
  init?(_ policy: Policy) throws(Failure) {
    if policy.redactions.isEmpty { return nil }
    if let flaw = Workspace.policyPatternFindings(in: policy).first { throw Failure(.brokenFile(flaw)) }
    var kinds: Set<Kind> = []
    var custom: [CustomKind] = []
    for redaction in policy.redactions {
      switch redaction {
      case .kind(let kind): kinds.formUnion(Kind(builtIn: kind.rawValue).map { [$0] } ?? [])
      case .custom(let redaction):
        if let kind = try? CustomKind(name: redaction.name, expression: redaction.pattern) { custom.append(kind) }
      }
    }
    detector = Detector(kinds: kinds, custom: custom)
    redactor = Redactor(detector)
  }

  /// Keeps the pseudonyms that a source has from being given to others.
  mutating func reserve(_ source: Source) {
    redactor.reserve(pseudonymsIn: source.statements.rows)
  }

  /// What is to be replaced in a text; `problem` tells afterwards whether all texts could be searched.
  mutating func replacements(in bytes: [UInt8]) -> [Replacement] {
    do {
      return try redactor.replacements(in: bytes).map { Replacement($0.range, with: Array($0.text.utf8)) }
    } catch {
      failure = error
      return []
    }
  }

  mutating func redacted(_ text: String) throws(Failure) -> String {
    try failing({ (error: DetectionError) in error.reason }) { () throws(DetectionError) in try redactor.redact(text) }
  }

  /// What kept a text from being searched to its end.
  var problem: Failure? { failure.map { Failure($0.reason) } }

  var counts: [RedactionCount] {
    redactor.values.map { RedactionCount(kind: $0.key.name, count: $0.value) }.sorted { $0.kind < $1.kind }
  }

  /// Whether the original may be kept as it is: its bytes are its words, and nothing was found in them.
  func mayKeep(_ material: Material, _ format: SourceFormat) -> Bool {
    Self.open.contains(format) && redactor.values.isEmpty
      && material.files.allSatisfy { (try? detector.matches(in: $0.bytes))?.isEmpty ?? false }
  }
}

extension DetectionError {
  fileprivate var reason: Failure.Reason {
    switch self {
    case .tooCostly(let kind): .redactionTooCostly(kind: kind)
    }
  }
}
