// swift-tools-version: 6.2

import PackageDescription

// The empty program that start-up is compared with: it links what git-handoff links, and does nothing.
let package = Package(
  name: "baseline",
  platforms: [.macOS(.v15)],
  targets: [
    .executableTarget(
      name: "empty",
      linkerSettings: [
        .linkedLibrary("sqlite3"), .linkedLibrary("cmark-gfm"), .linkedLibrary("pcre2-8"),
        .linkedLibrary("git2", .when(platforms: [.macOS])),
      ])
  ]
)
