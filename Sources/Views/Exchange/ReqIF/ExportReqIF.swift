import Concurrency
import PlanModel
package import Workflow

/// Intents, stories and criteria as ReqIF 1.2 (OMG formal/16-07-01), for DOORS, Polarion, codeBeamer and their like.
///
/// An item is a spec object with the attributes that the ReqIF Implementation Guide names, and its file as it stands; what
/// leads from one to another is a relation. One specification holds all of it, in the order of the plan.
package enum ExportReqIF {
  /// Hands over the text in parts, in their order: they are made on all processors, a few ahead of what was taken.
  package static func text(of export: PlanExport, _ write: (String) -> Void) {
    let (objects, time) = (ReqIFObject.all(of: export), export.moment.iso8601)
    var document = XMLDocument()
    document.open("REQ-IF", ["xmlns": "http://www.omg.org/spec/ReqIF/20110401/reqif.xsd"])
    header(at: time, &document)
    document.open("CORE-CONTENT")
    document.open("REQ-IF-CONTENT")
    document.element("DATATYPES") { document in
      document.empty(
        "DATATYPE-DEFINITION-STRING",
        ["IDENTIFIER": "dt-text", "LAST-CHANGE": time, "LONG-NAME": "Text", "MAX-LENGTH": "1048576"])
    }
    document.element("SPEC-TYPES") { types(at: time, &$0) }
    list(objects, in: "SPEC-OBJECTS", of: &document, write) { object($0, at: time, &$1) }
    list(objects, in: "SPEC-RELATIONS", of: &document, write) { relations(of: $0, at: time, &$1) }
    document.open("SPECIFICATIONS")
    document.open("SPECIFICATION", ["IDENTIFIER": "specification", "LAST-CHANGE": time, "LONG-NAME": "Plan"])
    let below = Dictionary(grouping: objects) { $0.parent }
    list(below[nil] ?? [], in: "CHILDREN", of: &document, write) { hierarchy(of: $0, below, at: time, &$1) }
    document.element("TYPE") { $0.leaf("SPECIFICATION-TYPE-REF", "type-specification") }
    // What is open: the specification, the list of them, the content, its core, and the whole.
    for _ in 0..<5 { document.close() }
    write(document.take())
  }

  private static func list(
    _ objects: [ReqIFObject], in name: String, of document: inout XMLDocument, _ write: (String) -> Void,
    _ element: @escaping @Sendable (ReqIFObject, inout XMLDocument) -> Void
  ) {
    document.open(name)
    write(document.take())
    let place = document
    let parts = stride(from: 0, to: objects.count, by: batch).map { start -> @Sendable () -> String in
      let own = objects[start..<min(start + batch, objects.count)]
      return {
        var part = place
        for object in own { element(object, &part) }
        return part.text
      }
    }
    concurrently(parts: parts, { $0() }, take: write)
    document.close()
  }

  /// As many objects as are written at once.
  private static let batch = 256

  private static func header(at time: String, _ document: inout XMLDocument) {
    document.element("THE-HEADER") { document in
      document.element("REQ-IF-HEADER", ["IDENTIFIER": "git-handoff-export"]) { document in
        document.leaf("CREATION-TIME", time)
        document.leaf("REQ-IF-TOOL-ID", "git-handoff")
        document.leaf("REQ-IF-VERSION", "1.0")
        document.leaf("SOURCE-TOOL-ID", "git-handoff")
        document.leaf("TITLE", "Plan")
      }
    }
  }

  private static func types(at time: String, _ document: inout XMLDocument) {
    for kind in ReqIFObject.Kind.allCases {
      let facts: KeyValuePairs = ["IDENTIFIER": "type-\(kind.rawValue)", "LAST-CHANGE": time, "LONG-NAME": kind.name]
      document.element("SPEC-OBJECT-TYPE", facts) { document in
        document.element("SPEC-ATTRIBUTES") { document in
          for attribute in kind.attributes {
            let identifier = attribute.identifier(in: kind)
            document.element(
              "ATTRIBUTE-DEFINITION-STRING",
              ["IDENTIFIER": identifier, "LAST-CHANGE": time, "LONG-NAME": attribute.rawValue]
            ) { document in
              document.element("TYPE") { $0.leaf("DATATYPE-DEFINITION-STRING-REF", "dt-text") }
            }
          }
        }
      }
    }
    for relation in ReqIFObject.Relation.allCases {
      document.empty(
        "SPEC-RELATION-TYPE",
        ["IDENTIFIER": relation.type, "LAST-CHANGE": time, "LONG-NAME": relation.rawValue])
    }
    document.empty(
      "SPECIFICATION-TYPE", ["IDENTIFIER": "type-specification", "LAST-CHANGE": time, "LONG-NAME": "Plan"])
  }

  private static func object(_ object: ReqIFObject, at time: String, _ document: inout XMLDocument) {
    let facts: KeyValuePairs = ["IDENTIFIER": object.identifier, "LAST-CHANGE": time, "LONG-NAME": object.title]
    document.element("SPEC-OBJECT", facts) { document in
      document.element("VALUES") { document in
        for attribute in object.kind.attributes {
          guard let value = object.values[attribute], !value.isEmpty else { continue }
          document.element("ATTRIBUTE-VALUE-STRING", ["THE-VALUE": value]) { document in
            document.element("DEFINITION") {
              $0.leaf("ATTRIBUTE-DEFINITION-STRING-REF", attribute.identifier(in: object.kind))
            }
          }
        }
      }
      document.element("TYPE") { $0.leaf("SPEC-OBJECT-TYPE-REF", "type-\(object.kind.rawValue)") }
    }
  }

  private static func relations(of object: ReqIFObject, at time: String, _ document: inout XMLDocument) {
    for (relation, target) in object.relations {
      let facts: KeyValuePairs = ["IDENTIFIER": "\(relation.type).\(object.identifier).\(target)", "LAST-CHANGE": time]
      document.element("SPEC-RELATION", facts) { document in
        document.element("SOURCE") { $0.leaf("SPEC-OBJECT-REF", object.identifier) }
        document.element("TARGET") { $0.leaf("SPEC-OBJECT-REF", target) }
        document.element("TYPE") { $0.leaf("SPEC-RELATION-TYPE-REF", relation.type) }
      }
    }
  }

  /// Three levels at most: an intent, its stories, their criteria.
  private static func hierarchy(
    of object: ReqIFObject, _ below: [String?: [ReqIFObject]], at time: String, _ document: inout XMLDocument
  ) {
    let children = below[object.identifier] ?? []
    document.element("SPEC-HIERARCHY", ["IDENTIFIER": "place.\(object.identifier)", "LAST-CHANGE": time]) { document in
      if !children.isEmpty {
        document.element("CHILDREN") { document in
          for child in children { hierarchy(of: child, below, at: time, &document) }
        }
      }
      document.element("OBJECT") { $0.leaf("SPEC-OBJECT-REF", object.identifier) }
    }
  }
}
