/// Where a shallow clone ends (gitformat-shallow, the file `shallow`).
enum ShallowBorder {
  static func commits(of location: RepositoryLocation) -> Set<ObjectID> {
    guard let text = try? GitFile.text(location.commonDirectory + "/shallow") else { return [] }
    return Set(text.split(whereSeparator: \.isNewline).compactMap { ObjectID($0) })
  }
}
