import PlanModel
import Testing

/// The file of all messages is complete: what the sources declare has a sample.
@Suite("Completeness of the messages") struct CompletenessTests {
  @Test("every rule has a message in the file")
  func rules() throws {
    let shown = Set(FindingSamples.all(try Facts()).flatMap(\.problems).map(\.rule))
    #expect(Set(Rule.allCases).subtracting(shown).map(\.rawValue) == [])
  }

  @Test("every kind of finding has a message in the file")
  func findings() throws {
    let facts = try Facts()
    try expect("FileProblem", in: "PlanModel/Findings/FileProblem.swift", FindingSamples.files)
    try expect("FieldProblem", in: "PlanModel/Findings/FileProblem.swift", FindingSamples.fields)
    try expect("ReferenceProblem", in: "PlanModel/Findings/FileProblem.swift", FindingSamples.references(facts))
    try expect("SourceProblem", in: "PlanModel/Findings/FileProblem.swift", FindingSamples.sources(facts))
    try expect("StoryProblem", in: "PlanModel/Findings/FileProblem.swift", FindingSamples.stories(facts))
    try expect("PrivacyProblem", in: "PlanModel/Findings/PrivacyProblem.swift", FindingSamples.privacy)
    let quality = QualitySamples.all(facts)
    try expect("QualityProblem", in: "PlanModel/Findings/QualityProblem.swift", quality)
    try expect("WaiverFlaw", in: "PlanModel/Findings/QualityProblem.swift", QualitySamples.flaws)
    try expect("ConditionProblem", in: "PlanModel/Findings/FileProblem.swift", FindingSamples.conditions)
  }

  @Test("every reason of a failure has a message in the file")
  func failures() throws {
    let facts = try Facts()
    try expect("Reason", in: "Workflow/Workspace/Failure.swift", FailureSamples.reasons(facts))
    try expect("Hint", in: "Workflow/Workspace/Failure.swift", FailureSamples.hints(facts))
    try expect("GitError", in: "Git/GitError.swift", FailureSamples.git(facts))
    try expect("Unsupported", in: "Git/GitError.swift", FailureSamples.unsupported)
    try expect("FileError", in: "FileSystem/FileError.swift", FailureSamples.files)
    try expect("FileOperation", in: "FileSystem/FileError.swift", FailureSamples.operations)
    try expect("CodeIndexError", in: "CodeIndex/Storage/CodeIndexError.swift", FailureSamples.index(facts))
    try expect("IntakeError", in: "Intake/IntakeError.swift", FailureSamples.intake)
    try expect("Problem", in: "Verification/Results/ResultsError.swift", FailureSamples.results)
  }

  @Test("everything that verification and the hooks find has a message in the file")
  func verification() throws {
    let facts = try Facts()
    try expect("Check", in: "PlanModel/Items/Condition.swift", VerificationSamples.checks)
    try expect("Fact", in: "PlanModel/Verdicts/Evidence.swift", VerificationSamples.evidence(facts).map(\.fact))
    try expect("ConditionFact", in: "PlanModel/Verdicts/Evidence.swift", VerificationSamples.facts.map(\.fact))
    try expect("SignOffFact", in: "PlanModel/Verdicts/Evidence.swift", VerificationSamples.signOffs(facts).map(\.fact))
    try expect("Problem", in: "Verification/Policy/InvalidLink.swift", VerificationSamples.links(facts))
    try expect("PushProblem", in: "Verification/Policy/PushJudgement.swift", VerificationSamples.problems(facts))
    try expect("Exemption", in: "Verification/Policy/Exemptions.swift", VerificationSamples.exemptions)
    try expect("MissedTrailer", in: "Git/Messages/Trailers+Missed.swift", VerificationSamples.missed)
    try expect("State", in: "Workflow/Hooks/HooksOutcome.swift", VerificationSamples.hooks)
  }

  @Test("everything that doctor finds has a message in the file")
  func doctor() throws {
    try expect("DoctorProblem", in: "Workflow/Setup/Diagnosis.swift", DoctorSamples.problems(Facts()))
  }

  private func expect(
    _ type: String, in path: String, _ samples: [some Any], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let declared = try DeclaredCases.names(of: type, in: path)
    #expect(declared.count > 1, "no cases of \(type) in \(path)", sourceLocation: sourceLocation)
    let shown = Set(samples.map { DeclaredCases.name(of: $0) })
    #expect(declared.subtracting(shown) == [], "\(type) without a sample", sourceLocation: sourceLocation)
  }
}
