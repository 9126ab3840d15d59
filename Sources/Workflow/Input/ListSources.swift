import PlanFiles
package import PlanModel

extension Workspace {
  /// Everything that was taken in, the newest first where the material says when.
  package func sources() throws(Failure) -> [Source] {
    var findings: [Finding] = []
    let sources = try plan().sources(&findings)
    return sources.sorted { ($0.received ?? "", $0.id) > ($1.received ?? "", $1.id) }
  }
}
