package import PlanModel

extension SignOff {
  /// Reads a file of `sign-offs/<story>/`.
  package static func read(_ bytes: [UInt8], path: String) -> ItemReading<SignOff> {
    var fields: FieldReader
    do {
      fields = try FieldReader(file: bytes, path: path)
    } catch {
      return ItemReading(item: nil, findings: [error])
    }
    if let newer = fields.newerVersion() { return ItemReading(item: nil, findings: [newer]) }
    let signOff = read(&fields)
    return ItemReading(item: signOff, findings: fields.findings)
  }

  private static func read(_ fields: inout FieldReader) -> SignOff? {
    let story = fields.required("story").flatMap { _ in fields.reference("story", to: Story.self) }
    let criterion = fields.criterion("criterion")
    let act = fields.required("act").flatMap { _ in fields.choice("act", as: Act.self) }
    let role = fields.required("role")
    let by = fields.required("by")
    let at = fields.required("at")
    let wording = fields.required("wording")
    if act == .waived || act == .rejected { _ = fields.required("reason") }
    if act == .waived { _ = fields.required("expires") }
    let attachments = fields.attachments("attachments")
    guard let story, let criterion, let act, let role, let by, let at, let wording else { return nil }
    var signOff = SignOff(
      story: story, criterion: criterion, act: act, role: role, by: by, at: at, wording: wording,
      commit: fields.text("commit"), reason: fields.text("reason"), expires: fields.text("expires"),
      file: fields.path)
    signOff.attachments = attachments
    return signOff
  }
}

extension FieldReader {
  /// Entries of a path below the folder of attachments, and the hash of what is there.
  fileprivate mutating func attachments(_ key: String) -> [Attachment] {
    guard let value = node[key], !value.isNull else { return [] }
    var attachments: [Attachment] = []
    for entry in value.list ?? [value] {
      guard let path = entry["path"]?.text, let sha256 = entry["sha256"]?.text, sha256.utf8.count == 64,
        path.hasPrefix(Attachment.folder + "/"), !path.split(separator: "/").contains("..")
      else {
        let expected = "entries with a `path` below \(Attachment.folder) and its `sha256`"
        report(.field(.wrongForm(field: key, value: "", expected: expected)), at: entry)
        continue
      }
      attachments.append(Attachment(path: path, sha256: sha256))
    }
    return attachments
  }

  fileprivate mutating func criterion(_ key: String) -> CriterionID? {
    guard let text = required(key), let node = node[key] else { return nil }
    if let id = CriterionID(text) { return id }
    report(.field(.wrongForm(field: key, value: text, expected: "the id of a criterion, such as AC1")), at: node)
    return nil
  }
}
