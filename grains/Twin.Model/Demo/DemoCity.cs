using Twin.Model.Units;

namespace Twin.Model.Demo;

/// <summary>Sizes of units for demonstration data, where no official population is at hand.</summary>
internal static class DemoCity
{
    /// <summary>Inhabitants of a unit: the official figure, or a seeded guess from its kind.</summary>
    public static double Inhabitants(TreeOfDate tree, AdministrativeUnit unit, int seed)
    {
        var children = tree.ChildrenOf(unit.Code);
        if (unit.Population is { } official)
        {
            return official;
        }

        if (!children.IsEmpty)
        {
            return children.Sum(child => Inhabitants(tree, child, seed));
        }

        var typical = unit.KindVi switch
        {
            "Phường" => 11_200,
            "Thị trấn" => 10_400,
            "Huyện" => 1_000, // A district without communes: an island.
            _ => 8_600,
        };
        var random = new Random(Mix(seed, unit.Code.Value, "inhabitants"));
        return Math.Round(typical * Math.Exp(0.35 * Gauss(random)));
    }

    /// <summary>A seed of its own for a part of the data, the same on every machine.</summary>
    public static int Mix(int seed, string first, string second)
    {
        // FNV-1a: string.GetHashCode differs from run to run.
        const uint Prime = 16_777_619;
        var hash = 2_166_136_261u ^ (uint)seed;
        foreach (var c in first)
        {
            hash = (hash ^ c) * Prime;
        }

        hash = (hash ^ '|') * Prime;
        foreach (var c in second)
        {
            hash = (hash ^ c) * Prime;
        }

        return (int)(hash & int.MaxValue);
    }

    /// <summary>A standard normal number (Box–Muller).</summary>
    public static double Gauss(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
