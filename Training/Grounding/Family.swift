import Grounding

/// Columns that say the same sort of thing, as docs/reference/ground.md lists them: what is left out to see what it adds.
enum Family: String, CaseIterable, Sendable {
  case words, coverage, rarity, mentions, identifiers, history, changes, tests, functions, runs, names, title

  var columns: [Column] {
    switch self {
    case .words:
      [.base, .log, .firstRanks, .rank, .prose, .code, .title, .lead, .leadNames, .titleLead, .fineProse, .fineCode]
    case .coverage: [.coverage, .titleCoverage, .codeCoverage, .titleNamed]
    case .rarity: [.rare, .titleRare, .rareNamed, .rarest]
    case .mentions:
      [.path, .frame, .deepestFrame, .module, .definition, .qualified, .stem, .titleDefinition, .onlyDefinition]
    case .identifiers: [.identifiers, .identifierCoverage]
    case .history:
      [
        .history, .bestCommit, .titleHistory, .titleBestCommit, .messages, .titleMessages, .recentHistory, .rareHistory,
      ]
    case .changes: [.changes, .recentChanges, .noPast, .fixes, .cochange]
    case .tests: [.tests]
    case .functions:
      [
        .function, .titleFunction, .logFunction, .identifierFunction, .functionCoverage, .leadFunction, .functions,
        .bestFunction, .functionShare,
      ]
    case .runs: [.threeWords, .twoWords]
    case .names: [.titleStem, .stemWord, .titleFolder, .folderWord, .titleName]
    case .title:
      [
        .title, .titleLead, .titleCoverage, .titleNamed, .titleDefinition, .titleHistory, .titleBestCommit,
        .titleMessages, .titleFunction, .titleRare, .titleStem, .titleFolder, .titleName,
      ]
    }
  }
}
