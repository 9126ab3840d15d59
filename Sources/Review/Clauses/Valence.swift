/// Whether a word names something that people want to have, or something that they want to be spared.
///
/// It tells what a denial does: `without downtime` is more of a promise, `without a confirmation` is less of one.
enum Valence: Hashable {
  case wanted, unwanted

  static func of(_ word: String) -> Valence? {
    if exact.contains(word) { return .unwanted }
    if checked.contains(word) { return .wanted }
    let stem = WordedSide.stem(word)
    return goods.contains(stem) ? .wanted : ills.contains(stem) ? .unwanted : nil
  }

  /// What the words of a range come to: that of the first word that has one.
  static func of(_ range: Range<Int>, in side: WordedSide) -> Valence? {
    for index in range where !side.contents[index].isEmpty || exact.contains(side.word(index)) {
      if let valence = of(side.word(index)) { return valence }
    }
    return nil
  }

  /// Whether a range says that something is laid open that ought to be kept: `store the card number`.
  static func exposes(_ range: Range<Int>, in side: WordedSide) -> Bool {
    let stems = range.map { WordedSide.stem(side.word($0)) }
    return stems.contains { secrets.contains($0) } && stems.contains { exposing.contains($0) }
  }

  /// Whether a range has the word for that.
  static func lays(_ range: Range<Int>, open side: WordedSide) -> Bool {
    guard let first = range.first, exposes(side.sentence(of: first), in: side) else { return false }
    return range.contains { exposing.contains(WordedSide.stem(side.word($0))) }
  }

  static func isSecret(_ word: String) -> Bool { secrets.contains(WordedSide.stem(word)) }

  private static func stems(_ list: String) -> Set<String> {
    Set(Vocabulary.words(list.replacingNewLines).map(WordedSide.stem))
  }

  /// What keeps people and what they have from harm, or gives them a say.
  private static let goods = stems(
    """
    confirm confirmation approve approval consent permission authenticate authentication verify verification validate validation check checked review inspect inspection warn \
    warning notify notification encrypt encryption anonymise anonymize anonymisation anonymization pseudonymise mask \
    sanitise sanitize signature licence license supervision protect protection explanation explain reason moderation \
    preserve retain restore recover resume support asking ask agree agreement handle respect comply test proof escort \
    helmet training safeguard supported tested answer keep unique immutable tamper atomic idempotent deterministic \
    reproducible accurate secure isolated sandboxed redundant persistent reversible recoverable accessible legible \
    translated localised localized documented documentation hashed salted independent transparent strict robust detailed \
    descriptive explicit helpful compatible append guaranteed graceful automated consistent complete honour honor enforce
    """)

  /// What costs, hurts, hinders or is broken.
  private static let ills = stems(
    """
    loss lose crash fail failure error fault defect leak corrupt corruption downtime outage delay lag restart reload \
    reboot registration register surcharge charge fee additive additives solvent solvents duplicate gap stale outdated \
    obsolete interrupt interruption damage injury expose exposure breach overwrite discard irreversible conflict deadlock \
    freeze flicker stutter spam advertisement advert tracking waste spill contaminate contamination accident effort \
    commission deduction bypass circumvent hang omit injure trace traces pollution partial incomplete harm hurt exceed vulnerable \
    vulnerability orphan inconsistent inconsistency restart ignore skip mislead truncate misplace slow drop
    """)
  /// Of which the stems are those of other words.
  private static let checked = Vocabulary.words(
    "authorise authorize authorised authorized authorisation authorization signed valid trusted approved licensed")
  private static let exact: Set<String> = ["lost", "ads", "null", "warnings", "cleared", "clears"]

  private static let secrets = stems(
    """
    password passphrase token tokens secret secrets credential credentials key keys pin card cards cvv personal private \
    sensitive confidential salary salaries medical payment bank biometric health identity passport location camera microphone
    """)
  private static let exposing = stems(
    """
    store stored log logged show shown display print share send sent transmit read see view visible access export cache \
    copy publish write written contain appear keep use collect track
    """)
}
