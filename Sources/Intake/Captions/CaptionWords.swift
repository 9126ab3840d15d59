/// Who says the words of a cue.
enum CaptionVoice: Hashable {
  /// Whoever spoke before, as far as the cue tells.
  case same
  /// Somebody else, behind a dash or `>>`.
  case other
  /// By a voice tag or a name with a colon; empty where a file names all others.
  case named(String)
}

/// Some words of a cue that one voice says.
struct Utterance {
  /// Which of the file's cues.
  var cue: Int
  /// Where they stand in the words of the file, white space folded; never empty.
  var range: Range<Int>
  var voice: CaptionVoice
}

/// What the cues of a file say, without tags: who begins to speak where, and nothing twice.
struct CaptionWords {
  private(set) var text: [UInt8] = []
  private(set) var utterances: [Utterance] = []
  /// A voice whose words begin on the next line.
  private var pending = CaptionVoice.same
  private var hasTags = false

  init(_ file: CaptionFile, of source: [UInt8]) {
    text.reserveCapacity(source.count)
    for (number, cue) in file.cues.enumerated() {
      pending = .same
      for line in cue.lines { add(source[line], cue: number) }
    }
    RollingCaptions.unroll(&utterances, of: text)
    if hasTags {
      nameOthers()
    } else {
      takeNames()
    }
  }

  /// A line, cut where its tags or its marks say that somebody else speaks.
  private mutating func add(_ line: ArraySlice<UInt8>, cue: Int) {
    var pieces: [(voice: String?, words: [UInt8])] = [(nil, [])]
    CaptionTags.read(line) { name in
      pieces.append((name, []))
    } write: { words in
      pieces[pieces.count - 1].words += words
    }
    for piece in pieces {
      if let name = piece.voice {
        pending = .named(name)
        hasTags = true
      }
      let words = WhiteSpace.folded(piece.words[...])
      for part in VoiceMarks.parts(of: words[...]) { add(part.words, cue: cue, isOther: part.isOther) }
    }
  }

  private mutating func add(_ words: ArraySlice<UInt8>, cue: Int, isOther: Bool) {
    guard !words.isEmpty else { return }
    let voice = pending == .same && isOther ? .other : pending
    utterances.append(Utterance(cue: cue, range: text.count..<(text.count + words.count), voice: voice))
    text += words
    pending = .same
  }

  /// Where voices are tagged, a cue without a tag is nobody's of them.
  private mutating func nameOthers() {
    for index in utterances.indices where utterances[index].voice == .same {
      if index == 0 || utterances[index - 1].cue != utterances[index].cue { utterances[index].voice = .named("") }
    }
  }

  /// Takes the names with a colon from the words, where they show a conversation.
  private mutating func takeNames() {
    let names = VoicePrefix.names(in: utterances, of: text)
    guard !names.isEmpty else { return }
    var kept: [Utterance] = []
    var begun: CaptionVoice?
    for var utterance in utterances {
      if let prefix = VoicePrefix(text[utterance.range]), names.contains(prefix.name) {
        utterance.range = min(prefix.body, utterance.range.upperBound)..<utterance.range.upperBound
        begun = .named(prefix.name)
      }
      guard !utterance.range.isEmpty else { continue }
      if let voice = begun { utterance.voice = voice }
      begun = nil
      kept.append(utterance)
    }
    utterances = kept
  }
}
