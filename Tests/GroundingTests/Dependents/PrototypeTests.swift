import Testing

@Suite("Prototypes of C") struct PrototypeTests {
  private static let files = [
    "src/mute.c": "#include \"mute.h\"\n\nint mute(int user)\n{\n  return user;\n}\n",
    "src/mute.h": """
    #ifndef MUTE_H
    #define MUTE_H
    int mute(int user);
    extern char *mute_name(int user);
    #define MUTE_ALL(u) mute(u)
    #endif
    """,
    "src/server.h": "struct user;\nstatic int mute(int);\nint unmute(int user);\n",
    "src/server.c": """
    #include "mute.h"

    static int quiet(int user)
    {
      if (user) return mute(user);
      else mute(0);
      return 0;
    }
    """,
  ]

  @Test("a prototype in a header declares the function, and does not call it")
  func headers() throws {
    let edges = try DependentsTests().edges(Self.files, of: "src/mute.c", "mute")
    #expect(edges.contains { $0.hasPrefix("src/mute.h ") && $0.contains(" declaration ") })
    #expect(!edges.contains { $0.hasPrefix("src/server.h ") && $0.contains(" call ") })
  }

  @Test("a call within a function stays one, behind return and else too")
  func calls() throws {
    let edges = try DependentsTests().edges(Self.files, of: "src/mute.c", "mute")
    #expect(edges.contains { $0.hasPrefix("src/server.c quiet call ") })
  }

  @Test("what a header includes is brought in by whoever includes it, and the header itself is no dependent")
  func handedOn() throws {
    var files = Self.files
    files["src/all.h"] = "#include \"mute.h\"\n"
    files["src/client.c"] = "#include \"all.h\"\n\nvoid quit(void)\n{\n  mute(1);\n}\n"
    files["src/stranger.c"] = "#include \"other.h\"\n\nvoid leave(void)\n{\n  mute(2);\n}\n"
    let edges = try DependentsTests().edges(files, of: "src/mute.c", "mute")
    #expect(edges.contains { $0.hasPrefix("src/client.c quit call import ") }, "\(edges)")
    #expect(edges.contains { $0.hasPrefix("src/stranger.c leave call name") }, "\(edges)")
    #expect(edges.contains { $0.hasPrefix("src/mute.h ") && $0.contains(" declaration import ") }, "\(edges)")
    #expect(!edges.contains { $0.hasPrefix("src/all.h") }, "\(edges)")
  }
}
