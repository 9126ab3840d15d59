/// The switch that lets a run of the tests write down what it finds.
package enum RewritingSwitch {
  /// Rewriting was asked for where nobody would read what comes of it.
  package struct Refused: Error, CustomStringConvertible {
    package let description: String
  }

  /// Whether `variable` is 1; throws `Refused` when it is and CI is set.
  package static func isOn(_ variable: String, _ environment: [String: String]) throws -> Bool {
    guard environment[variable] == "1" else { return false }
    if environment["CI"].map({ !$0.isEmpty }) == true {
      throw Refused(description: "\(variable) is refused where CI is set: expectations are rewritten by hand")
    }
    return true
  }
}
