import PlanFiles
import PlanModel

/// A tree whose files are inspected for personal data and secrets as they are read, so that no file is read twice.
final class InspectedTree: PlanTree {
  private let tree: any PlanTree
  private let inspection: PrivacyInspection
  private(set) var findings: [Finding] = []

  /// The plan's own settings say what is looked for.
  init(_ reader: PlanReader) {
    tree = reader.tree
    var ignored: [Finding] = []
    inspection = PrivacyInspection(reader.policy(&ignored))
  }

  func entries(in folder: String) throws(PlanTreeError) -> [PlanTreeEntry] { try tree.entries(in: folder) }

  func read(_ path: String, limit: Int) throws(PlanTreeError) -> [UInt8] {
    let bytes = try tree.read(path, limit: limit)
    findings += inspection.findings(in: bytes, path: path)
    return bytes
  }
}

extension PlanReader {
  /// Everything under `.handoff/`, with what of it does not belong into a plan.
  func inspectedSnapshot() -> PlanSnapshot {
    let inspected = InspectedTree(self)
    var snapshot = PlanReader(inspected).snapshot()
    snapshot.findings += inspected.findings
    return snapshot
  }
}
