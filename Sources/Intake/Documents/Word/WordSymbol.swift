/// Characters that Word takes from a font of pictures (29500-1, 17.3.3.30): `<w:sym w:font="Wingdings" w:char="F0E0"/>`.
enum WordSymbol {
  /// As Unicode; empty where the font's picture is not known.
  static func utf8(font: String?, character: String?) -> [UInt8] {
    guard let character, let value = UInt32(character, radix: 16) else { return [] }
    let code = 0xF000...0xF0FF ~= value ? value - 0xF000 : value
    if let known = pictures[font?.lowercased() ?? ""]?[code] { return Array(known.utf8) }
    // Other fonts show at F020 to F07E what ASCII has there; the private area itself means nothing elsewhere.
    let isPrivate = 0xE000...0xF8FF ~= code
    guard !isPicture(font), let scalar = Unicode.Scalar(code), code >= 0x20, !isPrivate else { return [] }
    return Array(String(Character(scalar)).utf8)
  }

  private static func isPicture(_ font: String?) -> Bool { pictures.keys.contains(font?.lowercased() ?? "") }

  private static let pictures: [String: [UInt32: String]] = [
    "wingdings": [
      0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0xA7: "▪", 0xA8: "□",
      0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
      0xFE: "☑",
    ],
    "wingdings 2": [0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0xA3: "□"],
    "symbol": [
      0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x65: "ε", 0x6C: "λ", 0x6D: "μ", 0x70: "π", 0x73: "σ", 0x77: "ω",
      0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
      0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…",
      0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√", 0xDE: "⇒", 0xE2: "®", 0xE3: "©", 0xE4: "™",
    ],
  ]
}
