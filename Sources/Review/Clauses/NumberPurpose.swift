/// What a number is there for, which tells whether more of it is better.
///
/// Who it serves decides: of a time to wait less is better, of what is offered more, and what a number picks out or sets
/// off is better the more it takes in.
struct NumberPurpose {
  let aim: Quantity.Aim
  /// Whether it says when, or for which things, something holds.
  let picksSome: Bool

  init(side: WordedSide, index: Int, end: Int, unit: Unit, comparator: Comparator?) {
    let reader = Reader(side: side, index: index, end: end, unit: unit, comparator: comparator)
    picksSome = reader.picks || side.isCondition(index)
    aim = picksSome ? reader.aimOfThreshold : reader.aimOfAmount
  }

  private struct Reader {
    let side: WordedSide
    let index: Int
    let end: Int
    let unit: Unit
    let comparator: Comparator?

    private var start: Int { min(index, comparator?.range.lowerBound ?? index) }
    private var before: ArraySlice<String> { side.words[min(near.lowerBound, start)..<start] }
    private var rest: ArraySlice<String> { side.words[end..<max(end, near.upperBound)] }
    private var sentence: ArraySlice<String> { side.words[near] }
    private var near: Range<Int> { side.neighbourhood(of: index) }

    // MARK: What is picked out

    /// `Orders over 100 euros are …`, `for anyone under 18`: some of the things that there are.
    var picks: Bool {
      guard let comparator, comparator.compares || side.isSubject(index) else { return false }
      if before.contains(where: { Vocabulary.negations.contains($0) && $0 != "nobody" }) { return false }
      // `A maximum of five attempts is allowed`
      if start == side.sentence(of: index).lowerBound + 1, ["a", "the"].contains(side.word(start - 1)),
        !comparator.compares
      {
        return false
      }
      if side.isSubject(index) { return start > side.sentence(of: index).lowerBound && !isOfPart }
      // Behind the verb: `for anyone under 18`, `of all files over 10 MB`.
      let ahead = side.words[max(side.sentence(of: index).lowerBound, start - 3)..<start]
      if comparator.compares, unit != .time,
        side.verb(of: index).map({ PurposeWords.stopping.contains(side.word($0)) }) ?? false
      {
        return true
      }
      if comparator.compares,
        setsOff || (side.verb(of: index).map { PurposeWords.judging.contains(side.word($0)) } ?? false)
      {
        return true
      }
      // `A second signature is required above 1,000 euros`
      if comparator.compares, PurposeWords.asked.contains(side.word(start - 1)) { return true }
      // `Each list with more than ten items`
      if comparator.compares, ["with", "containing", "having"].contains(side.word(start - 1)), start - 2 >= 0,
        before.contains(where: { Vocabulary.universals.contains($0) })
      {
        return true
      }
      return comparator.compares
        && ahead.contains { PurposeWords.people.contains($0) || Vocabulary.universals.contains($0) }
    }

    /// `The lamp turns on above 20 km/h`: an action, and not a state that is kept.
    private var setsOff: Bool {
      guard let verb = side.verb(of: index), verb < start else { return false }
      let isState = MainVerb.auxiliary.contains(side.word(verb)) || PurposeWords.states.contains(side.word(verb))
      return !isState && start - verb < 4
        && side.words[verb + 1..<start].allSatisfy { ["on", "off", "up", "down", "out"].contains($0) }
    }

    /// `Text of at least 12 points …`: an amount that belongs to what is promised.
    private var isOfPart: Bool { comparator?.compares == false && unit == .percent }

