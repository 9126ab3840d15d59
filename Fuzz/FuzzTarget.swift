import Intake
import PlanModel

/// What is fuzzed: one format's reader, or the recognition of any; of intake, of results, and of what hooks read.
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

  static let all =
    SourceFormat.allCases.map(FuzzTarget.format) + [.recognition] + ResultsTarget.all.map(FuzzTarget.results)
    + HookTarget.allCases.map(FuzzTarget.hook)

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
    }
  }

  /// Feeds the bytes in.
  func run(_ bytes: [UInt8]) {
    if case .results(let target) = self { return target.run(bytes) }
    if case .hook(let target) = self { return target.run(bytes) }
    let format: SourceFormat? = if case .format(let format) = self { format } else { nil }
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
