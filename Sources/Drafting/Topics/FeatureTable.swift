/// Numbers of features, by their hashes.
///
/// Hundreds of features are counted for each text, and what names them are hashes already: a dictionary would spend most of
/// its time on hashing them again. As with a dictionary's, nobody can choose texts whose features meet in one slot: the
/// factor that spreads them is another one in each process. What comes out does not depend on it.
struct FeatureTable: Sendable {
  private struct Slot {
    var hash: UInt64 = 0
    /// From 1 on; 0 where the slot is free.
    var number: UInt32 = 0
  }

  private static let factor = UInt64.random(in: .min ... .max) | 1

  private var slots: [Slot]
  private var count = 0
  /// How far the bits that choose a slot, which are the highest, are moved.
  private var shift: UInt64

  init() {
    slots = [Slot](repeating: Slot(), count: 16)
    shift = 60
  }

  subscript(hash: UInt64) -> UInt32? {
    let slot = slots[place(of: hash)]
    return slot.number == 0 ? nil : slot.number - 1
  }

  /// - Parameter hash: one that has no number yet.
  mutating func insert(_ number: UInt32, for hash: UInt64) {
    if count * 2 >= slots.count { grow() }
    slots[place(of: hash)] = Slot(hash: hash, number: number + 1)
    count += 1
  }

  /// Where a hash is, or has to go: the first free slot from its own on (Knuth, "The Art of Computer Programming", 6.4,
  /// linear probing).
  private func place(of hash: UInt64) -> Int {
    var place = Int((hash &* Self.factor) >> shift)
    while slots[place].number != 0, slots[place].hash != hash { place = (place + 1) & (slots.count - 1) }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 4)
    shift -= 2
    for slot in old where slot.number != 0 { slots[place(of: slot.hash)] = slot }
  }
}
