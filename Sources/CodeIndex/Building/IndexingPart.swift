import Git

/// Some documents that one thread reads, and what it makes of them.
struct IndexingPart: Sendable {
  struct Document: Sendable {
    let number: Int
    let key: String
    let blob: ObjectID
    let language: Language
  }

  struct Outcome: Sendable {
    var documents: [IndexedDocument] = []
    var runs: [Namespace: PostingRun] = [:]
    /// What kept the objects from being read at all.
    var failure: GitError?
  }

  struct IndexedDocument: Sendable {
    let number: Int
    let key: String
    let language: String
    let summary: DocumentSummary
    let outline: [UInt8]
    let sequence: [UInt8]
  }

  let documents: [Document]
  let location: RepositoryLocation
  let environment: [String: String]
  let ctags: Ctags?

  /// So much text is given to ctags at once.
  private static let batchBytes = 4 << 20

  private struct Text {
    let document: Document
    let language: Language
    let bytes: [UInt8]
    let state: DocumentSummary.State
  }

  func read() -> Outcome {
    var outcome = Outcome()
    var builder = RunBuilder()
    // Repositories belong to one thread each.
    let repository = Repository(location, environment: environment)
    var batch: [Text] = []
    var bytes = 0
    for document in documents {
      do throws(GitError) {
        let text = try self.text(document, repository)
        batch.append(text)
        bytes += text.bytes.count
      } catch {
        outcome.failure = error
        return outcome
      }
      if bytes > Self.batchBytes {
        take(batch, &builder, &outcome)
        batch = []
        bytes = 0
      }
    }
    take(batch, &builder, &outcome)
    outcome.runs = builder.runs()
    return outcome
  }

  private func text(_ document: Document, _ repository: Repository) throws(GitError) -> Text {
    do throws(GitError) {
      let bytes = try repository.blob(document.blob, limit: FileReading.largest)
      let language =
        document.language == .unnamed ? Language.named(byFirstLineOf: bytes) : document.language
      return Text(document: document, language: language, bytes: bytes, state: FileReading.state(of: bytes))
    } catch .objectTooLarge {
      return Text(document: document, language: document.language, bytes: [], state: .large)
    } catch .missingObject {
      return Text(document: document, language: document.language, bytes: [], state: .missing)
    }
  }

  private func take(_ batch: [Text], _ builder: inout RunBuilder, _ outcome: inout Outcome) {
    let tagged = batch.indices.filter { batch[$0].state == .read && batch[$0].language.ctagsSuffix != nil }
    var tags: [Int: [CtagsLine]] = [:]
    if let ctags, !tagged.isEmpty {
      let inputs = tagged.map { Ctags.Input(suffix: batch[$0].language.ctagsSuffix ?? "", bytes: batch[$0].bytes) }
      for (index, found) in zip(tagged, ctags.tags(of: inputs)) { tags[index] = found }
    }
    for (index, text) in batch.enumerated() {
      var reading: RunBuilder.Reading
      if text.state == .read {
        reading = builder.read(text.document.number, text.bytes, text.language, tags: tags[index])
        reading.summary.lacksDefinitions = ctags == nil && text.language.ctagsSuffix != nil
      } else {
        reading = RunBuilder.Reading(summary: DocumentSummary(), outline: Outline())
        reading.summary.state = text.state
        reading.summary.bytes = text.bytes.count
      }
      outcome.documents.append(
        IndexedDocument(
          number: text.document.number, key: text.document.key, language: text.language.name,
          summary: reading.summary, outline: reading.outline.stored, sequence: reading.sequence))
    }
  }
}
