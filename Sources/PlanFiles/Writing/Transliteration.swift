/// Writes letters of Latin that ASCII lacks with those that it has.
enum Transliteration {
  /// `text`, in lower case, with `ae` for `ä` and `o` for `ø`; other scripts stay as they are.
  static func ascii(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        result.append(scalar)
      } else if scalar.value == 0x308, let last = result.last, "aou".unicodeScalars.contains(last) {
        // A vowel with its marks apart, as macOS writes names of files.
        result.append("e")
      } else if 0x300...0x36F ~= scalar.value {
        continue
      } else {
        result.append(contentsOf: (letters[scalar].map { $0.unicodeScalars } ?? String(scalar).unicodeScalars))
      }
    }
    return String(result)
  }

  private static let letters: [Unicode.Scalar: String] = {
    var letters: [Unicode.Scalar: String] = [
      "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "å": "a", "ð": "d", "þ": "th",
      "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "ŋ": "n", "ŧ": "t", "ĳ": "ij",
    ]
    for (plain, marked) in [
      ("a", "àáâãāăąǎạảấầẩẫậắằẳẵặ"), ("c", "çćĉċč"), ("d", "ď"), ("e", "èéêëēĕėęěẹẻẽếềểễệ"), ("g", "ĝğġģǧ"), ("h", "ĥ"),
      ("i", "ìíîïĩīĭįǐịỉ"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľ"), ("n", "ñńņňǹ"), ("o", "òóôõōŏőǒơọỏốồổỗộớờởỡợ"),
      ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťț"), ("u", "ùúûũūŭůűųǔưụủứừửữự"), ("w", "ŵ"), ("y", "ýÿŷỳỵỷỹ"),
      ("z", "źżž"),
    ] {
      for scalar in marked.unicodeScalars { letters[scalar] = plain }
    }
    return letters
  }()
}
