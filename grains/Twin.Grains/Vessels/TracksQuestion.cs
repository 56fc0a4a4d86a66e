using Twin.Model.Space;

namespace Twin.Grains.Vessels;

/// <summary>A question for where all vessels of a shard went that were in an area.</summary>
/// <param name="From">From when.</param>
/// <param name="To">Until when.</param>
/// <param name="SouthWest">A corner of the area; <c>null</c> for anywhere.</param>
/// <param name="NorthEast">The opposite corner; west of the other where the area crosses the antimeridian.</param>
/// <param name="Every">
/// Of what was heard more often than that not all is wanted: the ends of every longer silence stay. Zero for all.
/// </param>
[GenerateSerializer, Immutable, Alias("twin.TracksQuestion")]
public sealed record TracksQuestion(
    [property: Id(0)] DateTimeOffset From,
    [property: Id(1)] DateTimeOffset To,
    [property: Id(2)] GeoPosition? SouthWest,
    [property: Id(3)] GeoPosition? NorthEast,
    [property: Id(4)] TimeSpan Every = default);
