/// The codes of countries and networks that international telephone numbers begin with (ITU-T E.164 and its list of
/// assigned codes).
enum CallingCode {
  /// How many digits a whole number may have, its code included, when it begins with these; nil when no code is known.
  static func lengths(of digits: ArraySlice<UInt8>) -> ClosedRange<Int>? {
    let values = digits.prefix(3).map(\.digitValue)
    guard values.count == 3 else { return nil }
    // The numbers of North America and of Russia and Kazakhstan have one length.
    if values[0] == 1 || values[0] == 7 { return 11...11 }
    let two = values[0] * 10 + values[1]
    if twoDigits.contains(two) { return 9...15 }
    let three = two * 10 + values[2]
    return threeDigits.contains { $0.contains(three) } ? 8...15 : nil
  }

  private static let twoDigits: Set<Int> = [
    20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56, 57, 58, 60, 61, 62,
    63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98,
  ]

  private static let threeDigits: [ClosedRange<Int>] = [
    211...213, 216...216, 218...218, 220...258, 260...269, 290...291, 297...299, 350...359, 370...383, 385...387,
    389...389, 420...421, 423...423, 500...509, 590...599, 670...670, 672...692, 800...800, 808...808, 850...850,
    852...853, 855...856, 870...870, 878...878, 880...883, 886...886, 888...888, 960...968, 970...977, 979...979,
    992...996, 998...998,
  ]
}
