import Git
import PlanModel

/// Contents of files that one condition after the other searches, each read once as far as there is room for them.
final class BlobShelf {
  /// Bytes of all that is kept, and of one file.
  private static let room = 32 << 20
  private static let largest = 1 << 20

  private let repository: Repository
  private var kept: [ObjectID: [UInt8]] = [:]
  private var room = BlobShelf.room

  init(_ repository: Repository) { self.repository = repository }

  /// - Returns: nil when there are more than `limit` bytes.
  func contents(of blob: ObjectID, limit: Int) throws(GitError) -> [UInt8]? {
    if let known = kept[blob] { return known.count <= limit ? known : nil }
    let bytes: [UInt8]
    do throws(GitError) {
      bytes = try repository.blob(blob, limit: limit)
    } catch .objectTooLarge {
      return nil
    }
    if bytes.count <= min(room, Self.largest) {
      room -= bytes.count
      kept[blob] = bytes
    }
    return bytes
  }
}
