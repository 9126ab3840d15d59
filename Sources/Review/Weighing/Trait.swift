/// One thing that bears on what became of a promise, as a number with a name.
package struct Trait: Hashable, Sendable {
  package var name: String
  /// How much of it there is.
  package var amount: Double
  /// The same with a sign: above 0 where it stands on the later side or speaks for more, below 0 the other way round, 0
  /// where it has no side.
  package var balance: Double

  init(_ name: String, _ amount: Double, balance: Double = 0) {
    self.name = name
    self.amount = amount
    self.balance = balance
  }

  /// What the later wording has more of than the earlier one.
  init(_ name: String, gained: Double) { self.init(name, abs(gained), balance: gained) }
}
