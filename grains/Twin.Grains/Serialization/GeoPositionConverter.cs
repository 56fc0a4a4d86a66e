using Orleans.Serialization.Cloning;
using Twin.Model.Space;

namespace Twin.Grains.Serialization;

/// <summary>How a position travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class GeoPositionConverter
    : ShallowCopier<GeoPosition>, IConverter<GeoPosition, GeoPositionConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in GeoPosition value) =>
        new(
            value.LongitudeDegrees,
            value.LatitudeDegrees);

    public GeoPosition ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.LongitudeDegrees,
            surrogate.LatitudeDegrees);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] double LongitudeDegrees,
        [property: Id(1)] double LatitudeDegrees);
}
