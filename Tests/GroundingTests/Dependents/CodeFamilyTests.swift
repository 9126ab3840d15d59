import Testing

@testable import Grounding

@Suite("Names across languages") struct CodeFamilyTests {
  private static let files = [
    "init.lua": "local function squeeze(text)\n  return text\nend\n\nfunction run()\n  return squeeze('a')\nend\n",
    "lib/text.pl": "sub squeeze {\n  return 1;\n}\n\nsub show {\n  return squeeze('a');\n}\n",
    "src/text.f90": """
    subroutine report(i)
      integer :: i
      call squeeze(i)
    end subroutine report
    """,
    "src/other.f90": """
    subroutine squeeze(i)
      integer :: i
    end subroutine squeeze
    """,
    "app/names.py": "NAMES = ['squeeze']\n",
  ]

  @Test("a function is called from its own family of languages alone, and named in its strings alone")
  func families() throws {
    #expect(try edges("init.lua").allSatisfy { $0.hasPrefix("init.lua ") })
    #expect(try edges("init.lua").contains("init.lua run call file sure"))
    #expect(try edges("lib/text.pl").allSatisfy { $0.hasPrefix("lib/text.pl ") })
    #expect(try edges("lib/text.pl").contains("lib/text.pl show call file sure"))
    #expect(try edges("src/other.f90").contains { $0.hasPrefix("src/text.f90 report ") })
  }

  @Test("the end of a block that says its name refers to nothing")
  func ends() throws {
    let files = [
      "src/a.f90": "subroutine alpha(i)\n  integer :: i\nend subroutine alpha\n",
      "src/b.f90": "program main\n  call alpha(1)\nend program main\n",
      "src/c.f90": """
      module c
      contains
        subroutine beta()
        end subroutine beta
        end subroutine alpha
      end module c
      """,
    ]
    let found = try DependentsTests().edges(files, of: "src/a.f90", "alpha")
    #expect(found.contains { $0.hasPrefix("src/b.f90 - call ") })
    #expect(!found.contains { $0.hasPrefix("src/c.f90 ") || $0.hasPrefix("src/a.f90 ") })
  }

  @Test("what is in a module of Fortran is found by `use`, in whatever letters, and behind `%`")
  func fortran() throws {
    let files = [
      "src/m.f90": """
      module m
      contains
        subroutine alpha(i)
          integer :: i
        end subroutine alpha
        function omega(i)
          integer :: i
        end function omega
      end module m
      """,
      "src/n.f90": """
      subroutine one()
        use m
        call alpha(1)
      end subroutine one
      SUBROUTINE TWO()
        USE M, ONLY: ALPHA
        CALL ALPHA(1)
        PRINT *, 'ALPHA', OMEGA(2)
      END SUBROUTINE TWO
      subroutine three(x)
        call x%alpha()
      end subroutine three
      """,
    ]
    let found = try DependentsTests().edges(files, of: "src/m.f90", "alpha")
    for caller in ["one", "TWO", "three"] {
      #expect(found.contains { $0.hasPrefix("src/n.f90 \(caller) call ") && !$0.hasSuffix("possible") }, "\(caller)")
    }
    let second = try DependentsTests().edges(files, of: "src/m.f90", "omega")
    #expect(second.map { $0.split(separator: " ")[1] } == ["TWO"])
  }

  @Test("what is in a package of Perl is found by its whole name, by `use`, and behind an arrow")
  func perl() throws {
    let files = [
      "lib/My/Text.pm": "package My::Text;\n\nsub squeeze {\n  return 1;\n}\n\n1;\n",
      "bin/run.pl": """
      use My::Text;
      sub one {
        My::Text::squeeze('a');
      }
      sub two {
        $obj->squeeze('a');
      }
      sub three {
        return My::Text->squeeze;
      }
      """,
      "bin/other.pl": "use My::Text qw(squeeze);\n\nsub four {\n  squeeze('a');\n}\n",
    ]
    let found = try DependentsTests().edges(files, of: "lib/My/Text.pm", "squeeze")
    #expect(
      found == [
        "bin/other.pl four call import sure", "bin/run.pl one call import sure", "bin/run.pl three use import sure",
        "bin/run.pl two call name likely",
      ])
  }

  @Test("pages and styles name each other's parts, and what scripts have in strings")
  func pages() {
    #expect(CodeFamily("HTML") == CodeFamily("CSS") && CodeFamily("HTML").names(CodeFamily("TypeScript")))
    #expect(CodeFamily("Python").names(CodeFamily("HTML")) && !CodeFamily("Python").names(CodeFamily("Perl")))
    #expect(CodeFamily("Lua") != CodeFamily("Fortran") && CodeFamily("C") == CodeFamily("Objective-C"))
  }

  private func edges(_ path: String) throws -> [String] {
    try DependentsTests().edges(Self.files, of: path, "squeeze")
  }
}
