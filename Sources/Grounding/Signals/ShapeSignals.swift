extension Ranking {
  /// What a source is, whatever was asked.
  mutating func addShape() {
    for index in 0..<count {
      columns[.aside, index] = sources.isAside[index] ? 1 : 0
      columns[.entry, index] = ModuleNames.isEntry(sources.name(index)) ? 1 : 0
      columns[.depth, index] = Double(min(8, sources.paths[index].count - 1)) / 8
    }
    columns[.length] = words.bodyLengths.map(Logarithm.of1plus).scaled()
    columns[.definitions] = words.nameLengths.map(Logarithm.of1plus).scaled()
    addFolders()
    addNames()
  }

  /// Whether the best stand in the same folder.
  private mutating func addFolders() {
    guard let first = order.first, lexical[first] > 0 else { return }
    var sums: [ArraySlice<Int32>: Double] = [:]
    for source in order.prefix(20) {
      let share = lexical[source] / lexical[first]
      sums[sources.paths[source].dropLast(), default: 0] += share * share
    }
    columns[.folder] = sources.paths.map { sums[$0.dropLast()] ?? 0 }.scaled()
  }

  /// Files and folders that are called like a word of the text.
  private mutating func addNames() {
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
