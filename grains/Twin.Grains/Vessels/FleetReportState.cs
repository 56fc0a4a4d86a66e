using System.Collections.Immutable;

namespace Twin.Grains.Vessels;

/// <summary>What the fleet has reported for its indicators.</summary>
[GenerateSerializer, Alias("twin.FleetReportState")]
internal sealed class FleetReportState
{
    /// <summary>The period of what follows, as text.</summary>
    [Id(0)]
    public string Period { get; set; } = string.Empty;

    /// <summary>The values of each unit, in the order in which they are reported.</summary>
    [Id(1)]
    public ImmutableDictionary<string, ImmutableArray<double>> Values { get; set; } =
        ImmutableDictionary<string, ImmutableArray<double>>.Empty;
}
