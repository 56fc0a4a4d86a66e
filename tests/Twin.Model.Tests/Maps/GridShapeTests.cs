using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Twin.Model.Maps;

namespace Twin.Model.Tests.Maps;

public sealed class GridShapeTests
{
    private static readonly ImmutableArray<GridPoint> Triangle =
        [new(1_060_000_000, 200_000_000), new(1_070_000_000, 200_000_001), new(1_060_000_007, 210_000_000)];

    [Fact]
    public void Any_shape_comes_back_as_it_was()
    {
        var points =
            from x in Gen.Choose(-GridPoint.MaxX, GridPoint.MaxX)
            from y in Gen.Choose(-GridPoint.MaxY, GridPoint.MaxY)
            select new GridPoint(x, y);
        var rings = Gen.ListOf(points).Where(list => list.Count >= 3).Select(list => list.ToImmutableArray());
        var polygons = Gen.ListOf(rings).Where(list => list.Count > 0).Select(list => new GridPolygon([.. list]));
        var shapes = Gen.ListOf(polygons).Where(list => list.Count > 0);

        Prop.ForAll(Arb.From(shapes), shape =>
        {
            Assert.True(GridShape.TryDecode(GridShape.Encode([.. shape]), out var decoded));
            Assert.Equal(
                shape.SelectMany(one => one.Rings).SelectMany(ring => ring),
                decoded.SelectMany(one => one.Rings).SelectMany(ring => ring));
            Assert.Equal(
                shape.Select(one => one.Rings.Select(ring => ring.Length)),
                decoded.Select(one => one.Rings.Select(ring => ring.Length)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_position_of_a_border_takes_few_bytes()
    {
        // 100 positions some 10 m from one another.
        var ring = Enumerable.Range(0, 100)
            .Select(i => new GridPoint(1_066_000_000 + (i * 900), 208_000_000 + (i * i)));

        Assert.InRange(GridShape.Encode([new GridPolygon([[.. ring]])]).Length, 200, 420);
    }

    [Theory]
    [InlineData("nothing", new byte[0])]
    [InlineData("no polygon", new byte[] { 0 })]
    [InlineData("no ring", new byte[] { 1, 0 })]
    [InlineData("a ring of two", new byte[] { 1, 1, 2, 2, 2, 2, 2 })]
    [InlineData("a count beyond the bytes", new byte[] { 1, 1, 200, 1, 2, 2 })]
    [InlineData("a number that does not end", new byte[] { 1, 1, 3, 255, 255, 255, 255, 255, 255 })]
    public void Bytes_that_are_no_shape_are_refused(string name, byte[] bytes) =>
        Assert.False(GridShape.TryDecode(bytes, out _), name);

    [Fact]
    public void Every_damage_is_refused_or_gives_positions_on_the_earth()
    {
        var whole = GridShape.Encode([new GridPolygon([Triangle]), new GridPolygon([Triangle, Triangle])]);
        for (var place = 0; place < whole.Length; place++)
        {
            Assert.False(GridShape.TryDecode(whole.AsSpan(0, place), out _));
            foreach (var value in (byte[])[0, 1, 127, 128, 255])
            {
                byte[] damaged = [.. whole];
                damaged[place] = value;
                if (GridShape.TryDecode(damaged, out var shape))
                {
                    var positions = shape.SelectMany(one => one.Rings).SelectMany(ring => ring);
                    Assert.All(positions, position => Assert.True(position.IsOnEarth));
                }
            }
        }

        Assert.False(GridShape.TryDecode([.. whole, 0], out _));
    }
}