    /// More cases are more of a promise, unless those pay for it, or are left out.
    var aimOfThreshold: Quantity.Aim {
      // `When it drops to 30 %`
      if comparator == nil, side.word(index - 1) == "to",
        before.suffix(4).contains(where: { PurposeWords.falling.contains($0) })
      {
        return .high
      }
      let wider: Quantity.Aim = comparator?.side == .ceiling ? .high : .low
      if side.isException(index) { return side.isTurned(index) ? wider.opposite : wider }
      // `While importing a million rows`: the more it copes with.
      if comparator == nil, unit != .time,
        side.words[max(near.lowerBound, index - 4)..<index].contains("while")
      {
        return .high
      }
      // `Orders below 10 euros are not shipped`: they are spared something, or get none of it.
      if side.isSubject(index), rest.contains(where: { ["not", "never", "cannot"].contains($0) }) { return .open }
      return isBurden ? wider.opposite : wider
    }

    /// Whether what follows is put on those that the number picks out.
    private var isBurden: Bool {
      guard side.isSubject(index) else { return false }
      return rest.contains { PurposeWords.putOn.contains($0) }
        && !rest.contains { ["no", "not", "never"].contains($0) }
    }

    // MARK: What is promised

    var aimOfAmount: Quantity.Aim {
      if PurposeWords.standards.contains(side.word(index - 1)) { return .high }
      // `May be up to an hour old`
      if ["old", "late", "behind", "stale"].contains(side.word(end)) { return .low }
      // `Limits requests to 100 a minute`
      if ["limit", "budget"].contains(side.word(index - 1)) { return .low }
      // `The maximum size is 1 MB`
      if comparator == nil, unit != .time, before.suffix(6).contains("maximum") { return .low }
      if side.word(index - 1) == "to", before.suffix(6).contains(where: { PurposeWords.limiting.contains($0) }) {
        return .low
      }
      // `Asks before it downloads more than 10 MB`
      if comparator?.compares == true, unit != .time, before.suffix(6).contains("before") { return .low }
      if let lead = aimOfLead { return lead }
      guard let comparator else { return natural }
      // `iOS 15 and later`: an older one is more of them.
      if ["later", "newer", "higher"].contains(side.word(end + 1)) {
        return before.contains(where: { PurposeWords.demanding.contains($0) }) ? .high : .low
      }
      switch comparator.side {
      case .floor: return waits ? .low : .high
      case .ceiling:
        if comparator.isOffer, before.contains(where: { PurposeWords.burdens.contains($0) }) { return .low }
        if comparator.isOffer { return unit == .time && takesTime ? .low : .high }
        if comparator.isWithin { return isRight ? .high : .low }
        if offers { return .high }
        return permits && unit != .time ? .open : .low
      }
    }

    /// `Warned 10 seconds before`, `30 days' notice`: the earlier the better; `until 2 hours before`: the later.
    private var aimOfLead: Quantity.Aim? {
      guard unit == .time else { return nil }
      let next = side.word(end)
      let leads =
        ["before", "ahead", "beforehand", "prior", "notice", "earlier"].contains(next)
        || next == "in" && side.word(end + 1) == "advance"
      guard leads else { return nil }
      if comparator?.isWithin == true { return .open }
      // `Can be cancelled with one month's notice`
      if next == "notice", permits, sentence.contains(where: { PurposeWords.rights.contains($0) }) { return .low }
      let opens = side.words[max(0, start - 2)..<start].contains { ["until", "till", "to"].contains($0) }
      return opens || comparator?.side == .ceiling ? .low : .high
    }

    /// What more of an amount means where nothing bounds it: of time mostly that one waits, of all else that one has it.
    private var natural: Quantity.Aim {
      if let known = aimOfPlace ?? aimOfBurden { return known }
      let previous = side.word(index - 1)
      // One for each 25 is more than one for each 50.
      if previous == "per" { return .low }
      guard unit == .time else { return previous == "after" ? .low : .high }
      // What holds for a time holds longer.
      // What opens a door is the safer the sooner it lapses.
      if previous == "for", before.contains(where: { PurposeWords.keys.contains($0) }) { return .low }
      if previous == "for" || before.contains(where: { PurposeWords.lasting.contains($0) }), previous != "after" {
        return isAboutPeople ? .open : .high
      }
      if previous == "after", before.contains(where: { PurposeWords.lapsing.contains($0) }),
        before.contains(where: { PurposeWords.assets.contains($0) })
      {
        return .high
      }
      return .low
    }

