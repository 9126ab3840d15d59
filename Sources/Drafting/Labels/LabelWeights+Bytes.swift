import CLabelWeights
import PlanModel

extension LabelWeights {
  private static let magic = Array("HLW1".utf8)

  /// The weights that were built in; Training/README.md says how they are made.
  package static let builtIn: LabelWeights = {
    var count = 0
    let start = handoff_label_weights(&count)
    // The bytes are a constant of the program: they outlive every use.
    guard let weights = LabelWeights(UnsafeRawBufferPointer(start: start, count: count)) else {
      preconditionFailure("weights.bin is not of this format")
    }
    return weights
  }()

  /// Reads a file of weights; nil when it is of another format or length.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    let header = Self.magic.count + 1
    guard bytes.count > header, bytes.prefix(Self.magic.count).elementsEqual(Self.magic) else { return nil }
    let bits = Int(bytes[Self.magic.count])
    let table = header + Label.allCases.count * 5 * 4
    guard bits <= 24, bytes.count == table + 16 << bits else { return nil }
    self.init(bits: bits)
    var offset = header
    func next() -> Float {
      defer { offset += 4 }
      return Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
    for label in perLabel.indices {
      perLabel[label].step = next()
      perLabel[label].bias = next()
      perLabel[label].slope = next()
      perLabel[label].offset = next()
      perLabel[label].threshold = next()
    }
    rows.withUnsafeMutableBytes { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[table...])) }
  }

  /// The file, to be read again by `init`.
  package var bytes: [UInt8] {
    var bytes = Self.magic + [UInt8(bits)]
    for label in perLabel {
      for value in [label.step, label.bias, label.slope, label.offset, label.threshold] {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 }
      }
    }
    rows.withUnsafeBytes { bytes += $0 }
    return bytes
  }
}
