using Twin.Model.Space;

namespace Twin.Grains.Vessels;

/// <summary>A question for where all vessels of a shard went that were in an area.</summary>
/// <param name="From">From when.</param>
/// <param name="To">Until when.</param>
/// <param name="SouthWest">A corner of the area; <c>null</c> for anywhere.</param>
/// <param name="NorthEast">The opposite corner; west of the other where the area crosses the antimeridian.</param>
[GenerateSerializer, Immutable, Alias("twin.TracksQuestion")]
public sealed record TracksQuestion(
    [property: Id(0)] DateTimeOffset From,
    [property: Id(1)] DateTimeOffset To,
    [property: Id(2)] GeoPosition? SouthWest,
    [property: Id(3)] GeoPosition? NorthEast);
