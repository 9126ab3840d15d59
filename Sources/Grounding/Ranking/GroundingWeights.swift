import CGroundWeights

/// What was learned of columns: how functions are judged by themselves, files, and functions of the best files.
///
/// The file: `HGW1`, then for each of the three the number of columns, of hidden units and of members (a byte each), and
/// for each member its numbers as 32-bit little-endian floats in the order of ``Network/Member``.
package struct GroundingWeights: Hashable, Sendable {
  package var units: Network
  package var files: Network
  package var symbols: Network

  package init(units: Network, files: Network, symbols: Network) {
    self.units = units
    self.files = files
    self.symbols = symbols
  }

  /// The weights that were built in; Training/Grounding/README.md says how they are made.
  package static let builtIn: GroundingWeights = {
    var count = 0
    let start = handoff_ground_weights(&count)
    // The bytes are a constant of the program: they outlive every use.
    guard let weights = GroundingWeights(UnsafeRawBufferPointer(start: start, count: count)) else {
      preconditionFailure("weights.bin is not of this format")
    }
    return weights
  }()

  /// How many columns each of the three has.
  package static let widths = [
    UnitColumn.allCases.count, Column.allCases.count, UnitColumn.allCases.count + SymbolColumns.count,
  ]

  private static let magic = Array("HGW1".utf8)

  /// Reads a file of weights; nil when it is of another format, length or number of columns.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.prefix(4).elementsEqual(Self.magic) else { return nil }
    var at = 4
    var networks: [Network] = []
    for width in Self.widths {
      guard at + 3 <= bytes.count, Int(bytes[at]) == width else { return nil }
      let hidden = Int(bytes[at + 1])
      let members = Int(bytes[at + 2])
      at += 3
      let size = 4 * (width * 3 + hidden * 2 + width * hidden)
      guard at + members * size <= bytes.count else { return nil }
      func next(_ count: Int) -> [Float] {
        defer { at += 4 * count }
        return (0..<count).map { index in
          Float(
            bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at + 4 * index, as: UInt32.self)))
        }
      }
      networks.append(
        Network(
          (0..<members).map { _ in
            var member = Network.Member(mean: next(width), deviation: next(width), hidden: hidden)
            member.inner = next(width * hidden)
            member.bias = next(hidden)
            member.outer = next(hidden)
            member.direct = next(width)
            return member
          }))
    }
    guard at == bytes.count else { return nil }
    self.init(units: networks[0], files: networks[1], symbols: networks[2])
  }

  /// The file, to be read again by `init`.
  package var bytes: [UInt8] {
    var bytes = Self.magic
    for network in [units, files, symbols] {
      let first = network.members.first
      bytes += [UInt8(first?.mean.count ?? 0), UInt8(first?.bias.count ?? 0), UInt8(network.members.count)]
      for member in network.members {
        for value in [member.mean, member.deviation, member.inner, member.bias, member.outer, member.direct].joined() {
          withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 }
        }
      }
    }
    return bytes
  }
}
