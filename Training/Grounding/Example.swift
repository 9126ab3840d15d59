import Grounding

/// An instance with the columns of its candidates.
struct Example: Sendable {
  var instance: Instance
  var record: RankingRecord

  var isGold: [Bool] { record.paths.map(instance.files.contains) }
  var isGoldUnit: [Bool] {
    record.units.map { unit in
      let path = record.paths[unit.file]
      return instance.symbols.contains(path + "::" + unit.symbol)
        || instance.lines[path, default: []].contains { $0.overlaps(unit.lines) }
    }
  }
}

extension RankingRecord {
  /// The record as bytes, to be read again by ``init(bytes:)``: numbers as 32-bit floats.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    func put(_ number: Int) { withUnsafeBytes(of: UInt32(number).littleEndian) { bytes += $0 } }
    func put(_ text: String) {
      put(text.utf8.count)
      bytes += Array(text.utf8)
    }
    func put(_ values: [Double]) {
      put(values.count)
      for value in values { withUnsafeBytes(of: Float(value).bitPattern.littleEndian) { bytes += $0 } }
    }
    put(paths.count)
    for (path, row) in zip(paths, rows) {
      put(path)
      put(row)
    }
    put(units.count)
    for unit in units {
      put(unit.file)
      put(unit.symbol)
      put(unit.lines.lowerBound)
      put(unit.lines.count)
    }
    put(unitColumns.count)
    for column in unitColumns { put(column) }
    return bytes
  }

  init(bytes: [UInt8]) {
    self.init()
    var at = 0
    func number() -> Int {
      defer { at += 4 }
      return (0..<4).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }
    func text() -> String {
      let count = number()
      defer { at += count }
      return String(decoding: bytes[at..<(at + count)], as: UTF8.self)
    }
    func values() -> [Double] { (0..<number()).map { _ in Double(Float(bitPattern: UInt32(number()))) } }
    for _ in 0..<number() {
      paths.append(text())
      rows.append(values())
    }
    for _ in 0..<number() {
      let (file, symbol, first) = (number(), text(), number())
      units.append((file, symbol, first...(first + max(1, number()) - 1)))
    }
    for _ in 0..<number() { unitColumns.append(values()) }
  }
}
