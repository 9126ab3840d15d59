/// How one family of languages writes comments, strings, names and blocks: all that the index has to know to tell
/// code, comments and strings apart.
struct Syntax: Sendable {
  /// What begins a comment that ends with its line.
  var lineComments: [String] = []
  var blockComments: [BlockComment] = []
  var strings: [StringForm] = []
  var blocks = Blocks.none
  /// How here-documents are written; nil where there are none.
  var heredocs: Heredocs?
  /// What else it has that quotes.
  var quoting: Set<Quoting> = []
  /// Whether the whole file is text for people.
  var isProse = false

  /// Texts that begin on the next line and end with a line that holds their label.
  enum Heredocs: Sendable {
    /// `<<EOT`, `<<-EOT`, `<< 'EOT'`
    case shell
    /// `<<EOT`, `<<~EOT`, `<< "EOT"`
    case perl
    /// `<<~EOT`, `<<-'EOT'`
    case ruby
    /// `<<<EOT`, whose label may stand before more code
    case php
  }

  enum Quoting: Sendable {
    /// `${name//\'/x}`, and `\` before any mark.
    case expansions
    /// `s{…}{…}`, `qw(…)`, `/…/`, and variables that are called like quotes: `$"`.
    case operators
    /// `r"C:\"`, in which nothing is escaped; `br"…"` and `cr"…"` likewise.
    case rawStrings
  }

  struct BlockComment: Sendable {
    var open: String
    var close: String
    var nests = false
  }

  struct StringForm: Sendable {
    var open: String
    var close: String
    var isEscaped = true
    /// One that is not ends with its line at the latest.
    var isLong = false
    /// Whether it holds one character alone, so that a lone mark is none: `'a` in Rust is a lifetime.
    var isCharacter = false
  }

  /// What shows where a definition ends.
  enum Blocks: Sendable {
    case braces, indentation, none
  }
}

extension Syntax {
  private static let double = StringForm(open: "\"", close: "\"")
  private static let single = StringForm(open: "'", close: "'")
  private static let backquoted = StringForm(open: "`", close: "`", isLong: true)
  private static let character = StringForm(open: "'", close: "'", isCharacter: true)
  private static let tripleDouble = StringForm(open: "\"\"\"", close: "\"\"\"", isLong: true)
  private static let tripleSingle = StringForm(open: "'''", close: "'''", isLong: true)
  private static let slashStar = BlockComment(open: "/*", close: "*/")
  private static let nestedSlashStar = BlockComment(open: "/*", close: "*/", nests: true)

