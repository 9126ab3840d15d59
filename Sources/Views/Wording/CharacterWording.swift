import PlanModel

/// Characters that nobody sees, in words.
enum CharacterWording {
  /// `U+202E`, and what it does.
  static func words(_ character: HiddenCharacter) -> String {
    let digits = String(character.scalar, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return switch character.kind {
    case .order: "\(name), which shows text in another order than it has"
    case .tag: "\(name), which nobody sees and programs read"
    case .lineBreak: "\(name), which breaks a line only in some programs"
    case .byteOrder: "\(name), a mark of the byte order that belongs to the beginning of files"
    case .control: "\(name), a control character"
    }
  }
}
