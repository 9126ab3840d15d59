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
  /// What is asked for soon: in a partial clone it is fetched together.
  private var expected: [ObjectID] = []

  init(_ repository: Repository) { self.repository = repository }

  func expect(_ files: [TreeEntry]) { expected = files.map(\.id) }

  /// - Returns: nil when there are more than `limit` bytes.
  func contents(of blob: ObjectID, limit: Int) throws(GitError) -> [UInt8]? {
    if let known = kept[blob] { return known.count <= limit ? known : nil }
    let bytes: [UInt8]
    do throws(GitError) {
      bytes = try read(blob, limit)
    } catch .objectTooLarge {
      return nil
    }
    if bytes.count <= min(room, Self.largest) {
      room -= bytes.count
      kept[blob] = bytes
    }
    return bytes
  }

  private func read(_ blob: ObjectID, _ limit: Int) throws(GitError) -> [UInt8] {
    do throws(GitError) {
      return try repository.blob(blob, limit: limit)
    } catch .missingObject {
      guard try repository.fetchMissing(expected + [blob]) else { throw .missingObject(blob) }
      return try repository.blob(blob, limit: limit)
    }
  }
}
