import Testing

@testable import Review

@Suite("Rules of rewording") struct RuleTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var rule: Shift.Rule
    var direction: Shift.Direction
    var before: String
    var after: String

    var testDescription: String { "\(rule) \(direction): \(before) → \(after)" }
  }

  static let samples = [
    Sample(rule: .bound, direction: .weaker, before: "It answers within 2 s.", after: "It answers within 3000 ms."),
    Sample(rule: .bound, direction: .stronger, before: "It is kept for 3 days.", after: "It is kept for 1 week."),
    Sample(rule: .bound, direction: .weaker, before: "It locks after 3 attempts.", after: "It locks after 5 attempts."),
    Sample(rule: .obligation, direction: .weaker, before: "It must be logged.", after: "It should be logged."),
    Sample(rule: .obligation, direction: .stronger, before: "It may be logged.", after: "It shall be logged."),
    Sample(rule: .hedge, direction: .weaker, before: "Mails are sent.", after: "Mails are sent where possible."),
    Sample(rule: .scope, direction: .weaker, before: "All mails stop.", after: "Some mails stop."),
    Sample(rule: .exclusivity, direction: .stronger, before: "Owners can edit.", after: "Only owners can edit."),
    Sample(rule: .exclusivity, direction: .weaker, before: "It works on Linux.", after: "It works only on Linux."),
    Sample(rule: .condition, direction: .weaker, before: "A mail is sent.", after: "A mail is sent unless muted."),
    Sample(
      rule: .breadth, direction: .stronger, before: "The upload resumes.", after: "The upload resumes even offline."),
    Sample(
      rule: .alternative, direction: .weaker, before: "Name and age are checked.", after: "Name or age are checked."),
    Sample(rule: .sentence, direction: .weaker, before: "It stops. A note is shown.", after: "It stops."),
    Sample(
      rule: .qualifier, direction: .weaker, before: "Every mail is muted.", after: "Every public mail is muted."),
    Sample(
      rule: .restriction, direction: .weaker, before: "Search works.", after: "Search works for paying customers."),
    Sample(
      rule: .polarity, direction: .weaker, before: "The file is not changed.", after: "The file is changed."),
    Sample(rule: .scale, direction: .weaker, before: "It is rejected.", after: "It is flagged."),
    Sample(
      rule: .detail, direction: .weaker, before: "Changes are shown in plain words.", after: "Changes are shown."),
    Sample(rule: .frequency, direction: .weaker, before: "It is tested every week.", after: "It is tested quarterly."),
  ]

  @Test("a rule tells what became of a promise", arguments: samples)
  func tells(_ sample: Sample) {
    let shifts = Rewording(from: sample.before, to: sample.after).shifts
    #expect(shifts.contains { $0.rule == sample.rule && $0.direction == sample.direction }, "\(shifts)")
  }

  @Test("every rule of wording has a sample")
  func all() { #expect(Set(Self.samples.map(\.rule)) == Set(Shift.Rule.allCases).subtracting([.proof, .wording])) }

  @Test("what went one way goes the other way back", arguments: samples)
  func mirrored(_ sample: Sample) {
    let back = Rewording(from: sample.after, to: sample.before).judgement
    // Who says the opposite breaks a promise in both directions.
    let expected = sample.rule == .polarity ? sample.direction : sample.direction.opposite
    #expect(back.direction == expected, "\(back)")
  }

  @Test(
    "what is denied, dropped or exchanged is weighed by whether people want it",
    arguments: [
      (Shift.Direction.stronger, "The update needs a downtime.", "The update needs no downtime."),
      (.weaker, "Deleting needs a confirmation.", "Deleting needs no confirmation."),
      (.stronger, "Prices change after a reload.", "Prices change without a reload."),
      (.weaker, "The user is asked before a file is deleted.", "A file is deleted without asking the user."),
      (.stronger, "The queue loses jobs.", "The queue keeps jobs."),
      (.weaker, "The log is written to an append-only file.", "The log is written to a file."),
      (.weaker, "The migration is reversible.", "The migration is irreversible."),
      (.stronger, "Tokens are stored in the browser.", "Tokens are never stored in the browser."),
      (.stronger, "Salaries are visible to all employees.", "Salaries are visible to employees in payroll."),
    ])
  func values(direction: Shift.Direction, before: String, after: String) {
    let judgement = Rewording(from: before, to: after).judgement
    #expect(judgement.direction == direction, "\(judgement)")
    let back = Rewording(from: after, to: before).judgement
    #expect(back.direction == direction.opposite, "\(back)")
  }

  @Test(
    "what has to come first is an order, however it is said",
    arguments: [
      (Shift.Direction.weaker, "A file is scanned before it is opened.", "A file is opened before it is scanned."),
      (.weaker, "A file is scanned before it is opened.", "A file is opened while it is scanned."),
      (nil, "A file is scanned before it is opened.", "A file is opened after it is scanned."),
    ])
  func orders(direction: Shift.Direction?, before: String, after: String) {
    let judgement = Rewording(from: before, to: after).judgement
    #expect(judgement.direction == direction, "\(judgement)")
  }

  @Test(
    "patterns in a sentence are compared by what they match",
    arguments: [
      (Shift.Direction.weaker, "Tests cover src/**.", "Tests cover src/core/**."),
      (.stronger, "Lint skips src/**.", "Lint skips src/gen/**."),
      (nil, "Tests cover src/**.", "Tests cover src/**"),
    ])
  func patterns(direction: Shift.Direction?, before: String, after: String) {
    let judgement = Rewording(from: before, to: after).judgement
    #expect(judgement.direction == direction, "\(judgement)")
  }

  @Test(
    "whom a number serves decides which way is less",
    arguments: [
      (Shift.Direction.stronger, "Orders over 100 euros ship free.", "Orders over 60 euros ship free."),
      (.weaker, "Reports older than 3 days are rejected.", "Reports older than 1 day are rejected."),
      (.weaker, "Late fees are waived for anyone under 18.", "Late fees are waived for anyone under 12."),
      (.weaker, "The member is told 30 days before the end.", "The member is told 3 days before the end."),
      (.stronger, "Seats can be changed until 24 hours before.", "Seats can be changed until 2 hours before."),
      (.weaker, "Goods can be returned within 30 days.", "Goods can be returned within 14 days."),
      (.stronger, "Goods are sent within 5 days.", "Goods are sent within 3 working days."),
      (.weaker, "Each guest gets at least 20 minutes.", "Each guest gets up to 20 minutes."),
      (.weaker, "There is one nurse per 4 beds.", "There is one nurse per 8 beds."),
      (.weaker, "Start-up: at most 50 ms", "Start-up: at most 120 ms"), (.weaker, "At most 20 MB", "At most 50 MB"),
      (.weaker, "Meals can be ordered until 6 pm.", "Meals can be ordered until 17:00."),
      (.weaker, "The parcel is there by noon.", "The parcel is there by 14:30."),
      (.weaker, "It runs on iOS 15 and later.", "It runs on iOS 17 and later."),
      (.stronger, "Chat transcripts are kept for 90 days.", "Chat transcripts are kept for 30 days."),
      (.weaker, "The monthly fee is 9 euros.", "The monthly fee is 12 euros."),
    ])
  func numbers(direction: Shift.Direction, before: String, after: String) {
    let shifts = Rewording(from: before, to: after).shifts
    #expect(shifts.map(\.direction) == [direction], "\(shifts)")
    #expect(shifts.first?.rule == .bound)
  }

  @Test(
    "one amount in other words is no change",
    arguments: [
      ("It takes no longer than 90 seconds.", "It takes at most 1.5 minutes."),
      ("It is refreshed every 60 minutes.", "It is refreshed hourly."),
      ("Half of the seats are free.", "50 % of the seats are free."),
      ("It closes after half an hour.", "It closes after 30 minutes."),
      ("Twenty-four people can join.", "24 people can join."),
      ("It is answered within a day.", "It is answered within 24 hours."),
      ("It weighs 1,500 kg at most.", "It weighs at most 1.5 t."), ("It ends at 6 pm.", "It ends at 18:00."),
      ("A clerk checks the form.", "The form is checked by a clerk."), ("It costs €20.", "It costs 20 euros."),
      ("No vote can be traced to a person.", "Votes cannot be traced to people."),
      ("Consent is required before it is sent.", "It is not sent before there is consent."),
      ("Nobody but the owner can delete it.", "Only the owner can delete it."),
    ])
  func same(before: String, after: String) {
    let shifts = Rewording(from: before, to: after).shifts
    #expect(shifts.isEmpty, "\(shifts)")
    #expect(Rewording(from: before, to: after).judgement.direction == nil)
  }

  @Test(
    "what keeps something from happening is more than a word about it, and much is more than little",
    arguments: [
      ("The tool refuses the upload.", "The tool shows a note about the upload."),
      ("Nobody can book a seat twice.", "Who books a seat twice is warned."),
      ("A refusal names the paragraph of law and the amount concerned.", "A refusal names a reason."),
      ("Names are unique within the company.", "Names are unique within a team."),
      ("Files are scanned before anyone can open them.", "Files are scanned overnight."),
      ("It is paid within ten days; if it is not, interest is due.", "It is paid within ten days."),
    ])
  func exchanged(before: String, after: String) {
    let judgement = Rewording(from: before, to: after).judgement
    #expect(judgement.direction == .weaker, "\(judgement)")
  }

  @Test("a number that promises less is told, whatever stands beside it")
  func filled() {
    let filler = "Muting shop order cart :: list of things, and what else there is to say, <b> in 'words' & more words"
    let judgement = Rewording(
      from: "Muting: it answers within 2 seconds.", to: "\(filler): it answers within 5 seconds."
    ).judgement
    #expect(judgement.direction == .weaker, "\(judgement)")
  }

  @Test("the same words, case and white space aside, are no change")
  func same() { #expect(Rewording(from: "All  Mails stop", to: "all mails stop").shifts.isEmpty) }

  @Test("texts of hostile length are compared in bounded time")
  func long() {
    let long = String(repeating: "all mails must be sent within 2 seconds and ", count: 4_000)
    #expect(Rewording(from: long, to: "No mail is sent. " + long + "5").judgement.reasons.count < 1_000)
  }
}

@Suite("Alignment") struct AlignmentTests {
  @Test("the marks of a text put both wordings together")
  func marks() {
    let marks = WordMarks(from: "no email is sent at all", to: "no public email is sent")
    #expect(marks.runs.map(\.text) == ["no", "public", "email is sent", "at all"])
    #expect(marks.runs.map(\.mark) == [.same, .added, .same, .removed])
  }

  @Test("a comma that comes with a neighbour is no change of its word, but one that comes alone is one")
  func commas() {
    let list = WordMarks(from: "blocks stale, unmet, unproven", to: "blocks stale, unmet")
    #expect(list.runs == [.init(mark: .same, text: "blocks stale, unmet"), .init(mark: .removed, text: "unproven")])
    #expect(WordMarks(from: "one, two", to: "one two").runs.map(\.mark) == [.removed, .added, .same])
  }

  @Test("any two sequences are put back together from their hunks")
  func lossless() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let before = (0..<Int.random(in: 0...12, using: &generator)).map { _ in Int.random(in: 0...3, using: &generator) }
      let after = (0..<Int.random(in: 0...12, using: &generator)).map { _ in Int.random(in: 0...3, using: &generator) }
      var built: [Int] = []
      var next = 0
      for hunk in Alignment.hunks(before, after) {
        built += before[next..<hunk.before.lowerBound] + after[hunk.after]
        next = hunk.before.upperBound
      }
      #expect(built + before[next...] == after)
    }
  }
}
