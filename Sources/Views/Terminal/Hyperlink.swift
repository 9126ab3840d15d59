extension String {
  /// A link for terminals that take them, by OSC 8
  /// (<https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda>): `ESC ] 8 ; ; URI ST text ESC ] 8 ; ; ST`.
  func linked(to file: String?, below top: String?) -> String {
    guard let file, let top, !isEmpty else { return self }
    let path = file.hasPrefix("/") ? file : "\(top)/\(file)"
    return "\u{1b}]8;;file://\(path.percentEncodedPath)\u{1b}\\\(self)\u{1b}]8;;\u{1b}\\"
  }

  /// The path as it stands in a URI: all but unreserved characters and slashes as `%20` (RFC 3986 §2).
  private var percentEncodedPath: String {
    var text = ""
    for byte in utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x2f, 0x5f, 0x7e:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return text
  }
}
