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

  @Test(
    "a letter that is mended is no change, and another word is one",
    arguments: [
      ("writen", "written", true), ("independant", "independent", true), ("recieved", "received", true),
      ("succesful", "successful", true), ("written", "written", true), ("contract", "contact", false),
      ("adopted", "adapted", false), ("county", "country", false), ("singed", "signed", false),
      ("lower", "slower", false), ("form", "from", false), ("hidden", "bidden", false), ("stored", "storage", false),
      ("internal", "interval", false), ("", "s", false),
    ])
  func misspelled(first: String, second: String, isOne: Bool) {
    #expect(Misspelling.isOne(first, second) == isOne)
    #expect(Misspelling.isOne(second, first) == isOne)
    let rewording = Rewording(from: "The audit is \(first) by a firm.", to: "The audit is \(second) by a firm.")
    if isOne { #expect(rewording.judgement.direction == nil && rewording.judgement.reasons.isEmpty) }
  }

  @Test(
    "amounts are read as they are written",
    arguments: [
      ("Orders ship within fourteen days.", "Orders ship within two weeks."),
      ("It warns within a hundred and twenty metres.", "It warns within 120 metres."),
      ("The ward is rung within the hour.", "The ward is rung within 60 minutes."),
      ("Keys are valid for eighteen months.", "Keys are valid for 18 months."),
    ])
  func amounts(first: String, second: String) throws {
    let (old, new) = (WordedSide(first).quantities, WordedSide(second).quantities)
    let one = try #require(old.first)
    #expect(old.count == 1)
    #expect(new.contains { $0.isSameAmount(as: one) })
  }

  @Test("a second of something is no time") func ordinal() {
    #expect(WordedSide("Snapshots are copied to a second region.").quantities.isEmpty)
    #expect(WordedSide("The door opens within a second.").quantities.count == 1)
    #expect(WordedSide("The clock drifts up to a second a day.").quantities.count == 1)
  }

  @Test("a word has the ratings of what it is a form of, and lines of another form are no ratings")
  func rated() throws {
    let ratings = WordRatings(Array("stop\t-1\t3\t-\t-\t-2\t-\nodd\t1\nverify\t1\t3\t-\t-\t-\t1\n".utf8))
    for form in ["stop", "stops", "stopped", "stopping"] { #expect(ratings.rating(of: form)?[0] == -1, "\(form)") }
    #expect(ratings.rating(of: "verifies")?[WordRatings.Quality.firm.rawValue] == 3)
    #expect(try #require(ratings.rating(of: "stop"))[WordRatings.Quality.wide.rawValue] == nil)
    #expect(ratings.rating(of: "odd") == nil && ratings.rating(of: "other") == nil && ratings.rating(of: "") == nil)
    #expect(WordRatings.builtIn.rating(of: "crashes")?[WordRatings.Quality.good.rawValue] ?? 0 < 0)
  }
}
