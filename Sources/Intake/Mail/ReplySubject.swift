/// Subjects that are not the writer's own: "Re: Invoice", "AW: WG: Rechnung", "Re[2]: …".
package enum ReplySubject {
  private static let prefixes: Set<String> = [
    "re", "aw", "sv", "vs", "antw", "ref", "rif", "odp", "res", "ynt", "回复", "答复", "返信", "fw", "fwd", "wg", "tr", "rv",
    "i", "enc", "doorst", "vb", "vl", "转发", "回覆", "轉寄", "轉發", "転送", "re", "r", "回信", "pd", "bls", "atb", "ts", "vá",
    "továbbítás", "ilt", "ha", "trs", "σχετ", "πρθ", "hb", "ang", "na", "답장", "전달",
  ]

  /// More marks than this no subject has.
  private static let most = 50

  package static func isReply(_ subject: String) -> Bool { behindMark(subject[...]) != nil }

  /// The subject without any such marks, and without the list names in brackets before or between them.
  static func base(_ subject: String) -> String {
    var rest = subject[...].drop { $0 == " " }
    for _ in 0..<most {
      if let behind = behindMark(rest) {
        rest = behind
      } else if let behind = behindListName(rest), behindMark(behind) != nil || behindListName(behind) == nil {
        rest = behind
      } else {
        break
      }
    }
    return String(rest)
  }

  /// What stands behind "Re:", "Re[2]:" or "AW：".
  private static func behindMark(_ subject: Substring) -> Substring? {
    guard let colon = subject.prefix(16).firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let mark = subject[..<colon].prefix { $0 != "[" && $0 != "(" && $0 != " " && $0 != "^" }
    guard prefixes.contains(mark.lowercased()) else { return nil }
    return subject[subject.index(after: colon)...].drop { $0 == " " }
  }

  /// What stands behind `[users]`, when anything does.
  private static func behindListName(_ subject: Substring) -> Substring? {
    guard subject.first == "[", let close = subject.prefix(60).firstIndex(of: "]") else { return nil }
    let rest = subject[subject.index(after: close)...].drop { $0 == " " }
    return rest.isEmpty ? nil : rest
  }
}
