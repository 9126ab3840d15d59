import CodeIndex

/// What a language lets code see, as far as dependents have to know it.
enum CodeFamily: Hashable {
  case python, script, go, swift, jvm, cSharp, rust, c, php, ruby, perl, fortran
  /// Pages, their templates and styles, which name each other's parts and those of scripts.
  case page
  /// A language that shares its names with no other.
  case other(String)

  init(_ language: String) {
    self =
      switch language {
      case "Python", "Bazel": .python
      case "JavaScript", "TypeScript", "Vue": .script
      case "Go": .go
      case "Swift": .swift
      case "Java", "Kotlin", "Scala", "Groovy": .jvm
      case "C#": .cSharp
      case "Rust": .rust
      case "C", "C++", "Objective-C": .c
      case "PHP": .php
      case "Ruby", "Crystal": .ruby
      case "Perl": .perl
      case "Fortran": .fortran
      case "HTML", "CSS", "SCSS": .page
      case "Verilog", "SystemVerilog": .other("Verilog")
      default: .other(language)
      }
  }

  /// Whether nothing is known of it but its names.
  var isUnknown: Bool { if case .other = self { true } else { self == .page } }

  /// Whether a name that is a whole string may mean one of another family: pages name what scripts and servers have.
  func names(_ other: Self) -> Bool { self == other || self == .page || other == .page }

  /// Whether strings hold code: `${name}`, `\(name)`, `#{name}`, `f"{name}"`.
  var interpolates: Bool { [.python, .script, .swift, .jvm, .cSharp, .ruby].contains(self) }

  /// Whether methods are called without naming whose they are.
  var hasImplicitSelf: Bool { [.swift, .jvm, .cSharp, .c, .ruby].contains(self) }

  /// Whether a name from another file is seen only where an import brings it in.
  var needsImport: Bool { [.python, .script, .rust].contains(self) }

  /// Whether one type may be written in several files.
  var hasOpenTypes: Bool { [.go, .swift, .cSharp, .c, .ruby, .rust].contains(self) }

  /// Whether `name:` before a value is a label and no reference.
  var hasLabels: Bool { [.script, .swift, .go, .rust, .cSharp, .php, .ruby].contains(self) }

  /// Whether parameters are named before their types.
  var namesFirst: Bool { [.python, .script, .go, .swift, .rust, .ruby, .php].contains(self) }

  /// What a type's own members are reached by.
  static let selves: Set = ["self", "this", "cls", "Self", "static"]

  /// The names under which types are made.
  static let makers: Set = ["__init__", "__new__", "constructor", "init", "initialize", "__construct"]

  /// Methods that so many types have that the name says nothing.
  static let everyday: Set = [
    "get", "set", "add", "append", "pop", "push", "items", "keys", "values", "update", "copy", "join", "split", "close",
    "open", "read", "write", "run", "start", "stop", "name", "remove", "delete", "insert", "extend", "clear", "index",
    "count", "sort", "find", "filter", "map", "forEach", "reduce", "format", "strip", "replace", "encode", "decode",
    "toString", "String", "Error", "Close", "Read", "Write", "Len", "Less", "Swap", "hash", "equals", "then", "catch",
    "call", "apply", "bind", "length", "size", "next", "first", "last", "contains", "description", "id", "path", "text",
    "value", "key", "type", "data", "save", "load", "send", "test", "match", "search", "group", "lower", "upper",
  ]
}
