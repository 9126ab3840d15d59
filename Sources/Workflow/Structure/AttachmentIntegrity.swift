import PlanFiles
import PlanModel

extension Workspace {
  /// Whether what sign-offs carry is there, and is what was attached.
  func attachmentFindings(in plan: Plan, _ tree: any PlanTree) -> [Finding] {
    var findings: [Finding] = []
    for signOff in plan.signOffs {
      for attachment in signOff.attachments {
        do throws(PlanTreeError) {
          let bytes = try tree.read(attachment.path, limit: Attachment.highestLimit)
          if Fingerprint.sha256(bytes) == attachment.sha256 { continue }
          findings.append(Finding(.file(.attachmentChanged(attachment.path)), path: signOff.file))
        } catch .notFound {
          findings.append(Finding(.file(.attachmentMissing(attachment.path)), path: signOff.file))
        } catch {
          findings.append(error.finding)
        }
      }
    }
    return findings
  }
}