    /// What the words right beside a number say of it.
    private var aimOfPlace: Quantity.Aim? {
      // `The alarm goes off at 6 °C`: who knows from which side it comes.
      if side.word(index - 1) == "at",
        sentence.contains(where: { ["alarm", "alarms", "alert", "warning", "warns"].contains($0) })
      {
        return .open
      }
      // `On a 3 Mbit/s line`: more is needed for the same.
      if side.word(index - 1) == "a", side.word(index - 2) == "on", unit != .time { return .low }
      // `Only after two reminders`, `before it is 80 % full`
      if side.word(index - 1) == "after", side.word(index - 2) == "only", unit != .time { return .high }
      if side.words[max(near.lowerBound, index - 4)..<index].contains("before"), unit != .time,
        ["is", "are", "reaches", "reach"].contains(side.word(index - 1))
      {
        return .low
      }
      // `By the end of the first week`
      if side.word(index - 1) == "first", side.words[max(near.lowerBound, index - 6)..<index].contains("by") {
        return .low
      }
      // `Open from 9 to 17`
      if side.word(index - 1) == "from", side.word(end) == "to" { return .low }
      // `Two failed checks trigger an alert`
      if side.beginsSentence(index), rest.prefix(6).contains(where: { PurposeWords.triggering.contains($0) }) {
        return .low
      }
      if ["first", "last"].contains(side.word(index - 1)) { return side.isException(index) ? .low : .high }
      return nil
    }

    /// Of what somebody has to put up with less is better, and of what something copes with more.
    private var aimOfBurden: Quantity.Aim? {
      if PurposeWords.efforts.contains(side.word(end)),
        before.contains(where: { ["take", "takes", "need", "needs"].contains($0) })
          || PurposeWords.clicks.contains(side.word(end))
            && ["with", "in", "after", "by"].contains(side.word(index - 1))
      {
        return .low
      }
      // `Survives the loss of two nodes`
      if before.contains(where: { PurposeWords.coping.contains($0) }) { return .high }
      let binds =
        before.contains { ["contract", "commitment"].contains($0) }
        && before.contains { ["runs", "binds"].contains($0) }
      if binds || before.contains(where: { PurposeWords.prices.contains($0) }) { return .open }
      return before.contains { PurposeWords.burdens.contains($0) } ? .low : nil
    }

    /// What is kept of people serves some and burdens others.
    private var isAboutPeople: Bool {
      sentence.contains { PurposeWords.traces.contains($0) } && !sentence.contains { PurposeWords.own.contains($0) }
    }

    /// Whether the words before speak of what is made possible.
    private var offers: Bool {
      let verb = side.verb(of: index) ?? side.sentence(of: index).lowerBound
      guard verb < start, !before.contains(where: { ["wrong", "failed", "invalid", "false"].contains($0) }) else {
        return false
      }
      // `Holds at most 20` keeps what is above away; `supports at most 20` has no more to offer.
      let isCap = ["at", "no"].contains(side.word(start))
      return side.words[max(verb, start - 6)..<start].contains {
        PurposeWords.offering.contains($0) && !(isCap && ["hold", "holds"].contains($0))
      }
    }

    private var permits: Bool { before.contains { ["may", "can"].contains($0) } }
    private var takesTime: Bool {
      before.contains { ["take", "takes", "last", "lasts", "wait", "waits", "need"].contains($0) }
    }
    private var waits: Bool { before.contains { ["wait", "waits"].contains($0) } }

    /// `Can be returned within 30 days`: a time in which somebody may do something.
    private var isRight: Bool { permits && sentence.contains { PurposeWords.rights.contains($0) } }
  }
}
