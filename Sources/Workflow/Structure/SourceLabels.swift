import Drafting
import PlanFiles
package import PlanModel

/// What the statements of sources do: of some it was told for all at once, as ``KnownLabels`` does; of others it is told
/// each time that somebody asks.
package struct SourceLabels: Sendable {
  private var byFolder: [String: [Label?]] = [:]

  package init() {}

  init(of sources: [Source], _ told: KnownLabels.Told) {
    byFolder = Dictionary(zip(sources.map(\.folder), told.labels)) { first, _ in first }
  }

  /// Tells it of all statements of `sources`, and keeps it for the next time.
  init(of sources: [Source], _ cache: RecordCache) {
    let told = KnownLabels(.all, cache).labels(of: sources)
    told.keep(in: cache)
    self.init(of: sources, told)
  }

  /// What each statement of a source does, by its line: `problem`, `request` and so on; nil where nothing speaks clearly for
  /// any label.
  package func of(_ source: Source) -> [String?] {
    (byFolder[source.folder] ?? source.labels).map { $0?.rawValue }
  }
}
