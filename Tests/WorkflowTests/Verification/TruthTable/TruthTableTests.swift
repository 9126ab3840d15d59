import PlanModel
import TestKit
import Testing
import Verification
import Workflow

/// Every condition in every situation of git, held against what plain commands of git say.
@Suite("The truth table") struct TruthTableTests {
  @Test("conditions and situations make more than 1,500 cases")
  func size() {
    #expect(Set(TableSituation.all.map(\.name)).count == TableSituation.all.count)
    #expect(TableSituation.all.count * TableCondition.all.count > 1_500)
  }

  @Test("each condition's verdict is what git's own commands come to", arguments: TableSituation.all)
  func verdicts(situation: TableSituation) throws {
    let repository = try TableRepository()
    try situation.build(repository)
    let oracle = Oracle(repository: repository.git)
    let judged = try repository.verdicts(situation)
    for (index, condition) in TableCondition.all.enumerated() {
      let expected = try oracle.verdict(on: condition, in: situation)
      let found = judged[TableRepository.story(index)]
      #expect(found == expected, "\(situation.name): \(condition.text)")
    }
  }

  @Test("added and removed lines are those of the story's commits made again by themselves")
  func replays() throws {
    var (compared, skipped) = (0, 0)
    for situation in TableSituation.all {
      let repository = try TableRepository()
      try situation.build(repository)
      let oracle = Oracle(repository: repository.git)
      let replays = try oracle.scopes(of: situation).map { try Replay($0, in: repository.git) }
      let judged = try repository.verdicts(situation)
      for (index, condition) in TableCondition.all.enumerated() where [.adds, .removes].contains(condition.kind) {
        guard let holds = try oracle.replayed(condition, in: situation, replays) else {
          skipped += 1
          continue
        }
        compared += 1
        #expect((judged[TableRepository.story(index)] == .met) == holds, "\(situation.name): \(condition.text)")
      }
    }
    #expect(compared > 150 && skipped < compared / 10, "\(compared) compared, \(skipped) skipped")
  }

  @Test("the table tells situations and conditions apart: no column and no row says one thing alone")
  func variety() throws {
    var byCondition: [Int: Set<Verdict>] = [:]
    for situation in TableSituation.all {
      let repository = try TableRepository()
      try situation.build(repository)
      let judged = try repository.verdicts(situation)
      for index in TableCondition.all.indices {
        if let verdict = judged[TableRepository.story(index)] { byCondition[index, default: []].insert(verdict) }
      }
    }
    for (index, condition) in TableCondition.all.enumerated() {
      #expect(byCondition[index, default: []].count > 1, "\(condition.text)")
    }
  }
}
