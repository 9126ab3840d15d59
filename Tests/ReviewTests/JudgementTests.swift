import Testing

@testable import Review

@Suite("Judgements") struct JudgementTests {
  @Test("what overrules the rules says by which words, and what was overruled decides nothing")
  func overruled() throws {
    let judgement = Rewording(
      from: "Every complaint is read by a person who must answer it.",
      to: "Every complaint is read by a person who tries to answer it."
    ).judgement
    #expect(judgement.direction == .weaker)
    #expect(judgement.reasons.contains { $0.direction == .weaker && !($0.before.isEmpty && $0.after.isEmpty) })
  }

  @Test("whatever is found, a direction has a reason that says so, and none has none", arguments: PairTests.floors)
  func explained(_ floor: PairTests.Floor) throws {
    for pair in try Pair.all(in: floor.file) {
      let judgement = Rewording(from: pair.before, to: pair.after).judgement
      let directions = Set(judgement.reasons.map(\.direction))
      if let direction = judgement.direction {
        #expect(directions.contains(direction), "\(pair)")
      } else {
        #expect(directions.isSubset(of: [.unclear]), "\(pair)")
      }
    }
  }

  @Test("reasons that are read from the other side speak for the contrary, as far as they spoke before")
  func mirrored() {
    let rewording = Rewording(from: "Mails must be sent within 2 days.", to: "Some mails should be sent soon.")
    let traits = rewording.traits(reasons: [(.obligation, .weaker), (.scope, .weaker), (.bound, .unclear)])
    let back = Rewording(from: "Some mails should be sent soon.", to: "Mails must be sent within 2 days.")
      .traits(reasons: [(.obligation, .stronger), (.scope, .stronger), (.bound, .unclear)])
    func sums(_ traits: [Review.Trait]) -> [String: [Double]] {
      traits.reduce(into: [:]) { sums, trait in
        let old = sums[trait.name] ?? [0, 0]
        sums[trait.name] = [old[0] + trait.amount, old[1] + trait.balance]
      }
    }
    #expect(sums(traits).count > 20)
    let (there, gone) = (sums(traits), sums(back))
    #expect(Set(there.keys) == Set(gone.keys))
    for (name, sum) in there {
      let other = gone[name] ?? [9, 9]
      #expect(abs(sum[0] - other[0]) < 1e-9 && abs(sum[1] + other[1]) < 1e-9, "\(name)")
    }
  }

  @Test("a table has what its lines say, and lines of another form say nothing")
  func table() {
    let table = WeightTable(Array("much\t2\t0.5\nlittle\t1\nodd\tx\t1\n\n".utf8))
    let traits = [
      Review.Trait("much", gained: -3), Review.Trait("little", 1), Review.Trait("odd", gained: 1),
      Review.Trait("unknown", gained: 1),
    ]
    #expect(table.change(traits) == 6)
    #expect(table.gain(traits) == -1.5)
  }

  @Test("the words around a number tell whether more of it is better")
  func numbers() throws {
    for (text, isMore) in [
      ("Backups are kept for 30 days.", true), ("Visitor data is kept for 30 days.", false),
      ("The page answers within 200 ms.", false), ("The service answers at 200 requests per second.", true),
    ] {
      let side = WordedSide(text)
      let quantity = try #require(side.quantities.last)
      #expect((NumberContext(quantity, in: side).lean > 0) == isMore, "\(text)")
    }
  }
}
