using System.Collections.Immutable;
using Twin.Model.Units;

namespace Twin.Model.Rollups;

/// <summary>Figures of one unit that have just changed.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Changes">The new figures, at most <see cref="MaxChanges"/>.</param>
/// <param name="Total">
/// How many changed in all; above the count of <paramref name="Changes"/> when some were left out.
/// </param>
public sealed record RollupChange(AdministrativeUnitCode Unit, ImmutableArray<Rollup> Changes, int Total)
{
    /// <summary>
    /// The most figures one change carries; a reader that sees more in <see cref="Total"/> asks again.
    /// </summary>
    public const int MaxChanges = 64;
}
