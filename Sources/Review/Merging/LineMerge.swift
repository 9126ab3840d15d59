/// Merges lines by what each side changed of them.
struct LineMerge {
  enum Region: Hashable {
    case settled([ArraySlice<UInt8>])
    case conflict(ours: [ArraySlice<UInt8>], theirs: [ArraySlice<UInt8>])
  }

  private(set) var regions: [Region] = []

  init(base: [ArraySlice<UInt8>], ours: [ArraySlice<UInt8>], theirs: [ArraySlice<UInt8>]) {
    let own = Alignment.hunks(base, ours)
    let other = Alignment.hunks(base, theirs)
    var (one, two) = (0, 0)
    var place = 0
    while one < own.count || two < other.count {
      let start = min(
        one < own.count ? own[one].before.lowerBound : .max, two < other.count ? other[two].before.lowerBound : .max)
      settle(Array(base[place..<start]))
      var end = start
      let (firstOwn, firstOther) = (one, two)
      // Changes that overlap, or that both put something at one place, belong together.
      while true {
        if one < own.count, Self.touches(own[one].before, start..<end) {
          end = max(end, own[one].before.upperBound)
          one += 1
        } else if two < other.count, Self.touches(other[two].before, start..<end) {
          end = max(end, other[two].before.upperBound)
          two += 1
        } else {
          break
        }
      }
      let mine = Self.side(ours, own[firstOwn..<one], own[..<firstOwn], start..<end)
      let yours = Self.side(theirs, other[firstOther..<two], other[..<firstOther], start..<end)
      if firstOther == two || mine == yours {
        settle(mine)
      } else if firstOwn == one {
        settle(yours)
      } else {
        regions.append(.conflict(ours: mine, theirs: yours))
      }
      place = end
    }
    settle(Array(base[place...]))
  }

  private static func touches(_ range: Range<Int>, _ region: Range<Int>) -> Bool {
    if region.isEmpty { return range.lowerBound == region.lowerBound }
    return range.lowerBound < region.upperBound || range.isEmpty && range.lowerBound == region.upperBound
  }

  /// What a side has where the base has `region`.
  private static func side(
    _ lines: [ArraySlice<UInt8>], _ hunks: ArraySlice<Hunk>, _ earlier: ArraySlice<Hunk>, _ region: Range<Int>
  ) -> [ArraySlice<UInt8>] {
    let shift = earlier.last.map { $0.after.upperBound - $0.before.upperBound } ?? 0
    let start = region.lowerBound + shift
    let end =
      hunks.last.map { region.upperBound + $0.after.upperBound - $0.before.upperBound } ?? region.upperBound + shift
    return Array(lines[start..<end])
  }

  private mutating func settle(_ lines: [ArraySlice<UInt8>]) {
    if !lines.isEmpty { regions.append(.settled(lines)) }
  }
}
