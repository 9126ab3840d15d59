// swift-tools-version: 6.2

import PackageDescription

// Layers, lowest first; arrows point down only (docs/architecture.md draws them).
// A target's dependencies are its whole permission: nothing else may be imported.

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdbSQLite = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let flyingSocks = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

func room(
  _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [], linking: [LinkerSetting] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: strict, linkerSettings: linking)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["TestKit"], exclude: exclude, swiftSettings: strict)
}

// On Linux libgit2 is loaded when it is first needed (CLibgit2Lazy), and its pkg-config file would link it.
#if os(macOS)
  let libgit2Package: String? = "libgit2"
#else
  let libgit2Package: String? = nil
#endif

let systemLibraries: [Target] = [
  .systemLibrary(
    name: "CLibgit2", pkgConfig: libgit2Package, providers: [.apt(["libgit2-dev"]), .brew(["libgit2"])]),
  .systemLibrary(
    name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
    providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
  .systemLibrary(
    name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
  .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
  .systemLibrary(name: "CMalloc"),
]

/// What was learned, as constants of the program.
let weights: [Target] = [
  .target(name: "CLabelWeights", exclude: ["weights.bin"]),
  .target(name: "CGroundWeights", exclude: ["weights.bin"]),
  .target(name: "CReviewWeights", exclude: ["wording.tsv", "numbers.tsv", "ratings.tsv"]),
]

/// libgit2 on its first call, and what it is kept from doing when it starts.
let libgit2Lazy = Target.target(
  name: "CLibgit2Lazy", linkerSettings: [.linkedLibrary("git2", .when(platforms: [.macOS]))])

let foundations: [Target] = [
  room("PlanModel", []),
  room("Concurrency", []),
  room("FileSystem", []),
  room("JSONText", []),
  room("XMLText", []),
  room("Archive", ["CZlib"]),
  room("Markdown", ["CCmarkGFM"]),
  room("Processes", ["FileSystem"]),
  room("Patterns", ["CPCRE2"]),
  room("Privacy", ["Patterns"]),
  room("Loopback", [flyingSocks]),
  room("Git", ["CLibgit2", "CLibgit2Lazy", "Concurrency", "FileSystem", "Processes"]),
]

let engines: [Target] = [
  room("PlanFiles", ["PlanModel", "Concurrency", "FileSystem", "Git", "Markdown", yams, crypto]),
  // Character sets: part of the C library on Linux, one of its own on macOS.
  room(
    "Intake", ["PlanModel", "Concurrency", "Markdown", "JSONText", "XMLText", "Archive"],
    linking: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]),
  room("Drafting", ["PlanModel", "Concurrency", "CLabelWeights"]),
  room("Verification", ["PlanModel", "Git", "Patterns", "JSONText", "XMLText"]),
  room("Quality", ["PlanModel"]),
  room("Review", ["PlanModel", "Concurrency", "CReviewWeights"]),
  room("CodeIndex", ["PlanModel", "Concurrency", "FileSystem", "Git", "Processes", grdbSQLite]),
  room("Grounding", ["CodeIndex", "Concurrency", "Git", "PlanModel", "CGroundWeights"]),
  room("Exchange", ["PlanFiles", "PlanModel", "Markdown", "JSONText"]),
]

let frontEnds: [Target] = [
  room(
    "Workflow",
    [
      "PlanModel", "Concurrency", "FileSystem", "JSONText", "Processes", "Git", "Patterns", "Privacy", "PlanFiles",
      "Intake", "Drafting", "Quality", "Review", "Verification", "CodeIndex", "Grounding", "Exchange",
    ],
    resources: [
      "prepare-commit-msg", "commit-msg", "pre-commit", "pre-push", "pre-receive", "update", "post-receive",
    ].map { .embedInCode("Shims/\($0)") }),
  room(
    "Views",
    [
      "PlanModel", "Concurrency", "FileSystem", "Git", "PlanFiles", "Intake", "Drafting", "Verification", "CodeIndex",
      "Grounding", "Exchange", "Markdown", "Review", "Workflow",
    ]),
  room(
    "MCPServer",
    ["Workflow", "Views", "Verification", "CodeIndex", "PlanModel", "Git", "FileSystem", "JSONText", "Loopback"]),
  room(
    "Site",
    [
      "PlanModel", "Concurrency", "FileSystem", "Git", "PlanFiles", "Verification", "Review", "Markdown", "Workflow",
      "Views", "Loopback",
    ],
    resources: [
      "layout", "overview", "board", "list", "intents", "intent", "epic", "story", "criterion", "decision", "decisions",
      "source", "matrix", "lost", "roadmap", "releases", "release", "questions", "search", "row", "intentrow", "pager",
      "said", "aside", "changes",
    ].map { .embedInCode("Templates/\($0).mustache") }
      + ["site.css", "site.js", "search.js", "serve.js"].map { .embedInCode("Assets/\($0)") }),
  room(
    "CommandLineTool",
    [
      "Site", "Workflow", "Views", "MCPServer", "CodeIndex", "PlanFiles", "PlanModel", "Git", "Verification",
      "Exchange", "FileSystem", "Loopback", "CMalloc",
      argumentParser,
    ]),
  .executableTarget(
    name: "git-handoff", dependencies: ["CommandLineTool"], swiftSettings: strict,
    // For libgit2, which is loaded later, to find it (CLibgit2Lazy).
    linkerSettings: [
      .unsafeFlags(
        ["-Xlinker", "--export-dynamic-symbol=mbedtls_x509_crt_parse_file"], .when(platforms: [.linux]))
    ]),
]

let testTargets: [Target] = [
  .executableTarget(
    name: "handoff-fuzz",
    dependencies: [
      "Archive", "CodeIndex", "Exchange", "FileSystem", "Git", "Intake", "JSONText", "Loopback", "MCPServer",
      "Markdown",
      "Patterns", "PlanFiles", "PlanModel", "Privacy", "Review", "Site", "Verification", "Views", "Workflow", "XMLText",
    ],
    path: "Fuzz", exclude: ["README.md", "Corpus"], swiftSettings: strict),
  .executableTarget(
    name: "handoff-train", dependencies: ["Drafting", "PlanModel", "FileSystem", "JSONText"], path: "Training",
    exclude: ["README.md", "examples.tsv", "Grounding", "Reviewing"], swiftSettings: strict),
  .executableTarget(
    name: "handoff-train-review", dependencies: ["Review"], path: "Training/Reviewing",
    exclude: ["README.md", "Pairs", "first-met.tsv", "numbers.tsv"], swiftSettings: strict),
  .executableTarget(
    name: "handoff-train-ground",
    dependencies: ["Grounding", "CodeIndex", "Concurrency", "Git", "FileSystem", "JSONText"],
    path: "Training/Grounding", exclude: ["README.md", "instances-from-history.py"], swiftSettings: strict),
  .target(name: "TestKit", dependencies: ["FileSystem"], path: "Tests/TestKit", swiftSettings: strict),
  tests("PlanModelTests", ["PlanModel"]),
  tests("ConcurrencyTests", ["Concurrency"]),
  tests("MarkdownTests", ["Markdown"]),
  tests("JSONTextTests", ["JSONText"]),
  tests("XMLTextTests", ["XMLText"]),
  tests("ArchiveTests", ["Archive"]),
  tests("PatternsTests", ["Patterns"]),
  tests("PrivacyTests", ["Privacy", "Patterns"]),
  tests("FileSystemTests", ["FileSystem"]),
  tests("ProcessesTests", ["Processes"]),
  tests("LoopbackTests", ["Loopback"]),
  tests("GitTests", ["Git", "Processes"]),
  tests("PlanFilesTests", ["PlanFiles", "PlanModel", "FileSystem", "Git", "Markdown", yams, crypto]),
  tests("IntakeTests", ["Intake", "PlanModel", "JSONText"]),
  tests("DraftingTests", ["Drafting", "PlanModel"]),
  tests("VerificationTests", ["Verification", "PlanModel", "Git"]),
  tests("CodeIndexTests", ["CodeIndex", "Git", "FileSystem", "Processes"]),
  tests("GroundingTests", ["Grounding", "CodeIndex", "Git", "PlanModel"]),
  tests("ExchangeTests", ["Exchange", "PlanModel"]),
  tests("QualityTests", ["Quality", "PlanModel", "PlanFiles"]),
  tests("ReviewTests", ["Review", "PlanModel", "PlanFiles"], exclude: ["Pairs"]),
  tests(
    "WorkflowTests",
    ["Workflow", "PlanModel", "PlanFiles", "FileSystem", "Git", "Drafting", "Verification", "Intake", "Exchange"]),
  tests(
    "ViewsTests",
    [
      "Views", "PlanModel", "PlanFiles", "FileSystem", "Workflow", "Git", "Verification", "Intake", "CodeIndex",
      "Grounding",
    ],
    exclude: ["Golden"]),
  tests("MCPServerTests", ["MCPServer", "Loopback", "Views", "Workflow", "FileSystem", "JSONText", "git-handoff"]),
  tests(
    "SiteTests",
    [
      "Site", "Loopback", "Workflow", "Views", "PlanModel", "PlanFiles", "FileSystem", "Markdown", "Git",
      "Verification", mustache,
    ]),
  tests("ScenarioTests", ["git-handoff", "PlanFiles"]),
  .testTarget(name: "HouseTests", swiftSettings: strict),
]

let package = Package(
  name: "git-handoff",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "git-handoff", targets: ["git-handoff"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: systemLibraries + weights + [libgit2Lazy] + foundations + engines + frontEnds + testTargets
)
