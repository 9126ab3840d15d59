/// Words by which it is told what a number is there for.
enum PurposeWords {
  /// What somebody has to do, or to look at, to get something.
  static let efforts = Vocabulary.words(
    "click clicks tap taps step steps screen screens page pages question questions attempt attempts")

  /// What somebody may do with what is theirs.
  static let rights = Vocabulary.words(
    """
    return returned cancel cancelled canceled undo undone withdraw withdrawn object appeal appealed restore restored \
    claim claimed exchange exchanged change changed revoke revoked recover recovered reverse reversed edit edited \
    request requested dispute disputed redeem redeemed complaint
    """.replacingNewLines)

  static let people = Vocabulary.words(
    "anyone anybody everyone everybody those people customers users children adults persons members orders files")
  static let asked = Vocabulary.words("required needed necessary mandatory asked triggered raised")
  static let stopping = Vocabulary.words("stops stop closes close brakes halts alerts warns shuts")
  static let judging = Vocabulary.words(
    "refuse refuses reject rejects block blocks flag flags warn warns alert alerts report reports mark marks escalate escalates"
  )
  static let putOn = Vocabulary.words(
    "rejected refused throttled slowed charged pay pays cost costs excluded ignored skipped dropped truncated cut")
  static let offering = Vocabulary.words(
    """
    support supports handle handles accept accepts accepted hold holds serve serves store stores upload attach \
    scale scales fit fits cope copes
    """.replacingNewLines)
  static let coping = Vocabulary.words(
    "survive survives withstand withstands tolerate tolerates cope copes handle handles bridge bridges")
  static let triggering = Vocabulary.words(
    "trigger triggers raise raises lock locks block blocks cause causes start starts alert alerts open opens page pages"
  )
  static let falling = Vocabulary.words("drops drop falls fall sinks sink shrinks down decreases")
  static let limiting = Vocabulary.words("limit limits restrict restricts cap caps throttle throttles")
  static let standards = Vocabulary.words("tls wcag ssl asvs")
  static let demanding = Vocabulary.words("require requires required enforce enforces enforced must")
  static let clicks = Vocabulary.words("click clicks tap taps step steps")
  static let states = Vocabulary.words(
    "stay stays keep keeps remain remains take takes weigh weighs cost costs last lasts measure measures hold holds")
  static let keys = Vocabulary.words(
    "token tokens session sessions otp passcode passcodes password passwords")
  static let prices = Vocabulary.words("price prices fee fees deposit deposits premium rent")
  /// How far off something may be, how late, and what it costs.
  static let burdens = Vocabulary.words(
    """
    accurate accuracy precise precision differ differs deviate deviates deviation tolerance error margin late delay \
    delayed rounded resolution failure failures defects faults latency lag downtime loss costs cost limited cached stale outdated usage consumption
    """.replacingNewLines)
  static let lasting = Vocabulary.words(
    """
    kept keep keeps retention retained retain stored store available valid remain remains lasts last archived history backups \
    recoverable restore restored undo supported undone trial survive survives withstand withstands bridge bridges
    """.replacingNewLines)
  static let lapsing = Vocabulary.words("expire expires lapse lapses end ends")
  static let assets = Vocabulary.words(
    "warranty guarantee licence license membership coupon coupons voucher vouchers credit credits points gift trial trials discount discounts offer ticket tickets"
  )
  static let traces = Vocabulary.words(
    """
    transcript transcripts recording recordings footage ip personal location locations tracking telemetry biometric \
    cookies chat chats visitor visitors video
    """.replacingNewLines)
  static let own = Vocabulary.words("their your own backup backups audit never deleted erased")
}
