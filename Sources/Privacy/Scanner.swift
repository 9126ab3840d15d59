/// One pass over a text: the bytes that can begin or mark something set off the recognisers.
///
/// A recogniser never looks back beyond the end of the last match, so matches come in order and do not overlap.
struct Scanner {
  private let bytes: [UInt8]
  private let triggers: TriggerTable
  private let wantsCards: Bool
  private let wantsIBANs: Bool
  private let wantsIPs: Bool
  private let wantsPhones: Bool
  private let wantsSecrets: Bool
  private var keyBlocks = PrivateKeyBlock()
  private var found: [Match] = []
  /// Where the last match ended.
  private var floor = 0

  init(_ bytes: [UInt8], _ triggers: TriggerTable) {
    self.bytes = bytes
    self.triggers = triggers
    wantsCards = triggers.has(.card)
    wantsIBANs = triggers.has(.iban)
    wantsIPs = triggers.has(.ip)
    wantsPhones = triggers.has(.phone)
    wantsSecrets = triggers.has(.secret)
  }

  mutating func matches() -> [Match] {
    // Copies of one's own are not looked up again for every byte.
    let (bytes, triggers) = (bytes, triggers)
    var index = 0
    var last: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      let trigger = triggers[byte]
      // Of the letters, the most of a text, those count that begin a word as a token does.
      let isIdle =
        trigger.isEmpty
        || trigger == .token
          && (last.isWord || !triggers.mayBegin(byte, index + 1 < bytes.count ? bytes[index + 1] : 0))
      if isIdle {
        last = byte
        index += 1
      } else {
        index = look(at: index, trigger)
        last = bytes.byte(index - 1)
      }
    }
    return found
  }

  /// Looks at a byte that set something off; the index to go on from.
  private mutating func look(at index: Int, _ trigger: TriggerTable.Trigger) -> Int {
    var match: Match?
    if trigger.contains(.digit) {
      // The digits of a number that is no match begin no other.
      match = number(at: index)
      if match == nil { return bytes.end(from: index, limit: .max - index) { $0.isDigit } }
    } else if trigger.contains(.at) {
      match = EmailAddress.range(in: bytes, at: index, from: floor).map { Match(.email, $0) }
    } else if trigger.contains(.colon) {
      match = colon(at: index)
    } else if trigger.contains(.equals) {
      match = Assignment.value(in: bytes, at: index, from: floor).map { Match(.secret, $0) }
    } else if trigger.contains(.dash) {
      match = keyBlocks.range(in: bytes, at: index).map { Match(.secret, $0) }
    } else if trigger.contains(.phoneSign) {
      match = PhoneNumber.range(in: bytes, at: index).map { Match(.phone, $0) }
    }
    if match == nil, trigger.contains(.token), !bytes.byte(index - 1).isWord {
      match = token(at: index).map { Match(.secret, $0) }
    }
    guard let match else { return index + 1 }
    found.append(match)
    floor = match.range.upperBound
    return floor
  }

  private func number(at index: Int) -> Match? {
    // `1a2`: the digits of an identifier begin nothing, but for the two letters that an IBAN begins with.
    if wantsIBANs, index - 2 >= floor, let range = IBAN.range(in: bytes, at: index - 2) { return Match(.iban, range) }
    if wantsCards, let range = CardNumber.range(in: bytes, at: index) { return Match(.card, range) }
    if wantsIPs, let address = IPv4Address(in: bytes, at: index) {
      return address.isPersonal ? Match(.ip, address.range) : nil
    }
    if wantsPhones, let range = PhoneNumber.range(in: bytes, at: index) { return Match(.phone, range) }
    return nil
  }

  private func colon(at index: Int) -> Match? {
    if wantsSecrets {
      if let range = URLCredentials.range(in: bytes, at: index) { return Match(.secret, range) }
      if let range = Assignment.value(in: bytes, at: index, from: floor) { return Match(.secret, range) }
    }
    if wantsIPs, let address = IPv6Address(in: bytes, at: index, from: floor), address.isPersonal {
      return Match(.ip, address.range)
    }
    return nil
  }

  private func token(at index: Int) -> Range<Int>? {
    if let range = WebToken.range(in: bytes, at: index) { return range }
    for format in triggers.formats[Int(bytes[index])] {
      if let range = format.range(in: bytes, at: index) { return range }
    }
    return nil
  }
}
