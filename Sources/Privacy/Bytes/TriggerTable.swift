/// Which bytes set off which recognisers, for a set of kinds: what is not asked for costs nothing.
struct TriggerTable {
  struct Trigger: OptionSet {
    let rawValue: UInt8

    static let at = Trigger(rawValue: 1)
    static let digit = Trigger(rawValue: 2)
    /// The `+` or `(` that a telephone number begins with.
    static let phoneSign = Trigger(rawValue: 4)
    static let colon = Trigger(rawValue: 8)
    static let equals = Trigger(rawValue: 16)
    /// The first byte of a token's prefix.
    static let token = Trigger(rawValue: 32)
    static let dash = Trigger(rawValue: 64)
  }

  let kinds: Set<Kind>
  private var table = [UInt8](repeating: 0, count: 256)
  /// The token formats by the first byte of their prefix.
  private(set) var formats = [[TokenFormat]](repeating: [], count: 256)
  /// A bit for every two bytes that a prefix can begin with, the first of them in the higher place.
  private var pairs = [UInt64](repeating: 0, count: 1 << 10)

  init(kinds: Set<Kind>) {
    self.kinds = kinds
    func has(_ wanted: Kind...) -> Bool { wanted.contains(where: kinds.contains) }
    if has(.email) { add(.at, "@") }
    if has(.phone, .card, .iban, .ip) { add(.digit, "0123456789") }
    if has(.phone) { add(.phoneSign, "+(") }
    if has(.ip, .secret) { add(.colon, ":") }
    guard has(.secret) else { return }
    add(.equals, "=")
    add(.dash, "-")
    addToken(WebToken.prefix)
    for format in TokenFormat.all {
      addToken(format.prefix)
      formats[Int(format.prefix[0])].append(format)
    }
  }

  @inline(__always) subscript(_ byte: UInt8) -> Trigger { Trigger(rawValue: table[Int(byte)]) }

  /// Whether a token's prefix begins with these bytes.
  @inline(__always) func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool {
    pairs[Int(first) << 2 | Int(second >> 6)] >> UInt64(second & 63) & 1 == 1
  }

  func has(_ kind: Kind) -> Bool { kinds.contains(kind) }

  private mutating func addToken(_ prefix: [UInt8]) {
    table[Int(prefix[0])] |= Trigger.token.rawValue
    pairs[Int(prefix[0]) << 2 | Int(prefix[1] >> 6)] |= 1 << UInt64(prefix[1] & 63)
  }

  private mutating func add(_ trigger: Trigger, _ bytes: String) {
    for byte in bytes.utf8 { table[Int(byte)] |= trigger.rawValue }
  }
}
