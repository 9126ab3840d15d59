/// What stands where somebody has not given a name, as programs for surveys and reviews fill it in: many people share it.
enum StandInName {
  /// The name, where it is one person's.
  static func person(_ name: String) -> String? { isOne(name) ? nil : name }

  static func isOne(_ name: String) -> Bool {
    guard name.utf8.count <= 40 else { return false }
    var words = name.lowercased().split { " _-#".contains($0) }
    // `User 12` is one user of many, and another one than `User 13`.
    guard words.last?.allSatisfy(\.isNumber) != true else { return false }
    if ["a", "an", "ein", "eine", "un", "une"].contains(words.first ?? "") { words.removeFirst() }
    return names.contains(words.joined(separator: " "))
  }

  private static let names: Set<String> = [
    "anonymous", "anon", "anonym", "anonyme", "anónimo", "anonimo", "anônimo", "anoniem", "anonymous user",
    "anonymous customer", "anonymous guest", "anonymer nutzer", "anonymer benutzer", "utilisateur anonyme",
    "usuario anónimo", "google user", "google nutzer", "amazon customer", "amazon kunde", "app user", "user", "guest",
    "guest user", "customer", "client", "visitor", "reviewer", "respondent", "participant", "member", "nutzer",
    "benutzer", "kunde", "gast", "utilisateur", "cliente", "usuario", "invité", "unknown", "unknown user", "unbekannt",
    "inconnu", "desconocido", "匿名", "匿名用户",
  ]
}
