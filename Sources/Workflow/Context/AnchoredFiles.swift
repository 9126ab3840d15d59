import Grounding

/// What is known of files of one commit that many anchors name: each is read once as far as there is room, and git's history
/// is asked once for each path that is gone.
final class AnchoredFiles {
  /// Bytes of all that is kept.
  private var room = 32 << 20
  private var texts: [String: [UInt8]?] = [:]
  private var departures: [String: Departure] = [:]

  func text(of path: String, _ read: () throws(Failure) -> [UInt8]?) throws(Failure) -> [UInt8]? {
    if let known = texts[path] { return known }
    let bytes = try read()
    let size = bytes?.count ?? 0
    if size <= room {
      room -= size
      texts[path] = .some(bytes)
    }
    return bytes
  }

  func departure(of path: String, _ find: () throws(Failure) -> Departure) throws(Failure) -> Departure {
    if let known = departures[path] { return known }
    let departure = try find()
    departures[path] = departure
    return departure
  }
}
