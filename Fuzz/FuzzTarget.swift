import Intake
import PlanModel

/// What is fuzzed: one format's reader, or the recognition of any; of intake, of results, of what hooks read, of plans and
/// of what comes over a wire.
///
/// Whatever the bytes, a reader refuses them with an error of its own or keeps the promises of intake: every statement is
/// verbatim in the decoded text, in order; each conversation reads alone. A broken promise traps, which is how a fuzzer
/// learns of it.
enum FuzzTarget: Hashable {
  case format(SourceFormat)
  /// Bytes as they come, without anybody saying what they are.
  case recognition
  case results(ResultsTarget)
  case hook(HookTarget)
  case plan(PlanTarget)
  case scanner(ScannerTarget)
  case git(GitTarget)
  case wire(WireTarget)
  case material(MaterialTarget)

  static let all =
    SourceFormat.allCases.map(FuzzTarget.format) + [.recognition] + ResultsTarget.all.map(FuzzTarget.results)
    + HookTarget.allCases.map(FuzzTarget.hook) + PlanTarget.allCases.map(FuzzTarget.plan)
    + ScannerTarget.allCases.map(FuzzTarget.scanner) + GitTarget.allCases.map(FuzzTarget.git)
    + WireTarget.allCases.map(FuzzTarget.wire) + MaterialTarget.allCases.map(FuzzTarget.material)

  init?(_ name: String) {
    guard let target = Self.all.first(where: { $0.name == name }) else { return nil }
    self = target
  }

  var name: String {
    switch self {
    case .format(let format): format.rawValue
    case .recognition: "any"
    case .results(let target): target.name
    case .hook(let target): target.rawValue
    case .plan(let target): target.rawValue
    case .scanner(let target): target.rawValue
    case .git(let target): target.rawValue
    case .wire(let target): target.rawValue
    case .material(let target): target.rawValue
    }
  }

  /// Feeds the bytes in.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .format(let format): original(bytes, as: format)
    case .recognition: original(bytes, as: nil)
    case .results(let target): target.run(bytes)
    case .hook(let target): target.run(bytes)
    case .plan(let target): target.run(bytes)
    case .scanner(let target): target.run(bytes)
    case .git(let target): target.run(bytes)
    case .wire(let target): target.run(bytes)
    case .material(let target): target.run(bytes)
    }
  }

  private func original(_ bytes: [UInt8], as format: SourceFormat?) {
    var material = Material(bytes, name: nil)
    if format == .pdf { material.extractedText = bytes }
    do throws(IntakeError) {
      let unpacked = try Original.unpacked(material)
      try Self.read(material, as: format)
      if let unpacked { try Self.read(unpacked, as: nil) }
    } catch {
      // Refused, as it may be.
    }
  }

  private static func read(_ material: Material, as format: SourceFormat?) throws(IntakeError) {
    let reading = try Original.read(material, as: format)
    expectVerbatim(reading, try Original.decodedText(of: material, as: reading.format))
    for part in try Original.conversations(in: material, as: reading.format).prefix(20) {
      do throws(IntakeError) {
        _ = try Original.read(part, as: reading.format)
      } catch .nothingSaid {
        // An empty channel among others.
      }
    }
  }

  private static func expectVerbatim(_ reading: Reading, _ text: String) {
    let folded = Array(text.foldingWhiteSpace().utf8)
    var rest = folded[...]
    for statement in reading.statements {
      guard let place = rest.firstPlace(of: Array(statement.text.utf8)) else {
        fatalError("no part of the original: \(statement.text)")
      }
      rest = rest[place.upperBound...]
    }
  }
}
