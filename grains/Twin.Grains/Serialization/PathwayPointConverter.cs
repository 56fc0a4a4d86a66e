using Orleans.Serialization.Cloning;
using Twin.Model.Plans;

namespace Twin.Grains.Serialization;

/// <summary>How a point of a path travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class PathwayPointConverter
    : ShallowCopier<PathwayPoint>, IConverter<PathwayPoint, PathwayPointConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in PathwayPoint value) => new(value.Date, value.Value);

    public PathwayPoint ConvertFromSurrogate(in Surrogate surrogate) =>
        new(surrogate.Date, surrogate.Value);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] DateOnly Date,
        [property: Id(1)] double Value);
}
