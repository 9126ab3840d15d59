/// Words of which one says more than the other: `blocks` and `warns`, `immediately` and `eventually`.
enum ScaleRule: RewordingRule {
  static func shifts(in rewording: Rewording) -> [Shift] {
    if let kept = kept(rewording) { return [kept] }
    let (before, after) = (rewording.before, rewording.after)
    let isLeftToSomebody = [before, after].contains { side in side.words.contains { ["can", "may"].contains($0) } }
    let near = rewording.hunks.flatMap { hunk -> [Shift] in
      let places = (old: hunk.before.filter { isRanked($0, before) }, new: hunk.after.filter { isRanked($0, after) })
      // Most words are of no scale.
      if places.old.isEmpty, places.new.isEmpty { return [] }
      return scales.compactMap { scale in
        if scale.isShort, OppositeRule.isSameOrder(rewording) { return nil }
        if scale.isShort, hunk.before.count > 3 || hunk.after.count > 3 { return nil }
        // `All tests must pass` and `no test may fail`
        if isDenied(hunk.before, before) != isDenied(hunk.after, after), scale.steps[0].contains("fail") { return nil }
        let old = rank(places.old, before, scale)
        let new = rank(places.new, after, scale)
        // `Within 1 second` and `quickly`: a number is no plain word.
        if (old == nil && rewording.before.hasAmount(hunk.before))
          || (new == nil && rewording.after.hasAmount(hunk.after))
        {
          return nil
        }
        // `All dates are …` and `dates are always …`
        if scale.steps[0].contains("always"), (old ?? new) == 0, hasUniversal(old == nil ? before : after) {
          return nil
        }
        if (old == nil) != (new == nil),
          rewording.isTurnedRound && !(scale.isAnywhere && isLeftToSomebody) || isTold(old, new, scale, rewording)
        {
          return nil
        }
        guard let direction = direction(old, new, scale) else { return nil }
        return rewording.shift(.scale, direction, hunk)
      }
    }
    let negations = [rewording.before, rewording.after].map { side in
      side.words.count { Vocabulary.negations.contains($0) }
    }
    return near.isEmpty && rewording.hunks.count <= most && negations[0] == negations[1] ? far(rewording) : near
  }

  /// `Nobody can do it` and `whoever does it is warned`.
  private static func kept(_ rewording: Rewording) -> Shift? {
    let sides = [rewording.before, rewording.after]
    let forbids = sides.map { side in
      side.words.contains { ["cannot", "can't", "mustn't"].contains($0) }
        || side.words.contains { ["can", "may", "must"].contains($0) }
          && side.words.contains { Vocabulary.negations.contains($0) }
    }
    guard forbids[0] != forbids[1] else { return nil }
    let other = forbids[0] ? rewording.after : rewording.before
    let ranges = rewording.hunks.map { forbids[0] ? $0.after : $0.before }
    guard !other.words.contains(where: { Vocabulary.negations.contains($0) }),
      let index = ranges.joined().first(where: { warning.contains(other.word($0)) })
    else { return nil }
    let word = other.excerpt(index..<index + 1)
    return Shift(
      .scale, forbids[0] ? .weaker : .stronger, before: forbids[0] ? "" : word, after: forbids[0] ? word : "")
  }

  private static let warning = Vocabulary.words(
    "warn warns warned warning warnings discouraged flagged confirmation reminded logged reported highlighted")

  private static func isDenied(_ range: Range<Int>, _ side: WordedSide) -> Bool {
    range.contains { Vocabulary.negations.contains(side.word($0)) }
  }

  private static func hasUniversal(_ side: WordedSide) -> Bool {
    side.universals.contains { side.word($0) != "always" }
  }

  private static func isRanked(_ index: Int, _ side: WordedSide) -> Bool { ranked.contains(acting(index, side)) }

  /// What a word says is done: `returns an error` rejects.
  private static func acting(_ index: Int, _ side: WordedSide) -> String {
    let fails =
      ["error", "exception"].contains(side.word(index)) && ["an", "the"].contains(side.word(index - 1))
      && ["return", "returns", "raise", "raises", "throw", "throws", "with"].contains(side.word(index - 2))
    return fails ? "rejects" : side.word(index)
  }
  private static let ranked = scales.reduce(into: Set<String>()) { all, scale in
    for step in scale.steps { all.formUnion(step) }
  }

  /// Of a sentence with many changes, the one word may stand in another place than the other.
  private static let most = 4

  private static func far(_ rewording: Rewording) -> [Shift] {
    let before = rewording.hunks.flatMap { $0.before.filter { isRanked($0, rewording.before) } }
    let after = rewording.hunks.flatMap { $0.after.filter { isRanked($0, rewording.after) } }
    if before.isEmpty || after.isEmpty { return [] }
    return scales.filter { !$0.isShort }.compactMap { scale in
      guard let old = rank(before, rewording.before, scale), let new = rank(after, rewording.after, scale), old != new
      else { return nil }
      let words = { (indices: [Int], side: WordedSide, rank: Int) in
        indices.map(side.word).first { scale.steps[rank].contains($0) } ?? ""
      }
      return Shift(
        .scale, new > old ? .weaker : .stronger, before: words(before, rewording.before, old),
        after: words(after, rewording.after, new))
    }
  }

