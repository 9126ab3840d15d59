import ArgumentParser

/// A form of output; `markdown` is taken for `md`, as people write both.
protocol PageFormArgument: ExpressibleByArgument, RawRepresentable<String> {}

extension PageFormArgument {
  init?(argument: String) { self.init(rawValue: argument == "markdown" ? "md" : argument) }
}
