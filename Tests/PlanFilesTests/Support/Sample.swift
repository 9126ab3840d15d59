import PlanFiles
import PlanModel
import Testing

/// Ids and files to test with.
enum Sample {
  static func story() throws -> ID<Story> { try #require(ID("st-9c4t8wq2")) }
  static func source() throws -> ID<Source> { try #require(ID("so-7h3q2dkm")) }
  static func citation() throws -> Citation { try #require(Citation("so-7h3q2dkm#L1")) }
  static let intent: ID<Intent>? = ID("in-4b8x2mvq")

  static let storyPath = ".handoff/stories/st-9c4t8wq2-mute.md"

  /// A story with these lines behind its id and title, which are lines 2 and 3.
  static func read(fields: String = "", body: String = "", end: String = "\n") -> ItemReading<Story> {
    let text = "---\nid: st-9c4t8wq2\ntitle: Mute\n\(fields)---\n\(body)"
    let bytes = Array(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end).utf8)
    return Story.read(bytes, path: storyPath)
  }
}
