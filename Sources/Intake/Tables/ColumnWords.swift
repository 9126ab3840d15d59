/// The names that columns go by, in the languages that exports and surveys are written in.
enum ColumnWords {
  /// The role that a name states; nil for names that state none. Of a question only its whole wording counts.
  static func role(of column: ArraySlice<UInt8>) -> ColumnRole? {
    let name = ColumnName.normalised(column)
    if let role = names[name] { return role }
    if ColumnName.isQuestion(column) { return nil }
    let words = name.split(separator: " ")
    guard let first = words.first, let last = words.last, words.count <= 5 else { return nil }
    if name.hasSuffix("nps group") { return .label }
    if people.contains(first), words.count == 2 {
      if ["id", "key", "uuid", "number"].contains(last) { return .speakerKey }
      if ["name", "username", "login"].contains(last) { return .speaker }
      if ["email", "mail"].contains(last) { return .address }
    }
    if endings.contains(last) || beginnings.contains(first) { return .ignored }
    return moments.contains(last) && words.count <= 3 ? .laterTime : nil
  }

  /// Whether what stands below this name means the opposite of what stands below another.
  static func isOpposed(_ name: ArraySlice<UInt8>) -> Bool { opposed.contains(ColumnName.normalised(name)) }

  /// Whether the name is that of a customer, who may be an organisation.
  static func isCustomer(_ name: ArraySlice<UInt8>) -> Bool { customers.contains(ColumnName.normalised(name)) }

  private static let customers: Set<String> = [
    "customer", "customer name", "client", "kunde", "kundenname", "cliente", "klant", "associated company",
  ]

  private static let opposed: Set<String> = [
    "pros", "cons", "pro", "con", "advantages", "disadvantages", "vorteile", "nachteile", "avantages", "inconvénients",
    "ventajas", "desventajas", "vantaggi", "svantaggi", "vantagens", "desvantagens", "voordelen", "nadelen",
  ]

  /// How many fields of a record are names that are known word for word.
  static func listed(in record: some Sequence<ArraySlice<UInt8>>) -> Int {
    var count = 0
    for cell in record where cell.count <= 60 {
      if names[ColumnName.normalised(cell)] != nil { count += 1 }
    }
    return count
  }

  /// How many names of a record are known.
  static func known(in record: some Sequence<ArraySlice<UInt8>>) -> Int {
    var count = 0
    for cell in record where cell.count <= 60 {
      if role(of: cell) != nil { count += 1 }
    }
    return count
  }

  /// Whoever such a column is about speaks.
  private static let people: Set<Substring> = [
    "user", "author", "reviewer", "customer", "client", "requester", "reporter", "creator", "contact", "respondent",
    "submitter", "sender", "from", "participant", "commenter", "member", "person",
  ]
  private static let endings: Set<Substring> = [
    "id", "ids", "uuid", "guid", "key", "url", "link", "uri", "href", "synced", "deleted", "count", "token", "ip",
    "latitude", "longitude", "hash", "sha", "type", "minutes", "seconds", "hours", "estimate", "ratio",
  ]
  private static let beginnings: Set<Substring> = [
    "is", "has", "num", "number", "allow", "assignee", "assigned", "sla", "inward", "outward", "fivetran", "sprint",
    "watchers", "via", "utm", "translated",
  ]
  private static let moments: Set<Substring> = ["at", "date", "time", "timestamp", "datum", "datetime", "day"]

  private static let names: [String: ColumnRole] = {
    var result: [String: ColumnRole] = [:]
    for (role, list) in ColumnWordList.all {
      for name in list.split(whereSeparator: { $0 == "|" || $0 == "\n" }) where result[String(name)] == nil {
        result[String(name)] = role
      }
    }
    return result
  }()
}
