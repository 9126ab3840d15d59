import JSONText
import Views

/// The arguments of one call, checked against the tool's parameters.
struct Arguments {
  /// What is wrong with them, for the model that made them to read.
  struct Problem: Error {
    let text: String
  }

  private var values: [String: JSONNode] = [:]

  init(_ node: JSONNode?, for parameters: [Parameter]) throws(Problem) {
    let known = parameters.map(\.name)
    for member in node.map({ Array($0.members) }) ?? [] {
      guard let parameter = parameters.first(where: { $0.name == member.name }) else {
        let name = Sanitiser.line(String(member.name.prefix(60)))
        throw Problem(text: "error: there is no argument '\(name)'\nhint: there are \(known.joined(separator: ", "))")
      }
      if member.value.isNull { continue }
      guard Self.fits(member.value, parameter.kind) else {
        throw Problem(text: "error: '\(parameter.name)' has to be \(parameter.expected)")
      }
      values[member.name] = member.value
    }
    for parameter in parameters where parameter.isRequired && values[parameter.name] == nil {
      let about = parameter.about.map { " (\($0))" } ?? ""
      throw Problem(text: "error: '\(parameter.name)' is missing: \(parameter.expected)\(about)")
    }
  }

  private static func fits(_ node: JSONNode, _ kind: Parameter.Kind) -> Bool {
    switch kind {
    case .text: node.string != nil
    case .choice(let words): node.string.map(words.contains) ?? false
    case .number(let range): node.whole.map(range.contains) ?? false
    case .flag: node.bool != nil
    case .texts: node.kind == .array && node.elements.allSatisfy { $0.string != nil }
    case .object: node.kind == .object
    }
  }

  func text(_ name: String) -> String? { values[name]?.string }
  func number(_ name: String) -> Int? { values[name]?.whole }
  func flag(_ name: String) -> Bool { values[name]?.bool ?? false }
  func texts(_ name: String) -> [String] { values[name].map { $0.elements.compactMap(\.string) } ?? [] }
  func object(_ name: String) -> JSONNode? { values[name] }
}

extension JSONNode {
  /// A number without a part behind the point, however it is written: 700.0 is an integer (JSON Schema 2020-12, 4.2.3).
  fileprivate var whole: Int? {
    if let int { return int }
    guard let number, number.rounded() == number, abs(number) < 9e15 else { return nil }
    return Int(number)
  }
}
