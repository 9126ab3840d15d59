import PlanModel

/// A source that this process has read, with the files that it was read from.
struct ReadSource: Sendable {
  var head: Result<[UInt8], PlanTreeError>
  var table: Result<[UInt8], PlanTreeError>
  var result: Result<ItemReading<Source>, PlanTreeError>
}
