import PlanFiles
package import PlanModel

extension Workspace {
  /// Everything that was taken in, the newest first where the material says when.
  package func sources() throws(Failure) -> [Source] {
    var findings: [Finding] = []
    let sources = try plan().sources(&findings)
    // Ids are random: of one day, or of none, titles give an order that people can follow.
    return sources.sorted {
      ($1.received ?? "", $0.title, $0.id) < ($0.received ?? "", $1.title, $1.id)
    }
  }
}
