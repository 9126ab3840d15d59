using System;
namespace Shop.Core;
public record Point(int X, int Y) : IShape { public int Sum() => X + Y; }
public readonly record struct Money(decimal Amount);
public interface IShape { int Sum(); int Size { get; } }
public class Cart<T> : Base, IShape where T : class, new()
{
    private readonly List<T> _items = new();
    public event EventHandler? Changed;
    public delegate void Handler(int x);
    public string Name { get; set; } = "x";
    public int Size => _items.Count;
    public Cart(int n) : base(n) { }
    [Obsolete("no")]
    public async Task<int> AddAsync(
        T item,
        CancellationToken ct = default)
    {
        int Local(int a) => a;
        return Local(1);
    }
    public int Sum() => 1;
    public T this[int i] { get => _items[i]; }
    public static Cart<T> operator +(Cart<T> a, Cart<T> b) { return a; }
    class Inner { void Deep() { } }
    enum Color { Red, Green = 2, }
}
