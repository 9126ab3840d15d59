/// One part of a bundle in several forms, of which the budget picks one.
struct BundlePart {
  /// In which turn parts grow when there is room: all of one rank before any of the next.
  enum Rank: Int, CaseIterable {
    /// What is to be done, and how it is known to be done.
    case task
    /// Why, and within which limits.
    case reasons
    /// The code that it is about, each place in turn.
    case code
    case surroundings
  }

  /// How much of a part there is.
  enum Extent: String {
    case full, excerpt, signature, line
  }

  struct Form {
    var extent: Extent
    /// Markdown.
    var text: String
  }

  /// A word that names it in XML and JSON.
  var name: String
  var title: String
  var rank: Rank
  /// The fullest first; the last is a line that says how to get the rest.
  var forms: [Form]

  /// A part of lines, of which some are left out when there is no room.
  ///
  /// - Parameters:
  ///   - counts: how many of the items the shorter forms keep.
  ///   - more: the command that shows all.
  init(_ name: String, _ title: String, _ rank: Rank, items: [String], keeping counts: [Int] = [12, 3], more: String) {
    self.name = name
    self.title = title
    self.rank = rank
    forms = [Form(extent: .full, text: items.joined(separator: "\n"))]
    for count in counts where count < items.count {
      let rest = "- … and \(items.count - count) more: `\(more)`"
      forms.append(Form(extent: .excerpt, text: (items.prefix(count) + [rest]).joined(separator: "\n")))
    }
    let line = "- \(Phrase.count(items.count, "entry", "entries")) left out: `\(more)`"
    if line.utf8.count < forms[forms.count - 1].text.utf8.count { forms.append(Form(extent: .line, text: line)) }
  }

  init(_ name: String, _ title: String, _ rank: Rank, forms: [Form]) {
    self.name = name
    self.title = title
    self.rank = rank
    self.forms = forms
  }
}

/// Picks for each part the fullest form for which there is room.
struct BundleFit {
  struct Choice {
    var part: BundlePart
    var form: Int

    /// Whether it is a part of the task that says no more than where to find it, and could say the most of it.
    fileprivate var isUntoldTask: Bool { part.rank == .task && form > 1 && form == part.forms.count - 1 }
  }

  /// The parts that are there, with the place of their form.
  private(set) var chosen: [Choice]
  /// The titles of parts for which there was no room at all.
  private(set) var dropped: [String] = []
  private(set) var tokens: Int

  /// - Parameters:
  ///   - frame: what stands around the parts, in tokens; what is said of dropped parts included.
  ///   - cost: of a part in one of its forms, in tokens, with what stands around it.
  init(_ parts: [BundlePart], budget: Int, frame: Int, cost: (BundlePart, Int) -> Int) {
    chosen = parts.map { Choice(part: $0, form: $0.forms.count - 1) }
    tokens = frame + chosen.reduce(0) { $0 + cost($1.part, $1.form) }
    while tokens > budget, let last = chosen.indices.last { drop(last, cost) }
    grow(.task, budget, cost)
    // What is to be done is told before other parts are so much as named.
    while chosen.contains(where: \.isUntoldTask), let last = chosen.lastIndex(where: { $0.part.rank != .task }) {
      drop(last, cost)
      grow(.task, budget, cost)
    }
    for rank in BundlePart.Rank.allCases { grow(rank, budget, cost) }
  }

  private mutating func drop(_ index: Int, _ cost: (BundlePart, Int) -> Int) {
    let choice = chosen.remove(at: index)
    tokens -= cost(choice.part, choice.form)
    dropped.insert(choice.part.title, at: 0)
  }

  /// A rank's parts grow in turn, one form each, until nothing more fits.
  private mutating func grow(_ rank: BundlePart.Rank, _ budget: Int, _ cost: (BundlePart, Int) -> Int) {
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for index in chosen.indices where chosen[index].part.rank == rank && chosen[index].form > 0 {
        let (part, form) = (chosen[index].part, chosen[index].form)
        let more = cost(part, form - 1) - cost(part, form)
        guard tokens + more <= budget else { continue }
        chosen[index].form = form - 1
        tokens += more
        hasGrown = true
      }
    }
  }
}