  /// Whether the other wording says as much in another place.
  private static func isTold(_ old: Int?, _ new: Int?, _ scale: Scale, _ rewording: Rewording) -> Bool {
    let other = old == nil ? rewording.before : rewording.after
    // Of a text with many changes every one is taken for itself.
    return rewording.hunks.count <= most && rank(Array(other.words.indices), other, scale) == old ?? new
  }

  private static func direction(_ old: Int?, _ new: Int?, _ scale: Scale) -> Shift.Direction? {
    switch (old, new) {
    case (let old?, let new?): old == new ? nil : new > old ? .weaker : .stronger
    case (nil, let new?): scale.plain.map { new == $0 ? nil : new > $0 ? .weaker : .stronger } ?? nil
    case (let old?, nil): scale.plain.map { old == $0 ? nil : old > $0 ? .stronger : .weaker } ?? nil
    case (nil, nil): nil
    }
  }

  private static func rank(_ range: [Int], _ side: WordedSide, _ scale: Scale) -> Int? {
    range.compactMap { index in
      // `As soon as` says at once, and not soon.
      if side.word(index) == "as" || side.word(index - 1) == "as", isAsSoonAs(index, side) { return nil }
      // `On fast connections`
      if side.word(index) == "fast", !side.word(index + 1).isEmpty { return nil }
      // `17 or later`
      if side.word(index) == "later", ["or", "and"].contains(side.word(index - 1)) { return nil }
      if side.word(index) == "limited", side.word(index + 1) == "to" { return nil }
      // Of rights more is no promise to most: `full access`.
      if ["full", "limited"].contains(side.word(index)),
        ["access", "rights", "privileges"].contains(side.word(index + 1))
      {
        return nil
      }
      // `Without manual work`
      if ["without", "no", "not"].contains(side.word(index - 1)), !isAskedFor(index, side) { return nil }
      // `Exactly one` is one.
      if ["exactly", "exact"].contains(side.word(index)), NumberWord.one(side.word(index + 1)) != nil { return nil }
      return scale.steps.firstIndex { $0.contains(acting(index, side)) }
    }.max()
  }

  /// `Not without consent`
  private static func isAskedFor(_ index: Int, _ side: WordedSide) -> Bool {
    side.word(index - 1) == "without"
      && side.words[side.neighbourhood(of: index).lowerBound..<index - 1].contains { Vocabulary.negations.contains($0) }
  }

  private static func isAsSoonAs(_ index: Int, _ side: WordedSide) -> Bool {
    (0...2).contains { side.holds(["as", "soon", "as"], at: index - $0) }
  }

  /// Words from strong to weak, those of one step parted by spaces, the steps by `>`.
  private struct Scale {
    var steps: [Set<String>]
    /// The step that a sentence without any of the words stands on; nil where nothing can be said.
    var plain: Int?
    /// Whether its words stand in too many places to tell anything but where they take each other's.
    var isShort = false
    /// Whether its words say the same wherever they stand.
    var isAnywhere = false

    init(_ list: String, plain: Int? = nil, isShort: Bool = false, isAnywhere: Bool = false) {
      (self.isShort, self.isAnywhere) = (isShort, isAnywhere)
      steps = list.split(separator: ">").map { Vocabulary.words(String($0)) }
      self.plain = plain
    }
  }

