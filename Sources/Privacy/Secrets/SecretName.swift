/// What the name of a value says of it.
enum SecretName {
  /// A password, key or token.
  case secret
  /// The header of a request, which names its scheme first.
  case authorization

  private static let limit = 64

  /// What stands before the `=` or `:` at `index`, when it names a secret. Quotes, brackets and a few spaces may stand in
  /// between, and the name may be of three words.
  static func before(_ index: Int, in bytes: [UInt8], from floor: Int) -> SecretName? {
    let limit = max(floor, index - limit)
    var end = index
    while end > limit, isBetween(bytes[end - 1]) { end -= 1 }
    guard end > limit, mayEnd(bytes[end - 1].lowercased) else { return nil }
    // The bytes of the name from its end, without spaces and dashes.
    var name: [UInt8] = []
    name.reserveCapacity(32)
    var place = end
    var words = 1
    while place > limit, name.count <= longest {
      let byte = bytes[place - 1]
      if byte == .space || byte == .dash || byte == .underscore {
        words += byte == .space ? 1 : 0
        if words > 3 { break }
      } else if byte.isAlphanumeric || !byte.isASCII {
        name.append(byte.lowercased)
      } else {
        break
      }
      place -= 1
    }
    if begins(name, with: header) { return .authorization }
    for candidate in ends[Int(name[0])] where begins(name, with: candidate) { return .secret }
    for candidate in wholes where candidate.count == name.count && begins(name, with: candidate) { return .secret }
    return nil
  }

  private static func begins(_ name: [UInt8], with other: [UInt8]) -> Bool { name.holds(other, at: 0) }

  private static func isBetween(_ byte: UInt8) -> Bool {
    byte == .space || byte == .quote || byte == UInt8(ascii: "'") || byte == .closeSquare || byte == UInt8(ascii: "`")
      || byte == UInt8(ascii: "*")
  }

  /// A first look at the last byte: most names end in another.
  private static func mayEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x80...: true
    case UInt8(ascii: "a"), UInt8(ascii: "d"), UInt8(ascii: "e"), UInt8(ascii: "g"), UInt8(ascii: "l"),
      UInt8(ascii: "n"),
      UInt8(ascii: "o"), UInt8(ascii: "p"), UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "w"), UInt8(ascii: "y"):
      true
    default: false
    }
  }

  // Names in small letters, without spaces, dashes and underscores, and from their ends.

  private static let header = Array("authorization".utf8.reversed())

  private static let wholes = ["pass", "pw", "mdp", "userpass", "dbpass", "mypass", "smtppass", "sig"].map {
    Array($0.utf8.reversed())
  }

  /// By the last byte.
  private static let ends: [[[UInt8]]] = {
    let names = [
      "password", "passwd", "passphrase", "passcode", "pwd", "passwort", "kennwort", "motdepasse", "contraseña",
      "contrasena", "senha", "wachtwoord", "hasło", "haslo", "parola", "lösenord", "пароль", "密码", "密碼", "パスワード",
      "비밀번호", "secret", "apikey", "accesskey", "secretkey", "privatekey", "accountkey", "signingkey", "encryptionkey",
      "masterkey", "authkey", "token", "credential", "credentials",
    ]
    var ends = [[[UInt8]]](repeating: [], count: 256)
    for name in names.map({ Array($0.utf8.reversed()) }) { ends[Int(name[0])].append(name) }
    return ends
  }()

  /// The longest name, in bytes.
  private static let longest = 24
}
