/// What a file is beside source code, by its path, its attributes and its head.
package struct FileTraits: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let test = FileTraits(rawValue: 1)
  package static let generated = FileTraits(rawValue: 2)
  package static let vendored = FileTraits(rawValue: 4)
  package static let documentation = FileTraits(rawValue: 8)
  /// Examples, tutorials, benchmarks, tools for building: code, but not what the product does.
  package static let example = FileTraits(rawValue: 16)
}
