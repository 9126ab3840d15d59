import PlanModel

/// Reads Gherkin: a feature file (<https://cucumber.io/docs/gherkin/reference>).
///
/// A feature becomes a story, each scenario and outline a criterion that its test proves. A background and rules stand in
/// the notes with all their words. Keywords are looked for in English; a file in another language is kept whole.
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
    for part in feature.parts {
      guard part.kind == .scenario else {
        let name = part.kind == .background ? "Background" : "Rule"
        item.note(part.title.isEmpty ? name : "\(name): \(part.title)", part.words)
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
