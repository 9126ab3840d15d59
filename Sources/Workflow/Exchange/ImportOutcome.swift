package import Exchange
package import PlanModel

/// What a user says of an import.
package struct ImportOptions: Sendable {
  /// A file or a folder.
  package var path: String
  /// The tool that it comes from; recognised when nil.
  package var tool: ForeignTool?
  package var apply = false

  package init(path: String) { self.path = path }
}

/// What became of another tool's plan, or would.
package struct ImportOutcome: Sendable {
  package enum Act: String, Sendable {
    case new
    /// It was imported before, and is left alone.
    case known
    /// Its file would not be read, or stands in the way of another.
    case refused
  }

  package struct Item: Sendable {
    package var id: ItemID
    /// The tool's own id.
    package var key: String
    package var title: String
    package var path: String
    /// Its word in the plan, where it has a status.
    package var status: String?
    package var act: Act
    package var criteria = 0
    package var dependencies = 0
  }

  /// A field that the plan has no place for, and how many items have it.
  package struct Note: Hashable, Sendable {
    package var name: String
    package var count: Int
  }

  package var tool: ForeignTool
  package var path: String
  package var items: [Item] = []
  package var notes: [Note] = []
  /// Files of its folder that hold no item of the tool.
  package var passedOver: [String] = []
  /// What could not be read, or not be written.
  package var findings: [Finding] = []
  package var signOffs = 0
  package var isApplied = false

  package func count(_ act: Act, _ kind: ItemKind? = nil) -> Int {
    items.count { $0.act == act && (kind == nil || $0.id.kind == kind) }
  }
}

/// Why nothing can be imported.
package enum ImportProblem: Hashable, Sendable {
  /// No file is of a tool that is known.
  case nothingRecognised(path: String)
  /// Files of several tools, with their counts.
  case severalTools(path: String, [String: Int])
  /// No file of the tool that was named.
  case nothingOfTool(String, path: String)
  case tooMuch(path: String)
}
