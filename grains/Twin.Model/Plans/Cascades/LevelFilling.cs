namespace Twin.Model.Plans.Cascades;

/// <summary>
/// Water-filling: finds the one level λ at which Σ mass × clamp(base + λ × slope, lowest, highest) is the total, and
/// gives each vessel what it holds then. The sum grows with λ in straight pieces, so the level is found by looking for
/// the piece and then by one division: exact but for rounding of doubles. Pure.
/// </summary>
internal static class LevelFilling
{
    /// <summary>What each holds; all are full, or empty, where the total cannot be reached.</summary>
    public static double[] Fill(IReadOnlyList<Vessel> vessels, double total)
    {
        double[] bends =
        [
            .. vessels.Where(v => v.Slope > 0)
                .SelectMany(v => new[] { (v.Lowest - v.Base) / v.Slope, (v.Highest - v.Base) / v.Slope })
                .Where(double.IsFinite).Order(),
        ];
        var level = Level(vessels, bends, total);
        return [.. vessels.Select(v => v.At(level))];
    }

    private static double Level(IReadOnlyList<Vessel> vessels, double[] bends, double total)
    {
        var low = 0;
        var high = bends.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Held(vessels, bends[middle]) < total ? (middle + 1, high) : (low, middle);
        }

        // The total lies between the bends before and after: there the sum runs straight.
        var from = low > 0 ? bends[low - 1] : low < bends.Length ? bends[low] : 0;
        var inside = (low > 0, low < bends.Length) switch
        {
            (true, true) => (bends[low - 1] + bends[low]) / 2,
            (true, false) => bends[low - 1] + 1,
            (false, true) => bends[low] - 1,
            (false, false) => 0,
        };
        var rise = vessels.Where(v => v.Base + (v.Slope * inside) is var free && free > v.Lowest && free < v.Highest)
            .Sum(v => v.Mass * v.Slope);
        return rise > 0 ? from + ((total - Held(vessels, from)) / rise) : from;
    }

    private static double Held(IReadOnlyList<Vessel> vessels, double level) => vessels.Sum(v => v.Mass * v.At(level));

    /// <summary>One of those that are filled.</summary>
    internal readonly record struct Vessel(double Mass, double Base, double Slope, double Lowest, double Highest)
    {
        public double At(double level) => Math.Clamp(Base + (Slope * level), Lowest, Highest);
    }
}
