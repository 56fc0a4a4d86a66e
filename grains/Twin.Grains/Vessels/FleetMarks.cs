using System.Collections.Immutable;
using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>Vessels of a shard as they are drawn.</summary>
/// <param name="Marks">Those that have a position, in no order.</param>
/// <param name="Gone">Names that stand for another vessel since; what was drawn under them is to be taken away.</param>
[GenerateSerializer, Immutable, Alias("twin.FleetMarks")]
public sealed record FleetMarks(
    [property: Id(0)] ImmutableArray<VesselMark> Marks, [property: Id(1)] ImmutableArray<VesselId> Gone);
