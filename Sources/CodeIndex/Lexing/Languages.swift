extension Language {
  /// The languages that are told apart. What is not here is read as text with `#` comments.
  static let all = compiled + scripted + functional + described + documents

  private static let types = [
    "class": "class", "struct": "struct", "enum": "enum", "interface": "interface", "trait": "trait",
  ]

  private static let compiled = [
    Language(
      "Swift", "swift", .swift, imports: "import @testable @_exported",
      defines: [
        "class": "class", "struct": "struct", "enum": "enum", "protocol": "protocol", "extension": "extension",
        "actor": "class", "func": "function", "var": "variable", "let": "constant", "case": "enumerator",
        "typealias": "typedef", "associatedtype": "typedef", "macro": "macro", "init": "initializer",
        "deinit": "deinitializer", "subscript": "subscript",
      ]),
    Language("C", "c", .c, ctags: "c", imports: "#include #import"),
    Language(
      "C++", "cc cpp cxx c++ h hh hpp hxx ipp inl ino cu cuh", .c, ctags: "cpp",
      imports: "#include #import import using"),
    Language("Objective-C", "m mm", .c, ctags: "m", imports: "#include #import @import"),
    Language("C#", "cs", .cSharp, imports: "using"),
    Language("Java", "java", .java, imports: "import"),
    Language("Kotlin", "kt kts", .kotlin, imports: "import"),
    Language(
      "Scala", "scala sc sbt", .kotlin, imports: "import",
      defines: types.merging([
        "object": "object", "def": "function", "val": "constant", "var": "variable", "type": "typedef",
      ]) { $1 }),
    Language(
      "Groovy", "groovy gradle", .java, imports: "import", defines: types.merging(["def": "function"]) { $1 },
      files: "jenkinsfile"),
    Language(
      "Dart", "dart", .java, imports: "import export part",
      defines: types.merging(["mixin": "class", "extension": "extension", "typedef": "typedef"]) { $1 }),
    Language("Go", "go", .go, ctags: "go", imports: "import"),
    Language("Rust", "rs", .rust, ctags: "rs", imports: "use mod pub extern"),
    Language(
      "Zig", "zig", .go, imports: "const", defines: ["fn": "function", "const": "constant", "var": "variable"]),
    Language("D", "d di", .c, ctags: "d", imports: "import"),
    Language("Vala", "vala vapi", .c, ctags: "vala", imports: "using"),
    Language("Protobuf", "proto", .c, ctags: "proto", imports: "import"),
    Language("Thrift", "thrift", .c, imports: "include", defines: types.merging(["service": "service"]) { $1 }),
    Language("Verilog", "v vh", .c, ctags: "v", imports: "`include"),
    Language("SystemVerilog", "sv svh", .c, ctags: "sv", imports: "`include import"),
    Language("VHDL", "vhd vhdl", .lua, ctags: "vhd", imports: "use library"),
    Language(
      "Solidity", "sol", .javaScript, imports: "import",
      defines: [
        "contract": "class", "library": "class", "interface": "interface", "function": "function", "struct": "struct",
        "enum": "enum", "event": "event", "modifier": "function",
      ]),
    Language("Assembly", "s asm", .assembly, ctags: "s"),
    Language("Pascal", "pas pp lpr", .pascal, ctags: "pas", imports: "uses"),
    Language("Ada", "ada adb ads", .lua, ctags: "ada", imports: "with use"),
    Language("Fortran", "f f77 f90 f95 f03 f08 for pf", .fortran, ctags: "f90", imports: "use USE Use include"),
    Language("COBOL", "cob cbl", .basic, ctags: "cob", imports: "copy"),
    Language("Basic", "bas vb vbs", .basic, ctags: "bas", imports: "imports"),
  ]

  private static let scripted = [
    Language(
      "Python", "py pyi pyw pyx pxd wsgi", .python, ctags: "py", imports: "import from cimport",
      defines: ["class": "class", "def": "function"], files: "wscript sconstruct sconscript",
      interpreters: "python pypy"),
    Language(
      "JavaScript", "js mjs cjs jsx es6", .javaScript, ctags: "js", imports: "import export require from",
      defines: ["class": "class", "function": "function"], interpreters: "node nodejs deno bun"),
    Language(
      "TypeScript", "ts tsx mts cts", .javaScript, ctags: "ts", imports: "import export require from",
      defines: ["class": "class", "function": "function", "interface": "interface", "enum": "enum", "type": "typedef"],
      interpreters: "ts-node"),
    Language(
      "Vue", "vue svelte astro", .javaScript, imports: "import export from",
      defines: ["class": "class", "function": "function", "interface": "interface"]),
    Language(
      "Ruby", "rb rake gemspec ru podspec", .ruby, ctags: "rb", imports: "require require_relative load autoload",
      defines: ["class": "class", "module": "module", "def": "method"],
      files: "rakefile gemfile vagrantfile podfile fastfile", interpreters: "ruby jruby"),
    Language(
      "Crystal", "cr", .ruby, imports: "require",
      defines: ["class": "class", "module": "module", "def": "method", "struct": "struct"]),
    Language(
      "PHP", "php phtml php5 inc", .php, ctags: "php", imports: "use include require include_once require_once",
      interpreters: "php"),
    Language("Perl", "pl pm t", .perl, ctags: "pl", imports: "use require", interpreters: "perl"),
    Language(
      "Shell", "sh bash zsh ksh bats command", .shell, ctags: "sh", imports: "source .",
      files: ".bashrc .profile .zshrc", interpreters: "sh bash zsh ksh dash ash"),
    Language("fish", "fish", .shell, imports: "source", defines: ["function": "function"], interpreters: "fish"),
    Language("PowerShell", "ps1 psm1 psd1", .hash, ctags: "ps1", imports: "import-module using", interpreters: "pwsh"),
    Language("Batch", "bat cmd", .configuration, ctags: "bat", imports: "call"),
    Language("Lua", "lua", .lua, ctags: "lua", imports: "require", interpreters: "lua luajit"),
    Language("Tcl", "tcl tk", .hash, ctags: "tcl", imports: "source package", interpreters: "tclsh wish"),
    Language("R", "r", .hash, ctags: "r", imports: "library source require", interpreters: "Rscript"),
    Language("Julia", "jl", .python, ctags: "jl", imports: "using import include", interpreters: "julia"),
    Language("MATLAB", "matlab mlx", .percent, ctags: "matlab"),
    Language(
      "Nim", "nim nims", .python, imports: "import from include",
      defines: [
        "proc": "function", "func": "function", "template": "function", "macro": "macro", "method": "method",
        "iterator": "function",
      ]),
    Language(
      "GDScript", "gd", .python, imports: "extends",
      defines: ["func": "function", "class": "class", "class_name": "class", "var": "variable", "signal": "event"]),
    Language("Vim", "vim", .lisp, ctags: "vim", imports: "source runtime", files: ".vimrc"),
    Language("Awk", "awk", .shell, ctags: "awk", interpreters: "awk gawk mawk"),
    Language("M4", "m4 ac", .hash, ctags: "m4", files: "configure.ac"),
    Language("SQL", "sql psql ddl", .sql, ctags: "sql"),
  ]

  private static let functional = [
    Language("Haskell", "hs lhs", .haskell, ctags: "hs", imports: "import"),
    Language("Elm", "elm", .haskell, ctags: "elm", imports: "import"),
    Language(
      "PureScript", "purs", .haskell, imports: "import",
      defines: ["data": "typedef", "newtype": "typedef", "class": "class", "type": "typedef"]),
    Language("OCaml", "ml mli mll mly", .ml, ctags: "ml", imports: "open include"),
    Language(
      "F#", "fs fsi fsx", .ml, imports: "open",
      defines: ["let": "function", "type": "typedef", "module": "module", "member": "method"]),
    Language("Standard ML", "sml sig fun", .ml, ctags: "sml", imports: "open"),
    Language(
      "Erlang", "erl hrl", .percent, ctags: "erl", imports: "-include -include_lib -import", interpreters: "escript"),
    Language("Elixir", "ex exs", .elixir, ctags: "ex", imports: "import alias use require", interpreters: "elixir"),
    Language("Clojure", "clj cljs cljc edn", .lisp, ctags: "clj"),
    Language("Scheme", "scm ss rkt", .lisp, ctags: "scm", interpreters: "guile racket"),
    Language("Lisp", "lisp lsp cl el", .lisp, ctags: "lisp"),
    Language(
      "Prolog", "pro prolog", .percent, imports: ":-"),
    Language("Nix", "nix", .hash, imports: "import"),
  ]

  private static let described = [
    Language(
      "HTML", "html htm xhtml jinja jinja2 j2 hbs mustache ejs erb twig liquid tmpl tpl djhtml", .markup, ctags: "html"),
    Language(
      "XML", "xml xsl xslt xsd svg plist rss wsdl csproj vbproj fsproj props targets ui resx storyboard xib", .markup),
    Language("CSS", "css", .styles, ctags: "css", imports: "@import"),
    Language("SCSS", "scss sass less styl", .styles, ctags: "scss", imports: "@import @use @forward"),
    Language(
      "JSON", "json json5 jsonc geojson webmanifest ipynb lock jsonl", .json, files: ".babelrc .eslintrc .prettierrc"),
    Language("YAML", "yml yaml", .hash, files: ".clang-format .clang-tidy"),
    Language("TOML", "toml", .configuration, files: "pipfile cargo.lock poetry.lock"),
    Language(
      "INI", "ini cfg conf cnf properties editorconfig gitconfig gitmodules service desktop env", .configuration),
    Language(
      "Terraform", "tf tfvars hcl nomad", .shell,
      defines: [
        "resource": "resource", "module": "module", "variable": "variable", "output": "variable", "data": "resource",
        "provider": "provider",
      ]),
    Language(
      "GraphQL", "graphql gql", .hash,
      defines: [
        "type": "class", "interface": "interface", "enum": "enum", "input": "struct", "query": "function",
        "mutation": "function", "fragment": "function", "scalar": "typedef",
      ]),
    Language("Make", "mk mak make", .hash, ctags: "mak", imports: "include -include", files: "makefile gnumakefile"),
    Language("CMake", "cmake", .hash, ctags: "cmake", imports: "include add_subdirectory", files: "cmakelists.txt"),
    Language("Meson", "meson", .hash, imports: "subdir", files: "meson.build meson_options.txt"),
    Language("Bazel", "bzl bazel star", .python, ctags: "py", imports: "load", files: "build workspace build.bazel"),
    Language("Docker", "dockerfile containerfile", .hash, imports: "FROM", files: "dockerfile containerfile"),
    Language("Translations", "po pot", .catalogue),
    Language("Patch", "patch diff", .prose),
    Language("CSV", "csv tsv", .prose),
  ]

  private static let documents = [
    Language("Markdown", "md markdown mdx mkd rmd qmd", .prose, ctags: "md"),
    Language("reStructuredText", "rst rest", .prose, ctags: "rst"),
    Language("AsciiDoc", "adoc asciidoc asc", .prose, ctags: "adoc"),
    Language("Org", "org", .prose),
    Language("TeX", "tex sty cls ltx bib", .percent, ctags: "tex", imports: "\\input \\include \\usepackage"),
    Language("Manual page", "1 2 3 4 5 6 7 8 9 man mdoc", .prose, ctags: "man"),
  ]
}
