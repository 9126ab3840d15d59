// swift-tools-version: 6.2

import PackageDescription

// The empty program that start-up is compared with: it links the libraries that git-handoff uses, and does nothing. libgit2
// is among them, though git-handoff itself loads it later on Linux (docs/decisions/0025): the bars were set so.
let package = Package(
  name: "baseline",
  platforms: [.macOS(.v15)],
  targets: [
    .executableTarget(
      name: "empty",
      linkerSettings: [
        .linkedLibrary("git2"), .linkedLibrary("cmark-gfm"), .linkedLibrary("pcre2-8"),
      ])
  ]
)