  private static let scales = [
    Scale(
      "immediately instantly > promptly quickly fast swiftly > (plain) > soon shortly > eventually later", plain: 2),
    Scale("ensure ensures ensured guarantee guarantees guaranteed > help helps encourage encourages"),
    Scale(
      """
      block blocks blocked reject rejects rejected refuse refuses refused prevent prevents prevented deny denies denied \
      forbidden prohibited fails fail stop stops stopped halt halts > delay delays delayed warn warns warned warning discourage discourages discouraged sounds highlights highlighted slowed throttled remind reminds reminder reminders flag flags \
      flagged > log logs logged report reports reported slow slows note notes noted mention mentions \
      > ignore ignores ignored skip skips skipped silently swallow swallows swallowed pass passes tolerate tolerates tolerated
      """.replacingNewLines),
    Scale("required mandatory obligatory compulsory > recommended encouraged suggested > optional"),
    Scale("permanently irrevocably > (plain) > temporarily", plain: 1),
    Scale("completely fully entirely exactly strictly > (plain) > largely mainly > partially partly", plain: 1),
    Scale(
      "automatically themselves itself automatic > (plain) > manually manual offer offers suggest suggests propose proposes",
      plain: 1, isAnywhere: true),
    Scale("identical same exact exactly > equivalent similar comparable"),
    Scale("always > (plain) > usually normally mostly > sometimes occasionally > rarely", plain: 1),
    Scale("never > rarely seldom > sometimes"),
    Scale(
      "deleted deletes delete erased erases erase purged removed removes remove > hidden hides hide archived archives "
        + "archive deactivated disabled anonymised"),
    Scale("error errors > warning warnings > notice notices hint hints"),
    Scale("explicit explicitly expressly > implicit implicitly deemed presumed assumed"),
    Scale("encrypted encrypts hashed hashes hash > obfuscated masked encoded > plain plaintext cleartext"),
    Scale("encrypted encrypts encrypt > protect protects protected trusted private secured"),
    Scale("argon2 argon2id bcrypt scrypt pbkdf2 > sha sha256 sha512 > md5 sha1"),
    Scale("certificate certificates passkey passkeys biometrics > password passwords pin"),
    Scale("salted > hashed hashes hash > encrypted encrypts"),
    Scale("anonymised anonymized > pseudonymised pseudonymized"),
    Scale("private confidential secret > public"),
    Scale("without > little few minimal > some"),
    Scale("synchronously > asynchronously"),
    Scale("confirm confirms confirmed verified verifies verify > assume assumes assumed"),
    Scale("nobody none > few"),
    Scale(
      """
      fix fixes fixed repair repairs repaired solve solves solved resolve resolves resolved eliminates eliminated > reduce \
      reduces reduced mitigate mitigates workaround > acknowledge acknowledges acknowledged report reports reported listed noted
      """.replacingNewLines),
    Scale(
      """
      page pages paged call calls called phone phones phoned > notify notifies notified alert alerts alerted inform informs \
      informed tell tells told email emails emailed > log logs logged record records recorded
      """.replacingNewLines),
    Scale(
      "force forces forced enforce enforces enforced require requires required > ask asks asked > suggest suggests suggested "
        + "recommend recommends recommended offer offers offered"),
    Scale("dedicated separate own private personal individual > shared common share shares"),
    Scale(
      "exact precise detailed individual specific > (plain) > rough approximate estimated generic general", plain: 1),
    Scale("(plain) > something somehow briefly", plain: 0),
    Scale("proves prove proven tests tested verifies verified > assumes assumed expects expected claims"),
    Scale("free gratis > discounted reduced cheaper > charged sold fee fees surcharge"),
    Scale("guaranteed guarantees > expected planned intended aims goal target objective"),
    Scale("full complete entire unlimited > (plain) > reduced limited partial basic simplified", plain: 1),
    Scale("each itemised itemized > overall summary summarised total totals aggregate aggregated average combined"),
    Scale(
      """
      human person operator expert specialist professional doctor physician speaker lawyer nurse guard inspector officer \
      > bot chatbot software automated algorithm template script assistant camera sensor
      """.replacingNewLines),
    Scale("money cash refund refunded refunds > voucher vouchers credit credits coupon coupons > apology"),
    Scale("signature signed signs typed password pin > click tick ticked checkbox"),
    Scale("writing written > verbally orally verbal oral spoken phone"),
    Scale("registered certified > post letter courier > email sms text > website banner page board"),
    Scale(
      "approve approves approved approval consent agree agrees > consulted consult consults > informed notified told notice notification"
    ),
    Scale(
      "answer answers answered solution > acknowledge acknowledges acknowledged acknowledgement confirmation receipt"),
    Scale(
      "notify notifies notified informed told alerted emailed called announced > posted posts listed published publishes"
    ),
    Scale(
      "kept keeps keep stored saved retained queued preserved returned forwarded > dropped drops discarded discards lost"
    ),
    Scale(
      "deleted removed erased closed locked blocked disabled suspended deactivated > flagged marked listed reported"),
    Scale("checks checked validates validated verifies verified sanitises sanitised > trusts trusted accepts"),
    Scale("independent independently accredited certified qualified licensed trained > (plain)", plain: 1),
    Scale("choose chooses chosen pick picks > assigned allotted"),
    Scale("percentile worst peak > average mean median typical"),
    Scale("maximum minimum limit > target goal aim"),
    Scale("measured counted > estimated estimates guessed"),
    Scale("independent external > internal"),
    Scale("live real > recorded cached simulated emulated sample"),
    Scale("edit edited edits change changed > comment comments suggest > view viewed read browse browsed"),
    Scale("use used > browsed browse viewed"),
    Scale("replaced replacement replaces > repaired repair repairs"),
    Scale("verified verifies checked checks validated > assumed declared claimed stated"),
    Scale("end > transit"),
    Scale(
      """
      (plain) > appropriate appropriately suitable suitably adequate adequately sufficient sufficiently relevant significant \
      meaningful timely regularly periodically generic brief briefly
      """.replacingNewLines, plain: 0),
    // When somebody is told, asked or protected: beforehand, meanwhile, or once it is too late.
    Scale("before beforehand > when while during as upon together > after afterwards", isShort: true),
  ]
}
