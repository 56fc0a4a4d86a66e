using System.Collections.Immutable;
using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>What became of reports.</summary>
/// <param name="Verdicts">How many had each verdict, by the number of the verdict.</param>
/// <param name="Full">How many found no room, because their shard holds as many vessels as it may.</param>
[GenerateSerializer, Immutable, Alias("twin.FleetReceipt")]
public sealed record FleetReceipt(
    [property: Id(0)] ImmutableArray<long> Verdicts, [property: Id(1)] long Full)
{
    /// <summary>How many moved their vessel.</summary>
    public long Accepted => Verdicts[(int)PositionVerdict.Accepted];
}
