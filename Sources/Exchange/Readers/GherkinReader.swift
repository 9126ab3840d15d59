import PlanModel

/// Reads Gherkin: a feature file (<https://cucumber.io/docs/gherkin/reference>).
///
/// A feature becomes a story, each scenario and outline a criterion that its test proves. A background, comments and rules
/// stand in the notes with all their words, rules with the criteria that they are over. Keywords are looked for in English; a file in another language is kept whole.
enum GherkinReader {
  static func read(_ files: [ForeignFile]) -> ForeignPlan {
    var plan = ForeignPlan(.gherkin)
    for file in files {
      var feature = FeatureText(String(decoding: file.bytes, as: UTF8.self))
      feature.cut()
      guard let title = feature.title else {
        plan.refuse(file.path, "the file has no line 'Feature:'")
        continue
      }
      plan.items.append(item(feature, title, file))
    }
    return plan
  }

  private static func item(_ feature: FeatureText, _ title: String, _ file: ForeignFile) -> ForeignItem {
    var item = ForeignItem(.story, key: file.path, title: title, path: file.path)
    item.narrative = feature.description.joined(separator: "\n")
    item.note("tags", feature.tags.joined(separator: " "))
    item.setStatus(
      feature.tags.first { StoryStatus(rawValue: String($0.dropFirst())) != nil }.map { String($0.dropFirst()) })
    for comment in feature.comments { item.note("comment", comment) }
    for (index, part) in feature.parts.enumerated() {
      guard part.kind == .scenario else {
        note(part, before: feature.parts[(index + 1)...], in: &item)
        continue
      }
      let isNamed = !part.title.isEmpty
      let title = isNamed ? part.title : "Scenario \(item.criteria.count + 1)"
      let conditions = isNamed ? ["test: \(quoted(withoutPlaceholders(part.title)))"] : []
      item.criteria.append(ForeignItem.Criterion(title, text: part.words, conditions: conditions))
      let tags = part.tags.joined(separator: " ")
      item.note("tags", tags.isEmpty ? "" : "AC\(item.criteria.count): \(tags)")
    }
    return item
  }

  /// A background or a rule; a rule with the criteria that stand below it: `AC2, AC3: Owners alone mute`.
  private static func note(
    _ part: FeatureText.Part, before rest: ArraySlice<FeatureText.Part>, in item: inout ForeignItem
  ) {
    let name = part.kind == .background ? "Background" : "Rule"
    if part.kind == .rule {
      let first = item.criteria.count + 1
      let count = rest.prefix { $0.kind != .rule }.count { $0.kind == .scenario }
      let criteria = (first..<first + count).map { "AC\($0)" }.joined(separator: ", ")
      item.note(name, [criteria, part.title].filter { !$0.isEmpty }.joined(separator: ": "))
    }
    let words = part.words
    if words.isEmpty, part.kind == .background { item.note(name, part.title) }
    item.note(part.title.isEmpty ? name : "\(name): \(part.title)", words)
    item.note("tags", part.tags.isEmpty ? "" : "\(name) \(part.title): \(part.tags.joined(separator: " "))")
  }

  /// A pattern of test names: an outline's `<name>` is another word in each test.
  private static func withoutPlaceholders(_ title: String) -> String {
    var pattern = ""
    var rest = title[...]
    while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
      pattern += rest[..<start] + "*"
      rest = rest[rest.index(after: end)...]
    }
    return pattern + rest
  }

  /// A YAML string in double quotes.
  private static func quoted(_ text: String) -> String {
    var escaped = "\""
    for character in text {
      if character == "\"" || character == "\\" { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped + "\""
  }
}
