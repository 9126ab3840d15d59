import PlanModel
package import Workflow

/// The rules of `check`, each with what it weighs and what it finds.
package enum RulesView {
  package static func text(_ settings: [RuleSetting]) -> TerminalText {
    var text = TerminalText()
    let width = settings.map(\.rule.rawValue.utf8.count).max() ?? 0
    for setting in settings {
      let name = setting.rule.rawValue
      let gap = String(repeating: " ", count: width - name.utf8.count)
      let weight = (setting.severity?.rawValue ?? "off")
      let padding = String(repeating: " ", count: max(0, 7 - weight.utf8.count))
      let mark = setting.isSet ? "*" : " "
      text.line("\(name, .strong)\(gap)  \(weight)\(padding) \(mark) \(RuleWording.summary(of: setting.rule))")
    }
    text.line()
    let set = settings.count(where: \.isSet)
    if set > 0 { text.line("* as set under 'rules' in handoff.yml") }
    text.line(
      "Rules that weigh advice, or are off, can be set under 'rules' in handoff.yml: off, advice, warning or error.")
    return text
  }

  package static func json(_ settings: [RuleSetting]) -> JSONValue {
    .document(
      kind: "rules",
      [
        "rules": JSONValue(settings) { setting in
          [
            "rule": .string(setting.rule.rawValue), "severity": .string(setting.severity?.rawValue ?? "off"),
            "set": .bool(setting.isSet), "adjustable": .bool(setting.rule.isAdjustable),
            "summary": .string(RuleWording.summary(of: setting.rule)),
          ]
        }
      ])
  }
}
