/// What the words before a number say of it.
enum PhoneContext {
  /// A word for telephones.
  case telephone
  /// A word that is said of other numbers, too: `call`.
  case perhaps
  /// A word for numbers of another kind: of an order, an article, a book.
  case otherNumber
  case unknown

  /// What the last words before `index` say; fillers such as `number is` are passed over.
  static func before(_ index: Int, in bytes: [UInt8]) -> PhoneContext {
    let limit = max(0, index - reach)
    var end = index
    for _ in 0..<3 {
      while end > limit, isGap(bytes[end - 1]) { end -= 1 }
      var start = end
      while start > limit, bytes[start - 1].isWord || !bytes[start - 1].isASCII { start -= 1 }
      if start == end { return .unknown }
      let word = String(decoding: bytes[start..<end].map(\.lowercased), as: UTF8.self)
      if telephones.contains(where: word.hasSuffix) { return .telephone }
      if calls.contains(word) { return .perhaps }
      if others.contains(where: { word.hasPrefix($0) || word.hasSuffix($0) }) { return .otherNumber }
      guard fillers.contains(word) else { return .unknown }
      end = start
    }
    return .unknown
  }

  /// How far back a word may begin, in bytes.
  private static let reach = 40

  /// What may stand between a word and its number, on one line.
  private static func isGap(_ byte: UInt8) -> Bool {
    switch byte {
    case .space, .tab, .colon, .dot, .comma, .equals, .hash, .dash, .openRound, .closeRound, .quote, UInt8(ascii: "'"),
      UInt8(ascii: "*"), UInt8(ascii: "|"):
      true
    default: false
    }
  }

  private static let fillers: Set<String> = [
    "number", "no", "nr", "nummer", "numero", "número", "numéro", "is", "ist", "me", "us", "at", "on", "under", "unter",
    "my", "our", "the", "est", "es", "home", "work", "private", "privat", "office", "büro", "direct",
  ]

  /// Ends of words: `Mobiltelefon`, `phoneNumber`.
  private static let telephones = [
    "phone", "tel", "telefon", "téléphone", "tél", "telefono", "teléfono", "telefone", "telefoon", "телефон", "тел",
    "mobile", "mobil", "mobiel", "mob", "móvil", "movil", "celular", "cell", "handy", "fax", "portable", "whatsapp",
    "hotline", "landline", "festnetz", "rufnummer", "handynummer", "telefonnummer", "mobilnummer", "phonenumber",
    "phone_number", "durchwahl", "callback", "rückruf", "电话", "電話", "手机", "携帯", "전화", "핸드폰", "☎", "☎️", "📞",
    "📱", "✆",
  ]

  private static let calls: Set<String> = ["call", "ring", "dial", "sms", "text", "appeler", "llamar", "anrufen"]

  /// Beginnings and ends of words.
  private static let others = [
    "isbn", "issn", "order", "invoice", "ticket", "version", "ean", "gtin", "upc", "rechnung", "bestellung", "artikel",
    "auftrag", "serial", "sku", "commit", "iban", "bestellnummer", "rechnungsnummer", "kundennummer", "article",
    "commande", "facture", "pedido", "factura", "parcel", "tracking", "sendungsnummer", "imei", "reference", "account",
    "konto", "kontonummer", "customer", "batch",
  ]
}
