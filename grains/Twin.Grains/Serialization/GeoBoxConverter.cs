using Orleans.Serialization.Cloning;
using Twin.Model.Space;

namespace Twin.Grains.Serialization;

/// <summary>How a box travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class GeoBoxConverter : ShallowCopier<GeoBox>, IConverter<GeoBox, GeoBoxConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in GeoBox value) =>
        new(
            value.WestDegrees,
            value.SouthDegrees,
            value.EastDegrees,
            value.NorthDegrees);

    public GeoBox ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.WestDegrees,
            surrogate.SouthDegrees,
            surrogate.EastDegrees,
            surrogate.NorthDegrees);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] double WestDegrees,
        [property: Id(1)] double SouthDegrees,
        [property: Id(2)] double EastDegrees,
        [property: Id(3)] double NorthDegrees);
}
