package a;
import java.util.*;
public sealed interface S permits S.A, S.B {
  record A(int v) implements S { int twice() { return v * 2; } }
  final class B implements S { int w() { return 1; } }
  static int of(S s) { return switch (s) { case A a -> a.v(); case B b -> b.w(); }; }
}
enum Op {
  PLUS("+") {
    @Override
    int apply(int a, int b) { return a + b; }
  },
  MINUS {
    int apply(int a, int b) {
      return a - b;
    }
  };
  abstract int apply(int a, int b);
}
record P(int x, int y) {
  P {
    if (x < 0) throw new IllegalArgumentException("x");
  }
  int sum() {
    return x + y;
  }
  static P origin() { return new P(0, 0); }
}
class T<K extends Comparable<K>> extends HashMap<K, List<? super K>> {
  private final Map<String, Runnable> m = new HashMap<>() {{ put("a", () -> run()); }};
  String text = """
    class Fake { void no() {} }
    """;
  @SuppressWarnings({"unchecked", "rawtypes"})
  public <V> V get(@Nullable K k,
      V other) throws Exception {
    int get = 3;
    class Local { void inner() {} }
    Runnable r = () -> { helper(); };
    return other;
  }
  void helper() { }
  T(int n) { super(n); }
}
