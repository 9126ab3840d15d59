import PlanModel
import Workflow
import Views

/// What the search of a site looks through: a script that hands the browser one list, so that it works without a server.
extension Site {
  /// The script, with one entry a line: address, kind, title, text.
  package func searchScript() -> String {
    var script = "\"use strict\";\nhandoffIndex([\n"
    for entry in outcome.plan.searchEntries {
      let href = index.href(of: entry.item, at: entry.place, "") ?? ""
      if href.isEmpty { continue }
      let fields = [href, entry.kind, entry.title, entry.text].map { JSONValue.string(Sanitiser.line($0)) }
      script += JSONValue.array(fields).text + ",\n"
    }
    return script + "]);\n"
  }
}
