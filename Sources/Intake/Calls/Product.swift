import JSONText

/// Products are told by members that only they have.
enum Product {
  static func identity(of call: JSONNode) -> String? {
    guard let id = call.words("id") else { return nil }
    let isAssembly = ["audio_url", "acoustic_model", "speech_model"].contains { call[$0] != nil }
    if isAssembly { return "assemblyai:" + id }
    let sentences = call["sentences"]?.list.prefix(3) ?? []
    return sentences.contains { $0["raw_text"] != nil || $0["ai_filters"] != nil } ? "fireflies:" + id : nil
  }
}
