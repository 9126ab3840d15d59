import Testing

@testable import CodeIndex

@Suite("Definitions of Java and C#") struct ClassDefinitionsTests {
  private func definitions(_ text: String, _ language: String) -> [String] {
    ClassDefinitions(Array(text.utf8), language).definitions().map { one in
      let bases = one.bases.isEmpty ? "" : " < " + one.bases.joined(separator: ", ")
      return "\(one.container.isEmpty ? "" : one.container + ".")\(one.name) \(one.kind) \(one.line)-\(one.end)\(bases)"
    }
  }

  @Test("records, sealed interfaces and constants with bodies of Java are found with what they hold")
  func java() {
    let found = definitions(
      """
      package a;
      import java.util.*;
      public sealed interface S permits S.A, S.B {
        record A(int v, List<Map<K, V>> w) implements S { int twice() { return v * 2; } }
        final class B implements S {}
        static int of(S s) { return switch (s) { case A a -> a.v(); }; }
      }
      enum Op implements IntOp, x.y.Named {
        @Deprecated PLUS("+") {
          @Override
          int apply(int a, int b) { return a + b; }
        },
        MINUS;
        private final String sign = "}", other;
        abstract int apply(int a, int b);
      }
      record P(int x) {
        P {
          if (x < 0) throw new IllegalArgumentException("}");
        }
      }
      @interface Mark { String value() default "x"; }
      """, "Java")
    #expect(
      found == [
        "S interface 3-7", "S.A record 4-4 < S", "S.A.v field 4-4", "S.A.w field 4-4", "S.A.twice method 4-4",
        "S.B class 5-5 < S", "S.of method 6-6", "Op enum 8-16 < IntOp, x.y.Named", "Op.PLUS enumconstant 9-12",
        "Op.PLUS.apply method 11-11", "Op.MINUS enumconstant 13-13", "Op.sign field 14-14", "Op.other field 14-14",
        "Op.apply method 15-15", "P record 17-21", "P.x field 17-17", "P.P method 18-20", "Mark interface 22-22",
        "Mark.value method 22-22",
      ])
  }

  @Test("strings, comments, generics, lambdas and what functions define do not lead astray")
  func bodies() {
    let found = definitions(
      """
      class T<K extends Comparable<K>> extends HashMap<K, List<? super K>> {
        private final Map<String, Runnable> m = new HashMap<>() {{ put("a", () -> run()); }};
        String text = \"\"\"
          class Fake { void no() {} }
          \"\"\";
        // void no() {
        @SuppressWarnings({"unchecked", "rawtypes"})
        public <V> V get(@Nullable K k,
            V other) throws Exception {
          char brace = '}';
          class Local { void inner() {} }
          return other;
        }
        static { run("{"); }
        T(int n) { super(n); }
      }
      """, "Java")
    #expect(
      found == [
        "T class 1-16 < HashMap", "T.m field 2-2", "T.text field 3-5", "T.get method 8-13", "T.T method 15-15",
      ])
  }

  @Test("records, properties, operators and namespaces of C# are found")
  func sharp() {
    let found = definitions(
      """
      #if DEBUG
      using System;
      #endif
      namespace Shop.Core;
      public record Point(int X, int Y = 1) : IShape { public int Sum() => X + Y; }
      public readonly record struct Money(decimal Amount);
      public class Cart<T>(int n) : Base(n), IShape where T : class, new()
      {
          private readonly List<T> _items = new() { 1 };
          public event EventHandler? Changed;
          public string Name { get; set; } = @"C:\\";
          public int Size => _items.Count;
          [Obsolete("no")]
          public async Task<int> AddAsync(T item,
              CancellationToken ct = default)
          {
              int Local(int a) => a;
              return Local(1);
          }
          public T this[int i] { get => _items[i]; }
          public static explicit operator int(Cart<T> a) => 1;
          public static Cart<T> operator +(Cart<T> a, Cart<T> b) { return a; }
          enum Color { Red, Green = 2, }
      }
      """, "C#")
    #expect(
      found == [
        "Shop.Core namespace 4-4", "Shop.Core.Point record 5-5 < IShape", "Shop.Core.Point.X property 5-5",
        "Shop.Core.Point.Y property 5-5", "Shop.Core.Point.Sum method 5-5", "Shop.Core.Money record 6-6",
        "Shop.Core.Money.Amount property 6-6", "Shop.Core.Cart class 7-24 < Base, IShape",
        "Shop.Core.Cart._items field 9-9", "Shop.Core.Cart.Changed field 10-10", "Shop.Core.Cart.Name property 11-11",
        "Shop.Core.Cart.Size property 12-12", "Shop.Core.Cart.AddAsync method 14-19",
        "Shop.Core.Cart.this property 20-20",
        "Shop.Core.Cart.operator int method 21-21", "Shop.Core.Cart.operator + method 22-22",
        "Shop.Core.Cart.Color enum 23-23",
        "Shop.Core.Cart.Color.Red enumerator 23-23", "Shop.Core.Cart.Color.Green enumerator 23-23",
      ])
  }

  @Test("words that are modifiers before another word are names otherwise")
  func weakModifiers() {
    let text = """
      class A {
        private File file;
        Delegate delegate = null, event;
        public new int Count() { return 1; }
        public (int, int) Pair() => (1, 2);
        async Task Go() { }
        static { go(); }
      }
      """
    #expect(
      definitions(text, "C#") == [
        "A class 1-8", "A.file field 2-2", "A.delegate field 3-3", "A.event field 3-3", "A.Count method 4-4",
        "A.Pair method 5-5", "A.Go method 6-6",
      ])
  }

  @Test("a byte order mark and hard spaces are no names")
  func blanks() {
    let text = "\u{feff}namespace N\n{\n\u{a0}\u{a0}class A {\n    private global::System.Int32\u{a0}x; }\n}\n"
    #expect(definitions(text, "C#") == ["N namespace 1-5", "N.A class 3-4", "N.A.x field 4-4"])
  }

  @Test("of alternatives for the compiler the first is read")
  func directives() {
    let text = "class A {\n#if X\n  void a() {\n#else\n  #if Y\n  #endif\n  void b() {\n#endif\n  }\n  void c() {}\n}\n"
    #expect(definitions(text, "C#") == ["A class 1-11", "A.a method 3-9", "A.c method 10-10"])
  }

  @Test(
    "what is cut short, unbalanced or nested without end is read to its end",
    arguments: [
      "class A { void b( {", "}}}} class A {}", "class A { int x = \"\n; }", "class", "enum E { A, B(", "@",
      "class A extends",
      "record R(", "namespace", "class A { int operator", "\"\"\"", "/*",
    ])
  func broken(_ text: String) {
    for language in ["Java", "C#"] {
      let found = ClassDefinitions(Array(text.utf8), language).definitions()
      #expect(found.allSatisfy { $0.line >= 1 && $0.end >= $0.line }, "\(found)")
    }
  }

  @Test("nesting without end costs no more than its bytes", arguments: ["class A {", "(", "enum E { A {", "a<", "@a("])
  func nested(_ opener: String) {
    let text = String(repeating: opener, count: 20_000)
    let found = ClassDefinitions(Array(text.utf8), "Java").definitions()
    #expect(found.count <= 40_000 && found.allSatisfy { $0.end == 1 && $0.container.utf8.count < 400 })
  }
}
