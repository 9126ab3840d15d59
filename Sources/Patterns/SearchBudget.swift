/// How much work a search may still do, over all the texts that one condition looks at.
///
/// Work is counted, not timed, so that the same search ends alike on every machine, loaded or not. A step of the
/// matcher counts `stepCost` units and a character that it moves over counts one: about a nanosecond each.
package struct SearchBudget {
  /// What a search has without regard to the size of the texts: some twenty milliseconds.
  package static let base = 20_000_000
  /// What each byte of text adds, so that an ordinary pattern can be looked for in any number of files.
  package static let perByte = 32
  static let stepCost = 8

  /// In units of work.
  package private(set) var remaining: Int

  package init(remaining: Int = base) { self.remaining = remaining }

  mutating func allow(bytes: Int) {
    let (units, tooMany) = bytes.multipliedReportingOverflow(by: Self.perByte)
    let (sum, overflow) = remaining.addingReportingOverflow(units)
    remaining = tooMany || overflow ? .max : sum
  }

  /// Takes `units`; false once nothing is left.
  mutating func spend(_ units: Int) -> Bool {
    remaining -= min(units, remaining)
    return remaining > 0
  }
}
