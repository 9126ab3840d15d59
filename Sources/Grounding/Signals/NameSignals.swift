extension Ranking {
  /// Files and folders that are called like a word of the text.
  mutating func addNames() {
    let everywhere = Set(query.words)
    var stems: [String: [Int]] = [:]
    var folders: [Int32: [Int]] = [:]
    for (source, path) in sources.paths.enumerated() {
      let whole = ModuleNames.stem(path, sources.parts)
      stems[whole, default: []].append(source)
      for (index, folder) in path.dropLast().enumerated() where !path[..<index].contains(folder) {
        folders[folder, default: []].append(source)
      }
    }
    for (name, owners) in stems.sorted(by: { $0.key < $1.key }) where owners.count <= 12 {
      raise(.titleStem, .stemWord, name, owners, everywhere)
    }
    for (folder, owners) in folders.sorted(by: { $0.key < $1.key }) where owners.count <= count / 3 {
      let name = ModuleNames.plain(sources.parts.names[Int(folder)][...])
      raise(.titleFolder, .folderWord, name, owners, everywhere)
    }
  }

  private mutating func raise(
    _ title: Column, _ anywhere: Column, _ name: String, _ owners: [Int], _ everywhere: Set<String>
  ) {
    guard name.utf8.count > 1, !StopWords.contains(name) else { return }
    let all = Double(count)
    let value = Logarithm.of1plus(all / Double(owners.count)) / Logarithm.of1plus(all)
    let titled = query.titleWords
    if titled.contains(name) || titled.contains(name + "s")
      || name.hasSuffix("s") && titled.contains(String(name.dropLast()))
    {
      for owner in owners { columns[title, owner] = max(columns[title, owner], value) }
    }
    if everywhere.contains(name) {
      for owner in owners { columns[anywhere, owner] = max(columns[anywhere, owner], value) }
    }
  }
}
