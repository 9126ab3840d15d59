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
    guard let story, let criterion, let act, let role, let by, let at, let wording else { return nil }
    return SignOff(
      story: story, criterion: criterion, act: act, role: role, by: by, at: at, wording: wording,
      commit: fields.text("commit"), reason: fields.text("reason"), expires: fields.text("expires"),
      file: fields.path)
  }
}

extension FieldReader {
  fileprivate mutating func criterion(_ key: String) -> CriterionID? {
    guard let text = required(key), let node = node[key] else { return nil }
    if let id = CriterionID(text) { return id }
    report(.field(.wrongForm(field: key, value: text, expected: "the id of a criterion, such as AC1")), at: node)
    return nil
  }
}
