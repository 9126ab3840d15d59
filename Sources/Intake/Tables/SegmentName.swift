/// What a group of customers is called that a column names.
enum SegmentName {
  /// Columns whose fields say nothing without the column's name: `4.1.2`, `en`, `starlte`.
  private static let bare = PhraseTable(
    "version|device|language|locale|os|platform|browser|sprache|gerät|langue|idioma|lingua|taal|バージョン|版本")

  /// `Version 4.1.2`; of a plan or a company the field alone.
  static func of(_ field: [UInt8], column name: [UInt8]) -> [UInt8] {
    let words = Array(ColumnName.normalised(name[...]).utf8)
    let isBare = words.split(separator: ASCII.space).contains { bare.holds($0) }
    guard isBare, let first = field.first(where: { $0 != ASCII.space }) else { return field }
    // A field that says what it is needs no help: "Version 2", "Windows 11".
    let isTelling = first.isLetter && field.contains(ASCII.space)
    return isTelling ? field : name + [ASCII.space] + field
  }
}
