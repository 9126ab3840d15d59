# `brew install --HEAD packaging/homebrew/git-handoff.rb`; a release adds `url` and `sha256`.
class GitHandoff < Formula
  desc "Customers' words, plans and proofs, kept in git"
  homepage "https://github.com/git-handoff/git-handoff"
  license "Apache-2.0"
  head "https://github.com/git-handoff/git-handoff.git", branch: "main"

  depends_on "pkgconf" => :build
  depends_on "cmark-gfm"
  depends_on "libgit2"
  depends_on "pcre2"
  uses_from_macos "swift" => :build, since: :sequoia
  uses_from_macos "python" => :build
  uses_from_macos "sqlite"
  uses_from_macos "zlib"

  def install
    system "swift", "build", "--disable-sandbox", "-c", "release", "--product", "git-handoff"
    bin.install ".build/release/git-handoff"
    system "scripts/extras", bin/"git-handoff", buildpath/"extras"
    bash_completion.install "extras/bash/git-handoff"
    zsh_completion.install "extras/zsh/_git-handoff"
    fish_completion.install "extras/fish/git-handoff.fish"
    man1.install Dir["extras/man/*.1"]
  end

  test do
    system "git", "init", "repo"
    cd "repo" do
      system bin/"git-handoff", "init", "--no-hooks"
      assert_match "nothing to mend", shell_output("#{bin}/git-handoff check")
    end
  end
end
