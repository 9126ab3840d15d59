import Foundation
import Testing

/// The house of docs/architecture.md: arrows point down only.
@Suite("Layers") struct LayerTests {
  /// The rooms, floor by floor, the lowest first. Rooms of one floor do not import each other.
  static let floors: [Set<String>] = [
    [
      "CLibgit2", "CLibgit2Lazy", "CCmarkGFM", "CPCRE2", "CZlib", "CMalloc", "CLabelWeights", "CGroundWeights",
      "CReviewWeights",
    ],
    ["PlanModel", "Concurrency", "FileSystem", "JSONText", "XMLText", "Patterns"],
    ["Processes", "Markdown", "Archive", "Privacy", "Loopback"], ["Git"], ["CodeIndex"],
    ["Intake", "Drafting", "Verification", "PlanFiles", "Quality", "Review", "Grounding"], ["Exchange"], ["Workflow"],
    ["Views"],
    ["MCPServer", "Site"], ["CommandLineTool"],
    ["git-handoff"],
  ]

  /// Packages and libraries from elsewhere, and the one room that may import each.
  static let doors = [
    "Yams": "PlanFiles", "Crypto": "PlanFiles", "CCmarkGFM": "Markdown", "CPCRE2": "Patterns", "CLibgit2": "Git",
    "CZlib": "Archive", "CLabelWeights": "Drafting", "CGroundWeights": "Grounding", "CReviewWeights": "Review",
    "GRDB": "CodeIndex",
    "GRDBSQLite": "CodeIndex",
    "ArgumentParser": "CommandLineTool", "CMalloc": "CommandLineTool", "FlyingSocks": "Loopback",
  ]

  /// What the platform brings along and any room may use.
  static let platform: Set = [
    "Glibc", "Musl", "Darwin", "Synchronization", "Dispatch", "Foundation", "FoundationEssentials",
  ]

  @Test("every room stands on one floor")
  func rooms() {
    #expect(SourceFile.all.count > 100)
    #expect(Set(SourceFile.all.map(\.target)).subtracting(Self.floors.joined()) == [])
  }

  @Test("a room imports only rooms of the floors below it")
  func arrows() throws {
    for file in SourceFile.all {
      let floor = try #require(Self.floors.firstIndex { $0.contains(file.target) })
      for module in file.imports where Self.doors[module] == nil && !Self.platform.contains(module) {
        let below = Self.floors[..<floor].contains { $0.contains(module) }
        #expect(below, "\(file.path) imports \(module)")
      }
    }
  }

  @Test("what comes from elsewhere has one door")
  func oneDoor() {
    for file in SourceFile.all {
      for module in file.imports {
        if let door = Self.doors[module] { #expect(file.target == door, "\(file.path) imports \(module)") }
      }
    }
    for (module, door) in Self.doors {
      #expect(SourceFile.all.contains { $0.target == door && $0.imports.contains(module) }, "\(module) is not used")
    }
  }

  @Test("what a room imports, Package.swift allows it")
  func declared() throws {
    let package = try Checkout.read("Package.swift").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for target in Set(SourceFile.all.map(\.target)) where target != "git-handoff" {
      let start = try #require(package.range(of: "\"\(target)\", ["), "no room \(target) in Package.swift")
      let list = package[start.upperBound...].prefix { $0 != "]" }
      for module in Set(SourceFile.all.filter { $0.target == target }.flatMap(\.imports)).subtracting(Self.platform) {
        let isListed = list.contains("\"\(module)\"") || list.lowercased().contains(module.lowercased())
        #expect(isListed, "\(target) imports \(module)")
      }
    }
  }

  @Test("the drawing names every room")
  func drawing() throws {
    let page = try Checkout.read("docs/architecture.md")
    for room in Set(SourceFile.all.map(\.target)) { #expect(page.contains("| `\(room)` |"), "\(room)") }
  }
}
