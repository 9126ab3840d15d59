/// Who acts in which role, as `handoff.yml` lists them. Addresses are the same whatever their capitals.
package struct Roles: Hashable, Sendable {
  private let addresses: [String: Set<String>]

  package init(_ roles: [String: [String]]) {
    addresses = roles.mapValues { Set($0.map(Self.address(of:))) }
  }

  /// The addresses listed for `role`, in small letters.
  package func members(of role: String) -> [String] { addresses[role, default: []].sorted() }

  /// Whether anybody is listed for `role`.
  package func hasMembers(_ role: String) -> Bool { addresses[role]?.isEmpty == false }

  /// Whether `person`, as `Name <address>` or the address alone, is listed for `role`.
  package func has(_ person: String, in role: String) -> Bool {
    addresses[role]?.contains(Self.address(of: person)) ?? false
  }

  /// The part between the last angle brackets, or the whole, in small letters.
  private static func address(of person: String) -> String {
    var address = person[...]
    if let open = address.lastIndex(of: "<"), let close = address[open...].firstIndex(of: ">") {
      address = address[address.index(after: open)..<close]
    }
    while address.first?.isWhitespace == true { address.removeFirst() }
    while address.last?.isWhitespace == true { address.removeLast() }
    return address.lowercased()
  }
}
