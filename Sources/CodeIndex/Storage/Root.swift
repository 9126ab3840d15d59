import Git
import GRDB

/// Which tree a commit has, for those that were asked for lately.
enum Root {
  /// So many commits are remembered.
  private static let most = 50

  static func tree(of commit: ObjectID, _ database: Database) throws -> ObjectID? {
    guard let data = try Query(database, "SELECT tree FROM roots WHERE id = ?").bytes([.text(commit.hex)]) else {
      return nil
    }
    var reader = try ByteReader(checked: data.bound(to: .root(commit.hex)))
    guard let tree = ObjectID(try reader.text()) else { throw ByteReader.Damage() }
    return tree
  }

  static func store(_ commit: ObjectID, _ tree: ObjectID, _ database: Database) throws {
    var writer = ByteWriter()
    writer.text(tree.hex)
    try Query(database, "INSERT OR REPLACE INTO roots (id, tree) VALUES (?, ?)")
      .run([.text(commit.hex), .bytes(writer.checked.bound(to: .root(commit.hex)))])
    try Query(database, "DELETE FROM roots WHERE number <= (SELECT max(number) FROM roots) - ?").run([.number(most)])
  }
}