  static let c = Syntax(
    lineComments: ["//"], blockComments: [slashStar], strings: [double, single], blocks: .braces)
  static let java = Syntax(
    lineComments: ["//"], blockComments: [slashStar], strings: [tripleDouble, double, single], blocks: .braces)
  static let javaScript = Syntax(
    lineComments: ["//"], blockComments: [slashStar], strings: [double, single, backquoted],
    blocks: .braces)
  static let go = Syntax(
    lineComments: ["//"], blockComments: [slashStar],
    strings: [double, single, StringForm(open: "`", close: "`", isEscaped: false, isLong: true)], blocks: .braces)
  static let rust = Syntax(
    lineComments: ["//"], blockComments: [nestedSlashStar],
    strings: [
      StringForm(open: "#\"", close: "\"#", isEscaped: false, isLong: true),
      StringForm(open: "\"", close: "\"", isLong: true), character,
    ],
    blocks: .braces, quoting: [.rawStrings])
  static let swift = Syntax(
    lineComments: ["//"], blockComments: [nestedSlashStar],
    strings: [
      StringForm(open: "#\"\"\"", close: "\"\"\"#", isEscaped: false, isLong: true), tripleDouble,
      StringForm(open: "#\"", close: "\"#", isEscaped: false), double,
    ], blocks: .braces)
  static let kotlin = Syntax(
    lineComments: ["//"], blockComments: [nestedSlashStar], strings: [tripleDouble, double, character],
    blocks: .braces)
  static let cSharp = Syntax(
    lineComments: ["//"], blockComments: [slashStar],
    strings: [StringForm(open: "@\"", close: "\"", isEscaped: false, isLong: true), tripleDouble, double, single],
    blocks: .braces)
  static let php = Syntax(
    lineComments: ["//", "#"], blockComments: [slashStar, BlockComment(open: "<!--", close: "-->")],
    strings: [StringForm(open: "\"", close: "\"", isLong: true), single], blocks: .braces, heredocs: .php)
  static let styles = Syntax(
    lineComments: ["//"], blockComments: [slashStar], strings: [double, single], blocks: .braces)
  static let python = Syntax(
    lineComments: ["#"], strings: [tripleDouble, tripleSingle, double, single], blocks: .indentation)
  static let ruby = Syntax(
    lineComments: ["#"], blockComments: [BlockComment(open: "=begin", close: "=end")],
    strings: [double, single, StringForm(open: "`", close: "`")], blocks: .indentation, heredocs: .ruby)
  static let elixir = Syntax(
    lineComments: ["#"], strings: [tripleDouble, tripleSingle, double, single],
    blocks: .indentation)
  static let shell = Syntax(
    lineComments: ["#"],
    strings: [double, StringForm(open: "'", close: "'", isEscaped: false), StringForm(open: "$'", close: "'")],
    blocks: .braces, heredocs: .shell, quoting: [.expansions])
  static let perl = Syntax(
    lineComments: ["#"],
    blockComments: ["pod", "head", "over", "item", "begin", "for", "encoding"].map {
      BlockComment(open: "=\($0)", close: "=cut")
    }, strings: [double, single], blocks: .braces, heredocs: .perl, quoting: [.operators])
  static let hash = Syntax(lineComments: ["#"], strings: [double, single], blocks: .indentation)
  static let configuration = Syntax(lineComments: ["#", ";"], strings: [double, single])
  static let lua = Syntax(
    lineComments: ["--"], blockComments: [BlockComment(open: "--[[", close: "]]")],
    strings: [StringForm(open: "[[", close: "]]", isEscaped: false, isLong: true), double, single],
    blocks: .indentation)
  static let sql = Syntax(
    lineComments: ["--"], blockComments: [slashStar],
    strings: [double, StringForm(open: "'", close: "'", isEscaped: false, isLong: true)])
  static let haskell = Syntax(
    lineComments: ["--"], blockComments: [BlockComment(open: "{-", close: "-}", nests: true)],
    strings: [double, character], blocks: .indentation)
  static let ml = Syntax(
    blockComments: [BlockComment(open: "(*", close: "*)", nests: true)], strings: [double, character],
    blocks: .indentation)
  static let lisp = Syntax(
    lineComments: [";"], blockComments: [BlockComment(open: "#|", close: "|#", nests: true)],
    strings: [StringForm(open: "\"", close: "\"", isLong: true)], blocks: .indentation)
  static let percent = Syntax(
    lineComments: ["%"], strings: [double], blocks: .indentation)
  static let basic = Syntax(lineComments: ["'", "!"], strings: [double], blocks: .indentation)
  static let fortran = Syntax(lineComments: ["!"], strings: [double, single], blocks: .indentation)
  static let pascal = Syntax(
    lineComments: ["//"], blockComments: [BlockComment(open: "{", close: "}"), BlockComment(open: "(*", close: "*)")],
    strings: [single], blocks: .indentation)
  static let assembly = Syntax(
    lineComments: ["#", ";", "//"], blockComments: [slashStar], strings: [double, single])
  static let markup = Syntax(
    blockComments: [BlockComment(open: "<!--", close: "-->"), BlockComment(open: "{#", close: "#}")],
    strings: [double])
  static let json = Syntax(lineComments: ["//"], blockComments: [slashStar], strings: [double])
  static let catalogue = Syntax(lineComments: ["#"], strings: [double])
  static let prose = Syntax(isProse: true)
}
