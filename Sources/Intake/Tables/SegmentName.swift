/// What the groups of customers are called that a column names.
struct SegmentName {
  /// Columns whose fields say nothing without the column's name: `4.1.2`, `en`, `starlte`.
  private static let bare = PhraseTable(
    "version|device|language|locale|os|platform|browser|sprache|gerät|langue|idioma|lingua|taal|バージョン|版本")

  /// The column's name and a space, where its fields need it.
  private let prefix: [UInt8]?

  init(column name: [UInt8]) {
    let words = Array(ColumnName.normalised(name[...]).utf8)
    let isBare = words.split(separator: ASCII.space).contains { Self.bare.holds($0) }
    prefix = isBare ? name + [ASCII.space] : nil
  }

  /// `Version 4.1.2`; of a plan or a company the field alone.
  func of(_ field: [UInt8]) -> [UInt8] {
    guard let prefix, let first = field.first(where: { $0 != ASCII.space }) else { return field }
    // A field that says what it is needs no help: "Version 2", "Windows 11".
    let isTelling = first.isLetter && field.contains(ASCII.space)
    return isTelling ? field : prefix + field
  }
}
